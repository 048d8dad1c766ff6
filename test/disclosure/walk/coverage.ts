import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Question } from './packer.ts';

type Asked = Pick<Question, 'query' | 'variables'>;

/** What an operation asks for regardless of its variables: fields, and each argument with the variable behind it. */
interface Text {
  readonly fields: readonly string[];
  readonly args: readonly { readonly name: string; readonly variable: string; readonly type: GraphQLInputType }[];
}

/** Lists what the operations of a walk leave out. */
export class Coverage {
  private readonly schema: GraphQLSchema;
  // Every walker sends the same texts.
  private readonly texts = new Map<string, Text>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /**
   * Every `Type.field` and `Type.field(argument)` reachable by queries that no answered operation asks for, and each `Input.field`
   * that no operation sets, sorted.
   */
  unvisited(asked: readonly Asked[], answered: readonly Asked[]): readonly string[] {
    const missed = allNames(this.schema);
    for (const { query, variables } of answered) {
      const { fields, args } = this.textOf(query);
      for (const name of fields) missed.delete(name);
      for (const { name, variable } of args) if (variables[variable] !== undefined) missed.delete(name);
    }
    for (const { query, variables } of asked)
      for (const { variable, type } of this.textOf(query).args)
        for (const name of namesGiven(type, variables[variable])) missed.delete(name);
    return [...missed].sort();
  }

  private textOf(query: string): Text {
    const text = this.texts.get(query) ?? read(this.schema, query);
    this.texts.set(query, text);
    return text;
  }
}

/** Everything that queries can reach. */
function allNames(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  const seen = new Set<GraphQLNamedType>();
  const look = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) look(each);
    if (!isObjectType(type) && !isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      names.add(`${type.name}.${field.name}`);
      const of: GraphQLNamedType = getNamedType(field.type as GraphQLType);
      look(of);
      const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
      for (const argument of args) {
        names.add(`${type.name}.${field.name}(${argument.name})`);
        look(getNamedType(argument.type as GraphQLType));
      }
    }
  };
  const query = schema.getQueryType();
  if (query) look(query);
  return names;
}

function read(schema: GraphQLSchema, query: string): Text {
  const fields: string[] = [];
  const args: Text['args'][number][] = [];
  const types = new TypeInfo(schema);
  const Field = ({ name }: FieldNode): void => void fields.push(`${types.getParentType()?.name}.${name.value}`);
  const Argument = ({ name, value }: ArgumentNode): void => {
    const type = types.getInputType();
    if (value.kind === Kind.VARIABLE && type) args.push({ name: `${fields.at(-1)}(${name.value})`, variable: value.name.value, type });
  };
  visit(parse(query), visitWithTypeInfo(types, { Field, Argument }));
  return { fields: [...new Set(fields)], args };
}

function* namesGiven(type: GraphQLInputType, given: unknown): Generator<string> {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return;
  for (const each of Array.isArray(given) ? given : [given])
    for (const field of Object.values(named.getFields())) {
      if (each?.[field.name] === undefined) continue;
      yield `${named.name}.${field.name}`;
      yield* namesGiven(field.type, each[field.name]);
    }
}
