import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { SpotCheckEventKind as Kind } from '../rules/facts.ts';

/** What can follow a spot check, as an enum of the schema. */
export const SpotCheckEventKind = {
  PLAN_SUBMITTED: 'PLAN_SUBMITTED',
  IMPLEMENTATION_REPORTED: 'IMPLEMENTATION_REPORTED',
  FOUND_NOT_IMPLEMENTED: 'FOUND_NOT_IMPLEMENTED',
  VALIDATED: 'VALIDATED',
  FEE_CHARGED: 'FEE_CHARGED',
  FEE_PAID: 'FEE_PAID',
} as const satisfies { [K in Kind]: K };
export type SpotCheckEventKind = Kind;

registerEnumType(SpotCheckEventKind, {
  name: 'SpotCheckEventKind',
  description: 'What followed the letter of a spot check that asks for corrective action (G-4.4.b, R-15).',
  valuesConfig: {
    PLAN_SUBMITTED: { description: 'The organization submitted its corrective action plan.' },
    IMPLEMENTATION_REPORTED: { description: 'The organization reported that the plan is fully implemented.' },
    FOUND_NOT_IMPLEMENTED: { description: 'IHSA found that it is not.' },
    VALIDATED: { description: 'IHSA validated the implementation (G-4.4.c).' },
    FEE_CHARGED: { description: 'IHSA charged the fee for its validation (G-4.4.c).' },
    FEE_PAID: { description: 'The fee was paid.' },
  },
});

@ObjectType({ description: 'Something that followed the letter of a spot check.' })
export class SpotCheckEvent {
  @Field(() => LocalDate, { description: 'The day on which it happened.' })
  on!: Day;

  @Field(() => SpotCheckEventKind, { description: 'What happened.' })
  kind!: SpotCheckEventKind;
}

@ObjectType({ implements: Node, description: 'A spot check of a certified account, by its formal letter (G-4.4.a).' })
export class SpotCheck implements Node {
  id!: string;

  @Field(() => LocalDate, { description: 'Day on which the organization received the letter.' })
  receivedOn!: Day;

  @Field(() => Boolean, {
    description: 'Whether the letter asks for corrective action, which must then be fully implemented within 90 days.',
  })
  correctiveAction!: boolean;

  @Field(() => String, { nullable: true, description: 'What was checked, as the letter says; null where an import did not say.' })
  scope!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Last day on which full implementation can be reported, or validated: day 90 after the letter (G-4.4.b, R-15). Null if it asks for no corrective action.',
  })
  lastDayToReport!: Day | null;

  @Field(() => [SpotCheckEvent], { description: 'What followed, in order.' })
  events!: SpotCheckEvent[];

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
