import { Field, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';

@ObjectType({
  implements: Node,
  description: 'An interim Letter of Good Standing (F-16) or a letter of reciprocity (G-5.a): valid for bidding only, not a certification.',
})
export class BiddingDocument implements Node {
  id!: string;

  @Field(() => String, { description: 'The number printed on it; `proof(number:)` checks it.' })
  number!: string;

  @Field(() => LocalDate, { description: 'Day of issue.' })
  issuedOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Its last day, that day included: the end stated for the certificate it rests on, at most a year after the issue (R-21). Null ' +
      'if no end is stated.',
  })
  lastDay!: string | null;
}
