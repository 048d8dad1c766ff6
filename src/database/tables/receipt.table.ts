import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';
import type { Scope } from './api-key.table.ts';

/** What was asked. */
export type ReceiptQuestion = 'VERIFICATION' | 'BIDDERS' | 'REQUIREMENT' | 'PROOF';

/** An answer that its holder kept, word for word. Append-only. */
@Entity('receipt')
@Unique(['number'])
@Index('receipt_owner_idx', { synchronize: false })
@Check('receipt_question_known', `question in ('VERIFICATION', 'BIDDERS', 'REQUIREMENT', 'PROOF')`)
export class ReceiptRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  scope!: Scope;

  @Column({ type: 'text' })
  holder!: string;

  @Column({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  @Column({ type: 'text' })
  question!: ReceiptQuestion;

  /** The question as it was given. */
  @Column({ type: 'jsonb' })
  asked!: Record<string, unknown>;

  /** The answer to each row, in order. */
  @Column({ type: 'jsonb' })
  said!: unknown[];

  @Column({ type: 'date' })
  onDay!: Day;

  @Column({ type: 'timestamptz', precision: 3 })
  knownAt!: Date;

  @Column({ type: 'text' })
  rulesVersion!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  keptAt!: Date;

  @Column({ type: 'text' })
  keptBy!: string;
}

/** An account that a row of a receipt answers about, or whose document it does: by it the receipts are found that a correction concerns. */
@Entity('receipt_subject')
@Index('receipt_subject_account_idx', ['accountId'])
export class ReceiptSubjectRow {
  @PrimaryColumn({ type: 'uuid' })
  receiptId!: string;

  @ManyToOne(() => ReceiptRow)
  @JoinColumn({ name: 'receipt_id' })
  receipt?: ReceiptRow;

  @PrimaryColumn({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;
}
