import type { Day } from '../calendar.ts';
import type { CycleFacts } from '../cycle/facts.ts';
import type { AuditNaming, AuditOnFile, AuditorOnFile } from './issuing-facts.ts';

/** A step of an audit, as staff record it. */
export type AuditStep =
  | 'SIGNED_OFF'
  | 'SUBMITTED'
  | 'RECEIVED'
  | 'PRE_ASSESSED'
  | 'RETURNED'
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
  readonly steps: readonly RecordedStep[];
}

/** Everything that decides whether a step of an account's audit may be recorded. */
export interface AuditingFacts extends CycleFacts {
  readonly audits: readonly AuditLife[];
  readonly auditors: readonly AuditorOnFile[];
  readonly namings: readonly AuditNaming[];
}

/** A step that staff want to record. */
export interface ProposedStep {
  readonly audit: AuditLife;
  readonly step: AuditStep;
  readonly on: Day;
  /** With AUDITOR_SELECTED: the selected auditor and company. */
  readonly auditor?: string | null;
  readonly company?: string | null;
}
