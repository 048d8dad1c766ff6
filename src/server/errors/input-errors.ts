import type { ASTNode, DocumentNode, GraphQLError, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  coerceInputValue,
  getNullableType,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { FieldProblem } from '../../errors.ts';
import type { Variables } from '../limits/operation-cost.ts';
import { mustBe, pathText } from './input-words.ts';

/** The maximum number of problems in one answer. */
const most = 5;

/**
 * What is wrong with the variables, by path. GraphQL's own errors print the values, so the problems are computed again here and only the
 * paths are kept.
 */
export function variableProblems(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) continue;
    const value = variables[name];
    if (value === undefined && (defaultValue || !isNonNullType(type))) continue;
    problems.push(...problemsOf(name, type, value));
  }
  return problems.slice(0, most);
}

function problemsOf(name: string, type: GraphQLInputType, value: unknown): FieldProblem[] {
  if (value === undefined || value === null) return isNonNullType(type) ? [{ field: name, message: 'is required.' }] : [];
  const problems: FieldProblem[] = [];
  coerceInputValue(value, type, (path, _value, { message }) => {
    problems.push(problemAt([name, ...path], typeAt(type, path), message));
  });
  return problems;
}

/** What GraphQL finds wrong with the value at a path, in our words; a missing required field is named itself. */
function problemAt(path: readonly (string | number)[], type: GraphQLInputType | null, message: string): FieldProblem {
  const missing = /^Field "(?:\w+\.)?(\w+)" of required type /.exec(message)?.[1];
  if (missing) return { field: pathText([...path, missing]), message: 'is required.' };
  return { field: pathText(path), message: wordsFor(type, message) };
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | null {
  const [next, ...rest] = path;
  if (next === undefined) return type;
  const bare = getNullableType(type);
  if (isListType(bare)) return typeAt(bare.ofType, typeof next === 'number' ? rest : path);
  const field = isInputObjectType(bare) ? bare.getFields()[next] : undefined;
  return field ? typeAt(field.type, rest) : null;
}

// This GraphQL message names a field and a type but no value.
const harmless = /^Field "\w+" is not defined by type "\w+"\./;

function wordsFor(type: GraphQLInputType | null, message: string): string {
  const bare = type ? getNullableType(type) : null;
  if (bare && isLeafType(bare)) return mustBe(bare);
  if (isInputObjectType(bare) && bare.isOneOf && /\bone key\b/.test(message)) return oneOf(Object.keys(bare.getFields()));
  if (harmless.test(message)) return `is not valid: ${message}`;
  return / to be an object\.$|^Expected value of type /.test(message) ? mustBe(bare) : 'is not valid.';
}

const oneOf = (fields: readonly string[]): string => `must give exactly one of ${fields.join(', ')}.`;

/** What is wrong with a value written in the document itself; null when the error is about something else. */
export function literalProblem(schema: GraphQLSchema, document: DocumentNode, { nodes, message }: GraphQLError): FieldProblem | null {
  const [target] = nodes ?? [];
  if (!target || !valueKinds.has(target.kind)) return null;
  const location = locationOf(schema, document, target);
  return problemAt(location.path, location.type, message);
}

const valueKinds: ReadonlySet<Kind> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

interface InputLocation {
  path: (string | number)[];
  type: GraphQLInputType | null;
}

function locationOf(schema: GraphQLSchema, document: DocumentNode, target: ASTNode): InputLocation {
  const location: InputLocation = { path: [], type: null };
  const info = new TypeInfo(schema);
  const enter = (node: ASTNode, _key: unknown, parent: unknown, path: readonly (string | number)[], ancestors: readonly unknown[]) => {
    if (node !== target) return;
    location.type = info.getInputType() ?? null;
    location.path = inputPath(path, [...ancestors, parent]);
  };
  visit(document, visitWithTypeInfo(info, { enter }));
  return location;
}

// A path consists of arguments and fields, which have names, and of list elements, which have positions.
function inputPath(path: readonly (string | number)[], ancestors: readonly unknown[]): (string | number)[] {
  return ancestors.flatMap((ancestor, depth): (string | number)[] => {
    if (isNamed(ancestor)) return [ancestor.name.value];
    const at = path[depth];
    return typeof at === 'number' && path[depth - 1] === 'values' ? [at] : [];
  });
}

function isNamed(ancestor: unknown): ancestor is { kind: string; name: { value: string } } {
  const kind = typeof ancestor === 'object' && ancestor !== null && 'kind' in ancestor ? ancestor.kind : null;
  return kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD;
}
