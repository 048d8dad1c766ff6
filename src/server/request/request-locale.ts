import type { IncomingMessage } from 'node:http';
import type { Locale } from '../../rules/messages/messages.ts';

/** The language of a request: French where `Accept-Language` prefers a French (`fr`, `fr-CA`) to every English, else English (RFC 9110, 12.5.4). */
export function localeOf({ headers }: Pick<IncomingMessage, 'headers'>): Locale {
  const given = headers['accept-language'];
  if (given === undefined) return 'en';
  const spoken = given.split(',', MOST_RANGES).map(rangeOf).filter(isSpoken);
  const [best] = spoken.toSorted((a, b) => b.weight - a.weight);
  return best?.language ?? 'en';
}

/** A language that `connection_init` states as `locale`, in either case and with or without a region; null if it states no supported one. */
export function statedLocale(stated: unknown): Locale | null {
  const range = { language: typeof stated === 'string' ? primary(stated) : '', weight: 1 };
  return isSpoken(range) ? range.language : null;
}

/** What stands beyond in a longer list is not read; browsers send about five. */
const MOST_RANGES = 20;

interface Range<Language = string> {
  readonly language: Language;
  readonly weight: number;
}

function rangeOf(range: string): Range {
  const [tag = '', ...parameters] = range.split(';');
  const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/i.exec(each)?.[1]).find((found) => found !== undefined);
  return { language: primary(tag), weight: weight === undefined ? 1 : Number(weight) };
}

const isSpoken = (range: Range): range is Range<Locale> => (range.language === 'en' || range.language === 'fr') && range.weight > 0;

const primary = (tag: string): string => tag.trim().toLowerCase().split('-')[0] ?? '';
