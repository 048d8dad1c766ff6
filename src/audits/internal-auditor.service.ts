import type { Context } from '../contract/context.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockedRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import { refuseErasedPerson } from '../qualifications/erased-person.ts';
import type { AuditType } from '../rules/cycle/facts.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseDocument } from '../rules/recording/internal-audit.ts';
import { type AuditSource, auditInUnit } from './audit.loader.ts';
import type { NameInternalAuditorInput } from './internal-auditor.input.ts';
import { keepingSupport } from './keeping-support.service.ts';
import { isOrganization, permitAudit } from './own-audit.ts';

type Outcome = Promise<Written<AuditSource> | Refusal>;

const external: readonly AuditType[] = ['EXTERNAL', 'RE_AUDIT'];

/** G-3.3.a: names who conducted an internal audit. Whether the person was qualified on its first day is judged when something rests on it. */
export async function nameInternalAuditor(unit: Unit, context: Context, input: NameInternalAuditorInput): Outcome {
  const record = { id: recordId('audit', input.audit, 'Audit'), expectedVersion: input.expectedVersion };
  await permitAudit(unit, context, record.id);
  const internalAuditorId = recordId('person', input.person, 'Person');
  const find = (id: string) => unit.tx.findOneBy(AuditRow, { id });
  const { row, accountId } = await lockedRecord(unit, 'audit', record, find, (audit) => audit.accountId);
  if (external.includes(row.type)) throw faults.BAD_USER_INPUT('input.audit', 'input.audit must be an internal audit.');
  await refuseUnknownPerson(unit, context, internalAuditorId);
  if (internalAuditorId !== row.internalAuditorId) await refuseErasedPerson(unit, internalAuditorId);
  const refusal = isOrganization(context) ? refuseDocument('TRAINING_RECORD', row.submittedOn) : null;
  if (refusal) return refusal;
  return keepingSupport(unit, accountId, null, async () => {
    await alterRecord(unit, AuditRow, record, corrections(row, { internalAuditorId }));
    await recordAuditEvent(unit, 'INTERNAL_AUDITOR_NAMED', [record.id]);
    return { thing: await auditInUnit(unit.tx, record.id), subject: accountId };
  });
}

/** Throws NOT_FOUND for a person who is not on record; for an organization also for one who has no role at its accounts. */
async function refuseUnknownPerson({ tx }: Unit, context: Context, personId: string): Promise<void> {
  const known: unknown[] = isOrganization(context)
    ? await tx.query(
        `select from designation d join account on account.id = d.account_id where d.person_id = $1 and account.organization_id = $2 limit 1`,
        [personId, context.caller.organizationId],
      )
    : await tx.query('select from person where id = $1', [personId]);
  if (known.length === 0) throw faults.NOT_FOUND('person');
}
