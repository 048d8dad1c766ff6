import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** A confirmed registration (G-2.1.a). It lasts from its confirmation until it is withdrawn or a certification is lost. */
@Entity('registration')
@Unique(['reference'])
@Unique(['number'])
@Check('registration_days_in_order', 'withdrawn_on >= confirmed_on')
export class RegistrationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** Its key in the import's source. */
  @Column({ type: 'text' })
  reference!: string;

  /** Number of the confirmation of registration (G-2.1.b). */
  @Column({ type: 'text' })
  number!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'date' })
  confirmedOn!: Day;

  @Column({ type: 'date', nullable: true })
  withdrawnOn!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
