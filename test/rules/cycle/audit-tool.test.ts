// the names of the elements of COR 2020, in the order of IHSA's list. X-11, F-18: the number of elements of a tool.
import { expect, test } from '@jest/globals';
import { elementNames, elementsOf } from '../../../src/rules/audit-tool.ts';

test('X-15: the fourteen elements of COR 2020 each have a distinct name in both languages', () => {
  for (const locale of ['en', 'fr'] as const) {
    const names = elementsOf('COR_2020', '2026-11-30', locale).map(({ name }) => name);
    expect([names.length, new Set(names).size, names.includes(null)]).toEqual([14, 14, false]);
  }
});

test('X-15: the first and the last are those that other sources confirm', () => {
  expect(elementNames.COR_2020[0]?.en).toBe('Health and Safety Policy');
  expect(elementsOf('COR_2020', '2026-11-30', 'en').at(-1)).toEqual({ number: 14, name: 'Management Review and Management of Change' });
});

test('X-11, X-15: the nineteen elements of the older COR have a number only', () => {
  expect(elementsOf('COR', '2020-06-01', 'en').map(({ number, name }) => [number, name])).toEqual(
    Array.from({ length: 19 }, (_, at) => [at + 1, null]),
  );
});
