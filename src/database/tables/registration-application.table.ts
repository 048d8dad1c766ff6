import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { RejectedFor } from '../../rules/recording/applying.ts';
import { AccountRow } from './account.table.ts';
import { RegistrationRow } from './registration.table.ts';

/** An application of an account for its registration (G-2.1.a). */
@Entity('registration_application')
@Unique(['reference'])
@Index('registration_application_one_open', { synchronize: false })
@Check(
  'registration_application_days_in_order',
  'acknowledged_on >= applied_on and verified_on >= acknowledged_on and rejected_on >= applied_on and confirmed_on >= verified_on',
)
@Check('registration_application_ends_once', 'rejected_on is null or confirmed_on is null')
@Check(
  'registration_application_rejected_for',
  `rejected_for <@ array['WSIB_ACCOUNT_NUMBER', 'FIRM_NUMBER', 'OTHER'] and (rejected_on is null) = (rejection_reason is null) and (rejected_on is null) = (rejected_for = '{}')`,
)
export class RegistrationApplicationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** The key by which files name the application. */
  // In brackets, as PostgreSQL writes it for a text.
  @Column({ type: 'text', default: () => '(new_id())' })
  reference!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  /** The WSIB account number as the applicant gave it, which IHSA verifies. */
  @Column({ type: 'text', nullable: true })
  wsibAccount!: string | null;

  /** The firm number as the applicant gave it, which IHSA verifies as well. */
  @Column({ type: 'text', nullable: true })
  firmNumber!: string | null;

  @Column({ type: 'date' })
  appliedOn!: Day;

  @Column({ type: 'text' })
  appliedBy!: string;

  @Column({ type: 'date', nullable: true })
  acknowledgedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  verifiedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  rejectedOn!: Day | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  rejectedFor!: RejectedFor[];

  @Column({ type: 'text', nullable: true })
  rejectionReason!: string | null;

  @Column({ type: 'date', nullable: true })
  confirmedOn!: Day | null;

  /** The registration that was confirmed; null also after it was removed as recorded in error. */
  @Column({ type: 'uuid', nullable: true })
  registrationId!: string | null;

  @ManyToOne(() => RegistrationRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'registration_id' })
  registration?: RegistrationRow | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
