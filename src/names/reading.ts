import { type EndedName, legalEndingAt, withEndingsInOneForm, withoutEndings, withoutEndingsWithin } from './endings.ts';
import { type NumberedCompany, numberedCompany } from './registers.ts';
import { legalTokensOf, tokensOf } from './tokens.ts';
import { abbreviations, commonWords, emptyWords } from './words.ts';

/** The legal ending of a name; null if it has none, or only one that a legal name need not have. */
export const legalEndingOf = (name: string): string | null =>
  withoutEndings(tokensOf(name)).endings.findLast(({ isLegal }) => isLegal)?.id ?? null;

/**
 * The words of a name that different spellings of one firm share: without legal ending and articles, abbreviations written out, B & B as one word.
 */
export const wordsOf = (name: string): string[] => wordsOfNamed(withoutEndings(tokensOf(name)).named);

/** The words of a name as the store's function name_words splits them, without legal endings: abbreviations and `the` as they are, B & B as one word. */
export function storedWordsOf(name: string): string[] {
  const words: string[] = [];
  const { named } = withoutEndings(tokensOf(name));
  for (const [at, token] of named.entries()) {
    const last = words.at(-1) ?? '';
    const isEnding = at > 0 && legalEndingAt(named, at) !== null;
    if (token === '&' || isEnding || !/^[a-z0-9]+$/u.test(token)) continue;
    if (named[at - 1] === '&' && /^[a-z]$/u.test(token) && /^[a-z]$/u.test(last)) words.push(`${words.pop()}${token}`);
    else words.push(token);
  }
  return words;
}

/** The same for a name's words without its endings. */
export function wordsOfNamed(tokens: readonly string[]): string[] {
  const named = initialsJoined(tokens);
  const written = named.flatMap((word) => (Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word).split(' ') : word));
  const telling = written.filter((word) => !emptyWords.has(word)).map(oneSpelling);
  return telling.length > 0 ? telling : written.filter((word) => word !== '&');
}

/** B & B, B and B, B&B: one word, as in BB. */
function initialsJoined(tokens: readonly string[]): string[] {
  const words: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const isBetween = token === '&' && isInitials(words.at(-1)) && isInitials(tokens[at + 1]);
    if (isBetween) continue;
    if (tokens[at - 1] === '&' && isInitials(token) && isInitials(words.at(-1))) words.push(`${words.pop()}${token}`);
    else words.push(token);
  }
  return words;
}

const isInitials = (word: string | undefined): boolean =>
  word !== undefined && /^[a-z]{1,2}$/u.test(word) && word !== 'mc' && word !== 'st';

const oneSpelling = (word: string): string => (/^mac[a-z]{4,}$/u.test(word) ? `mc${word.slice(3)}` : word);

/** The numbered company that a name denotes; null for a firm with a name. */
export const numberedName = (name: string): NumberedCompany | null => numberedCompany(withoutEndingsWithin(wordsOf(name)));

/** Whether a text begins with the register of a numbered company, whose number stands before it: Ontario Ltd. o/a Cedar Gate. */
export const startsWithRegister = (text: string): boolean => numberedCompany(['12345', ...wordsOf(text).slice(0, 1)])?.jurisdiction != null;

/**
 * What different spellings of one legal name share, including its ending: regardless of capitals, accents and punctuation, of the full or abbreviated
 * form of the ending, and of `and` as a sign. Null for a name without a legal ending, at its end or within it. A register does not accept two firms that differ only in these
 * (O. Reg. 398/21 ss. 5 and 6; RLRQ, c. S-31.1, r. 1.02, s. 2).
 */
export const legalNameKey = (name: string): string | null => legalKeyOf(withoutEndings(legalTokensOf(name)));

/** The same for a name without its endings. */
export function legalKeyOf({ named, endings }: EndedName): string | null {
  const words = withEndingsInOneForm(named).join(' ');
  if (words === named.join(' ') && !endings.some(({ isLegal }) => isLegal)) return null;
  return `${words} | ${endings.map(({ id }) => id).join(' ')}`;
}

/** The words to look a name up by: those that are not very common, or all words if every one is. */
export function keyWordsOf(name: string): { readonly words: readonly string[]; readonly areCommon: boolean } {
  const words = wordsOf(name);
  const telling = words.filter((word) => !commonWords.has(word));
  return telling.length > 0 ? { words: telling, areCommon: false } : { words, areCommon: true };
}
