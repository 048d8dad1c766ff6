import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isInputObjectType, isNonNullType, isObjectType } from 'graphql';

/** What may be left out or null with a different meaning for each: "Type.field(argument)" or "Input.field". */
function ambiguous(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type))
      return Object.values(type.getFields())
        .filter(hasTwoMeanings)
        .map(({ name }) => `${type.name}.${name}`);
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.filter(hasTwoMeanings).map((argument) => `${type.name}.${field.name}(${argument.name})`),
    );
  });
}

type Given = { readonly type: unknown; readonly defaultValue?: unknown };
const hasTwoMeanings = ({ type, defaultValue }: Given) => !isNonNullType(type) && defaultValue !== undefined && defaultValue !== null;

test('a null argument means the same as one left out, because graphcache and Relay keep both under one key', () => {
  expect(ambiguous(buildSchema(readFileSync('schema.graphql', 'utf8')))).toEqual([]);
});

test('a nullable argument with a default is found, a required one is not', () => {
  const schema = buildSchema(
    'input F { a: Int = 1, b: Int! = 1, c: Int = null } type Query { q(a: Int = 1, b: Int! = 1, c: Int, f: F): ID }',
  );
  expect(ambiguous(schema)).toEqual(['F.a', 'Query.q(a)']);
});
