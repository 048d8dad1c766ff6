import type { NamePart, PartRole } from './parts.ts';
import { keyWordsOf, storedWordsOf, wordsOf } from './reading.ts';
import { abbreviations, commonWords, tradeWords } from './words.ts';

/** What to look up in the store for a part of a name: words as the store's function name_words splits them. */
export interface NameKeys {
  readonly role: PartRole;
  readonly text: string;
  /** A name that has one of these words is compared. */
  readonly anyOf: readonly string[];
  /** A name that has all of these words is compared; empty if `anyOf` is not. */
  readonly allOf: readonly string[];
  /** All words as written: only few names have them all, the very name that was typed among them. Empty for a single word that many names have. */
  readonly written: readonly string[];
  /** The distinguishing words, and all words: what a name must resemble. */
  readonly key: string;
  readonly words: string;
  /** Whether every word is one that very many names have. */
  readonly areCommon: boolean;
}

/** The keys of the parts of a name that can be looked up: all but notes. */
export const nameKeysOf = (parts: readonly NamePart[]): readonly NameKeys[] =>
  parts.filter(({ role, text }) => role !== 'NOTE' && wordsOf(text).length > 0).map(keysOfPart);

function keysOfPart({ role, text }: NamePart): NameKeys {
  const { words: key, areCommon } = keyWordsOf(text);
  const words = wordsOf(text);
  const written = storedWordsOf(text);
  const telling = areCommon ? [] : key.filter((word) => !tradeWords.has(word));
  const together = telling.length === 0 ? [] : words.slice(1).map((word, at) => `${words[at]}${word}`);
  return {
    role,
    text,
    anyOf: [...new Set([...telling.flatMap(spellings), ...written.filter(isTellingShort), ...together])],
    allOf: telling.length === 0 ? words : [],
    written: telling.length > 0 || written.length > 1 ? written : [],
    key: key.join(' '),
    words: words.join(' '),
    areCommon,
  };
}

/**
 * Whether a word that is written short distinguishes a firm by its letters: HVAC does, Const. does not. At the beginning of a name short words are
 * often initials, as in R.D. Masonry.
 */
function isTellingShort(word: string, at: number): boolean {
  if (!Object.hasOwn(abbreviations, word) || word === 'st' || word === 'ste') return false;
  const long = (abbreviations[word] ?? '').split(' ');
  return at === 0 || !long.every((each) => commonWords.has(each) || tradeWords.has(each));
}

/** The short form of each word that has one. */
const shortForms = new Map<string, string[]>();
for (const [short, long] of Object.entries(abbreviations)) shortForms.set(long, [...(shortForms.get(long) ?? []), short]);

/** A word in the form of wordsOf, and as the store may have it: Mc for Mac, 4 for four. */
const spellings = (word: string): readonly string[] => [
  word,
  ...(/^mc[a-z]{4,}$/u.test(word) ? [`mac${word.slice(2)}`] : []),
  ...(shortForms.get(word) ?? []),
];
