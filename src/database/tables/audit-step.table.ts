import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { AuditStep } from '../../rules/recording/auditing-facts.ts';
import { AuditRow } from './audit.table.ts';

/** One step in the life of an audit. The audit's own columns hold the last day of each kind; earlier ones are here. */
@Entity('audit_step')
@Index('audit_step_audit_idx', ['auditId', 'occurredOn'])
@Check(
  'audit_step_kind_known',
  `kind in ('SIGNED_OFF', 'SUBMITTED', 'RECEIVED', 'PRE_ASSESSED', 'RETURNED', 'HELD_UNPAID', 'PAYMENT_RECEIVED', 'REVIEWER_ASSIGNED', 'REVIEWED', 'REPORT_RECEIVED', 'REPORT_APPROVED', 'ACTION_PLAN_CHOSEN', 'NEW_AUDIT_CHOSEN', 'ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK', 'ACTION_PLAN_APPROVED', 'SHOWN_TO_AUDITOR', 'AUDITOR_SELECTED', 'AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_SENT_BACK', 'AUDIT_PLAN_APPROVED', 'STARTED', 'COMPLETED', 'SCORED', 'CLOSED')`,
)
export class AuditStepRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Column({ type: 'text' })
  kind!: AuditStep;

  @Column({ type: 'date' })
  occurredOn!: Day;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  /** Null for a step that was imported. */
  @Column({ type: 'text', nullable: true })
  recordedBy!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
