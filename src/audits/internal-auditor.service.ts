import { AuditRow } from '../database/tables/audit.table.ts';
import { PersonRow } from '../database/tables/person.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockedRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { AuditType } from '../rules/cycle/facts.ts';
import { type AuditSource, auditInUnit } from './audit.loader.ts';
import type { NameInternalAuditorInput } from './internal-auditor.input.ts';

const external: readonly AuditType[] = ['EXTERNAL', 'RE_AUDIT'];

/**
 * G-3.3.a: names the person who conducted an internal audit. Whether the person was qualified on its first day is judged when something is issued on
 * it.
 */
export async function nameInternalAuditor(unit: Unit, input: NameInternalAuditorInput): Promise<Written<AuditSource>> {
  const record = { id: recordId('audit', input.audit, 'Audit'), expectedVersion: input.expectedVersion };
  const internalAuditorId = recordId('person', input.person, 'Person');
  const find = (id: string) => unit.tx.findOneBy(AuditRow, { id });
  const { row, accountId } = await lockedRecord(unit, 'audit', record, find, (audit) => audit.accountId);
  if (external.includes(row.type)) throw faults.BAD_USER_INPUT('input.audit', 'input.audit must be an internal audit.');
  if (!(await unit.tx.existsBy(PersonRow, { id: internalAuditorId }))) throw faults.NOT_FOUND('person');
  await alterRecord(unit, AuditRow, record, corrections(row, { internalAuditorId }));
  return { thing: await auditInUnit(unit.tx, record.id), subject: accountId };
}
