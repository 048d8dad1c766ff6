import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { AppealOutcome as Outcome } from '../rules/cycle/appeal.ts';

/** How a level of an appeal ends, as an enum of the schema. */
export const AppealOutcome = { DENIED: 'DENIED', ALLOWED: 'ALLOWED' } as const satisfies { [O in Outcome]: O };
export type AppealOutcome = Outcome;

registerEnumType(AppealOutcome, {
  name: 'AppealOutcome',
  description: 'How a level of an appeal ends.',
  valuesConfig: {
    DENIED: { description: 'The result stands. Level 1 may be taken to level 2, and level 2 goes to level 3; level 3 is final.' },
    ALLOWED: { description: 'The result changes from the day of the decision on (R-48); the audit has new scores of that day.' },
  },
});

@ObjectType({ description: 'One level of an appeal, with its days and the days by which each is due (G-7.b to G-7.d).' })
export class AppealLevel {
  @Field(() => Int, { description: '1: the COR auditor; 2: the Manager of Strategic Programs; 3: the Vice President.' })
  level!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which IHSA received it; null at level 3, which nobody files.' })
  filedOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day by which it is to be acknowledged: two business days; null at level 3.' })
  acknowledgementDueOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was acknowledged.' })
  acknowledgedOn!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day by which it is to be decided: five business days after it was received, at level 3 after the denial of level 2.',
  })
  decisionDueOn!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was decided.' })
  decidedOn!: Day | null;

  @Field(() => AppealOutcome, { nullable: true, description: 'How it was decided.' })
  outcome!: AppealOutcome | null;

  @Field(() => String, { nullable: true, description: 'The decision in words, as the form has it.' })
  decision!: string | null;
}

@ObjectType({
  implements: Node,
  description: 'An appeal against the result of an audit. Confidential: each read is logged (G-8.a). It stops no other clock (R-26).',
})
export class Appeal implements Node {
  id!: string;

  @Field(() => ID, { description: 'Global id of the audit whose result is appealed.' })
  audit!: string;

  @Field(() => String, { description: 'Why the organization thinks that the result is wrong.' })
  grounds!: string;

  @Field(() => [AppealLevel], { description: 'The levels it has reached, in order; a denial at level 2 reaches level 3.' })
  levels!: AppealLevel[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day to take it to level 2: five business days after the denial at level 1; null without such a denial.',
  })
  lastDayForSecondLevel!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which both parties signed an agreement on the form (G-7.c).' })
  agreedOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'What they agreed on.' })
  agreement!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
