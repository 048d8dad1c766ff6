import { AuditRow, type AuditType } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { lockForFacts } from '../mutations/locked-facts.ts';
import { recordId } from '../mutations/record-id.ts';

/** An audit with its account locked. NOT_FOUND if there is none; BAD_USER_INPUT if its type is not one of those allowed. */
export async function lockedAudit(unit: Unit, globalId: string, types: readonly AuditType[] | null): Promise<AuditRow> {
  const id = recordId('audit', globalId, 'Audit');
  const seen = await unit.tx.findOneBy(AuditRow, { id });
  if (!seen) throw faults.NOT_FOUND('audit');
  await lockForFacts(unit, seen.accountId);
  // Read again: before the account was locked, someone else may have corrected or removed it.
  const audit = await unit.tx.findOneBy(AuditRow, { id });
  if (!audit) throw faults.NOT_FOUND('audit');
  if (types && !types.includes(audit.type))
    throw faults.BAD_USER_INPUT('input.audit', `input.audit must be of type ${types.join(' or ')}.`);
  return audit;
}
