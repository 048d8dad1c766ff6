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

/** What is counted: one and several, in each language. French takes the singular below two. */
const nouns = {
  'bad row': { en: ['bad row', 'bad rows'], fr: ['ligne erronée', 'lignes erronées'] },
  warning: { en: ['warning', 'warnings'], fr: ['avertissement', 'avertissements'] },
  row: { en: ['row', 'rows'], fr: ['ligne', 'lignes'] },
  day: { en: ['day', 'days'], fr: ['jour', 'jours'] },
  new: { en: ['new', 'new'], fr: ['nouvelle', 'nouvelles'] },
  changed: { en: ['changed', 'changed'], fr: ['modifiée', 'modifiées'] },
  'as before': { en: ['as before', 'as before'], fr: ['inchangée', 'inchangées'] },
  good: { en: ['good', 'good'], fr: ['bonne', 'bonnes'] },
  bad: { en: ['bad', 'bad'], fr: ['erronée', 'erronées'] },
  'more error': { en: ['more error', 'more errors'], fr: ['autre erreur', 'autres erreurs'] },
  'more warning': { en: ['more warning', 'more warnings'], fr: ['autre avertissement', 'autres avertissements'] },
  kind: { en: ['kind', 'kinds'], fr: ['type', 'types'] },
  problem: { en: ['problem', 'problems'], fr: ['problème', 'problèmes'] },
  use: { en: ['use', 'uses'], fr: ['emploi', 'emplois'] },
  'account checked': { en: ['account checked', 'accounts checked'], fr: ['compte vérifié', 'comptes vérifiés'] },
  'link verified': {
    en: ['link of the chain verified', 'links of the chain verified'],
    fr: ['maillon de la chaîne vérifié', 'maillons de la chaîne vérifiés'],
  },
} as const;

export type Noun = keyof typeof nouns;

const nounFor = (locale: Locale, count: number, noun: Noun): string =>
  nouns[noun][locale][(locale === 'fr' ? count < 2 : count === 1) ? 0 : 1];

/** A count with its noun, in one or several: `2 bad rows`. */
export const counted = (locale: Locale, count: number, noun: Noun): string => `${numberIn(locale, count)} ${nounFor(locale, count, noun)}`;

/** The same as a column of a table: numbers end under each other, and nouns begin under each other. */
export const countedInColumn = (locale: Locale, count: number, noun: Noun): string =>
  `${numberIn(locale, count).padStart(9)} ${nounFor(locale, count, noun).padEnd(nouns[noun][locale][1].length)}`;
