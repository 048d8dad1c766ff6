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
  description:
    'Whether an employer meets the WSIB’s criteria for its rebate on a day (X-2): an assessment of its own, beside that of SOSE.',
})
export class RebateAssessment {
  @Field(() => Account, { nullable: true, description: 'The account, if you may know of it today.' })
  account!: Account | null;

  @Field(() => Eligibility, { description: 'What the criteria come to.' })
  outcome!: Outcome;

  @Field(() => LocalDate, { description: 'The day asked about.' })
  on!: Day;

  @Field(() => [Criterion], { description: 'Every criterion, in the same order always.' })
  criteria!: Criterion[];

  @Field(() => [AssessmentNote], {
    description: 'What to mind: of the look-back there are two versions, and the day of the change is not known.',
  })
  notes!: AssessmentNote[];

  @Field(() => [BroughtFact], { description: 'Which facts you brought, and whose they are taken to be.' })
  brought!: BroughtFact[];
}

/** What a query hands to GraphQL for an assessment; its account is found by its number. */
export interface RebateAssessmentSource extends Readonly<Omit<RebateAssessment, 'account' | 'criteria' | 'notes' | 'brought'>> {
  /** The number asked about, as it is stored. */
  readonly wsibAccount: string;
  readonly criteria: readonly CriterionSource[];
  readonly notes: readonly AssessmentNoteSource[];
  readonly brought: readonly BroughtFact[];
}
