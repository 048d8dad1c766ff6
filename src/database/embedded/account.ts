import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account PostgreSQL runs as, where that is not our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** True where files and processes belong to someone else than the one who works with them: only root hands work to another account. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** Whom PostgreSQL runs as: null for ourselves. It refuses to run as root, who therefore lends it the owner of the data, `postgres` or `nobody`. */
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

/** Whether the account can walk to an existing path and enter or run it. Reads the permission bits, not access lists. */
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

/** The path itself, or the nearest folder above it that exists. */
export const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

/** Makes a folder and those above it, open for all to walk through whatever the umask says: PostgreSQL may run as someone else. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { recursive: true });
  if (isRoot()) chmodSync(path, 0o755);
}
