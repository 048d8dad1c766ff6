import { InvalidArgumentError, Option } from 'commander';
import { terminalLanguage } from '../config.ts';
import type { Locale } from '../rules/messages/messages.ts';

/** `--locale`, in either case; by default the language of the terminal. */
export const localeOption = (environment: Readonly<Record<string, string | undefined>> = terminalLanguage()): Option =>
  new Option('--locale <locale>', 'language of the answers: en or fr')
    .argParser(localeArgument)
    .default(terminalLocale(environment), 'that of LC_ALL, LC_MESSAGES or LANG');

function localeArgument(text: string): Locale {
  const locale = text.toLowerCase();
  if (locale === 'en' || locale === 'fr') return locale;
  throw new InvalidArgumentError('It must be en or fr.');
}

/** The first of the variables that is set decides, as POSIX orders them: French for `fr`, `fr_CA.UTF-8` and the like. */
export function terminalLocale({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Locale {
  return /^fr([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}
