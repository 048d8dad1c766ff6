import { Command } from 'commander';
import type { Locale } from '../rules/messages/messages.ts';
import { linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const notes = `
A server whose role owns the tables does this by itself. Where it does not, run it as the owner after each upgrade, before the servers start: it
also gives the role of DATABASE_URL its rights. Run again, it does no harm.

Exit codes: 0 done, 2 the registry cannot be opened.

Example:
  $ DATABASE_OWNER_URL=postgres://registry_owner@db.internal/registry registry migrate`;

const frenchNotes = `
Un serveur dont le rôle possède les tables le fait lui-même. Sinon, lancez cette commande comme propriétaire après chaque mise à niveau, avant le
démarrage des serveurs : elle donne aussi ses droits au rôle de DATABASE_URL. La relancer est sans danger.

Codes de sortie : 0 fait, 2 le registre ne peut être ouvert.

Exemple :
  $ DATABASE_OWNER_URL=postgres://registry_owner@db.internal/registry registry migrate`;

/** `registry migrate` */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runMigrate);

// Every command migrates before it works.
async function runMigrate({ locale }: { readonly locale: Locale }): Promise<void> {
  await withRegistry(async () => {});
  process.stdout.write(`${linesIn(locale)('The tables are up to date.')}\n`);
}
