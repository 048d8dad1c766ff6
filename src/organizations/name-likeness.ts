import { abbreviations, commonWords, emptyWords, legalSuffixes } from './name-words.ts';

/** The words of a name as two spellings of one firm share them: no accents, capitals, punctuation, articles or legal form; abbreviations written out. */
export function wordsOf(name: string): string[] {
  const words = joinInitials(plainWords(name));
  const last = words.findLastIndex((word) => !legalSuffixes.has(word));
  const named = words.slice(0, Math.max(last, 0) + 1);
  const written = named.flatMap((word) => (Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word).split(' ') : word));
  const telling = written.filter((word) => !emptyWords.has(word));
  return telling.length > 0 ? telling : written;
}

/** What to look for: the words that not every other name has; where all are common, all of them. */
export function keyWordsOf(name: string): { words: string[]; areCommon: boolean } {
  const words = wordsOf(name);
  const rare = words.filter((word) => !commonWords.has(word));
  return rare.length > 0 ? { words: rare, areCommon: false } : { words, areCommon: true };
}

/** Small letters without accents, cut at whatever is no letter or digit; an elided article (l', d') goes, another apostrophe joins. */
function plainWords(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæøłß]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/(?<![\p{L}\p{N}])[ld]'(?=\p{L})/gu, '')
    .replaceAll("'", '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss' };

/** Single letters in a row are one word: S.E.N.C., J. P. and JP. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let afterInitial = false;
  for (const word of words) {
    const isInitial = /^\p{L}$/u.test(word);
    if (isInitial && afterInitial) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
    afterInitial = isInitial;
  }
  return joined;
}

/** A name taken apart once, to be compared with many. */
export interface NameParts {
  /** Three letters in a row, as pg_trgm cuts them, of the words without their legal form. */
  readonly words: ReadonlySet<string>;
  /** The same of the name as it stands. */
  readonly whole: ReadonlySet<string>;
}

export const nameParts = (name: string): NameParts => ({ words: trigrams(wordsOf(name)), whole: trigrams(plainWords(name)) });

/**
 * How like a name is to what is searched for, from 0 to 1,000,000: most by how much of both they have in common, as much by how much of what is
 * searched for the name has, and a little by its legal form and spelling.
 */
export function likeness(searched: NameParts, name: NameParts): number {
  const common = shared(searched.words, name.words);
  const alike = ratio(common, searched.words.size + name.words.size - common);
  const covered = ratio(common, searched.words.size);
  const commonWhole = shared(searched.whole, name.whole);
  const spelt = ratio(commonWhole, searched.whole.size + name.whole.size - commonWhole);
  return Math.round(1_000_000 * (0.45 * alike + 0.45 * covered + 0.1 * spelt));
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  return count;
}

function trigrams(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}
