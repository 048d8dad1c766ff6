import { addDays, type Day } from '../calendar.ts';
import { because } from '../decision.ts';
import { externalAuditDuties, newInternalAudit } from './duties-of-external-audit.ts';
import { followUpDuties, preAssessmentDuty, receiptDuty, reviewDuty } from './duties-of-internal-audit.ts';
import { type ExternalAudit, isRescored, passedAudit } from './external-audit.ts';
import { type FirstCertification, type InternalAudit, isAskedAnew } from './first-certification.ts';
import type { Duty } from './obligation.ts';

/** G-2.4.b to G-2.4.i: what is to be done on the way from the registration to the certificate. */
export function firstCertificationDuties(reading: FirstCertification, on: Day): readonly Duty[] {
  const { submission, internal, external } = reading;
  return [
    submissionDuty(reading),
    ...receiptDuty(submission, ['G-2.4.b'], null),
    ...(internal ? internalAuditDuties(internal, external, { lastDay: null, submittedOn: againOn(reading) }, on) : []),
    ...(external ? [...externalAuditDuties(external, null, on, againOn(reading)), ...certificateDuty(external)] : []),
  ];
}

/** The day on which another internal audit was submitted after the one that counts; null where none awaits its receipt. */
const againOn = ({ submission, internal }: FirstCertification): Day | null =>
  submission && submission.id !== internal?.audit.id && submission.receivedOn === null ? submission.submittedOn : null;

/** What else is known where an internal audit leads on: the last day of a renewal, and the submission of a new internal audit. */
interface Beside {
  readonly lastDay: Day | null;
  readonly submittedOn: Day | null;
}

/** G-2.4.b, G-2.4.c: the internal audit is submitted, and again after it was returned. An external audit does not stand for it. */
function submissionDuty({ registration: { id, confirmedOn }, submittedOn, returnedOn }: FirstCertification): Duty {
  const isReturned = submittedOn === null && returnedOn !== null;
  return {
    kind: 'INTERNAL_AUDIT',
    of: [id],
    by: 'ORGANIZATION',
    clauses: isReturned ? ['G-2.4.b', 'G-2.4.c'] : ['G-2.4.b'],
    arisesOn: isReturned ? returnedOn : confirmedOn,
    dueOn: null,
    lastDay: null,
    doneOn: submittedOn,
    because: isReturned ? because('owe-resubmission', { returnedOn }) : because('owe-internal-audit', { confirmedOn }),
  };
}

/** G-2.4.c to G-2.4.g: what an internal audit that was received leads to, until the external audit. In a renewal day 90 may come first. */
export function internalAuditDuties(
  internal: InternalAudit,
  external: ExternalAudit | null,
  { lastDay, submittedOn }: Beside,
  on: Day,
): readonly Duty[] {
  const { audit, externalDueOn } = internal;
  const review = [preAssessmentDuty(internal), reviewDuty(internal)];
  if (externalDueOn === null || audit.reportedOn === null) return review;
  if (isAskedAnew(audit) && external === null) return [...review, ...followUpDuties(audit, submittedOn)];
  return [
    ...review,
    ...followUpDuties(audit, submittedOn),
    cutShort(externalAuditDuty(audit.id, audit.reportedOn, externalDueOn, external), lastDay),
    ...missedDuty(audit.id, externalDueOn, external, submittedOn, on),
  ];
}

/** G-2.4.f: the external audit within six months of the review report; IHSA approves its plan before the start (G-2.4.g). */
const externalAuditDuty = (id: string, reportedOn: Day, dueOn: Day, external: ExternalAudit | null): Duty => ({
  kind: 'EXTERNAL_AUDIT',
  of: [id],
  by: 'ORGANIZATION',
  clauses: ['G-2.4.f', 'G-2.4.g', 'R-3', 'R-4'],
  arisesOn: reportedOn,
  dueOn,
  lastDay: dueOn,
  doneOn: external?.audit.completedOn ?? null,
  because: because('owe-external-audit', { dueOn }),
});

/** after day 90 the certification is lost, whatever time is left. */
const cutShort = (duty: Duty, lastDay: Day | null): Duty =>
  lastDay !== null && duty.lastDay !== null && lastDay < duty.lastDay ? { ...duty, lastDay, clauses: [...duty.clauses, 'R-12'] } : duty;

/** G-2.4.f: without an external audit in time the process restarts. */
function missedDuty(id: string, dueOn: Day, external: ExternalAudit | null, submittedOn: Day | null, on: Day): readonly Duty[] {
  if (external !== null || on <= dueOn) return [];
  const duty = newInternalAudit({ after: id, clause: 'G-2.4.f', deadline: dueOn, from: addDays(dueOn, 1), lastDay: null });
  return [{ ...duty, doneOn: submittedOn }];
}

/** G-2.4.h: after a successful external audit IHSA issues the certificate; no source names a day. */
function certificateDuty(external: ExternalAudit): readonly Duty[] {
  const passed = passedAudit(external);
  if (passed === null || passed.reportedOn === null || passed.resultOn === null) return [];
  const { reportedOn, resultOn } = passed;
  return [
    {
      kind: 'CERTIFICATE',
      of: [external.audit.id],
      by: 'IHSA',
      clauses: ['G-2.4.h'],
      arisesOn: resultOn,
      dueOn: null,
      lastDay: null,
      doneOn: null,
      because: isRescored(passed) ? because('owe-certificate-rescored', { resultOn }) : because('owe-certificate', { reportedOn }),
    },
  ];
}
