import { setTimeout as delay } from 'node:timers/promises';
import { isOfDatabase } from './server/errors/client-errors.ts';

/** What reports a failure. */
interface Log {
  error(details: object, message: string): void;
}

/**
 * Keeps the process alive when a promise that nobody handles fails because the database is away. graphile-worker 0.16 leaves such a promise each
 * minute in which its timetable is due (findings/graphile-worker-cron-ends-process.sh); the same failure also reaches the worker, which starts
 * the queue again. Any other rejection ends the process, as Node.js does without a handler.
 */
export function outliveDatabase(log: Log): void {
  process.on('unhandledRejection', (error) => {
    if (!isOfDatabase(error)) throw error;
    log.error({ err: error }, 'A background task failed because the database is away; it will be tried again.');
  });
}

/** In milliseconds: between attempts at a step of the start. */
const AGAIN_MS = 1_000;

/**
 * Takes a step of the start that follows once requests are answered. A database that goes away then must not end the process: it answers 503, and takes
 * the step when the database is back. Gives up if the process is ending.
 */
export async function oncePossible<T>(step: () => Promise<T>, log: Log, isEnding: () => boolean, againMs = AGAIN_MS): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (isEnding() || !isOfDatabase(error)) throw error;
      log.error({ err: error }, 'The database went away during the start, which goes on when it is back.');
    }
    await delay(againMs);
  }
}
