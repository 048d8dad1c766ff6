import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Eligibility as Outcome } from '../rules/sose/criterion.ts';
import type { SoseSystem as System } from '../rules/sose/facts.ts';
import { AssessmentNote, type AssessmentNoteSource, BroughtFact, Criterion, type CriterionSource, Eligibility } from './criterion.type.ts';

/** The systems that an employer may apply with, as an enum of the schema. */
export const SoseSystem = {
  COR_2020: 'COR_2020',
  COR: 'COR',
  ISO_45001: 'ISO_45001',
  CSA_Z45001: 'CSA_Z45001',
  OTHER_SYSTEM: 'OTHER_SYSTEM',
} as const satisfies { [S in System]: S };

registerEnumType(SoseSystem, {
  name: 'SoseSystem',
  description: 'An occupational health and safety management system that an employer may apply with (W.1).',
  valuesConfig: {
    COR_2020: { description: 'COR 2020, accredited (F-23).' },
    COR: { description: 'The older COR, not accredited (F-17).' },
    ISO_45001: { description: 'ISO 45001:2018, accredited.' },
    CSA_Z45001: { description: 'CSA Z45001, accredited.' },
    OTHER_SYSTEM: { description: 'A system that is not on our list: whether it is accredited is for the ministry to say.' },
  },
});

@ObjectType({
  description:
    'Whether an employer is eligible for recognition under SOSE on an application day, criterion by criterion, by the rules of that day.',
})
export class SoseAssessment {
  @Field(() => Account, { nullable: true, description: 'The account; null if it is not visible to you today.' })
  account!: Account | null;

  @Field(() => Boolean, {
    description:
      'Whether the account’s records here were used. False if they are not visible to you or there is no such account: then only the ' +
      'facts you stated were used.',
  })
  judgesRecord!: boolean;

  @Field(() => Eligibility, { description: 'The overall result.' })
  outcome!: Outcome;

  @Field(() => LocalDate, { description: 'The application day.' })
  applicationDay!: Day;

  @Field(() => SoseSystem, {
    nullable: true,
    description: 'The system assessed: if there are several, the one that gets the employer furthest (R-42). Null if none is known.',
  })
  system!: System | null;

  @Field(() => [Criterion], { description: 'Every criterion, always in the same order.' })
  criteria!: Criterion[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day to apply with the present audit (L.a); null if no audit verified the system.',
  })
  lastDayToApply!: Day | null;

  @Field(() => [AssessmentNote], { description: 'What would move the last day to apply, or shorten it.' })
  movedBy!: AssessmentNote[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day by which the next third-party audit is due: an obligation after recognition, not a criterion (W.3.d).',
  })
  nextThirdPartyAuditBy!: Day | null;

  @Field(() => [AssessmentNote], { description: 'Warnings: pending now, lost or revoked (R-23, R-29).' })
  warnings!: AssessmentNote[];

  @Field(() => [BroughtFact], { description: 'The facts you stated, and whose they are taken to be.' })
  brought!: BroughtFact[];
}

/** What a query returns to GraphQL for an assessment; its account is found by its number. */
export interface SoseAssessmentSource extends Readonly<Omit<SoseAssessment, 'account' | 'criteria' | 'movedBy' | 'warnings' | 'brought'>> {
  /** The number asked about, as it is stored. */
  readonly wsibAccount: string;
  readonly criteria: readonly CriterionSource[];
  readonly movedBy: readonly AssessmentNoteSource[];
  readonly warnings: readonly AssessmentNoteSource[];
  readonly brought: readonly BroughtFact[];
}
