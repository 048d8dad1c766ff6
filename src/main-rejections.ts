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
