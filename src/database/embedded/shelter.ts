import { accessSync, constants, lstatSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../errors.ts';
import { isRoot, makeFolder } from './account.ts';

/** The path of a folder of ours outside the project, for what cannot stay in it: root's is lasting, anybody else's is temporary. */
export const shelterPath = (): string =>
  isRoot() && isWritable('/var/lib') ? '/var/lib/cor-registry' : join(temporaryFolder(), `cor-registry-${whoami()}`);

/** The same folder, made where need be and found to be ours. */
export function shelter(): string {
  const folder = shelterPath();
  makeFolder(folder);
  refuseForeign(folder);
  return folder;
}

/** The system's temporary folder. Root's own TMPDIR may be closed to the account PostgreSQL runs as. */
export const temporaryFolder = (): string => (isRoot() ? '/tmp' : tmpdir());

const whoami = (): string => String(process.getuid?.() ?? userInfo().username);

// Programs are run from here: a folder laid out by somebody else beforehand must not be trusted.
function refuseForeign(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  const foreign = process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0);
  if (foreign)
    throw new CannotStart(`The folder ${folder} belongs to, or can be altered by, somebody else. Remove it, or set DATABASE_URL.`);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
