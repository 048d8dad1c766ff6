import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import type { CertificateView } from '../standing/certificate-state.ts';
import { holdersOf, type SoseCriterion } from './criteria.ts';
import { criterionOf, type Evidence, type Found, met, notKnown, notMet } from './criterion.ts';
import type { CountedAudit, Way } from './evidence.ts';
import type { SystemFact } from './facts.ts';

/** W.3.a: the employer holds the certificate that the audit earned. */
export const certificateCriterion = (way: Way, audit: CountedAudit | null, on: Day): SoseCriterion =>
  criterionOf(
    { criterion: 'CERTIFICATE', clauses: ['W.3.a'], heldBy: holdersOf(way), missing: because('sose-need-certificate') },
    certificateFound(way, audit, on),
  );

function certificateFound({ cor, revokedFrom, brought, system }: Way, audit: CountedAudit | null, on: Day): Found {
  if (cor && revokedFrom !== null) return { ...notMet(because('sose-certificate-revoked', { from: revokedFrom })), also: ['R-29'] };
  if (cor) return corFound(cor, audit, system);
  return brought?.certificate ? broughtFound(brought, brought.certificate, on) : notKnown(because('sose-certificate-none'));
}

/** whether a certificate older than the audit serves is asked of COR 2020 alone; the older COR is not accredited, whatever its certificate. */
function corFound(view: CertificateView, audit: CountedAudit | null, system: Way['system']): Found {
  const { number: certificate, issuedOn } = view.life.certificate;
  const evidence: Evidence = { kind: 'CERTIFICATE', key: certificate, on: issuedOn, broughtBy: null };
  const lostOn = view.life.loss?.on;
  if (view.state === 'LOST' && lostOn !== undefined) return notMet(because('sose-certificate-lost', { certificate, lostOn }));
  const lostFrom = lostFromOf(view);
  if (lostFrom !== null) {
    return { ...notKnown(because('sose-certificate-pending', { certificate, lostFrom }), evidence), also: ['R-23'], heldBy: ['MINISTRY'] };
  }
  const verifiedOn = audit?.reAudit?.completedOn ?? audit?.completedOn ?? null;
  if (system === 'COR' || verifiedOn === null || verifiedOn <= issuedOn)
    return met(because('sose-certificate-held', { certificate, issuedOn }), evidence);
  const why = because('sose-certificate-of-before', { certificate, issuedOn, verifiedOn });
  return { ...notKnown(why, evidence), also: ['R-42'], heldBy: ['MINISTRY'] };
}

/** The day from which a pending certification is lost (G-2.4.m, G-2.5.c); null for one that is not pending. */
export const lostFromOf = ({ reasons, state }: CertificateView): Day | null =>
  state === 'PENDING' ? (reasons.find(({ clause }) => clause === 'G-2.4.n')?.because.values.lostFrom ?? null) : null;

/** A certificate of another body is valid from its issue to its last day, if one is stated. */
function broughtFound({ broughtBy }: SystemFact, { number, issuedOn, lastDay }: NonNullable<SystemFact['certificate']>, on: Day): Found {
  const evidence: Evidence = { kind: 'CERTIFICATE', key: number, on: issuedOn, broughtBy };
  const certificate = number;
  if (on < issuedOn) return notMet(because('sose-certificate-later', { certificate, issuedOn }));
  if (lastDay !== null && on > lastDay) return notMet(because('sose-certificate-ended', { certificate, lastDay }), evidence);
  return met(because('sose-certificate-held', { certificate, issuedOn }), evidence);
}
