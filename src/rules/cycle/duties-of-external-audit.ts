import { addDays, type Day } from '../calendar.ts';
import { because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { actionPlanApprovalDuty, actionPlanDuty } from './duties-of-plans.ts';
import { type ExternalAudit, externalStep } from './external-audit.ts';
import type { KnownAudit } from './known-audit.ts';
import type { Duty } from './obligation.ts';

/**
 * G-3.4.b, G-2.4.i: the reports on an external audit and its re-audit, with their approval, the re-audit, and a new internal audit if it was missed, which in a renewal
 * may have been received already.
 */
export function externalAuditDuties(
  external: ExternalAudit,
  lastDay: Day | null,
  on: Day,
  restartedOn: Day | null = null,
): readonly Duty[] {
  const { audit, reAudit } = external;
  return [
    ...reportDuties(audit, lastDay),
    ...(reAudit ? reportDuties(reAudit, lastDay) : []),
    ...failedPlanDuties(external),
    ...reAuditDuty(external, lastDay),
    ...(externalStep(external, on) === 'RE_AUDIT_MISSED' ? restartDuty(external, lastDay, restartedOn) : []),
  ];
}

/** G-3.4.b: the external auditor submits the report to IHSA, which approves it. */
function reportDuties(audit: KnownAudit, lastDay: Day | null): readonly Duty[] {
  const { id, completedOn, reportArrivedOn, reportedOn } = audit;
  if (completedOn === null) return [];
  return [
    {
      kind: 'EXTERNAL_AUDIT_REPORT',
      of: [id],
      by: 'EXTERNAL_AUDITOR',
      clauses: ['G-3.4.b'],
      arisesOn: completedOn,
      dueOn: null,
      lastDay: null,
      doneOn: reportArrivedOn ?? reportedOn,
      because: because('owe-external-report', { completedOn }),
    },
    ...approvalDuty(audit, lastDay),
  ];
}

/** G-3.4.b: IHSA approves the report before anything follows from it; no source names a day, but after day 90 it renews nothing (G-2.5.c). */
function approvalDuty({ id, reportArrivedOn: arrivedOn, reportedOn }: KnownAudit, lastDay: Day | null): readonly Duty[] {
  if (arrivedOn === null) return [];
  return [
    {
      kind: 'AUDIT_REPORT_APPROVAL',
      of: [id],
      by: 'IHSA',
      clauses: lastDay === null ? ['G-3.4.b'] : ['G-3.4.b', 'G-2.5.c'],
      arisesOn: arrivedOn,
      dueOn: null,
      lastDay,
      doneOn: reportedOn,
      because: because('owe-report-approval', { arrivedOn }),
    },
  ];
}

/** G-2.4.i: a plan with days goes to the external auditor, where the receipt of the report is on record: records of earlier years have no plans. */
function failedPlanDuties({ audit, reAuditDueOn }: ExternalAudit): readonly Duty[] {
  const { reportReceivedOn: receivedOn, passed } = audit;
  if (passed !== false || receivedOn === null) return [];
  return [
    actionPlanDuty(audit, 'G-2.4.i', receivedOn, because('owe-action-plan-failed', { receivedOn }), reAuditDueOn),
    ...actionPlanApprovalDuty(audit, 'EXTERNAL_AUDITOR', 'G-2.4.i', reAuditDueOn),
  ];
}

/** G-2.4.i: a re-audit within six months of the failed audit's report; in a renewal day 91 may come first. */
function reAuditDuty({ audit, reAuditDueOn: dueOn, reAudit }: ExternalAudit, lastDay: Day | null): readonly Duty[] {
  const { id, reportedOn, reportReceivedOn: receivedOn } = audit;
  if (dueOn === null || reportedOn === null) return [];
  const isCutShort = lastDay !== null && lastDay < dueOn;
  return [
    {
      kind: 'RE_AUDIT',
      of: [id],
      by: 'ORGANIZATION',
      clauses: isCutShort ? ['G-2.4.i', 'R-3', 'R-12'] : ['G-2.4.i', 'R-3'],
      arisesOn: reportedOn,
      dueOn,
      lastDay: isCutShort ? lastDay : dueOn,
      doneOn: reAudit !== null && reAudit.passed !== false ? reAudit.completedOn : null,
      because:
        receivedOn === null ? because('owe-re-audit', { reportedOn, dueOn }) : because('owe-re-audit-received', { receivedOn, dueOn }),
    },
  ];
}

/** G-2.4.i: the process restarts with a new internal audit; in a renewal the running certificate's clocks run on. */
function restartDuty(
  { audit: { id }, reAuditDueOn, reAudit }: ExternalAudit,
  lastDay: Day | null,
  restartedOn: Day | null,
): readonly Duty[] {
  if (reAuditDueOn === null) return [];
  const failedAgainOn = reAudit?.reportedOn ?? null;
  const from = failedAgainOn !== null && failedAgainOn > reAuditDueOn ? failedAgainOn : addDays(reAuditDueOn, 1);
  const duty = newInternalAudit({ after: id, clause: 'G-2.4.i', deadline: reAuditDueOn, from, lastDay });
  return [{ ...duty, clauses: lastDay === null ? duty.clauses : [...duty.clauses, 'R-47'], doneOn: restartedOn }];
}

interface Restart {
  /** Id of the audit whose six months passed. */
  readonly after: string;
  readonly clause: ClauseId;
  readonly deadline: Day;
  readonly from: Day;
  readonly lastDay: Day | null;
}

/** G-2.4.f, G-2.4.i: a new internal audit, for which no source names a day. */
export const newInternalAudit = ({ after, clause, deadline, from, lastDay }: Restart): Duty => ({
  kind: 'INTERNAL_AUDIT',
  of: ['after', after],
  by: 'ORGANIZATION',
  clauses: [clause, 'G-2.4.b'],
  arisesOn: from,
  dueOn: null,
  lastDay,
  doneOn: null,
  because: because('owe-new-internal-audit', { deadline }),
});
