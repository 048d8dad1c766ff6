import { expect, test } from '@jest/globals';
import { dayInToronto, fixedClock, wallClock } from '../../src/clock.ts';

// Toronto keeps UTC-5 in winter and UTC-4 in summer.
test.each([
  ['2026-01-15T04:59:59.999Z', '2026-01-14', 'the last moment of a winter day'],
  ['2026-01-15T05:00:00.000Z', '2026-01-15', 'midnight in winter'],
  ['2026-07-15T03:59:59.999Z', '2026-07-14', 'the last moment of a summer day'],
  ['2026-07-15T04:00:00.000Z', '2026-07-15', 'midnight in summer'],
  ['2026-03-08T04:59:59.999Z', '2026-03-07', 'before the day the clocks go forward'],
  ['2026-03-09T03:59:59.999Z', '2026-03-08', 'the end of the day the clocks went forward, of 23 hours'],
  ['2026-11-02T04:59:59.999Z', '2026-11-01', 'the end of the day the clocks went back, of 25 hours'],
  ['2024-02-29T12:00:00.000Z', '2024-02-29', 'a leap day'],
  ['2027-01-01T04:59:59.000Z', '2026-12-31', 'the end of a year'],
])('at %s it is %s in Toronto: %s', (instant, day) => {
  expect(fixedClock(instant).today()).toBe(day);
});

test('a fixed clock does not move', () => {
  const clock = fixedClock('2026-05-01T12:00:00.000Z');
  expect(clock.registryNow()).toEqual(new Date('2026-05-01T12:00:00.000Z'));
  clock.registryNow().setFullYear(1999);
  expect(clock.registryNow()).toEqual(new Date('2026-05-01T12:00:00.000Z'));
});

test('the wall clock gives the current time', () => {
  const before = Date.now();
  expect(wallClock.wallNow().getTime()).toBeGreaterThanOrEqual(before);
  expect(dayInToronto(wallClock.wallNow())).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
