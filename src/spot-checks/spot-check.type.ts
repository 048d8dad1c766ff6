import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { SpotCheckEventKind as Kind } from '../rules/facts.ts';

/** What can follow a spot check, as an enum of the schema. */
export const SpotCheckEventKind = {
  IMPLEMENTATION_REPORTED: 'IMPLEMENTATION_REPORTED',
  FOUND_NOT_IMPLEMENTED: 'FOUND_NOT_IMPLEMENTED',
  VALIDATED: 'VALIDATED',
} as const satisfies { [K in Kind]: K };
export type SpotCheckEventKind = Kind;

registerEnumType(SpotCheckEventKind, {
  name: 'SpotCheckEventKind',
  description: 'What followed the letter of a spot check that asks for corrective action (G-4.4.b, R-15).',
  valuesConfig: {
    IMPLEMENTATION_REPORTED: { description: 'The organization reported that the plan is fully implemented.' },
    FOUND_NOT_IMPLEMENTED: { description: 'IHSA found that it is not.' },
    VALIDATED: { description: 'IHSA validated the implementation (G-4.4.c).' },
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

  @Field(() => [SpotCheckEvent], { description: 'What followed, in order.' })
  events!: SpotCheckEvent[];

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
