import { dayInToronto } from '../clock.ts';
import { addDays } from '../rules/calendar.ts';

const HOUR = 3_600_000;

/**
 * The instant at which the next day begins in Toronto. Toronto is 4 or 5 hours behind UTC and changes its clocks at 2 o'clock, so a day begins at one
 * of two instants, and this is the first that lies in it: a day may have 23 or 25 hours.
 */
export function nextMidnight(now: Date): Date {
  const tomorrow = addDays(dayInToronto(now), 1);
  const inUtc = Date.parse(`${tomorrow}T00:00:00Z`);
  const begins = [4, 5].map((behind) => new Date(inUtc + behind * HOUR)).find((instant) => dayInToronto(instant) === tomorrow);
  if (!begins) throw new Error('Every day begins 4 or 5 hours later in Toronto than in UTC.');
  return begins;
}
