import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** A revocation, recorded with its reason and document. */
@Entity('revocation')
@Unique(['reference'])
@Check('revocation_days_in_order', 'lifted_on >= effective_from')
export class RevocationRow {
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

  @Column({ type: 'date' })
  effectiveFrom!: Day;

  @Column({ type: 'date', nullable: true })
  liftedOn!: Day | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
