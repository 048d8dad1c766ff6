import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import { visit } from 'graphql';

/** The names of all fields of an operation and of its fragments: by the node in its document, which is kept between requests. */
const mentioned = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/** Whether an operation has a field of one of these names anywhere. If not, what only such fields show need not be read. */
export function mentions(asking: Pick<GraphQLResolveInfo, 'operation' | 'fragments'>, names: readonly string[]): boolean {
  const all = mentioned.get(asking.operation) ?? namesIn(asking);
  mentioned.set(asking.operation, all);
  return names.some((name) => all.has(name));
}

function namesIn({ operation, fragments }: Pick<GraphQLResolveInfo, 'operation' | 'fragments'>): ReadonlySet<string> {
  const all = new Set<string>();
  const Field = ({ name }: { readonly name: { readonly value: string } }): void => void all.add(name.value);
  for (const definition of [operation, ...Object.values(fragments)]) visit(definition, { Field });
  return all;
}
