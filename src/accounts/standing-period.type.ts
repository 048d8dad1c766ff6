import { Field, ObjectType } from 'type-graphql';
import { KnownCertificate } from '../certificates/known-certificate.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import { KnownBiddingDocument, KnownLetterOfGoodStanding } from '../letters/known-letter.type.ts';
import type { Reason as Found } from '../rules/decision.ts';
import { Basis, Standard, Standing } from '../standing/standing.type.ts';

@ObjectType({
  description:
    'Consecutive days on which an account has the same standing, documents and reasons. The future is a forecast: it assumes that ' +
    'nothing further is recorded.',
})
export class StandingPeriod {
  @Field(() => LocalDate, { nullable: true, description: 'First day; null for the very first period, which has no beginning.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null for the last period, which has no end.' })
  to!: string | null;

  @Field(() => Standing, { description: 'The standing.' })
  standing!: Standing;

  @Field(() => Boolean, { description: 'True for CERTIFIED and PENDING: pending counts as certified (G-2.4.n).' })
  consideredCertified!: boolean;

  @Field(() => Standard, { nullable: true, description: 'The standard that the account is certified to.' })
  standard!: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'What the standing rests on.' })
  basis!: Basis | null;

  @Field(() => KnownCertificate, { nullable: true, description: 'The certificate that decides.' })
  certificate!: KnownCertificate | null;

  @Field(() => KnownLetterOfGoodStanding, { nullable: true, description: 'The last Letter of Good Standing of that certificate.' })
  letterOfGoodStanding!: KnownLetterOfGoodStanding | null;

  @Field(() => KnownBiddingDocument, {
    nullable: true,
    description: 'The bidding-only document in force, when the standing is BIDDING_ONLY.',
  })
  biddingDocument!: KnownBiddingDocument | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day of this standing, whatever its documents and reasons; null if it has been so from the beginning.',
  })
  since!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day of the next standing if nothing further is recorded; null if none follows.',
  })
  holdsUntil!: string | null;

  @Field(() => Standing, { nullable: true, description: 'The standing from `holdsUntil` on.' })
  then!: Standing | null;

  @Field(() => [Reason], { description: 'Every clause consulted, with the finding; `decides` marks those that determined the outcome.' })
  reasons!: Reason[];
}

/** First day and the day after the last, as the law writes them: the very first period starts at BEGINNING. */
export interface PeriodBounds {
  readonly from: string;
  readonly to: string | null;
}

/** What a query returns to GraphQL for a period. Its bounds are resolved last: they may need the whole timeline. */
export interface StandingPeriodSource extends Readonly<Omit<StandingPeriod, 'from' | 'to' | 'reasons'>> {
  readonly bounds: () => PeriodBounds | Promise<PeriodBounds>;
  /** Decodes the reasons: ask for them once. */
  readonly consulted: () => readonly Found[];
}
