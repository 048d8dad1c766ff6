import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, addYears, dayBefore, daysBetween, daysInMonth, isDay, weekday } from '../../src/rules/calendar.ts';
import { addBusinessDays, isBusinessDay, publicHolidays } from '../../src/rules/holidays.ts';

const someDay = fc.integer({ min: 0, max: 109_571 }).map((n) => Temporal.PlainDate.from('1900-01-01').add({ days: n }).toString());
const plain = (day: string) => Temporal.PlainDate.from(day);

describe('the calendar agrees with Temporal', () => {
  test('on adding days', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        expect(addDays(day, n)).toBe(plain(day).add({ days: n }).toString());
      }),
    );
  });

  test('on every day of the registry', () => {
    const wrong: string[] = [];
    for (let day = '1900-01-01'; day < '2199-12-31'; ) {
      const next = addDays(day, 1);
      const follows = next > day && isDay(next) && dayBefore(next) === day && weekday(next) === (weekday(day) % 7) + 1;
      if (!follows) wrong.push(next);
      day = next;
    }
    expect(wrong).toEqual([]);
  });

  test('on adding months and years, limited to the end of the month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        expect(addMonths(day, n)).toBe(plain(day).add({ months: n }).toString());
        expect(addYears(day, n)).toBe(plain(day).add({ years: n }).toString());
      }),
    );
  });

  test('on the days between two days, the weekday and the length of the month', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(plain(a).until(plain(b), { largestUnit: 'days' }).days);
        expect(weekday(a)).toBe(plain(a).dayOfWeek);
        expect(daysInMonth(plain(a).year, plain(a).month)).toBe(plain(a).daysInMonth);
      }),
    );
  });
});

describe('a month or a year later', () => {
  test('31 August and 6 months is the last day of February', () => {
    expect(addMonths('2021-08-31', 6)).toBe('2022-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
  });

  test('29 February and 1 year is 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2096-02-29', 4)).toBe('2100-02-28');
  });

  test('keeps the four digits of an early year', () => {
    expect(addDays('0001-01-01', 1)).toBe('0001-01-02');
    expect(addMonths('0999-12-31', 1)).toBe('1000-01-31');
    expect(addYears('0001-01-01', 2025)).toBe('2026-01-01');
  });
});

describe('isDay', () => {
  test.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-11-22', '2199-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '1899-12-31',
    '2200-01-01',
    '2023-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '2026-01-01\n',
    ' 2026-01-01',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

/**
 * The public holidays of the Employment Standards Act, 2000, s. 1 (1), as it reads, and Family Day as O. Reg. 547/07 prescribes it from 2008 on. Written
 * with Temporal alone; Easter by the dates of the paschal full moon in the Book of Common Prayer, not by the formula that the registry uses.
 */
function byTheStatute(year: number): string[] {
  const nth = (month: number, monday: number) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    return first.add({ days: ((8 - first.dayOfWeek) % 7) + 7 * (monday - 1) });
  };
  const before25May = [24, 23, 22, 21, 20, 19, 18].map((day) => Temporal.PlainDate.from({ year, month: 5, day }));
  const mondayBefore25May = before25May.find(({ dayOfWeek }) => dayOfWeek === 1);
  const days = [
    Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    ...(year >= 2008 ? [nth(2, 3)] : []),
    easterByThePrayerBook(year).subtract({ days: 2 }),
    mondayBefore25May,
    Temporal.PlainDate.from({ year, month: 7, day: 1 }),
    nth(9, 1),
    nth(10, 2),
    Temporal.PlainDate.from({ year, month: 12, day: 25 }),
    Temporal.PlainDate.from({ year, month: 12, day: 26 }),
  ];
  return days.map(String);
}

/** Paschal full moons of 1900 to 2199 by golden number, from 1 on: the table of the Book of Common Prayer. */
const fullMoons = '04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27'.split(
  ' ',
);

/** The Sunday after the full moon; if that is a Sunday, the next one. */
function easterByThePrayerBook(year: number) {
  const moon = Temporal.PlainDate.from(`${year}-${fullMoons[year % 19]}`);
  return moon.add({ days: 7 - (moon.dayOfWeek % 7) });
}

describe('the years 2008 to 2040', () => {
  const years = Array.from({ length: 33 }, (_, at) => 2008 + at);

  test.each(years)('X-6 %i has the nine public holidays of the statute, on their own days (R-27)', (year) => {
    expect(publicHolidays(year).map(({ day }) => day)).toEqual(byTheStatute(year));
    for (const { name, nameFr } of publicHolidays(year))
      expect([name.length > 0, nameFr.length > 0, name === nameFr]).toEqual([true, true, false]);
  });

  test('their business days are Monday to Friday without those holidays, and the n-th is counted one by one', () => {
    const holidays = new Set(years.flatMap(byTheStatute));
    const days: string[] = [];
    for (let day = Temporal.PlainDate.from('2008-01-01'); day.year <= 2040; day = day.add({ days: 1 }))
      if (day.dayOfWeek <= 5 && !holidays.has(day.toString())) days.push(day.toString());
    const wrong = days.filter((day, at) => [1, 2, 5].some((n) => at + n < days.length && addBusinessDays(day, n) !== days[at + n]));
    expect([wrong, days.filter((day) => !isBusinessDay(day))]).toEqual([[], []]);
  });
});

// Good Fridays, Family Days and Mondays were taken from printed calendars, not computed.
describe('Ontario’s public holidays', () => {
  const daysOf = (year: number) => publicHolidays(year).map(({ day }) => day);

  test('are nine, in order', () => {
    expect(daysOf(2026)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-04-03',
      '2026-05-18',
      '2026-07-01',
      '2026-09-07',
      '2026-10-12',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(daysOf(2024)).toEqual([
      '2024-01-01',
      '2024-02-19',
      '2024-03-29',
      '2024-05-20',
      '2024-07-01',
      '2024-09-02',
      '2024-10-14',
      '2024-12-25',
      '2024-12-26',
    ]);
  });

  test('have had Family Day since 2008', () => {
    expect(daysOf(2007)).toHaveLength(8);
    expect(daysOf(2008)).toContain('2008-02-18');
  });

  test('have Victoria Day on the Monday before 25 May, even if 25 May is a Monday', () => {
    expect(daysOf(2015)).toContain('2015-05-18');
    expect(daysOf(2021)).toContain('2021-05-24');
  });

  test.each([
    [1999, '1999-04-02'],
    [2008, '2008-03-21'],
    [2019, '2019-04-19'],
    [2025, '2025-04-18'],
    [2038, '2038-04-23'],
    [2076, '2076-04-17'],
  ])('put Good Friday of %i on %s', (year, day) => {
    expect(daysOf(year)).toContain(day);
  });

  test('have a name in both languages', () => {
    expect(publicHolidays(2026).find(({ day }) => day === '2026-04-03')).toMatchObject({ name: 'Good Friday', nameFr: 'Vendredi saint' });
  });

  test.each([
    ['Easter Monday', '2026-04-06'],
    ['the Civic Holiday', '2026-08-03'],
    ['30 September', '2026-09-30'],
    ['Remembrance Day', '2026-11-11'],
  ])('leave %s a business day', (_, day) => {
    expect(isBusinessDay(day)).toBe(true);
  });
});

describe('business days', () => {
  test('R-27 a holiday on a weekend is not moved', () => {
    expect(isBusinessDay('2022-01-01')).toBe(false);
    expect(isBusinessDay('2022-01-03')).toBe(true);
    expect(isBusinessDay('2021-12-27')).toBe(true);
    expect(isBusinessDay('2021-12-28')).toBe(true);
  });

  test('the fifth after a Thursday before Good Friday skips the holiday and two weekends', () => {
    expect(addBusinessDays('2026-04-02', 5)).toBe('2026-04-10');
  });

  test('the fifth over Christmas skips Christmas, Boxing Day, New Year’s Day and the weekends', () => {
    expect(addBusinessDays('2025-12-24', 5)).toBe('2026-01-05');
  });

  test('count from the day after the event, whichever day that is', () => {
    expect(addBusinessDays('2026-11-21', 1)).toBe('2026-11-23');
    expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(addBusinessDays('2026-11-22', 0)).toBe('2026-11-22');
  });
});
