import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({ implements: Node, description: 'A revocation that IHSA recorded. While it stands nothing is issued (R-29).' })
export class Revocation implements Node {
  id!: string;

  @Field(() => LocalDate, { description: 'First day on which it stands.' })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it stands no more; null until it is lifted.' })
  liftedOn!: Day | null;

  @Field(() => String, { description: 'Why the certification was revoked.' })
  reason!: string;

  @Field(() => String, { description: 'The document that says so: its title, number or place.' })
  document!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null once it was removed as recorded in error.',
  })
  version!: number | null;
}
