import type {
  ArgumentNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { fragmentsOf } from './document-shape.ts';

/** The assumed length of a list of unknown length. */
const USUAL_LIST = 5;

/** The assumed length of a page when neither `first` nor `last` is given. */
const USUAL_PAGE = 20;

/** What an operation costs, how many lists it nests, and whether this is independent of the variables. */
export interface OperationCost {
  readonly cost: number;
  /** How many things it asks for by number, name or id. */
  readonly lookUps: number;
  readonly nestedLists: number;
  readonly isFixed: boolean;
}

/** The variables of a request, as the caller sent them. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The cost model. Every object in the answer costs 1, or the `complexity` of its field; leaves are free. A list counts for as many objects
 * as `first` or `last` ask for, here or on the connection it belongs to; else as the list given as an argument is long; else for its `usualSize`, or five.
 * A root field with an argument that must be given looks up one thing, or as many as the longest list given to it.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): OperationCost {
  const root = schema.getRootType(operation.operation);
  const reckoning = new Reckoning(schema, document, valuesOf(operation, variables));
  const { cost, nestedLists, lookUps } = root ? reckoning.selections(operation.selectionSet, root, null) : free;
  return { cost, nestedLists, lookUps, isFixed: !reckoning.readsVariables };
}

type Reckoned = Omit<OperationCost, 'isFixed'>;

const free: Reckoned = { cost: 0, nestedLists: 0, lookUps: 0 };

/** `size` is how many elements the lists of a connection have. */
type PageSize = number | null;

class Reckoning {
  readsVariables = false;
  private readonly schema: GraphQLSchema;
  private readonly variables: Variables;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly reckoned = new Map<string, Reckoned>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.schema = schema;
    this.variables = variables;
    this.fragments = new Map(fragmentsOf(document).map((fragment) => [fragment.name.value, fragment]));
  }

  selections({ selections }: SelectionSetNode, type: GraphQLNamedType, page: PageSize): Reckoned {
    let [cost, nestedLists, lookUps] = [0, 0, 0];
    for (const node of selections) {
      const each = node.kind === Kind.FIELD ? this.field(node, type, page) : this.fragment(node, type, page);
      cost += each.cost;
      lookUps += each.lookUps;
      nestedLists = Math.max(nestedLists, each.nestedLists);
    }
    return { cost, nestedLists, lookUps };
  }

  private fragment(node: Exclude<SelectionSetNode['selections'][number], FieldNode>, type: GraphQLNamedType, page: PageSize): Reckoned {
    if (node.kind === Kind.INLINE_FRAGMENT)
      return this.selections(node.selectionSet, this.typeNamed(node.typeCondition?.name.value) ?? type, page);
    const key = `${node.name.value} ${page}`;
    const known = this.reckoned.get(key);
    if (known) return known;
    const fragment = this.fragments.get(node.name.value);
    const on = this.typeNamed(fragment?.typeCondition.name.value);
    const reckoned = fragment && on ? this.selections(fragment.selectionSet, on, page) : free;
    this.reckoned.set(key, reckoned);
    return reckoned;
  }

  private field(node: FieldNode, parent: GraphQLNamedType, page: PageSize): Reckoned {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return free;
    const type = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const asked = this.sizeAsked(node, field, isList);
    const size = isList ? (asked ?? page ?? usualSize(field)) : 1;
    const within = node.selectionSet ? this.selections(node.selectionSet, type, isList ? null : asked) : free;
    return {
      cost: size * (ownCost(field) ?? (isCompositeType(type) ? 1 : 0)) + size * within.cost,
      nestedLists: within.nestedLists + (isList && isCompositeType(type) && !isShort(field) ? 1 : 0),
      lookUps: this.lookedUp(node, field, parent),
    };
  }

  private lookedUp(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): number {
    const isRoot = parent === this.schema.getQueryType() || parent === this.schema.getMutationType();
    const isAsked = field.args.some(isRequiredArgument) || Array.isArray(field.extensions.looksUp);
    return isRoot && isAsked ? (this.listLookedUp(node, field) ?? this.longestList(node) ?? 1) : 0;
  }

  /** Where the list is within the input, or in an argument that may be left out, the field says by which names it goes. */
  private listLookedUp(node: FieldNode, { extensions }: GraphQLField<unknown, unknown>): number | null {
    if (!Array.isArray(extensions.looksUp)) return null;
    this.readsVariables = true;
    const inputs = (node.arguments ?? []).map(({ value }) => Object(valueFromASTUntyped(value, this.variables)));
    const lists = extensions.looksUp.flatMap((name) => inputs.map((input) => input[String(name)])).filter(Array.isArray);
    return lists.length > 0 ? Math.max(...lists.map(({ length }) => length)) : null;
  }

  private sizeAsked(node: FieldNode, field: GraphQLField<unknown, unknown>, isList: boolean): PageSize {
    const paging = field.args.filter(({ name }) => name === 'first' || name === 'last');
    if (paging.length > 0) return this.pageSize(node) ?? usualPage(paging.map((each) => each.defaultValue));
    if (!isList) return null;
    return this.longestList(node);
  }

  private longestList(node: FieldNode): number | null {
    const lengths = (node.arguments ?? []).map((each) => this.lengthOf(each)).filter((length) => length !== null);
    return lengths.length > 0 ? Math.max(...lengths) : null;
  }

  private pageSize(node: FieldNode): PageSize {
    const given = (node.arguments ?? []).filter(({ name }) => name.value === 'first' || name.value === 'last');
    const sizes = given.map(({ value }) => this.valueOf(value)).filter((size) => typeof size === 'number');
    return sizes.length > 0 ? Math.max(0, ...sizes) : null;
  }

  private lengthOf({ value }: ArgumentNode): number | null {
    const given = this.valueOf(value);
    return Array.isArray(given) ? given.length : null;
  }

  private valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.LIST) return node.values;
    if (node.kind !== Kind.VARIABLE) return valueFromASTUntyped(node);
    this.readsVariables = true;
    return this.variables[node.name.value];
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

function ownCost({ extensions }: GraphQLField<unknown, unknown>): number | null {
  return typeof extensions.complexity === 'number' ? extensions.complexity : null;
}

/** Whether a list says how long it usually is: such a one is too short to make lists within lists dear. */
const isShort = ({ extensions }: GraphQLField<unknown, unknown>): boolean => typeof extensions.usualSize === 'number';

/** How many elements a list that is given no length is reckoned to have: as its field says, or the usual number. */
const usualSize = ({ extensions }: GraphQLField<unknown, unknown>): number =>
  typeof extensions.usualSize === 'number' ? extensions.usualSize : USUAL_LIST;

const usualPage = (defaults: readonly unknown[]): number => defaults.find((each) => typeof each === 'number') ?? USUAL_PAGE;

function valuesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return defaults.length === 0 ? given : { ...Object.fromEntries(defaults), ...given };
}
