import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AuditingCompanyRow } from './auditing-company.table.ts';
import { ExternalAuditorRow } from './external-auditor.table.ts';

/** A period in which an auditor is on IHSA's approved list, first and last day included, for a company or for none (G-2.4.g). */
@Entity('approved_list_period')
@Unique('approved_list_period_once', ['auditorId', 'fromDay'])
@Check('approved_list_period_days_in_order', 'to_day >= from_day')
export class ApprovedListPeriodRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditorId!: string;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'auditor_id' })
  auditor?: ExternalAuditorRow;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  companyId!: string | null;

  @ManyToOne(() => AuditingCompanyRow)
  @JoinColumn({ name: 'company_id' })
  company?: AuditingCompanyRow;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** Last day; null while it is open-ended. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
