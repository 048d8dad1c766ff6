import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import type { StatementKind } from '../database/tables/statement.table.ts';
import type { Day } from '../rules/calendar.ts';
import type { DatedStatement } from '../rules/statement.ts';

/** What was stated about an account, in order of the days; of several on one day the last one counts. */
export interface AccountStatements {
  readonly wsibStatements: readonly DatedStatement[];
  readonly officeStatements: readonly DatedStatement[];
}

/** The statements about accounts, by account id, with an entry for each account asked for: one SQL statement, however many accounts. */
export async function statementsOf(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AccountStatements>> {
  const statements = new Map(accountIds.map((id) => [id, noStatements()]));
  const rows: StatedRow[] = await tx.query(statementsSql, [idArray(accountIds)]);
  for (const { accountId, kind, on, isTrue } of rows) statements.get(accountId)?.[listOf[kind]].push({ on, isTrue });
  return statements;
}

interface StatedRow {
  readonly accountId: string;
  readonly kind: StatementKind;
  readonly on: Day;
  readonly isTrue: boolean;
}

const statementsSql = `
  select distinct on (account_id, kind, on_day) account_id as "accountId", kind, on_day as "on", is_so as "isTrue"
  from statement where account_id = any(${givenIds})
  order by account_id, kind, on_day, stated_at desc, id desc`;

const listOf = {
  WSIB_ACCOUNT_VALID: 'wsibStatements',
  PERMANENT_OFFICE_IN_ONTARIO: 'officeStatements',
} as const satisfies Record<StatementKind, keyof AccountStatements>;

const noStatements = (): Record<keyof AccountStatements, DatedStatement[]> => ({ wsibStatements: [], officeStatements: [] });
