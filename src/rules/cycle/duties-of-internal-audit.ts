import { because } from '../decision.ts';
import { actionPlanApprovalDuty, actionPlanDuty } from './duties-of-plans.ts';
import type { InternalAudit } from './first-certification.ts';
import type { KnownAudit } from './known-audit.ts';
import type { Duty } from './obligation.ts';

/** G-2.4.c: IHSA pre-assesses what it received; no source names a day. A reported audit was pre-assessed. */
export const preAssessmentDuty = ({ audit, receivedOn }: InternalAudit): Duty => ({
  kind: 'PRE_ASSESSMENT',
  of: [audit.id],
  by: 'IHSA',
  clauses: ['G-2.4.c'],
  arisesOn: receivedOn,
  dueOn: null,
  lastDay: null,
  doneOn: audit.preAssessedOn ?? audit.reportedOn,
  because: because('owe-pre-assessment', { receivedOn }),
});

/** G-2.4.d: IHSA reviews it within 60 days, which start again with a resubmission (G-2.4.c). */
export const reviewDuty = ({ audit, receivedOn, reviewDueOn: dueOn, isResubmission }: InternalAudit): Duty => ({
  kind: 'INTERNAL_REVIEW',
  of: [audit.id],
  by: 'IHSA',
  clauses: isResubmission ? ['G-2.4.d', 'G-2.4.c'] : ['G-2.4.d'],
  arisesOn: receivedOn,
  dueOn,
  lastDay: null,
  doneOn: audit.reportedOn,
  because: because('owe-internal-review', { receivedOn, dueOn }),
});

/** G-2.4.e: after a review that did not pass, IHSA asks for a plan or for a new internal audit, and the organization must submit it. */
export function followUpDuties(audit: KnownAudit): readonly Duty[] {
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
  return [choice, ...plan, ...actionPlanApprovalDuty(audit, 'IHSA', 'G-2.4.e'), ...(askedOn === null ? [] : [askedForDuty(id, askedOn)])];
}

const askedForDuty = (id: string, askedOn: string): Duty => ({
  kind: 'INTERNAL_AUDIT',
  of: ['after', id],
  by: 'ORGANIZATION',
  clauses: ['G-2.4.e', 'G-2.4.b'],
  arisesOn: askedOn,
  dueOn: null,
  lastDay: null,
  doneOn: null,
  because: because('owe-internal-audit-asked', { askedOn }),
});
