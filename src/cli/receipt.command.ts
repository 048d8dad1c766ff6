import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { CannotStart } from '../errors.ts';
import { RECEIPT_TYPE } from '../receipts/receipt-type.ts';
import { rowsSigned } from '../receipts/signed-form.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { type JwkSet, NotSigned, type NotSignedReason, verifiedBy } from '../signing/jws.ts';
import { isSignedText, savedKeys } from '../signing/published-keys.ts';
import { exitCodes } from './exit-codes.ts';
import { type Line, linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';

const notes = `
The file holds what \`receipt { signed }\` gave. The keys are a copy of https://…/.well-known/jwks.json; nothing is asked of the network or of a database.
It prints the receipt as JSON and ends with 0, or says why it is not genuine and ends with 1.

Example:
  $ registry receipt verify receipt.jws --keys jwks.json`;

const frenchNotes = `
Le fichier contient ce que \`receipt { signed }\` a donné. Les clés sont une copie de https://…/.well-known/jwks.json; ni le réseau ni une base de données ne sont consultés.
La commande écrit le reçu en JSON et se termine par 0, ou dit pourquoi il n’est pas authentique et se termine par 1.

Exemple :
  $ registry receipt verify recu.jws --keys jwks.json`;

/** `registry receipt verify <file>` */
export function receiptCommand(): Command {
  const receipt = new Command('receipt');
  receipt
    .command('verify <file>')
    .description('check the signature of a receipt, offline')
    .option('--keys <file>', 'the published keys, as saved from /.well-known/jwks.json (required)')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runVerify);
  return receipt;
}

function runVerify(file: string, { keys, locale }: { readonly keys?: string; readonly locale: Locale }): void {
  // Anyone can write an issuer into a receipt of his own: the keys must come from the registry that the reader trusts.
  if (keys === undefined)
    throw new CannotStart(
      'Give the keys of the registry with --keys: save https://<address of the registry>/.well-known/jwks.json as jwks.json, then add --keys jwks.json. A receipt cannot name them itself: anyone could then sign one.',
    );
  const signed = contentOf(file);
  if (!isSignedText(signed)) throw new CannotStart(`${file} holds no signed receipt: it must hold the text that receipt { signed } gave.`);
  try {
    process.stdout.write(`${JSON.stringify(spelledOut(verifiedBy(keysIn(keys), signed, RECEIPT_TYPE).receipt), null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof NotSigned)) throw error;
    const line = linesIn(locale);
    process.stderr.write(`${line('The receipt is not genuine: {}.', line(reasons[error.why]))}\n`);
    process.exitCode = exitCodes.found;
  }
}

/** The receipt with all that was said in each row. */
function spelledOut(receipt: unknown): object {
  const { sentences: _, ofEveryRow: _all, ...rest }: Record<string, unknown> = Object(receipt);
  return { ...rest, rows: rowsSigned(Object(receipt)) };
}

const reasons = {
  ALTERED: 'it was altered',
  OTHER_KEY: 'none of these keys signed it',
  OTHER_TYPE: 'it is something else that these keys signed',
} as const satisfies Record<NotSignedReason, Line>;

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CannotStart(`${file} cannot be read.`);
  }
}

function keysIn(file: string): JwkSet {
  contentOf(file);
  try {
    return savedKeys(file);
  } catch {
    throw new CannotStart(`${file} holds no keys: save them from /.well-known/jwks.json.`);
  }
}
