import { InvalidArgumentError } from 'commander';
import { type Day, isDay } from '../rules/calendar.ts';

/** A day as an option takes it. */
export function dayArgument(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('It must be a calendar day, written YYYY-MM-DD.');
}
