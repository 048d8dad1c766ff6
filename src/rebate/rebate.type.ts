import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Eligibility as Outcome } from '../rules/sose/criterion.ts';
import {
  AssessmentNote,
  type AssessmentNoteSource,
  BroughtFact,
  Criterion,
  type CriterionSource,
  Eligibility,
} from '../sose/criterion.type.ts';

@ObjectType({
  description: 'Whether an employer meets the WSIB’s criteria for its rebate on a day (X-2): an assessment separate from that of SOSE.',
})
export class RebateAssessment {
  @Field(() => Account, { nullable: true, description: 'The account; null if it is not visible to you today.' })
  account!: Account | null;

  @Field(() => Eligibility, { description: 'The overall result.' })
  outcome!: Outcome;

  @Field(() => LocalDate, { description: 'The day asked about.' })
  on!: Day;

  @Field(() => [Criterion], { description: 'Every criterion, always in the same order.' })
  criteria!: Criterion[];

  @Field(() => [AssessmentNote], {
    description: 'Notes: there are two versions of the look-back, and the day of the change is not known.',
  })
  notes!: AssessmentNote[];

  @Field(() => [BroughtFact], { description: 'The facts you stated, and whose they are taken to be.' })
  brought!: BroughtFact[];
}

/** What a query returns to GraphQL for an assessment; its account is found by its number. */
export interface RebateAssessmentSource extends Readonly<Omit<RebateAssessment, 'account' | 'criteria' | 'notes' | 'brought'>> {
  /** The number asked about, as it is stored. */
  readonly wsibAccount: string;
  readonly criteria: readonly CriterionSource[];
  readonly notes: readonly AssessmentNoteSource[];
  readonly brought: readonly BroughtFact[];
}
