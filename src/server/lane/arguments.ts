import type { FieldNode, GraphQLArgument, GraphQLField, ValueNode } from 'graphql';
import { getArgumentValues, isNonNullType, Kind, valueFromAST } from 'graphql';
import { NotAnswered } from './not-answered.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Makes the arguments of a field for a request, by its coerced variables. Throws for anything that is wrong with them. */
export type MakeArguments = (variables: Variables) => Record<string, unknown>;

/** As GraphQL makes them, but what each argument is in the document is looked up once. */
export function argumentsOf(field: Field, node: FieldNode): MakeArguments {
  const given = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]));
  const readers = field.args.map((argument) => ({ name: argument.name, read: readerOf(argument, given.get(argument.name)) }));
  const known = readers.flatMap(({ name, read }) => (read ? [{ name, read }] : []));
  if (known.length < readers.length) return (variables) => getArgumentValues(field, node, variables);
  return (variables) => {
    const made: Record<string, unknown> = {};
    for (const { name, read } of known) {
      const value = read(variables);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
}

type Field = GraphQLField<unknown, unknown>;

/** The value of an argument; undefined for none. */
type Read = (variables: Variables) => unknown;

/** Null for an argument that only GraphQL reads: a variable may stand somewhere within its value. */
function readerOf({ type, defaultValue }: GraphQLArgument, value: ValueNode | undefined): Read | null {
  const isRequired = isNonNullType(type);
  const absent = () => (isRequired && defaultValue === undefined ? refuse() : defaultValue);
  if (value === undefined) return absent;
  if (value.kind === Kind.LIST || value.kind === Kind.OBJECT) return null;
  if (value.kind !== Kind.VARIABLE) {
    const written = valueFromAST(value, type);
    return () => written ?? (written === undefined || isRequired ? refuse() : null);
  }
  const name = value.name.value;
  return (variables) => {
    if (!Object.hasOwn(variables, name)) return absent();
    const found = variables[name];
    return found === null && isRequired ? refuse() : found;
  };
}

function refuse(): never {
  throw new NotAnswered();
}
