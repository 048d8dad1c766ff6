import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Tracing } from '../../src/server/telemetry/tracing.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

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
    .send({ query: 'query ($s: VerificationSubject!) { verify(subject: $s) { standing } }', variables: { s: { wsibAccount: '5196200' } } });
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
