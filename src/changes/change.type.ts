import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { KnownCertificate } from '../certificates/known-certificate.type.ts';
import { noticeDaysText } from '../contract/notice-days.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import { KnownBiddingDocument, KnownLetterOfGoodStanding } from '../letters/known-letter.type.ts';
import type { Reason as Found } from '../rules/decision.ts';
import { Basis, Standard, Standing } from '../standing/standing.type.ts';
import { ChangeKind } from './change-kind.type.ts';

const typesOfOthers: Readonly<Partial<Record<ChangeKind, string>>> = {
  EQUIVALENCY_REQUEST: 'EquivalencyRequestChange',
  AUDIT: 'AuditChange',
};

@InterfaceType({
  description: 'A change, at its place in the single order of the registry’s changes.',
  resolveType: ({ kind }: { readonly kind: ChangeKind }) => typesOfOthers[kind] ?? 'StatusChange',
})
export abstract class Change {
  @Field(() => String, { description: 'Its place. Give it as `after` to continue from here; it never expires.' })
  cursor!: string;

  @Field(() => ChangeKind, { description: 'What kind of change it is.' })
  kind!: ChangeKind;

  @Field(() => LocalDate, { description: 'First day of the new state. For a notice, the day that it announces.' })
  effectiveOn!: string;

  @Field(() => DateTime, {
    description:
      'When it became known to the registry. Not always in the order of the changes: one that took long to record comes later than ' +
      'its instant suggests.',
  })
  recordedAt!: Instant;
}

@ObjectType({ description: 'An account’s standing on one side of a change, as visible to you.' })
export class ChangedStanding {
  @Field(() => Standing, { description: 'The standing; NO_CURRENT_CERTIFICATION for every standing that is not visible to you.' })
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

  @Field(() => LocalDate, { nullable: true, description: 'First day of this standing; null if it has been so from the beginning.' })
  since!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day of the next standing, as known at the time, if nothing further is recorded; null if none follows.',
  })
  holdsUntil!: string | null;

  @Field(() => Standing, { nullable: true, description: 'The standing from `holdsUntil` on.' })
  then!: Standing | null;

  @Field(() => [Reason], { description: 'Every clause consulted, with the finding; `decides` marks those that determined the outcome.' })
  reasons!: Reason[];
}

@ObjectType({ implements: Change, description: 'A change of an account’s standing: before and after, on the day in question.' })
export class StatusChange extends Change {
  @Field(() => Account, {
    description: 'The account as it is now and as far as visible to you: one that is no longer visible shows NO_CURRENT_CERTIFICATION.',
  })
  account!: Account;

  @Field(() => ChangedStanding, {
    description: 'The state before, as it was known then. NO_CURRENT_CERTIFICATION if the account was not visible to you before.',
  })
  before!: ChangedStanding;

  @Field(() => ChangedStanding, {
    description: 'The new state; for a notice, the state to come. NO_CURRENT_CERTIFICATION if the account is no longer visible to you.',
  })
  after!: ChangedStanding;

  @Field(() => Int, { nullable: true, description: `How many days ahead the notice is: ${noticeDaysText}. Null for other changes.` })
  noticeDays!: number | null;
}

/** One side of a change as passed to GraphQL; its sentences are rendered in the language asked for. */
export interface ChangedStandingSource extends Readonly<Omit<ChangedStanding, 'reasons'>> {
  readonly consulted: readonly Found[];
}
