import { describe, expect, test } from '@jest/globals';
import { standingChanges } from '../../src/outbox/record-change.ts';
import type { Standing } from '../../src/rules/standing/standing.ts';
import { BEGINNING } from '../../src/rules/standing/timeline.ts';
import type { PeriodRow } from '../../src/standing/standing-period.row.ts';

/** A timeline of starts and standings; the rest of a period does not matter here. */
const timeline = (...periods: [from: string, standing: Standing][]): PeriodRow[] =>
  periods.map(([from, standing], at) => [
    from,
    periods[at + 1]?.[0] ?? null,
    standing,
    ...([null, null, null, null, null, null, null, null, null, null, null, null, null] as const),
    from,
    null,
    null,
    '[]',
  ]);

const today = '2031-03-10';

/** Kind, effective day, and standings before and after, of every change. */
const allTold = (was: PeriodRow[], becomes: PeriodRow[]) =>
  standingChanges(was, becomes, today).map((change) => [change.kind, change.effectiveOn, change.before?.[2] ?? null, change.after[2]]);

/** The same for the only change; null if there is none. */
const told = (was: PeriodRow[], becomes: PeriodRow[]) => {
  const [first = null, ...more] = allTold(was, becomes);
  expect(more).toEqual([]);
  return first;
};

/** The same timeline with a certificate of this number from its certified periods on. */
const under = (number: string, rows: PeriodRow[]): PeriodRow[] =>
  rows.map((row) => (row[2] === 'CERTIFIED' ? [...row.slice(0, 6), number, ...row.slice(7)] : row) as PeriodRow);

const never = timeline([BEGINNING, 'NOT_REGISTERED']);
const certified = timeline(
  [BEGINNING, 'NOT_REGISTERED'],
  ['2030-03-10', 'CERTIFIED'],
  ['2031-04-10', 'PENDING'],
  ['2031-06-09', 'CERTIFICATION_LOST'],
);

describe('a change', () => {
  test('is not recorded if the standing is the same on every day, however the periods are cut', () => {
    expect(told(certified, certified)).toBeNull();
    const cut = timeline([BEGINNING, 'NOT_REGISTERED'], ['2029-01-01', 'NOT_REGISTERED'], ...starts(certified));
    expect(told(certified, cut)).toBeNull();
  });

  test('of today’s standing is STANDING, from the first of the days around today on which it differs', () => {
    expect(told(never, certified)).toEqual(['STANDING', '2030-03-10', 'NOT_REGISTERED', 'CERTIFIED']);
    const revoked = timeline([BEGINNING, 'NOT_REGISTERED'], ['2030-03-10', 'CERTIFIED'], ['2031-03-01', 'REVOKED']);
    expect(told(certified, revoked)).toEqual(['STANDING', '2031-03-01', 'CERTIFIED', 'REVOKED']);
    const revokedToday = timeline([BEGINNING, 'NOT_REGISTERED'], ['2030-03-10', 'CERTIFIED'], [today, 'REVOKED']);
    expect(told(certified, revokedToday)).toEqual(['STANDING', today, 'CERTIFIED', 'REVOKED']);
  });

  test('reports today’s standings even if other days of the run differ in another way', () => {
    const earlier = timeline(
      [BEGINNING, 'NOT_REGISTERED'],
      ['2029-12-01', 'CERTIFIED'],
      ['2031-01-01', 'PENDING'],
      ['2031-03-02', 'CERTIFICATION_LOST'],
    );
    // From 1 January to 1 March it was certified and is now pending, from 2 March it is lost; before 10 March 2030 there is a separate run.
    expect(told(certified, earlier)).toEqual(['STANDING', '2031-01-01', 'CERTIFIED', 'CERTIFICATION_LOST']);
  });

  test('of other days only is CORRECTION, from the first of them: tomorrow, or some past days', () => {
    const revokedTomorrow = timeline(...starts(certified).slice(0, 2), ['2031-03-11', 'REVOKED']);
    expect(told(certified, revokedTomorrow)).toEqual(['CORRECTION', '2031-03-11', 'CERTIFIED', 'REVOKED']);
    const wasRevoked = timeline(
      ...starts(certified).slice(0, 2),
      ['2030-05-01', 'REVOKED'],
      [today, 'CERTIFIED'],
      ...starts(certified).slice(2),
    );
    expect(told(certified, wasRevoked)).toEqual(['CORRECTION', '2030-05-01', 'CERTIFIED', 'REVOKED']);
  });

  test('of documents only is DOCUMENT if today’s differ, and CORRECTION if those of other days differ', () => {
    expect(told(under('C-1', certified), under('C-2', certified))).toEqual(['DOCUMENT', '2030-03-10', 'CERTIFIED', 'CERTIFIED']);
    const lostBefore = timeline(...starts(certified).slice(0, 2), ['2030-09-01', 'CERTIFICATION_LOST']);
    const past = ['CORRECTION', '2030-03-10', 'CERTIFIED', 'CERTIFIED'];
    expect(told(under('C-1', lostBefore), under('C-2', lostBefore))).toEqual(past);
  });

  test('of the documents of today and future days is DOCUMENT, of today and past days is CORRECTION', () => {
    const longer = timeline(...starts(certified).slice(0, 2), ['2032-04-10', 'PENDING'], ['2032-06-09', 'CERTIFICATION_LOST']);
    expect(told(under('C-1', certified), under('C-2', longer))).toEqual(['DOCUMENT', '2030-03-10', 'CERTIFIED', 'CERTIFIED']);
    const later = timeline([BEGINNING, 'NOT_REGISTERED'], ['2030-05-10', 'CERTIFIED'], ...starts(certified).slice(2));
    const past = ['CORRECTION', '2030-03-10', 'CERTIFIED', 'NOT_REGISTERED'];
    expect(told(under('C-1', certified), under('C-1', later))).toEqual(past);
  });

  test('that begins on days that are not public is reported with the first public day that differs', () => {
    // The registration is newly recorded for a day long ago; the certificate ends later than was known.
    const was = timeline([BEGINNING, 'NOT_REGISTERED'], ...starts(certified).slice(1));
    const becomes = timeline(
      [BEGINNING, 'NOT_REGISTERED'],
      ['2029-01-01', 'REGISTERED'],
      ['2030-03-10', 'CERTIFIED'],
      ['2031-05-10', 'PENDING'],
      ['2031-07-09', 'CERTIFICATION_LOST'],
    );
    expect(allTold(was, becomes)).toEqual([
      ['CORRECTION', '2029-01-01', 'NOT_REGISTERED', 'REGISTERED'],
      ['CORRECTION', '2031-04-10', 'PENDING', 'CERTIFIED'],
    ]);
    // Without the registration, today's documents differ.
    expect(allTold(under('C-1', was), under('C-2', becomes))).toEqual([
      ['CORRECTION', '2029-01-01', 'NOT_REGISTERED', 'REGISTERED'],
      ['DOCUMENT', '2030-03-10', 'CERTIFIED', 'CERTIFIED'],
    ]);
  });

  test('of an account without a timeline is reported as coming from never registered', () => {
    expect(told([], certified)).toEqual(['STANDING', '2030-03-10', null, 'CERTIFIED']);
    expect(told([], never)).toBeNull();
  });
});

const starts = (rows: readonly PeriodRow[]): [string, Standing][] => rows.map(([from, , standing]) => [from, standing]);
