import { InvalidArgumentError } from 'commander';
import { nextMidnight } from '../jobs/midnight.ts';
import { isDay } from '../rules/calendar.ts';
import { instantArgument } from './instant-argument.ts';

/** When something expires: an instant, or a day, which is the last on which it is valid in Toronto. */
export function expiryArgument(text: string): Date {
  if (isDay(text)) return nextMidnight(new Date(`${text}T17:00:00Z`));
  try {
    return instantArgument(text);
  } catch {
    throw new InvalidArgumentError(
      'It must be a day, such as 2027-12-31, or an instant with its offset, such as 2027-12-31T17:00:00-05:00.',
    );
  }
}
