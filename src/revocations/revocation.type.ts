import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({ implements: Node, description: 'A revocation that IHSA recorded. While it is in effect, nothing can be issued (R-29).' })
export class Revocation implements Node {
  id!: string;

  @Field(() => LocalDate, { description: 'First day on which it is in effect.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it is no longer in effect; null until it is lifted.' })
  liftedOn!: Day | null;

  @Field(() => String, { description: 'Why the certification was revoked.' })
  reason!: string;

  @Field(() => String, { description: 'The supporting document: its title, number or location.' })
  document!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
