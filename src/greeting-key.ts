import { accessSync, constants, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { firstStaffKey } from './keys/keys.ts';
import type { Locale } from './rules/messages/messages.ts';

const words = {
  en: {
    known: '  Staff    use the staff key of the first start\n',
    shown: (key: string) => `\nStaff key, shown this once: keep it.\n  ${key}\n`,
    kept: (file: string) => `\nThe first staff key is in ${file}. Take it from there, and remove the file.\n`,
    notMade: (folder: string) => `
There is no staff key yet. It is not printed here, since this is no terminal, and ${folder} cannot be written to. To make one:
  registry keys make --scope staff --holder <name>
`,
  },
  fr: {
    known: '  Personnel utilisez la clé du premier démarrage\n',
    shown: (key: string) => `\nClé du personnel, montrée cette seule fois\u00A0: gardez-la.\n  ${key}\n`,
    kept: (file: string) => `\nLa première clé du personnel est dans ${file}. Prenez-la, et supprimez le fichier.\n`,
    notMade: (folder: string) => `
Il n’y a pas encore de clé du personnel. Elle n’est pas affichée, car ceci n’est pas un terminal, et ${folder} n’est pas accessible en écriture. Pour en créer une\u00A0:
  registry keys make --scope staff --holder <nom>
`,
  },
} as const;

/** How the name of its file begins. */
const FILE = 'first-staff-key-';

/** Where the first key is put, and in which language it is said. */
export interface KeyPlace {
  readonly folder: string;
  readonly isTerminal: boolean;
  readonly locale: Locale;
}

/**
 * Makes the first staff key of a registry that has none, and says where it is: on a terminal it is shown; anywhere else it is written to a file that
 * only its owner can read, because printed output ends up in a log.
 */
export async function firstKeyLines(source: DataSource, { folder, isTerminal, locale }: KeyPlace): Promise<string> {
  const said = words[locale];
  if (!isTerminal && !isWritable(folder)) return (await hasStaffKey(source)) ? said.known : said.notMade(folder);
  const made = await firstStaffKey(source);
  if (!made) return isTerminal ? said.known : (waitingKey(folder, said.kept) ?? said.known);
  if (isTerminal) return said.shown(made.key);
  const file = join(folder, `${FILE}${made.id}`);
  writeFileSync(file, `${made.key}\n`, { mode: 0o600, flag: 'wx' });
  return said.kept(file);
}

/** A key that nobody has taken yet: the start that made it may have failed before it could say so. */
function waitingKey(folder: string, kept: (file: string) => string): string | null {
  const file = readdirSync(folder).find((name) => name.startsWith(FILE));
  return file === undefined ? null : kept(join(folder, file));
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
