import 'reflect-metadata';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  buildSchema,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  getArgumentValues,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { resolvers } from '../../src/resolvers.ts';
import { passes } from '../../src/server/errors/input-check.ts';
import { instancesOf } from '../../src/server/input-instances.ts';
import { argumentsOf } from '../../src/server/lane/arguments.ts';
import { variablesOf } from '../../src/server/lane/coercion.ts';
import { makeSchema } from '../../src/server/schema.ts';
import { VerificationSubject } from '../../src/verification/verification.input.ts';

// Imported because it declares every input class of the API.
const schema = await makeSchema([...resolvers]);
const { inputTypes, argumentTypes, fields } = getMetadataStorage();

type InputClass = new () => Record<string, unknown>;

/** Whether a function is a class. */
const isClass = (value: unknown): value is InputClass => typeof value === 'function';

const classes = [...inputTypes, ...argumentTypes].map(({ target }) => target).filter(isClass);

/** The field names of a class and its base classes. */
const fieldsOf = (target: InputClass): string[] => [
  ...new Set(fields.filter((field) => isOwner(field.target, target)).map(({ name }) => name)),
];

const isOwner = (owner: unknown, target: InputClass): boolean => owner === target || (isClass(owner) && target.prototype instanceof owner);

const plain = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    '',
    ' ',
    'a',
    '2026-11-02',
    'COR-2026-7K3M9QX2TB',
    '9000001',
    'Ünïcode\u0000',
    'x'.repeat(101),
  ),
  fc.constantFrom<unknown>(
    'QWNjb3VudDowMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDE',
    'jane@example.ca',
    'https://example.ca/hook',
    '79.5',
    '-1',
  ),
  fc.integer({ min: -2, max: 600 }),
  fc.double(),
  fc.string({ maxLength: 300 }),
);

const instanceOf = (target: InputClass, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(fieldsOf(target).map((name) => [name, value]))).map((given) => Object.assign(new target(), given));

const nested = fc.constantFrom(...classes).chain((target) => instanceOf(target, plain));
const anything = fc.oneof(
  { weight: 6, arbitrary: plain },
  fc.array(plain, { maxLength: 3 }),
  nested,
  fc.array(fc.oneof(nested, plain), { maxLength: 3 }),
);

const findsNothing = (input: object): boolean =>
  validateSync(input, { skipMissingProperties: true, forbidUnknownValues: false, validationError: { target: false, value: false } })
    .length === 0;

describe('the check of inputs', () => {
  test('knows the input classes of the API', () => {
    expect(classes.length).toBeGreaterThan(80);
  });

  test('passes exactly what class-validator passes, for every class', () => {
    const seen = { true: 0, false: 0 };
    for (const target of classes)
      fc.assert(
        fc.property(instanceOf(target, anything), (input) => {
          const isFine = findsNothing(input);
          seen[`${isFine}`] += 1;
          expect(passes(input)).toBe(isFine);
        }),
        { numRuns: 25 },
      );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100);
  });

  test('distinguishes a subject with one number from one with none or two', () => {
    const subject = (given: Partial<VerificationSubject>) => Object.assign(new VerificationSubject(), given);
    expect(passes(subject({ wsibAccount: '9000001' }))).toBe(true);
    expect(passes(subject({}))).toBe(false);
    expect(passes(subject({ wsibAccount: '9000001', documentNumber: 'C1' }))).toBe(false);
    expect(passes(subject({ wsibAccount: 'x'.repeat(101) }))).toBe(false);
  });
});

/** type-graphql's own conversion, which it does not export. */
const theirs: { convertArgsToInstance(metadata: { getType(): unknown }, args: object): object } = await import(
  new URL('resolvers/convert-args.js', import.meta.resolve('type-graphql')).href
);

/** What GraphQL hands over for the fields of an input class: nothing, null, a scalar, a list, or such an object again. */
function givenFor(target: unknown, depth: number): fc.Arbitrary<object> {
  const of = (field: (typeof fields)[number]): fc.Arbitrary<unknown> => {
    const type: unknown = field.getType();
    const isInput = inputTypes.some((each) => each.target === type);
    if (isInput && depth === 0) return fc.constant(null);
    const one = isInput ? givenFor(type, depth - 1) : fc.constantFrom<unknown>('a', 7, true);
    return fc.oneof(fc.constantFrom<unknown>(undefined, null), one, fc.array(fc.oneof(one, fc.constant(null)), { maxLength: 2 }));
  };
  const its = isClass(target) ? fields.filter(({ target: owner }) => isOwner(owner, target)) : [];
  return fc.record(Object.fromEntries(its.map((field) => [field.name, of(field)])));
}

test('instances of arguments are those that type-graphql makes, for every class', () => {
  for (const target of argumentTypes.map((each) => each.target).filter(isClass)) {
    const makeInstance = instancesOf(target);
    for (const given of fc.sample(givenFor(target, 2), 10))
      if (!isDeepStrictEqual(makeInstance({ ...given }), theirs.convertArgsToInstance({ getType: () => target }, given)))
        expect({ target: target.name, given }).toBe('made as type-graphql makes it');
  }
});

/** What a caller may send for a type, right or wrong. */
function sentFor(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return sentFor(type.ofType, depth);
  const wrong = fc.constantFrom<unknown>(null, 'x', 7, [], {}, JSON.parse('{"__proto__":1}'));
  if (isListType(type)) return fc.oneof({ weight: 5, arbitrary: fc.array(sentFor(type.ofType, depth), { maxLength: 3 }) }, wrong);
  if (isEnumType(type)) return fc.constantFrom<unknown>(...type.getValues().map(({ name }) => name), 'NONE');
  if (!isInputObjectType(type)) return fc.constantFrom<unknown>('2026-11-02', '9000001', 7, true, 2.5, '2026-11-02T14:00:00Z', null);
  if (depth === 0) return wrong;
  const shape = Object.fromEntries(Object.values(type.getFields()).map((each) => [each.name, sentFor(each.type, depth - 1)]));
  const some = fc
    .shuffledSubarray(Object.keys(shape), { maxLength: Math.min(2, Object.keys(shape).length) })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, shape[name] ?? wrong]))));
  return fc.oneof({ weight: 6, arbitrary: fc.record(shape) }, { weight: 6, arbitrary: some }, wrong);
}

test('the lane coerces variables as GraphQL does, and refuses what it refuses, for every input type', () => {
  const seen = { taken: 0, refused: 0 };
  for (const type of Object.values(schema.getTypeMap()).filter((each) => isInputObjectType(each)))
    for (const [written, made] of [
      [type.name, type],
      [`[${type.name}!]!`, new GraphQLList(new GraphQLNonNull(type))],
    ] as const) {
      const operation = operationOf(`query ($given: ${written}, $more: Int = 5, $none: String) { node(id: "x") { id } }`);
      const coerce = variablesOf(schema, operation);
      for (const given of fc.sample(sentFor(made, 2), 4)) {
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { given });
        seen[coerced ? 'taken' : 'refused'] += 1;
        if (coerced) expect({ ...coerce({ given }) }).toEqual(coerced);
        else expect(() => coerce({ given })).toThrow();
      }
    }
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(30);
});

test.each([
  ['a: 1, b: $b', { b: 'two' }],
  ['a: $a', { a: 3 }],
  ['a: $a, b: $b, c: $c', { a: 4, b: null, c: null }],
  ['a: 5, b: null, c: RED', {}],
  ['a: 6, b: $b', {}],
  ['a: 7, d: { in: [$b] }', { b: 'x' }],
  ['a: 8, d: {}', {}],
  ['a: $a', { a: null }],
  ['a: $a', {}],
  ['b: "no a"', {}],
  ['a: null', {}],
])('the lane makes the arguments (%s) of the variables %j as GraphQL does, and refuses what it refuses', (written, variables) => {
  const field = buildSchema('enum C { RED } input D { in: [String] } type Query { f(a: Int!, b: String = "b", c: C, d: D): Int }')
    .getQueryType()
    ?.getFields().f;
  const [node] = operationOf(`{ f(${written}) }`).selectionSet.selections;
  if (!field || node?.kind !== Kind.FIELD) throw new Error('The query asks for the field.');
  const outcome = (make: () => unknown) => {
    try {
      return make();
    } catch {
      return 'refused';
    }
  };
  expect(outcome(() => argumentsOf(field, node)(variables))).toEqual(outcome(() => getArgumentValues(field, node, variables)));
});

function operationOf(text: string): OperationDefinitionNode {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('It is an operation.');
  return operation;
}
