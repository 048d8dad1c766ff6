import type { Day } from '../calendar.ts';
import type { AuditType } from '../cycle/facts.ts';
import type { ClauseId } from '../guideline.ts';
import type { AuditLife, AuditStep } from './auditing-facts.ts';

/** The position of a step in the life of an audit. */
export interface StepLaw {
  /** The clause that requires the step. */
  readonly clause: ClauseId;
  /** The audits that have it. */
  readonly types: readonly AuditType[];
  /** What must be recorded by its day. */
  readonly after: readonly AuditStep[];
  /** What ends the time for it. */
  readonly notAfter?: readonly AuditStep[];
  /** Whether it may be recorded again while the audit goes on. */
  readonly again?: true;
}

const submitted = ['INITIAL_INTERNAL', 'MAINTENANCE', 'TRANSITION'] as const;
const internal = [...submitted, 'RECERTIFICATION_INTERNAL'] as const;
const external = ['EXTERNAL', 'RE_AUDIT'] as const;
const every = [...internal, ...external] as const;

/** G-2.4.b to G-2.4.i, G-2.4.j, G-2.5.b, G-3.4: the steps of every audit, in the order of the guideline. */
export const stepLaws: Readonly<Record<AuditStep, StepLaw>> = {
  SIGNED_OFF: { clause: 'G-2.4.b', types: internal, after: [] },
  SUBMITTED: { clause: 'G-2.4.b', types: submitted, after: ['SIGNED_OFF'] },
  RECEIVED: { clause: 'G-2.4.b', types: submitted, after: ['SUBMITTED'] },
  RETURNED: { clause: 'G-2.4.c', types: submitted, after: ['RECEIVED'], notAfter: ['PRE_ASSESSED'], again: true },
  HELD_UNPAID: { clause: 'X-22', types: submitted, after: ['RECEIVED'], notAfter: ['REVIEWED'], again: true },
  PAYMENT_RECEIVED: { clause: 'X-22', types: submitted, after: [], again: true },
  PRE_ASSESSED: { clause: 'G-2.4.c', types: submitted, after: ['STARTED', 'RECEIVED', 'SCORED'] },
  REVIEWER_ASSIGNED: { clause: 'G-2.4.d', types: submitted, after: ['PRE_ASSESSED'], notAfter: ['REVIEWED'], again: true },
  REVIEWED: { clause: 'G-2.4.d', types: submitted, after: ['PRE_ASSESSED'] },
  ACTION_PLAN_CHOSEN: { clause: 'G-2.4.e', types: ['INITIAL_INTERNAL'], after: ['REVIEWED'] },
  NEW_AUDIT_CHOSEN: { clause: 'G-2.4.e', types: ['INITIAL_INTERNAL'], after: ['REVIEWED'] },
  AUDITOR_SELECTED: { clause: 'G-2.4.g', types: external, after: [], notAfter: ['STARTED'], again: true },
  AUDIT_PLAN_SUBMITTED: {
    clause: 'G-2.4.g',
    types: ['EXTERNAL'],
    after: ['AUDITOR_SELECTED'],
    notAfter: ['AUDIT_PLAN_APPROVED', 'STARTED'],
  },
  AUDIT_PLAN_SENT_BACK: {
    clause: 'G-2.4.g',
    types: ['EXTERNAL'],
    after: ['AUDIT_PLAN_SUBMITTED'],
    notAfter: ['AUDIT_PLAN_APPROVED', 'STARTED'],
    again: true,
  },
  AUDIT_PLAN_APPROVED: { clause: 'G-2.4.g', types: ['EXTERNAL'], after: ['AUDIT_PLAN_SUBMITTED'], notAfter: ['STARTED'] },
  STARTED: { clause: 'G-2.4.g', types: every, after: [], notAfter: ['COMPLETED'] },
  COMPLETED: { clause: 'R-4', types: every, after: ['STARTED'] },
  SCORED: { clause: 'G-2.3', types: every, after: [], again: true },
  SHOWN_TO_AUDITOR: { clause: 'G-2.5.b', types: ['RECERTIFICATION_INTERNAL'], after: ['COMPLETED'] },
  REPORT_APPROVED: { clause: 'G-3.4.b', types: external, after: ['COMPLETED', 'SCORED'] },
  REPORT_RECEIVED: { clause: 'R-3', types: [...submitted, ...external], after: [] },
  ACTION_PLAN_SUBMITTED: {
    clause: 'G-2.4.e',
    types: [...submitted, ...external],
    after: ['REPORT_RECEIVED'],
    notAfter: ['ACTION_PLAN_APPROVED'],
  },
  ACTION_PLAN_SENT_BACK: {
    clause: 'G-2.4.e',
    types: [...submitted, ...external],
    after: ['ACTION_PLAN_SUBMITTED'],
    notAfter: ['ACTION_PLAN_APPROVED'],
    again: true,
  },
  ACTION_PLAN_APPROVED: { clause: 'G-2.4.e', types: [...submitted, ...external], after: ['ACTION_PLAN_SUBMITTED'] },
  CLOSED: { clause: 'G-3.4.b', types: external, after: ['REPORT_APPROVED'] },
};

/** What precedes a step of an audit: the report of an internal one follows its review, that of an external one IHSA's approval (G-3.4.b). */
export function precedingSteps({ type }: Pick<AuditLife, 'type'>, step: AuditStep): readonly AuditStep[] {
  if (step === 'REPORT_RECEIVED') return type === 'EXTERNAL' || type === 'RE_AUDIT' ? ['REPORT_APPROVED'] : ['REVIEWED', 'SCORED'];
  if (step === 'STARTED' && type === 'EXTERNAL') return ['AUDITOR_SELECTED', 'AUDIT_PLAN_APPROVED'];
  if (step === 'STARTED' && type === 'RE_AUDIT') return ['AUDITOR_SELECTED'];
  return stepLaws[step].after;
}

/** The clause for a step of an audit: the start of an internal one is R-51's, a failed external audit's plan is G-2.4.i's, a maintenance audit's pre-assessment G-4.1's and its review G-2.4.k's. */
export function clauseOfStep({ type }: Pick<AuditLife, 'type'>, step: AuditStep): ClauseId {
  const { clause } = stepLaws[step];
  // The first day of an internal audit is what its auditor's training is judged by.
  if (step === 'STARTED' && type !== 'EXTERNAL' && type !== 'RE_AUDIT') return 'R-51';
  if (type === 'MAINTENANCE' || type === 'TRANSITION') {
    if (clause === 'G-2.4.b') return 'G-2.4.j';
    // G-2.4.c belongs to the first certification; that every internal audit is pre-assessed is G-4.1's.
    if (step === 'PRE_ASSESSED') return 'G-4.1';
    return clause === 'G-2.4.d' || clause === 'G-2.4.e' ? 'G-2.4.k' : clause;
  }
  return clause === 'G-2.4.e' && type !== 'INITIAL_INTERNAL' ? 'G-2.4.i' : clause;
}

/** The steps that audits of a type have, in order. */
export const stepsOf = (type: AuditType): readonly AuditStep[] =>
  // Object.entries widens its keys to text; here they are the steps.
  Object.entries(stepLaws).flatMap(([step, { types }]) => (types.includes(type) ? [step as AuditStep] : []));

/** The day on which a step was recorded that still counts; null if it was not, or was undone by a return. */
export function dayOfStep(audit: AuditLife, step: AuditStep): Day | null {
  const column = columnDays[step]?.(audit) ?? null;
  if (column !== null || step in columnDays) return column;
  return audit.steps.findLast(({ kind }) => kind === step)?.on ?? null;
}

/** The audit's column for a step; steps without a column are known from the recorded steps. */
const columnDays: Readonly<Partial<Record<AuditStep, (audit: AuditLife) => Day | null>>> = {
  SIGNED_OFF: ({ signedOffOn }) => signedOffOn,
  SUBMITTED: ({ submittedOn, receivedOn }) => submittedOn ?? receivedOn,
  RECEIVED: ({ receivedOn }) => receivedOn,
  PRE_ASSESSED: ({ preAssessedOn }) => preAssessedOn,
  REVIEWED: ({ reviewedOn }) => reviewedOn,
  REPORT_RECEIVED: ({ reportReceivedOn }) => reportReceivedOn,
  REPORT_APPROVED: ({ reportApprovedOn }) => reportApprovedOn,
  ACTION_PLAN_CHOSEN: ({ followUp, followUpOn }) => (followUp === 'ACTION_PLAN' ? followUpOn : null),
  NEW_AUDIT_CHOSEN: ({ followUp, followUpOn }) => (followUp === 'NEW_AUDIT' ? followUpOn : null),
  ACTION_PLAN_SUBMITTED: ({ actionPlanSubmittedOn }) => actionPlanSubmittedOn,
  ACTION_PLAN_APPROVED: ({ planOfActionApprovedOn }) => planOfActionApprovedOn,
  SHOWN_TO_AUDITOR: ({ shownToAuditorOn }) => shownToAuditorOn,
  AUDIT_PLAN_SUBMITTED: ({ planSubmittedOn }) => planSubmittedOn,
  AUDIT_PLAN_APPROVED: ({ planApprovedOn }) => planApprovedOn,
  STARTED: ({ startedOn }) => startedOn,
  COMPLETED: ({ completedOn }) => completedOn,
  CLOSED: ({ closedOn }) => closedOn,
};
