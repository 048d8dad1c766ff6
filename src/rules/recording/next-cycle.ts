import type { Day } from '../calendar.ts';
import { passesOn } from '../cycle/known-audit.ts';
import { because } from '../decision.ts';
import { type CertificateReading, isBy, lastOf, reportReceivedOn } from './certificate-reading.ts';
import { either, type Finding, met, missing } from './finding.ts';
import { internalAuditFindings } from './first-process.ts';
import type { AuditOnFile } from './issuing-facts.ts';

/** G-2.5.b: what must precede a renewing certificate: an external audit of the new cycle, to whose auditor the year-one audit was shown. */
export function renewalFindings(reading: CertificateReading): readonly Finding[] {
  const { external, last } = reading;
  if (external === null || last === null) return [];
  const { number: certificate, issuedOn: certifiedOn } = last.certificate;
  const { completedOn } = external;
  const isOfTheCycle = completedOn === null || completedOn > certifiedOn;
  const before = isOfTheCycle
    ? []
    : [missing('G-2.5.b', because('refused-audit-before-renewal', { certificate, certifiedOn }), 'AUDIT_DOES_NOT_SUPPORT')];
  return [...before, ...yearOneFindings(reading, certifiedOn)];
}

/** G-2.5.b: shown by the last day on site; it need not be submitted to IHSA. */
function yearOneFindings({ external, yearOne }: CertificateReading, certifiedOn: Day): readonly Finding[] {
  if (yearOne === null) return [missing('G-2.5.b', because('refused-no-year-one-audit', { certifiedOn }))];
  const completedOn = external?.completedOn ?? null;
  const shownOn = yearOne.shownToAuditorOn;
  if (completedOn === null) return [];
  if (isBy(shownOn, completedOn)) return [met('G-2.5.b', because('rests-on-year-one-audit', { shownOn }))];
  return [missing('G-2.5.b', because('refused-year-one-unshown', { completedOn }))];
}

/**
 * G-2.4.i, R-47: after an external audit that failed, and without a re-audit in time, the process restarts: a reviewed internal audit, received after
 * the failed audit's report, precedes the next external one.
 */
export function restartFindings(reading: CertificateReading): readonly Finding[] {
  const { external, issuedOn, cycle } = reading;
  const failed = external && failedBefore(external, reading);
  if (!failed) return [];
  const failedOn = reportReceivedOn(failed) ?? '';
  const since = internalAuditSince(failedOn, external, reading);
  const clause = cycle === 'RENEWAL' ? 'R-47' : 'G-2.4.i';
  const restarted = either(since !== null, clause, because('rests-on-restart', { failedOn }), because('refused-restart', { failedOn }));
  return since !== null && cycle === 'RENEWAL' ? [restarted, ...internalAuditFindings(since, external, issuedOn)] : [restarted];
}

/** The last external audit of the same cycle that failed before this one. */
function failedBefore(external: AuditOnFile, { facts, last }: CertificateReading): AuditOnFile | null {
  const start = external.startedOn ?? external.completedOn ?? '';
  const from = last?.certificate.issuedOn ?? '';
  const failed = facts.audits.filter(
    (audit) =>
      audit.type === 'EXTERNAL' && audit.id !== external.id && passesOn(audit, start) === false && isBy(reportReceivedOn(audit), start),
  );
  return lastOf(failed, ({ completedOn }) => (completedOn !== null && completedOn > from ? completedOn : null));
}

/** A first certification restarts with an initial internal audit; a renewal with any internal audit that IHSA reviews. */
function internalAuditSince(failedOn: Day, external: AuditOnFile, { facts, cycle }: CertificateReading): AuditOnFile | null {
  const start = external.startedOn ?? external.completedOn ?? '';
  const isInternal = ({ type }: AuditOnFile) => type === 'INITIAL_INTERNAL' || (cycle === 'RENEWAL' && type === 'RECERTIFICATION_INTERNAL');
  const internals = facts.audits.filter(isInternal);
  return lastOf(internals, ({ receivedOn }) => (isBy(receivedOn, start) && receivedOn >= failedOn ? receivedOn : null));
}
