import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { AssociationId } from '../../rules/equivalency/associations.ts';
import type { Grant, IsoCertificateFact, RequestKind } from '../../rules/equivalency/facts.ts';
import { AccountRow } from './account.table.ts';
import { BiddingDocumentRow } from './bidding-document.table.ts';
import { CertificateRow } from './certificate.table.ts';

/** A request for equivalency or reciprocity (G-5, G-6). Its status is no column: the law derives it from these days. */
@Entity('equivalency_request')
@Index('equivalency_request_created_on_idx', ['createdOn', 'id'])
@Index('equivalency_request_certificate_idx', ['certificateId'])
@Index('equivalency_request_bidding_document_idx', ['biddingDocumentId'])
@Check('equivalency_request_kind_known', `kind in ('ISO_45001', 'MLITSD_ACCREDITATION', 'OUT_OF_PROVINCE')`)
@Check('equivalency_request_iso_standard_known', `iso_standard in ('ISO_45001_2018', 'CSA_Z45001', 'OTHER_STANDARD')`)
@Check(
  'equivalency_request_grant_known',
  `decision_grant in ('CERTIFICATE_ONE_YEAR', 'INTERIM_LOGS', 'BIDDING_ONLY_RECIPROCITY', 'NOTHING')`,
)
@Check('equivalency_request_days_in_order', 'submitted_on >= created_on and reviewed_on >= submitted_on and decided_on >= submitted_on')
@Check('equivalency_request_review_reported', '(reviewed_on is null) = (review_report is null)')
@Check('equivalency_request_host_cor_of_kind', `host_association is null or kind = 'OUT_OF_PROVINCE'`)
@Check(
  'equivalency_request_host_cor_of_association',
  'host_association is not null or (host_cor_is_current is null and host_cor_expires_on is null)',
)
@Check('equivalency_request_iso_of_kind', `iso_standard is null or kind = 'ISO_45001'`)
@Check(
  'equivalency_request_iso_of_standard',
  'iso_standard is not null or (iso_is_accredited is null and iso_covers_whole_firm is null and iso_has_ontario_work is null and iso_expires_on is null)',
)
@Check(
  'equivalency_request_decided_by_somebody',
  '(decided_on is null) = (decision_grant is null) and (decided_on is null) = (decided_by is null) and (decided_on is null) = (decision_reasons is null)',
)
@Check('equivalency_request_ends_once', 'decided_on is null or withdrawn_on is null')
export class EquivalencyRequestRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  kind!: RequestKind;

  @Column({ type: 'date' })
  createdOn!: Day;

  @Column({ type: 'text' })
  createdBy!: string;

  @Column({ type: 'date', nullable: true })
  submittedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  feeRecordedOn!: Day | null;

  /** Day of the report on the lead auditor’s review. */
  @Column({ type: 'date', nullable: true })
  reviewedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  leadAuditor!: string | null;

  @Column({ type: 'text', nullable: true })
  reviewReport!: string | null;

  @Column({ type: 'date', nullable: true })
  withdrawnOn!: Day | null;

  @Index()
  @Column({ type: 'text', nullable: true })
  hostAssociation!: AssociationId | null;

  @Column({ type: 'boolean', nullable: true })
  hostCorIsCurrent!: boolean | null;

  @Column({ type: 'date', nullable: true })
  hostCorExpiresOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  isoStandard!: IsoCertificateFact['standard'] | null;

  @Column({ type: 'boolean', nullable: true })
  isoIsAccredited!: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  isoCoversWholeFirm!: boolean | null;

  @Column({ type: 'boolean', nullable: true })
  isoHasOntarioWork!: boolean | null;

  @Column({ type: 'date', nullable: true })
  isoExpiresOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  decidedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  decisionGrant!: Grant | null;

  /** Why less was granted than the law allows. */
  @Column({ type: 'text', nullable: true })
  judgement!: string | null;

  /** Every clause consulted for the decision, as `encodeReasons` writes them. */
  @Column({ type: 'text', nullable: true })
  decisionReasons!: string | null;

  /** The document that was issued; null also after it was removed as recorded in error. */
  @Column({ type: 'uuid', nullable: true })
  certificateId!: string | null;

  @ManyToOne(() => CertificateRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'certificate_id' })
  certificate?: CertificateRow | null;

  @Column({ type: 'uuid', nullable: true })
  biddingDocumentId!: string | null;

  @ManyToOne(() => BiddingDocumentRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'bidding_document_id' })
  biddingDocument?: BiddingDocumentRow | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
