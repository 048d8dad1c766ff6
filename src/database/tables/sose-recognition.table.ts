import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { AccountRow } from './account.table.ts';

/** Recognition of an employer under SOSE, as the ministry reported it. */
@Entity('sose_recognition')
@Unique('sose_recognition_once', ['accountId', 'reportedBy', 'reference'])
@Index('sose_recognition_published_idx', ['accountId', 'publishedOn'], { where: 'published_on is not null' })
@Check('sose_recognition_days_in_order', 'to_day >= from_day')
@Check('sose_recognition_revoked_after_grant', 'revoked_on >= granted_on')
@Check('sose_recognition_published_after_grant', 'published_on >= granted_on')
@Check('sose_recognition_revoked_for_a_reason', '(revoked_on is null) = (revocation_reason is null)')
export class SoseRecognitionRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  /** The ministry's reference; one may cover several accounts. */
  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'date' })
  grantedOn!: Day;

  @Column({ type: 'date' })
  fromDay!: Day;

  /** Last day, included; null if none was set. */
  @Column({ type: 'date', nullable: true })
  toDay!: Day | null;

  /** First day on which it no longer counts. */
  @Column({ type: 'date', nullable: true })
  revokedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  revocationReason!: string | null;

  /** The day on which the ministry published it (article, step 4); null while it is not. */
  @Column({ type: 'date', nullable: true })
  publishedOn!: Day | null;

  /** The holder of the key that reported it. */
  @Column({ type: 'text' })
  reportedBy!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
