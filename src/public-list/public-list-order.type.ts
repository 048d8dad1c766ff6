import { Field, ObjectType } from 'type-graphql';
import { DateTime, type Instant } from '../contract/scalars.ts';

@ObjectType({
  description: 'An order for a public list. The list comes first at `/public-lists` once it is made, which takes seconds.',
})
export class PublicListOrder {
  @Field(() => DateTime, { description: 'When it was ordered: the `knownAt` of the list is this instant or a later one.' })
  orderedAt!: Instant;
}
