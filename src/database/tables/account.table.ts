import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { OrganizationRow } from './organization.table.ts';

/** What is certified: one WSIB employer account, or a firm without one. */
@Entity('account')
@Unique(['reference'])
@Unique(['wsibAccount'])
export class AccountRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** The key its source gave it. */
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

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
