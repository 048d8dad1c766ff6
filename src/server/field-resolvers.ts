import type { GraphQLArgument, GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { getMetadataStorage, type ResolverData } from 'type-graphql';
import { passes } from './errors/input-check.ts';
import { instancesOf } from './input-instances.ts';

type Metadata = ReturnType<typeof getMetadataStorage>;
type ComputedField = Metadata['fieldResolvers'][number];
type Parameter = Metadata['params'][number];
type ObjectClass = Metadata['objectTypes'][number];
type Method = Pick<ComputedField, 'target' | 'methodName'> & { readonly params?: readonly Parameter[] };

/** The call of a resolver, in type-graphql's words. */
type Call = ResolverData<object>;

/**
 * Gives queries and the fields of objects resolvers that answer at once. type-graphql checks each argument in a promise, and a list of 300 answers has
 * thousands of fields; but a scalar has nothing to check that GraphQL has not checked, and a class of arguments is checked without one. A field that takes
 * an input object by itself keeps its resolver.
 */
export function resolveAtOnce(schema: GraphQLSchema, classes: readonly unknown[]): void {
  const { objectTypes, fieldResolvers, queries } = getMetadataStorage();
  const roots = schema.getQueryType()?.getFields() ?? {};
  for (const query of queries) {
    const field = roots[query.schemaName];
    const made = field && classes.includes(query.target) ? atOnce(field, query) : null;
    if (field && made) field.resolve = made;
  }
  for (const objectClass of objectTypes) {
    const type = schema.getType(objectClass.name);
    if (isObjectType(type)) resolveFields(type, objectClass, fieldResolvers, classes);
  }
}

function resolveFields(
  type: GraphQLObjectType,
  { target, interfaceClasses = [], fields = [] }: ObjectClass,
  fieldResolvers: readonly ComputedField[],
  classes: readonly unknown[],
): void {
  const known = fieldResolvers.filter((each) => isOf(each, [target, ...interfaceClasses]));
  const computed = new Set(known.map(({ schemaName }) => schemaName));
  const renamed = new Set(fields.filter(({ name, schemaName }) => name !== schemaName).map(({ schemaName }) => schemaName));
  for (const field of Object.values(type.getFields())) {
    const its = known.find((each) => each.schemaName === field.name && classes.includes(each.target) && isOf(each, [target]));
    const made = its ? atOnce(field, its) : null;
    if (made) field.resolve = made;
    // GraphQL itself reads the property of that name.
    if (!computed.has(field.name) && !renamed.has(field.name)) delete field.resolve;
  }
}

// A resolver class that is in no schema of this process has not been asked for its type yet.
const isOf = ({ getObjectType }: ComputedField, owners: readonly unknown[]): boolean =>
  getObjectType !== undefined && owners.includes(getObjectType());

/** Null for a parameter that must be made or checked by type-graphql. */
function atOnce(field: Field, { target, methodName, params = [] }: Method): GraphQLFieldResolver<unknown, object> | null {
  const readers = params.toSorted((a, b) => a.index - b.index).map((parameter) => readerOf(parameter, field));
  const instance: unknown = Reflect.construct(target, []);
  const method: unknown = Reflect.get(Object(instance), methodName);
  const { resolve: checking } = field;
  if (typeof method !== 'function' || readers.includes(null)) return null;
  const known = readers.filter((reader) => reader !== null);
  return (root, args, context, info) => {
    const call = { root, args, context, info };
    const given = known.map((read) => read(call));
    // type-graphql's own way says what is wrong with them.
    return given.includes(refused) ? checking?.(root, args, context, info) : method.apply(instance, given);
  };
}

type Field = GraphQLField<unknown, unknown>;

/** In place of arguments that do not pass their checks. */
const refused = Symbol('refused');

/** How to read a parameter from a call; null for one that must be checked or made. */
function readerOf(parameter: Parameter, { args }: Field): ((call: Call) => unknown) | null {
  if (parameter.kind === 'context' && parameter.propertyName === undefined) return ({ context }) => context;
  if (parameter.kind === 'root' && parameter.propertyName === undefined && parameter.getType === undefined) return ({ root }) => root;
  if (parameter.kind === 'info') return ({ info }) => info;
  if (parameter.kind === 'args') return argumentsReader(parameter.getType());
  if (parameter.kind === 'custom') return args.every(isOfLeaves) ? parameter.resolver : null;
  if (parameter.kind !== 'arg') return null;
  return args.some((each) => each.name === parameter.name && isOfLeaves(each)) ? (call) => call.args[parameter.name] : null;
}

const isOfLeaves = ({ type }: GraphQLArgument): boolean => isLeafType(getNamedType(type));

function argumentsReader(target: unknown): ((call: Call) => unknown) | null {
  if (typeof target !== 'function') return null;
  // A class of arguments has a constructor without parameters.
  const make = instancesOf(target as new () => object);
  return ({ args }) => {
    const made = make(args);
    return passes(made) ? made : refused;
  };
}
