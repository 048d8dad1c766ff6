import { addDays, type Day } from '../calendar.ts';
import { dueNoticeDays, maintenanceSubmissionDays, valueOn } from '../parameters.ts';
import type { LetterTerm } from '../standing/certificate-life.ts';
import { isHeld } from '../standing/certificate-state.ts';
import type { CertificateHistory } from '../standing/history.ts';
import type { AuditFact } from './facts.ts';
import { auditsKnownOn, type KnownAudit, lastBy, submissionDay } from './known-audit.ts';

/** The maintenance audit for one letter, as known on a day. */
export interface MaintenanceAudit {
  /** Last day to submit it (G-2.4.j). */
  readonly dueOn: Day;
  /** First day on which it is due. */
  readonly opensOn: Day;
  /** Last day to correct its deficiencies (G-2.4.k). */
  readonly correctBy: Day;
  /** Every audit received for this letter, in order of receipt. */
  readonly audits: readonly KnownAudit[];
  /** The last of them, which counts. */
  readonly last: KnownAudit | null;
  /** Day of the first submission for this letter; null without one. */
  readonly submittedOn: Day | null;
  /** What was submitted last and not returned, whether or not IHSA has received it; null if no such step is recorded. */
  readonly submission: KnownAudit | null;
}

/** G-2.4.j, R-35: the maintenance or transition audits received for a letter, until it was issued. */
export function readMaintenanceAudit(audits: readonly AuditFact[], life: CertificateHistory, term: LetterTerm, on: Day): MaintenanceAudit {
  const dueOn = addDays(term.due, -valueOn(maintenanceSubmissionDays, term.due));
  const to = isHeld(term.letter, life, on) ? term.letter.issuedOn : on;
  const belongs = (day: Day | null): boolean => day !== null && day <= to && isInTerm(day, life, term, on);
  const submitted = auditsKnownOn(audits, on, 'MAINTENANCE', 'TRANSITION').filter((each) => belongs(each.receivedOn ?? each.submittedOn));
  const belonging = submitted.filter(({ receivedOn }) => receivedOn !== null);
  return {
    dueOn,
    opensOn: addDays(dueOn, -valueOn(dueNoticeDays, dueOn)),
    correctBy: addDays(term.lostFrom, -1),
    audits: belonging.toSorted((a, b) => ((a.receivedOn ?? '') < (b.receivedOn ?? '') ? -1 : 1)),
    last: lastBy(belonging, ({ receivedOn }) => receivedOn),
    submittedOn: submitted.flatMap((each) => submissionDay(each) ?? []).sort()[0] ?? null,
    submission: lastBy(submitted, (each) => each.submittedOn),
  };
}

/** R-35, G-2.4.j: for year 2 after the certificate's day; for year 3 after the first anniversary and after the letter for year 2. */
function isInTerm(receivedOn: Day, life: CertificateHistory, { year }: LetterTerm, on: Day): boolean {
  if (year === 2) return receivedOn > life.certificate.issuedOn;
  const [second] = life.letterTerms;
  return isHeld(second.letter, life, on) && receivedOn > second.letter.issuedOn && receivedOn > second.due;
}
