import type { FieldNode, GraphQLArgument, GraphQLField, GraphQLInputField, ObjectValueNode, ValueNode } from 'graphql';
import { getArgumentValues, getNullableType, isInputObjectType, isNonNullType, Kind, valueFromAST } from 'graphql';
import { NotAnswered } from './not-answered.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Makes the arguments of a field for a request, by its coerced variables. Throws for anything that is wrong with them. */
export type MakeArguments = (variables: Variables) => Record<string, unknown>;

/** As GraphQL makes them, but what each argument is in the document is looked up once. */
export function argumentsOf(field: Field, node: FieldNode): MakeArguments {
  return valuesOf(field.args, node.arguments ?? []) ?? ((variables) => getArgumentValues(field, node, variables));
}

/** Null where only GraphQL reads one of them. */
function valuesOf(wanted: readonly Wanted[], nodes: readonly Given[]): MakeArguments | null {
  const given = new Map(nodes.map(({ name, value }) => [name.value, value]));
  const readers = wanted.map((each) => ({ name: each.name, read: readerOf(each, given.get(each.name)) }));
  const known = readers.flatMap(({ name, read }) => (read ? [{ name, read }] : []));
  if (known.length < readers.length) return null;
  return (variables) => {
    const made: Record<string, unknown> = {};
    for (const { name, read } of known) {
      const value = read(variables);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
}

/** An argument, or a field of an object written in the document, as the schema has it and as it is written. */
type Wanted = GraphQLArgument | GraphQLInputField;
type Given = Pick<ObjectValueNode['fields'][number], 'name' | 'value'>;

type Field = GraphQLField<unknown, unknown>;

/** The value of an argument; undefined for none. */
type Read = (variables: Variables) => unknown;

/** Null for what only GraphQL reads: a variable may stand somewhere within a list. */
function readerOf({ type, defaultValue }: Wanted, value: ValueNode | undefined): Read | null {
  const isRequired = isNonNullType(type);
  const absent = () => (isRequired && defaultValue === undefined ? refuse() : defaultValue);
  if (value === undefined) return absent;
  if (value.kind === Kind.LIST) return null;
  if (value.kind === Kind.OBJECT) return objectReader(getNullableType(type), value);
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

/** An object of which exactly one field may be given is left to GraphQL, which checks that. */
function objectReader(type: unknown, { fields }: ObjectValueNode): Read | null {
  return isInputObjectType(type) && !type.isOneOf ? valuesOf(Object.values(type.getFields()), fields) : null;
}

function refuse(): never {
  throw new NotAnswered();
}
