import type { Day } from './rules/calendar.ts';

/** The only source of the present moment. It is passed to the code that needs it, so that a test decides what day it is. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** The calendar day in Toronto, where the registry's days begin and end. */
  today(): Day;
}

const torontoCalendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Toronto at an instant. */
export function dayInToronto(instant: Date): Day {
  const parts = torontoCalendar.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInToronto(new Date()),
};

/** A clock that stands still at an instant (ISO 8601). */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant);
  return { now: () => new Date(at), today: () => dayInToronto(at) };
}
