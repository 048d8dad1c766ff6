import { commonWords, tradeWords } from './words.ts';

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss' };

/** A text as it looks: one plain space for each gap, one hyphen for every dash, nothing invisible; HTML entities are decoded. */
export const cleaned = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/&amp;/giu, '&')
    .replaceAll(/&(?:#0?39|apos|rsquo);/giu, "'")
    .replaceAll(/&nbsp;/giu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .replaceAll(/[’ʼ‘`´′]/gu, "'")
    .replaceAll(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim();

/** Lower case without accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæøłß]/gu, (letter) => ligatures[letter] ?? letter);

/**
 * The words of a name in lower case without accents, with `&` for and, et and +, split at everything that is not a letter or digit. An elided article
 * (l', d') is removed, another apostrophe joins. Initials are one word (A.B.C., H L F), as are Mc and Mac with the following name, O with the
 * following name, and the digits of a number. The initials M.C. and MC before a trade are not Mc.
 */
export const tokensOf = (name: string): string[] => tokensIn(folded(cleaned(name)).replaceAll(elided, ''));

/** The same with elided articles, which are part of a legal name: D'Angelo is not Angelo. */
export const legalTokensOf = (name: string): string[] => tokensIn(folded(cleaned(name)));

/** Whether a name has an elided article. */
export const hasElidedArticle = (name: string): boolean => /[ld]['’ʼ‘`´′]\p{L}/iu.test(name);

const elided = /(?<![\p{L}\p{N}])[ld]'(?=\p{L})/gu;

function tokensIn(text: string): string[] {
  const plain = text
    .replaceAll("'", '')
    .replaceAll(/(?<=\d)[ ,-](?=\d{3}(?!\d))/gu, '')
    .replaceAll(/(?<=(?<!\d)\d{4})(?: ?- ?| )(?=\d{4}(?!\d))/gu, '')
    .replaceAll(/(?<=(?<!\d)\d{3})[ -](?=\d{4} (?:ontario|canada|quebec)(?!\p{L}))/gu, '')
    .replaceAll(/\b\d[\doil]{4,8}\b/gu, digitsRead)
    .replace(labelOfNumber, '')
    .replaceAll(/(?<=\d{5})(?=[a-z])/gu, ' ')
    .replaceAll(/(?<=\b\d)-(?=[a-z]\b)|(?<=\b[a-z])-(?=\d\b)/gu, '');
  const words = plain.match(/[\p{L}\p{N}]+|[&+]/gu) ?? [];
  return joined(words.map((word) => (word === '+' || word === 'and' || word === 'et' ? '&' : word)));
}

/** What stands before the number of a numbered company: No. 1093847 Ontario Ltd. */
const labelOfNumber = /^(?:numbered (?:company|co)\b[\s.:,-]*)?(?:(?:no|num|number|numero|#)(?![a-z])[\s.:#]*)?(?=\d{5,9}(?!\d))/u;

/** O typed for 0 and I or L for 1, in what is otherwise a number. */
const digitsRead = (text: string): string => text.replaceAll('o', '0').replaceAll(/[il]/gu, '1');

function joined(words: readonly string[]): string[] {
  const tokens: string[] = [];
  let [afterInitial, areInitials] = [false, false];
  for (const word of words) {
    const isInitial = /^\p{L}$/u.test(word);
    const last = tokens.at(-1) ?? '';
    const isMore = isInitial && afterInitial;
    areInitials = isMore || (areInitials && !isInitial && afterInitial);
    const isPrefix = /^ma?c$|^o$/u.test(last) && !areInitials;
    const continues = isMore || (isPrefix && /^[a-z]{4,}$/u.test(word) && !tradeWords.has(word) && !commonWords.has(word));
    if (continues) tokens.push(`${tokens.pop()}${word}`);
    else tokens.push(word);
    afterInitial = isInitial;
  }
  return tokens;
}
