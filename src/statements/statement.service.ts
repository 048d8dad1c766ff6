import { StatementRow } from '../database/tables/statement.table.ts';
import type { Unit } from '../database/unit-of-work.ts';

/** A statement to record. */
export type GivenStatement = Pick<StatementRow, 'accountId' | 'kind' | 'onDay' | 'isTrue' | 'note'>;

/** Records a statement by the actor of the unit about an account; returns the statement's id. The caller must have locked the account. */
export async function recordStatement({ tx, actor }: Unit, statement: GivenStatement): Promise<string> {
  const { identifiers } = await tx.insert(StatementRow, { ...statement, statedBy: actor });
  return String(identifiers[0]?.id);
}
