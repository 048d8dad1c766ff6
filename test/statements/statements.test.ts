import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import type { StatementKind } from '../../src/database/tables/statement.table.ts';
import { write } from '../../src/database/unit-of-work.ts';
import { statementsOf } from '../../src/standing/statement.facts.ts';
import { recordStatement } from '../../src/statements/statement.service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { enterFirm } from '../support/firm.ts';

let database: FreshDatabase;
let dataSource: DataSource;
let accountId: string;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  ({ accountId } = await write(dataSource, author, enterFirm));
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const author = { actor: 'clerk (key abc)', today: '2026-11-20' };
const nobody = '00000000-0000-7000-8000-000000000000';

const state = (kind: StatementKind, onDay: string, isTrue: boolean) =>
  write(dataSource, author, (unit) => recordStatement(unit, { accountId, kind, onDay, isTrue, note: null }));

const stated = () => statementsOf(dataSource.manager, [accountId, nobody]);

test('statements are listed by kind, in order of their days, with an empty list for an account without any', async () => {
  await state('WSIB_ACCOUNT_VALID', '2026-03-01', false);
  await state('WSIB_ACCOUNT_VALID', '2026-02-01', true);
  await state('PERMANENT_OFFICE_IN_ONTARIO', '2026-02-15', false);
  const statements = await stated();
  expect(statements.get(accountId)).toEqual({
    wsibStatements: [
      { on: '2026-02-01', isTrue: true },
      { on: '2026-03-01', isTrue: false },
    ],
    officeStatements: [{ on: '2026-02-15', isTrue: false }],
  });
  expect(statements.get(nobody)).toEqual({ wsibStatements: [], officeStatements: [] });
});

test('of two statements for one day the later one counts, whatever it says', async () => {
  await state('WSIB_ACCOUNT_VALID', '2026-03-01', true);
  expect((await stated()).get(accountId)?.wsibStatements.at(-1)).toEqual({ on: '2026-03-01', isTrue: true });
  await state('WSIB_ACCOUNT_VALID', '2026-03-01', false);
  expect((await stated()).get(accountId)?.wsibStatements.at(-1)).toEqual({ on: '2026-03-01', isTrue: false });
});

test('statements refuse UPDATE, DELETE and TRUNCATE', async () => {
  for (const [what, statement] of [
    ['update', 'update statement set is_so = not is_so'],
    ['delete', 'delete from statement'],
    ['truncate', 'truncate statement'],
  ] as const) {
    await expect(dataSource.query(statement)).rejects.toThrow(`statement keeps its history: ${what} is refused`);
  }
  expect(await dataSource.query('select from statement')).toHaveLength(5);
});
