import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { breakingChanges, notNamed } from '../../scripts/breaking-changes.ts';
import { schemaChanges } from '../../scripts/schema-changes.ts';
import { deprecationIn } from '../../src/contract/deprecation.ts';

const released = `
  directive @cost(weight: Int! = 1) on FIELD
  type Query { verify(on: String): Standing proof(number: String): String firms(first: Int! = 20): String }
  type Standing { since: String until: String }
  input Filter { city: String }
  input Order { by: String! = "name" }
  enum Kind { LETTER CERTIFICATE }
`;

const changed = (from: string, to: string): string => {
  expect(released).toContain(from);
  return released.replace(from, to);
};

const coordinates = async (current: string): Promise<string[]> =>
  (await breakingChanges(released, current)).map(({ coordinate }) => coordinate);

const changelog = (unreleased: string) =>
  `# Changelog\n\n## Unreleased\n\n${unreleased}\n\n## 1.0.0\n\n- \`Standing.since\` was removed.\n`;

describe('a change of the schema breaks clients when it', () => {
  test.each([
    ['removes a field', ' until: String }', ' }', 'Standing.until'],
    ['gives a field another type', 'until: String }', 'until: Int }', 'Standing.until'],
    ['removes an argument', '(on: String)', '', 'Query.verify(on:)'],
    ['demands an argument that was optional', '(on: String)', '(on: String!)', 'Query.verify(on:)'],
    ['adds a required argument', '(number: String)', '(number: String, as: Int!)', 'Query.proof(as:)'],
    ['adds a required field to an input', 'city: String }', 'city: String country: String! }', 'Filter.country'],
    ['removes a value of an enum', 'LETTER CERTIFICATE', 'LETTER', 'Kind.CERTIFICATE'],
    ['takes the default of an argument that must not be null', 'Int! = 20', 'Int!', 'Query.firms(first:)'],
    ['takes the default of a field that must not be null', 'String! = "name"', 'String!', 'Order.by'],
    ["takes the default of a directive's argument that must not be null", 'Int! = 1', 'Int!', '@cost(weight:)'],
    ['makes an input @oneOf', 'input Filter {', 'input Filter @oneOf {', 'Filter'],
  ])('%s', async (_what, from, to, coordinate) => {
    expect(await coordinates(changed(from, to))).toEqual([coordinate]);
  });
});

describe('the feed of schema changes', () => {
  const feedOf = (current: string) => schemaChanges('2.0.0', released, current);

  test('lists what is added, of a new type the type alone', async () => {
    const current = `${changed('(on: String)', '(on: String, at: String)')} type Firm { name(in: String): String } enum Tone { LOW }`;
    expect(await feedOf(current)).toEqual({
      version: '2.0.0',
      added: ['Firm', 'Query.verify(at:)', 'Tone'],
      deprecated: [],
      removed: [],
      changed: [],
    });
  });

  test('lists what is deprecated, with its days, until it is removed', async () => {
    const reason = 'Deprecated since 2026-11-30, kept until 2027-11-30 at least. Use since.';
    const deprecating = changed('until: String }', `until: String @deprecated(reason: "${reason}") }`);
    const days = { since: '2026-11-30', until: '2027-11-30', instead: 'Use since.' };
    expect((await feedOf(deprecating)).deprecated).toEqual([{ coordinate: 'Standing.until', ...days }]);
    expect((await schemaChanges('3.0.0', deprecating, deprecating)).deprecated).toEqual([]);
    expect((await schemaChanges('3.0.0', deprecating, changed(' until: String }', ' }'))).removed).toEqual(['Standing.until']);
  });

  test('lists what else breaks a client', async () => {
    const { removed, changed: others } = await feedOf(changed('until: String }', 'until: Int }'));
    expect([removed, others.map(({ coordinate }) => coordinate)]).toEqual([[], ['Standing.until']]);
  });
});

describe('a change of the schema breaks nobody when it', () => {
  test.each([
    ['adds a field', 'type Standing {', 'type Standing { then: String'],
    ['adds an optional argument', '(on: String)', '(on: String, at: String)'],
    ['adds an optional field to an input', 'city: String }', 'city: String country: String }'],
    ['promises a field that could be null', 'until: String }', 'until: String! }'],
    ['changes a default', 'Int! = 20', 'Int! = 50'],
    ['adds an input with required fields', 'enum Kind', 'input Page { size: Int! }\nenum Kind'],
    ['adds a @oneOf input', 'enum Kind', 'input Subject @oneOf { account: String number: String }\nenum Kind'],
  ])('%s', async (_what, from, to) => {
    expect(await coordinates(changed(from, to))).toEqual([]);
  });
});

describe('a breaking change', () => {
  const removed = [{ coordinate: 'Standing.since', message: "Field 'since' was removed from object type 'Standing'" }];

  test('fails when the changelog does not name it', () => {
    expect(notNamed(removed, changelog('- `Standing.until` was removed.'))).toEqual(removed);
  });

  test('passes when the changelog names it under Unreleased', () => {
    expect(notNamed(removed, changelog('- Breaking: `Standing.since` was removed.'))).toEqual([]);
  });

  test('fails when only an earlier release names it, or a longer name that contains it', () => {
    expect(notNamed(removed, changelog('- `Standing.sinceDay` was added.'))).toEqual(removed);
  });

  test('of an argument is named by its coordinate', () => {
    const argument = [{ coordinate: 'Query.verify(on:)', message: '' }];
    expect(notNamed(argument, changelog('- Breaking: `Query.verify(on:)` is required.'))).toEqual([]);
    expect(notNamed(argument, changelog('- Breaking: `Query.verify` changed.'))).toEqual(argument);
  });
});

describe('what is deprecated', () => {
  const reasons = deprecations(buildSchema(readFileSync('schema.graphql', 'utf8')));

  test.each(reasons)('%s says since when, until when it is kept, at least a year, and what to use instead', (_coordinate, reason) => {
    const { since = '', until = '' } = deprecationIn(reason) ?? {};
    expect(Date.parse(until) - Date.parse(since)).toBeGreaterThanOrEqual(365 * 86_400_000);
  });

  test.each(reasons)('%s is in the changelog', (coordinate) => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`\`${coordinate}\``);
  });

  test.each(['Use `other`.', 'Deprecated since 2026-11-30. Use `other`.', 'Deprecated since 2026-11-30, kept until 2027-11-30 at least.'])(
    'of another form has no dates: %s',
    (reason) => {
      expect(deprecationIn(reason)).toBeNull();
    },
  );
});

/** Every reason of a schema, by coordinate. */
function deprecations(schema: GraphQLSchema): [string, string][] {
  const found: [string, string | null | undefined][] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type))
      found.push(...type.getValues().map((one) => [`${type.name}.${one.name}`, one.deprecationReason] as [string, string]));
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.push([`${type.name}.${field.name}`, field.deprecationReason]);
      if (!('args' in field)) continue;
      for (const { name, deprecationReason } of field.args) found.push([`${type.name}.${field.name}(${name}:)`, deprecationReason]);
    }
  }
  return found.flatMap(([coordinate, reason]) => (reason ? [[coordinate, reason] as [string, string]] : []));
}

test('is checked by npm run check', () => {
  expect(readFileSync('package.json', 'utf8')).toMatch(/"check": .*released-schema\.js/);
});
