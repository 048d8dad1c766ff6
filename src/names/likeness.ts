import { LRUCache } from 'lru-cache';
import { type EndedName, withoutEndings, withoutEndingsWithin } from './endings.ts';
import { withParticlesJoined } from './particles.ts';
import { legalKeyOf, legalNameKey, wordsOfNamed } from './reading.ts';
import { isOneDigitOff, type NumberedCompany, numberedCompany } from './registers.ts';
import { hasElidedArticle, tokensOf } from './tokens.ts';
import { meaningOfWord } from './translations.ts';
import { formsInTwoLanguages } from './two-languages.ts';
import { commonWords, tradeWords } from './words.ts';

/** A name prepared for comparison with many others. */
export interface ComparedName {
  readonly words: readonly ComparedWord[];
  /** The same with De La Cruz as one word; null for a name without such words. */
  readonly joined: readonly ComparedWord[] | null;
  /** The trigrams of its words written as one: Cedar Gate and Cedargate. */
  readonly together: ReadonlySet<string>;
  /** The trigrams of the name as it is, with its ending. */
  readonly whole: ReadonlySet<string>;
  readonly numbered: NumberedCompany | null;
  readonly endings: string;
  readonly legalKey: string | null;
  /** Of a name in two languages: each of its forms. */
  readonly forms: readonly ComparedName[];
}

interface ComparedWord {
  readonly text: string;
  /** The same for words of one meaning in both languages. */
  readonly meaning: string;
  readonly pieces: ReadonlySet<string>;
  /** How well it distinguishes one firm from another. */
  readonly weight: number;
  /** Whether it stands for words of which it has the first letters. */
  readonly isInitials: boolean;
}

/** The most prepared names that are kept: a page of candidates and more, about 2 KB each. */
const MOST_KEPT = 4_000;
const kept = new LRUCache<string, ComparedName>({ max: MOST_KEPT });

/** Prepares a name. The names of firms that are compared often are kept, because preparing takes longer than comparing. */
export function comparedName(name: string): ComparedName {
  const known = kept.get(name);
  if (known) return known;
  const compared = takenApart(name);
  kept.set(name, compared);
  return compared;
}

/** A name as it is, and each of its forms if it is in two languages. */
export function comparedForms(name: string): readonly ComparedName[] {
  const compared = comparedName(name);
  return [compared, ...compared.forms];
}

function takenApart(name: string): ComparedName {
  const tokens = tokensOf(name);
  const ended = withoutEndings(tokens);
  const words = wordsOfNamed(ended.named);
  const joined = withParticlesJoined(ended.named);
  return {
    words: words.map(comparedWord),
    joined: joined.length < ended.named.length ? wordsOfNamed(joined).map(comparedWord) : null,
    together: piecesOf([words.join('')]),
    whole: piecesOf(tokens),
    numbered: numberedCompany(withoutEndingsWithin(words)),
    endings: ended.endings.map(({ id }) => id).join(' '),
    ...legalFormsOf(name, ended),
  };
}

/** A name in two languages has the same key whichever of them comes first. */
function legalFormsOf(name: string, ended: EndedName): Pick<ComparedName, 'legalKey' | 'forms'> {
  const forms = (formsInTwoLanguages(name) ?? []).map(comparedName);
  if (forms.length > 0)
    return {
      legalKey: forms
        .map(({ legalKey }) => legalKey)
        .sort()
        .join(' / '),
      forms,
    };
  return { legalKey: hasElidedArticle(name) ? legalNameKey(name) : legalKeyOf(ended), forms };
}

const comparedWord = (text: string): ComparedWord => ({
  text,
  meaning: meaningOfWord(text),
  pieces: piecesOf([text]),
  weight: weightOf(text),
  isInitials: false,
});

const weightOf = (word: string): number => {
  if (commonWords.has(word)) return 0.25;
  return tradeWords.has(word) ? 0.5 : 1;
};

/**
 * From 0 for nothing in common to 1,000,000 for the same name. Names with a number are compared only by it: one digit off is near, two are another
 * firm.
 */
export function likeness(searched: ComparedName, name: ComparedName): number {
  const alike = searched.numbered || name.numbered ? numbersAlike(searched, name) : wordsAlike(searched, name);
  if (alike === 0) return 0;
  const form = 0.05 * Number(searched.endings === name.endings) + 0.05 * overlap(searched.whole, name.whole);
  return Math.round(1_000_000 * (0.9 * alike + form));
}

function numbersAlike({ numbered: a }: ComparedName, { numbered: b }: ComparedName): number {
  if (!a || !b) return 0;
  const sameJurisdiction = a.jurisdiction === b.jurisdiction ? 1 : Number(a.jurisdiction === null || b.jurisdiction === null) * 0.9;
  if (a.number === b.number) return sameJurisdiction === 0 ? 0.6 : sameJurisdiction;
  return isOneDigitOff(a.number, b.number) ? 0.7 * Math.max(sameJurisdiction, 0.6) : 0;
}

/** The share of distinguishing words in common, in any order, or of letters where words are written as one or apart. */
function wordsAlike(searched: ComparedName, name: ComparedName): number {
  const byWord = byWordAlike(searched.words, name.words);
  const isJoined = searched.joined !== null || name.joined !== null;
  const byJoined = isJoined ? 0.97 * byWordAlike(searched.joined ?? searched.words, name.joined ?? name.words) : 0;
  return Math.max(byWord, byJoined, 0.95 * overlap(searched.together, name.together));
}

function byWordAlike(searched: readonly ComparedWord[], name: readonly ComparedWord[]): number {
  const [asked, of] = [writtenAs(searched, name), writtenAs(name, searched)];
  return 0.55 * coverage(asked, of) + 0.45 * coverage(of, asked);
}

/** How similar two words must be to be one, perhaps with a typing error. */
const SAME_WORD = 0.8;

/** Whether a name has no word that the other does not have. */
export function hasNothingBeside(searched: ComparedName, name: ComparedName): boolean {
  if (searched.numbered || name.numbered) return numbersAlike(searched, name) >= 0.9;
  const [asked, of] = [writtenAs(searched.words, name.words), writtenAs(name.words, searched.words)];
  return asked.length > 0 && asked.every((word) => of.some((other) => wordLikeness(word, other) >= SAME_WORD));
}

/** The most words that initials stand for: SRF for Smooth Rock Falls. */
const MOST_INITIALS = 4;

/** Words, with neighbours as one word where the other name has them so: Ash Grove for Ashgrove, Q-Con for QCon, Kitchener-Waterloo for KW. */
function writtenAs(words: readonly ComparedWord[], among: readonly ComparedWord[]): readonly ComparedWord[] {
  for (let at = 0; at + 1 < words.length; at += 1) {
    const pair = `${words[at]?.text}${words[at + 1]?.text}`;
    if (among.some(({ text }) => text === pair || (pair.length > 6 && isOneLetterOff(pair, text))))
      return [...words.slice(0, at), comparedWord(pair), ...words.slice(at + 2)];
    const short = initialsFrom(words.slice(at, at + MOST_INITIALS), among);
    if (short) return [...words.slice(0, at), { ...comparedWord(short), isInitials: true }, ...words.slice(at + short.length)];
  }
  return words;
}

/** The initials that the other name has in place of the first of some words; undefined if there are none. */
const initialsFrom = (words: readonly ComparedWord[], among: readonly ComparedWord[]): string | undefined => {
  const initials = words.map(({ text }) => (/^[a-z]{2}/u.test(text) ? text.charAt(0) : ' ')).join('');
  return among.find(({ text }) => text.length > 1 && text.length <= initials.length && initials.startsWith(text))?.text;
};

/** The share of some words that is found among others, by weight. */
function coverage(words: readonly ComparedWord[], among: readonly ComparedWord[]): number {
  let [all, found] = [0, 0];
  for (const word of words) {
    all += word.weight;
    found += word.weight * Math.max(0, ...among.map((other) => wordLikeness(word, other)));
  }
  return all === 0 ? 0 : found / all;
}

/** Compares two words: the same; the same in the other language; one the beginning of the other; or with most of their trigrams in common, as after a typing error. */
function wordLikeness(a: ComparedWord, b: ComparedWord): number {
  if (a.text === b.text) return a.isInitials === b.isInitials ? 1 : 0.8;
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (/\d/u.test(short) || short.length < 3) return 0;
  if (a.meaning === b.meaning || isOneLetterOff(short, long)) return 0.9;
  const common = overlap(a.pieces, b.pieces);
  if (long.startsWith(short)) return Math.max(short.length >= 4 ? 0.8 : 0.7, common);
  return common >= 0.3 ? 0.35 + 0.6 * common : 0;
}

const isOneLetterOff = (short: string, long: string): boolean => short.length >= 4 && isOneDigitOff(short, long);

/** How many trigrams two sets have in common, as a share of all they have. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const each of a) if (b.has(each)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** Three characters in a row, split like pg_trgm does. */
function piecesOf(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}
