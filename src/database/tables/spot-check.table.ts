import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** The formal letter of a spot check (G-4.4.a). */
@Entity('spot_check')
@Unique(['reference'])
export class SpotCheckRow {
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
  receivedOn!: Day;

  @Column({ type: 'boolean' })
  correctiveAction!: boolean;

  /** What was checked, as the letter says; null where an import did not say. */
  @Column({ type: 'text', nullable: true })
  scope!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
