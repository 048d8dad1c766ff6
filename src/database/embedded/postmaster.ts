import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, fchownSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wallClock } from '../../clock.ts';
import { CannotStart } from '../../errors.ts';
import { program } from './binaries.ts';
import type { Installation } from './installation.ts';
import { childEnvironment, endWithUs, isAlive, runsCluster } from './process.ts';

/** A running server, as `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server that runs on the installation's cluster, or null. */
export function runningPostmaster({ cluster }: Pick<Installation, 'cluster'>): Postmaster | null {
  const lines = readPidFile(cluster)?.split('\n');
  if (!lines) return null;
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !runsCluster(pid, cluster)) return null;
  return { pid, port, ready: lines[7]?.trim() === 'ready' };
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

function readPidFile(cluster: string): string | null {
  try {
    return readFileSync(pidFile(cluster), 'utf8');
  } catch {
    return null;
  }
}

/**
 * Starts a server on the cluster, on the given port if there is one. Waits until it is ready, or another server that a different process started.
 * Returns a function to call once the server is in use: until then it ends when this process ends.
 */
export async function launch(installation: Installation, settings: Readonly<Record<string, string>>, port?: number): Promise<() => void> {
  let said = '';
  for (let left = 50; left > 0 && passing.test(said); left--) {
    const outcome = await attempt(installation, { ...settings, port: String(port ?? (await freePort())) });
    if (runningPostmaster(installation)) return outcome.letLive;
    outcome.letLive();
    said = outcome.said;
    await sleep(100);
  }
  throw new CannotStart(`PostgreSQL could not start. Its log, ${installation.log}, ends:\n${said.trim().split('\n').slice(-5).join('\n')}`);
}

/** Waits until the server is ready or has ended, and returns what it wrote to its log. */
async function attempt(installation: Installation, settings: Readonly<Record<string, string>>) {
  clearStalePidFile(installation.cluster);
  const before = existsSync(installation.log) ? statSync(installation.log).size : 0;
  const child = await spawnPostgres(installation, settings);
  const letLive = endWithUs(child);
  while (child.exitCode === null && child.signalCode === null && !runningPostmaster(installation)?.ready) await sleep(10);
  return { said: readFileSync(installation.log).subarray(before).toString(), letLive };
}

// Another process was faster, the port was taken, or the children of a killed server have not ended yet: try again.
const passing = /^$|lock file "postmaster\.pid"|pre-existing shared memory block|could not (bind|create any TCP\/IP sockets)/;

async function spawnPostgres(installation: Installation, settings: Readonly<Record<string, string>>) {
  const log = openSync(installation.log, 'a', 0o600);
  if (installation.account) fchownSync(log, installation.account.uid, installation.account.gid);
  const args = ['-D', installation.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Detached, so that Ctrl-C reaches only the registry, which drains its connections first. Logs to a file: a pipe would break when this process
  // ends.
  const child = spawn(program(installation, 'postgres'), args, {
    ...installation.account,
    cwd: installation.folder,
    env: childEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  closeSync(log);
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', () =>
      reject(new CannotStart(`${program(installation, 'postgres')} cannot be run. Set DATABASE_URL, or REGISTRY_EMBEDDED_PG_BIN.`)),
    );
  });
  child.unref();
  return child;
}

// A crashed server leaves the file; PostgreSQL does not start if that process id now belongs to another process.
function clearStalePidFile(cluster: string): void {
  const judged = readPidFile(cluster);
  if (judged === null || isBeingWritten(cluster, judged) || runsCluster(Number(judged.split('\n')[0]), cluster)) return;
  const claimed = `${pidFile(cluster)}.stale-${process.pid}`;
  try {
    renameSync(pidFile(cluster), claimed);
    // The file has changed: another process has started a server since. Put its file back.
    if (readFileSync(claimed, 'utf8') !== judged) linkSync(claimed, pidFile(cluster));
    rmSync(claimed, { force: true });
  } catch {
    // It is gone or was replaced: another process is starting the server.
  }
}

// An empty file is being written right now, or is left from a power failure.
const isBeingWritten = (cluster: string, content: string): boolean =>
  content === '' && wallClock.wallNow().getTime() - (statSync(pidFile(cluster), { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Stops the server: running statements are cut off, committed data is written out. */
export async function stopPostmaster(installation: Installation): Promise<void> {
  const running = runningPostmaster(installation);
  if (!running) return;
  if (process.platform === 'win32')
    execFileSync(program(installation, 'pg_ctl'), ['stop', '-D', installation.cluster, '-m', 'fast'], { stdio: 'ignore' });
  else process.kill(running.pid, 'SIGINT');
  while (isAlive(running.pid) && existsSync(pidFile(installation.cluster))) await sleep(5);
}
