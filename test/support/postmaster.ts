import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../src/database/embedded/process.ts';

/** Does the work until it succeeds, for ten seconds: PostgreSQL takes a moment to come and to go. */
export async function eventually<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = 200; left > 0; left--) {
    try {
      return await work();
    } catch {
      await sleep(50);
    }
  }
  return work();
}

/** PostgreSQL's own note of who serves the data folder. */
export const pidFile = (dataDir: string): string => join(dataDir, 'postgresql', 'postmaster.pid');

/** The process id of the data folder's PostgreSQL. */
export const postmaster = (dataDir: string): number => Number(readFileSync(pidFile(dataDir), 'utf8').split('\n')[0]);

/** Waits for the end of a process. */
export const vanished = (pid: number): Promise<void> =>
  eventually(async () => {
    if (isAlive(pid)) throw new Error(`process ${pid} still runs`);
  });
