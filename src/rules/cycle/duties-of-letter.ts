import { addDays, type Day, dayBefore } from '../calendar.ts';
import { because } from '../decision.ts';
import { staffAlertDays, valueOn } from '../parameters.ts';
import type { LetterTerm } from '../standing/certificate-life.ts';
import { isHeld } from '../standing/certificate-state.ts';
import type { CertificateHistory } from '../standing/history.ts';
import type { AuditFact } from './facts.ts';
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
}

/** G-2.4.j to G-2.4.m: the maintenance audit, its correction, the letter, and the alert while it is missing. */
export function letterDuties(life: CertificateHistory, term: LetterTerm, audits: readonly AuditFact[], on: Day): readonly Duty[] {
  const owed: OwedLetter = {
    certificate: life.certificate.number,
    year: String(term.year),
    term,
    lastDay: dayBefore(term.lostFrom),
    issuedOn: isHeld(term.letter, life, on) ? term.letter.issuedOn : null,
  };
  const maintenance = readMaintenanceAudit(audits, life, term, on);
  return [
    maintenanceDuty(owed, maintenance, life.certificate.issuedOn),
    ...correctionDuty(owed, maintenance),
    letterDuty(owed, life.certificate.issuedOn),
    ...alertDuty(owed, on),
  ];
}

/** G-2.4.j, G-3.2.c: submitted at least 60 days before the anniversary; a later submission is late, but not refused. */
const maintenanceDuty = (
  { certificate, year, term, lastDay, issuedOn }: OwedLetter,
  { audits, dueOn }: MaintenanceAudit,
  certificateDay: Day,
): Duty => ({
  kind: 'MAINTENANCE_AUDIT',
  of: [certificate, year],
  by: 'ORGANIZATION',
  clauses: ['G-2.4.j', 'G-3.2.c', ...(audits.at(-1)?.type === 'TRANSITION' ? (['F-24'] as const) : [])],
  arisesOn: certificateDay,
  dueOn,
  lastDay,
  doneOn: audits[0]?.receivedOn ?? issuedOn,
  because: because('owe-maintenance-audit', { certificate, year, dueOn, due: term.due }),
});

/** G-2.4.k: after a failed review the deficiencies are corrected by day 90, which a later review that passes or the letter shows. */
function correctionDuty({ certificate, year, lastDay, issuedOn }: OwedLetter, { audits, last }: MaintenanceAudit): readonly Duty[] {
  const reportedOn = audits.flatMap((audit) => (audit.passed === false ? (audit.reportedOn ?? []) : [])).sort()[0];
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
      doneOn: passingReport(last) ?? issuedOn,
      because: because('owe-maintenance-correction', { reportedOn, dueOn: lastDay }),
    },
  ];
}

const passingReport = (audit: KnownAudit | null): Day | null => (audit?.passed ? audit.reportedOn : null);

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
