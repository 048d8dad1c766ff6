import { addDays, addMonths, type Day } from '../calendar.ts';
import type { RegistrationFact } from '../facts.ts';
import { externalAuditMonths, internalReviewDays, valueOn } from '../parameters.ts';
import { type AccountHistory, registrationStands } from '../standing/history.ts';
import { type ExternalAudit, readExternalAudit } from './external-audit.ts';
import type { AuditFact } from './facts.ts';
import { auditsKnownOn, clockStart, type KnownAudit, lastBy, submissionDay, usesToolInForce } from './known-audit.ts';

/** The initial internal audit that counts, with its two clocks. */
export interface InternalAudit {
  readonly audit: KnownAudit;
  readonly receivedOn: Day;
  /** Last day of IHSA's review (G-2.4.d). */
  readonly reviewDueOn: Day;
  /** Whether it replaced a submission that was never reviewed (G-2.4.c). */
  readonly isResubmission: boolean;
  /** Last day to complete the external audit; null until the review is reported (G-2.4.f). */
  readonly externalDueOn: Day | null;
}

/** The first certification of an account, or the one it starts again after a loss, as known on a day. */
export interface FirstCertification {
  readonly registration: RegistrationFact;
  /** Day of the first submission of an initial internal audit that counts. */
  readonly submittedOn: Day | null;
  /** The initial internal audit that was submitted last and not returned, whether or not IHSA has received it; null without one. */
  readonly submission: KnownAudit | null;
  /** Day of the last return of one for correction (G-2.4.c); null without one. */
  readonly returnedOn: Day | null;
  readonly internal: InternalAudit | null;
  readonly external: ExternalAudit | null;
}

/** what was recorded since the earliest registration in effect; null without one. */
export function readFirstCertification(audits: readonly AuditFact[], history: AccountHistory, on: Day): FirstCertification | null {
  const registration = earliestStanding(history, on);
  if (!registration) return null;
  const initial = auditsKnownOn(audits, on, 'INITIAL_INTERNAL').filter(usesToolInForce);
  const received = initial.filter(({ receivedOn }) => isSince(receivedOn, registration.confirmedOn));
  const submitted = initial.filter((audit) => received.includes(audit) || isSince(audit.submittedOn, registration.confirmedOn));
  const returned = lastBy(initial, ({ returnedOn }) => (isSince(returnedOn, registration.confirmedOn) ? returnedOn : null));
  const submittedOn = submitted.flatMap((audit) => submissionDay(audit) ?? []).sort()[0] ?? null;
  const internal = readInternalAudit(received);
  const from = internal?.receivedOn ?? registration.confirmedOn;
  const external = readExternalAudit(audits, on, (audit) => followsInTime(audit, from, internal?.externalDueOn ?? null, on));
  const submission = lastBy(submitted, (audit) => audit.submittedOn);
  return { registration, submittedOn, submission, returnedOn: returned?.returnedOn ?? null, internal, external };
}

/** Of several confirmed on one day, the one with the smallest id: which of them will be withdrawn first is not known on the day. */
function earliestStanding({ registrations }: AccountHistory, on: Day): RegistrationFact | undefined {
  const standing = registrations.filter((each) => each.registration.confirmedOn <= on && registrationStands(each, on));
  return standing.map(({ registration }) => registration).sort(byConfirmationAndId)[0];
}

const byConfirmationAndId = (a: RegistrationFact, b: RegistrationFact): number =>
  a.confirmedOn === b.confirmedOn ? (a.id < b.id ? -1 : 1) : a.confirmedOn < b.confirmedOn ? -1 : 1;

const isSince = (day: Day | null, from: Day): boolean => day !== null && day >= from;

/** G-2.4.c, R-34: the last submission counts, and its receipt starts the review's time again. */
export function readInternalAudit(submitted: readonly KnownAudit[]): InternalAudit | null {
  const audit = lastBy(submitted, ({ receivedOn }) => receivedOn);
  if (audit === null || audit.receivedOn === null) return null;
  const { receivedOn } = audit;
  const from = clockStart(audit);
  return {
    audit,
    receivedOn,
    reviewDueOn: addDays(receivedOn, valueOn(internalReviewDays, receivedOn)),
    isResubmission: audit.returnedOn !== null || submitted.some((other) => other.id !== audit.id && other.reportedOn === null),
    externalDueOn: from && addMonths(from, valueOn(externalAuditMonths, from)),
  };
}

/** G-2.4.e: IHSA asked for a new internal audit in its place: no external audit follows this one, and no six months run (G-2.4.f). */
export const isAskedAnew = ({ passed, newAuditAskedForOn }: KnownAudit): boolean => passed === false && newAuditAskedForOn !== null;

/** G-2.4.f, R-4: the external audit is completed within six months of the review report; one under way may still be. */
function followsInTime({ startedOn, completedOn }: KnownAudit, from: Day, dueOn: Day | null, on: Day): boolean {
  return isSince(completedOn ?? startedOn, from) && (dueOn === null || (completedOn ?? on) <= dueOn);
}
