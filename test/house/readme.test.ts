import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registryPresent } from '../../src/database/primary-clock.ts';
import { loadDemo } from '../../src/demo/demo.service.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const readme = readFileSync('README.md', 'utf8');
const queries = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => query);
const curlBodies = [...readme.matchAll(/^curl .* -d '(.*)'$/gm)].map(([, body = '']) => body);

let server: TestServer;
let knownAt: string;
let certificate: string;

beforeAll(async () => {
  server = await startTestServer();
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
