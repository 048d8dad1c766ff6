import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import { CertificateRow } from './certificate.table.ts';
import { RegistrationRow } from './registration.table.ts';

/** A letter of COR equivalency: it accompanies an equivalency certificate. */
@Entity('letter_of_equivalency')
@Unique(['number'])
export class LetterOfEquivalencyRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Index()
  @Column({ type: 'uuid' })
  certificateId!: string;

  @ManyToOne(() => CertificateRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'certificate_id' })
  certificate?: CertificateRow;

  @Column({ type: 'date' })
  issuedOn!: Day;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** A letter of intent: the firm is registered and pursuing COR. */
@Entity('letter_of_intent')
@Unique(['number'])
export class LetterOfIntentRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Index()
  @Column({ type: 'uuid' })
  registrationId!: string;

  @ManyToOne(() => RegistrationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'registration_id' })
  registration?: RegistrationRow;

  @Column({ type: 'date' })
  issuedOn!: Day;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** IHSA’s confirmation of a COR, as the home association, to another association. */
@Entity('confirmation_of_cor')
@Unique(['number'])
export class ConfirmationOfCorRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Index()
  @Column({ type: 'uuid' })
  certificateId!: string;

  @ManyToOne(() => CertificateRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'certificate_id' })
  certificate?: CertificateRow;

  /** The association it is addressed to, by its abbreviation. */
  @Column({ type: 'text' })
  association!: string;

  /** The end of the certificate’s three years, as printed on it. */
  @Column({ type: 'date' })
  expiresOn!: Day;

  @Column({ type: 'date' })
  issuedOn!: Day;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
