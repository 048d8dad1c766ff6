import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Scope } from './api-key.table.ts';

/** The scopes whose callers keep watch lists. */
export type WatchingScope = Extract<Scope, 'buyer' | 'wsib' | 'organization' | 'staff' | 'admin'>;

/** Accounts that an owner watches for a contract. It belongs to the holder, scope and organization of the key that made it. */
@Entity('watch_list')
@Index('watch_list_owner_idx', { synchronize: false })
@Check('watch_list_scope_known', `scope in ('buyer', 'wsib', 'organization', 'staff', 'admin')`)
@Check('watch_list_organization_bound', `(scope = 'organization') = (organization_id is not null)`)
@Check('watch_list_named', `name ~ '\\S'`)
@Check('watch_list_days_in_order', 'to_day >= from_day')
@Check('watch_list_notice_days_known', 'notice_days <@ array[90, 60, 30, 14, 7, 1]::smallint[]')
export class WatchListRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  scope!: WatchingScope;

  @Column({ type: 'text' })
  holder!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** The contract as its owner names it. */
  @Column({ type: 'text', nullable: true })
  contract!: string | null;

  @Column({ type: 'date', nullable: true })
  fromDay!: Day | null;

  /** Last day, included. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  /** How many days ahead its owner is notified. */
  @Column({ type: 'smallint', array: true })
  noticeDays!: number[];

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'text' })
  createdBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  /** Also incremented when an entry is added or removed. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
