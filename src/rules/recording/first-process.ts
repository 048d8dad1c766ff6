import { addMonths, type Day } from '../calendar.ts';
import { usesToolInForce } from '../cycle/known-audit.ts';
import { because } from '../decision.ts';
import { externalAuditMonths, valueOn } from '../parameters.ts';
import { type CertificateReading, isBy, reportReceivedOn } from './certificate-reading.ts';
import { either, type Finding, met, missing } from './finding.ts';
import type { AuditOnFile } from './issuing-facts.ts';

/** G-2.4.b to G-2.4.f, G-2.4.m: what must precede a first certificate, and each one after a loss. */
export function firstProcessFindings(reading: CertificateReading): readonly Finding[] {
  const { external, internal, issuedOn } = reading;
  if (external === null) return [];
  if (internal === null) return [noInternalAudit(external, reading.facts.audits)];
  return [
    ...sinceRegistration(reading),
    ...internalAuditFindings(internal, external, issuedOn),
    ...inSixMonths(internal, external, issuedOn),
  ];
}

/** G-2.4.b: none was received by the start of the external audit; without a day of the start, which one precedes it cannot be judged. */
function noInternalAudit({ startedOn, completedOn }: AuditOnFile, audits: readonly AuditOnFile[]): Finding {
  const wasReceived = audits.some(({ type, receivedOn }) => type === 'INITIAL_INTERNAL' && receivedOn !== null);
  const isUnjudged = startedOn === null && completedOn === null && wasReceived;
  return missing('G-2.4.b', because(isUnjudged ? 'refused-internal-unjudged' : 'refused-no-internal-audit'));
}

/** every audit was received, started or completed on or after the confirmation of the current registration. */
function sinceRegistration({ registration, internal, external, named, cycle }: CertificateReading): readonly Finding[] {
  if (registration === null) return [];
  const { confirmedOn } = registration;
  const audits = [...new Set([internal, external, named])].flatMap((audit) => audit ?? []);
  const early = audits.find((audit) => daysOf(audit).length > 0 && daysOf(audit).every((day) => day < confirmedOn));
  // Of an audit without a day nothing is said here: that it is not completed is said by G-2.4.h.
  if (early === undefined && audits.some((audit) => daysOf(audit).length === 0)) return [];
  const clause = cycle === 'AFTER_LOSS' ? 'R-13' : 'R-35';
  const yes = because('rests-on-audits-since', { confirmedOn });
  return [either(early === undefined, clause, yes, because('refused-audit-before-registration', { confirmedOn }))];
}

const daysOf = ({ receivedOn, startedOn, completedOn }: AuditOnFile): readonly Day[] =>
  [receivedOn, startedOn, completedOn].flatMap((day) => day ?? []);

/** G-2.4.b to G-2.4.e: an internal audit was signed off, pre-assessed, reviewed and reported, and what the review found lets the process go on. */
export function internalAuditFindings(internal: AuditOnFile, external: AuditOnFile, issuedOn: Day): readonly Finding[] {
  return [
    ...toolOf(internal),
    step('G-2.4.b', internal.signedOffOn, issuedOn, 'rests-on-sign-off', 'refused-internal-unsigned'),
    step('G-2.4.c', internal.preAssessedOn, issuedOn, 'rests-on-pre-assessment', 'refused-internal-unassessed'),
    step('G-2.4.d', internal.reviewedOn, issuedOn, 'rests-on-review', 'refused-internal-unreviewed'),
    outcome(internal, external, issuedOn),
  ];
}

type StepMessage = 'rests-on-sign-off' | 'rests-on-pre-assessment' | 'rests-on-review';
type StepMissing = 'refused-internal-unsigned' | 'refused-internal-unassessed' | 'refused-internal-unreviewed';

/** A step of an internal audit was recorded by the day of issue. */
const step = (clause: 'G-2.4.b' | 'G-2.4.c' | 'G-2.4.d', day: Day | null, issuedOn: Day, yes: StepMessage, no: StepMissing): Finding =>
  isBy(day, issuedOn) ? met(clause, because(yes, { on: day })) : missing(clause, because(no, { issuedOn }));

/** COR 2020 is compulsory for initial internal audits received from its day on. */
function toolOf(internal: AuditOnFile): readonly Finding[] {
  const { receivedOn } = internal;
  if (receivedOn === null || usesToolInForce(internal)) return [];
  return [missing('X-4', because('audit-tool-outdated', { day: receivedOn }), 'AUDIT_DOES_NOT_SUPPORT')];
}

/** G-2.4.e: it was reported and passed, or its corrective action plan was approved by the external audit's start and no new audit was asked for. */
function outcome(internal: AuditOnFile, { startedOn, completedOn }: AuditOnFile, issuedOn: Day): Finding {
  const { reportedOn, passed, planOfActionApprovedOn: plannedOn, newAuditAskedForOn: askedOn } = internal;
  if (!isBy(reportedOn, issuedOn)) return missing('G-2.4.e', because('refused-internal-unreported', { issuedOn }));
  if (passed) return met('G-2.4.e', because('rests-on-internal-passed', { reportedOn }));
  if (isBy(askedOn, issuedOn)) return missing('G-2.4.e', because('refused-new-internal-asked', { askedOn }));
  const start = startedOn ?? completedOn;
  if (start !== null && isBy(plannedOn, start)) return met('G-2.4.e', because('rests-on-internal-plan', { plannedOn }));
  return missing('G-2.4.e', because('refused-internal-failed', { reportedOn }));
}

/** G-2.4.f, R-3, R-4: the external audit was completed within six months of the day the review's report was received, and not before that day. */
function inSixMonths(internal: AuditOnFile, { completedOn }: AuditOnFile, issuedOn: Day): readonly Finding[] {
  const receivedOn = reportReceivedOn(internal);
  if (completedOn === null || receivedOn === null) return [];
  // A report of a later day is missing, which G-2.4.e says.
  if (receivedOn > issuedOn && !isBy(internal.reportedOn, issuedOn)) return [];
  const dueOn = addMonths(receivedOn, valueOn(externalAuditMonths, receivedOn));
  const isInTime = receivedOn <= completedOn && completedOn <= dueOn;
  const values = { completedOn, receivedOn, dueOn };
  return [either(isInTime, 'G-2.4.f', because('rests-on-six-months', values), because('refused-external-late', values))];
}
