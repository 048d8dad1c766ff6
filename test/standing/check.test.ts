import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { type Unit, write } from '../../src/database/unit-of-work.ts';
import { checkTimelines, type TimelineProblem } from '../../src/standing/standing.check.ts';
import { rebuildTimelines, type TimelineDifference } from '../../src/standing/standing.rebuild.ts';
import { storeTimelines } from '../../src/standing/standing.service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm, type Firm, register } from '../support/firm.ts';

const author = { actor: 'admin', reason: 'rebuild', today: '2026-11-22' };

let database: FreshDatabase;
let dataSource: DataSource;
let firm: Firm;
let reference: string;
const unit = <T>(work: (unit: Unit) => Promise<T>) => write(dataSource, author, work);

// Each test damages a sound registry of two accounts. One has a timeline in the history.
beforeEach(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  firm = await unit(async (its) => {
    const entered = await enterFirm(its);
    await register(its, entered, '2024-01-02');
    await storeTimelines(its, [entered.accountId, (await enterFirm(its)).accountId]);
    return entered;
  });
  await unit(async (its) => {
    await certify(its, firm, 'C-1', '2024-01-15');
    await storeTimelines(its, [firm.accountId]);
  });
  const [row]: { reference: string }[] = await dataSource.query('select reference from account where id = $1', [firm.accountId]);
  reference = row?.reference ?? '';
});

afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function problems(): Promise<Pick<TimelineProblem, 'problem' | 'on' | 'inHistory'>[]> {
  const found: TimelineProblem[] = [];
  const check = await checkTimelines(dataSource, { onProblem: (problem) => found.push(problem) });
  expect(check).toEqual({ accounts: 2, problems: found.length });
  for (const { accountReference } of found) expect([reference, null]).toContain(accountReference);
  return found.map(({ problem, on, inHistory }) => ({ problem, on, inHistory }));
}

const spoil = (set: string, where = `valid_from = '2024-01-15'`) =>
  dataSource.query(`update standing_period set ${set} where account_id = '${firm.accountId}' and ${where}`);

describe('the check', () => {
  test('finds nothing wrong with a sound registry', async () => {
    expect(await problems()).toEqual([]);
  });

  const columns = {
    END_IS_NOT_NEXT_START: `valid_to = '2099-01-01'`,
    SINCE_IS_NOT_START_OF_RUN: `since = '2024-01-14'`,
    HOLDS_UNTIL_IS_NOT_NEXT_CHANGE: `holds_until = null`,
    NEXT_STANDING_IS_ANOTHER: `next_standing = 'REVOKED'`,
    REASONS_UNREADABLE: `reasons = '[]]'`,
  };

  test.each(Object.entries(columns))('finds %s', async (problem, set) => {
    await spoil(set);
    const found = await problems();
    expect(found).toContainEqual({ problem, on: '2024-01-15', inHistory: false });
    expect(found).toContainEqual({ problem: 'DIFFERS_FROM_FACTS', on: null, inHistory: false });
  });

  test('finds a standing that differs from the computed one', async () => {
    await spoil(`certificate_number = 'C-2'`);
    expect(await problems()).toEqual([{ problem: 'DIFFERS_FROM_FACTS', on: null, inHistory: false }]);
  });

  test('finds a timeline that is missing, or begins late', async () => {
    await dataSource.query(`delete from standing_period where account_id = '${firm.accountId}' and valid_from < '2024-01-02'`);
    expect(await problems()).toContainEqual({ problem: 'STARTS_LATE', on: '0001-01-01', inHistory: false });
    await dataSource.query(`delete from standing_period where account_id = '${firm.accountId}'`);
    expect(await problems()).toEqual([{ problem: 'MISSING', on: null, inHistory: false }]);
  });

  test('finds a timeline without its account, or without its recording', async () => {
    await dataSource.query(`insert into standing_period (account_id, valid_from, standing, since, reasons, recording_id)
      values (new_id(), '0001-01-01', 'NOT_REGISTERED', '0001-01-01', '[]', 1)`);
    await spoil('recording_id = 999');
    const found = await problems();
    expect(found).toContainEqual({ problem: 'NO_SUCH_ACCOUNT', on: null, inHistory: false });
    expect(found).toContainEqual({ problem: 'RECORDING_MISSING', on: null, inHistory: false });
  });

  test('finds what is wrong in the history', async () => {
    await dataSource.query(`
      alter table standing_period_history disable trigger user;
      delete from standing_period_history where valid_from = '2024-01-02'`);
    expect(await problems()).toEqual([
      { problem: 'END_IS_NOT_NEXT_START', on: '0001-01-01', inHistory: true },
      { problem: 'HOLDS_UNTIL_IS_NOT_NEXT_CHANGE', on: '0001-01-01', inHistory: true },
      { problem: 'NEXT_STANDING_IS_ANOTHER', on: '0001-01-01', inHistory: true },
    ]);
  });
});

describe('a rebuild', () => {
  const rebuild = async (dryRun: boolean) => {
    const differences: TimelineDifference[] = [];
    const progress: string[] = [];
    const done = await rebuildTimelines(dataSource, author, {
      dryRun,
      onDifference: (difference) => differences.push(difference),
      onProgress: ({ accounts }, total) => progress.push(`${accounts} of ${total}`),
    });
    return { done, differences, progress };
  };

  // As if by other rules: certified a day later, and never lost.
  beforeEach(async () => {
    await spoil(`standing = 'REGISTERED'`);
  });

  test('lists what it would change, with first day and both standings, and changes nothing in a dry run', async () => {
    const { done, differences, progress } = await rebuild(true);
    expect(differences).toEqual([{ accountReference: reference, on: '2024-01-15', was: 'REGISTERED', becomes: 'CERTIFIED' }]);
    expect(done).toMatchObject({ accounts: 2, changed: 1 });
    expect(progress).toEqual(['2 of 2']);
    expect(await problems()).not.toEqual([]);
  });

  test('stores what the current rules compute, keeps what it replaced, and then has nothing more to do', async () => {
    const before: unknown[] = await dataSource.query('select from standing_period_history');
    const { differences } = await rebuild(false);
    expect(differences).toHaveLength(1);
    const after: { ended_by_recording_id: string }[] = await dataSource.query(
      'select ended_by_recording_id from standing_period_history order by id',
    );
    expect(after.length).toBeGreaterThan(before.length);
    const [recording]: unknown[] = await dataSource.query('select actor, reason from recording where id = $1', [
      after.at(-1)?.ended_by_recording_id,
    ]);
    expect(recording).toEqual({ actor: 'admin', reason: 'rebuild' });
    expect((await rebuild(false)).done).toEqual({ accounts: 2, changed: 0, periods: 0 });
    expect((await problems()).filter(({ inHistory }) => !inHistory)).toEqual([]);
  });

  test('names the first day that differs in a detail if the standing never differs', async () => {
    await unit((its) => storeTimelines(its, [firm.accountId]));
    await spoil(`certificate_number = 'C-2'`);
    expect((await rebuild(true)).differences).toEqual([
      { accountReference: reference, on: '2024-01-15', was: 'CERTIFIED', becomes: 'CERTIFIED' },
    ]);
  });
});
