import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { OrganizationRow } from '../../src/database/tables/organization.table.ts';
import { write } from '../../src/database/unit-of-work.ts';
import { storeTimelines } from '../../src/standing/standing.service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm } from '../support/firm.ts';

let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  const author = { actor: 'clerk', today: '2026-11-22' };
  const firm = await write(dataSource, author, async (unit) => {
    const entered = await enterFirm(unit);
    await storeTimelines(unit, [entered.accountId]);
    return entered;
  });
  await write(dataSource, author, async (unit) => {
    await unit.tx.update(OrganizationRow, { id: firm.organizationId }, { city: 'Timmins' });
    await certify(unit, firm, 'C-1', '2026-01-05');
    await storeTimelines(unit, [firm.accountId]);
  });
  await dataSource.query(`insert into audit_log (actor, action) values ('clerk', 'looked')`);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const touches = {
  recording: `update recording set actor = 'somebody else'`,
  fact_history: `update fact_history set actor = 'somebody else'`,
  standing_period_history: `update standing_period_history set standing = 'CERTIFIED'`,
  audit_log: `update audit_log set actor = 'somebody else'`,
};

describe.each(Object.entries(touches))('%s', (table, update) => {
  test('refuses UPDATE, DELETE and TRUNCATE', async () => {
    await expect(dataSource.query(update)).rejects.toThrow(`${table} keeps its history: update is refused`);
    await expect(dataSource.query(`delete from ${table}`)).rejects.toThrow(`${table} keeps its history: delete is refused`);
    await expect(dataSource.query(`truncate ${table}`)).rejects.toThrow(`${table} keeps its history: truncate is refused`);
    const [row]: { n: number }[] = await dataSource.query(`select count(*)::int as n from ${table}`);
    expect(row?.n).toBeGreaterThan(0);
  });
});

test('a fact table refuses TRUNCATE, which would bypass its history', async () => {
  await expect(dataSource.query('truncate element_score')).rejects.toThrow('element_score keeps its history: truncate is refused');
});

describe('replacing a demo', () => {
  const emptied = () =>
    dataSource.transaction(async (tx) => {
      await tx.query(`select set_config('registry.replacing_demo', 'on', true)`);
      await tx.query('delete from audit_log');
      await tx.query('truncate element_score, recording, fact_history, standing_period_history, audit_log');
    });

  test('is refused if the firms are real', async () => {
    await dataSource.query(`insert into registry (kind) values ('REAL')`);
    await expect(emptied()).rejects.toThrow('keeps its history');
  });

  test('empties a demo', async () => {
    await dataSource.query(`update registry set kind = 'DEMO'`);
    await emptied();
    expect(await dataSource.query('select from recording')).toEqual([]);
  });
});
