// what an organization has in its calendar. Certificate of 1 June 2030: A1 = 1 June 2031, maintenance audit by 2 April 2031, day 31 = 2 July 2031.
import { expect, test } from '@jest/globals';
import { calendarOn } from '../../../src/rules/cycle/calendar.ts';
import { cycleFactsOf } from './cycle-case-file.ts';

const certificate = { issuedOn: '2030-06-01' };
const entries = (facts: Parameters<typeof cycleFactsOf>[0], on: string) =>
  calendarOn(cycleFactsOf(facts), on).map(({ kind, on: day, isDone }) => `${kind} ${day}${isDone ? ' done' : ''}`);

test('R-36: what is owed on its due day, and the day on which the standing changes', () => {
  expect(entries({ certificates: [certificate] }, '2031-03-10')).toEqual(
    expect.arrayContaining(['MAINTENANCE_AUDIT 2031-04-02', 'STANDING_CHANGE 2031-07-02']),
  );
});

test('R-36: what IHSA owes is not in the organization’s calendar', () => {
  const kinds = calendarOn(cycleFactsOf({ certificates: [certificate] }), '2031-03-10').map(({ kind }) => kind);
  expect(kinds).not.toContain('LETTER_OF_GOOD_STANDING');
});

test('R-36: what was done stays for 14 days, and not on the 15th', () => {
  const facts = {
    certificates: [{ ...certificate, letters: [{ year: 2 as const, issuedOn: '2031-03-10' }] }],
    audits: [{ type: 'MAINTENANCE' as const, receivedOn: '2031-03-01', completedOn: '2031-03-01', reportedOn: '2031-03-10', passed: true }],
  };
  expect(entries(facts, '2031-03-14')).toContain('MAINTENANCE_AUDIT 2031-04-02 done');
  const doneOn = '2031-03-01';
  expect(entries(facts, '2031-03-15')).toContain('MAINTENANCE_AUDIT 2031-04-02 done');
  expect([doneOn, entries(facts, '2031-03-16').some((each) => each.startsWith('MAINTENANCE_AUDIT 2031-04-02'))]).toEqual([doneOn, false]);
});

test('R-36: with nothing on record the calendar is empty', () => {
  expect(entries({}, '2031-03-10')).toEqual([]);
});

// A1 + 90 = 30 August 2031, so that the certification is lost from 31 August; 14 days later is 14 September.
test('R-36: a loss stands on its day before it comes, and for 14 days after', () => {
  const loss = (on: string) => entries({ certificates: [certificate] }, on).filter((each) => each.includes('2031-08-31'));
  expect(loss('2031-08-30')).toEqual(['STANDING_CHANGE 2031-08-31']);
  expect(loss('2031-08-31')).toEqual(['STANDING_CHANGED 2031-08-31']);
  expect(loss('2031-09-14')).toEqual(['STANDING_CHANGED 2031-08-31']);
  expect(loss('2031-09-15')).toEqual([]);
});

/** The key and the day of the change of the standing in the calendar of a day. */
const changes = (facts: Parameters<typeof cycleFactsOf>[0], on: string) =>
  calendarOn(cycleFactsOf(facts), on)
    .filter(({ kind }) => kind.startsWith('STANDING'))
    .map(({ key, on: day }) => [key, day]);

// A certificate of 8 June 2030: day 31 after A1 = 9 July 2031, day 91 = 7 September. With the letter: A2 = 1 June 2032, day 31 = 2 July 2032.
test('R-36: a change of the standing keeps its key when its day moves and when it comes, and another change has another', () => {
  const [[key] = []] = changes({ certificates: [certificate] }, '2031-03-10');
  expect(changes({ certificates: [certificate] }, '2031-03-10')).toEqual([[key, '2031-07-02']]);
  expect(changes({ certificates: [{ issuedOn: '2030-06-08' }] }, '2031-03-10')).toEqual([[key, '2031-07-09']]);
  const [come, next] = changes({ certificates: [certificate] }, '2031-07-02');
  expect([come, next]).toEqual([
    [key, '2031-07-02'],
    [expect.not.stringMatching(new RegExp(`^${key}$`)), '2031-08-31'],
  ]);
  const kept = { ...certificate, letters: [{ year: 2 as const, issuedOn: '2031-03-10' }] };
  const [[ofNextYear, day] = []] = changes({ certificates: [kept] }, '2031-03-10');
  expect([ofNextYear === key, day]).toEqual([false, '2032-07-02']);
});
