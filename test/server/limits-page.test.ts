import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { limitsOf, usualRates } from '../../src/server/limits/limits.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const page = readFileSync('docs/limits.md', 'utf8');
const rows = [...page.matchAll(/^\| (?!scope|---)(.*) \|$/gm)].map(([, row = '']) => row.split(' | '));
const figures = (row: string): number[] =>
  (rows.find(([name]) => name === row) ?? []).slice(1).map((figure) => Number(figure.replaceAll(',', '')));

describe('docs/limits.md', () => {
  const nobody = { scope: 'public', holder: null, organizationId: null } as const;
  const [without, withKey] = [limitsOf({ ...nobody, keyId: null }), limitsOf({ ...nobody, keyId: 'k' })];

  test.each([
    ['cost points', without.cost, withKey.cost],
    ['levels of fields', without.depth, withKey.depth],
    ['lists within lists', without.nestedLists, withKey.nestedLists],
    ['aliases', without.aliases, withKey.aliases],
    ['root fields', without.rootFields, withKey.rootFields],
    ['directives', without.directives, withKey.directives],
    ['tokens', without.tokens, withKey.tokens],
    ['bytes of the body', without.bodyBytes, withKey.bodyBytes],
    ['seconds', without.deadlineMs / 1000, withKey.deadlineMs / 1000],
  ])('has the limits of %s', (row, one, other) => expect(figures(row)).toEqual([one, other]));

  test.each(Object.entries(usualRates))('has the budgets of %s', (scope, { points, lookUps }) => {
    expect(figures(`\`${scope}\``)).toEqual([points.capacity, points.perSecond, lookUps.capacity, lookUps.perSecond]);
  });

  describe('its example', () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startTestServer({ rates: usualRates });
    });
    afterAll(() => server.stop());

    test('gets its cost as the answer', async () => {
      const [, body = ''] = /-d '(.*)'$/m.exec(page) ?? [];
      const answer = await server.request.post('/graphql').set('content-type', 'application/json').send(body);
      // The connection, 50 accounts and their 50 organizations.
      expect(answer.body).toMatchObject({ data: null, extensions: { cost: { asked: 101, left: 999 } } });
    });
  });
});
