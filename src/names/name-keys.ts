import { legalSpellings } from './legal-spellings.ts';
import { withoutParticles, withParticlesJoined } from './particles.ts';
import type { NamePart, PartRole } from './parts.ts';
import type { FirmText, ReadName } from './read-name.ts';
import { keyWordsOf, storedWordsOf, wordsOf } from './reading.ts';
import { tokensOf } from './tokens.ts';
import { wordsMeaning } from './translations.ts';
import { abbreviations, commonWords, tradeWords } from './words.ts';

/** What to look up in the store for a part of a name: words as the store's function name_words splits them. */
export interface NameKeys {
  readonly role: PartRole;
  /** Whether it is all that was typed for a firm. */
  readonly isWhole: boolean;
  readonly text: string;
  /** A name that has one of these words is compared. */
  readonly anyOf: readonly string[];
  /** A name that has a word of each of these groups is compared: forms of one word. Empty if `anyOf` is not, and for a single word. */
  readonly allOf: readonly (readonly string[])[];
  /** All words as written: only few names have them all, the very name that was typed among them. Empty for a single word that many names have. */
  readonly written: readonly string[];
  /** The spellings of a legal name that no word distinguishes, such as Construction Ltd.: folded as the store folds names. */
  readonly spelled: readonly string[];
  /** The distinguishing words, and all words: what a name must resemble. */
  readonly key: string;
  readonly words: string;
  /** Whether every word is one that very many names have. */
  readonly areCommon: boolean;
}

/**
 * The keys of all that was typed for a firm as one name, and of its parts that can be looked up: all but notes. Beside a part that is the firm's name, all
 * of it is looked up only as written: names like it are found by that part.
 */
export function nameKeysOf({ text, parts }: FirmText): readonly NameKeys[] {
  const others = parts.filter((part) => part.role !== 'NOTE' && !isSame(part.text, text)).map((part) => keysOfPart(part, false));
  const whole = keysOfPart({ role: 'NAME', text }, true);
  const isNamedApart = others.some(({ role }) => role === 'NAME');
  return [isNamedApart ? onlyAsWritten(whole) : whole, ...others].filter(({ words }) => words !== '');
}

/** The keys of a text that is looked up as an exact legal name and not as one like it. */
export const exactKeysOf = ({ text }: FirmText): readonly NameKeys[] => nameKeysOf({ text, parts: [] }).map(onlyAsWritten);

/** The keys to search for what was typed, as one name and by the names of each firm. */
export const searchKeysOf = ({ whole, firms, isJointVenture }: ReadName): readonly NameKeys[] => [
  ...(isJointVenture ? exactKeysOf(whole) : []),
  ...firms.flatMap(nameKeysOf),
];

const onlyAsWritten = (keys: NameKeys): NameKeys => ({ ...keys, anyOf: [], allOf: [], key: '', areCommon: true });

const isSame = (a: string, b: string): boolean => tokensOf(a).join(' ') === tokensOf(b).join(' ');

function keysOfPart({ role, text }: NamePart, isWhole: boolean): NameKeys {
  const { words: key, areCommon } = keyWordsOf(text);
  const words = wordsOf(text);
  const written = storedWordsOf(text);
  const telling = areCommon ? [] : key.filter((word) => !tradeWords.has(word));
  return {
    role,
    isWhole,
    text,
    anyOf: [
      ...new Set([
        ...telling.flatMap(spellings),
        ...written.filter(isTellingShort),
        ...(telling.length === 0 ? [] : together(words, written)),
      ]),
    ],
    allOf: telling.length === 0 && words.length > 1 ? formsOfLongest(words) : [],
    written: telling.length > 0 || written.length > 1 ? written : [],
    spelled: telling.length === 0 && role === 'NAME' ? legalSpellings(text) : [],
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

/** Neighbouring words as one, and names with the words before them as one and as the last of them: Delacruz for De La Cruz, and the other way round. */
const together = (words: readonly string[], written: readonly string[]): readonly string[] => [
  ...words.slice(1).map((word, at) => `${words[at]}${word}`),
  ...withParticlesJoined(written).filter((word) => !written.includes(word)),
  ...words.filter((word) => !commonWords.has(word) && !tradeWords.has(word)).flatMap(withoutParticles),
];

/** The statements take so many groups of words: the longest are the rarest. */
export const MOST_GROUPS = 3;

const formsOfLongest = (words: readonly string[]): readonly (readonly string[])[] =>
  [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_GROUPS)
    .map((word) => [...new Set(wordsMeaning(word).flatMap(spellings))]);

/** The short form of each word that has one. */
const shortForms = new Map<string, string[]>();
for (const [short, long] of Object.entries(abbreviations)) shortForms.set(long, [...(shortForms.get(long) ?? []), short]);

/** A word in the form of wordsOf, and as the store may have it: Mc for Mac, 4 for four. */
const spellings = (word: string): readonly string[] => [
  word,
  ...(/^mc[a-z]{4,}$/u.test(word) ? [`mac${word.slice(2)}`] : []),
  ...(shortForms.get(word) ?? []),
];
