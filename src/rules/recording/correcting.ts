import { because, type Refusal } from '../decision.ts';
import type { AccountFacts, CertificateFact } from '../facts.ts';
import { overlapObjections } from './ending.ts';
import { sameDayObjections } from './issuing.ts';
import { objection, objectionsTo, refusalOf } from './objections.ts';

/**
 * Why a correction may not be made; null if it may. What really happened may violate the law: if staff confirm it (`isKept`) it is kept, as an import
 * would keep it, and counts only if the law lets it. What cannot be is refused anyway.
 */
export function refuseCorrection(before: AccountFacts, after: AccountFacts, isKept: boolean): Refusal | null {
  return refusalOf([...sameDayObjections(after), ...overlapObjections(after.revocations), ...(isKept ? [] : objectionsTo(before, after))]);
}

/** G-2.0: the letters of a certificate depend on it, so they are removed before it. */
export function refuseRemoval({ letters }: CertificateFact): Refusal | null {
  return refusalOf(letters.map(({ number }) => objection('STILL_NEEDED', 'G-2.0', because('refused-still-needed', { letter: number }))));
}

/** an account that holds certificates is not one without a WSIB account; null if it holds none. */
export const refuseWithoutWsibAccount = ({ certificates }: AccountFacts): Refusal | null =>
  refusalOf(certificates.length > 0 ? [objection('CERTIFICATE_NOT_POSSIBLE', 'R-22', because('refused-without-wsib-account'))] : []);
