import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCluster, user } from './cluster.ts';
import { prepareInstallation } from './installation.ts';
import { temporaryFolder } from './outside-folder.ts';
import { launch, runningPostmaster, stopPostmaster } from './postmaster.ts';
import { isAlive } from './process.ts';
import { passing } from './settings.ts';

const folderName = /^pgtest-(\d+)-/;

/** A PostgreSQL for one test run, by its maintenance database. */
export interface Ephemeral {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL in the temporary folder that keeps nothing: not safe against crashes, and removed when stopped. */
export async function startEphemeral(): Promise<Ephemeral> {
  await sweep();
  const folder = mkdtempSync(join(temporaryFolder(), `pgtest-${process.pid}-`));
  chmodSync(folder, 0o755);
  const installation = prepareInstallation(folder, null);
  await makeCluster(installation, ['--no-sync']);
  const letLive = await launch(installation, passing);
  const port = runningPostmaster(installation)?.port;
  letLive();
  return {
    url: `postgres://${user}:${installation.password}@127.0.0.1:${port}/postgres?sslmode=disable`,
    stop: async () => {
      await stopPostmaster(installation);
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

// A test run that was killed leaves its server and its folder.
async function sweep(): Promise<void> {
  for (const name of readdirSync(temporaryFolder())) {
    const pid = Number(folderName.exec(name)?.[1] ?? Number.NaN);
    if (pid && !isAlive(pid)) await remove(join(temporaryFolder(), name));
  }
}

async function remove(folder: string): Promise<void> {
  const orphan = runningPostmaster({ cluster: join(folder, 'postgresql') });
  try {
    if (orphan) process.kill(orphan.pid, 'SIGQUIT');
    if (orphan) await sleep(100);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  } catch {
    // It belongs to another user, who will remove it.
  }
}
