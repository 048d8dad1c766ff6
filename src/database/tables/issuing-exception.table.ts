import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { ClauseId } from '../../rules/guideline.ts';
import { AccountRow } from './account.table.ts';

/** an exception that an administrator recorded; it sets clauses aside for one issue. */
@Entity('issuing_exception')
@Index('issuing_exception_account_idx', ['accountId', 'decidedOn'])
@Check('issuing_exception_sets_something_aside', 'cardinality(clauses) > 0')
export class IssuingExceptionRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text', array: true })
  clauses!: ClauseId[];

  @Column({ type: 'text' })
  reason!: string;

  /** The document that grants it. */
  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'text' })
  decidedBy!: string;

  @Column({ type: 'date' })
  decidedOn!: Day;

  /** Number of the document it was used for; null until it is used. */
  @Column({ type: 'text', nullable: true })
  servedDocument!: string | null;

  /** Numbers of the others that rest on it, if a correction took from several what they rested on. */
  @Column({ type: 'text', array: true, default: [] })
  alsoServed!: string[];

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
