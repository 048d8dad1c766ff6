import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { ConcreteRequest } from 'relay-runtime';

type Selection = Readonly<Record<string, unknown>>;

/** What Relay's compiler writes for an operation without fragments of its own: the selections as Relay reads and normalizes them. */
export function relayArtifact(schema: GraphQLSchema, text: string): ConcreteRequest {
  const document = withIds(schema, parse(text));
  const operation = document.definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('There is no operation.');
  const name = operation.name?.value ?? 'unnamed';
  const selections = selectionsOf(root, operation.selectionSet, schema);
  const argumentDefinitions = (operation.variableDefinitions ?? []).map(({ variable }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: null,
  }));
  const printed = print(document);
  const artifact = {
    kind: 'Request',
    fragment: { kind: 'Fragment', name, type: root.name, metadata: null, abstractKey: null, argumentDefinitions, selections },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: { id: null, cacheID: printed, metadata: {}, name, operationKind: operation.operation, text: printed },
  };
  // The shapes are those that relay-compiler writes; a literal this general does not satisfy its types.
  return artifact as unknown as ConcreteRequest;
}

/** Relay asks for the id of everything that has one, and for `__typename` where several types are possible. */
function withIds(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  const SelectionSet = (node: SelectionSetNode): SelectionSetNode => {
    const type = types.getParentType();
    const names = [...(isAbstractType(type) ? ['__typename'] : []), ...(isObjectType(type) && type.getFields().id ? ['id'] : [])];
    const there = node.selections.map((each) => (each.kind === Kind.FIELD ? each.name.value : ''));
    const added = names.filter((each) => !there.includes(each));
    const fields = added.map((value): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } }));
    return { ...node, selections: [...node.selections, ...fields] };
  };
  return visit(document, visitWithTypeInfo(types, { SelectionSet: { leave: SelectionSet } }));
}

function selectionsOf(type: GraphQLObjectType | null, set: SelectionSetNode, schema: GraphQLSchema): Selection[] {
  return set.selections.map((each) => {
    if (each.kind === Kind.FIELD) return fieldOf(type, each, schema);
    if (each.kind !== Kind.INLINE_FRAGMENT || !each.typeCondition) throw new Error('Fragments are not needed here.');
    const within = schema.getType(each.typeCondition.name.value);
    if (!isObjectType(within)) throw new Error('Fragments are on types of objects.');
    const selections = selectionsOf(within, each.selectionSet, schema);
    return { kind: 'InlineFragment', type: within.name, abstractKey: null, selections };
  });
}

function fieldOf(type: GraphQLObjectType | null, node: FieldNode, schema: GraphQLSchema): Selection {
  const common = { alias: node.alias?.value ?? null, name: node.name.value, args: argumentsOf(node.arguments ?? []), storageKey: null };
  const field = type?.getFields()[node.name.value];
  if (!field || isLeafType(getNamedType(field.type))) return { kind: 'ScalarField', ...common };
  const named = getNamedType(field.type);
  const concrete = isObjectType(named) ? named : null;
  const plural = isListType(getNullableType(field.type));
  if (!isCompositeType(named) || !node.selectionSet) throw new Error('A field that is an object has selections.');
  return {
    kind: 'LinkedField',
    ...common,
    concreteType: concrete?.name ?? null,
    plural,
    selections: selectionsOf(concrete, node.selectionSet, schema),
  };
}

function argumentsOf(nodes: readonly ArgumentNode[]): readonly Selection[] | null {
  if (nodes.length === 0) return null;
  return nodes.map(({ name, value }) =>
    value.kind === Kind.VARIABLE
      ? { kind: 'Variable', name: name.value, variableName: value.name.value }
      : { kind: 'Literal', name: name.value, value: valueFromASTUntyped(value) },
  );
}
