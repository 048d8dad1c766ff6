import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, SelectionNode, SelectionSetNode } from 'graphql';
import { isAbstractType, isObjectType, Kind } from 'graphql';
import { fragmentsOf } from '../limits/document-shape.ts';
import type { GuardedOperation } from '../limits/guard.ts';
import { type CompiledField, type Complete, completeAs, computedField, objectOf, propertyField, typeNameField } from './completion.ts';
import { isHot } from './hot-fields.ts';

/** The most fields of a compiled operation, which stays in memory. */
const MOST_FIELDS = 500;

/** Makes a valid query of hot fields ready: what its fields are and how to complete their values is looked up once. Null for any other operation. */
export function compile(guarded: GuardedOperation): Complete | null {
  const { schema, operation } = guarded;
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || !root || operation.directives?.length) return null;
  try {
    return new Compiler(guarded).object(root, [operation.selectionSet]);
  } catch (error) {
    if (error instanceof NotHot) return null;
    throw error;
  }
}

/** Only GraphQL itself executes it. */
class NotHot extends Error {}

class Compiler {
  private readonly guarded: GuardedOperation;
  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  private count = 0;

  constructor(guarded: GuardedOperation) {
    this.guarded = guarded;
    this.fragments = Object.fromEntries(fragmentsOf(guarded.document).map((fragment) => [fragment.name.value, fragment]));
  }

  object(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Complete {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const each of selections) this.collect(type, each, fields, spread);
    return objectOf([...fields].map(([key, nodes]) => this.field(type, key, nodes)));
  }

  // As CollectFields of the specification: fields with the same key are one field, whose selections are merged.
  private collect(type: GraphQLObjectType, { selections }: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const node of selections) {
      if (node.directives?.length) throw new NotHot();
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        fields.set(key, [...(fields.get(key) ?? []), node]);
      } else {
        const selection = this.selectionOf(node, type, spread);
        if (selection) this.collect(type, selection, fields, spread);
      }
    }
  }

  /** What a fragment selects of a type; null for nothing, or nothing new. */
  private selectionOf(node: Exclude<SelectionNode, FieldNode>, type: GraphQLObjectType, spread: Set<string>): SelectionSetNode | null {
    if (node.kind === Kind.INLINE_FRAGMENT) return this.applies(node.typeCondition?.name.value, type) ? node.selectionSet : null;
    const fragment = this.fragments[node.name.value];
    if (!fragment || spread.has(node.name.value)) return null;
    spread.add(node.name.value);
    return this.applies(fragment.typeCondition.name.value, type) ? fragment.selectionSet : null;
  }

  private applies(name: string | undefined, type: GraphQLObjectType): boolean {
    if (name === undefined || name === type.name) return true;
    const condition = this.guarded.schema.getType(name);
    return isAbstractType(condition) && this.guarded.schema.isSubType(condition, type);
  }

  private field(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): CompiledField {
    const [node] = nodes;
    this.count += 1;
    const place = this.count;
    // `__proto__` would set the prototype of the answer.
    if (!node || place > MOST_FIELDS || key === '__proto__') throw new NotHot();
    const name = node.name.value;
    if (name === '__typename') return typeNameField(key, parent.name);
    const field = parent.getFields()[name];
    if (!field || !isHot(parent.name, name)) throw new NotHot();
    const complete = completeAs(field.type, (type) => {
      if (!isObjectType(type) || type.isTypeOf) throw new NotHot();
      return this.object(type, selectionsOf(nodes));
    });
    if (!field.resolve) return propertyField(key, name, complete);
    const { schema, operation } = this.guarded;
    const path = { prev: undefined, key, typename: parent.name };
    const where = { fieldName: name, fieldNodes: nodes, returnType: field.type, parentType: parent, path };
    return computedField(key, place, field, { ...where, schema, operation, fragments: this.fragments, rootValue: undefined }, complete);
  }
}

const selectionsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
