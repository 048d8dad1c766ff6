import type { Command } from 'commander';

/** A command of `registry`: its modules are loaded when it is the one that runs, since those of all take seconds. */
export interface ListedCommand {
  readonly name: string;
  readonly description: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'import',
    description: 'import CSV files or workbooks, all in one transaction',
    load: async () => (await import('./import.command.ts')).importCommand(),
  },
  {
    name: 'demo',
    description: 'load an invented registry to try things out',
    load: async () => (await import('./demo.command.ts')).demoCommand(),
  },
  {
    name: 'export',
    description: 'write the accounts and the changes as JSON Lines; or the facts, as files to import',
    load: async () => (await import('./export.command.ts')).exportCommand(),
  },
  {
    name: 'bidders',
    description: 'check lists of bidders',
    load: async () => (await import('./bidders.command.ts')).biddersCommand(),
  },
  {
    name: 'verify',
    description: 'ask a registry for the standing of a firm; exit code 0: certified or pending',
    load: async () => (await import('./verify.command.ts')).verifyCommand(),
  },
  {
    name: 'proof',
    description: 'ask a registry whether a document is genuine and in effect; exit code 0: it is',
    load: async () => (await import('./verify.command.ts')).proofCommand(),
  },
  {
    name: 'explain',
    description: 'print the standing of an account on a day, with every clause consulted',
    load: async () => (await import('./explain.command.ts')).explainCommand(),
  },
  {
    name: 'migrate',
    description: 'bring the tables up to date, and give the role of the server its rights',
    load: async () => (await import('./migrate.command.ts')).migrateCommand(),
  },
  {
    name: 'rebuild',
    description: 'recompute every timeline under the current rules',
    load: async () => (await import('./rebuild.command.ts')).rebuildCommand(),
  },
  {
    name: 'check',
    description:
      'check that the stored timelines match the facts, that no change was published before its day, and that the chain is complete',
    load: async () => (await import('./check.command.ts')).checkCommand(),
  },
  {
    name: 'audit-log',
    description: 'prove that no row of the log, the feed or a fact was changed',
    load: async () => (await import('./audit-log.command.ts')).auditLogCommand(),
  },
  {
    name: 'repair-days',
    description: 'withdraw changes that were published before their day',
    load: async () => (await import('./repair.command.ts')).repairCommand(),
  },
  {
    name: 'sandbox',
    description: 'a registry whose time can be moved forward',
    load: async () => (await import('./sandbox.command.ts')).sandboxCommand(),
  },
  {
    name: 'public-list',
    description: 'make the public list now, or check a list that was downloaded',
    load: async () => (await import('./public-list.command.ts')).publicListCommand(),
  },
  {
    name: 'receipt',
    description: 'check receipts that others present',
    load: async () => (await import('./receipt.command.ts')).receiptCommand(),
  },
  {
    name: 'keys',
    description: 'make, list, rotate and revoke API keys',
    load: async () => (await import('./keys.command.ts')).keysCommand(),
  },
  {
    name: 'signing-keys',
    description: 'the keys that sign what others check later',
    load: async () => (await import('./signing-keys.command.ts')).signingKeysCommand(),
  },
  {
    name: 'deprecated',
    description: 'list which keys still use what is deprecated in the schema',
    load: async () => (await import('./deprecated.command.ts')).deprecatedCommand(),
  },
  {
    name: 'jobs',
    description: 'list the background jobs, and those that failed permanently',
    load: async () => (await import('./jobs.command.ts')).jobsCommand(),
  },
  {
    name: 'watch',
    description: 'show changes of standing as they happen',
    load: async () => (await import('./watch.command.ts')).watchCommand(),
  },
  {
    name: 'listen',
    description: 'bring the messages of a webhook to your own machine',
    load: async () => (await import('./listen.command.ts')).listenCommand(),
  },
  {
    name: 'config',
    description: 'list every setting with its default and its current value',
    load: async () => (await import('./config.command.ts')).configCommand(),
  },
];
