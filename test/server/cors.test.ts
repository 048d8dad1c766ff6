import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

const ours = 'https://bids.example.ca';
const theirs = 'https://elsewhere.example.org';
const query = '{ viewer { scope } }';

let closed: TestServer;
let open: TestServer;
beforeAll(async () => {
  closed = await startTestServer();
  open = await startTestServer({ corsOrigins: [ours], rates: usualRates });
});
afterAll(() => Promise.all([closed.stop(), open.stop()]));

const preflight = (server: TestServer, origin: string) =>
  server.request
    .options('/graphql')
    .set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,authorization' });

describe('another site’s page', () => {
  test('may not call the API unless its origin is set', async () => {
    const { status, headers } = await preflight(closed, ours);
    expect([status, headers['access-control-allow-origin']]).toEqual([405, undefined]);
    const answer = await closed.request.post('/graphql').set({ origin: ours }).send({ query });
    expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers.vary]).toEqual([
      200,
      undefined,
      'accept, accept-encoding, accept-language',
    ]);
  });

  test('from a configured origin learns in a preflight what it may send', async () => {
    const { status, headers, text } = await preflight(open, ours);
    expect([status, text]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': ours,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight, last-event-id, x-request-id, registry-lsn',
      'access-control-max-age': '7200',
      vary: 'origin',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('from a configured origin may read the answer, its budget and its request id', async () => {
    const { headers } = await open.request.post('/graphql').set({ origin: ours }).send({ query });
    expect(headers).toMatchObject({
      'access-control-allow-origin': ours,
      'access-control-expose-headers': 'ratelimit, ratelimit-policy, retry-after, x-request-id, registry-lsn, registry-sandbox',
      vary: 'accept, accept-encoding, accept-language, origin',
    });
    expect((await open.request.get('/schema.graphql').set({ origin: ours })).headers).toMatchObject({
      'access-control-allow-origin': ours,
      vary: 'accept-encoding, origin',
    });
  });

  test('may read a fault as well', async () => {
    const { status, headers } = await open.request.post('/graphql').set({ origin: ours, 'content-type': 'text/plain' }).send('x');
    expect([status, headers['access-control-allow-origin']]).toEqual([415, ours]);
  });

  test.each([theirs, `${ours}.evil.example`, 'http://bids.example.ca', 'null'])('from the origin %s gets no permission', async (origin) => {
    const asked = await preflight(open, origin);
    const answered = await open.request.post('/graphql').set({ origin }).send({ query });
    for (const { headers } of [asked, answered]) {
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers.vary).toContain('origin');
    }
  });

  test('cannot send requests that need no preflight, whether its origin is configured or not', async () => {
    for (const origin of [ours, theirs]) {
      const form = await open.request
        .post('/graphql')
        .set({ origin, 'content-type': 'application/x-www-form-urlencoded' })
        .send('query=%7Bviewer%7Bscope%7D%7D');
      const get = await open.request.get('/graphql').set({ origin, 'sec-fetch-mode': 'no-cors' }).query({ query });
      expect([form.status, get.status]).toEqual([415, 400]);
    }
  });
});

describe('the setting', () => {
  test('accepts origins separated by spaces or commas, and * for any', () => {
    expect(loadConfig({ REGISTRY_CORS_ORIGINS: `${ours}, http://localhost:3000` }).corsOrigins).toEqual([ours, 'http://localhost:3000']);
    expect(loadConfig({ REGISTRY_CORS_ORIGINS: '*' }).corsOrigins).toEqual(['*']);
  });

  test.each(['bids.example.ca', `${ours}/`, `${ours}/path`, 'ftp://bids.example.ca', 'https://*.example.ca'])('refuses %s', (text) => {
    expect(() => loadConfig({ REGISTRY_CORS_ORIGINS: text })).toThrow(
      'REGISTRY_CORS_ORIGINS must be origins such as https://bids.example.ca',
    );
  });
});

describe('every answer', () => {
  test.each(['/', '/schema.graphql', '/healthz', '/nothing'])('of %s forbids frames, sniffing and other sites', async (page) => {
    const { headers } = await closed.request.get(page);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  test('of GraphQL does too', async () => {
    const { headers } = await closed.graphql(query);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" });
  });
});
