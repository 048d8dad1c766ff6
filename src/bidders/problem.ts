import { type LooksLike, looksLikeSentences } from '../identifiers/looks-like.ts';
import { render } from '../rules/messages/messages.ts';
import type { BidderProblem } from './bidder.type.ts';
import type { ReadRow } from './read-row.ts';

/** What a row's problem depends on: whether an account has the number, and whether the name found anything. */
interface SoFar {
  readonly isFound: boolean;
  readonly hasCandidates: boolean;
  /** Whether there is nothing but a word for “no number”. */
  readonly saysNone: boolean;
}

/** What is wrong with a row by its form; null if nothing looks wrong, or if an odd-looking number was found. */
export function problemOf({ number, firms, isTooLong }: ReadRow, { isFound, hasCandidates, saysNone }: SoFar): BidderProblem | null {
  if (isFound) return null;
  if (number !== null && number.looksLike !== null) return problem('number', number.looksLike);
  if (isTooLong) return problem('name', 'TOO_LONG');
  if (number !== null || firms.length > 0 || hasCandidates) return null;
  return saysNone ? problem('number', 'PLACEHOLDER') : problem('name', 'NOTHING_TO_READ');
}

const problem = (field: string, looksLike: LooksLike): BidderProblem => ({
  ...{ field, looksLike },
  message: render('en', looksLikeSentences[looksLike]),
});
