import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A Letter of Good Standing: it keeps a certificate in force in year 2 or 3 (G-2.0).',
})
export class LetterOfGoodStanding implements Node {
  id!: string;

  @Field(() => String, { description: 'The number printed on it; `proof(number:)` checks it.' })
  number!: string;

  @Field(() => Int, { description: 'The year of the certificate it is for: 2 or 3.' })
  year!: number;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: string;
}
