import type { Locale } from '../rules/messages/messages.ts';
import { english, type WordId } from './words.en.ts';
import { french } from './words.fr.ts';

export type { WordId } from './words.en.ts';

/** The sentences of a page in its language: `say('rowsCounted', { count: 3 })`. A value that is missing stays visible as `{name}`. */
export type Say = (id: WordId, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences in a language. */
export const sayIn =
  (locale: Locale): Say =>
  (id, values = {}) =>
    (locale === 'fr' ? french : english)[id].replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
