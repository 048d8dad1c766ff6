import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, poolOf } from '../../src/database/data-source.ts';
import { write } from '../../src/database/unit-of-work.ts';
import type { Audience } from '../../src/disclosure/audience.ts';
import { sharedPeriods } from '../../src/standing/shared-periods.ts';
import { storeTimelines } from '../../src/standing/standing.service.ts';
import { periodsOf, type Subject } from '../../src/standing/standing-period.sql.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm, type Firm, register } from '../support/firm.ts';

const today = '2025-06-01';

let database: FreshDatabase;
let dataSource: DataSource;
let pool: Pool;
let firms: Firm[];
let statements: jest.SpiedFunction<Pool['query']>;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  pool = poolOf(dataSource);
  firms = await write(dataSource, { actor: 'clerk', today }, async (unit) => {
    const entered = [await enterFirm(unit), await enterFirm(unit), await enterFirm(unit)];
    await register(unit, entered[0]!, '2025-01-02');
    await certify(unit, entered[0]!, 'COR-1', '2025-01-15');
    await storeTimelines(
      unit,
      entered.map(({ accountId }) => accountId),
    );
    return entered;
  });
});

beforeEach(() => {
  statements = jest.spyOn(pool, 'query');
});

afterEach(() => statements.mockRestore());

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const account = (value: string): Subject => ({ kind: 'account', value });
const everybody: Audience = { today, known: ['CERTIFIED', 'PENDING'], organizationId: null, recipients: null, consented: [] };
const ask = (subjects: readonly Subject[], on = today, audience: Audience | null = null) =>
  sharedPeriods(pool, subjects, on, { audience, withReasons: true });

describe('questions that arrive in one turn of the event loop', () => {
  test('share a statement, and each gets the answer it would get alone', async () => {
    const [a, b, c] = firms.map(({ accountId }) => account(accountId));
    const answers = await Promise.all([ask([a!]), ask([b!, c!]), ask([account('00000000-0000-4000-8000-000000000000')]), ask([a!])]);
    expect(statements).toHaveBeenCalledTimes(1);
    const ids = answers.map(({ bySubject }) => bySubject.map((periods) => periods.map(({ accountId }) => accountId)));
    expect(ids).toEqual([[[a!.value]], [[b!.value], [c!.value]], [[]], [[a!.value]]]);
    const { rows } = await periodsOf(pool, [a!], today, { withReasons: true });
    expect(answers[3]?.bySubject[0]?.[0]).toEqual({ ...rows[0], subject: 4, presentAt: expect.any(Number) });
  });

  test('read reasons only for those that ask for them', async () => {
    const [a, b] = firms.map(({ accountId }) => account(accountId));
    const [explained, plain] = await Promise.all([ask([a!]), sharedPeriods(pool, [b!], today, { audience: null, withReasons: false })]);
    expect(statements).toHaveBeenCalledTimes(2);
    expect(explained?.bySubject[0]?.[0]?.reasons).toMatch(/^\[\[/);
    expect(plain?.bySubject[0]?.[0]).not.toHaveProperty('reasons');
  });

  test('read ids of documents only for those that ask for them, and a day of a period for none', async () => {
    const [a, b] = firms.map(({ accountId }) => account(accountId));
    const plain = { audience: null, withReasons: false };
    const [found, without] = await Promise.all([
      sharedPeriods(pool, [a!], today, plain),
      sharedPeriods(pool, [b!], today, { ...plain, withIds: false }),
    ]);
    expect(statements).toHaveBeenCalledTimes(2);
    expect(found?.bySubject[0]?.[0]?.certificateId).toMatch(/^[0-9a-f-]{36}$/);
    for (const column of ['certificateId', 'letterId', 'biddingDocumentId', 'validFrom', 'validTo'])
      expect(without?.bySubject[0]?.[0]).not.toHaveProperty(column);
  });

  test('have separate statements for different days, rights and kinds of numbers', async () => {
    const [a, b] = firms.map(({ accountId }) => account(accountId));
    const [certified, hidden, earlier] = await Promise.all([
      ask([a!], today, everybody),
      ask([b!], today, everybody),
      ask([a!], '2025-01-14'),
      ask([b!]),
      ask([{ kind: 'documentNumber', value: 'COR-1' }]),
    ]);
    expect(statements).toHaveBeenCalledTimes(4);
    expect(certified?.bySubject[0]?.[0]?.standing).toBe('CERTIFIED');
    expect(hidden?.bySubject[0]).toEqual([]);
    expect(earlier?.bySubject[0]?.[0]?.standing).toBe('REGISTERED');
  });

  test('are at most 64 in one statement', async () => {
    const { accountId } = firms[0]!;
    const answers = await Promise.all(Array.from({ length: 65 }, () => ask([account(accountId)])));
    expect(statements).toHaveBeenCalledTimes(2);
    expect(answers.every(({ bySubject }) => bySubject[0]?.[0]?.accountId === accountId)).toBe(true);
  });

  test('are answered even if PostgreSQL refuses the value of one', async () => {
    const [good, bad, other] = await Promise.allSettled([
      ask([account(firms[0]!.accountId)]),
      ask([account('no uuid')]),
      ask([account(firms[1]!.accountId)]),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: '22P02' } });
    expect([good, other].map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('fail together, and are not repeated, if PostgreSQL cannot answer', async () => {
    statements.mockImplementationOnce(() => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' })));
    const settled = await Promise.allSettled([ask([account(firms[0]!.accountId)]), ask([account(firms[1]!.accountId)])]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(statements).toHaveBeenCalledTimes(1);
  });
});

test('a question about more than four subjects does not wait for others', async () => {
  const many = Array.from({ length: 5 }, () => account(firms[0]!.accountId));
  await Promise.all([ask(many), ask([account(firms[1]!.accountId)])]);
  expect(statements).toHaveBeenCalledTimes(2);
});

test('a number that does not exist takes the same work as a hidden one, of which PostgreSQL says how many rows it read', async () => {
  const buyer = { ...everybody, consented: ['REGISTERED' as const], recipients: { names: ['Town', 'ANY_BUYER'], today } };
  const [hidden, unknown] = [firms.slice(1).map(({ wsibAccount }) => wsibAccount), ['1', '2']];
  await haveHad(['7', '8'], firms.slice(1));
  for (const knownAt of [undefined, new Date()]) {
    const [ofHidden, ofUnknown] = [await readRows(hidden, buyer, knownAt), await readRows(unknown, buyer, knownAt)];
    // From current records, it is read again once nothing is visible to all.
    const times = knownAt ? 1 : 2;
    expect(ofHidden.filter((line) => /on standing_period .*rows=1(\.00)? loops=2/.test(line))).toHaveLength(times);
    expect(ofUnknown).toEqual(ofHidden);
    expect(await readRows(['7', '8'], buyer, knownAt)).toEqual(ofHidden);
  }
});

const haveHad = (numbers: readonly string[], accounts: readonly Firm[]) =>
  dataSource.query(
    `insert into former_wsib_account (account_id, number, until_day) select id, number, '2025-03-01' from unnest($1::uuid[], $2::text[]) as had (id, number)`,
    [accounts.map(({ accountId }) => accountId), numbers],
  );

test('a number finds an account that is visible to all, one that consents, and either by a number that it had before', async () => {
  const [certified, consenting, hidden] = firms;
  await haveHad(['21', '22', '23'], firms);
  await dataSource.query(
    `insert into consent (account_id, scope, recipient, kind, from_day, document, given_by)
      values ($1, 'REGISTERED_STATUS', 'Town', 'PERMISSION', '2025-01-01', 'Letter', 'clerk')`,
    [consenting!.accountId],
  );
  const town: Audience = { ...everybody, consented: ['NOT_REGISTERED'], recipients: { names: ['Town', 'ANY_BUYER'], today } };
  const numbers = [...firms.map(({ wsibAccount }) => wsibAccount), '21', '22', '23', 'COR-1', '24'];
  const subjects = numbers.map((value): Subject => ({ kind: 'wsibAccount', value }));
  const { rows: found, documents } = await periodsOf(pool, subjects, today, { audience: town, withReasons: false });
  const rows = found.toSorted((a, b) => a.subject - b.subject);
  expect(rows.map(({ subject, accountId, hasRegisteredConsent }) => [subject, accountId, hasRegisteredConsent])).toEqual([
    [0, certified!.accountId, false],
    [1, consenting!.accountId, true],
    [3, certified!.accountId, false],
    [4, consenting!.accountId, true],
  ]);
  expect(rows[2]).toMatchObject({
    wsibAccount: certified!.wsibAccount,
    organizationName: rows[0]?.organizationName,
    standing: 'CERTIFIED',
  });
  expect(documents).toEqual([6]);
  const { rows: ofStaff } = await periodsOf(pool, subjects, today, { withReasons: false });
  expect(ofStaff.map(({ accountId }) => accountId)).toEqual(
    [certified, consenting, hidden, certified, consenting, hidden].map((firm) => firm!.accountId),
  );
});

/** The scans of accounts by id, of periods and of consents by which PostgreSQL answers, each with the rows that it read. */
async function readRows(numbers: readonly string[], audience: Audience, knownAt: Date | undefined): Promise<string[]> {
  statements.mockClear();
  const subjects = numbers.map((value): Subject => ({ kind: 'wsibAccount', value }));
  const { rows } = await periodsOf(pool, subjects, today, { audience, knownAt, withReasons: false });
  expect(rows).toEqual([]);
  const [asked] = statements.mock.calls[0] ?? [];
  // The statement is an object, as `periodsOf` passes it.
  const { text, values } = asked as unknown as { text: string; values: unknown[] };
  const plan = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off, summary off) ${text}`, values);
  return plan.rows
    .map((row) => row['QUERY PLAN'].trim())
    .filter((line) => /Scan.* on (standing_period|consent|account|fact_history)\b/.test(line) && !/wsib_account|chance/.test(line));
}
