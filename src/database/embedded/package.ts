import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { canReach } from './account.ts';
import { outsideFolder } from './outside-folder.ts';

/** Makes npm's PostgreSQL runnable by the account. Returns the folder of its programs, or of a copy if the account cannot reach them. */
export function preparePackage(native: string, account: Account | null): string {
  const bin = join(native, 'bin');
  if (canReach(native, account) && canReach(join(bin, postgresIn(bin)), account) && linkLibraries(native)) return bin;
  return join(copyOf(native), 'bin');
}

const postgresIn = (bin: string): string => readdirSync(bin).find((name) => name.startsWith('postgres')) ?? '';

// npm packs no symbolic links: the package lists them, and an install script makes them unless scripts are off. False if they are missing and cannot
// be made.
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => link(join(dirname(native), source), join(dirname(native), target)));
}

function link(source: string, target: string): boolean {
  if (isThere(target)) return true;
  try {
    symlinkSync(relative(dirname(target), source), target);
    return true;
  } catch {
    return isThere(target);
  }
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

// Copied under another name and renamed when complete, so that a killed process leaves nothing that looks finished.
function copyOf(native: string): string {
  const { name, version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(outsideFolder(), `${String(name).replace(/^@/, '').replace('/', '-')}-${version}`);
  if (existsSync(copy)) return join(copy, 'native');
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(unfinished, 'native'));
  openForAll(unfinished);
  moveTo(unfinished, copy);
  return join(copy, 'native');
}

function openForAll(path: string): void {
  const { mode } = lstatSync(path);
  const isFolder = lstatSync(path).isDirectory();
  if (!lstatSync(path).isSymbolicLink()) chmodSync(path, mode | (isFolder || mode & 0o100 ? 0o755 : 0o644));
  if (isFolder) for (const entry of readdirSync(path)) openForAll(join(path, entry));
}

function moveTo(unfinished: string, copy: string): void {
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
