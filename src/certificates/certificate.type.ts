import { Field, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { LocalDate } from '../contract/scalars.ts';
import { Basis, Standard } from '../standing/standing.type.ts';

@ObjectType({ implements: Node, description: 'A Certificate of Recognition of one account.' })
export class Certificate implements Node {
  id!: string;

  @Field(() => String, { description: 'The number printed on it; `proof(number:)` checks it.' })
  number!: string;

  @Field(() => Standard, {
    description: 'Its standard today; a transition letter makes it COR 2020 (R-14).',
  })
  standard!: Standard;

  @Field(() => Basis, { description: 'How it was earned.' })
  basis!: Basis;

  @Field(() => LocalDate, { description: 'Day of issue: the anniversary, each year (G-2.4.h).' })
  issuedOn!: string;

  @Field(() => LocalDate, {
    description:
      'Its printed end: the third anniversary, or for an equivalency certificate the day before the first (R-10, R-20). The standing ' +
      'is what counts.',
  })
  endsOn!: string;
}
