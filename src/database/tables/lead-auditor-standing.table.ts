import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { LeadAuditorRow } from './lead-auditor.table.ts';

/** What is stated about a lead auditor's standing for a period, first and last day included. */
@Entity('lead_auditor_standing')
@Unique('lead_auditor_standing_once', ['leadAuditorId', 'fromDay', 'inGoodStanding'])
@Check('lead_auditor_standing_days_in_order', 'to_day >= from_day')
export class LeadAuditorStandingRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  leadAuditorId!: string;

  @ManyToOne(() => LeadAuditorRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'lead_auditor_id' })
  leadAuditor?: LeadAuditorRow;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** Last day; null means for good. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  @Column({ type: 'boolean' })
  inGoodStanding!: boolean;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
