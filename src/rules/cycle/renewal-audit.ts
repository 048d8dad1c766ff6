import { addDays, type Day } from '../calendar.ts';
import { renewalStartByDays, renewalStartDays, valueOn } from '../parameters.ts';
import type { CertificateHistory } from '../standing/history.ts';
import { type ExternalAudit, readExternalAudit } from './external-audit.ts';
import type { AuditFact } from './facts.ts';
import { auditsKnownOn, type KnownAudit, lastBy } from './known-audit.ts';

/** The audits that begin the cycle after a certificate, as known on a day. */
export interface RenewalAudit {
  /** First and last day on which the guideline advises to start the external audit (G-2.5.b). */
  readonly opensOn: Day;
  readonly dueOn: Day;
  /** The internal audit that is shown to the external auditor. */
  readonly internal: KnownAudit | null;
  readonly external: ExternalAudit | null;
}

/** G-2.5.b, R-35: the audits started or completed after the certificate's day of issue. */
export function readRenewalAudit(audits: readonly AuditFact[], { certificate, renewal }: CertificateHistory, on: Day): RenewalAudit {
  const isLater = (day: Day | null): boolean => day !== null && day > certificate.issuedOn;
  const internals = auditsKnownOn(audits, on, 'RECERTIFICATION_INTERNAL');
  return {
    opensOn: addDays(renewal.due, -valueOn(renewalStartDays, renewal.due)),
    dueOn: addDays(renewal.due, -valueOn(renewalStartByDays, renewal.due)),
    internal: lastBy(internals, ({ completedOn }) => (isLater(completedOn) ? completedOn : null)),
    external: readExternalAudit(audits, on, ({ startedOn, completedOn }) => isLater(startedOn) || isLater(completedOn)),
  };
}
