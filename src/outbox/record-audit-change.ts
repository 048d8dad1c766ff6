import type { OtherAuditEvent } from '../database/tables/change.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import type { AuditStep } from '../rules/recording/auditing-facts.ts';

/** A step of an audit that was recorded, or taken back. */
export interface AuditStepChange {
  readonly auditId: string;
  readonly step: AuditStep;
  /** The day of the step. */
  readonly on: Day;
  readonly isUndone: boolean;
}

/** Records that a step of an audit was recorded or taken back. The sequencer wakes when the unit commits. */
export const recordAuditStepChange = (unit: Unit, { auditId, step, on, isUndone }: AuditStepChange): Promise<void> =>
  record(unit, [auditId], on, [step, isUndone, null]);

/** Records that something else altered audits, today. Those that the unit removes must still be there. */
export const recordAuditEvent = (unit: Unit, event: OtherAuditEvent, auditIds: readonly string[]): Promise<void> =>
  record(unit, auditIds, unit.today, [null, null, event]);

type What = readonly [step: AuditStep | null, isUndone: boolean | null, event: OtherAuditEvent | null];

async function record({ tx, today, recordingId }: Unit, auditIds: readonly string[], on: Day, what: What): Promise<void> {
  await tx.query(insertSql, [auditIds, on, recordingId, today, ...what]);
  await tx.query(`select pg_notify('change', '')`);
}

const insertSql = `
  insert into change (kind, account_id, organization_id, effective_on, recording_id, told_on, audit_id, audit_step, audit_step_undone, audit_event)
  select 'AUDIT', account.id, organization_id, $2, $3, $4, audit.id, $5, $6, $7
  from audit join account on account.id = account_id where audit.id = any($1::uuid[]) order by audit.id`;
