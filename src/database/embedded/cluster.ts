import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { program } from './binaries.ts';
import type { Installation } from './installation.ts';
import { childEnvironment, endWithUs, isAlive } from './process.ts';

const unfinishedName = /^postgresql\.init-(\d+)$/;

/** The name of the one database user of an embedded PostgreSQL. */
export const user = 'registry';

/**
 * Makes the cluster of a new folder. It is built under another name and renamed when complete; if several processes do this at once, one of them
 * wins.
 */
export async function makeCluster(installation: Installation, options: readonly string[] = []): Promise<void> {
  await sweep(installation.folder);
  if (existsSync(installation.cluster)) return;
  const unfinished = `${installation.cluster}.init-${process.pid}`;
  try {
    await initialize(installation, unfinished, options);
    renameSync(join(unfinished, 'cluster'), installation.cluster);
  } catch (error) {
    if (!existsSync(installation.cluster)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function initialize(installation: Installation, unfinished: string, options: readonly string[]): Promise<void> {
  const cluster = join(unfinished, 'cluster');
  const passwordFile = join(unfinished, 'password');
  for (const each of [unfinished, cluster]) mkdirSync(each, { mode: 0o700 });
  writeFileSync(passwordFile, installation.password, { mode: 0o600 });
  for (const each of [unfinished, cluster, passwordFile]) giveTo(installation, each);
  const access = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const args = [`--pgdata=${cluster}`, ...access, '--encoding=UTF8', ...collation(installation), ...options];
  await run(installation, args);
}

function giveTo({ account }: Installation, path: string): void {
  if (!account) return;
  try {
    chownSync(path, account.uid, account.gid);
  } catch {
    throw new CannotStart(
      'PostgreSQL does not run as root, and this root is not allowed to give files to another account. Run the registry as an ordinary user, or set DATABASE_URL.',
    );
  }
}

// The builtin provider sorts the same on every system; it came with PostgreSQL 17.
function collation({ major }: Installation): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return process.platform === 'linux' ? ['--locale=C.UTF-8', '--lc-messages=C'] : ['--locale=C'];
}

function run(installation: Installation, args: readonly string[]): Promise<void> {
  const how = { ...installation.account, cwd: installation.folder, env: childEnvironment, windowsHide: true };
  return new Promise((resolve, reject) => {
    const child = execFile(program(installation, 'initdb'), args, how, (error, _out, said) => {
      letLive();
      if (error) reject(new CannotStart(whyNot(said, error)));
      else resolve();
    });
    const letLive = endWithUs(child);
  });
}

function whyNot(said: string, error: Error): string {
  const remedy = 'Run the registry as an ordinary user with an account on this machine, or set DATABASE_URL.';
  const why = said.trim() || error.message;
  return `PostgreSQL could not make its data folder: ${why.split('\n').slice(-3).join(' ')}\n${remedy}`;
}

// Removes what a process that was killed during initdb left behind.
async function sweep(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = Number(unfinishedName.exec(name)?.[1] ?? Number.NaN);
    if (pid && !isAlive(pid)) await removeWhole(join(folder, name));
  }
}

// initdb may outlive its process and keep writing for a moment: rmSync may then fail, or leave the folder without an error.
async function removeWhole(path: string): Promise<void> {
  for (let attempt = 0; attempt < 50 && existsSync(path); attempt++) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if (errorCode(error) !== 'ENOTEMPTY') return;
    }
    if (existsSync(path)) await pause(100);
  }
}
