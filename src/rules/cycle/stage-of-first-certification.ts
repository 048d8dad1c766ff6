import type { Day } from '../calendar.ts';
import { because, deciding, found, notFound, type Reason } from '../decision.ts';
import type { ExternalStep } from './external-audit.ts';
import { type FirstCertification, type InternalAudit, isAskedAnew } from './first-certification.ts';
import { heldReason } from './hold.ts';
import { clockStart, type KnownAudit } from './known-audit.ts';
import type { FirstCertificationStage, Step } from './stage.ts';
import { days, externalFinding } from './stage-of-external-audit.ts';

type FirstStep = Step<FirstCertificationStage>;

/** G-2.4.b to G-2.4.i: the stage of the first certification, from its last step backwards. */
export function firstCertificationStep(reading: FirstCertification, on: Day): FirstStep {
  const { stage, reasons } = externalAuditStep(reading, on) ?? internalAuditStep(reading, on);
  return { stage, reasons: [...internalReasons(reading.internal, on).map((reason) => decidedBy(stage, reason)), ...reasons] };
}

/** The outcome of the review distinguishes these two stages. */
const decidedBy = (stage: FirstCertificationStage, reason: Reason): Reason =>
  reason.clause === 'G-2.4.e' &&
  (stage === 'EXTERNAL_AUDIT_DUE' || stage === 'INTERNAL_AUDIT_CORRECTION' || stage === 'PREPARING_INTERNAL_AUDIT')
    ? deciding(reason)
    : reason;

const externalStages: Readonly<Record<ExternalStep, FirstCertificationStage>> = {
  UNDER_WAY: 'EXTERNAL_AUDIT_UNDER_WAY',
  REPORT_AWAITED: 'EXTERNAL_AUDIT_REPORT_AWAITED',
  PASSED: 'CERTIFICATE_AWAITED',
  RE_AUDIT_DUE: 'RE_AUDIT_DUE',
  RE_AUDIT_REPORT_AWAITED: 'RE_AUDIT_REPORT_AWAITED',
  RE_AUDIT_MISSED: 'MUST_RESTART',
};

function externalAuditStep({ internal, external }: FirstCertification, on: Day): FirstStep | null {
  if (external === null) return null;
  const { completedOn } = external.audit;
  const deadline = internal?.externalDueOn ?? null;
  const inTime =
    completedOn === null
      ? because('external-audit-awaited', days({ deadline }))
      : because('external-audit-in-time', days({ deadline, completedOn }));
  const { step, reasons } = externalFinding(external, on);
  const absent = internal === null ? [notFound('G-2.4.b', because('internal-audit-not-recorded'))] : [];
  return { stage: externalStages[step], reasons: [...absent, ...(deadline === null ? [] : [notFound('G-2.4.f', inTime)]), ...reasons] };
}

/** G-2.4.b to G-2.4.f: no external audit yet. */
function internalAuditStep(reading: FirstCertification, on: Day): FirstStep {
  const { registration, returnedOn, internal, submission } = reading;
  const { confirmedOn } = registration;
  const step = internal && receivedStep(internal, on);
  const mustSubmit = step === null || step.stage === 'PREPARING_INTERNAL_AUDIT' || step.stage === 'MUST_RESTART';
  if (mustSubmit && submission?.submittedOn && submission.receivedOn === null) {
    const { submittedOn } = submission;
    const others = step?.reasons.map((reason): Reason => ({ ...reason, decides: false })) ?? [];
    return decided('INTERNAL_AUDIT_REVIEW', notFound('G-2.4.b', because('internal-receipt-awaited', { submittedOn })), ...others);
  }
  if (step !== null) return step;
  const awaited =
    returnedOn === null
      ? notFound('G-2.4.b', because('internal-audit-awaited', { confirmedOn }))
      : notFound('G-2.4.c', because('internal-audit-returned', { returnedOn }));
  return decided('PREPARING_INTERNAL_AUDIT', awaited);
}

/** The stages between the receipt of an internal audit and the external one. */
export type ReceivedStage =
  | 'INTERNAL_AUDIT_REVIEW'
  | 'INTERNAL_AUDIT_CORRECTION'
  | 'PREPARING_INTERNAL_AUDIT'
  | 'EXTERNAL_AUDIT_DUE'
  | 'MUST_RESTART';

/** G-2.4.c to G-2.4.f: the stage that an internal audit that was received gives, with every finding on it. */
export function receivedAuditStep(internal: InternalAudit, on: Day): Step<ReceivedStage> {
  const { stage, reasons } = receivedStep(internal, on);
  return { stage, reasons: [...internalReasons(internal, on).map((reason) => decidedBy(stage, reason)), ...reasons] };
}

function receivedStep({ receivedOn, audit, externalDueOn }: InternalAudit, on: Day): Step<ReceivedStage> {
  if (externalDueOn === null) return decided('INTERNAL_AUDIT_REVIEW', found('G-2.4.b', because('internal-audit-received', { receivedOn })));
  if (isAskedAnew(audit)) return { stage: 'PREPARING_INTERNAL_AUDIT', reasons: [] };
  const clock = found('R-3', because('six-months-from-report', days({ reportedOn: clockStart(audit), deadline: externalDueOn })));
  if (on > externalDueOn)
    return decided('MUST_RESTART', found('G-2.4.f', because('external-audit-missed', { deadline: externalDueOn })), clock);
  const awaited = notFound('G-2.4.f', because('external-audit-awaited', { deadline: externalDueOn }));
  return { stage: afterReview(audit), reasons: [clock, awaited] };
}

/** G-2.4.e: after a review that did not pass, the corrective action plan is to be approved. */
function afterReview({ passed, planOfActionApprovedOn }: KnownAudit): ReceivedStage {
  if (passed !== false) return 'EXTERNAL_AUDIT_DUE';
  return planOfActionApprovedOn === null ? 'INTERNAL_AUDIT_CORRECTION' : 'EXTERNAL_AUDIT_DUE';
}

const decided = (stage: ReceivedStage, why: Reason, ...others: readonly Reason[]): Step<ReceivedStage> => ({
  stage,
  reasons: [...others, deciding(why)],
});

/** The findings on the internal audit and its review, if there is one. */
function internalReasons(internal: InternalAudit | null, on: Day): readonly Reason[] {
  if (internal === null) return [];
  const { audit, receivedOn, isResubmission } = internal;
  const received = audit.reportedOn === null ? [] : [found('G-2.4.b', because('internal-audit-received', { receivedOn }))];
  const resubmitted = isResubmission
    ? found('G-2.4.c', because('internal-audit-resubmitted', { receivedOn }))
    : notFound('G-2.4.c', because('internal-audit-first-submission', { receivedOn }));
  return [
    ...received,
    resubmitted,
    ...(audit.reportedOn === null ? heldReason(audit.hold) : []),
    reviewInTime(internal, on),
    ...reviewResult(audit),
  ];
}

/** G-2.4.d: whether IHSA's review keeps, or kept, to its 60 days. */
function reviewInTime({ audit: { reportedOn }, reviewDueOn: dueOn }: InternalAudit, on: Day): Reason {
  const isLate = (reportedOn ?? on) > dueOn;
  if (reportedOn === null)
    return isLate
      ? notFound('G-2.4.d', because('internal-review-late', { dueOn }))
      : found('G-2.4.d', because('internal-review-due', { dueOn }));
  const values = { dueOn, reportedOn };
  return isLate
    ? notFound('G-2.4.d', because('internal-review-reported-late', values))
    : found('G-2.4.d', because('internal-review-in-time', values));
}

/** G-2.4.e: the outcome of the review; which of the two ways follows a failed one is IHSA's discretion. */
function reviewResult({ reportedOn, passed, newAuditAskedForOn, planOfActionApprovedOn }: KnownAudit): readonly Reason[] {
  if (reportedOn === null) return [];
  if (passed === false && newAuditAskedForOn !== null)
    return [notFound('G-2.4.e', because('internal-new-audit-asked', { askedOn: newAuditAskedForOn }))];
  if (passed === false && planOfActionApprovedOn !== null)
    return [found('G-2.4.e', because('internal-plan-approved', { approvedOn: planOfActionApprovedOn }))];
  if (passed === false) return [notFound('G-2.4.e', because('internal-audit-not-confirmed', { reportedOn }))];
  return [found('G-2.4.e', because(passed ? 'internal-audit-confirmed' : 'internal-audit-unscored', { reportedOn }))];
}
