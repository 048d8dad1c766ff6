import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AuditRow } from './audit.table.ts';

/** The SOSE action plan after an external audit of COR 2020, and the further check of its corrections (X-1b). */
@Entity('sose_action_plan')
@Unique('sose_action_plan_audit_key', ['auditId'])
export class SoseActionPlanRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Column({ type: 'date', nullable: true })
  approvedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  approvedBy!: string | null;

  @Column({ type: 'date', nullable: true })
  checkedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  checkedBy!: string | null;

  /** Whether the checker is a third party; null if not stated. */
  @Column({ type: 'boolean', nullable: true })
  byThirdParty!: boolean | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
