import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotStart } from '../../errors.ts';
import type { Account } from './account.ts';
import { canReach, isRoot, makeFolder, nearestExisting, serverAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { findBinaries } from './binaries.ts';
import { outsideFolder, outsidePath } from './outside-folder.ts';
import { readPassword } from './password.ts';

/** One embedded PostgreSQL: its folder, its programs and the account that runs it. */
export interface Installation extends Binaries {
  /** Folder of the cluster, the log and the password. */
  readonly folder: string;
  /** PostgreSQL's own data directory, within the folder. */
  readonly cluster: string;
  readonly log: string;
  readonly account: Account | null;
  readonly password: string;
}

/** Decides where the data is kept, which account runs the server and with which programs; makes the folder and its password. */
export function prepareInstallation(dataDir: string, asked: string | null): Installation {
  const chosen = folderFor(resolve(dataDir));
  makeDataFolder(chosen);
  // Resolves links: one folder under two names must not get two servers.
  const folder = realpathSync(chosen);
  const cluster = clusterIn(folder);
  refuseForeign(folder, cluster);
  const account = serverAccount(cluster);
  const password = readPassword(folder, existsSync(cluster));
  return { ...findBinaries(cluster, account, asked), folder, cluster, account, password, log: join(folder, 'server.log') };
}

const clusterIn = (folder: string): string => join(folder, 'postgresql');

// PostgreSQL does not run as root, and its account cannot enter a closed home such as /root: the data is then kept outside it. Data kept outside
// stays there even if the home is opened later; otherwise the registry would seem empty.
function folderFor(dataDir: string): string {
  const isOpen = canReach(nearestExisting(dataDir), serverAccount(clusterIn(dataDir)));
  const hasData = existsSync(clusterIn(dataDir));
  if (hasData && !isOpen) throw new CannotStart(closed(dataDir));
  const outside = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const stays = isOpen && (hasData || !isRoot() || !existsSync(clusterIn(join(outsidePath(), outside))));
  return stays ? dataDir : join(outsideFolder(), outside);
}

function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    throw new CannotStart(
      `The data folder ${folder} cannot be made or written to. Set REGISTRY_DATA_DIR to another folder, or set DATABASE_URL.`,
    );
  }
}

function refuseForeign(folder: string, cluster: string): void {
  if (isRoot() || !process.getuid || !existsSync(cluster)) return;
  if (statSync(cluster).uid === process.getuid()) return;
  throw new CannotStart(`The database in ${folder} belongs to another user. Run as that user, or set REGISTRY_DATA_DIR or DATABASE_URL.`);
}

const closed = (dataDir: string): string =>
  `The data folder ${dataDir} is inside a folder that the account running PostgreSQL cannot enter. ` +
  'Open that folder (chmod o+x), run the registry as an ordinary user, or set DATABASE_URL.';
