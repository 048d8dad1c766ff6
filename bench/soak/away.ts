import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionError, RegistryError } from '../../clients/typescript/src/index.ts';
import { faultOf } from '../../src/server/errors/client-errors.ts';

/** How long a database may be away, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Does nothing if the database or the node was away; throws any other error. Clients may repeat what is INTERNAL, but nothing here may cause it. */
export function unlessAway(error: unknown): void {
  if (error instanceof ConnectionError || (error instanceof RegistryError && error.isPassing && error.code !== 'INTERNAL')) return;
  if (!(error instanceof Error) || error instanceof RegistryError || faultOf(error).code !== 'OVERLOADED') throw error;
}

/** Does the work, and does it again while the database or the node is away. */
export async function onceBack<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(200)) {
    const done = await work().then(
      (result) => ({ result }),
      (error: unknown) => unlessAway(error),
    );
    if (done) return done.result;
  }
  return work();
}
