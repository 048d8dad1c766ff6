import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Locale } from '../rules/messages/messages.ts';
import { makeSigningKeys } from '../signing/signing-keys.ts';
import { linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';

const notes = `
The file holds a private Ed25519 key as a JSON Web Key Set; its owner alone may read it. Name it by REGISTRY_SIGNING_KEYS on every node. Keep a
copy, and hide it from the owners of the database: a person who has both can rewrite the log undetected. See docs/audit-chain.md.

Example:
  $ registry signing-keys make /etc/registry/signing-keys.json`;

const frenchNotes = `
Le fichier contient une clé privée Ed25519 sous forme de JSON Web Key Set; seul son propriétaire peut le lire. Indiquez-le avec REGISTRY_SIGNING_KEYS
sur chaque nœud. Gardez-en une copie, hors de portée des propriétaires de la base de données : une personne qui a les deux peut récrire le journal
sans que cela se voie. Voir docs/audit-chain.md.

Exemple :
  $ registry signing-keys make /etc/registry/signing-keys.json`;

/** `registry signing-keys` */
export function signingKeysCommand(): Command {
  const command = new Command('signing-keys');
  command
    .command('make <file>')
    .description('make a key in a new file')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runMake);
  return command;
}

function runMake(file: string, { locale }: { readonly locale: Locale }): void {
  const id = makeSigningKeys(resolve(file));
  process.stdout.write(`${linesIn(locale)('Key {} is in {}. Set REGISTRY_SIGNING_KEYS to that path.', id, resolve(file))}\n`);
}
