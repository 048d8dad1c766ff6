import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account that runs PostgreSQL, if it is not the current user. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whether this process is root. Only root can give files and processes to another account. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The account that runs PostgreSQL; null for the current user. PostgreSQL refuses to run as root, so root uses the owner of the data, `postgres` or
 * `nobody`.
 */
export function serverAccount(cluster: string): Account | null {
  if (!isRoot()) return null;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function accountNamed(name: string): Account | null {
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const line = accounts.split('\n').find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  // macOS writes nobody's uid as -2; the kernel reads it as unsigned.
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : null;
}

/** Whether the account can reach an existing path and enter or run it. Reads the permission bits, not access lists. */
export function canReach(path: string, account: Account | null): boolean {
  if (!account) return true;
  const real = realpathSync(path);
  return mayEnter(real, account) && (dirname(real) === real || canReach(dirname(real), account));
}

function mayEnter(path: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(path);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

/** The path itself, or its nearest existing parent folder. */
export const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

/** Makes a folder and its parents, open to all users whatever the umask is, because PostgreSQL may run as another user. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { recursive: true });
  if (isRoot()) chmodSync(path, 0o755);
}
