import { errorInFrench } from '../errors-french.ts';
import { frenchOfStarts } from '../errors-operator.ts';
import { phrasebook } from '../errors-phrases.ts';
import { frenchOfImports } from '../import/french.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { frenchMisuse } from './french/help.ts';
import { frenchProblems, frenchSettings } from './french/settings.ts';

const startsInFrench = phrasebook({ ...frenchMisuse, ...frenchProblems, ...frenchOfStarts, ...frenchOfImports });

// The names of options and arguments stay as the help has them, so what is not a sentence of a command is read as a whole only.
const inFrench = (english: string): string | null => startsInFrench(english) ?? errorInFrench(english);

/** Why a command or a process ended, in a language; line by line where there are several. What others say, such as PostgreSQL, stays as it is. */
export function errorIn(locale: Locale, english: string): string {
  if (locale === 'en') return english;
  return (
    inFrench(english) ??
    english
      .split('\n')
      .map((line) => inFrench(line) ?? line)
      .join('\n')
  );
}

/** What a setting is for, in a language. */
export const settingIn = (locale: Locale, description: string): string =>
  (locale === 'fr' ? settingsInFrench(description) : null) ?? description;

const settingsInFrench = phrasebook(frenchSettings);
