import { Command, InvalidArgumentError } from 'commander';
import { settings } from '../config.ts';
import { registryPresent } from '../database/primary-clock.ts';
import { loadDemo } from '../demo/demo.service.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { importSummary } from './import-summary.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { progressDisplay } from './progress-display.ts';
import { withRegistry } from './session.ts';

interface DemoFlags {
  readonly accounts: number;
  readonly quiet?: boolean;
  readonly locale: Locale;
}

const notes = `
Every firm is invented. Every standing and every edge case of the rules occurs, relative to today. An earlier demo is replaced; a registry with real data is left unchanged (exit code 2).

Example:
  $ registry demo --accounts 10000`;

const frenchNotes = `
Toutes les entreprises sont inventées. Chaque situation et chaque cas limite des règles s’y trouve, par rapport à aujourd’hui. Une démonstration antérieure est remplacée; un registre de données réelles reste tel quel (code de sortie 2).

Exemple :
  $ registry demo --accounts 10000`;

/** `registry demo` */
export const demoCommand = (): Command =>
  new Command('demo')
    .option('--accounts <n>', 'how many accounts', accountCount, settings.demoAccounts.fallback)
    .option('--quiet', 'show no progress')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runDemo);

async function runDemo({ accounts, quiet, locale }: DemoFlags): Promise<void> {
  const display = progressDisplay(process.stderr, quiet ?? false, locale);
  const { onProgress } = display;
  const outcome = await withRegistry(async (dataSource) => {
    const { today } = await registryPresent(dataSource);
    return loadDemo(dataSource, { accounts, today, onProgress }).finally(display.stop);
  });
  process.stdout.write(`${importSummary({ ...outcome, report: null }, false, locale)}\n`);
}

function accountCount(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1 to 9,999,999.');
}
