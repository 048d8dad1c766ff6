import { withoutEndings } from './endings.ts';
import { legalKeyOf, wordsOfNamed } from './reading.ts';
import { isOneDigitOff, type NumberedCompany, numberedCompany } from './registers.ts';
import { tokensOf } from './tokens.ts';
import { commonWords, tradeWords } from './words.ts';

/** A name taken apart once, to be compared with many. */
export interface ComparedName {
  readonly words: readonly ComparedWord[];
  /** The pieces of its words written together: Cedar Gate and Cedargate. */
  readonly together: ReadonlySet<string>;
  /** The pieces of the name as it stands, its ending included. */
  readonly whole: ReadonlySet<string>;
  readonly numbered: NumberedCompany | null;
  readonly endings: string;
  readonly legalKey: string | null;
}

interface ComparedWord {
  readonly text: string;
  readonly pieces: ReadonlySet<string>;
  /** How much it tells one firm from another. */
  readonly weight: number;
}

/** The most names that are kept apart: a page of candidates and more, some 2 KB each. */
const MOST_KEPT = 4_000;
const kept = new Map<string, ComparedName>();

/** Takes a name apart. The names of firms that many ask for are kept so, since it takes longer than to compare them. */
export function comparedName(name: string): ComparedName {
  const known = kept.get(name);
  if (known) return known;
  const compared = takenApart(name);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, compared);
  return compared;
}

function takenApart(name: string): ComparedName {
  const tokens = tokensOf(name);
  const ended = withoutEndings(tokens);
  const words = wordsOfNamed(ended.named);
  return {
    words: words.map((text) => ({ text, pieces: piecesOf([text]), weight: weightOf(text) })),
    together: piecesOf([words.join('')]),
    whole: piecesOf(tokens),
    numbered: numberedCompany(words),
    endings: ended.endings.map(({ id }) => id).join(' '),
    legalKey: legalKeyOf(ended),
  };
}

const weightOf = (word: string): number => {
  if (commonWords.has(word)) return 0.25;
  return tradeWords.has(word) ? 0.5 : 1;
};

/** From 0 for nothing in common to 1,000,000 for the same name. Names of one number are compared by it alone: a digit off is near, two are another firm. */
export function likeness(searched: ComparedName, name: ComparedName): number {
  const alike = searched.numbered || name.numbered ? numbersAlike(searched, name) : wordsAlike(searched, name);
  if (alike === 0) return 0;
  const form = 0.05 * Number(searched.endings === name.endings) + 0.05 * overlap(searched.whole, name.whole);
  return Math.round(1_000_000 * (0.9 * alike + form));
}

function numbersAlike({ numbered: a }: ComparedName, { numbered: b }: ComparedName): number {
  if (!a || !b) return 0;
  const samePlace = a.place === b.place ? 1 : Number(a.place === null || b.place === null) * 0.9;
  if (a.number === b.number) return samePlace === 0 ? 0.6 : samePlace;
  return isOneDigitOff(a.number, b.number) ? 0.7 * Math.max(samePlace, 0.6) : 0;
}

/** How much of what tells is common to both, word by word whatever their order, or letter by letter where words are written together or apart. */
function wordsAlike(searched: ComparedName, name: ComparedName): number {
  const covered = coverage(searched.words, name.words);
  const covers = coverage(name.words, searched.words);
  const byWord = 0.55 * covered + 0.45 * covers;
  return Math.max(byWord, 0.95 * overlap(searched.together, name.together));
}

/** How much of some words is found among others, by their weight. */
function coverage(words: readonly ComparedWord[], among: readonly ComparedWord[]): number {
  let [all, found] = [0, 0];
  for (const word of words) {
    all += word.weight;
    found += word.weight * Math.max(0, ...among.map((other) => wordLikeness(word, other)));
  }
  return all === 0 ? 0 : found / all;
}

/** Two words: the same; one the beginning of the other; or with most of their pieces in common, as a mistyped letter leaves them. */
function wordLikeness(a: ComparedWord, b: ComparedWord): number {
  if (a.text === b.text) return 1;
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (/\d/u.test(short) || short.length < 3) return 0;
  if (isOneLetterOff(short, long)) return 0.9;
  const common = overlap(a.pieces, b.pieces);
  if (short.length >= 4 && long.startsWith(short)) return Math.max(0.8, common);
  return common >= 0.3 ? 0.35 + 0.6 * common : 0;
}

const isOneLetterOff = (short: string, long: string): boolean => short.length >= 4 && isOneDigitOff(short, long);

/** How many pieces two sets have in common, of those that either has. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const each of a) if (b.has(each)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** Three characters in a row, as pg_trgm cuts them. */
function piecesOf(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}
