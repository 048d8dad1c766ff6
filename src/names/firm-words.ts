import { legalEndingAt, withoutEndings } from './endings.ts';
import { wordsOf } from './reading.ts';
import { tokensOf } from './tokens.ts';
import { commonWords, tradeWords } from './words.ts';

/** Words that only complete a name: Grand & Toy Inc. and Partners LLP is one firm. */
const kin: ReadonlySet<string> = new Set([
  ...['son', 'sons', 'fils', 'daughter', 'daughters', 'filles', 'brother', 'brothers', 'freres', 'family', 'famille'],
  ...['partner', 'partners', 'partenaires', 'associates', 'associes', 'company', 'co', 'cie', 'compagnie'],
]);

/** Common words that stand in the names of places too. */
const placeWords: ReadonlySet<string> = new Set(['canada', 'canadian', 'ontario', 'quebec', 'national', 'saint', 'sainte']);

/** Whether a text only completes the name before it: an ending, or Sons Inc. */
export function completesName(text: string): boolean {
  const { named } = withoutEndings(['x', ...tokensOf(text)]);
  return named.slice(1).every((word) => kin.has(word) || word === '&');
}

/** Whether a text says what a firm does: a trade or a word such as Group. */
export const saysTrade = (text: string): boolean =>
  wordsOf(text).some((word) => tradeWords.has(word) || (commonWords.has(word) && !placeWords.has(word)));

/** Whether every word is a trade or one that very many names have. */
export const saysOnlyTrade = (text: string): boolean => wordsOf(text).every((word) => tradeWords.has(word) || commonWords.has(word));

/** Whether a legal ending stands anywhere behind the first word. */
export function hasLegalEnding(text: string): boolean {
  const tokens = tokensOf(text);
  return tokens.some((_, at) => at > 0 && legalEndingAt(tokens, at) !== null);
}
