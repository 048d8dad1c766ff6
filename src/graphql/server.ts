import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Authentication } from '../access/authentication.ts';
import { RateBudget } from '../access/rate-budget.ts';
import type { Clock } from '../clock.ts';
import { makeApollo } from './apollo.ts';
import { Cors } from './cors.ts';
import { GraphQLHandler } from './graphql-handler.ts';
import type { RatesByScope } from './limits.ts';
import { listen, urlOf } from './listening.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { type MetricsAddress, startMetricsServer } from './metrics-server.ts';
import { makePages } from './pages.ts';
import { requestIdOf } from './request-id.ts';
import { printSdl } from './schema.ts';
import type { Tracing } from './tracing.ts';

/** What the server needs from outside. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  /** Initialized, and migrated to the newest migration. */
  readonly source: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What each scope may ask for over time; null meters nothing. */
  readonly rates: RatesByScope | null;
  /** How many proxies of ours stand before the server, whose `X-Forwarded-For` is believed. */
  readonly proxies: number;
  /** The origins of the sites whose pages may call the API from a browser; `*` is any. */
  readonly corsOrigins: readonly string[];
  /** Folder of the explorer's files, as `npm run build` gathers them. */
  readonly explorerFolder: string;
  /** Where Prometheus may ask; null for nowhere. */
  readonly metrics: MetricsAddress | null;
  /** Sends spans to a collector; null for none. The server does not close it. */
  readonly tracing: Tracing | null;
  /** Whether webhooks may lead to private addresses, as in development; not unless given. */
  readonly privateTargets?: boolean;
}

/** A server that listens. */
export interface RunningServer {
  /** `http://host:port`, without a path. */
  readonly url: string;
  /** Where the metrics are; null for nowhere. */
  readonly metricsUrl: string | null;
  /** Takes no new connection, waits for the requests in flight (at most `graceMs`), then ends. */
  close(graceMs?: number): Promise<void>;
}

const GRACE_MS = 10_000;

/** Starts the API: /graphql on a handler of its own, everything else on Fastify, both on one http.Server. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const apollo = makeApollo(parts.schema, parts.log);
  await apollo.start();
  const cors = new Cors(parts.corsOrigins);
  const budget = new RateBudget(parts.clock);
  const limits = parts.rates && { budget, rates: parts.rates };
  const metrics = parts.metrics && new Metrics(parts.source, () => budget.size);
  const authentication = new Authentication(parts.source, parts.clock);
  const graphql = new GraphQLHandler({ ...parts, apollo, authentication, cors, limits, metrics });
  const flight = new Flight();
  const { source, schema, explorerFolder } = parts;
  const pages = makePages({ source, sdl: printSdl(schema), cors, explorerFolder, isClosing: () => flight.isClosing }, (others) =>
    httpServer(flight.listener(graphql, others)),
  );
  await pages.ready();
  await listen(pages.server, parts, 'PORT');
  const metricsServer = metrics && parts.metrics && (await startMetricsServer(metrics, parts.metrics));
  const close = async (graceMs = GRACE_MS) => {
    await flight.land(pages.server, graceMs);
    await pages.close();
    await apollo.stop();
    await metricsServer?.close();
  };
  return { url: urlOf(pages.server, parts.host), metricsUrl: metricsServer?.url ?? null, close };
}

function httpServer(listener: RequestListener): Server {
  return createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }, listener);
}

/** The requests in flight, and how the server comes to rest. */
class Flight {
  isClosing = false;
  private readonly inFlight = new Set<ServerResponse>();
  private landed: () => void = () => {};

  listener(graphql: GraphQLHandler, others: RequestListener): RequestListener {
    return (request, response) => {
      const requestId = requestIdOf(request);
      response.setHeader('x-request-id', requestId);
      if (this.isClosing) response.setHeader('connection', 'close');
      this.inFlight.add(response);
      response.once('close', () => this.leave(response));
      if (isGraphQL(request.url)) void graphql.handle(request, response, requestId);
      else others(request, response);
    };
  }

  async land(server: Server, graceMs: number): Promise<void> {
    this.isClosing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const quiet = new Promise<void>((resolve) => {
      this.landed = resolve;
    });
    server.closeIdleConnections();
    for (const response of this.inFlight) if (!response.headersSent) response.setHeader('connection', 'close');
    const timer = setTimeout(() => this.landed(), graceMs);
    if (this.inFlight.size > 0) await quiet;
    clearTimeout(timer);
    server.closeAllConnections();
    await closed;
  }

  private leave(response: ServerResponse): void {
    this.inFlight.delete(response);
    if (this.isClosing && this.inFlight.size === 0) this.landed();
  }
}

const isGraphQL = (url = ''): boolean => url === '/graphql' || url.startsWith('/graphql?');
