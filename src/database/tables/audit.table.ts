import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Standard } from '../../rules/facts.ts';
import { AccountRow } from './account.table.ts';

/** What an audit was for. */
export type AuditType = 'INITIAL_INTERNAL' | 'EXTERNAL' | 'RE_AUDIT' | 'MAINTENANCE' | 'TRANSITION' | 'RECERTIFICATION_INTERNAL';

/** An audit of an account. Its scores are text of two decimals, as given and never rounded. */
@Entity('audit')
@Unique(['reference'])
@Check('audit_type_known', `type in ('INITIAL_INTERNAL', 'EXTERNAL', 'RE_AUDIT', 'MAINTENANCE', 'TRANSITION', 'RECERTIFICATION_INTERNAL')`)
@Check('audit_tool_known', `tool in ('COR', 'COR_2020')`)
@Check('audit_overall_is_percent', 'overall between 0 and 100')
@Check('audit_legislated_is_percent', 'legislated between 0 and 100')
export class AuditRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  type!: AuditType;

  /** The audit tool: COR has 19 elements, COR 2020 has 14. */
  @Column({ type: 'text' })
  tool!: Standard;

  @Column({ type: 'date', nullable: true })
  startedOn!: Day | null;

  /** Last day of the audit on site. */
  @Column({ type: 'date', nullable: true })
  completedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  receivedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  reportedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  closedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  auditor!: string | null;

  @Column({ type: 'text', nullable: true })
  auditingCompany!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  overall!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  legislated!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
