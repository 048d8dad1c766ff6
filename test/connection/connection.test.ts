import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Cursors, type Position } from '../../src/connection/keyset.ts';
import { connectionOf, type Page } from '../../src/connection/page.ts';

const cursors = new Cursors('organizations');
const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0'));

describe('a cursor', () => {
  test('gives back the position it was written for, and is one word of base64url', () => {
    fc.assert(
      fc.property(text, fc.uuid(), (name, id) => {
        const cursor = cursors.write({ text: name, id });
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(cursors.read(cursor)).toEqual({ text: name, id });
      }),
    );
  });

  test('belongs to one list only', () => {
    expect(new Cursors('certificates').read(cursors.write({ text: 'Elm', id: '01a2018f-61c5-7af9-b0ef-42fdc395dbbb' }))).toBeNull();
  });

  test('is not accepted in any other form', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (given) => expect(cursors.read(given)).toBeNull()));
  });
});

const page = (asked: Partial<Page>): Page => ({ size: 2, fromBack: false, after: null, before: null, ...asked });
const somewhere: Position = { text: 'x', id: '01a2018f-61c5-7af9-b0ef-42fdc395dbbb' };
const made = (asked: Partial<Page>, found: readonly string[]) => connectionOf(page(asked), found, (each) => `c${each}`);

describe('a connection', () => {
  test('has at most as many elements as asked for, and says that the list continues if one more was found', () => {
    const { nodes, edges, pageInfo } = made({}, ['1', '2', '3']);
    expect(nodes).toEqual(['1', '2']);
    expect(edges).toEqual([
      { cursor: 'c1', node: '1' },
      { cursor: 'c2', node: '2' },
    ]);
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: 'c1', endCursor: 'c2' });
    expect(made({}, ['1', '2']).pageInfo.hasNextPage).toBe(false);
  });

  test('from the back comes in the order of the list', () => {
    const { nodes, pageInfo } = made({ fromBack: true }, ['9', '8', '7']);
    expect(nodes).toEqual(['8', '9']);
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: 'c8', endCursor: 'c9' });
  });

  test('counts the element of its cursor as lying outside the page', () => {
    expect(made({ after: somewhere }, ['1']).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(made({ fromBack: true, before: somewhere }, ['1']).pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(made({}, []).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});
