import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { usualRates } from '../../src/server/limits/limits.ts';
import { Tracing } from '../../src/server/telemetry/tracing.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

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
    ['registry_errors_total{code="INTERNAL"} 0', 'errors that have not happened, so that an alarm sees the first'],
    ['registry_socket_closes_total{code="1013"} 0', 'sockets that were not too slow yet'],
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

describe('traces', () => {
  interface Attribute {
    readonly key: string;
    readonly value: unknown;
  }

  interface Span {
    readonly name: string;
    readonly kind: number;
    readonly traceId: string;
    readonly spanId: string;
    readonly parentSpanId?: string;
    readonly attributes: readonly Attribute[];
  }

  const SERVER = 2;
  const CLIENT = 3;

  /** Receives traces like a collector. */
  class Collector {
    text = '';
    readonly spans: Span[] = [];
    private readonly server: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        if (request.url === '/v1/traces') this.take(body);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });

    async start(): Promise<string> {
      await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
      // A server listening on a TCP port has an address of this type.
      return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    stop(): Promise<unknown> {
      this.server.closeAllConnections();
      return new Promise((resolve) => this.server.close(resolve));
    }

    private take(body: string): void {
      this.text += body;
      for (const { scopeSpans } of JSON.parse(body).resourceSpans) for (const { spans } of scopeSpans) this.spans.push(...spans);
    }
  }

  const collector = new Collector();
  let server: TestServer;
  let tracing: Tracing;
  beforeAll(async () => {
    tracing = new Tracing(await collector.start());
    server = await startTestServer({ tracing });
    const key = await server.keyFor('buyer');
    await server.request
      .post('/graphql')
      .set({
        authorization: `Bearer ${key}`,
        'x-request-id': 'traced-1',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      })
      .send({
        query: 'query ($s: VerificationSubject!) { verify(subject: $s) { standing } }',
        variables: { s: { wsibAccount: '5196200' } },
      });
    await server.request.post('/graphql').set('x-request-id', 'traced-2').send({ query: '{ none }' });
    await tracing.close();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await collector.stop();
  });

  const spanOf = (requestId: string): Span | undefined =>
    collector.spans.find(({ attributes }) =>
      attributes.some(({ key, value }) => key === 'registry.request_id' && JSON.stringify(value).includes(requestId)),
    );

  const attributesOf = (span: Span | undefined) =>
    Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value ?? {})[0]]));

  describe('a trace', () => {
    test('has a span for each request, within the caller’s trace if it names one', () => {
      const span = spanOf('traced-1');
      expect(span).toMatchObject({
        name: '/graphql query',
        kind: SERVER,
        traceId: '0af7651916cd43dd8448eb211c80319c',
        parentSpanId: 'b7ad6b7169203331',
      });
      expect(attributesOf(span)).toEqual({
        'registry.request_id': 'traced-1',
        'registry.scope': 'buyer',
        'graphql.operation.type': 'query',
        'http.response.status_code': 200,
      });
    });

    test('has a request’s SQL statements as its children', () => {
      const request = spanOf('traced-1');
      const statements = collector.spans.filter(({ traceId, kind }) => traceId === request?.traceId && kind === CLIENT);
      expect(statements.length).toBeGreaterThan(0);
      for (const each of statements) {
        expect(each.parentSpanId).toBe(request?.spanId);
        expect(attributesOf(each)).toMatchObject({ 'db.system.name': 'postgresql', 'db.query.text': expect.stringMatching(/\w/) });
      }
    });

    test('contains the codes of errors', () => {
      expect(spanOf('traced-2')).toMatchObject({ name: '/graphql' });
      expect(attributesOf(spanOf('traced-2'))['registry.errors']).toEqual({ values: [{ stringValue: 'GRAPHQL_VALIDATION_FAILED' }] });
    });

    test('contains no value that was sent, and no secret', () => {
      expect(collector.text).toContain('traced-1');
      expect(collector.text).not.toMatch(/5196200|Bearer|cor_/);
    });
  });
});
