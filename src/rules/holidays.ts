import { addDays, type Day, dayOf, weekday, yearOf } from './calendar.ts';

/** A public holiday of Ontario on its actual day: one that falls on a weekend is not moved. */
export interface PublicHoliday {
  readonly day: Day;
  readonly name: string;
  readonly nameFr: string;
}

/** Ontario's nine public holidays of a year, by day; eight before Family Day began in 2008. */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const known = byYear.get(year);
  if (known) return known;
  const holidays = holidaysOf(year);
  byYear.set(year, holidays);
  return holidays;
}

/** Monday to Friday, except Ontario's public holidays. */
export const isBusinessDay = (day: Day): boolean =>
  weekday(day) <= 5 && !publicHolidays(yearOf(day)).some((holiday) => holiday.day === day);

/** The n-th business day after a day, which is day 0 even if it is no business day; n is 0 or more. */
export function addBusinessDays(day: Day, n: number): Day {
  let reached = day;
  for (let counted = 0; counted < n; ) {
    reached = addDays(reached, 1);
    if (isBusinessDay(reached)) counted += 1;
  }
  return reached;
}

const byYear = new Map<number, readonly PublicHoliday[]>();

const holidaysOf = (year: number): readonly PublicHoliday[] => [
  { day: dayOf(year, 1, 1), name: 'New Year’s Day', nameFr: 'jour de l’An' },
  ...familyDay(year),
  { day: addDays(easterSunday(year), -2), name: 'Good Friday', nameFr: 'Vendredi saint' },
  { day: mondayOnOrBefore(dayOf(year, 5, 24)), name: 'Victoria Day', nameFr: 'fête de la Reine' },
  { day: dayOf(year, 7, 1), name: 'Canada Day', nameFr: 'fête du Canada' },
  { day: mondayOnOrBefore(dayOf(year, 9, 7)), name: 'Labour Day', nameFr: 'fête du Travail' },
  { day: mondayOnOrBefore(dayOf(year, 10, 14)), name: 'Thanksgiving Day', nameFr: 'Action de grâce' },
  { day: dayOf(year, 12, 25), name: 'Christmas Day', nameFr: 'jour de Noël' },
  { day: dayOf(year, 12, 26), name: 'Boxing Day', nameFr: 'lendemain de Noël' },
];

const familyDay = (year: number): readonly PublicHoliday[] =>
  year < 2008 ? [] : [{ day: mondayOnOrBefore(dayOf(year, 2, 21)), name: 'Family Day', nameFr: 'jour de la Famille' }];

const mondayOnOrBefore = (day: Day): Day => addDays(day, 1 - weekday(day));

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature, 20 April 1876. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moon = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * correction + 22;
  return addDays(dayOf(year, 3, 1), march - 1);
}
