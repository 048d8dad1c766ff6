import { type EndedName, legalEndings, withoutEndings } from './endings.ts';
import { type NamePart, partsOf } from './parts.ts';
import { type NumberedCompany, numberedCompany } from './registers.ts';
import { cleaned, tokensOf } from './tokens.ts';
import { abbreviations, commonWords, emptyWords } from './words.ts';

/** What was typed for a firm, parsed: one firm, or each partner of a joint venture. */
export interface ReadName {
  readonly isJointVenture: boolean;
  readonly firms: readonly (readonly NamePart[])[];
}

const jointVenture =
  /(?<![\p{L}\p{N}])(?:in\s+)?(?:joint[\s-]venture|j\.?\/?v\.?|co-?entreprise|consortium)(?![\p{L}\p{N}])(?:\s+(?:with|avec|of|between|de|entre))?/iu;

/** The most partners of a joint venture that are parsed: the rest of the text belongs to the last one. */
const MOST_PARTNERS = 6;

/** Parses a name as typed. Two names with legal endings are two firms, even if nothing says that it is a joint venture. */
export function readName(text: string): ReadName {
  const whole = cleaned(text);
  const isMarked = jointVenture.test(whole) && !isNamedSo(whole);
  const named = isMarked ? whole.replace(/^(?:an?|the|une?)\s+/iu, '').replace(jointVenture, ' / ') : whole;
  const texts = partners(named, isMarked);
  const firms = texts.map(partsOf).filter((parts) => parts.length > 0);
  return { isJointVenture: firms.length > 1 || (isMarked && firms.length > 0), firms: firms.slice(0, MOST_PARTNERS) };
}

/** Whether a single firm has a joint venture in its name: Alder-Birch JV Inc. */
function isNamedSo(text: string): boolean {
  const [, behind = ''] = text.split(jointVenture);
  return (
    legalEndingOf(`x ${behind}`) !== null &&
    wordsOf(`x ${behind}`).length === 1 &&
    partners(text, false).length === 1 &&
    !/[/;+]/u.test(text)
  );
}

/** Splits at slashes, plus signs and semicolons of a joint venture, and at each `and` between a legal ending and another name. */
function partners(text: string, isMarked: boolean): readonly string[] {
  const pieces = isMarked ? text.split(/\s*[/;+]\s*|\s+(?:with|avec)\s+/u) : text.split(/\s+[/;+]\s+|\s*;\s*/u);
  const cut = pieces
    .flatMap(afterEndings)
    .map((piece) => piece.replace(/^[\s,&-]+|[\s,&-]+$/gu, '').replace(/^(?:and|et|between|entre)\s+/iu, ''));
  const firms = cut.filter((piece) => wordsOf(piece).length > 0 && /[\p{L}\p{N}]/u.test(piece));
  if (isMarked) return firms.length > 1 ? firms : firms.flatMap((piece) => piece.split(/\s+(?:&|and|et|-)\s+|,\s+/u));
  const ended = firms.filter((piece) => legalEndingOf(piece) !== null);
  const isOneInTwoLanguages = new Set(firms.map((piece) => wordsOf(piece).join(' '))).size === 1;
  return firms.length > 1 && ended.length === firms.length && !isOneInTwoLanguages ? firms : [text];
}

const legalWord = legalEndings
  .filter(({ isLegal }) => isLegal)
  .flatMap(({ forms }) => forms.filter((form) => !form.includes(' ') && form.length > 2))
  .join('|');
const behindEnding = new RegExp(
  `(?<=(?<![\\p{L}])(?:${legalWord}|ltée|limitée|incorporée)\\.?),?\\s+(?:&|and|et|with|avec)\\s+(?=\\S)`,
  'iu',
);

function afterEndings(text: string): readonly string[] {
  const pieces = text.split(behindEnding);
  return pieces.slice(1).every((piece) => legalEndingOf(piece) !== null) ? pieces : [text];
}

/** The legal ending of a name; null if it has none, or only one that a legal name need not have. */
export const legalEndingOf = (name: string): string | null =>
  withoutEndings(tokensOf(name)).endings.findLast(({ isLegal }) => isLegal)?.id ?? null;

/**
 * The words of a name that different spellings of one firm share: without legal ending and articles, abbreviations written out, B & B as one word.
 */
export const wordsOf = (name: string): string[] => wordsOfNamed(withoutEndings(tokensOf(name)).named);

/** The words of a name as the store's function name_words splits them, without its legal ending: abbreviations and `the` as they are, B & B as one word. */
export function storedWordsOf(name: string): string[] {
  const words: string[] = [];
  const { named } = withoutEndings(tokensOf(name));
  for (const [at, token] of named.entries()) {
    const last = words.at(-1) ?? '';
    if (token === '&' || !/^[a-z0-9]+$/u.test(token)) continue;
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
export const numberedName = (name: string): NumberedCompany | null => numberedCompany(wordsOf(name));

/**
 * What different spellings of one legal name share, including its ending: regardless of capitals, accents and punctuation, of the full or abbreviated
 * form of the ending, and of `and` as a sign. Null for a name without a legal ending. A register does not accept two firms that differ only in these
 * (O. Reg. 398/21 ss. 5 and 6; RLRQ, c. S-31.1, r. 1.02, s. 2).
 */
export const legalNameKey = (name: string): string | null => legalKeyOf(withoutEndings(tokensOf(name)));

/** The same for a name without its endings. */
export function legalKeyOf({ named, endings }: EndedName): string | null {
  if (!endings.some(({ isLegal }) => isLegal)) return null;
  return `${named.join(' ')} | ${endings.map(({ id }) => id).join(' ')}`;
}

/** The words to look a name up by: those that are not very common, or all words if every one is. */
export function keyWordsOf(name: string): { readonly words: readonly string[]; readonly areCommon: boolean } {
  const words = wordsOf(name);
  const telling = words.filter((word) => !commonWords.has(word));
  return telling.length > 0 ? { words: telling, areCommon: false } : { words, areCommon: true };
}
