import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { AuditDocumentKind } from '../../rules/recording/auditing-facts.ts';
import { AuditRow } from './audit.table.ts';

const kindKnown = `kind in ('AUDIT_MATERIAL', 'EVIDENCE', 'TRAINING_RECORD', 'CORRECTIVE_ACTION_PLAN', 'AUDIT_PLAN', 'AUDIT_REPORT')`;

/** A document of an audit; its content is stored in a folder under its SHA-256. */
@Entity('audit_document')
@Unique('audit_document_once', ['auditId', 'kind', 'sha256'])
@Check('audit_document_kind_known', kindKnown)
@Check('audit_document_sha256_form', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('audit_document_not_empty', 'size > 0')
@Check('audit_document_evidence_dated', `(kind = 'EVIDENCE') = (created_on is not null)`)
export class AuditDocumentRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Column({ type: 'text' })
  kind!: AuditDocumentKind;

  /** The sender's name for the file: text to show, never a path. */
  @Column({ type: 'text' })
  name!: string;

  /** For evidence: the day on which it was created (G-1.2.e). */
  @Column({ type: 'date', nullable: true })
  createdOn!: Day | null;

  /** In hexadecimal. */
  @Column({ type: 'text' })
  sha256!: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size!: number;

  /** The media type detected from its bytes. */
  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'date' })
  receivedOn!: Day;

  @Column({ type: 'text' })
  receivedBy!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

/** Permission to send one document of one kind for one audit, once, for any caller who has the token. */
@Entity('audit_upload')
@Unique(['tokenHash'])
@Check('audit_upload_kind_known', kindKnown)
export class AuditUploadRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  /** SHA-256 of the token. */
  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Index()
  @Column({ type: 'uuid' })
  auditId!: string;

  @ManyToOne(() => AuditRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'audit_id' })
  audit?: AuditRow;

  @Column({ type: 'text' })
  kind!: AuditDocumentKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'date', nullable: true })
  createdOn!: Day | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  askedAt!: Date;

  @Column({ type: 'text' })
  askedBy!: string;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  /** When a file was accepted for it. */
  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
