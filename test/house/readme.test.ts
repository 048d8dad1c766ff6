import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { registryPresent } from '../../src/database/primary-clock.ts';
import { loadDemo } from '../../src/demo/demo.service.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const readme = readFileSync('README.md', 'utf8');
const curlBodies = [...readme.matchAll(/^curl .* -d '(.*)'$/gm)].map(([, body = '']) => body);

const examplesIn = (text: string) => [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, example = '']) => example);
const documented = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => examplesIn(readFileSync(`docs/${name}`, 'utf8')).map((example) => ({ name, example })))
  .flatMap(({ name, example }) => parse(example).definitions.map((operation) => [`docs/${name}`, print(operation)] as const));

const queries = examplesIn(readme);

let server: TestServer;
let knownAt: string;
let certificate: string;

beforeAll(async () => {
  server = await startTestServer({ rates: usualRates });
  const { today } = await registryPresent(server.dataSource);
  await loadDemo(server.dataSource, { accounts: 100, today });
  const { data } = await server.graphql('{ verify(subject: { wsibAccount: "9000001" }) { knownAt certificate { number } } }');
  knownAt = data.verify.knownAt;
  certificate = data.verify.certificate.number;
});

afterAll(() => server.stop());

describe('the README', () => {
  test('shows queries and a curl command', () => {
    expect(queries.length).toBeGreaterThanOrEqual(4);
    expect(curlBodies.length).toBeGreaterThanOrEqual(1);
  });

  test.each(curlBodies.map((body) => [body]))('sends with curl what is answered without an error: %s', async (body) => {
    const answer = await server.request.post('/graphql').set('content-type', 'application/json').send(body).expect(200);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.data.verify).toMatchObject({ standing: 'CERTIFIED', consideredCertified: true });
  });

  const asked = async (query: string, variables: object, key?: string) => {
    const request = server.request.post('/graphql').send({ query, variables, extensions: { dryRun: true } });
    return (await (key ? request.set('authorization', `Bearer ${key}`) : request)).body;
  };

  test('says how many bidders fit in one request, without a key and with a buyer’s key', async () => {
    const [, without, withKey] = /(\d+) rows of this fit in one request without a key, and (\d+) with a buyer’s/.exec(readme) ?? [];
    const [bidders = ''] = queries;
    const rows = (count: number) => ({ subjects: Array.from({ length: count }, () => ({ wsibAccount: '9000001' })) });
    const key = await server.keyFor('buyer');
    expect((await asked(bidders, rows(Number(without)))).errors).toBeUndefined();
    expect((await asked(bidders, rows(Number(without) + 1))).errors[0].extensions.code).toBe('TOO_COMPLEX');
    expect((await asked(bidders, rows(Number(withKey)), key)).errors).toBeUndefined();
    expect((await asked(bidders, rows(Number(withKey) + 1), key)).errors[0].extensions.code).toBe('TOO_COMPLEX');
  });

  test.each(documented)('and %s show operations that fit a request without a key', async (_file, operation) => {
    expect((await asked(operation, { subject: { wsibAccount: '9000001' }, knownAt })).errors).toBeUndefined();
  });

  test.each(queries.map((query) => [query]))('has a query that is answered without an error: %s', async (query) => {
    const subject = { wsibAccount: '9000001' };
    const variables = { subject, subjects: [subject, { wsibAccount: 'none?' }], knownAt, number: certificate, wsibAccount: '9000001' };
    const named = new Set([...query.matchAll(/\$(\w+):/g)].map(([, name]) => name));
    const given = Object.fromEntries(Object.entries(variables).filter(([name]) => named.has(name)));
    const { data, errors } = await server.graphql(query, given);
    expect(errors).toBeUndefined();
    for (const answer of Object.values(data)) expect(answer).not.toBeNull();
  });
});
