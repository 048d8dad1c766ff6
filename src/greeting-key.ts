import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { firstStaffKey } from './keys/keys.ts';

const known = '  Staff    use the staff key of the first start\n';

const shown = (key: string): string => `
Staff key, shown this once: keep it.
  ${key}
`;

const kept = (file: string): string => `
The first staff key is in ${file}. Take it from there, and remove the file.
`;

const notMade = (folder: string): string => `
There is no staff key yet. It is not printed here, since this is no terminal, and ${folder} cannot be written to. To make one:
  registry keys make --scope staff --holder <name>
`;

/**
 * Makes the first staff key of a registry that has none, and says where it is: on a terminal it is shown; anywhere else it is written to a file that
 * only its owner can read, because printed output ends up in a log.
 */
export async function firstKeyLines(source: DataSource, folder: string, isTerminal: boolean): Promise<string> {
  if (!isTerminal && !isWritable(folder)) return (await hasStaffKey(source)) ? known : notMade(folder);
  const made = await firstStaffKey(source);
  if (!made) return known;
  if (isTerminal) return shown(made.key);
  const file = join(folder, `first-staff-key-${made.id}`);
  writeFileSync(file, `${made.key}\n`, { mode: 0o600, flag: 'wx' });
  return kept(file);
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function hasStaffKey(source: DataSource): Promise<boolean> {
  const found: unknown[] = await source.query(`select from api_key where scope = 'staff' limit 1`);
  return found.length > 0;
}
