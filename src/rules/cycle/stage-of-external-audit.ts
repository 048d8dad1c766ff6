import type { Day } from '../calendar.ts';
import { because, deciding, found, notFound, type Reason } from '../decision.ts';
import { type ExternalAudit, type ExternalStep, externalStep, passedOn } from './external-audit.ts';

/** The progress of an external audit, with every clause consulted. */
export interface ExternalFinding {
  readonly step: ExternalStep;
  readonly reasons: readonly Reason[];
}

/** G-3.4.b, G-2.4.h, G-2.4.i: an external audit is completed, reported, and passes or is followed by a re-audit. */
export function externalFinding(external: ExternalAudit, on: Day): ExternalFinding {
  const step = externalStep(external, on);
  return { step, reasons: reasonsAt[step](external) };
}

type Reasons = (external: ExternalAudit) => readonly Reason[];

const reasonsAt: Readonly<Record<ExternalStep, Reasons>> = {
  UNDER_WAY: ({ audit: { startedOn } }) => [deciding(notFound('R-4', because('external-audit-under-way', days({ startedOn }))))],
  REPORT_AWAITED: (external) => [
    completed(external),
    deciding(notFound('G-3.4.b', because('external-report-awaited', completionOf(external)))),
  ],
  PASSED: (external) => [completed(external), ...reported(external), ...whyPassed(external)],
  RE_AUDIT_DUE: (external) => [
    ...failed(external),
    deciding(found('G-2.4.i', because('re-audit-awaited', days({ deadline: external.reAuditDueOn })))),
  ],
  RE_AUDIT_REPORT_AWAITED: (external) => [
    ...failed(external),
    deciding(notFound('G-3.4.b', because('re-audit-completed', reAuditDays(external)))),
  ],
  RE_AUDIT_MISSED: (external) => [
    ...failed(external),
    deciding(found('G-2.4.i', because('re-audit-missed', days({ deadline: external.reAuditDueOn })))),
  ],
};

/** completed is the last day on site; if that is not recorded, no other day is called so. */
const completed: (external: ExternalAudit) => Reason = (external) =>
  found('R-4', because(external.audit.hasCompletion ? 'external-audit-completed' : 'external-audit-completed-by', completionOf(external)));

/** G-3.4.b: IHSA approves the report before anything follows from it. */
const reported: Reasons = ({ audit: { reportedOn } }) => [found('G-3.4.b', because('external-report-approved', days({ reportedOn })))];

const whyPassed: Reasons = (external) => {
  const values = days({ reportedOn: passedOn(external) });
  return external.audit.passed
    ? [notFound('G-2.4.i', because('re-audit-not-needed')), deciding(found('G-2.4.h', because('external-audit-passed', values)))]
    : [deciding(found('G-2.4.h', because('re-audit-passed', values)))];
};

/** G-2.4.h does not follow from a failed audit; the six months run from its report. */
const failed: Reasons = (external) => {
  const { reportedOn } = external.audit;
  return [
    completed(external),
    ...reported(external),
    notFound('G-2.4.h', because('external-audit-failed', days({ reportedOn }))),
    found('R-3', because('six-months-from-report', days({ reportedOn, deadline: external.reAuditDueOn }))),
  ];
};

const completionOf = ({ audit: { completedOn } }: ExternalAudit) => days({ completedOn });

const reAuditDays = ({ reAudit, reAuditDueOn }: ExternalAudit) =>
  days({ completedOn: reAudit?.completedOn ?? null, deadline: reAuditDueOn });

/** The known days, as values of a message. */
export const days = (known: Readonly<Record<string, Day | null>>): Readonly<Record<string, Day>> =>
  Object.fromEntries(Object.entries(known).flatMap(([name, day]) => (day === null ? [] : [[name, day]])));
