import { type Command, Help, type Option } from 'commander';
import { phrasebook } from '../errors-phrases.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { errorIn } from './errors-in.ts';
import { frenchHelp } from './french/help.ts';

const helpInFrench = phrasebook(frenchHelp);

/** A text of a command’s help in a language. */
export const helpIn = (locale: Locale, english: string): string => (locale === 'fr' ? helpInFrench(english) : null) ?? english;

/** Puts the help of a command and of all below it, and what it says of misuse, into a language. */
export function speak(command: Command, locale: Locale): void {
  if (locale === 'en') return;
  command.description(helpIn(locale, command.description()));
  for (const argument of command.registeredArguments) argument.description = helpIn(locale, argument.description);
  for (const option of command.options) speakOption(option, locale);
  command
    .helpOption('-h, --help', helpIn(locale, 'display help for command'))
    .configureHelp({ styleTitle: (title) => helpIn(locale, title), commandUsage: usageIn(locale), optionDescription: detailsIn(locale) })
    .configureOutput({ outputError: (text, write) => write(`${errorIn(locale, text.trimEnd())}\n`) });
  if (command.commands.length > 0) command.helpCommand('help [commande]', helpIn(locale, 'display help for command'));
  for (const each of command.commands) speak(each, locale);
}

function speakOption(option: Option, locale: Locale): void {
  option.description = helpIn(locale, option.description);
  if (option.defaultValueDescription !== undefined) option.defaultValueDescription = helpIn(locale, option.defaultValueDescription);
}

const usual = new Help();

const usageIn =
  (locale: Locale) =>
  (command: Command): string =>
    usual.commandUsage(command).replace('[command]', helpIn(locale, '[command]'));

/** What stands in brackets behind an option: its choices, its default, its variable. */
const detailsIn =
  (locale: Locale) =>
  (option: Option): string => {
    const text = usual.optionDescription(option);
    if (locale === 'en') return text;
    return text
      .replace('(choices: ', '(choix\u00A0: ')
      .replace(/([(,] ?)default: /, '$1par défaut\u00A0: ')
      .replace('env: ', 'variable\u00A0: ');
  };
