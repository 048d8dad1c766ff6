import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { getMetadataStorage, type ResolverData } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>;
type ComputedField = Metadata['fieldResolvers'][number];
type Parameter = Metadata['params'][number];
type ObjectClass = Metadata['objectTypes'][number];

/** The call of a resolver, in type-graphql's words. */
type Call = ResolverData<object>;

/**
 * Gives the fields of objects resolvers that answer at once. type-graphql checks each argument in a promise, and a list of 300 answers has thousands of
 * fields; but a scalar has nothing to check that GraphQL has not checked. A field that takes an input object keeps its resolver.
 */
export function resolveAtOnce(schema: GraphQLSchema, classes: readonly unknown[]): void {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
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

/** Null if an argument has to be checked. */
function atOnce(
  field: GraphQLField<unknown, unknown>,
  { target, methodName, params = [] }: ComputedField,
): GraphQLFieldResolver<unknown, object> | null {
  if (!field.args.every(({ type }) => isLeafType(getNamedType(type)))) return null;
  const readers = params.toSorted((a, b) => a.index - b.index).map(readerOf);
  const instance: unknown = Reflect.construct(target, []);
  const method: unknown = Reflect.get(Object(instance), methodName);
  if (typeof method !== 'function' || readers.includes(null)) return null;
  const known = readers.filter((reader) => reader !== null);
  return (root, args, context, info) => {
    const call = { root, args, context, info };
    return method.apply(
      instance,
      known.map((read) => read(call)),
    );
  };
}

/** How to read a parameter from a call; null for one that must be checked or made. */
function readerOf(parameter: Parameter): ((call: Call) => unknown) | null {
  if (parameter.kind === 'context' && parameter.propertyName === undefined) return ({ context }) => context;
  if (parameter.kind === 'root' && parameter.propertyName === undefined && parameter.getType === undefined) return ({ root }) => root;
  if (parameter.kind === 'info') return ({ info }) => info;
  if (parameter.kind === 'arg') return ({ args }) => args[parameter.name];
  return parameter.kind === 'custom' ? parameter.resolver : null;
}
