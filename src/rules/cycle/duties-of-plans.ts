import { addDays, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { auditPlanApprovalDays, valueOn } from '../parameters.ts';
import type { AuditInCycle } from './facts.ts';
import { auditsKnownOn, type KnownAudit, lastBy } from './known-audit.ts';
import type { Duty, Party } from './obligation.ts';

/** G-2.4.a, G-2.4.e, G-2.4.i: the organization submits a corrective action plan. */
export const actionPlanDuty = (audit: KnownAudit, clause: ClauseId, arisesOn: Day, why: Because, lastDay: Day | null = null): Duty => ({
  kind: 'CORRECTIVE_ACTION_PLAN',
  of: [audit.id],
  by: 'ORGANIZATION',
  clauses: [clause],
  arisesOn,
  dueOn: null,
  lastDay,
  doneOn: audit.planOfActionSubmittedOn ?? audit.planOfActionApprovedOn,
  because: why,
});

/** G-2.4.e, G-2.4.i: a submitted plan is approved or sent back: by IHSA, or by the external auditor. */
export function actionPlanApprovalDuty(audit: KnownAudit, by: Party, clause: ClauseId, lastDay: Day | null = null): readonly Duty[] {
  const { id, planOfActionSubmittedOn: submittedOn, planOfActionApprovedOn: doneOn } = audit;
  if (submittedOn === null) return [];
  return [
    {
      kind: 'CORRECTIVE_ACTION_PLAN_APPROVAL',
      of: [id],
      by,
      clauses: [clause],
      arisesOn: submittedOn,
      dueOn: null,
      lastDay,
      doneOn,
      because: because('owe-action-plan-approval', { submittedOn }),
    },
  ];
}

/**
 * G-2.4.a, G-2.4.g: obligations beside the way to a certificate: the plan for further improvement after the last audit that passed, which delays
 * nothing, and IHSA's approval of the last submitted audit plan. Records of earlier years hold neither, so they create neither obligation.
 */
export function planDuties(audits: readonly AuditInCycle[], on: Day): readonly Duty[] {
  const known = auditsKnownOn(audits, on, 'INITIAL_INTERNAL', 'EXTERNAL', 'RE_AUDIT', 'MAINTENANCE', 'TRANSITION');
  const passed = lastBy(known, (audit) => (audit.passed ? audit.reportReceivedOn : null));
  const planned = lastBy(known, ({ type, auditPlanSubmittedOn }) => (type === 'EXTERNAL' ? auditPlanSubmittedOn : null));
  return [...(passed ? improvementDuty(passed) : []), ...(planned ? auditPlanDuty(planned) : [])];
}

function improvementDuty(audit: KnownAudit): readonly Duty[] {
  const { reportReceivedOn: receivedOn } = audit;
  if (receivedOn === null) return [];
  return [actionPlanDuty(audit, 'G-2.4.a', receivedOn, because('owe-action-plan-passed', { receivedOn }))];
}

/** G-2.4.g: IHSA approves the plan before the audit starts; 21 days are its planning figure. */
function auditPlanDuty({ id, auditPlanSubmittedOn: submittedOn, auditPlanApprovedOn }: KnownAudit): readonly Duty[] {
  if (submittedOn === null) return [];
  const dueOn = addDays(submittedOn, valueOn(auditPlanApprovalDays, submittedOn));
  return [
    {
      kind: 'AUDIT_PLAN_APPROVAL',
      of: [id],
      by: 'IHSA',
      clauses: ['G-2.4.g'],
      arisesOn: submittedOn,
      dueOn,
      lastDay: null,
      doneOn: auditPlanApprovedOn,
      because: because('owe-audit-plan-approval', { submittedOn, dueOn }),
    },
  ];
}
