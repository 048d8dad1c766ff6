import type { MessageWith } from '../rules/messages/messages.ts';
import { render } from '../rules/messages/messages.ts';
import type { BidderProblem } from './bidder.type.ts';
import type { ReadRow } from './read-row.ts';
import type { LooksLike } from './typed-number.ts';

const sentences: Readonly<Record<LooksLike, MessageWith<never>>> = {
  BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT: 'bidder-business-number-with-wrong-check-digit',
  ACCOUNT_WITH_LETTERS: 'bidder-account-with-letters',
  TELEPHONE_NUMBER: 'bidder-telephone-number',
  DATE: 'bidder-date',
  EMAIL_ADDRESS: 'bidder-email-address',
  POSTAL_CODE: 'bidder-postal-code',
  NUMBER_ROUNDED_BY_A_SPREADSHEET: 'bidder-number-rounded-by-a-spreadsheet',
  NAME: 'bidder-name',
  NOTHING_TO_READ: 'bidder-nothing-to-read',
  TOO_LONG: 'bidder-too-long',
};

/** What a row's problem depends on: whether an account has the number, and whether the name found anything. */
interface SoFar {
  readonly isFound: boolean;
  readonly hasCandidates: boolean;
}

/** What is wrong with a row by its form; null if nothing looks wrong, or if an odd-looking number was found. */
export function problemOf({ number, firms, isTooLong }: ReadRow, { isFound, hasCandidates }: SoFar): BidderProblem | null {
  if (isFound) return null;
  if (number !== null && number.looksLike !== null) return problem('number', number.looksLike);
  if (isTooLong) return problem('name', 'TOO_LONG');
  return number === null && firms.length === 0 && !hasCandidates ? problem('name', 'NOTHING_TO_READ') : null;
}

const problem = (field: string, looksLike: LooksLike): BidderProblem => ({ field, looksLike, message: render('en', sentences[looksLike]) });

/** The sentence of a problem in a language. */
export const problemSentence = (looksLike: LooksLike): MessageWith<never> => sentences[looksLike];
