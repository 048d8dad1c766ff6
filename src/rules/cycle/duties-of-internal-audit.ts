import type { Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { actionPlanApprovalDuty, actionPlanDuty } from './duties-of-plans.ts';
import type { AuditInCycle } from './facts.ts';
import type { InternalAudit } from './first-certification.ts';
import { heldClauses } from './hold.ts';
import { auditsKnownOn, type KnownAudit, lastBy } from './known-audit.ts';
import type { Duty } from './obligation.ts';

/** G-2.4.b, G-2.4.j: IHSA receives what was submitted last, and records the day; no source says by when. */
export function receiptDuty(submitted: KnownAudit | null, clauses: readonly ClauseId[], lastDay: Day | null): readonly Duty[] {
  if (!submitted?.submittedOn) return [];
  const { id, submittedOn, receivedOn } = submitted;
  return [
    {
      kind: 'AUDIT_RECEIPT',
      of: [id],
      by: 'IHSA',
      clauses,
      arisesOn: submittedOn,
      dueOn: null,
      lastDay,
      doneOn: receivedOn,
      because: because('owe-audit-receipt', { submittedOn }),
    },
  ];
}

/** G-2.4.c: IHSA pre-assesses what it received; no source names a day. A reported audit was pre-assessed. */
export const preAssessmentDuty = (internal: InternalAudit): Duty => ({
  kind: 'PRE_ASSESSMENT',
  of: [internal.audit.id],
  by: 'IHSA',
  clauses: ['G-2.4.c', ...heldClauses(internal.audit.hold)],
  arisesOn: internal.receivedOn,
  dueOn: null,
  lastDay: null,
  doneOn: internal.audit.preAssessedOn ?? internal.audit.reportedOn,
  because: whyPreAssessed(internal),
});

/** G-2.4.d: IHSA reviews it within 60 days, which start again with a resubmission (G-2.4.c). */
export const reviewDuty = (internal: InternalAudit): Duty => ({
  kind: 'INTERNAL_REVIEW',
  of: [internal.audit.id],
  by: 'IHSA',
  clauses: ['G-2.4.d', ...resubmissionClause(internal), ...heldClauses(internal.audit.hold)],
  arisesOn: internal.receivedOn,
  dueOn: internal.reviewDueOn,
  lastDay: null,
  doneOn: internal.audit.reportedOn,
  because: whyReviewed(internal),
});

const resubmissionClause = ({ isResubmission }: InternalAudit): readonly ClauseId[] => (isResubmission ? ['G-2.4.c'] : []);

/** since when an audit has been held because its fee is unpaid; null if it is not. */
const heldSince = ({ hold }: KnownAudit): Day | null => (hold?.endedOn === null ? hold.heldOn : null);

function whyPreAssessed({ audit, receivedOn }: InternalAudit): Because {
  const heldOn = heldSince(audit);
  return heldOn === null ? because('owe-pre-assessment', { receivedOn }) : because('owe-pre-assessment-held', { receivedOn, heldOn });
}

/** the hold does not move the 60 days. */
function whyReviewed({ audit, receivedOn, reviewDueOn: dueOn }: InternalAudit): Because {
  const heldOn = heldSince(audit);
  const values = { receivedOn, dueOn };
  return heldOn === null ? because('owe-internal-review', values) : because('owe-internal-review-held', { ...values, heldOn });
}

/** the fee of the submission that was received last, while and after it is held for it, until its report. */
export function feeDuty(audits: readonly AuditInCycle[], on: Day): readonly Duty[] {
  const last = lastBy(auditsKnownOn(audits, on, 'INITIAL_INTERNAL', 'MAINTENANCE', 'TRANSITION'), ({ receivedOn }) => receivedOn);
  if (!last?.hold || last.receivedOn === null || last.reportedOn !== null) return [];
  const { heldOn, paidOn } = last.hold;
  return [
    {
      kind: 'AUDIT_FEE',
      of: [last.id],
      by: 'ORGANIZATION',
      clauses: ['X-22', 'R-50'],
      arisesOn: heldOn,
      dueOn: null,
      lastDay: null,
      doneOn: paidOn,
      because: because('owe-audit-fee', { receivedOn: last.receivedOn, heldOn }),
    },
  ];
}

/** G-2.4.e: after a review that did not pass, IHSA asks for a plan or for a new internal audit, and the organization must submit it. */
export function followUpDuties(audit: KnownAudit, submittedOn: Day | null = null): readonly Duty[] {
  const { id, passed, reportedOn, planChosenOn, newAuditAskedForOn: askedOn, planOfActionApprovedOn } = audit;
  if (passed !== false || reportedOn === null) return [];
  const choice: Duty = {
    kind: 'REVIEW_FOLLOW_UP',
    of: [id],
    by: 'IHSA',
    clauses: ['G-2.4.e'],
    arisesOn: reportedOn,
    dueOn: null,
    lastDay: null,
    doneOn: planChosenOn ?? askedOn ?? planOfActionApprovedOn,
    because: because('owe-follow-up', { reportedOn }),
  };
  const plan =
    planChosenOn === null
      ? []
      : [actionPlanDuty(audit, 'G-2.4.e', planChosenOn, because('owe-action-plan-asked', { askedOn: planChosenOn }))];
  return [
    choice,
    ...plan,
    ...actionPlanApprovalDuty(audit, 'IHSA', 'G-2.4.e'),
    ...(askedOn === null ? [] : [askedForDuty(id, askedOn, submittedOn)]),
  ];
}

/** Submitted, the new one is for IHSA to receive. */
const askedForDuty = (id: string, askedOn: Day, submittedOn: Day | null): Duty => ({
  kind: 'INTERNAL_AUDIT',
  of: ['after', id],
  by: 'ORGANIZATION',
  clauses: ['G-2.4.e', 'G-2.4.b'],
  arisesOn: askedOn,
  dueOn: null,
  lastDay: null,
  doneOn: submittedOn !== null && submittedOn >= askedOn ? submittedOn : null,
  because: because('owe-internal-audit-asked', { askedOn }),
});
