import { setTimeout as passing } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { CertificateRow } from '../../src/database/tables/certificate.table.ts';
import { FactHistoryRow } from '../../src/database/tables/fact-history.table.ts';
import { OrganizationRow } from '../../src/database/tables/organization.table.ts';
import { RecordingRow } from '../../src/database/tables/recording.table.ts';
import { lockAccount, lockAccounts, lockEveryAccount, type Unit, write } from '../../src/database/unit-of-work.ts';
import { storeTimelines } from '../../src/standing/standing.service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm, type Firm, issueLetter, register } from '../support/firm.ts';

const author = { actor: 'clerk', reason: 'a phone call', today: '2026-11-22' };

let database: FreshDatabase;
let dataSource: DataSource;
const unit = <T>(work: (unit: Unit) => Promise<T>) => write(dataSource, author, work);
const count = async (table: string): Promise<number> => {
  const [row]: { n: number }[] = await dataSource.query(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('a unit of work', () => {
  test('leaves one recording with its instant, actor and reason, under the id chosen at its start', async () => {
    const before = new Date();
    const id = await unit(async (its) => {
      await enterFirm(its);
      return its.recordingId;
    });
    const recording = await dataSource.manager.findOneByOrFail(RecordingRow, { id });
    expect(recording).toMatchObject({ actor: 'clerk', reason: 'a phone call' });
    expect(recording.recordedAt.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000);
  });

  test('that records nothing leaves no recording, even if it took locks and read', async () => {
    const firm = await unit(enterFirm);
    const before = await count('recording');
    await unit(async (its) => {
      await lockAccount(its, firm.accountId);
      await its.tx.update(OrganizationRow, { id: firm.organizationId }, { legalName: firm.name });
      await its.tx.query(`insert into document_number select 'N-1', 'CERTIFICATE' where false`);
      await its.tx.query(
        `insert into organization (reference, legal_name) select reference, legal_name from organization on conflict do nothing`,
      );
    });
    expect(await count('recording')).toBe(before);
    expect(await count('fact_history')).toBe(0);
  });

  test('that only stores a timeline leaves a recording', async () => {
    const firm = await unit(enterFirm);
    const before = await count('recording');
    await unit((its) => storeTimelines(its, [firm.accountId]));
    expect(await count('recording')).toBe(before + 1);
    await unit((its) => storeTimelines(its, [firm.accountId]));
    expect(await count('recording')).toBe(before + 1);
  });

  test('that fails leaves nothing', async () => {
    const before = await Promise.all(['organization', 'account', 'standing_period', 'recording', 'document_number'].map(count));
    const failing = unit(async (its) => {
      const firm = await enterFirm(its);
      await certify(its, firm, 'LOST-1', '2025-03-03');
      await storeTimelines(its, [firm.accountId]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await Promise.all(['organization', 'account', 'standing_period', 'recording', 'document_number'].map(count))).toEqual(before);
  });

  test('that is killed halfway leaves nothing', async () => {
    const tables = ['organization', 'account', 'certificate', 'standing_period', 'recording', 'document_number'];
    const before = await Promise.all(tables.map(count));
    const killed = unit(async (its) => {
      const firm = await enterFirm(its);
      await certify(its, firm, 'LOST-2', '2025-03-03');
      await storeTimelines(its, [firm.accountId]);
      const [backend]: { pid: number }[] = await its.tx.query('select pg_backend_pid() as pid');
      await dataSource.query('select pg_terminate_backend($1)', [backend?.pid]);
      await its.tx.query('select 1');
    });
    await expect(killed).rejects.toThrow();
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });
});

describe('two units on one account', () => {
  let firm: Firm;
  let sawIt: boolean;

  async function secondWhileFirstHolds(second: (unit: Unit) => Promise<unknown>): Promise<string[]> {
    const order: string[] = [];
    let hold = () => {};
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    const first = unit(async (its) => {
      await lockAccount(its, firm.accountId);
      hold();
      await passing(150);
      await certify(its, firm, `ORDER-${firm.wsibAccount}`, '2025-03-03');
      order.push('first');
    });
    await held;
    const other = unit(async (its) => {
      await second(its);
      order.push('second');
      sawIt = await its.tx.existsBy(CertificateRow, { accountId: firm.accountId });
    });
    await Promise.all([first, other]);
    return order;
  }

  test('run one after the other, and the second sees what the first recorded', async () => {
    firm = await unit(enterFirm);
    expect(await secondWhileFirstHolds((its) => lockAccount(its, firm.accountId))).toEqual(['first', 'second']);
    expect(sawIt).toBe(true);
  });

  test('run one after the other when the second locks many accounts, or all', async () => {
    firm = await unit(enterFirm);
    expect(await secondWhileFirstHolds((its) => lockAccounts(its, [firm.accountId]))).toEqual(['first', 'second']);
    firm = await unit(enterFirm);
    expect(await secondWhileFirstHolds(lockEveryAccount)).toEqual(['first', 'second']);
  });

  test('an account that does not exist cannot be locked', async () => {
    expect(await unit((its) => lockAccount(its, '00000000-0000-4000-8000-000000000000'))).toBe(false);
  });
});

describe('a fact that is replaced', () => {
  test('goes to the history with its version, who replaced it, why, and in which recording', async () => {
    const { firm, id } = await unit(async (its) => {
      const entered = await enterFirm(its);
      return { firm: entered, id: await certify(its, entered, 'HIST-1', '2025-03-03') };
    });
    const recordingId = await unit(async (its) => {
      await its.tx.update(CertificateRow, { id }, { issuedOn: '2025-03-04' });
      return its.recordingId;
    });
    const row = await dataSource.manager.findOneByOrFail(CertificateRow, { id });
    expect(row).toMatchObject({ issuedOn: '2025-03-04', version: 2 });
    const history = await dataSource.manager.findBy(FactHistoryRow, { factId: id });
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ fact: 'certificate', version: 1, actor: 'clerk', reason: 'a phone call', recordingId });
    expect(history[0]?.was).toMatchObject({ number: 'HIST-1', account_id: firm.accountId, issued_on: '2025-03-03', version: 1 });
  });

  test('keeps its history when it is deleted; a deletion by hand names the database user as its author', async () => {
    const id = await unit(async (its) => certify(its, await enterFirm(its), 'HIST-2', '2025-03-03'));
    await dataSource.query('delete from certificate where id = $1', [id]);
    const history = await dataSource.manager.findOneByOrFail(FactHistoryRow, { factId: id });
    const [user]: { user: string }[] = await dataSource.query('select session_user as user');
    expect(history).toMatchObject({ fact: 'certificate', version: 1, actor: user?.user, reason: null, recordingId: null });
  });

  test('keeps its version and history when an update changes nothing', async () => {
    const { organizationId } = await unit(enterFirm);
    await dataSource.manager.update(OrganizationRow, { id: organizationId }, { city: 'Sudbury' });
    expect(await dataSource.manager.findOneByOrFail(OrganizationRow, { id: organizationId })).toMatchObject({ version: 1 });
    expect(await dataSource.manager.countBy(FactHistoryRow, { factId: organizationId })).toBe(0);
  });
});

describe('a document number', () => {
  test('belongs to one document only, of any kind', async () => {
    await unit(async (its) => {
      const firm = await enterFirm(its);
      await register(its, firm, '2025-01-01');
      await issueLetter(its, await certify(its, firm, 'ONE-1', '2025-03-03'), 'ONE-2', 2, '2026-03-03');
    });
    expect(await dataSource.query(`select number, kind from document_number where number like 'ONE-%' order by number`)).toEqual([
      { number: 'ONE-1', kind: 'CERTIFICATE' },
      { number: 'ONE-2', kind: 'LETTER_OF_GOOD_STANDING' },
    ]);
    await expect(unit(async (its) => certify(its, await enterFirm(its), 'ONE-2', '2025-04-04'))).rejects.toThrow(/another kind/);
    await expect(unit(async (its) => certify(its, await enterFirm(its), 'ONE-1', '2025-04-04'))).rejects.toThrow(/certificate_number_key/);
  });
});
