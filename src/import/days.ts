import { plainNumber } from '../identifiers/plain-text.ts';
import { isDay, weekday as weekdayOf } from '../rules/calendar.ts';

const months = [
  ['jan', 'january', 'janv', 'janvier'],
  ['feb', 'february', 'fév', 'fev', 'févr', 'fevr', 'février', 'fevrier'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juill', 'juillet'],
  ['aug', 'august', 'aoû', 'aou', 'août', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'déc', 'décembre', 'decembre'],
];

/** From Monday on, with their short forms. */
const weekdays = [
  ['monday', 'mon', 'lundi', 'lun'],
  ['tuesday', 'tue', 'tues', 'mardi', 'mar'],
  ['wednesday', 'wed', 'mercredi', 'mer'],
  ['thursday', 'thu', 'thur', 'thurs', 'jeudi', 'jeu'],
  ['friday', 'fri', 'vendredi', 'ven'],
  ['saturday', 'sat', 'samedi', 'sam'],
  ['sunday', 'sun', 'dimanche', 'dim'],
];

/** Midnight after a day, as spreadsheets and databases write it in English and French. */
const midnight = /(?:[T ]|, )(?:00?:00(?::00(?:\.0+)?)?(?: ?Z)?|(?:00?|12):00(?::00)? ?a\.?m\.?|00? h(?: ?00)?)$/i;

/** Years of two digits lie from 1980 to 2079: the program began after the first, and no document of it is valid beyond the last. */
const wholeYear = (year: string): number => (year.length > 2 ? Number(year) : Number(year) + (Number(year) >= 80 ? 1900 : 2000));

/** A day that can be read in only one way, as `YYYY-MM-DD`, or why it cannot be read. */
export function readDay(text: string): { readonly day: string } | { readonly whyNot: string } {
  // As nearly every day is written.
  if (isDay(text)) return { day: text };
  const { written, weekday } = withoutWeekday(
    plainNumber(text)
      .replace(midnight, '')
      .replace(/^(?:le|the) /i, ''),
  );
  const days = [...new Set(readings(written).filter(isDay))];
  const [day] = days;
  if (days.length > 1)
    return { whyNot: 'could be more than one day, since the month may come before or after the day: write it YYYY-MM-DD' };
  if (day === undefined) return { whyNot: whyUnread(written) };
  return weekday === null || weekday === weekdayOf(day)
    ? { day }
    : { whyNot: 'names the wrong day of the week for its date: write it YYYY-MM-DD' };
}

/** Whether a text may be a day and is more than a run of digits. */
export const looksLikeDay = (text: string): boolean =>
  /\D/.test(text) && readings(withoutWeekday(text.replace(midnight, '')).written).some(isDay);

/** A day without the day of the week before it, as in `jeudi 5 mars 2026` and `Thursday, March 5, 2026`. */
function withoutWeekday(text: string): { readonly written: string; readonly weekday: number | null } {
  const [, name = '', rest = ''] = /^(\p{L}+)\.?,? (.+)$/u.exec(text) ?? [];
  const at = weekdays.findIndex((names) => names.includes(name.toLowerCase()));
  // `mar. 5 mars 2026` is a Tuesday, and `mar. 5, 2026` a day in March.
  if (at < 0 || readings(text).some(isDay)) return { written: text, weekday: null };
  return { written: rest, weekday: at + 1 };
}

function whyUnread(text: string): string {
  if (/\d:\d\d/.test(text)) return 'has a time of day: write the day alone, as YYYY-MM-DD';
  if (/^\d{5}(\.\d+)?$/.test(text)) return 'is a plain number, perhaps a spreadsheet’s number for a day: write the day YYYY-MM-DD';
  if (!readings(text).some((day) => /^\d{4}-\d\d-\d\d$/.test(day)))
    return 'is not in a form of a day that can be read: write it YYYY-MM-DD';
  return 'must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD';
}

/** Every day that a text may mean; some may not exist. */
function readings(text: string): readonly string[] {
  const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return yearFirst[2] === '' && text.length !== 8 ? [] : [dayOf(yearFirst[1], yearFirst[3], yearFirst[4])];
  const yearThenName = /^(\d{4})[-\s./]+(\p{L}+)\.?[-\s./]+(\d{1,2})$/u.exec(text);
  if (yearThenName) return [dayOf(yearThenName[1], monthNamed(yearThenName[2]), yearThenName[3])];
  const named = /^(\d{1,2})(?:st|nd|rd|th| ?er|ᵉʳ)?(?: of(?= ))?[-\s./]*(\p{L}+)\.?[-\s./,]*(\d{4}|\d{2})$/u.exec(text);
  if (named) return [dayOf(named[3], monthNamed(named[2]), named[1])];
  const monthFirst = /^(\p{L}+)\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[-\s]+)(\d{4}|\d{2})$/u.exec(text);
  if (monthFirst) return [dayOf(monthFirst[3], monthNamed(monthFirst[1]), monthFirst[2])];
  const [, a, , b, c] = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? [];
  const yearLast = [dayOf(c, b, a), dayOf(c, a, b)];
  return c?.length === 2 ? [...yearLast, dayOf(a, b, c)] : yearLast;
}

function monthNamed(name = ''): string {
  const at = months.findIndex((names) => names.includes(name.toLowerCase()));
  return at < 0 ? '' : String(at + 1);
}

const dayOf = (year = '', month = '', day = ''): string =>
  month === '' ? '' : `${year === '' ? '' : wholeYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
