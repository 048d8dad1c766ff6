import { InvalidArgumentError, Option } from 'commander';
import { type Environment, terminalLanguage } from '../config.ts';
import type { Locale } from '../rules/messages/messages.ts';

/** `--locale`, in either case; by default the language of the terminal. */
export const localeOption = (environment: Environment = terminalLanguage()): Option =>
  new Option('--locale <locale>', 'language of what is shown: en or fr')
    .argParser(localeArgument)
    .default(localeOfRun(process.argv, environment), 'that of LC_ALL, LC_MESSAGES or LANG');

function localeArgument(text: string): Locale {
  const locale = localeNamed(text);
  if (locale !== null) return locale;
  throw new InvalidArgumentError('It must be en or fr.');
}

function localeNamed(text = ''): Locale | null {
  const locale = text.toLowerCase();
  return locale === 'en' || locale === 'fr' ? locale : null;
}

/** The first of the variables that is set decides, as POSIX orders them: French for `fr`, `fr_CA.UTF-8` and the like. */
export function terminalLocale({ LC_ALL, LC_MESSAGES, LANG }: Environment = terminalLanguage()): Locale {
  return /^fr([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}

/** The language of a whole run, known before its options are parsed: that of `--locale`, wherever it stands, or of the terminal. */
export function localeOfRun(argv: readonly string[], environment: Environment = terminalLanguage()): Locale {
  const at = argv.findLastIndex((each) => each === '--locale' || each.startsWith('--locale='));
  const given = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return localeNamed(given) ?? terminalLocale(environment);
}
