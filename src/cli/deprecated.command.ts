import { Command } from 'commander';
import { deprecatedUses } from '../access/deprecated-uses.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { counted, linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const notes = `
Says who to warn before something is removed from the schema. Each operation counts once for each deprecated thing that it names; a server writes its counts every ten seconds.

Example:
  $ registry deprecated`;

const frenchNotes = `
Dit qui prévenir avant qu’un élément ne soit retiré du schéma. Chaque opération compte une fois pour chaque élément désuet qu’elle nomme; un serveur inscrit ses comptes toutes les dix secondes.

Exemple :
  $ registry deprecated`;

/** `registry deprecated` */
export const deprecatedCommand = (): Command =>
  new Command('deprecated')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runDeprecated);

async function runDeprecated({ locale }: { readonly locale: Locale }): Promise<void> {
  const line = linesIn(locale);
  const uses = await withRegistry(deprecatedUses);
  for (const { coordinate, uses: count, lastUsedAt, keyId, holder } of uses) {
    const [times, last] = [counted(locale, count, 'use'), lastUsedAt.toISOString()];
    const text = keyId
      ? line('{}: {}, last {}, key {} of {}', coordinate, times, last, keyId, holder ?? '–')
      : line('{}: {}, last {}, without a key', coordinate, times, last);
    process.stdout.write(`${text}\n`);
  }
  if (uses.length === 0) process.stdout.write(`${line('Nothing deprecated has been used.')}\n`);
}
