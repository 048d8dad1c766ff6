import { Command } from 'commander';
import { settings } from '../config.ts';
import { registryPresent } from '../database/primary-clock.ts';
import { loadDemo } from '../demo/demo.service.ts';
import { advanceClock, createSandbox, isSandbox } from '../jobs/sandbox.ts';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { dayArgument } from './day-argument.ts';
import { linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const notes = `
A sandbox is a registry whose time can be moved: what happens on day 91 need not be waited for. A database is made a sandbox while it is empty, and
stays one; every answer over HTTP says so in the header registry-sandbox, with its day. Keys, budgets and signatures keep to real time.

Examples:
  $ export REGISTRY_DATA_DIR=./sandbox
  $ registry sandbox create --accounts 200
  $ registry sandbox advance 2027-06-30    # sweeps day by day: changes, notices and webhooks come in order
  $ registry sandbox show`;

const frenchNotes = `
Un bac à sable est un registre dont le temps peut être avancé : nul besoin d’attendre pour voir ce qui arrive au 91e jour. Une base de données devient
un bac à sable pendant qu’elle est vide, et le reste; chaque réponse HTTP le signale par l’en-tête registry-sandbox, avec son jour. Les clés, les
budgets et les signatures suivent le temps réel.

Exemples :
  $ export REGISTRY_DATA_DIR=./bac-a-sable
  $ registry sandbox create --accounts 200
  $ registry sandbox advance 2027-06-30    # jour après jour : changements, avis et webhooks viennent dans l’ordre
  $ registry sandbox show`;

interface Flags {
  readonly locale: Locale;
}

/** `registry sandbox` */
export const sandboxCommand = (): Command =>
  new Command('sandbox')
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .addCommand(
      new Command('create')
        .description('make an empty database a sandbox, with invented firms')
        .option('--accounts <n>', 'how many accounts; 0 for none', Number, settings.demoAccounts.fallback)
        .addOption(localeOption())
        .action(runCreate),
    )
    .addCommand(
      new Command('advance')
        .description('move the time of a sandbox forward')
        .argument('<day>', 'the day it is to be', dayArgument)
        .addOption(localeOption())
        .action(runAdvance),
    )
    .addCommand(new Command('show').description('the day of a sandbox').addOption(localeOption()).action(runShow));

async function runCreate({ accounts, locale }: Flags & { readonly accounts: number }): Promise<void> {
  const today = await withRegistry(async (source) => {
    await createSandbox(source);
    const present = await registryPresent(source);
    if (accounts > 0) await loadDemo(source, { accounts, today: present.today });
    return present.today;
  });
  process.stdout.write(`${linesIn(locale)('This registry is a sandbox; its day is {}.', today)}\n`);
}

async function runAdvance(to: Day, { locale }: Flags): Promise<void> {
  const { today, count } = await withRegistry((source) => advanceClock(source, to));
  process.stdout.write(`${linesIn(locale)('The sandbox’s day is {}; {} changes were recorded on the way.', today, count)}\n`);
}

async function runShow({ locale }: Flags): Promise<void> {
  const { today, is } = await withRegistry(async (source) => ({ ...(await registryPresent(source)), is: await isSandbox(source) }));
  const line = linesIn(locale);
  process.stdout.write(`${is ? line('This registry is a sandbox; its day is {}.', today) : line('This registry is no sandbox.')}\n`);
}
