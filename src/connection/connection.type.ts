import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './page-info.type.ts';

/** The words for a list's elements in the schema's descriptions: `account` and `accounts`. */
interface Words {
  readonly one: string;
  readonly many: string;
}

interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** Makes the type of a connection to nodes of a type, and the type of its edges: `AccountConnection` and `AccountEdge` for `Account`; pass an edge type that has more fields. */
export function connectionTo<Node extends object>(node: ClassType<Node>, words: Words, Edge: ClassType<Edge<Node>> = edgeTo(node, words)) {
  @ObjectType(`${node.name}Connection`, { description: `A page of a list of ${words.many}.` })
  class NodeConnection {
    @Field(() => [Edge], { description: `The ${words.many} of the page with their cursors.` })
    edges!: Edge<Node>[];

    @Field(() => [node], { description: `The ${words.many} of the page.` })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'The place of the page in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: totalCount(words), complexity: 50 })
    totalCount!: number;

    @Field(() => Boolean, { description: 'Whether `totalCount` is exact; if not, the list is longer.' })
    totalCountIsExact!: boolean;
  }
  return NodeConnection;
}

const totalCount = ({ many }: Words): string =>
  `How many ${many} the whole list has: exact up to 10,000, and 10,000 for every longer list. Counting costs more than a page, so ask only if you need it.`;

function edgeTo<Node extends object>(node: ClassType<Node>, { one, many }: Words) {
  @ObjectType(`${node.name}Edge`, { description: `One of a list of ${many}, with its cursor.` })
  class NodeEdge {
    @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`. It stays valid when the list changes.' })
    cursor!: string;

    @Field(() => node, { description: `The ${one}.` })
    node!: Node;
  }
  return NodeEdge;
}
