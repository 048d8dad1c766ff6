import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** What is stated: that WSIB counts the account as valid (G-1.2.a), or that the employer has a permanent office in Ontario (F-16.a). */
export type StatementKind = 'WSIB_ACCOUNT_VALID' | 'PERMANENT_OFFICE_IN_ONTARIO';

/** A statement about an account, in force from a day. Append-only; of several for one day the last one counts. */
@Entity('statement')
@Index('statement_account_idx', ['accountId', 'kind', 'onDay'])
@Check('statement_kind_known', `kind in ('WSIB_ACCOUNT_VALID', 'PERMANENT_OFFICE_IN_ONTARIO')`)
export class StatementRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  kind!: StatementKind;

  /** First day on which it holds, until the next statement of its kind. */
  @Column({ type: 'date' })
  onDay!: Day;

  @Column({ type: 'boolean', name: 'is_so' })
  isTrue!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  statedAt!: Date;

  @Column({ type: 'text' })
  statedBy!: string;
}
