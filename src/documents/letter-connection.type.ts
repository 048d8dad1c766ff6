import { connectionTo } from '../connection/connection.type.ts';
import { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';

/** Pages of Letters of Good Standing. */
export const LetterOfGoodStandingConnection = connectionTo(LetterOfGoodStanding, {
  one: 'letter',
  many: 'Letters of Good Standing',
});
