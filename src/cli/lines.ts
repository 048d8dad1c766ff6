import { filled } from '../errors-phrases.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { frenchLines } from './french/lines.ts';

/** A line that a command prints, by its English; `{}` stands for values. */
export type Line = keyof typeof frenchLines;

/** Writes a line in a language, with its values in order. */
export type WriteLine = (english: Line, ...values: readonly (string | number)[]) => string;

/** The lines of the commands in a language: `line('{} parked.', 3)`. */
export const linesIn =
  (locale: Locale): WriteLine =>
  (english, ...values) =>
    filled(locale === 'fr' ? frenchLines[english] : english, values);

/** A count as people of a language write it. */
export const numberIn = (locale: Locale, count: number): string => count.toLocaleString(locale === 'fr' ? 'fr-CA' : 'en-CA');

const nouns = {
  'bad row': ['ligne erronée', 'lignes erronées'],
  warning: ['avertissement', 'avertissements'],
  row: ['ligne', 'lignes'],
} as const;

/** A count with its noun, in one or several. */
export function counted(locale: Locale, count: number, noun: keyof typeof nouns): string {
  const [one, many] = nouns[noun];
  if (locale === 'fr') return `${numberIn(locale, count)} ${count < 2 ? one : many}`;
  return `${numberIn(locale, count)} ${noun}${count === 1 ? '' : 's'}`;
}
