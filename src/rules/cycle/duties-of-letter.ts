import { addDays, type Day, dayBefore } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import { staffAlertDays, valueOn } from '../parameters.ts';
import type { LetterTerm } from '../standing/certificate-life.ts';
import { isHeld } from '../standing/certificate-state.ts';
import type { CertificateHistory } from '../standing/history.ts';
import { type AuditResult, failures, lastFailingDay, passingDay } from './audit-result.ts';
import { receiptDuty } from './duties-of-internal-audit.ts';
import type { AuditFact } from './facts.ts';
import { type Hold, heldClauses } from './hold.ts';
import type { KnownAudit } from './known-audit.ts';
import { type MaintenanceAudit, readMaintenanceAudit } from './maintenance-audit.ts';
import type { Duty } from './obligation.ts';

/** A letter that is due: the certificate and the day it concerns, and its day of issue if that is not after the day asked about. */
interface OwedLetter {
  readonly certificate: string;
  readonly year: string;
  readonly term: LetterTerm;
  readonly lastDay: Day;
  readonly issuedOn: Day | null;
  /** Its number, once it was issued. */
  readonly letter: string | null;
  /** Day of issue of the letter for the year after, if that is not after the day asked about. */
  readonly nextLetterOn: Day | null;
}

/** G-2.4.j to G-2.4.m: the maintenance audit, its review, its correction, the letter, and the alert while it is missing. */
export function letterDuties(life: CertificateHistory, term: LetterTerm, audits: readonly AuditFact[], on: Day): readonly Duty[] {
  const owed: OwedLetter = {
    certificate: life.certificate.number,
    year: String(term.year),
    term,
    lastDay: dayBefore(term.lostFrom),
    issuedOn: isHeld(term.letter, life, on) ? term.letter.issuedOn : null,
    letter: isHeld(term.letter, life, on) ? term.letter.number : null,
    nextLetterOn: nextLetterOn(life, term, on),
  };
  const maintenance = readMaintenanceAudit(audits, life, term, on);
  return [
    maintenanceDuty(owed, maintenance, life.certificate.issuedOn),
    ...receiptDuty(maintenance.submission, ['G-2.4.j', ...transitionClause(maintenance.submission), 'G-2.4.m'], owed.lastDay),
    ...reviewDuties(owed, maintenance),
    ...correctionDuty(owed, maintenance),
    ...failedSinceDuties(owed, maintenance),
    letterDuty(owed, life.certificate.issuedOn),
    ...alertDuty(owed, on),
  ];
}

function nextLetterOn(life: CertificateHistory, { year }: LetterTerm, on: Day): Day | null {
  const [, { letter }] = life.letterTerms;
  return year === 2 && isHeld(letter, life, on) ? letter.issuedOn : null;
}

/** G-2.4.j, G-3.2.c: submitted at least 60 days before the anniversary; a later submission is late, but not refused. */
const maintenanceDuty = (
  { certificate, year, term, lastDay, issuedOn }: OwedLetter,
  { audits, dueOn, submittedOn }: MaintenanceAudit,
  certificateDay: Day,
): Duty => ({
  kind: 'MAINTENANCE_AUDIT',
  of: [certificate, year],
  by: 'ORGANIZATION',
  clauses: ['G-2.4.j', 'G-3.2.c', ...transitionClause(audits.at(-1))],
  arisesOn: certificateDay,
  dueOn,
  lastDay,
  doneOn: submittedOn ?? issuedOn,
  isDayShown: submittedOn === null && issuedOn !== null,
  because:
    submittedOn === null && issuedOn !== null
      ? because('owe-maintenance-audit-shown', { certificate, year, dueOn, issuedOn })
      : because('owe-maintenance-audit', { certificate, year, dueOn, due: term.due }),
});

/** F-24: a transition audit is made in place of the maintenance audit. */
const transitionClause = (audit: KnownAudit | null | undefined): readonly ClauseId[] => (audit?.type === 'TRANSITION' ? ['F-24'] : []);

/**
 * G-4.1, G-2.4.k: IHSA pre-assesses and reviews the audit that was received last. No source names a day, but after day 90 no letter can rest on
 * it (G-2.4.m). A letter shows that both were done.
 */
function reviewDuties({ certificate, year, lastDay, issuedOn }: OwedLetter, { last }: MaintenanceAudit): readonly Duty[] {
  if (last === null || last.receivedOn === null) return [];
  const { id, receivedOn, hold, preAssessedOn, reportedOn } = last;
  const values = { certificate, year, receivedOn };
  const why: readonly ClauseId[] = ['G-2.4.j', ...transitionClause(last), 'G-2.4.m', ...heldClauses(hold)];
  const duty = { of: [id], by: 'IHSA', arisesOn: receivedOn, dueOn: null, lastDay } as const;
  const reviewedOn = reportedOn ?? issuedOn;
  return [
    {
      ...duty,
      kind: 'PRE_ASSESSMENT',
      clauses: ['G-4.1', ...why],
      doneOn: preAssessedOn ?? reviewedOn,
      because: waiting('owe-maintenance-pre-assessment', values, hold),
    },
    {
      ...duty,
      kind: 'INTERNAL_REVIEW',
      clauses: ['G-2.4.k', ...why],
      doneOn: reviewedOn,
      because: waiting('owe-maintenance-review', values, hold),
    },
  ];
}

/** while it is held because its fee is unpaid, it waits for the payment. */
function waiting(
  id: 'owe-maintenance-pre-assessment' | 'owe-maintenance-review',
  values: { readonly certificate: string; readonly year: string; readonly receivedOn: Day },
  hold: Hold | null,
): Because {
  return hold?.endedOn === null ? because(`${id}-held`, { ...values, heldOn: hold.heldOn }) : because(id, values);
}

/** G-2.4.k: after a failed review the deficiencies are corrected by day 90, which a later review that passes or the letter shows. */
function correctionDuty({ certificate, year, lastDay, issuedOn }: OwedLetter, { audits, last }: MaintenanceAudit): readonly Duty[] {
  const byLetter = ({ on }: AuditResult): boolean => issuedOn === null || on <= issuedOn;
  const reportedOn = failures(audits.flatMap(({ results }) => results.filter(byLetter)))[0];
  if (reportedOn === undefined) return [];
  return [
    {
      kind: 'MAINTENANCE_CORRECTION',
      of: [certificate, year],
      by: 'ORGANIZATION',
      clauses: ['G-2.4.k'],
      arisesOn: reportedOn,
      dueOn: lastDay,
      lastDay,
      doneOn: passingDay(last?.results.filter(byLetter)) ?? issuedOn,
      because: because('owe-maintenance-correction', { reportedOn, dueOn: lastDay }),
    },
  ];
}

/**
 * the audit of the letter fails by scores after its issue. The letter stands, and nothing is lost: the deficiencies are to be corrected, by day
 * 90 if that is still ahead, and IHSA is alerted, until the audit passes again or the next letter shows it. A failure after such a pass counts anew.
 */
function failedSinceDuties(owed: OwedLetter, { last }: MaintenanceAudit): readonly Duty[] {
  const { issuedOn, letter, nextLetterOn, lastDay } = owed;
  const counts = (day: Day): boolean => issuedOn !== null && day > issuedOn && (nextLetterOn === null || day <= nextLetterOn);
  const since = last?.results.filter(({ on }) => counts(on)) ?? [];
  const failedOn = lastFailingDay(since);
  if (failedOn === null || letter === null) return [];
  const dueOn = failedOn <= lastDay ? lastDay : null;
  const duty = { of: [letter], arisesOn: failedOn, lastDay: null, doneOn: passingDay(since) ?? nextLetterOn } as const;
  const why =
    dueOn === null ? because('owe-failed-letter', { letter, failedOn }) : because('owe-failed-letter-by', { letter, failedOn, dueOn });
  return [
    { ...duty, kind: 'MAINTENANCE_CORRECTION', by: 'ORGANIZATION', clauses: ['R-64', 'G-2.4.k'], dueOn, because: why },
    {
      ...duty,
      kind: 'STAFF_ALERT',
      by: 'IHSA',
      clauses: ['R-64', 'G-2.4.k'],
      dueOn: null,
      because: because('owe-failed-letter-alert', { letter, failedOn }),
    },
  ];
}

/** G-2.0, R-6, G-2.4.m: the letter is due at the anniversary and lost after day 90. */
const letterDuty = ({ certificate, year, term, lastDay, issuedOn }: OwedLetter, certificateDay: Day): Duty => ({
  kind: 'LETTER_OF_GOOD_STANDING',
  of: [certificate, year],
  by: 'IHSA',
  clauses: ['G-2.0', 'R-6', 'G-2.4.m'],
  arisesOn: certificateDay,
  dueOn: term.due,
  lastDay,
  doneOn: issuedOn,
  because: because('owe-letter', { certificate, year, dueOn: term.due, lastDay }),
});

/** from day 60 staff are alerted that day 90 is near, because the text gives no grace for IHSA's own delay. */
function alertDuty({ certificate, year, term, lastDay, issuedOn }: OwedLetter, on: Day): readonly Duty[] {
  const alertOn = addDays(term.due, valueOn(staffAlertDays, term.due));
  if (on < alertOn || (issuedOn !== null && issuedOn <= alertOn)) return [];
  return [
    {
      kind: 'STAFF_ALERT',
      of: [certificate, year],
      by: 'IHSA',
      clauses: ['R-8'],
      arisesOn: alertOn,
      dueOn: lastDay,
      lastDay,
      doneOn: issuedOn,
      because: because('owe-staff-alert', { certificate, year, alertOn, lastDay }),
    },
  ];
}
