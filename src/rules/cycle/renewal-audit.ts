import { addDays, type Day } from '../calendar.ts';
import { renewalStartByDays, renewalStartDays, valueOn } from '../parameters.ts';
import type { CertificateHistory } from '../standing/history.ts';
import { type ExternalAudit, readExternalAudit } from './external-audit.ts';
import type { AuditFact } from './facts.ts';
import { type InternalAudit, readInternalAudit } from './first-certification.ts';
import { auditsKnownOn, clockStart, type KnownAudit, lastBy, usesToolInForce } from './known-audit.ts';

/** The audits that begin the cycle after a certificate, as known on a day. */
export interface RenewalAudit {
  /** First and last day on which the guideline advises to start the external audit (G-2.5.b). */
  readonly opensOn: Day;
  readonly dueOn: Day;
  /** The internal audit that is shown to the external auditor. */
  readonly internal: KnownAudit | null;
  readonly external: ExternalAudit | null;
  /** how the process restarted after the external audit failed; null until an internal audit is received for it. */
  readonly restart: Restart | null;
  /** the internal audit that was submitted last for it and not returned, whether or not IHSA has received it; null without one. */
  readonly submission: KnownAudit | null;
}

/** The internal audits by which a process restarts: the day on which the first was received, and the last, which counts. */
export interface Restart {
  readonly receivedOn: Day;
  readonly failedOn: Day;
  readonly internal: InternalAudit;
}

/** G-2.5.b, R-35: the audits started or completed after the certificate's day of issue. */
export function readRenewalAudit(audits: readonly AuditFact[], { certificate, renewal }: CertificateHistory, on: Day): RenewalAudit {
  const isLater = (day: Day | null): boolean => day !== null && day > certificate.issuedOn;
  const internals = auditsKnownOn(audits, on, 'RECERTIFICATION_INTERNAL');
  const external = readExternalAudit(audits, on, ({ startedOn, completedOn }) => isLater(startedOn) || isLater(completedOn));
  return {
    opensOn: addDays(renewal.due, -valueOn(renewalStartDays, renewal.due)),
    dueOn: addDays(renewal.due, -valueOn(renewalStartByDays, renewal.due)),
    internal: lastBy(internals, ({ completedOn }) => (isLater(completedOn) ? completedOn : null)),
    external,
    restart: external && readRestart(audits, external, on),
    submission: external && lastSubmission(audits, external, on),
  };
}

/** the day from which a failed external audit's six months run; null while it has not failed, and once a re-audit passed. */
const failureOf = ({ audit, reAudit }: ExternalAudit): Day | null =>
  audit.passed === false && reAudit?.passed !== true ? clockStart(audit) : null;

function lastSubmission(audits: readonly AuditFact[], external: ExternalAudit, on: Day): KnownAudit | null {
  const failedOn = failureOf(external);
  if (failedOn === null) return null;
  const initial = auditsKnownOn(audits, on, 'INITIAL_INTERNAL').filter(usesToolInForce);
  return lastBy(initial, ({ submittedOn }) => (submittedOn !== null && submittedOn >= failedOn ? submittedOn : null));
}

/** what IHSA received since the report of an external audit that failed, unless a re-audit passed. */
function readRestart(audits: readonly AuditFact[], external: ExternalAudit, on: Day): Restart | null {
  const failedOn = failureOf(external);
  if (failedOn === null) return null;
  const submitted = auditsKnownOn(audits, on, 'INITIAL_INTERNAL', 'RECERTIFICATION_INTERNAL').filter(
    (each) => usesToolInForce(each) && each.receivedOn !== null && each.receivedOn >= failedOn,
  );
  const internal = readInternalAudit(submitted);
  const [receivedOn] = submitted.flatMap((each) => each.receivedOn ?? []).sort();
  return internal && receivedOn !== undefined ? { receivedOn, failedOn, internal } : null;
}
