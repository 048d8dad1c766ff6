import type { AccountSource } from '../accounts/account.type.ts';
import type { VerificationSource } from '../verification/verification.source.ts';
import type { BidderCandidate, BidderMatch, BidderPartner } from './bidder.type.ts';

/** What a query returns to GraphQL for a candidate. */
export interface CandidateSource extends Readonly<Omit<BidderCandidate, 'account'>> {
  readonly account: AccountSource;
}

interface FirmSource {
  readonly candidates: readonly CandidateSource[];
  readonly verification: VerificationSource | null;
  readonly notLookedFor: readonly string[];
}

type Derived = keyof FirmSource;

/** What a query returns to GraphQL for a partner of a joint venture. */
export type PartnerSource = Readonly<Omit<BidderPartner, Derived>> & FirmSource;

/** What a query returns to GraphQL for a row. */
export interface MatchSource extends Readonly<Omit<BidderMatch, Derived | 'partners'>>, FirmSource {
  readonly partners: readonly PartnerSource[];
  /** of a name that does not agree with the number, whether it may be the name of the number's firm with a slip in it. */
  readonly hasSlip: boolean;
}
