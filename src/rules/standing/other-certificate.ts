import type { Reason } from '../decision.ts';
import type { CertificateBasis } from '../facts.ts';

/** An equivalency certificate that is in effect beside the certificate that a standing is shown with. */
export interface EquivalencyBeside {
  readonly number: string;
  readonly basis: CertificateBasis;
}

/**
 * the certificate in effect that is not shown, from the reasons of a day on which the account is certified; null if there is none. Only an
 * equivalency certificate can be one: it does not supersede a COR certificate, and of the two the COR certificate is shown. It runs, and no spot check took it.
 */
export function equivalencyBeside(reasons: readonly Reason[], shown: string | null): EquivalencyBeside | null {
  const runs = reasons.find(({ because: { id, values } }) => id === 'equivalency-runs' && values.certificate !== shown);
  const number = runs?.because.values.certificate;
  if (!runs || number === undefined) return null;
  const isLost = reasons.some(({ clause, holds, because: { values } }) => clause === 'G-4.4.b' && holds && values.certificate === number);
  if (isLost) return null;
  // The clause of the certificate comes before that of its last day.
  return { number, basis: runs.clause === 'G-6.1.a' ? 'ISO_45001_EQUIVALENCY' : 'MLITSD_EQUIVALENCY' };
}
