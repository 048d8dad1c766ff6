import type { IncomingHttpHeaders } from 'node:http';
import { type Context, context, propagation, type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { Client } from 'pg';

/** What is known about a request once it is answered; it includes no value that the caller sent. */
export interface TracedRequest {
  readonly requestId: string;
  readonly kind: string | null;
  readonly scope: string | null;
  readonly status: number;
  /** Codes of the errors in the answer. */
  readonly errors: readonly string[];
}

/** Spans of requests and of their SQL statements, sent to an OpenTelemetry collector. Loaded only if one is configured. */
export class Tracing {
  private readonly provider: BasicTracerProvider;
  private readonly tracer: Tracer;
  private readonly contexts = new AsyncLocalStorageContextManager();
  private readonly untracedQuery = Client.prototype.query;

  /** `endpoint` is the base URL of a collector that accepts OTLP over HTTP. */
  constructor(endpoint: string) {
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'cor-registry' }),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }))],
    });
    this.tracer = this.provider.getTracer('cor-registry');
    context.setGlobalContextManager(this.contexts.enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
    traceStatements(this.tracer, this.untracedQuery);
  }

  /** Runs the work of a request in a span, within the caller's trace if it names one. */
  request(headers: IncomingHttpHeaders, work: () => Promise<TracedRequest>): Promise<void> {
    const parent: Context = propagation.extract(context.active(), headers);
    return this.tracer.startActiveSpan('/graphql', { kind: SpanKind.SERVER }, parent, async (span) => {
      try {
        describeRequest(span, await work());
      } finally {
        span.end();
      }
    });
  }

  /** Sends what is left. A collector that does not answer delays shutdown only briefly. */
  async close(): Promise<void> {
    Client.prototype.query = this.untracedQuery;
    await this.provider.shutdown().catch(() => {});
    context.disable();
    propagation.disable();
  }
}

function describeRequest(span: Span, { requestId, kind, scope, status, errors }: TracedRequest): void {
  if (kind) span.updateName(`/graphql ${kind}`);
  span.setAttributes({
    'registry.request_id': requestId,
    'registry.scope': scope ?? 'unknown',
    'graphql.operation.type': kind ?? 'none',
    'http.response.status_code': status,
    ...(errors.length > 0 && { 'registry.errors': [...errors] }),
  });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}

type Query = typeof Client.prototype.query;

/** Long statements are cut: their beginnings distinguish them. */
const MOST_TEXT = 2_000;

// Every statement goes through a pg client, TypeORM's as well as ours; its values are separate from the text and are not recorded.
function traceStatements(tracer: Tracer, query: Query): void {
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const text = textOf(given[0]);
    // Streams and similar objects end in their own ways.
    if (text === null) return Reflect.apply(query, this, given);
    const attributes = { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, MOST_TEXT) };
    const span = tracer.startSpan(/^\s*\w+/.exec(text)?.[0].trim().toLowerCase() ?? 'sql', { kind: SpanKind.CLIENT, attributes });
    return followed(span, given, (all) => Reflect.apply(query, this, all));
    // The overloads of query() need not be distinguished here.
  } as Query;
}

function followed(span: Span, given: readonly unknown[], run: (given: readonly unknown[]) => unknown): unknown {
  const end = (error: unknown) => {
    if (error) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  const callback = given.at(-1);
  if (typeof callback !== 'function') {
    const running = run(given);
    if (running instanceof Promise) running.then(() => end(null), end);
    else span.end();
    return running;
  }
  const ended = (error: unknown, ...rest: unknown[]) => {
    end(error);
    Reflect.apply(callback, undefined, [error, ...rest]);
  };
  return run([...given.slice(0, -1), ended]);
}

function textOf(first: unknown): string | null {
  if (typeof first === 'string') return first;
  if (typeof first !== 'object' || first === null || 'submit' in first) return null;
  return 'text' in first && typeof first.text === 'string' ? first.text : null;
}
