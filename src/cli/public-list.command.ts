import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { registryPresent } from '../database/primary-clock.ts';
import { CannotStart } from '../errors.ts';
import { makePublicList } from '../public-list/make-list.service.ts';
import { PUBLIC_LIST_TYPE } from '../public-list/public-list-type.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { NotSigned, type NotSignedReason, verifiedBy } from '../signing/jws.ts';
import { savedKeys } from '../signing/published-keys.ts';
import { configuredKeys } from './configured-keys.ts';
import { exitCodes } from './exit-codes.ts';
import { type Line, linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const notes = `
The keys are a copy of https://…/.well-known/jwks.json; nothing is asked of the network or of a database. It prints what was signed of the list and
ends with 0, or says why the file is not genuine and ends with 1. See docs/public-list.md.

Example:
  $ registry public-list verify 2026-11-30.csv --signature 2026-11-30.jws --keys jwks.json`;

const frenchNotes = `
Les clés sont une copie de https://…/.well-known/jwks.json; ni le réseau ni une base de données ne sont consultés. La commande écrit ce qui a été
signé de la liste et se termine par 0, ou dit pourquoi le fichier n’est pas authentique et se termine par 1. Voir docs/public-list.md.

Exemple :
  $ registry public-list verify 2026-11-30.csv --signature 2026-11-30.jws --keys jwks.json`;

/** `registry public-list` */
export function publicListCommand(): Command {
  const command = new Command('public-list');
  command
    .command('make')
    .description('make a list of the day, beside the one that is made each night')
    .addOption(localeOption())
    .action(runMake);
  command
    .command('verify <file>')
    .description('check a downloaded file against the signature of its list, offline')
    .requiredOption('--signature <file>', 'the signature of the list, as saved from /public-lists/<list>.jws')
    .requiredOption('--keys <file>', 'the published keys, as saved from /.well-known/jwks.json')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runVerify);
  return command;
}

async function runMake({ locale }: { readonly locale: Locale }): Promise<void> {
  const list = await withRegistry(async (source, config) => {
    const { today } = await registryPresent(source);
    const keys = configuredKeys(config);
    if (keys === null) process.stderr.write(`${linesIn(locale)('There are no signing keys, so this list has no signature.')}\n`);
    return makePublicList(source, { today, keys, further: true });
  });
  process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
}

interface VerifyFlags {
  readonly signature: string;
  readonly keys: string;
  readonly locale: Locale;
}

async function runVerify(file: string, { signature, keys, locale }: VerifyFlags): Promise<void> {
  const [digest, signed] = [await sha256Of(file), textOf(signature)];
  try {
    const list = verifiedBy(keysIn(keys), signed, PUBLIC_LIST_TYPE);
    if (hasFile(list, digest)) process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    else fail('this file is none of the list', locale);
  } catch (error) {
    if (!(error instanceof NotSigned)) throw error;
    fail(reasons[error.why], locale);
  }
}

const reasons = {
  ALTERED: 'it was altered',
  OTHER_KEY: 'none of these keys signed it',
  OTHER_TYPE: 'it is something else that these keys signed',
} as const satisfies Record<NotSignedReason, Line>;

function fail(why: Line, locale: Locale): void {
  const line = linesIn(locale);
  process.stderr.write(`${line('The list is not genuine: {}.', line(why))}\n`);
  process.exitCode = exitCodes.found;
}

const hasFile = ({ files }: Record<string, unknown>, digest: string): boolean =>
  Array.isArray(files) &&
  files.some((each: unknown) => typeof each === 'object' && each !== null && 'sha256' in each && each.sha256 === digest);

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch(() => {
    throw new CannotStart(`${file} cannot be read.`);
  });
  return hash.digest('hex');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CannotStart(`${file} cannot be read.`);
  }
}

function keysIn(file: string): ReturnType<typeof savedKeys> {
  textOf(file);
  try {
    return savedKeys(file);
  } catch {
    throw new CannotStart(`${file} holds no keys: save them from /.well-known/jwks.json.`);
  }
}
