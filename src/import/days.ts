import { isDay } from '../rules/calendar.ts';

const months = [
  ['jan', 'january', 'janv', 'janvier'],
  ['feb', 'february', 'févr', 'fevr', 'février', 'fevrier'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juillet'],
  ['aug', 'august', 'août', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'déc', 'décembre', 'decembre'],
];

/** Midnight after a day, as spreadsheets and databases write it. */
const midnight = /[T ]00?:00(?::00(?:\.0+)?)?(?: ?Z| ?AM)?$/i;

/** Years of two digits lie from 1980 to 2079: the program began after the first, and no document of it is valid beyond the last. */
const wholeYear = (year: string): number => (year.length > 2 ? Number(year) : Number(year) + (Number(year) >= 80 ? 1900 : 2000));

/** A day that can be read in only one way, as `YYYY-MM-DD`, or why it cannot be read. */
export function readDay(text: string): { readonly day: string } | { readonly whyNot: string } {
  const written = text.replace(midnight, '');
  const days = [...new Set(readings(written).filter(isDay))];
  const [day] = days;
  if (days.length > 1) return { whyNot: 'could be several days, for day and month may change places: write it YYYY-MM-DD' };
  return day === undefined ? { whyNot: whyUnread(written) } : { day };
}

function whyUnread(text: string): string {
  if (/\d:\d\d/.test(text)) return 'has a time of day: write the day alone, as YYYY-MM-DD';
  if (/^\d{5}(\.\d+)?$/.test(text)) return 'is a plain number, perhaps the number by which a spreadsheet counts days: write it YYYY-MM-DD';
  return 'must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD';
}

/** Every day that a text may mean; some may not exist. */
function readings(text: string): readonly string[] {
  const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return yearFirst[2] === '' && text.length !== 8 ? [] : [dayOf(yearFirst[1], yearFirst[3], yearFirst[4])];
  const named = /^(\d{1,2})(?:st|nd|rd|th|er)?[-\s./]*(\p{L}+)\.?[-\s./,]*(\d{4}|\d{2})$/u.exec(text);
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
  `${year === '' ? '' : wholeYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
