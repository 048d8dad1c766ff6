import { EventSourceParserStream } from 'eventsource-parser/stream';
import { resultOf } from './connection.ts';
import { ConnectionError } from './errors.ts';

/**
 * The results in a stream of Server-Sent Events, to its `complete`. It throws a ConnectionError when nothing comes for `silenceMs`, heartbeats included, or
 * when the stream breaks off.
 */
export async function* resultsIn<Result>(body: ReadableStream<Uint8Array>, silenceMs: number): AsyncGenerator<Result> {
  const events = body.pipeThrough(watched(silenceMs)).pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  try {
    for (;;) {
      const { done, value } = await read(reader);
      if (done || value.event === 'complete') return;
      if (value.event === 'next') yield resultOf<Result>(JSON.parse(value.data));
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

// A stream that breaks off fails with whatever error the network has for it.
async function read<Value>(reader: ReadableStreamDefaultReader<Value>): ReturnType<ReadableStreamDefaultReader<Value>['read']> {
  try {
    return await reader.read();
  } catch (error) {
    throw error instanceof ConnectionError ? error : new ConnectionError('The line to the registry broke.', { cause: error });
  }
}

/** Passes bytes on, and fails when there are none for so long. */
function watched(silenceMs: number): TransformStream<Uint8Array, Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const wait = (controller: TransformStreamDefaultController<Uint8Array>) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.error(new ConnectionError('Nothing came from the registry for too long.')), silenceMs);
  };
  return new TransformStream({
    start: wait,
    transform(chunk, controller) {
      wait(controller);
      controller.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
}
