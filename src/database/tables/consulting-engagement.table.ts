import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { ExternalAuditorRow } from './external-auditor.table.ts';
import { OrganizationRow } from './organization.table.ts';

/** A period in which an auditor consults for a firm and may not audit it, first and last day included (G-3.4.a). */
@Entity('consulting_engagement')
@Unique('consulting_engagement_once', ['auditorId', 'organizationId', 'fromDay'])
@Check('consulting_engagement_days_in_order', 'to_day >= from_day')
export class ConsultingEngagementRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditorId!: string;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'auditor_id' })
  auditor?: ExternalAuditorRow;

  @Index()
  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(() => OrganizationRow)
  @JoinColumn({ name: 'organization_id' })
  organization?: OrganizationRow;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** Last day; null while it is open-ended. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
