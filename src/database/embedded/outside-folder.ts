import { accessSync, constants, lstatSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../errors.ts';
import { isRoot, makeFolder } from './account.ts';

/** Path of the folder outside the project for data and programs that cannot stay in it: permanent for root, temporary for other users. */
export const outsidePath = (): string =>
  isRoot() && isWritable('/var/lib') ? '/var/lib/cor-registry' : join(temporaryFolder(), `cor-registry-${whoami()}`);

/** Makes that folder if it is missing and returns its path; throws CannotStart if another user owns it or can write to it. */
export function outsideFolder(): string {
  const folder = outsidePath();
  makeFolder(folder);
  refuseForeign(folder);
  return folder;
}

/** The system's temporary folder. The account that runs PostgreSQL may be unable to enter root's own TMPDIR. */
export const temporaryFolder = (): string => (isRoot() ? '/tmp' : tmpdir());

const whoami = (): string => String(process.getuid?.() ?? userInfo().username);

// Programs are run from here: a folder that another user prepared must not be trusted.
function refuseForeign(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  const foreign = process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0);
  if (foreign)
    throw new CannotStart(`The folder ${folder} belongs to another user, or another user can alter it. Remove it, or set DATABASE_URL.`);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
