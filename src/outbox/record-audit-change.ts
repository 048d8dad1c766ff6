import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import type { AuditStep } from '../rules/recording/auditing-facts.ts';

/** A step of an audit that was recorded, or taken back. */
export interface AuditChange {
  readonly auditId: string;
  readonly accountId: string;
  readonly step: AuditStep;
  /** The day of the step. */
  readonly on: Day;
  readonly isUndone: boolean;
}

/** Records that a step of an audit was recorded or taken back. The sequencer wakes when the unit commits. */
export async function recordAuditChange({ tx, today, recordingId }: Unit, change: AuditChange): Promise<void> {
  const { auditId, accountId, step, on, isUndone } = change;
  await tx.query(insertSql, [accountId, on, recordingId, today, auditId, step, isUndone]);
  await tx.query(`select pg_notify('change', '')`);
}

const insertSql = `
  insert into change (kind, account_id, organization_id, effective_on, recording_id, told_on, audit_id, audit_step, audit_step_undone)
  select 'AUDIT', id, organization_id, $2, $3, $4, $5, $6, $7 from account where id = $1`;
