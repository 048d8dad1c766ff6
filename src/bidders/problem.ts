import { type LooksLike, looksLikeSentences } from '../identifiers/looks-like.ts';
import { mayNameOthers } from '../names/other-firms.ts';
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
export function problemOf(read: ReadRow, { isFound, hasCandidates, saysNone }: SoFar): BidderProblem | null {
  if (isFound) return null;
  const looksLike = numbersLookLike(read);
  if (looksLike !== null) return problem('number', looksLike);
  if (read.isTooLong) return problem('name', 'TOO_LONG');
  const isOfOne = read.decides === 'ALWAYS' || !mayNameOthers(read.nameText);
  if (read.numbers.length > 0 && !hasCandidates && !isOfOne) return problem('name', 'SEVERAL_FIRMS');
  if (read.numbers.length > 0 || read.firms.length > 0 || hasCandidates) return null;
  if (read.saysNoName) return problem('name', 'PLACEHOLDER');
  return saysNone ? problem('number', 'PLACEHOLDER') : problem('name', 'NOTHING_TO_READ');
}

/** Two numbers that nobody has are several at least. */
const numbersLookLike = ({ numbers }: ReadRow): LooksLike | null =>
  numbers.find(({ looksLike }) => looksLike !== null)?.looksLike ?? (numbers.length > 1 ? 'SEVERAL_NUMBERS' : null);

const problem = (field: string, looksLike: LooksLike): BidderProblem => ({
  ...{ field, looksLike },
  message: render('en', looksLikeSentences[looksLike]),
});
