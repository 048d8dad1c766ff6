import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { ExternalAuditorRow } from './external-auditor.table.ts';
import { OrganizationRow } from './organization.table.ts';

/** A conflict that an auditor declared about a firm, and IHSA's request to withdraw because of it (G-3.4.a). */
@Entity('conflict_of_interest')
@Unique('conflict_of_interest_once', ['auditorId', 'organizationId', 'declaredOn'])
@Check('conflict_of_interest_days_in_order', 'withdrawal_requested_on >= declared_on and request_ended_on >= withdrawal_requested_on')
export class ConflictOfInterestRow {
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
  declaredOn!: Day;

  @Column({ type: 'text' })
  description!: string;

  /** From this day on the auditor does not audit the firm. */
  @Column({ type: 'date', nullable: true })
  withdrawalRequestedOn!: Day | null;

  /** First day on which the request no longer applies. */
  @Column({ type: 'date', nullable: true })
  requestEndedOn!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
