import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../rules/calendar.ts';
import type { Standard } from '../../rules/facts.ts';
import { AccountRow } from './account.table.ts';
import { AuditingCompanyRow } from './auditing-company.table.ts';
import { ExternalAuditorRow } from './external-auditor.table.ts';
import { PersonRow } from './person.table.ts';

/** The purpose of an audit. */
export type AuditType = 'INITIAL_INTERNAL' | 'EXTERNAL' | 'RE_AUDIT' | 'MAINTENANCE' | 'TRANSITION' | 'RECERTIFICATION_INTERNAL';

/** What IHSA asks for after a review that did not pass: its discretion, recorded and not computed (G-2.4.e). */
export type AuditFollowUp = 'ACTION_PLAN' | 'NEW_AUDIT';

/** An audit of an account. Its scores are text of two decimals, as given and never rounded. */
@Entity('audit')
@Unique(['reference'])
@Check('audit_type_known', `type in ('INITIAL_INTERNAL', 'EXTERNAL', 'RE_AUDIT', 'MAINTENANCE', 'TRANSITION', 'RECERTIFICATION_INTERNAL')`)
@Check('audit_tool_known', `tool in ('COR', 'COR_2020')`)
@Check('audit_overall_is_percent', 'overall between 0 and 100')
@Check('audit_legislated_is_percent', 'legislated between 0 and 100')
@Check('audit_follow_up_known', `follow_up in ('ACTION_PLAN', 'NEW_AUDIT')`)
@Check('audit_re_audit_named', `re_audit_of_id is null or type = 'RE_AUDIT'`)
@Check('audit_sharing_agreed', '(submission_of_id is null) = (sharing_agreed_on is null)')
@Check('audit_follow_up_dated', '(follow_up is null) = (follow_up_on is null)')
export class AuditRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'new_id()' })
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Index()
  @Column({ type: 'uuid' })
  accountId!: string;

  @ManyToOne(() => AccountRow)
  @JoinColumn({ name: 'account_id' })
  account?: AccountRow;

  @Column({ type: 'text' })
  type!: AuditType;

  /** The audit tool: COR has 19 elements, COR 2020 has 14. */
  @Column({ type: 'text' })
  tool!: Standard;

  @Column({ type: 'date', nullable: true })
  startedOn!: Day | null;

  /** Last day of the audit on site. */
  @Column({ type: 'date', nullable: true })
  completedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  receivedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  reportedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  closedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  auditor!: string | null;

  @Column({ type: 'text', nullable: true })
  auditingCompany!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  overall!: string | null;

  @Column({ type: 'numeric', precision: 5, scale: 2, nullable: true })
  legislated!: string | null;

  /** The external audit that a re-audit belongs to. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  reAuditOfId!: string | null;

  @ManyToOne(() => AuditRow)
  @JoinColumn({ name: 're_audit_of_id' })
  reAuditOf?: AuditRow;

  /** The audit whose submission it shares: one OHSMS, each account judged by itself. */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  submissionOfId!: string | null;

  @ManyToOne(() => AuditRow)
  @JoinColumn({ name: 'submission_of_id' })
  submissionOf?: AuditRow;

  /** Day on which IHSA agreed to that. */
  @Column({ type: 'date', nullable: true })
  sharingAgreedOn!: Day | null;

  /** Day on which senior management signed it off (G-2.4.b). */
  @Column({ type: 'date', nullable: true })
  signedOffOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  submittedOn!: Day | null;

  /** Day on which the pre-assessment found it complete (G-2.4.c). */
  @Column({ type: 'date', nullable: true })
  preAssessedOn!: Day | null;

  /** Who reviews it for IHSA. */
  @Column({ type: 'text', nullable: true })
  reviewer!: string | null;

  @Column({ type: 'date', nullable: true })
  reviewedOn!: Day | null;

  /** Day on which the organization received the report, from which the six months run. */
  @Column({ type: 'date', nullable: true })
  reportReceivedOn!: Day | null;

  /** Day on which IHSA approved the report of an external audit (G-3.4.b). */
  @Column({ type: 'date', nullable: true })
  reportApprovedOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  followUp!: AuditFollowUp | null;

  @Column({ type: 'date', nullable: true })
  followUpOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  actionPlanSubmittedOn!: Day | null;

  @Column({ type: 'date', nullable: true })
  actionPlanApprovedOn!: Day | null;

  /** Day on which the year-one internal audit was shown to the external auditor (G-2.5.b). */
  @Column({ type: 'date', nullable: true })
  shownOn!: Day | null;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  externalAuditorId!: string | null;

  @ManyToOne(() => ExternalAuditorRow)
  @JoinColumn({ name: 'external_auditor_id' })
  externalAuditor?: ExternalAuditorRow;

  /** The company the auditor made it for. */
  @Column({ type: 'uuid', nullable: true })
  companyId!: string | null;

  @ManyToOne(() => AuditingCompanyRow)
  @JoinColumn({ name: 'company_id' })
  company?: AuditingCompanyRow;

  @Column({ type: 'date', nullable: true })
  planSubmittedOn!: Day | null;

  /** Day on which IHSA approved the external auditor's plan (G-2.4.g). */
  @Column({ type: 'date', nullable: true })
  planApprovedOn!: Day | null;

  /** Who conducted an internal audit (G-3.3.a). */
  @Index()
  @Column({ type: 'uuid', nullable: true })
  internalAuditorId!: string | null;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'internal_auditor_id' })
  internalAuditor?: PersonRow;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
