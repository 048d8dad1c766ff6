import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInputType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Question } from './packer.ts';

type Asked = Pick<Question, 'query' | 'variables'>;

/**
 * `Type.field` and `Type.field(argument)` of all that queries lead to which none of the operations answered asks for, and each `Input.field` that
 * none of those asked gives, sorted.
 */
export function unvisited(schema: GraphQLSchema, asked: readonly Asked[], answered: readonly Asked[]): readonly string[] {
  const missed = namesIn(schema);
  for (const query of new Set(answered.map((each) => each.query))) for (const name of namesAsked(schema, query)) missed.delete(name);
  const declared = new Map<string, ReadonlyMap<string, GraphQLInputType>>();
  for (const { query, variables } of asked) {
    const types = declared.get(query) ?? typesDeclared(schema, query);
    declared.set(query, types);
    for (const [name, type] of types) for (const given of namesGiven(type, variables[name])) missed.delete(given);
  }
  return [...missed].sort();
}

/** All that the queries lead to. */
function namesIn(schema: GraphQLSchema): Set<string> {
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

function namesAsked(schema: GraphQLSchema, query: string): readonly string[] {
  const names: string[] = [];
  const types = new TypeInfo(schema);
  const Field = ({ name, arguments: given = [] }: FieldNode): void => {
    const field = `${types.getParentType()?.name}.${name.value}`;
    names.push(field, ...given.map((argument) => `${field}(${argument.name.value})`));
  };
  visit(parse(query), visitWithTypeInfo(types, { Field }));
  return names;
}

function typesDeclared(schema: GraphQLSchema, query: string): ReadonlyMap<string, GraphQLInputType> {
  const [operation] = parse(query).definitions;
  const variables = operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
  const types = variables.map(({ variable, type }) => [variable.name.value, typeFromAST(schema, type)] as const);
  return new Map(types.flatMap(([name, type]) => (isInputType(type) ? [[name, type]] : [])));
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
