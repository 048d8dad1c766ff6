import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { errorCode } from '../error-code.ts';

/** The environment for PostgreSQL's programs: no PG* variables of the caller, and no locale that this machine may lack. */
export const childEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** Ends a child process when this one ends. Returns a function that lets the child outlive it from then on. */
export function endWithUs(child: ChildProcess): () => void {
  const end = () => void child.kill('SIGINT');
  process.once('exit', end);
  return () => void process.off('exit', end);
}

/** Whether a process of that id runs, whichever user owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Whether the process runs PostgreSQL on that data directory; after a crash its id may belong to another process. */
export function runsCluster(pid: number, cluster: string): boolean {
  if (!pid || !isAlive(pid)) return false;
  // On Windows, PostgreSQL itself recognizes its own processes.
  return process.platform === 'win32' || commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
