import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** A former WSIB account number of an account. It finds the account while no other account holds it. */
@Entity('former_wsib_account')
export class FormerWsibAccountRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Index()
  @Column({ type: 'text' })
  number!: string;

  /** First day on which the account has another number. */
  @Column({ type: 'date' })
  untilDay!: Day;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
