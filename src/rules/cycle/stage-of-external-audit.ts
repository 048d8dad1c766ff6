import type { Day } from '../calendar.ts';
import { type Because, because, deciding, found, notFound, type Reason } from '../decision.ts';
import { type ExternalAudit, type ExternalStep, externalStep, isRescored, passedAudit } from './external-audit.ts';
import { clockStart, type KnownAudit } from './known-audit.ts';

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
  const passed = passedAudit(external);
  if (passed === null) return [];
  const words = passed === external.audit ? 'external-audit-passed' : 're-audit-passed';
  const notNeeded = passed === external.audit ? [notFound('G-2.4.i', because('re-audit-not-needed'))] : [];
  return [...notNeeded, deciding(found('G-2.4.h', resultOf(passed, words)))];
};

type ResultWords = 'external-audit-passed' | 're-audit-passed' | 'external-audit-failed';

/** The result of the report, or of later scores on their own day. */
function resultOf(audit: KnownAudit, words: ResultWords): Because {
  const { reportedOn, resultOn } = audit;
  return isRescored(audit) ? because(`${words}-rescored`, days({ resultOn })) : because(words, days({ reportedOn }));
}

/** G-2.4.h does not follow from a failed audit; the six months run from its report. */
const failed: Reasons = (external) => [
  completed(external),
  ...reported(external),
  notFound('G-2.4.h', resultOf(external.audit, 'external-audit-failed')),
  found('R-3', because('six-months-from-report', days({ reportedOn: clockStart(external.audit), deadline: external.reAuditDueOn }))),
];

const completionOf = ({ audit: { completedOn } }: ExternalAudit) => days({ completedOn });

const reAuditDays = ({ reAudit, reAuditDueOn }: ExternalAudit) =>
  days({ completedOn: reAudit?.completedOn ?? null, deadline: reAuditDueOn });

/** The known days, as values of a message. */
export const days = (known: Readonly<Record<string, Day | null>>): Readonly<Record<string, Day>> =>
  Object.fromEntries(Object.entries(known).flatMap(([name, day]) => (day === null ? [] : [[name, day]])));
