import type {
  GraphQLInputField,
  GraphQLInputObjectType,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql';
import { isInputObjectType, isInputType, isLeafType, isListType, isNonNullType, typeFromAST, valueFromAST } from 'graphql';
import { readerOf } from '../../database/shape.ts';
import type { Variables } from '../limits/operation-cost.ts';
import { NotAnswered } from './not-answered.ts';

// GraphQL's own coercion writes down the path of each value in case it is wrong. Here that is left out: what is wrong, GraphQL itself says.

/** Coerces the variables of a request as GraphQL does. Throws for anything that is wrong with them. */
export type CoerceVariables = (given: Variables) => Record<string, unknown>;

type Coerce = (given: unknown) => unknown;

/** Prepares the coercion of an operation's variables. */
export function variablesOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): CoerceVariables {
  const coercions = new Coercions();
  const variables = variableDefinitions.map((definition) => variableOf(schema, definition, coercions));
  return (given) => {
    // A variable may be called `__proto__`.
    const coerced: Record<string, unknown> = Object.create(null);
    for (const { name, coerce, absent } of variables) {
      const value = Object.hasOwn(given, name) ? coerce(given[name]) : absent();
      if (value !== undefined) coerced[name] = value;
    }
    return coerced;
  };
}

interface Variable {
  readonly name: string;
  readonly coerce: Coerce;
  /** Its value where none is given; undefined for none. */
  readonly absent: () => unknown;
}

function variableOf(schema: GraphQLSchema, { variable, type: node, defaultValue }: VariableDefinitionNode, coercions: Coercions): Variable {
  const type = typeFromAST(schema, node);
  if (!isInputType(type)) throw new Error('The variables of a valid document have input types.');
  const absent = () => {
    if (defaultValue) return valueFromAST(defaultValue, type);
    return isNonNullType(type) ? refuse() : undefined;
  };
  return { name: variable.name.value, coerce: coercions.of(type), absent };
}

function refuse(): never {
  throw new NotAnswered();
}

/** How values of types are coerced; each input object is looked up once, since it may contain itself. */
class Coercions {
  private readonly objects = new Map<GraphQLInputObjectType, Coerce>();

  of(type: GraphQLInputType): Coerce {
    if (!isNonNullType(type)) return nullable(this.bare(type));
    const coerce = this.bare(type.ofType);
    return (given) => (given === null || given === undefined ? refuse() : coerce(given));
  }

  private bare(type: GraphQLInputType): Coerce {
    if (isListType(type)) return listOf(this.of(type.ofType));
    if (isInputObjectType(type)) return this.object(type);
    if (!isLeafType(type)) throw new Error('A type that is neither a list nor an object is a leaf.');
    return (given) => {
      const value = type.parseValue(given);
      return value === undefined ? refuse() : value;
    };
  }

  private object(type: GraphQLInputObjectType): Coerce {
    const known = this.objects.get(type);
    if (known) return known;
    let coerce: Coerce | null = null;
    const later: Coerce = (given) => {
      coerce ??= objectOf(
        type,
        Object.values(type.getFields()).map((field) => ({ ...fieldOf(field), coerce: this.of(field.type) })),
      );
      return coerce(given);
    };
    this.objects.set(type, later);
    return later;
  }
}

const nullable =
  (coerce: Coerce): Coerce =>
  (given) =>
    given === null || given === undefined ? null : coerce(given);

/** A value that is no list is a list of one. */
const listOf =
  (coerce: Coerce): Coerce =>
  (given) =>
    Array.isArray(given) ? given.map(coerce) : [coerce(given)];

interface Field {
  readonly name: string;
  readonly read: (given: object) => unknown;
  readonly coerce: Coerce;
  /** Its value where none is given; undefined for none. */
  readonly absent: unknown;
  readonly isRequired: boolean;
}

const fieldOf = ({ name, defaultValue, type }: GraphQLInputField): Omit<Field, 'coerce'> => ({
  name,
  read: readerOf(name),
  absent: defaultValue,
  isRequired: isNonNullType(type) && defaultValue === undefined,
});

function objectOf({ isOneOf }: GraphQLInputObjectType, fields: readonly Field[]): Coerce {
  const names = new Set(fields.map(({ name }) => name));
  return (given) => {
    if (!isRecord(given)) return refuse();
    for (const name in given) if (!names.has(name)) refuse();
    const coerced: Record<string, unknown> = {};
    for (const { name, read, coerce, absent, isRequired } of fields) {
      const value = read(given);
      if (value !== undefined) coerced[name] = coerce(value);
      else if (isRequired) refuse();
      else if (absent !== undefined) coerced[name] = absent;
    }
    if (isOneOf) mustBeOne(Object.values(coerced));
    return coerced;
  };
}

function mustBeOne(values: readonly unknown[]): void {
  if (values.length !== 1 || values[0] === null) refuse();
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
