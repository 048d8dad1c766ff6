import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { BiddingDocumentKind } from '../../rules/facts.ts';
import { AccountRow } from './account.table.ts';

/** A document good for bidding only: interim LoGS (F-16) or letter of reciprocity (G-5). */
@Entity('bidding_document')
@Unique(['number'])
@Check('bidding_document_kind_known', `kind in ('INTERIM_LOGS', 'LETTER_OF_RECIPROCITY')`)
export class BiddingDocumentRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  kind!: BiddingDocumentKind;

  @Column({ type: 'date' })
  issuedOn!: Day;

  /** Last day stated for the host COR or ISO certificate, that day included. */
  @Column({ type: 'date', nullable: true })
  hostExpiresOn!: Day | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
