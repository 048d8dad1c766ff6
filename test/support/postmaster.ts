import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../src/database/embedded/process.ts';

/** Retries the work for up to ten seconds: PostgreSQL takes a moment to start and to stop. */
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

/** PostgreSQL's own record of the process that serves the data folder. */
export const pidFile = (dataDir: string): string => join(dataDir, 'postgresql', 'postmaster.pid');

/** The process id of the data folder's PostgreSQL. */
export const postmaster = (dataDir: string): number => Number(readFileSync(pidFile(dataDir), 'utf8').split('\n')[0]);

/** Waits until a process has ended. */
export const vanished = (pid: number): Promise<void> =>
  eventually(async () => {
    if (isAlive(pid)) throw new Error(`process ${pid} still runs`);
  });
