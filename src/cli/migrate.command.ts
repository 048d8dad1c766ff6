import { Command } from 'commander';
import { withRegistry } from './session.ts';

const notes = `
A server whose role owns the tables does this by itself. Where it does not, run it as the owner after each upgrade, before the servers start: it
also gives the role of DATABASE_URL its rights. Run again, it does no harm.

Exit codes: 0 done, 2 the registry cannot be opened.

Example:
  $ DATABASE_OWNER_URL=postgres://registry_owner@db.internal/registry registry migrate`;

/** `registry migrate` */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('bring the tables up to date, and give the role of the server its rights')
    .addHelpText('after', notes)
    .action(runMigrate);

// Every command migrates before it works.
async function runMigrate(): Promise<void> {
  await withRegistry(async () => {});
  process.stdout.write('The tables are up to date.\n');
}
