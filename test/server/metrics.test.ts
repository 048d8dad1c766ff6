import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usualRates } from '../../src/server/limits/limits.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

let server: TestServer;
let key: string;
beforeAll(async () => {
  const rates = { ...usualRates, public: { points: { capacity: 4, perSecond: 0.001 }, lookUps: { capacity: 4, perSecond: 0.001 } } };
  server = await startTestServer({ rates, metrics: { host: '127.0.0.1', port: 0 } });
  key = await server.keyFor('buyer', 'City of Sudbury');
});
afterAll(() => server.stop());

const scrape = async () => (await fetch(server.metricsUrl ?? '')).text();

describe('the metrics', () => {
  let text = '';
  beforeAll(async () => {
    await server.graphql('query Secret { viewer { scope } verify(subject: { wsibAccount: "5196200" }) { found } }', {}, { key });
    await server.graphql(
      'query ($s: [VerificationSubject!]!) { verifyMany(subjects: $s) { found } }',
      { s: [{ wsibAccount: '1234567' }, { wsibAccount: '7654321' }] },
      { key },
    );
    for (let i = 0; i < 5; i++) await server.graphql('{ none }');
    await server.graphql('{ viewer { scope } }', {}, { key: 'cor_nonsense' });
    text = await scrape();
  });

  test.each([
    ['registry_requests_total{kind="query",status="200",scope="buyer"} 2', 'requests by kind of operation, status and scope'],
    ['registry_requests_total{kind="none",status="200",scope="public"} 4', 'requests that came to no operation'],
    ['registry_requests_total{kind="none",status="429",scope="public"} 1', 'requests refused because the budget was used up'],
    ['registry_rate_limited_total{scope="public"} 1', 'the same by scope'],
    ['registry_cost_points_total{scope="buyer"} 4', 'cost points: two objects, then two'],
    ['registry_look_ups_total{scope="buyer"} 3', 'look-ups: one, then two'],
    ['registry_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 4', 'errors by code'],
    ['registry_request_duration_seconds_count{kind="query"} 2', 'durations'],
    ['registry_metered_callers 2', 'whose budgets are kept'],
  ])('count %s: %s', (line) => {
    expect(text.split('\n')).toContain(line);
  });

  test.each([
    'registry_pool_connections',
    'registry_pool_idle_connections',
    'registry_pool_waiting_requests',
    'nodejs_eventloop_lag_p99_seconds',
    'process_resident_memory_bytes',
  ])('include %s', (name) => {
    expect(text).toMatch(new RegExp(`^${name} [0-9.e+-]+$`, 'm'));
  });

  test('contain no key, holder, operation, address or number', () => {
    for (const word of [key.split('_')[1] ?? '', 'Sudbury', 'Secret', '5196200', '1234567', '127.0.0.1']) expect(text).not.toContain(word);
  });

  test('are in the format of Prometheus, on a port of their own', async () => {
    const answer = await fetch(server.metricsUrl ?? '');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect((await server.request.get('/metrics')).status).toBe(404);
    expect((await fetch(new URL('/graphql', server.metricsUrl ?? ''))).status).toBe(404);
  });

  test('are not served unless a port is set', async () => {
    const other = await startTestServer();
    expect(other.metricsUrl).toBeNull();
    await other.stop();
  });
});
