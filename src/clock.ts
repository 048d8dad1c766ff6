import type { Day } from './rules/calendar.ts';

/** Wall time: that of this machine. Keys, budgets, signatures, retries and alarms go by it. */
export interface WallClock {
  /** The present instant of this machine. */
  wallNow(): Date;
}

/** The registry's time: that of the primary database, the same on every node. The law, what is recorded and the passing of days go by it. */
export interface RegistryClock {
  /** The present instant of the registry. */
  registryNow(): Date;
  /** The present calendar day in Toronto, where the registry's days begin and end. */
  today(): Day;
  /** The same day if the registry is a sandbox, whose time can be moved forward; otherwise null or absent. */
  readonly sandboxDay?: Day | null;
}

/** Both times; each use says which it means. */
export interface Clock extends WallClock, RegistryClock {}

const torontoCalendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Toronto',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

let lastMinute = Number.NaN;
let lastDay: Day = '';

/** The calendar day in Toronto at an instant. */
export function dayInToronto(instant: Date): Day {
  // Reading the calendar takes longer than most of a request; within a minute the day is the same.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== lastMinute) {
    lastDay = readCalendar(instant);
    lastMinute = minute;
  }
  return lastDay;
}

function readCalendar(instant: Date): Day {
  const parts = torontoCalendar.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The clock of the machine. It does not give the registry's time: ask the database. */
export const wallClock: WallClock = { wallNow: () => new Date() };

/** A clock whose two times are one. */
export const clockOf = (now: () => Date): Clock => ({ wallNow: now, registryNow: now, today: () => dayInToronto(now()) });

/** A clock that stands still at an instant (ISO 8601). */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant);
  return clockOf(() => new Date(at));
}
