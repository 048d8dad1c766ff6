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

/** The audit's columns that a step changes. Its report keeps a day recorded before; if none was, that of the review or approval stands for it. */
export function columnsAfter(step: AuditStep, on: Day, { reportedOn }: Pick<AuditRow, 'reportedOn'>): StepColumns {
  const changed = columnsOfStep(step, on);
  return reportedOn === null ? changed : withoutReport(changed);
}

const withoutReport = ({ reportedOn: _, ...others }: StepColumns): StepColumns => others;

/** The columns that a step changed, with their values before it, which `was` tells. */
export function columnsBefore(
  undone: RecordedStep,
  { reportedOn }: Pick<AuditRow, 'reportedOn'>,
  was: (column: string) => unknown,
): StepColumns {
  const changed = columnsOfStep(undone.kind, undone.on);
  // A report of another day was not recorded by the step.
  const touched = reportedOn === undone.on ? changed : withoutReport(changed);
  const names = undone.kind === 'REVIEWER_ASSIGNED' ? ['reviewer'] : Object.keys(touched);
  // The names are columns of the step, and the values are those that the audit had.
  return Object.fromEntries(names.map((name) => [name, was(name) ?? null])) as StepColumns;
}

/** The columns that steps gave an audit. */
export const columnsOfSteps = (steps: readonly RecordedStep[]): StepColumns =>
  Object.assign({}, ...steps.map(({ kind, on }) => columnsOfStep(kind, on)));

/** An audit as the law of issuing would read it with one more step. */
export function withStep<Audit extends AuditOnFile>(audit: Audit, step: AuditStep, on: Day): Audit {
  const { shownOn, actionPlanApprovedOn, followUp, followUpOn, ...days } = columnsAfter(step, on, audit);
  return {
    ...audit,
    ...days,
    shownToAuditorOn: shownOn ?? audit.shownToAuditorOn,
    planOfActionApprovedOn: actionPlanApprovedOn ?? audit.planOfActionApprovedOn,
    newAuditAskedForOn: followUp === 'NEW_AUDIT' ? (followUpOn ?? null) : audit.newAuditAskedForOn,
  };
}
