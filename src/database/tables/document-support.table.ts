import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Reason } from '../../rules/decision.ts';
import { AuditRow } from './audit.table.ts';
import { CertificateRow } from './certificate.table.ts';
import { IssuingExceptionRow } from './issuing-exception.table.ts';
import { LetterRow } from './letter.table.ts';
import { RegistrationRow } from './registration.table.ts';

/** What a certificate or letter rests on, besides the audit it names itself. */
@Entity('document_support')
@Unique('document_support_certificate_key', ['certificateId'])
@Unique('document_support_letter_key', ['letterId'])
@Unique('document_support_exception_key', ['exceptionId'])
@Check('document_support_of_one_document', '(certificate_id is null) <> (letter_id is null)')
export class DocumentSupportRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  certificateId!: string | null;

  @ManyToOne(() => CertificateRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'certificate_id' })
  certificate?: CertificateRow;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @ManyToOne(() => LetterRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'letter_id' })
  letter?: LetterRow;

  /** For a re-audit: the external audit that failed before it. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  failedAuditId!: string | null;

  @ManyToOne(() => AuditRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'failed_audit_id' })
  failedAudit?: AuditRow;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  internalAuditId!: string | null;

  @ManyToOne(() => AuditRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'internal_audit_id' })
  internalAudit?: AuditRow;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  yearOneAuditId!: string | null;

  @ManyToOne(() => AuditRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'year_one_audit_id' })
  yearOneAudit?: AuditRow;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  registrationId!: string | null;

  @ManyToOne(() => RegistrationRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'registration_id' })
  registration?: RegistrationRow;

  @Column({ type: 'uuid', nullable: true })
  exceptionId!: string | null;

  @ManyToOne(() => IssuingExceptionRow)
  @JoinColumn({ name: 'exception_id' })
  exception?: IssuingExceptionRow;

  /** Every clause consulted on the day of issue, with what was found. */
  @Column({ type: 'json' })
  reasons!: readonly Reason[];

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
