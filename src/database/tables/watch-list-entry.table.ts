import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { WatchListRow } from './watch-list.table.ts';

/** One account of a watch list, by its id or its WSIB account number, as its owner named it. */
@Entity('watch_list_entry')
@Unique(['listId', 'accountId'])
@Unique(['listId', 'wsibAccount'])
@Check('watch_list_entry_of_one_account', 'num_nonnulls(account_id, wsib_account) = 1')
export class WatchListEntryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'uuid' })
  listId!: string;

  @ManyToOne(() => WatchListRow)
  @JoinColumn({ name: 'list_id' })
  list?: WatchListRow;

  @Column({ type: 'uuid', nullable: true })
  accountId!: string | null;

  @Column({ type: 'text', nullable: true })
  wsibAccount!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  addedAt!: Date;
}
