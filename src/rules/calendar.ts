/**
 * A calendar day in America/Toronto as text, `YYYY-MM-DD`. Days compare with `<`, and a day carries no hour.
 * Every function here takes real days (see isDay); the day of an event is day 0.
 */
export type Day = string;

/** Whether the text is a real calendar day of the years 1900 to 2199. */
export const isDay = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && monthOf(text) >= 1 && monthOf(text) <= 12 && isDayOfItsMonth(text);

/** The day n days later; n may be negative. */
export const addDays = (day: Day, n: number): Day => dayOfNumber(dayNumber(day) + n);

/** The day before. */
export const dayBefore = (day: Day): Day => addDays(day, -1);

/** Days from a to b: 0 for the same day, negative if b is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** The same day of the month n months later, clipped to the month's end: 31 August + 6 months = 28 or 29 February. n may be negative. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOf(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

/** The same day n years later, clipped to the month's end: 29 February + 1 year = 28 February. n may be negative. */
export function addYears(day: Day, n: number): Day {
  const year = yearOf(day) + n;
  const month = monthOf(day);
  return dayOf(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => {
  const sinceThursday = (dayNumber(day) + 3) % 7;
  return (sinceThursday < 0 ? sinceThursday + 7 : sinceThursday) + 1;
};

/** The year as a number. */
export const yearOf = (day: Day): number => digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);

/** The month as a number, 1 to 12. */
export const monthOf = (day: Day): number => digit(day, 5) * 10 + digit(day, 6);

/** The day of the month, 1 to 31. */
export const dayOfMonth = (day: Day): number => digit(day, 8) * 10 + digit(day, 9);

/** The day of a year (0 to 9999), a month (1 to 12) and an existing day of the month. */
export const dayOf = (year: number, month: number, date: number): Day =>
  `${year < 1000 ? String(year).padStart(4, '0') : year}${monthAndDay[month * 32 + date]}`;

/** Number of days in a month (1 to 12) of a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isDayOfItsMonth = (day: Day): boolean => dayOfMonth(day) >= 1 && dayOfMonth(day) <= daysInMonth(yearOf(day), monthOf(day));

/** `-MM-DD` at month × 32 + day of the month. */
const monthAndDay = Array.from({ length: 13 * 32 }, (_, at) => `-${twoDigits(at >> 5)}-${twoDigits(at & 31)}`);

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

const digit = (day: Day, at: number): number => day.charCodeAt(at) - 48;

// The arithmetic is Howard Hinnant's days_from_civil and civil_from_days: a year is counted from March, so that the leap day comes last. A timeline
// calls this hundreds of times per account; Temporal's polyfill took over fifty times as long.

/** Days since 1970-01-01. */
function dayNumber(day: Day): number {
  const month = monthOf(day);
  const year = month > 2 ? yearOf(day) : yearOf(day) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + dayOfMonth(day) - 1;
  return era * 146097 + dayOfEra - 719468;
}

/** Days already formatted, by number from 1900-01-01 on: no day within isDay's years is formatted twice. */
const written: (Day | undefined)[] = new Array(110_000);

function dayOfNumber(number: number): Day {
  const at = number + 25_567;
  const known = written[at];
  if (known !== undefined) return known;
  const day = writeDay(number);
  if (at >= 0 && at < written.length) written[at] = day;
  return day;
}

function writeDay(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const monthFromMarch = ((5 * dayOfYear + 2) / 153) | 0;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const date = dayOfYear - (((153 * monthFromMarch + 2) / 5) | 0) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
