import { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/** Milliseconds beyond the limit of a statement in which a server that is still there says that it ended one. */
const GRACE_MS = 2_000;

/** Its first words are those of a connection that was lost. */
const SILENT = 'Connection terminated: the database was silent.';

/**
 * Ends a connection whose server says nothing for longer than a statement may take. One that vanished without a word, as behind a network that was
 * cut, would else hold what waits for it, and its place in the pool, until the system gives up after a quarter of an hour.
 */
export function endInSilence(connection: ClientBase, statementTimeout: number): void {
  // pg's types do not name these; the test fails where they are gone.
  const wire: unknown = Reflect.get(connection, 'connection');
  const stream: unknown = wire instanceof Object && Reflect.get(wire, 'stream');
  if (statementTimeout === 0 || !(stream instanceof Socket)) return;
  const limit = statementTimeout + GRACE_MS;
  stream.setTimeout(limit).on('timeout', () => {
    const isWaiting = Reflect.get(connection, 'readyForQuery') === false;
    if (isWaiting) stream.destroy(new Error(SILENT));
    // A limit that was reached once counts no more until it is set anew.
    else stream.setTimeout(limit);
  });
}

/** The answer if it comes in time; rejects as for a server that is gone. */
export function unlessSilent<Answer>(answer: Promise<Answer>, ms = GRACE_MS): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(SILENT)), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
