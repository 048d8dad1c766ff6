import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { OrganizationRow } from './organization.table.ts';

/** What is certified: one WSIB employer account, or a firm without one. */
@Entity('account')
@Unique(['reference'])
@Unique(['wsibAccount'])
export class AccountRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** Its key in the import's source. */
  @Column({ type: 'text' })
  reference!: string;

  @Index()
  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(() => OrganizationRow)
  @JoinColumn({ name: 'organization_id' })
  organization?: OrganizationRow;

  /** Null for a firm without a WSIB account. */
  @Column({ type: 'text', nullable: true })
  wsibAccount!: string | null;

  /** Since when the health and safety management system has been in place (G-1.2.d); null if not recorded. */
  @Column({ type: 'date', nullable: true })
  systemInPlaceSince!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
