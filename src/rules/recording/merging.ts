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
