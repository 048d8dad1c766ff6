import { Command } from 'commander';
import { describeSettings, unknownVariables } from '../config.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { errorIn, settingIn } from './errors-in.ts';
import { exitCodes } from './exit-codes.ts';
import { linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';

const notes = `
Each setting is an environment variable. A problem is shown next to its setting, without the value.

Exit codes: 0 no problems, 1 a variable is malformed or unknown and the registry would not start.

Examples:
  $ registry config
  $ PORT=4100 registry config`;

const frenchNotes = `
Chaque réglage est une variable d’environnement. Un problème s’affiche à côté de son réglage, sans la valeur.

Codes de sortie : 0 aucun problème, 1 une variable est mal formée ou inconnue et le registre ne démarrerait pas.

Exemples :
  $ registry config
  $ PORT=4100 registry config`;

/** `registry config` */
export const configCommand = (): Command =>
  new Command('config')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(listSettings);

function listSettings({ locale }: { readonly locale: Locale }): void {
  const line = linesIn(locale);
  const all = describeSettings();
  for (const { variable, description, fallback, isSet, value, problem } of all) {
    const wrong = problem && `\n  ${line('wrong: {}', errorIn(locale, problem))}`;
    const now = wrong ?? (isSet ? line('; set to: {}', String(value)) : '');
    process.stdout.write(`${variable}\n  ${settingIn(locale, description)}\n  ${line('default: {}', fallback ?? line('none'))}${now}\n`);
  }
  const unknown = unknownVariables();
  for (const each of unknown) process.stdout.write(`${line('wrong: {}', errorIn(locale, each))}\n`);
  const isWell = unknown.length === 0 && all.every(({ problem }) => problem === null);
  process.exitCode = isWell ? exitCodes.done : exitCodes.found;
}
