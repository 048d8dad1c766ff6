import type { NamePart, PartRole } from './parts.ts';
import { keyWordsOf, wordsOf } from './reading.ts';
import { tradeWords } from './words.ts';

/** What to look up in the store for a part of a name: words as the store's function name_words splits them. */
export interface NameKeys {
  readonly role: PartRole;
  readonly text: string;
  /** A name that has one of these words is compared. */
  readonly anyOf: readonly string[];
  /** A name that has all of these words is compared; empty if `anyOf` is not. */
  readonly allOf: readonly string[];
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
  const telling = areCommon ? [] : key.filter((word) => !tradeWords.has(word));
  const together = telling.length === 0 ? [] : words.slice(1).map((word, at) => `${words[at]}${word}`);
  return {
    role,
    text,
    anyOf: [...new Set([...telling.flatMap(spellings), ...together])],
    allOf: telling.length === 0 ? words : [],
    key: key.join(' '),
    words: words.join(' '),
    areCommon,
  };
}

/** A word in the form of wordsOf, and as the store may have it: Mc for Mac. */
const spellings = (word: string): readonly string[] => (/^mc[a-z]{4,}$/u.test(word) ? [word, `mac${word.slice(2)}`] : [word]);
