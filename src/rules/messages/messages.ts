import type { Day } from '../calendar.ts';
import { dayOfMonth, monthOf, yearOf } from '../calendar.ts';
import { english, englishWords, type MessageId } from './english.ts';
import { french, frenchWords } from './french.ts';
import { usesOurTerms } from './unofficial.ts';

export type { MessageId } from './english.ts';

/** A language the registry answers in. */
export type Locale = 'en' | 'fr';

/** Names of the values a message takes: `'from' | 'to'` for a template with `{from:day}` and `{to:day}`. */
export type ValueNames<Id extends MessageId> = NamesIn<(typeof english)[Id]>;

/** The messages that take no other values than those named. */
export type MessageWith<Names extends string> = { [Id in MessageId]: [ValueNames<Id>] extends [Names] ? Id : never }[MessageId];

/**
 * The sentence in a language with its values filled in. A template names a value as `{name}`, or `{name:kind}` to have it written
 * as a day, a percentage, a word of the registry, several of them or a list; a value that is missing stays visible as `{name}`.
 */
export function render(locale: Locale, id: MessageId, values: Readonly<Record<string, string>> = {}): string {
  let sentence = '';
  for (const part of partsOf(locale, id)) sentence += typeof part === 'string' ? part : fillIn(locale, part, values);
  return sentence;
}

/** Whether the sentence, with its values filled in, is our French without an official source; false for every English sentence. */
export const isUnofficial = (locale: Locale, id: MessageId, values: Readonly<Record<string, string>> = {}): boolean =>
  locale === 'fr' && usesOurTerms(render('fr', id, values));

/** The template of a message as written in `english.ts` or `french.ts`. */
export const templateOf = (locale: Locale, id: MessageId): string => (locale === 'en' ? english[id] : french[id]);

/** A day written out: 22 November 2026, 22 novembre 2026, 1er janvier 2026; in French its parts stay on one line. */
export function writeDay(locale: Locale, day: Day): string {
  const date = dayOfMonth(day);
  const month = months[locale][monthOf(day) - 1];
  if (locale === 'en') return `${date} ${month} ${yearOf(day)}`;
  return `${date === 1 ? '1er' : date}\u00A0${month}\u00A0${yearOf(day)}`;
}

/** A percentage from a decimal text: 79.99% in English, 79,99 % in French. */
export const writePercent = (locale: Locale, value: string): string =>
  locale === 'fr' ? `${value.replace('.', ',')}\u00A0%` : `${value}%`;

/** A name of the registry's own, such as COR_2020, in words. A value without words stays as it is. */
export function writeWord(locale: Locale, value: string): string {
  const words: Readonly<Record<string, string>> = locale === 'fr' ? frenchWords : englishWords;
  return words[value] ?? value;
}

/** `3,7,12` as 3, 7 and 12. */
export function writeList(locale: Locale, value: string): string {
  const items = value.split(',');
  const last = items.pop() ?? '';
  return items.length === 0 ? last : `${items.join(', ')} ${locale === 'fr' ? 'et' : 'and'} ${last}`;
}

/** A place in a template where a value goes. */
interface Slot {
  readonly name: string;
  readonly kind: string | undefined;
}

/** Templates already taken apart; a list of 500 answers renders the same few sentences thousands of times. */
const takenApart: Readonly<Record<Locale, Map<MessageId, readonly (string | Slot)[]>>> = { en: new Map(), fr: new Map() };

function partsOf(locale: Locale, id: MessageId): readonly (string | Slot)[] {
  const known = takenApart[locale].get(id);
  if (known) return known;
  const parts = templateOf(locale, id)
    .split(/(\{\w+(?::\w+)?\})/)
    .map((part) => slotIn(part) ?? part);
  takenApart[locale].set(id, parts);
  return parts;
}

function slotIn(part: string): Slot | null {
  const [, name, kind] = /^\{(\w+)(?::(\w+))?\}$/.exec(part) ?? [];
  return name === undefined ? null : { name, kind };
}

function fillIn(locale: Locale, { name, kind }: Slot, values: Readonly<Record<string, string>>): string {
  const value = values[name];
  return value === undefined ? `{${name}}` : writeValue(locale, kind, value);
}

type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}:${string}` ? Bare : Name) | NamesIn<Rest>
  : never;

const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
} as const;

function writeValue(locale: Locale, kind: string | undefined, value: string): string {
  switch (kind) {
    case 'day':
      return writeDay(locale, value);
    case 'percent':
      return writePercent(locale, value);
    case 'word':
      return writeWord(locale, value);
    case 'words':
      return writeList(
        locale,
        value
          .split(',')
          .map((word) => writeWord(locale, word))
          .join(','),
      );
    case 'list':
      return writeList(locale, value);
    default:
      return value;
  }
}
