import { dayInToronto } from '../clock.ts';
import { addDays } from '../rules/calendar.ts';

const HOUR = 3_600_000;

/**
 * The instant at which the next day begins in Toronto. Its clocks are 4 or 5 hours behind UTC and change at 2 o'clock, so a day begins at one of
 * two instants, whichever of them is the first to lie in it: a day may have 23 or 25 hours.
 */
export function nextMidnight(now: Date): Date {
  const tomorrow = addDays(dayInToronto(now), 1);
  const inUtc = Date.parse(`${tomorrow}T00:00:00Z`);
  const begins = [4, 5].map((behind) => new Date(inUtc + behind * HOUR)).find((instant) => dayInToronto(instant) === tomorrow);
  if (!begins) throw new Error('Every day in Toronto begins 4 or 5 hours after it does in UTC.');
  return begins;
}
