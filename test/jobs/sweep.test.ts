import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type Clock, clockOf } from '../../src/clock.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { nextMidnight } from '../../src/jobs/midnight.ts';
import { sweep } from '../../src/jobs/sweep.ts';
import { Sweeper } from '../../src/jobs/sweeper.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type Files, record } from '../support/recorded.ts';
import { setRegistryTime, sweepOn } from '../support/registry-time.ts';
import { until } from '../support/until.ts';
import { organizations } from '../support/writing.ts';

const imported = '2031-03-10';

const facts: Files = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...['due', 'late', 'equivalent', 'bidding', 'ahead', 'checked', 'revoked'].map((name, at) => `${name},O-1,${6000001 + at}`),
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    // Pending from 15 April (day 31 after 15 March 2031), lost from 14 June (day 91).
    'C-1,due,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    // Lost from 10 March 2031, day 91 after 9 December 2030: on the day of the import.
    'C-2,late,COR_2020,EXTERNAL_AUDIT,2029-12-09',
    // Its last day is 19 March 2031, the day before the anniversary.
    'C-3,equivalent,COR_2020,ISO_45001_EQUIVALENCY,2030-03-20',
    'C-5,ahead,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-6,checked,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-7,revoked,COR_2020,EXTERNAL_AUDIT,2030-06-01',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-4,bidding,LETTER_OF_RECIPROCITY,2031-02-01,2031-03-24'],
  revocations: [
    'revocation,account,from,lifted_on,reason,document',
    'V-5,ahead,2031-03-13,,Fraud,File 5',
    'V-7,revoked,2031-03-19,,Fraud,File 7',
  ],
  // Reported and validated on future days: the standing stays, and its reasons change.
  spot_checks: ['spot_check,account,received_on,corrective_action', 'S-6,checked,2031-02-01,yes'],
  spot_check_events: ['spot_check,on,kind', 'S-6,2031-03-12,IMPLEMENTATION_REPORTED'],
};

/** A separate registry with facts imported on a day. */
async function registry(today = imported): Promise<{ database: FreshDatabase; source: DataSource; end: () => Promise<void> }> {
  const database = await freshDatabase();
  const source = await createDataSource(database.url).initialize();
  await record(source, facts, today);
  const end = async () => {
    await source.destroy();
    await database.drop();
  };
  return { database, source, end };
}

/** What was recorded so far, in order: account, kind, day, standings, and a notice's number of days ahead. */
async function told(source: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await source.query(
    `select concat_ws(' ', a.reference, c.kind, c.effective_on, c.before_standing, c.after_standing, c.notice_days) as line
     from change c join account a on a.id = c.account_id order by c.id`,
  );
  return rows.map(({ line }) => line);
}

describe('the sweep', () => {
  let database: FreshDatabase;
  let source: DataSource;
  let end: () => Promise<void>;

  beforeAll(async () => {
    ({ database, source, end } = await registry());
  });

  afterAll(() => end());

  /** What a sweep on a day adds. */
  const sweptOn = async (today: string): Promise<string[]> => {
    const before = (await told(source)).length;
    const { count } = await sweepOn(source, today);
    const added = (await told(source)).slice(before);
    expect(count).toBe(added.length);
    return added;
  };

  test('records nothing for the day of the import: the initial contents of a registry are not a change', async () => {
    expect(await sweptOn(imported)).toEqual([]);
  });

  test('records each period that begins and each notice that falls due, once and on its day', async () => {
    expect(await sweptOn('2031-03-11')).toEqual(['bidding NOTICE 2031-03-25 BIDDING_ONLY NOT_REGISTERED 14']);
    expect(await sweptOn('2031-03-11')).toEqual([]);
    // A revocation is announced like a loss: a caller who may see neither must not be able to tell them apart.
    expect(await sweptOn('2031-03-12')).toEqual([
      'checked REASONS 2031-03-12 CERTIFIED CERTIFIED',
      'ahead NOTICE 2031-03-13 CERTIFIED REVOKED 1',
      'revoked NOTICE 2031-03-19 CERTIFIED REVOKED 7',
    ]);
    expect(await sweptOn('2031-03-13')).toEqual([
      'ahead STANDING 2031-03-13 CERTIFIED REVOKED',
      'equivalent NOTICE 2031-03-20 CERTIFIED EXPIRED 7',
    ]);
    expect(await sweptOn('2031-03-12')).toEqual([]);
  });

  test('records what happened during a week without a sweep, in order', async () => {
    expect(await sweptOn('2031-03-20')).toEqual([
      'due NOTICE 2031-04-15 CERTIFIED PENDING 30',
      'bidding NOTICE 2031-03-25 BIDDING_ONLY NOT_REGISTERED 7',
      'revoked STANDING 2031-03-19 CERTIFIED REVOKED',
      'equivalent STANDING 2031-03-20 CERTIFIED EXPIRED',
    ]);
    // Notices of what has already happened are no longer news.
    expect(await sweptOn('2031-04-20')).toEqual([
      'bidding STANDING 2031-03-25 BIDDING_ONLY NOT_REGISTERED',
      // C-6 of 1 June 2030: pending from 2 July, 90 days after 3 April.
      'checked NOTICE 2031-07-02 CERTIFIED PENDING 90',
      'due STANDING 2031-04-15 CERTIFIED PENDING',
      // Its loss on 14 June is announced on the day it becomes pending, not 90 days ahead, when it was certified.
      'due NOTICE 2031-06-14 PENDING CERTIFICATION_LOST 60',
    ]);
  });

  test('records everything once when many processes run it at the same time', async () => {
    const sources = await Promise.all(Array.from({ length: 6 }, () => createDataSource(database.url, { poolSize: 1 }).initialize()));
    await setRegistryTime(source, '2031-06-01');
    const swept = await Promise.all(sources.map(sweep));
    await Promise.all(sources.map((each) => each.destroy()));
    expect(swept.map(({ count }) => count).filter((count) => count > 0)).toEqual([3]);
    expect((await told(source)).slice(-3)).toEqual([
      'checked NOTICE 2031-07-02 CERTIFIED PENDING 60',
      'due NOTICE 2031-06-14 PENDING CERTIFICATION_LOST 30',
      'due NOTICE 2031-06-14 PENDING CERTIFICATION_LOST 14',
    ]);
  });

  test('records the rest after another recording of the same days; what a day brought comes before what replaced it', async () => {
    const before = (await told(source)).length;
    // No sweep has run since 1 June. On 16 June it is lost; then a letter of 20 May (day 66) turns up, which keeps it certified.
    await record(source, { letters: ['number,certificate_number,year,issued_on', 'L-1,C-1,2,2031-05-20'] }, '2031-06-16');
    const recorded = (await told(source)).slice(before);
    expect(recorded).toEqual([
      'due STANDING 2031-06-14 PENDING CERTIFICATION_LOST',
      'due STANDING 2031-05-20 CERTIFICATION_LOST CERTIFIED',
    ]);
    expect(await sweptOn('2031-06-16')).toEqual(['checked NOTICE 2031-07-02 CERTIFIED PENDING 30']);
    expect(await checkTimelines(source)).toMatchObject({ problems: 0 });
  });

  test('leaves nothing out if a name was corrected meanwhile', async () => {
    const before = (await told(source)).length;
    await record(source, { organizations: [organizations[0] ?? '', 'O-1,Bâtisseurs Exemple ltée,,,123456782,Exempleville'] }, '2031-07-03');
    expect((await told(source)).slice(before)).toContain('checked CORRECTION 2031-07-03 PENDING PENDING');
    expect(await sweptOn('2031-07-03')).toEqual([
      'checked STANDING 2031-07-02 CERTIFIED PENDING',
      // Day 91 after 1 June 2031 is 31 August, 60 days after 2 July.
      'checked NOTICE 2031-08-31 PENDING CERTIFICATION_LOST 60',
    ]);
  });
});

describe('a registry that was swept while empty', () => {
  test('records nothing for a first import, however long ago that was', async () => {
    const database = await freshDatabase();
    const source = await createDataSource(database.url).initialize();
    expect(await sweepOn(source, '2031-01-01')).toMatchObject({ count: 0 });
    await record(source, facts, imported);
    expect(await sweepOn(source, imported)).toMatchObject({ count: 0 });
    expect(await told(source)).toEqual([]);
    expect(await sweepOn(source, '2031-03-11')).toMatchObject({ count: 1 });
    await source.destroy();
    await database.drop();
  });
});

describe('midnight in Toronto', () => {
  // In 2026 clocks go forward on 8 March and back on 1 November, each at 2 a.m.
  test.each([
    ['2026-03-07T12:00:00Z', '2026-03-08T05:00:00.000Z'],
    ['2026-03-08T04:59:59.999Z', '2026-03-08T05:00:00.000Z'],
    ['2026-03-08T05:00:00Z', '2026-03-09T04:00:00.000Z'],
    ['2026-03-09T03:59:59.999Z', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01T03:59:59.999Z', '2026-11-01T04:00:00.000Z'],
    ['2026-11-01T04:00:00Z', '2026-11-02T05:00:00.000Z'],
    ['2026-11-02T04:59:59.999Z', '2026-11-02T05:00:00.000Z'],
    ['2026-12-31T20:00:00Z', '2027-01-01T05:00:00.000Z'],
  ])('after %s comes at %s', (now, midnight) => {
    expect(nextMidnight(new Date(now)).toISOString()).toBe(midnight);
  });

  // The end of a day of 23 hours and of one of 25; the last test begins so late that midnight comes during the sweep. C-5 above is revoked on the new day.
  test.each([
    ['2031-03-09', '2031-03-10T03:59:59.900Z', '2031-03-10'],
    ['2031-11-02', '2031-11-03T04:59:59.900Z', '2031-11-03'],
    ['2031-11-03', '2031-11-04T04:59:59.999Z', '2031-11-04'],
  ])('ends %s, and the sweeper records what the next day brings', async (today, start, tomorrow) => {
    const { source, end } = await registry(today);
    await record(
      source,
      { revocations: ['revocation,account,from,lifted_on,reason,document', `V-9,checked,${tomorrow},,Fraud,File 9`] },
      today,
    );
    const before = (await told(source)).length;
    const faults: unknown[] = [];
    await setRegistryTime(source, start);
    const sweeper = new Sweeper(source, clockFrom(start), (error) => faults.push(error));
    sweeper.start();
    await until(async () => (await told(source)).length > before).finally(() => sweeper.close());
    expect((await told(source)).slice(before)).toContainEqual(expect.stringMatching(`^checked STANDING ${tomorrow} [A-Z_]+ REVOKED$`));
    expect(faults).toEqual([]);
    await end();
  });
});

/** A clock that runs from an instant. */
function clockFrom(start: string): Clock {
  const [from, begun] = [Date.parse(start), performance.now()];
  return clockOf(() => new Date(from + performance.now() - begun));
}
