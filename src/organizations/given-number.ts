import { faults } from '../errors.ts';
import { businessNumber } from '../identifiers/business-number.ts';

/** The business number of an input as the registry keeps it; BAD_USER_INPUT for anything else. */
export function businessNumberGiven(text: string): string {
  const number = businessNumber(text);
  if (number !== null) return number;
  const form = 'must be nine digits with a valid check digit, optionally followed by a program account (RT0001).';
  throw faults.BAD_USER_INPUT('input.businessNumber', `input.businessNumber ${form}`);
}
