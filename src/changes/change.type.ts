import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { Certificate } from '../certificates/certificate.type.ts';
import { noticeDaysText } from '../contract/notice-days.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import { Reason } from '../guideline/reason.type.ts';
import { BiddingDocument } from '../letters/bidding-document.type.ts';
import { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import type { Reason as Found } from '../rules/decision.ts';
import { Basis, Standard, Standing } from '../standing/standing.type.ts';
import { ChangeKind } from './change-kind.type.ts';

@InterfaceType({
  description: 'Something that became another, at its place in the one order in which the registry tells of changes.',
  resolveType: ({ kind }) => (kind === ChangeKind.EQUIVALENCY_REQUEST ? 'EquivalencyRequestChange' : 'StatusChange'),
})
export abstract class Change {
  @Field(() => String, { description: 'Its place. Give it as `after` to go on from here; it stays good for ever.' })
  cursor!: string;

  @Field(() => ChangeKind, { description: 'What it is about.' })
  kind!: ChangeKind;

  @Field(() => LocalDate, { description: 'First day on which it is so. Of a notice, the day it announces.' })
  effectiveOn!: string;

  @Field(() => DateTime, {
    description:
      'When it became known to the registry. Not always in the order of the changes: what took long to record comes later than its instant.',
  })
  recordedAt!: Instant;
}

@ObjectType({ description: 'What you may know of an account’s standing on one side of a change.' })
export class ChangedStanding {
  @Field(() => Standing, { description: 'The standing. NO_CURRENT_CERTIFICATION for every one that you may not know of.' })
  standing!: Standing;

  @Field(() => Boolean, { description: 'True for CERTIFIED and PENDING: pending counts as certified (G-2.4.n).' })
  consideredCertified!: boolean;

  @Field(() => Standard, { nullable: true, description: 'The standard it is certified to.' })
  standard!: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'What the standing rests on.' })
  basis!: Basis | null;

  @Field(() => Certificate, { nullable: true, description: 'The certificate that decides.' })
  certificate!: Certificate | null;

  @Field(() => LetterOfGoodStanding, { nullable: true, description: 'The last Letter of Good Standing of that certificate.' })
  letterOfGoodStanding!: LetterOfGoodStanding | null;

  @Field(() => BiddingDocument, { nullable: true, description: 'The bidding-only document in force, when the standing is BIDDING_ONLY.' })
  biddingDocument!: BiddingDocument | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of this standing; null when it was so from the beginning.' })
  since!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First day of another standing, as was known then, if nothing further is recorded; null when none follows.',
  })
  holdsUntil!: string | null;

  @Field(() => Standing, { nullable: true, description: 'The standing from `holdsUntil` on.' })
  then!: Standing | null;

  @Field(() => [Reason], { description: 'Every clause consulted, with what was found; those that made the outcome say `decides`.' })
  reasons!: Reason[];
}

@ObjectType({ implements: Change, description: 'What an account’s standing was and what it became, on the day in question.' })
export class StatusChange extends Change {
  @Field(() => Account, {
    description:
      'The account, as it is now and as far as you may know it: one that you may know of no longer shows NO_CURRENT_CERTIFICATION.',
  })
  account!: Account;

  @Field(() => ChangedStanding, {
    description: 'What held before, as it was known then. NO_CURRENT_CERTIFICATION when the account becomes one that you may know of.',
  })
  before!: ChangedStanding;

  @Field(() => ChangedStanding, {
    description: 'What holds in its place; of a notice, what will. NO_CURRENT_CERTIFICATION when you may know of the account no longer.',
  })
  after!: ChangedStanding;

  @Field(() => Int, { nullable: true, description: `How many days ahead a notice is: ${noticeDaysText}. Null for other changes.` })
  noticeDays!: number | null;
}

/** One side of a change as it is handed to GraphQL; its sentences are rendered in the language asked for. */
export interface ChangedStandingSource extends Readonly<Omit<ChangedStanding, 'reasons'>> {
  readonly consulted: readonly Found[];
}
