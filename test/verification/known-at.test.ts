import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, poolOf } from '../../src/database/data-source.ts';
import { LetterRow } from '../../src/database/tables/letter.table.ts';
import { RecordingRow } from '../../src/database/tables/recording.table.ts';
import { type Unit, write } from '../../src/database/unit-of-work.ts';
import { storeTimelines } from '../../src/standing/standing.service.ts';
import { type Subject, type SubjectKind, wholePeriodsOf } from '../../src/standing/standing-period.sql.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm, type Firm, issueLetter, register } from '../support/firm.ts';

let database: FreshDatabase;
let dataSource: DataSource;
let firm: Firm;
let other: Firm;
/** When each step of the story became known. */
const instants: Date[] = [];

const subject = (kind: SubjectKind, value: string): Subject => ({ kind, value });

/** Does the work and notes when it became known. */
async function record<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
  const { id, result } = await write(dataSource, { actor: 'clerk', today: '2025-06-01' }, async (unit) => ({
    result: await work(unit),
    id: unit.recordingId,
  }));
  instants.push((await dataSource.manager.findOneByOrFail(RecordingRow, { id })).recordedAt);
  return result;
}

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  other = await record(async (unit) => {
    const entered = await enterFirm(unit);
    await storeTimelines(unit, [entered.accountId]);
    return entered;
  });
  // Step 1: the certificate of 15 January 2024, without its letter for year 2: due 15 January 2025, lost from 16 April 2025.
  firm = await record(async (unit) => {
    const entered = await enterFirm(unit);
    await register(unit, entered, '2024-01-02');
    await certify(unit, entered, 'COR-1', '2024-01-15');
    await storeTimelines(unit, [entered.accountId]);
    return entered;
  });
  // Step 2: the letter that was issued in time is entered late.
  await record(async (unit) => {
    const [certificate]: { id: string }[] = await unit.tx.query(`select id from certificate where number = 'COR-1'`);
    await issueLetter(unit, certificate?.id ?? '', 'LOGS-1', 2, '2025-01-10');
    await storeTimelines(unit, [firm.accountId]);
  });
  // Step 3, a correction: the letter was issued on day 36, not before the anniversary.
  await record(async (unit) => {
    await unit.tx.update(LetterRow, { number: 'LOGS-1' }, { issuedOn: '2025-02-20' });
    await storeTimelines(unit, [firm.accountId]);
  });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const ask = (subjects: Subject[], on: string, knownAt?: Date) => wholePeriodsOf(poolOf(dataSource), subjects, on, { knownAt });

/** The standing of the firm on a day, as known at an instant. */
async function standing(on: string, knownAt?: Date): Promise<string | undefined> {
  const { rows } = await ask([subject('account', firm.accountId)], on, knownAt);
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.standing;
}

const justBefore = (instant: Date | undefined) => new Date((instant?.getTime() ?? 0) - 1);
const justAfter = (instant: Date | undefined) => new Date((instant?.getTime() ?? 0) + 1);

describe('as known at an instant', () => {
  test('a letter entered late counts from its entry on, and not before', async () => {
    expect(await standing('2025-05-01', justAfter(instants[1]))).toBe('CERTIFICATION_LOST');
    expect(await standing('2025-05-01', justBefore(instants[2]))).toBe('CERTIFICATION_LOST');
    expect(await standing('2025-05-01', instants[2])).toBe('CERTIFIED');
    expect(await standing('2025-05-01', justAfter(instants[2]))).toBe('CERTIFIED');
    expect(await standing('2025-05-01')).toBe('CERTIFIED');
  });

  test('a correction changes the answer from its entry on, and not before', async () => {
    expect(await standing('2025-02-19', justBefore(instants[2]))).toBe('PENDING');
    expect(await standing('2025-02-19', justAfter(instants[2]))).toBe('CERTIFIED');
    expect(await standing('2025-02-19', justBefore(instants[3]))).toBe('CERTIFIED');
    expect(await standing('2025-02-19', justAfter(instants[3]))).toBe('PENDING');
    expect(await standing('2025-02-19')).toBe('PENDING');
  });

  test('an account entered later is not known', async () => {
    expect(await standing('2025-05-01', justBefore(instants[1]))).toBeUndefined();
  });

  test('the forecast is the one made then', async () => {
    const then = await ask([subject('account', firm.accountId)], '2024-06-01', justAfter(instants[1]));
    expect(then.rows[0]).toMatchObject({ since: '2024-01-15', holdsUntil: '2025-02-15', nextStanding: 'PENDING' });
    const later = await ask([subject('account', firm.accountId)], '2024-06-01', justAfter(instants[2]));
    expect(later.rows[0]).toMatchObject({ since: '2024-01-15', holdsUntil: '2026-02-15', nextStanding: 'PENDING' });
  });

  test('the answer has the first instant of the registry, even if it finds nothing', async () => {
    const { rows, firstRecordedAt } = await ask([subject('wsibAccount', 'nobody')], '2025-05-01', new Date('2001-01-01'));
    expect(rows).toEqual([]);
    expect(firstRecordedAt).toEqual(instants[0]);
  });
});

describe('an identity as known at an instant', () => {
  test('is shown as recorded then, whatever is corrected later, and its former numbers lead to it (R-46)', async () => {
    const entered = await record(async (unit) => {
      const renamed = await enterFirm(unit);
      await certify(unit, renamed, 'COR-9', '2024-02-01');
      await storeTimelines(unit, [renamed.accountId]);
      return renamed;
    });
    const before = instants.at(-1);
    await record(async (unit) => {
      await unit.tx.query(`update organization set legal_name = 'Corrected Ltd.', city = null where id = $1`, [entered.organizationId]);
      await unit.tx.query(`update account set wsib_account = '7000001' where id = $1`, [entered.accountId]);
      await unit.tx.query(`update certificate set number = 'COR-10' where number = 'COR-9'`);
      await storeTimelines(unit, [entered.accountId]);
    });
    const then = [subject('wsibAccount', entered.wsibAccount), subject('documentNumber', 'COR-9'), subject('documentNumber', 'COR-10')];
    const { rows } = await ask(then, '2024-06-01', before);
    const told = { organizationName: entered.name, city: 'Sudbury', wsibAccount: entered.wsibAccount, presentWsibAccount: '7000001' };
    expect(rows.map(({ subject: at }) => at)).toEqual([0, 1, 2]);
    for (const row of rows) expect(row).toMatchObject({ ...told, certificateNumber: 'COR-9' });
    const asOfNow = [subject('wsibAccount', '7000001'), subject('documentNumber', 'COR-10'), ...then.slice(0, 2)];
    for (const knownAt of [undefined, justAfter(instants.at(-1))]) {
      const now = await ask(asOfNow, '2024-06-01', knownAt);
      expect(now.rows.map(({ subject: at }) => at)).toEqual([0, 1]);
      for (const row of now.rows) expect(row).toMatchObject({ organizationName: 'Corrected Ltd.', city: null, wsibAccount: '7000001' });
    }
  });

  test('is that of the organization that had the account then', async () => {
    const [kept, moved] = await record(async (unit) => {
      const firms = [await enterFirm(unit), await enterFirm(unit)] as const;
      for (const { accountId } of firms) await storeTimelines(unit, [accountId]);
      return firms;
    });
    const before = instants.at(-1);
    await record((unit) => unit.tx.query('update account set organization_id = $1 where id = $2', [kept.organizationId, moved.accountId]));
    const asked = [subject('account', moved.accountId)];
    expect((await ask(asked, '2024-06-01', before)).rows[0]).toMatchObject({ organizationName: moved.name });
    expect((await ask(asked, '2024-06-01', justAfter(instants.at(-1)))).rows[0]).toMatchObject({ organizationName: kept.name });
  });
});

describe('a subject', () => {
  test('can be an id, a WSIB account or a business number', async () => {
    for (const asked of [
      subject('account', firm.accountId),
      subject('wsibAccount', firm.wsibAccount),
      subject('businessNumber', firm.businessNumber),
    ]) {
      const { rows } = await ask([asked], '2024-06-01');
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        subject: 0,
        accountId: firm.accountId,
        wsibAccount: firm.wsibAccount,
        organizationId: firm.organizationId,
        organizationName: firm.name,
        city: 'Sudbury',
        documentKind: null,
        standing: 'CERTIFIED',
        standard: 'COR_2020',
        basis: 'EXTERNAL_AUDIT',
        certificateNumber: 'COR-1',
        validFrom: '2024-01-15',
        since: '2024-01-15',
      });
    }
  });

  test('can be the number of any document, and the answer says which', async () => {
    await record(async (unit) => {
      const values = `('BID-1', $1, 'INTERIM_LOGS', '2023-05-05', '2023-12-31')`;
      await unit.tx.query(`insert into bidding_document (number, account_id, kind, issued_on, host_expires_on) values ${values}`, [
        firm.accountId,
      ]);
      await storeTimelines(unit, [firm.accountId]);
    });
    const numbers = ['COR-1', 'LOGS-1', 'BID-1', `R-${firm.wsibAccount}`];
    const { rows } = await ask(
      numbers.map((number) => subject('documentNumber', number)),
      '2023-06-01',
    );
    expect(
      rows.map((row) => [row.subject, row.documentKind, row.documentNumber, row.documentIssuedOn, row.accountId, row.standing]),
    ).toEqual([
      [0, 'CERTIFICATE', 'COR-1', '2024-01-15', firm.accountId, 'BIDDING_ONLY'],
      [1, 'LETTER_OF_GOOD_STANDING', 'LOGS-1', '2025-02-20', firm.accountId, 'BIDDING_ONLY'],
      [2, 'BIDDING_DOCUMENT', 'BID-1', '2023-05-05', firm.accountId, 'BIDDING_ONLY'],
      [3, 'CONFIRMATION_OF_REGISTRATION', `R-${firm.wsibAccount}`, '2024-01-02', firm.accountId, 'BIDDING_ONLY'],
    ]);
  });

  test('of any kind can be mixed with others in one question, each at its place; one that matches nothing has no row', async () => {
    const asked = [
      subject('wsibAccount', 'nobody'),
      subject('documentNumber', 'LOGS-1'),
      subject('account', other.accountId),
      subject('businessNumber', firm.businessNumber),
      subject('wsibAccount', firm.wsibAccount),
      subject('account', other.accountId),
    ];
    for (const knownAt of [undefined, new Date()]) {
      const { rows } = await ask(asked, '2024-06-01', knownAt);
      expect(rows.map((row) => [row.subject, row.accountId])).toEqual([
        [1, firm.accountId],
        [2, other.accountId],
        [3, firm.accountId],
        [4, firm.accountId],
        [5, other.accountId],
      ]);
    }
  });

  test('that is a business number stands for every account of the organizations that have it', async () => {
    await record(async (unit) => {
      await unit.tx.query(`insert into account (id, reference, organization_id, wsib_account) values (new_id(), 'SECOND', $1, '7654321')`, [
        firm.organizationId,
      ]);
      const [second]: { id: string }[] = await unit.tx.query(`select id from account where reference = 'SECOND'`);
      await storeTimelines(unit, [second?.id ?? '']);
    });
    const { rows } = await ask([subject('businessNumber', firm.businessNumber)], '2024-06-01');
    expect(rows.map((row) => [row.wsibAccount, row.standing]).sort()).toEqual([
      [firm.wsibAccount, 'CERTIFIED'],
      ['7654321', 'NOT_REGISTERED'],
    ]);
  });
});

test('each day belongs to the last period that starts on or before it', async () => {
  const days = [
    '0001-01-01',
    '2024-01-01',
    '2024-01-02',
    '2024-01-14',
    '2024-01-15',
    '2026-02-14',
    '2026-02-15',
    '2026-04-16',
    '9999-12-31',
  ];
  const standings = await Promise.all(days.map((day) => standing(day)));
  expect(standings).toEqual([
    'NOT_REGISTERED',
    'NOT_REGISTERED',
    'REGISTERED',
    'REGISTERED',
    'CERTIFIED',
    'CERTIFIED',
    'PENDING',
    'CERTIFICATION_LOST',
    'CERTIFICATION_LOST',
  ]);
});
