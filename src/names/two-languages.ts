import { legalEndingOf, wordsOf } from './reading.ts';
import { isOneDigitOff } from './registers.ts';
import { folded, tokensOf } from './tokens.ts';
import { isFrenchWord, meaningOfWord } from './translations.ts';

/** Endings and words that only French names have; those that both languages have say nothing. */
const frenchEndings: ReadonlySet<string> = new Set(['LIMITEE', 'SOCIETE_PAR_ACTIONS', 'SARF', 'SRL', 'SENC', 'SENCRL', 'SEC']);
const frenchWords: ReadonlySet<string> = new Set(['de', 'du', 'des', 'les', 'le', 'la', 'aux', 'incorporee']);

const separated = [/^([^/]*)\/([^/]*)$/u, /^(.*?)\s+[-–—]\s+(.*)$/u, /^([^()]*)\(([^()]*)\)\s*$/u];

/**
 * The English and the French form of a legal name that has both, with a slash or a dash between them, or the second in brackets; null for any other name. A corporation may be designated by
 * either form (OBCA s. 10 (2) and (3); CBCA s. 10 (3)). The forms are equivalent: of two firms in one record, as of a joint venture, one is another firm.
 */
export function formsInTwoLanguages(name: string): readonly [string, string] | null {
  const pattern = separated.find((each) => each.test(name));
  if (!pattern) return null;
  const [, first = '', second = ''] = (pattern.exec(name) ?? []).map((form) => form.trim());
  if (legalEndingOf(first) === null || legalEndingOf(second) === null) return null;
  if (endingIn(first) !== endingIn(second)) return null;
  if (isFrench(first) === isFrench(second) && !haveSameWords(first, second)) return null;
  return areEquivalent(wordsOf(first), wordsOf(second)) ? [first, second] : null;
}

/** The English endings that French ones stand for. */
const englishEndings: ReadonlyMap<string, string> = new Map(
  Object.entries({ LIMITEE: 'LIMITED', SOCIETE_PAR_ACTIONS: 'CORPORATION', SRL: 'LLP', SENCRL: 'LLP', SEC: 'LP' }),
);

/** The ending of a form, in English. Forms with others are two firms: ABC Inc. / ABC Ltd. */
function endingIn(form: string): string {
  const ending = legalEndingOf(form) ?? '';
  return englishEndings.get(ending) ?? ending;
}

const isFrench = (form: string): boolean =>
  frenchEndings.has(legalEndingOf(form) ?? '') ||
  tokensOf(form).some((word) => frenchWords.has(word) || isFrenchWord(word)) ||
  hasAccent(form);

const hasAccent = (form: string): boolean => folded(form) !== form.toLowerCase();

const haveSameWords = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

/** Whether each word of one form has one in the other that means the same, or is spelled nearly so: Boréal and Boreal, Structures and Structure. */
const areEquivalent = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length &&
  a.every((word) => b.some((other) => isSameWord(word, other))) &&
  b.every((word) => a.some((other) => isSameWord(word, other)));

const isSameWord = (a: string, b: string): boolean =>
  meaningOfWord(a) === meaningOfWord(b) || (Math.min(a.length, b.length) >= 5 && isOneDigitOff(a, b));
