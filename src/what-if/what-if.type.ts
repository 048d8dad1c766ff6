import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { AccountStage, type AccountStageSource } from '../cycle/stage.type.ts';
import { Refused } from '../mutations/refused.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import type { Reason, Refusal } from '../rules/decision.ts';
import type { SoseFacts } from '../rules/sose/facts.ts';
import { Basis, Standard, Standing } from '../standing/standing.type.ts';

@ObjectType({
  description:
    'The standing of an account on the day asked, by the facts on record or with the supposed ones, as far as visible to you. ' +
    'Supposed documents are named HYP-1, HYP-2 and so on; supposed audits HYP-AUDIT-1 and so on.',
})
export class Outlook {
  @Field(() => Standing, { description: 'The standing.' })
  standing!: Standing;

  @Field(() => Boolean, { description: 'True for CERTIFIED and PENDING: pending counts as certified (G-2.4.n).' })
  consideredCertified!: boolean;

  @Field(() => Standard, { nullable: true, description: 'The standard it is certified to.' })
  standard!: Standard | null;

  @Field(() => Basis, { nullable: true, description: 'What the standing rests on.' })
  basis!: Basis | null;

  @Field(() => String, { nullable: true, description: 'Number of the certificate that decides.' })
  certificateNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the last Letter of Good Standing of that certificate.' })
  letterNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the bidding-only document in force.' })
  biddingDocumentNumber!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of this standing; null when it was so from the beginning.' })
  since!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of another standing if nothing further is recorded; null for never.' })
  holdsUntil!: Day | null;

  @Field(() => Standing, { nullable: true, description: 'The standing from `holdsUntil` on.' })
  then!: Standing | null;

  @Field(() => AccountStage, {
    nullable: true,
    description: 'Where the account stands in the certification process; null to callers who may not see the whole file.',
  })
  stage!: AccountStageSource | null;
}

/** What a query returns to GraphQL for an outlook. */
export interface OutlookSource extends Readonly<Outlook> {
  readonly on: Day;
  readonly consulted: readonly Reason[];
  /** The facts it is of, for what is found by them; null to who may not see the whole file. */
  readonly facts: CycleFacts | null;
  /** The same with what is on record for SOSE; null for a firm without a WSIB account, which is found by no number. */
  readonly sose: SoseOutlook | null;
}

/** What eligibility under SOSE rests on. */
export interface SoseOutlook extends Pick<SoseFacts, 'account' | 'leadAuditors' | 'actionPlans'> {
  readonly wsibAccount: string;
}

@ObjectType({ description: 'Days on end on which the standing would be another than it is by the facts on record.' })
export class StandingDifference {
  @Field(() => LocalDate, { nullable: true, description: 'First day; null when it has no beginning.' })
  from!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the last; null when it has no end.' })
  to!: Day | null;

  @Field(() => Standing, { description: 'The standing by the facts on record.' })
  before!: Standing;

  @Field(() => Standing, { description: 'The standing with the facts supposed.' })
  after!: Standing;
}

@ObjectType({ description: 'A supposed fact that the rules do not allow. It is left out of what would be.' })
export class RefusedFact {
  @Field(() => String, { description: 'Which: its place in the argument, such as `facts.lettersOfGoodStanding[0]`.' })
  fact!: string;

  @Field(() => Refused, { description: 'Why, with every clause that speaks against it.' })
  refusal!: Refusal;
}

@ObjectType({ description: 'What would be of an account if further facts were recorded. Nothing was recorded.' })
export class WhatIf {
  @Field(() => LocalDate, { description: 'The day asked about.' })
  on!: Day;

  @Field(() => Outlook, { description: 'By the facts on record.' })
  before!: OutlookSource;

  @Field(() => Outlook, { description: 'With the facts supposed, as far as the rules allow them.' })
  after!: OutlookSource;

  @Field(() => [StandingDifference], { description: 'The days on which the standing would be another, in order; past ones too.' })
  changes!: StandingDifference[];

  @Field(() => [RefusedFact], { description: 'The facts supposed that the rules do not allow, in the order in which they would happen.' })
  refusals!: RefusedFact[];
}
