import type { Day } from '../calendar.ts';
import { type Because, because, found, notFound, type Reason } from '../decision.ts';
import type { AccountHistory, CertificateHistory } from './history.ts';
import { type BindingCheck, latest, latestProof } from './spot-check.ts';

/** G-4.4.b for one certificate: the result of each spot check received by the day that affects it. */
export function spotCheckReasons({ checks }: AccountHistory, life: CertificateHistory, on: Day): readonly Reason[] {
  const bearing = checks.filter((binding) => binding.check.receivedOn <= on && bearsOn(binding, life, on));
  return bearing.map((check) => reasonOf(check, life.certificate.number, on));
}

/** a loss before the issue uses the check up; once the certificate has expired, only an earlier loss affects it. */
function bearsOn({ lostOn }: BindingCheck, { certificate, isEquivalency, lastDay }: CertificateHistory, on: Day): boolean {
  if (isEquivalency && on > lastDay) return lostOn !== null && lostOn > certificate.issuedOn && lostOn <= lastDay;
  return lostOn === null || lostOn > certificate.issuedOn;
}

function reasonOf(binding: BindingCheck, certificate: string, on: Day): Reason {
  const { check, deadline, lostOn } = binding;
  const days = { certificate, receivedOn: check.receivedOn, deadline };
  if (lostOn !== null && lostOn <= on) return found('G-4.4.b', because('spot-check-lost', { ...days, lostOn }));
  return notFound('G-4.4.b', answerBy(binding, days, on));
}

/** The values of every message about a spot check. */
type CheckDays = Readonly<Record<'certificate' | 'receivedOn' | 'deadline', string>>;

/** What is known by the day about the answer to the letter: validated, reported, rejected, or nothing yet. */
function answerBy({ check, deadline }: BindingCheck, days: CheckDays, on: Day): Because {
  const provedOn = latestProof(check.events, on < deadline ? on : deadline);
  const rejectedOn = latest(check.events, 'FOUND_NOT_IMPLEMENTED', on);
  const validatedOn = latest(check.events, 'VALIDATED', on);
  if (provedOn === null) return because('spot-check-open', days);
  if (rejectedOn !== null && rejectedOn >= provedOn) return because('spot-check-rejected', { ...days, rejectedOn });
  if (validatedOn !== null && validatedOn >= provedOn) return because('spot-check-validated', { ...days, validatedOn });
  return because('spot-check-reported', { ...days, reportedOn: provedOn });
}
