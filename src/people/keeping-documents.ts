import { keepingSupport } from '../audits/keeping-support.service.ts';
import { IssuingExceptionRow } from '../database/tables/issuing-exception.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';

/** The accounts whose letters may rest on a person, who conducted an audit there (G-2.4.j). */
export async function accountsAudited({ tx }: Unit, personId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('select distinct account_id as id from audit where internal_auditor_id = $1', [personId]);
  return rows.map(({ id }) => id);
}

/**
 * Changes the roles or the training of a person, and judges the locked accounts afterwards: a letter that was issued keeps the internal auditor it
 * rests on, unless an exception of its account sets that aside (G-4.1, R-44).
 */
export async function keepingDocuments<Thing>(
  unit: Unit,
  accountIds: readonly string[],
  exception: string | null | undefined,
  alter: () => Promise<Written<Thing> | Refusal>,
): Promise<Written<Thing> | Refusal> {
  const excepted = exception ? await accountOf(unit, accountIds, exception) : null;
  return accountIds.reduce((work, id) => () => keepingSupport(unit, id, id === excepted ? exception : null, work), alter)();
}

/** The account of an exception: one of those given. */
async function accountOf({ tx }: Unit, accountIds: readonly string[], exception: string): Promise<string> {
  const row = await tx.findOneBy(IssuingExceptionRow, { id: recordId('exception', exception, 'IssuingException') });
  if (!row || !accountIds.includes(row.accountId))
    throw faults.BAD_USER_INPUT('input.exception', 'input.exception must be an exception of the account.');
  return row.accountId;
}
