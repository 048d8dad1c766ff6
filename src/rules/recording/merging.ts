import { because, type Refusal } from '../decision.ts';
import { objection, refusalOf } from './objections.ts';

/** An account that is to be made one with another. */
export interface MergedAccount {
  readonly wsibAccount: string | null;
  /** Whether a certificate of it is on record. */
  readonly isCertified: boolean;
  /** Whether an application for its registration is open. */
  readonly hasOpenApplication: boolean;
}

/**
 * G-1.2.b: why two organizations are not one firm that was entered twice; null if they may be. A business number belongs to one legal entity, and its
 * program account (RT0001) does not distinguish firms.
 */
export function refuseMergingOrganizations(kept: MergedOrganization, ended: MergedOrganization): Refusal | null {
  const numbers = [kept, ended].map(({ businessNumber }) => businessNumber?.slice(0, 9));
  const [first, second] = numbers;
  if (first === undefined || second === undefined || first === second) return null;
  const why = because('refused-merging-business-numbers', { kept: first, ended: second });
  return refusalOf([objection('MERGER_NOT_POSSIBLE', 'G-1.2.b', why)]);
}

/** An organization that is to be made one with another. */
export interface MergedOrganization {
  readonly businessNumber: string | null;
}

/** G-1.2.b: why two accounts are not one that was entered twice; null if they may be. Each account is registered, audited and certified by itself. */
export const refuseMerging = (kept: MergedAccount, ended: MergedAccount): Refusal | null =>
  refusalOf([
    ...(kept.wsibAccount !== null && ended.wsibAccount !== null
      ? [
          objection(
            'MERGER_NOT_POSSIBLE',
            'G-1.2.b',
            because('refused-merging-numbers', { kept: kept.wsibAccount, ended: ended.wsibAccount }),
          ),
        ]
      : []),
    ...(kept.isCertified && ended.isCertified ? [objection('MERGER_NOT_POSSIBLE', 'G-1.2.b', because('refused-merging-certified'))] : []),
    ...(kept.hasOpenApplication && ended.hasOpenApplication
      ? [objection('MERGER_NOT_POSSIBLE', 'G-2.1.a', because('refused-merging-applications'))]
      : []),
  ]);
