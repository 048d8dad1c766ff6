import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({
  implements: Node,
  description: 'A confirmed registration of an account. It is in effect until it is withdrawn or a certification is lost (G-2.1.b, R-31).',
})
export class Registration implements Node {
  id!: string;

  @Field(() => String, { description: 'Number of the confirmation of registration; `proof(number:)` checks it.' })
  number!: string;

  @Field(() => LocalDate, { description: 'Day of the confirmation.' })
  confirmedOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which it is withdrawn; null if it is not.' })
  withdrawnOn!: Day | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null if it was removed as recorded in error.',
  })
  version!: number | null;
}
