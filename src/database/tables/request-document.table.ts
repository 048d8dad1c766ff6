import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { RequestDocumentKind } from '../../rules/equivalency/facts.ts';
import { EquivalencyRequestRow } from './equivalency-request.table.ts';

/** The kinds of documents, and of the uploads that bring them, as the database checks them. */
export const kindKnown = `kind in ('EQUIVALENCY_FORM', 'ISO_45001_AUDIT_REPORT', 'ISO_45001_CERTIFICATE', 'ACCREDITATION_AUDIT_REPORT', 'PROOF_OF_ACCREDITATION', 'AUDIT_ACTION_PLAN', 'OHSMS_MANUAL', 'MANAGEMENT_REVIEW_REPORT', 'MANAGEMENT_REVIEW_ACTION_PLAN', 'MASTER_HAZARD_REGISTRY', 'RECIPROCITY_FORM', 'HOST_ASSOCIATION_LETTER', 'INTERNAL_AUDITOR_TRANSCRIPT', 'FURTHER_DOCUMENTATION')`;

/** A document of a request; its content is stored in a folder under its SHA-256. Append-only. */
@Entity('request_document')
@Unique('request_document_once', ['requestId', 'kind', 'sha256'])
@Check('request_document_kind_known', kindKnown)
@Check('request_document_sha256_form', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('request_document_not_empty', 'size > 0')
export class RequestDocumentRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'uuid' })
  requestId!: string;

  @ManyToOne(() => EquivalencyRequestRow)
  @JoinColumn({ name: 'request_id' })
  request?: EquivalencyRequestRow;

  @Column({ type: 'text' })
  kind!: RequestDocumentKind;

  /** The sender's name for the file: text to show, never a path. */
  @Column({ type: 'text' })
  name!: string;

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

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  receivedAt!: Date;

  @Column({ type: 'text' })
  receivedBy!: string;
}
