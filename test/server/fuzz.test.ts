import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fuzzImports } from '../../bench/fuzz/csv.ts';
import { fuzz, type Target } from '../../bench/fuzz/fuzz.ts';
import { at, compareLanes, lanes } from '../../bench/fuzz/same-answers.ts';
import { targetAt } from '../../bench/fuzz/target.ts';
import { CANARY } from '../../bench/fuzz/values.ts';
import { loadDemo } from '../../src/demo/demo.service.ts';
import { makeSchema } from '../../src/server/schema.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

const SEED = 20261120;

let server: TestServer;
let target: Target;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await loadDemo(server.dataSource, { accounts: 80, today: '2026-11-20' });
  target = await targetAt(server.url, await makeSchema(), server.dataSource);
}, 60_000);
afterAll(() => server.stop());

describe('random operations of every scope, and random bytes', () => {
  test('get no 500, no stack, none of their values in an error or the log, and nothing hidden', async () => {
    const findings = await fuzz(target, { operations: 400, seed: SEED });
    expect(findings.harms).toEqual([]);
    expect(server.logged.filter((line) => JSON.stringify(line).toLowerCase().includes(CANARY))).toEqual([]);
    expect(server.logged.filter(({ level }) => level === 50)).toEqual([]);
    // Proves that it asked something: every scope was used, and some answers have data.
    expect(Object.keys(findings.scopes)).toHaveLength(9);
    expect(findings.answered).toBeGreaterThan(60);
    expect(target.secrets.length).toBeGreaterThan(0);
  }, 120_000);
});

describe('a query that was answered before', () => {
  test('gets the same answer the second time as by the whole way, for every scope; nothing is recorded', async () => {
    const apollo = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
    server.statements();
    const { asked, answered, different } = await compareLanes(target, { operations: 60, seed: SEED });
    const wholeWays = apollo.mock.calls.length;
    apollo.mockRestore();
    expect(different).toEqual([]);
    expect(server.statements().filter((sql) => /insert into audit_log/i.test(sql))).toEqual([]);
    // Each is asked three times; one with a directive, or with an error, goes the whole way each time.
    expect(answered).toBeGreaterThan(20);
    expect(wholeWays).toBeLessThan(asked * 3 - answered / 2);
  }, 60_000);

  test.each([
    '{ found standing reasons { because } certificate { issuedOn } }',
    '{ account { standing { since } organization { legalName } } }',
  ])('is not seen by Apollo again: %s', async (fields) => {
    const apollo = jest.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
    const operation = {
      query: `query ($s: [VerificationSubject!]!) { verifyMany(subjects: $s) ${fields} }`,
      variables: { s: target.known.wsibAccount.slice(0, 9).map((wsibAccount) => ({ wsibAccount })) },
    };
    const ask = at(server.url);
    expect(await ask(operation, null)).toEqual(await ask(operation, null));
    expect(apollo).toHaveBeenCalledTimes(1);
    apollo.mockRestore();
  });

  const fields = 'found standing account { id wsibAccount organization { legalName } } reasons { clause because }';

  test.each([
    [
      'fragments that overlap',
      `query ($s: VerificationSubject!) { verify(subject: $s) { ...a ... on Verification { reasons { holds } } } }
      fragment a on Verification { ${fields} reasons { clause decides } }`,
    ],
    [
      'one field under two names',
      `query ($s: VerificationSubject!) { a: verify(subject: $s) { ${fields} } b: verify(subject: $s, on: "2020-01-01") { on standing } }`,
    ],
    [
      'a name that JavaScript reserves',
      'query ($s: VerificationSubject!) { __proto__: verify(subject: $s) { constructor: found toJSON: standing } }',
    ],
    [
      'the fragment of an interface',
      'query ($s: VerificationSubject!) { verify(subject: $s) { account { ... on Node { id } __typename } } }',
    ],
    [
      'a sentence in French',
      'query ($s: VerificationSubject!) { verify(subject: $s) { consequence(locale: FR) advice because(locale: EN) } }',
    ],
    ['a day that it cannot read', 'query ($s: VerificationSubject!) { verify(subject: $s, on: "1800-01-01") { found } }'],
  ])('with %s, too', async (_what, query) => {
    const subjects = [{ wsibAccount: target.known.wsibAccount[0] }, { wsibAccount: 7 }];
    const [known, whole] = lanes(server.url);
    for (const key of [null, target.keys.staff ?? null])
      for (const s of subjects)
        expect(await known({ query, variables: { s } }, key)).toEqual(await whole({ query, variables: { s } }, key));
  });
});

describe('folders of damaged CSV files', () => {
  test('are imported, or refused in words that repeat no value, and never fail otherwise', async () => {
    const other = await startTestServer();
    const { kept, refused, harms } = await fuzzImports(other.dataSource, { folders: 40, seed: SEED });
    await other.stop();
    expect(harms).toEqual([]);
    expect([kept > 0, refused > 0, kept + refused]).toEqual([true, true, 40]);
  }, 120_000);
});
