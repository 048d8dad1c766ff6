import type { FieldNode, GraphQLResolveInfo, SelectionNode, SelectionSetNode } from 'graphql';
import { isAbstractType, Kind, visit } from 'graphql';

type Asking = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'operation' | 'parentType' | 'schema'>;

/** The fields of an object that are asked for beside a field, wherever in the query: a fragment stands for its fields in each place. */
export function siblingsOf(asking: Asking): readonly FieldNode[] {
  const [node] = asking.fieldNodes;
  if (!node) return [];
  const known = found.get(node);
  if (known) return known;
  const siblings = findSiblings(asking, node);
  found.set(node, siblings);
  return siblings;
}

/** By the node in its document, which is kept between requests. */
const found = new WeakMap<FieldNode, readonly FieldNode[]>();

function findSiblings(asking: Asking, node: FieldNode): readonly FieldNode[] {
  const siblings = new Set<FieldNode>();
  const Field = ({ selectionSet }: FieldNode): void => {
    const fields = selectionSet ? fieldsOf(asking, selectionSet) : [];
    if (fields.includes(node)) for (const field of fields) siblings.add(field);
  };
  for (const definition of [asking.operation, ...Object.values(asking.fragments)]) visit(definition, { Field });
  return [...siblings];
}

function fieldsOf(asking: Asking, { selections }: SelectionSetNode, spread = new Set<string>()): readonly FieldNode[] {
  return selections.flatMap((node) => (node.kind === Kind.FIELD ? [node] : fieldsOfFragment(asking, node, spread)));
}

function fieldsOfFragment(asking: Asking, node: Exclude<SelectionNode, FieldNode>, spread: Set<string>): readonly FieldNode[] {
  if (node.kind === Kind.INLINE_FRAGMENT)
    return applies(asking, node.typeCondition?.name.value) ? fieldsOf(asking, node.selectionSet, spread) : [];
  const { value: name } = node.name;
  const fragment = asking.fragments[name];
  if (!fragment || spread.has(name)) return [];
  spread.add(name);
  return applies(asking, fragment.typeCondition.name.value) ? fieldsOf(asking, fragment.selectionSet, spread) : [];
}

function applies({ schema, parentType }: Asking, name: string | undefined): boolean {
  if (name === undefined || name === parentType.name) return true;
  const type = schema.getType(name);
  return isAbstractType(type) && schema.isSubType(type, parentType);
}
