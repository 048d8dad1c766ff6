import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IsIn, MaxLength, Min, ValidateNested } from 'class-validator';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../src/contract/context.ts';
import { ExactlyOneOf } from '../../src/contract/exactly-one-of.ts';
import { DateTime, type Instant, LocalDate } from '../../src/contract/scalars.ts';
import { faults } from '../../src/errors.ts';
import { ViewerResolver } from '../../src/keys/viewer.resolver.ts';
import type { Day } from '../../src/rules/calendar.ts';
import { documentShape } from '../../src/server/limits/document-shape.ts';
import { operationCost } from '../../src/server/limits/operation-cost.ts';
import type { GraphQLAnswer, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

@InputType()
class Place {
  @Field(() => String)
  @MaxLength(5)
  city!: string;
}

@InputType()
class Person {
  @Field(() => String)
  @MaxLength(5)
  name!: string;

  @Field(() => Int, { nullable: true })
  @Min(0)
  age?: number;

  @Field(() => [Place], { nullable: true })
  @ValidateNested({ each: true })
  places?: Place[];

  @Field(() => String, { nullable: true })
  @IsIn(['a', 'b'], { message: 'letter must be a or b' })
  letter?: string;
}

@InputType()
@ExactlyOneOf('left', 'right')
class Side {
  @Field(() => ID, { nullable: true })
  @MaxLength(5)
  left?: string;

  @Field(() => ID, { nullable: true })
  right?: string;
}

@Resolver()
class Probe {
  @Query(() => String)
  greet(@Arg('person', () => Person) { name }: Person): string {
    return name;
  }

  @Query(() => Int)
  count(@Arg('people', () => [Person]) people: Person[]): number {
    return people.length;
  }

  @Query(() => String)
  side(@Arg('side', () => Side) { left, right }: Side): string {
    return left ?? right ?? '';
  }

  @Query(() => LocalDate)
  day(@Arg('on', () => LocalDate) on: Day): Day {
    return on;
  }

  @Query(() => DateTime)
  instant(@Arg('at', () => DateTime) at: Instant): Instant {
    return at;
  }

  @Query(() => Int, { nullable: true })
  fail(@Arg('how', () => String) how: string, @Ctx() context: Context): Promise<number> | number {
    switch (how) {
      case 'fault':
        throw faults.BAD_USER_INPUT('how', 'how must be otherwise.');
      case 'sql':
        return context.read((source) => source.query('select secret from nowhere'));
      case 'text':
        return context.read((source) => source.query('select $1::text', ['a\u0000b']));
      case 'busy':
        throw Object.assign(new Error('sorry, too many clients already'), { code: '53300' });
      case 'slow':
        return sleep(20_000, 1, { ref: false });
      default:
        throw new TypeError(`cannot read the secret of ${how}`);
    }
  }

  @Query(() => Int)
  slowStatement(@Ctx() context: Context): Promise<number> {
    return context.read((source) => source.query('select pg_sleep(10)'));
  }
}

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer({ resolvers: [Probe, ViewerResolver], database: { statementTimeout: 300 } });
  key = await server.keyFor('staff');
});
afterAll(() => server.stop());

const code = ({ status, errors }: GraphQLAnswer) => [status, errors?.[0]?.extensions.code];

describe('an operation that asks for too much is refused', () => {
  const aliased = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: __typename`).join(' ')} }`;
  const roots = (n: number) => `{ ${Array.from({ length: n }, () => '__typename').join(' ')} }`;
  const directives = (n: number) => `{ __typename ${Array.from({ length: n }, () => '... @include(if: true) { __typename }').join(' ')} }`;

  test.each([
    ['10 root fields', roots(10), null, 200],
    ['11 root fields', roots(11), null, 400],
    ['20 root fields with a key', roots(20), 'key', 200],
    ['21 root fields with a key', roots(21), 'key', 400],
    ['10 aliases', aliased(10), null, 200],
    ['5 directives', directives(5), null, 200],
    ['6 directives', directives(6), null, 400],
  ])('%s', async (_name, query, withKey, status) => {
    const answer = await server.graphql(query, {}, withKey ? { key } : {});
    expect(code(answer)).toEqual([status, status === 200 ? undefined : 'TOO_COMPLEX']);
  });

  test('1,000 tokens pass without a key and 1,001 do not; 5,000 pass with one and 5,001 do not', async () => {
    const of = (n: number) => `{ ${'__typename '.repeat((n - 9) % 5)} count(people: [${'{ name: "a" } '.repeat((n - 9) / 5)}]) }`;
    expect((await server.graphql(of(1_000))).status).toBe(200);
    expect(code(await server.graphql(of(1_001)))).toEqual([400, 'TOO_COMPLEX']);
    expect((await server.graphql(of(5_000), {}, { key })).status).toBe(200);
    expect(code(await server.graphql(of(5_001), {}, { key }))).toEqual([200, 'GRAPHQL_PARSE_FAILED']);
  });

  test('without a key is refused even if a caller with a key has sent the same document', async () => {
    const query = roots(15);
    expect((await server.graphql(query, {}, { key })).status).toBe(200);
    expect(code(await server.graphql(query))).toEqual([400, 'TOO_COMPLEX']);
  });
});

describe('the shape of a document', () => {
  const shapeOf = (text: string) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    return documentShape(document, operation);
  };

  test('fragments count at each spread', () => {
    expect(shapeOf('{ a { ...F } b { ...F } } fragment F on T { x: c y: d @skip(if: false) { e } }')).toEqual({
      depth: 3,
      aliases: 4,
      rootFields: 2,
      directives: 2,
      introspects: false,
      tokens: 34,
    });
  });

  test('fragments that double at each step are counted quickly', () => {
    const steps = Array.from({ length: 60 }, (_, i) => `fragment F${i} on T { a: c { ...F${i + 1} } b: c { ...F${i + 1} } }`);
    const shape = shapeOf(`{ ...F0 } ${steps.join(' ')} fragment F60 on T { d }`);
    expect(shape.depth).toBe(61);
    expect(shape.aliases).toBe(2 ** 61 - 2);
  });

  test('nothing below introspection counts', () => {
    expect(shapeOf('{ __schema { types { fields { x: name } } } }')).toMatchObject({ depth: 1, aliases: 0, introspects: true });
  });
});

describe('the cost of an operation', () => {
  const schema = buildSchema(`
    type Query {
      one: Thing! named(id: ID!): Thing many(of: [ID!]!): [Thing!]! all(first: Int, last: Int): Things! page(first: Int = 7): Things! some(first: Int): [Thing!]! any: Any
      either(of: [ID!], some: ID): [Thing!]!
    }
    union Any = Thing | Things
    type Things { edges: [Edge!]! nodes: [Thing!]! total: Int! }
    type Edge { node: Thing! cursor: String! }
    type Thing { name: String names: [String!]! parts: [Thing!]! whole: Thing }
  `);
  Object.assign(schema.getQueryType()?.getFields().either ?? {}, { extensions: { looksUp: ['of'] } });
  const reckon = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    return operationCost(schema, document, operation, variables);
  };

  test.each([
    ['leaves are free', '{ one { name names } __typename }', 1, 0],
    ['objects cost one each', '{ one { whole { whole { name } } } }', 3, 0],
    ['a list of unknown length counts for five', '{ one { parts { name } } }', 6, 1],
    ['a list within a list counts for five times five', '{ one { parts { parts { name } } } }', 31, 2],
    ['a list counts for the arguments it was given', '{ many(of: ["a", "b", "c"]) { name } }', 3, 1],
    ['a connection passes its size to its edges', '{ all(first: 10) { edges { node { name } } total } }', 21, 1],
    [
      'a connection passes its size to its nodes, by way of a fragment',
      '{ all(last: 10) { ...F } } fragment F on Things { nodes { name } }',
      11,
      1,
    ],
    ['a page without a size has 20', '{ all { nodes { name } } }', 21, 1],
    ['a page whose schema says its size has that', '{ page { nodes { name } } }', 8, 1],
    ['a list may say its own size', '{ some(first: 3) { parts { name } } }', 18, 2],
    ['members of a union count together', '{ any { ... on Thing { whole { name } } ... on Things { nodes { name } } } }', 7, 1],
  ])('%s', (_name, text, cost, nestedLists) => {
    expect(reckon(text)).toMatchObject({ cost, nestedLists, isFixed: true });
  });

  test('variables count with their values or defaults', () => {
    const sized = 'query ($n: Int = 4, $ids: [ID!]) { all(first: $n) { nodes { name } } many(of: $ids) { name } }';
    expect(reckon(sized, { ids: ['a', 'b'] })).toEqual({ cost: 7, nestedLists: 1, lookUps: 2, isFixed: false });
    expect(reckon(sized, { n: 50, ids: [] })).toEqual({ cost: 51, nestedLists: 1, lookUps: 0, isFixed: false });
  });

  test.each([
    ['what is asked for by an id is looked up', '{ named(id: "a") { name } one { name } all { nodes { name } } }', 1],
    ['each alias looks up for itself', '{ a: named(id: "a") { name } b: named(id: "a") { name } }', 2],
    ['a list of ids looks up as many as it has', '{ many(of: ["a", "b", "c"]) { name } named(id: "a") { name } }', 4],
    ['a field that says which of its arguments are looked up looks up as many', '{ either(of: ["a", "b"]) { name } }', 2],
    ['a fragment hides nothing', '{ ...F ...F ... { c: named(id: "a") { name } } } fragment F on Query { b: named(id: "a") { name } }', 3],
  ])('%s', (_name, text, lookUps) => {
    expect(reckon(text).lookUps).toBe(lookUps);
  });

  test('fragments that double at each step are priced quickly', () => {
    const steps = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Thing { a: whole { ...F${i + 1} } b: whole { ...F${i + 1} } }`);
    expect(reckon(`{ one { ...F0 } } ${steps.join(' ')} fragment F40 on Thing { name }`).cost).toBe(2 ** 41 - 1);
  });
});

describe('hidden from callers without a key', () => {
  test('the schema by introspection, which needs a key', async () => {
    expect(code(await server.graphql('{ __schema { queryType { name } } }'))).toEqual([403, 'FORBIDDEN']);
    expect(code(await server.graphql('{ ...F } fragment F on Query { a: __type(name: "Person") { name } }'))).toEqual([403, 'FORBIDDEN']);
    expect((await server.graphql('{ __schema { queryType { name } } }', {}, { key })).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  test('names similar to those guessed', async () => {
    const [stranger] = (await server.graphql('{ gret }')).errors ?? [];
    expect(stranger?.message).toBe('Cannot query field "gret" on type "Query".');
    const [holder] = (await server.graphql('{ gret }', {}, { key })).errors ?? [];
    expect(holder?.message).toBe('Cannot query field "gret" on type "Query". Did you mean "greet"?');
    const [variable] = (await server.graphql('query ($p: Person!) { greet(person: $p) }', { p: { nam: 'x', name: 'y' } })).errors ?? [];
    expect(variable?.message).not.toContain('Did you mean');
  });
});

describe('bad input gets a fault that names the field and never repeats the value', () => {
  const refused = async (query: string, variables?: Record<string, unknown>) => {
    const answer = await server.graphql(query, variables, { key });
    expect(answer.text).not.toContain('5196200');
    expect(answer.text).not.toContain('2026-02-30');
    return (answer.errors ?? []).map(({ message, extensions }) => [extensions.code, extensions.field, message]);
  };

  test.each([
    ['a number for text', 'query ($p: Person!) { greet(person: $p) }', { p: { name: 5196200 } }, 'p.name', 'p.name must be text.'],
    [
      'an object for text',
      'query ($p: Person!) { greet(person: $p) }',
      { p: { name: { a: '5196200"; at "x"' } } },
      'p.name',
      'p.name must be text.',
    ],
    [
      'text for a number',
      'query ($p: Person!) { greet(person: $p) }',
      { p: { name: 'a', age: '5196200' } },
      'p.age',
      'p.age must be a whole number from -2147483648 to 2147483647.',
    ],
    [
      'an element of a list',
      'query ($p: [Person!]!) { count(people: $p) }',
      { p: [{ name: 'a' }, { name: 5196200 }] },
      'p[1].name',
      'p[1].name must be text.',
    ],
    [
      'text for an object',
      'query ($p: Person!) { greet(person: $p) }',
      { p: '5196200' },
      'p',
      'p must be an object of the input type Person.',
    ],
    [
      'a day that is none',
      'query ($on: LocalDate!) { day(on: $on) }',
      { on: '2026-02-30' },
      'on',
      'on must be a calendar day of the years 1900 to 2199, written YYYY-MM-DD.',
    ],
    ['nothing', 'query ($on: LocalDate!) { day(on: $on) }', {}, 'on', 'on is required.'],
    ['null', 'query ($on: LocalDate!) { day(on: $on) }', { on: null }, 'on', 'on is required.'],
    [
      'two of one',
      'query ($s: Side!) { side(side: $s) }',
      { s: { left: '5196200', right: 'b' } },
      's',
      's must give exactly one of left, right.',
    ],
    ['none of one', 'query ($s: Side!) { side(side: $s) }', { s: {} }, 's', 's must give exactly one of left, right.'],
  ])('%s in a variable', async (_name, query, variables, field, message) => {
    expect(await refused(query, variables)).toEqual([['BAD_USER_INPUT', field, message]]);
  });

  test('a missing or unknown field is named', async () => {
    const query = 'query ($p: Person!) { greet(person: $p) }';
    expect(await refused(query, { p: {} })).toEqual([['BAD_USER_INPUT', 'p.name', 'p.name is required.']]);
    expect(await refused(query, { p: { name: 'a', shoe: 5196200 } })).toEqual([
      ['BAD_USER_INPUT', 'p', 'p is not valid: Field "shoe" is not defined by type "Person".'],
    ]);
  });

  test.each([
    ['{ greet(person: { name: 5196200 }) }', 'person.name', 'person.name must be text.'],
    ['{ greet(person: {}) }', 'person.name', 'person.name is required.'],
    [
      '{ count(people: [{ name: "a" }, { name: "b", age: "5196200" }]) }',
      'people[1].age',
      'people[1].age must be a whole number from -2147483648 to 2147483647.',
    ],
    ['{ day(on: "2026-02-30") }', 'on', 'on must be a calendar day of the years 1900 to 2199, written YYYY-MM-DD.'],
    ['{ day(on: 5196200) }', 'on', 'on must be a calendar day of the years 1900 to 2199, written YYYY-MM-DD.'],
    ['{ greet(person: "5196200") }', 'person', 'person must be an object of the input type Person.'],
    ['{ side(side: { left: "5196200", right: "b" }) }', 'side', 'side must give exactly one of left, right.'],
  ])('in the document: %s', async (query, field, message) => {
    expect(await refused(query)).toEqual([['GRAPHQL_VALIDATION_FAILED', field, message]]);
  });

  test.each(['{ greet(person: { name: "5196200', 'query "5196200" { a }', '{ a(b: 5196200 }', '{ a(b: "5196200\\q") }', '5196200'])(
    'in the syntax: %s',
    async (query) => {
      const [[errorCode]] = (await refused(query)) as [[string]];
      expect(errorCode).toBe('GRAPHQL_PARSE_FAILED');
    },
  );

  test('an unknown operation name', async () => {
    const { body, text } = await server.request.post('/graphql').send({ query: '{ viewer { scope } }', operationName: 'x5196200' });
    expect(body.errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(text).not.toContain('5196200');
  });

  test('a nullable variable inside a one-of input that is left out', async () => {
    expect(await refused('query ($l: ID) { side(side: { left: $l }) }')).toEqual([
      ['BAD_USER_INPUT', 'side', 'side is not valid: each variable in it must be given and must not be null.'],
    ]);
  });

  test('a null default where null is not allowed', async () => {
    expect(await refused('query ($on: LocalDate = "2026-01-01") { day(on: $on) }', { on: null })).toEqual([
      ['BAD_USER_INPUT', 'on', 'on is not valid: each variable in it must be given and must not be null.'],
    ]);
  });

  test('everything class-validator finds, every field at once', async () => {
    const person = { name: '5196200', age: -5196200, letter: '5196200', places: [{ city: 'a' }, { city: '5196200' }] };
    const { errors, text } = await server.graphql('query ($p: Person!) { greet(person: $p) }', { p: person });
    expect(text).not.toContain('5196200');
    expect(errors?.[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'name',
      fields: [
        { field: 'name', message: 'must have at most 5 characters.' },
        { field: 'age', message: 'must not be less than 0.' },
        { field: 'places[1].city', message: 'must have at most 5 characters.' },
        { field: 'letter', message: 'must be a or b.' },
      ],
    });
  });

  test('a list element that class-validator refuses', async () => {
    const { errors } = await server.graphql('query ($p: [Person!]!) { count(people: $p) }', { p: [{ name: 'a' }, { name: 'abcdef' }] });
    expect(errors?.[0]?.extensions.fields).toEqual([{ field: '[1].name', message: 'must have at most 5 characters.' }]);
  });

  test('at most five problems are named', async () => {
    expect(
      await refused('query ($p: [Person!]!) { count(people: $p) }', { p: Array.from({ length: 9 }, () => ({ name: 5196200 })) }),
    ).toHaveLength(5);
    expect((await server.graphql(`{ ${Array.from({ length: 9 }, (_, i) => `no${i}`).join(' ')} }`)).errors?.length).toBeLessThanOrEqual(6);
  });

  test('U+0000, which PostgreSQL cannot store', async () => {
    expect(code(await server.graphql('{ fail(how: "text") }'))).toEqual([200, 'BAD_USER_INPUT']);
  });
});

describe('days and instants', () => {
  test.each(['1900-01-01', '2199-12-31', '2024-02-29'])('%s is a day', async (on) => {
    expect((await server.graphql('query ($on: LocalDate!) { day(on: $on) }', { on })).data).toEqual({ day: on });
  });

  test.each([
    '1899-12-31',
    '2200-01-01',
    '2026-02-30',
    '2023-02-29',
    '2026-1-1',
    '2026-13-01',
    '20260101',
    '',
    ' 2026-01-01',
    20260101,
    true,
  ])('%j is no day', async (on) => {
    expect(code(await server.graphql('query ($on: LocalDate!) { day(on: $on) }', { on }))).toEqual([200, 'BAD_USER_INPUT']);
  });

  test.each([
    ['2026-11-02T14:00:00-05:00', '2026-11-02T19:00:00Z'],
    ['2026-11-02T14:00:00.123456Z', '2026-11-02T14:00:00.123456Z'],
    ['2026-12-31T23:30:00.5-05:00', '2027-01-01T04:30:00.5Z'],
    // As written by .NET, by Go, and in RFC 3339 with small letters; an offset of -00:00 means that the local one is unknown.
    ['2026-11-02T14:00:00.1234567-05:00', '2026-11-02T19:00:00.123456Z'],
    ['2026-11-02T14:00:00.123456789Z', '2026-11-02T14:00:00.123456Z'],
    ['2026-11-02t14:00:00.999999999999z', '2026-11-02T14:00:00.999999Z'],
    ['2026-11-02T14:00:00-00:00', '2026-11-02T14:00:00Z'],
  ])('%s is the instant %s', async (at, instant) => {
    expect((await server.graphql('query ($at: DateTime!) { instant(at: $at) }', { at })).data).toEqual({ instant });
  });

  test.each([
    '2026-11-02T14:00:00',
    '2026-11-02',
    '2026-11-02T24:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-02T14:00:00.Z',
    '2026-11-02T14:00Z',
    '2026-11-02T14:00:00-0500',
    '2026-12-31T23:59:60Z',
    '2026-11-02 14:00:00Z',
    1_700_000_000,
  ])('%j is no instant', async (at) => {
    expect(code(await server.graphql('query ($at: DateTime!) { instant(at: $at) }', { at }))).toEqual([200, 'BAD_USER_INPUT']);
  });
});

describe('what goes wrong inside', () => {
  test('a fault from the catalogue keeps its code, field and message', async () => {
    const { errors, data } = await server.graphql('{ fail(how: "fault") }');
    expect(data).toEqual({ fail: null });
    expect(errors).toEqual([
      {
        message: 'how must be otherwise.',
        path: ['fail'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'BAD_USER_INPUT', field: 'how' },
      },
    ]);
  });

  test.each(['surprise', 'sql'])('anything else (%s) is masked, logged and traceable by its request id', async (how) => {
    const { errors, text, headers } = await server.graphql(`{ fail(how: "${how}") }`);
    const requestId = headers['x-request-id'];
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', requestId });
    expect(text).not.toMatch(/secret|nowhere|\.ts/);
    const logged = server.logged.find((line) => line.requestId === requestId && line.level === 50);
    expect(logged).toMatchObject({ path: ['fail'], err: { stack: expect.stringContaining('at ') } });
  });

  test('a database without a free connection asks the caller to retry', async () => {
    const answer = await server.graphql('{ fail(how: "busy") viewer { scope } }');
    expect(code(answer)).toEqual([200, 'OVERLOADED']);
  });

  test('a statement that takes too long ends the request', async () => {
    expect(code(await server.graphql('{ slowStatement }'))).toEqual([504, 'TIMED_OUT']);
  });

  test('a request without a key is abandoned after 5 seconds', async () => {
    const { status, errors } = await server.graphql('{ fail(how: "slow") }');
    expect([status, errors?.[0]?.extensions]).toEqual([504, { code: 'TIMED_OUT', limit: 5 }]);
  });
});
