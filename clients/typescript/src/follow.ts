import type { Connection } from './connection.ts';
import { changes, statusChanged } from './documents.ts';
import { ConnectionError, RegistryError } from './errors.ts';
import { resultsIn } from './events.ts';
import type { Change, ChangeFilter } from './types.ts';

/** What to follow, and from where. */
export interface FollowOptions {
  /** The cursor of the last change that was dealt with; without one it begins now. */
  readonly after?: string | null | undefined;
  readonly filter?: ChangeFilter | null | undefined;
  /** Called with the place where it begins, if none was given, and with the cursor of each change once it is dealt with: when the next is asked for. */
  readonly saveCursor?: ((cursor: string) => unknown) | undefined;
  /** Told of each line that is open, and after which cursor it goes on. */
  readonly onOpen?: ((cursor: string) => void) | undefined;
  /** Told of each line that broke and of the milliseconds until the next is tried. */
  readonly onBreak?: ((error: Error, waitMs: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a line counts as broken: 40,000 if not given. The registry sends a heartbeat every 12 s. */
  readonly silenceMs?: number | undefined;
}

/** Gaps between attempts grow from half a second to half a minute. */
const FIRST_GAP_MS = 500;
const LONGEST_GAP_MS = 30_000;
const SILENCE_MS = 40_000;

/** The changes of standing that are visible to the caller, each once and in order, over as many connections as it takes. */
export async function* follow(connection: Connection, options: FollowOptions): AsyncGenerator<Change> {
  const { saveCursor, onBreak, signal } = options;
  let cursor = options.after ?? null;
  for (let failures = 0; !signal?.aborted; failures += 1) {
    const line = new AbortController();
    const ended = signal ? AbortSignal.any([signal, line.signal]) : line.signal;
    const startedAt = performance.now();
    try {
      cursor ??= await beginning(connection, saveCursor, ended);
      for await (const change of changesAfter(connection, cursor, options, ended)) {
        failures = 0;
        if (change.cursor === cursor) continue;
        yield change;
        cursor = change.cursor;
        await saveCursor?.(cursor);
      }
      throw new ConnectionError('The registry ended the stream.');
    } catch (error) {
      if (signal?.aborted) return;
      // A line that was quiet for long and then broke is no failure upon others.
      if (performance.now() - startedAt > LONGEST_GAP_MS) failures = 0;
      const broken = passingError(error);
      const gap = gapAfter(broken, failures);
      onBreak?.(broken, gap);
      await pause(gap, signal);
    } finally {
      line.abort();
    }
  }
}

/** Where the feed is now: kept before the first line, so that what happens before the first change is dealt with is not lost either. */
async function beginning(connection: Connection, saveCursor: FollowOptions['saveCursor'], signal: AbortSignal): Promise<string> {
  const { latest } = (await connection.ask(changes, { first: 1 }, signal)).changes;
  await saveCursor?.(latest);
  return latest;
}

/** What one connection delivers, until it ends or breaks. */
async function* changesAfter(
  connection: Connection,
  after: string,
  { filter = null, onOpen, silenceMs = SILENCE_MS }: FollowOptions,
  signal: AbortSignal,
): AsyncGenerator<Change> {
  const stream = await connection.open(statusChanged, { after, filter }, signal);
  onOpen?.(after);
  for await (const { statusChanged: change } of resultsIn<{ statusChanged: Change }>(stream, silenceMs)) yield change;
}

/** The error, if asking again may help; else it is thrown. */
function passingError(error: unknown): Error {
  if (error instanceof ConnectionError) return error;
  if (error instanceof RegistryError && error.isPassing) return error;
  throw error;
}

/** Half of it by chance, so that those whom one server left do not come back all at once. */
function gapAfter(error: Error, failures: number): number {
  const longest = Math.min(FIRST_GAP_MS * 2 ** failures, LONGEST_GAP_MS);
  const asked = error instanceof RegistryError && error.retryAfter !== null ? error.retryAfter * 1000 : 0;
  return Math.max(asked, longest / 2 + (Math.random() * longest) / 2);
}

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
