import { EventSourceParserStream } from 'eventsource-parser/stream';
import { resultOf } from './connection.ts';
import { ConnectionError } from './errors.ts';

/**
 * The results in a stream of Server-Sent Events, to its `complete`. It throws a ConnectionError when nothing comes for `silenceMs`, heartbeats included, or
 * when the stream breaks off.
 */
export async function* resultsIn<Result>(body: ReadableStream<Uint8Array>, silenceMs: number): AsyncGenerator<Result> {
  const watch = new Watch(silenceMs);
  const events = body.pipeThrough(watch.stream).pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  try {
    for (;;) {
      const { done, value } = await read(reader);
      if (done || value.event === 'complete') return;
      if (value.event === 'next') yield resultOf<Result>(JSON.parse(value.data));
    }
  } finally {
    watch.stop();
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
class Watch {
  readonly stream: TransformStream<Uint8Array, Uint8Array>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(silenceMs: number) {
    const wait = (controller: TransformStreamDefaultController<Uint8Array>) => {
      this.stop();
      this.timer = setTimeout(() => controller.error(new ConnectionError('Nothing came from the registry for too long.')), silenceMs);
    };
    this.stream = new TransformStream({
      start: wait,
      transform(chunk, controller) {
        wait(controller);
        controller.enqueue(chunk);
      },
    });
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
