import { Field, ID, InterfaceType } from 'type-graphql';
import { fromGlobalId } from './global-id.ts';

@InterfaceType({
  description: 'An object with a global id, by which `node` and `nodes` find it again.',
  resolveType: ({ id }) => fromGlobalId(id)?.type,
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id. It never changes; treat it as opaque.' })
  id!: string;
}
