import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { OrganizationRow } from './organization.table.ts';

/** What is certified: one WSIB employer account, or a firm without one. */
@Entity('account')
@Unique(['reference'])
@Unique(['wsibAccount'])
@Index('account_by_chance_idx', { synchronize: false })
@Index('account_digits_idx', { synchronize: false })
@Index('account_merged_into_idx', { synchronize: false })
@Check('account_merged_into_another', 'merged_into_id <> id')
@Check('account_merged_without_number', 'merged_into_id is null or wsib_account is null')
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

  /** The account it was merged into because both were the same one, entered twice: its facts belong to that one, and its id leads to it. */
  @Column({ type: 'uuid', nullable: true })
  mergedIntoId!: string | null;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'merged_into_id' })
  mergedInto?: AccountRow | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
