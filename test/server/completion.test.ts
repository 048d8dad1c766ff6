import { setImmediate as turn } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import { GraphQLBoolean, GraphQLID, GraphQLInt, type GraphQLLeafType, GraphQLNonNull, GraphQLString } from 'graphql';
import { completeAs, objectOf, propertyField, type Run } from '../../src/server/lane/completion.ts';
import { NotAnswered } from '../../src/server/lane/not-answered.ts';

const run: Run = { context: {}, variables: {}, calls: [] };

const field = (key: string, name: string, type: GraphQLLeafType | GraphQLNonNull<GraphQLLeafType> = GraphQLString) =>
  propertyField(
    key,
    name,
    completeAs(type, () => {
      throw new Error('A leaf has no fields.');
    }),
  );

test('an object has its fields in their order, under the names asked, whether they are there or take time', async () => {
  const complete = objectOf([field('last', 'b'), field('first', 'a'), field('constructor', 'c')]);
  expect(JSON.stringify(complete({ a: 'x', b: 'y', c: null }, run))).toBe('{"last":"y","first":"x","constructor":null}');
  const later = complete({ a: Promise.resolve('x'), b: 'y' }, run);
  expect(later).toBeInstanceOf(Promise);
  expect(JSON.stringify(await later)).toBe('{"last":"y","first":"x","constructor":null}');
});

test('values are shown as GraphQL shows them, also those that are not of their type', () => {
  const types: readonly (readonly [string, GraphQLLeafType, unknown, unknown])[] = [
    ['text', GraphQLString, 'x', 'x'],
    ['text', GraphQLString, 5, '5'],
    ['id', GraphQLID, 5, '5'],
    ['truth', GraphQLBoolean, 1, true],
    ['truth', GraphQLBoolean, false, false],
    ['count', GraphQLInt, '7', 7],
  ];
  for (const [key, type, given, shown] of types) expect(objectOf([field(key, key, type)])({ [key]: given }, run)).toEqual({ [key]: shown });
});

test('what is no object, lacks what it must have, or fails is not answered', () => {
  const complete = objectOf([field('a', 'a', new GraphQLNonNull(GraphQLString))]);
  for (const source of [null, undefined, 'text', {}, { a: null }, { a: new Error('no') }])
    expect(() => complete(source, run)).toThrow(NotAnswered);
  expect(() => objectOf([field('count', 'count', GraphQLInt)])({ count: 'many' }, run)).toThrow();
});

test('a field that fails later is let go when the next one fails at once', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const complete = objectOf([field('a', 'a'), field('b', 'b', new GraphQLNonNull(GraphQLString))]);
  expect(() => complete({ a: Promise.reject(new Error('later')), b: null }, run)).toThrow(NotAnswered);
  await turn();
  await turn();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
