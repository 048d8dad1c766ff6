import { type Day, dayBefore } from '../calendar.ts';
import { because } from '../decision.ts';
import type { AccountHistory, CertificateHistory } from '../standing/history.ts';
import { externalAuditDuties } from './duties-of-external-audit.ts';
import { internalAuditDuties } from './duties-of-first-certification.ts';
import { receiptDuty } from './duties-of-internal-audit.ts';
import { letterDuties } from './duties-of-letter.ts';
import type { AuditFact } from './facts.ts';
import type { Duty } from './obligation.ts';
import { type RenewalAudit, readRenewalAudit } from './renewal-audit.ts';

/** G-2.4.j to G-2.5.d: the obligations of a COR certificate. After its loss only those fulfilled before remain. */
export function certificateDuties(
  life: CertificateHistory,
  { registrations }: AccountHistory,
  audits: readonly AuditFact[],
  on: Day,
): readonly Duty[] {
  const isLost = life.loss !== null && life.loss.on <= on;
  const day = life.loss !== null && isLost ? dayBefore(life.loss.on) : on;
  const [second, third] = life.letterTerms;
  const duties = [
    ...letterDuties(life, second, audits, day),
    ...letterDuties(life, third, audits, day),
    reRegistrationDuty(life, registrations, day),
    ...renewalDuties(life, readRenewalAudit(audits, life, day), day),
  ];
  return isLost ? duties.filter(({ doneOn }) => doneOn !== null) : duties;
}

/** G-2.5.a, R-35: registration again at the end of the cycle, in its third year or later. */
function reRegistrationDuty(life: CertificateHistory, registrations: AccountHistory['registrations'], on: Day): Duty {
  const [, { due: thirdYear }] = life.letterTerms;
  const renewing = registrations
    .map(({ registration }) => registration)
    .find(({ confirmedOn, withdrawnOn }) => confirmedOn >= thirdYear && confirmedOn <= on && (withdrawnOn === null || withdrawnOn > on));
  const { number: certificate, issuedOn } = life.certificate;
  return {
    kind: 'RE_REGISTRATION',
    of: [certificate],
    by: 'ORGANIZATION',
    clauses: ['G-2.5.a'],
    arisesOn: issuedOn,
    dueOn: life.renewal.due,
    lastDay: dayBefore(life.renewal.lostFrom),
    doneOn: renewing?.confirmedOn ?? null,
    because: because('owe-re-registration', { certificate, dueOn: life.renewal.due }),
  };
}

/** G-2.5.b, G-2.5.c, R-47: the audits that begin the new cycle, or restart it after a failure, and the new certificate at A3. */
function renewalDuties(life: CertificateHistory, renewal: RenewalAudit, on: Day): readonly Duty[] {
  const { external, restart, submission } = renewal;
  const lastDay = dayBefore(life.renewal.lostFrom);
  const [restartedOn = null] = [submission?.submittedOn, restart?.receivedOn].filter((day) => day != null).toSorted();
  return [
    renewalInternalDuty(life, renewal, lastDay),
    renewalAuditDuty(life, renewal, lastDay),
    newCertificateDuty(life, lastDay),
    ...(external ? externalAuditDuties(external, lastDay, on, restartedOn) : []),
    ...receiptDuty(submission, ['G-2.4.b', 'R-47'], lastDay),
    ...(restart ? internalAuditDuties(restart.internal, null, { lastDay, submittedOn: null }, on) : []),
  ];
}

const renewalInternalDuty = ({ certificate }: CertificateHistory, { opensOn, dueOn, internal }: RenewalAudit, lastDay: Day): Duty => ({
  kind: 'RENEWAL_INTERNAL_AUDIT',
  of: [certificate.number],
  by: 'ORGANIZATION',
  clauses: ['G-2.5.b'],
  arisesOn: certificate.issuedOn,
  windowFrom: opensOn,
  dueOn,
  lastDay,
  doneOn: internal?.completedOn ?? null,
  because: because('owe-renewal-internal-audit', { dueOn }),
});

const renewalAuditDuty = ({ certificate }: CertificateHistory, { opensOn, dueOn, external }: RenewalAudit, lastDay: Day): Duty => ({
  kind: 'RENEWAL_AUDIT',
  of: [certificate.number],
  by: 'ORGANIZATION',
  clauses: ['G-2.5.b', 'G-2.4.g'],
  arisesOn: certificate.issuedOn,
  windowFrom: opensOn,
  dueOn,
  lastDay,
  doneOn: external?.audit.startedOn ?? null,
  because: because('owe-renewal-audit', { opensOn, dueOn }),
});

const newCertificateDuty = (
  { certificate: { number: certificate, issuedOn }, renewal: { due } }: CertificateHistory,
  lastDay: Day,
): Duty => ({
  kind: 'NEW_CERTIFICATE',
  of: [certificate],
  by: 'IHSA',
  clauses: ['G-2.5.c', 'R-10'],
  arisesOn: issuedOn,
  dueOn: due,
  lastDay,
  doneOn: null,
  because: because('owe-new-certificate', { certificate, dueOn: due, lastDay }),
});
