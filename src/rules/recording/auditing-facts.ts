import type { Day } from '../calendar.ts';
import type { CycleFacts } from '../cycle/facts.ts';
import type { DesignatedPerson } from '../cycle/people.ts';
import type { AuditNaming, AuditOnFile, AuditorOnFile } from './issuing-facts.ts';

/** A step of an audit, as staff record it. */
export type AuditStep =
  | 'SIGNED_OFF'
  | 'SUBMITTED'
  | 'RECEIVED'
  | 'PRE_ASSESSED'
  | 'RETURNED'
  | 'HELD_UNPAID'
  | 'PAYMENT_RECEIVED'
  | 'REVIEWER_ASSIGNED'
  | 'REVIEWED'
  | 'REPORT_RECEIVED'
  | 'REPORT_APPROVED'
  | 'ACTION_PLAN_CHOSEN'
  | 'NEW_AUDIT_CHOSEN'
  | 'ACTION_PLAN_SUBMITTED'
  | 'ACTION_PLAN_SENT_BACK'
  | 'ACTION_PLAN_APPROVED'
  | 'SHOWN_TO_AUDITOR'
  | 'AUDITOR_SELECTED'
  | 'AUDIT_PLAN_SUBMITTED'
  | 'AUDIT_PLAN_SENT_BACK'
  | 'AUDIT_PLAN_APPROVED'
  | 'STARTED'
  | 'COMPLETED'
  | 'SCORED'
  | 'CLOSED';

/** A recorded step, with its day. */
export interface RecordedStep {
  readonly kind: AuditStep;
  readonly on: Day;
}

/** An audit with everything recorded about it, and its steps in order. */
export interface AuditLife extends AuditOnFile {
  readonly submittedOn: Day | null;
  /** What IHSA asked for after a review that did not pass (G-2.4.e). */
  readonly followUp: 'ACTION_PLAN' | 'NEW_AUDIT' | null;
  readonly followUpOn: Day | null;
  readonly actionPlanSubmittedOn: Day | null;
  readonly planSubmittedOn: Day | null;
  /** What was sent with it. */
  readonly documents: readonly AuditDocumentFact[];
  readonly steps: readonly RecordedStep[];
}

/** What a document of an audit is. */
export type AuditDocumentKind =
  | 'AUDIT_MATERIAL'
  | 'EVIDENCE'
  | 'TRAINING_RECORD'
  | 'CORRECTIVE_ACTION_PLAN'
  | 'AUDIT_PLAN'
  | 'AUDIT_REPORT';

/** A document of an audit. */
export interface AuditDocumentFact {
  readonly kind: AuditDocumentKind;
  readonly name: string;
  /** Of evidence: the day on which it was created (G-1.2.e). */
  readonly createdOn: Day | null;
}

/** Everything that decides whether a step of an account's audit may be recorded. */
export interface AuditingFacts extends CycleFacts {
  readonly audits: readonly AuditLife[];
  readonly auditors: readonly AuditorOnFile[];
  readonly namings: readonly AuditNaming[];
  /** Day since when the health and safety management system has been in place (G-1.2.d); null where nobody recorded it. */
  readonly systemInPlaceSince: Day | null;
  readonly people: readonly DesignatedPerson[];
}

/** A step that staff want to record. */
export interface ProposedStep {
  readonly audit: AuditLife;
  readonly step: AuditStep;
  readonly on: Day;
  /** With AUDITOR_SELECTED: the selected auditor and company. */
  readonly auditor?: string | null;
  readonly company?: string | null;
  /** Whether the organization records it itself: then what it submits is in the registry. */
  readonly isByOrganization?: boolean;
}
