import { dayInToronto } from '../clock.ts';
import type { Day } from '../rules/calendar.ts';
import { dayBefore } from '../rules/calendar.ts';
import { type Locale, writeDay } from '../rules/messages/messages.ts';
import { type Html, html } from './html.ts';
import type { Found, Verified } from './operations.ts';
import type { Say } from './words.ts';

/** How a standing looks: words and a sign show it too, never colour alone. */
const looks: Readonly<Record<string, readonly [tone: Tone, sign: string]>> = {
  CERTIFIED: ['good', '✓'],
  PENDING: ['warn', '◐'],
  REGISTERED: ['info', '○'],
  BIDDING_ONLY: ['info', '◇'],
  MET: ['good', '✓'],
  NOT_MET: ['bad', '✗'],
  CANNOT_SAY: ['open', '?'],
  TO_MEND: ['open', '?'],
};

/** The tone of a colour. */
export type Tone = 'good' | 'warn' | 'info' | 'bad' | 'open';

const lookOf = (standing: string): readonly [tone: Tone, sign: string] => looks[standing] ?? ['bad', '✗'];

/** The tone in which a standing is shown. */
export const toneOf = (standing: string): Tone => lookOf(standing)[0];

/** The sign beside a standing’s words. */
export const signOf = (standing: string): string => lookOf(standing)[1];

/** A standing in words, with colour and sign. */
export const badge = (standing: string, words: string): Html =>
  html`<span class="badge ${toneOf(standing)}"><span aria-hidden="true">${signOf(standing)}</span> ${capitalized(words)}</span>`;

/** With a capital, as at the beginning of a heading or a cell. */
export const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A day in an element that programs can read. */
export const time = (locale: Locale, day: Day): Html => html`<time datetime="${day}">${writeDay(locale, day)}</time>`;

const monthNames: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};

/** A day with its month shortened, where a column or a picture has no room for more; in French its parts stay on one line. */
export function shortDay(locale: Locale, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const monthName = monthNames[locale][Number(month) - 1] ?? '';
  if (locale === 'en') return `${Number(date)} ${monthName} ${year}`;
  return `${date === '01' ? '1er' : Number(date)}\u00A0${monthName}\u00A0${year}`;
}

/** The same in an element that programs can read. */
export const shortTime = (locale: Locale, day: Day): Html => html`<time datetime="${day}">${shortDay(locale, day)}</time>`;

/** First day of a standing in words; empty if none is known. */
export const sinceWords = (locale: Locale, say: Say, { since }: Pick<Verified, 'since'>): string =>
  since === null ? say('always') : writeDay(locale, since);

/** Last day of a standing and what follows, in words. */
export const untilWords = (locale: Locale, say: Say, { holdsUntil, thenLabel }: Pick<Verified, 'holdsUntil' | 'thenLabel'>): string =>
  holdsUntil === null ? say('forever') : say('untilThen', { day: writeDay(locale, dayBefore(holdsUntil)), then: thenLabel ?? '' });

/** The clauses that decided, each with what was found. */
export const deciding = (reasons: readonly Found[]): readonly Found[] => reasons.filter(({ decides }) => decides);

/** An instant in Toronto time, in words. */
export function instantWords(locale: Locale, instant: string): string {
  const at = new Date(instant);
  const hour = at.toLocaleTimeString(locale === 'fr' ? 'fr-CA' : 'en-CA', { timeZone: 'America/Toronto', timeStyle: 'medium' });
  const day = writeDay(locale, dayInToronto(at));
  // 30 novembre 2026 à 7 h 40 min 28 s: French writes no zero before the hour.
  return locale === 'fr' ? `${day} à ${hour.replace(/^0(?=\d)/, '')}` : `${day} at ${hour}`;
}
