import type { AuditRow } from '../database/tables/audit.table.ts';
import type { Day } from '../rules/calendar.ts';
import type { AuditStep, RecordedStep } from '../rules/recording/auditing-facts.ts';
import type { AuditOnFile } from '../rules/recording/issuing-facts.ts';

type StepColumns = Partial<
  Pick<
    AuditRow,
    | 'signedOffOn'
    | 'submittedOn'
    | 'receivedOn'
    | 'preAssessedOn'
    | 'reviewer'
    | 'reviewedOn'
    | 'reportReceivedOn'
    | 'reportApprovedOn'
    | 'reportedOn'
    | 'followUp'
    | 'followUpOn'
    | 'actionPlanSubmittedOn'
    | 'actionPlanApprovedOn'
    | 'shownOn'
    | 'planSubmittedOn'
    | 'planApprovedOn'
    | 'startedOn'
    | 'completedOn'
    | 'closedOn'
  >
>;

/** The audit's columns that a step changes; they hold the last day of each kind. */
export const columnsOfStep = (step: AuditStep, on: Day): StepColumns => changes[step]?.(on) ?? {};

const changes: Readonly<Partial<Record<AuditStep, (on: Day) => StepColumns>>> = {
  SIGNED_OFF: (on) => ({ signedOffOn: on }),
  SUBMITTED: (on) => ({ submittedOn: on }),
  RECEIVED: (on) => ({ receivedOn: on }),
  RETURNED: () => ({ signedOffOn: null, submittedOn: null, receivedOn: null }),
  PRE_ASSESSED: (on) => ({ preAssessedOn: on }),
  REVIEWED: (on) => ({ reviewedOn: on, reportedOn: on }),
  REPORT_RECEIVED: (on) => ({ reportReceivedOn: on }),
  // The date of an external audit's report is that of its approval (G-3.4.b).
  REPORT_APPROVED: (on) => ({ reportApprovedOn: on, reportedOn: on }),
  ACTION_PLAN_CHOSEN: (on) => ({ followUp: 'ACTION_PLAN', followUpOn: on }),
  NEW_AUDIT_CHOSEN: (on) => ({ followUp: 'NEW_AUDIT', followUpOn: on }),
  ACTION_PLAN_SUBMITTED: (on) => ({ actionPlanSubmittedOn: on }),
  ACTION_PLAN_SENT_BACK: () => ({ actionPlanSubmittedOn: null }),
  ACTION_PLAN_APPROVED: (on) => ({ actionPlanApprovedOn: on }),
  SHOWN_TO_AUDITOR: (on) => ({ shownOn: on }),
  // G-2.4.g: the plan is the auditor's, so another auditor submits another one.
  AUDITOR_SELECTED: () => ({ planSubmittedOn: null, planApprovedOn: null }),
  AUDIT_PLAN_SUBMITTED: (on) => ({ planSubmittedOn: on }),
  AUDIT_PLAN_SENT_BACK: () => ({ planSubmittedOn: null }),
  AUDIT_PLAN_APPROVED: (on) => ({ planApprovedOn: on }),
  STARTED: (on) => ({ startedOn: on }),
  COMPLETED: (on) => ({ completedOn: on }),
  CLOSED: (on) => ({ closedOn: on }),
};

/** The columns that a step had changed, with their values from the earlier steps. */
export function columnsWithout(undone: RecordedStep, before: readonly RecordedStep[]): StepColumns {
  const touched = Object.keys(columnsOfStep(undone.kind, undone.on));
  const left: StepColumns = Object.assign({}, ...before.map(({ kind, on }) => columnsOfStep(kind, on)));
  const was = new Map<string, unknown>(Object.entries(left));
  // The names are columns of the step, and the values are those that the steps gave them.
  return Object.fromEntries(touched.map((name) => [name, was.get(name) ?? null])) as StepColumns;
}

/** An audit as the law of issuing would read it with one more step. */
export function withStep<Audit extends AuditOnFile>(audit: Audit, step: AuditStep, on: Day): Audit {
  const { shownOn, actionPlanApprovedOn, followUp, followUpOn, ...days } = columnsOfStep(step, on);
  return {
    ...audit,
    ...days,
    shownToAuditorOn: shownOn ?? audit.shownToAuditorOn,
    planOfActionApprovedOn: actionPlanApprovedOn ?? audit.planOfActionApprovedOn,
    newAuditAskedForOn: followUp === 'NEW_AUDIT' ? (followUpOn ?? null) : audit.newAuditAskedForOn,
  };
}
