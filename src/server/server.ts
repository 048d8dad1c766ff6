import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { Authentication } from '../access/authentication.ts';
import { DeprecatedUses } from '../access/deprecated-uses.ts';
import { RateBudget } from '../access/rate-budget.ts';
import { SharedBudgets } from '../access/shared-budgets.ts';
import type { TrustedDocuments } from '../access/trusted-documents.ts';
import type { Clock } from '../clock.ts';
import type { Calls } from '../contract/follower.ts';
import type { Selections } from '../contract/selections.ts';
import { PrimaryClock } from '../database/primary-clock.ts';
import type { Replicas } from '../database/replicas.ts';
import { Readers } from '../database/replicas-reader.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { UploadFolder } from '../uploads/upload-folder.ts';
import { makeApollo } from './apollo.ts';
import { ChangeSelections } from './change-selections.ts';
import { Flight } from './flight.ts';
import { Cors } from './http/cors.ts';
import { GraphQLHandler } from './http/graphql-handler.ts';
import { listen, urlOf } from './http/listening.ts';
import { Admission } from './limits/admission.ts';
import type { RatesByScope } from './limits/limits.ts';
import { type MetricsAddress, startMetricsServer } from './metrics-server.ts';
import { CalendarPages } from './pages/calendar-pages.ts';
import { DeskPages } from './pages/desk-pages.ts';
import { MailPages } from './pages/mail-pages.ts';
import { makePages } from './pages/pages.ts';
import { Readiness } from './pages/readiness.ts';
import { syntheticOf } from './pages/synthetic.ts';
import { UploadPages } from './pages/upload-pages.ts';
import { printSdl } from './schema.ts';
import { Seats, type SocketLimits, usualSocketLimits } from './sockets/socket-limits.ts';
import { Sockets, type SocketsParts } from './sockets/sockets.ts';
import { StreamHandler } from './sockets/stream-handler.ts';
import { Subscriptions } from './sockets/subscriptions.ts';
import type { Log } from './telemetry/log.ts';
import { Metrics } from './telemetry/metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';

/** What the server needs from outside. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  /** Initialized, and migrated to the newest migration. */
  readonly source: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes those who follow the feed of changes. */
  readonly wake: Calls;
  /** Why the process should not receive requests, apart from the state of the database; null if all is well. */
  readonly whyUnwell?: () => string | null;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What each scope may ask for over time; null disables metering. */
  readonly rates: RatesByScope | null;
  /** Whether all nodes share one budget for each caller, through the database. Default: no. */
  readonly sharesBudgets?: boolean;
  /** Number of our own proxies in front of the server, whose `X-Forwarded-For` is trusted. */
  readonly proxies: number;
  /** The origins of the sites whose pages may call the API from a browser; `*` is any. */
  readonly corsOrigins: readonly string[];
  /** Folder of the explorer's files, as `npm run build` gathers them. */
  readonly explorerFolder: string;
  /** Folder of the style sheet and the script of the pages for people. */
  readonly deskFolder: string;
  /** Address of the registry as people outside reach it, for codes on paper; null: the one that a request names. */
  readonly publicUrl?: string | null;
  /** Folder of uploaded documents; it is created when the first one arrives. */
  readonly uploadsFolder: string;
  /** The documents that single keys are held to. Default: no key is. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Where Prometheus can read metrics; null for nowhere. */
  readonly metrics: MetricsAddress | null;
  /** Sends spans to a collector; null for none. The server does not close it. */
  readonly tracing: Tracing | null;
  /** Where queries read, if not from the primary. The server does not close them. */
  readonly replicas?: Replicas | null;
  /** How long it keeps answering while reporting that it is not ready, before it stops, in milliseconds. Default: 0. */
  readonly drainMs?: number;
  /** Sign what others check later; null or absent where nothing is signed. */
  readonly signingKeys?: SigningKeys | null;
  /** Whether webhooks may target private addresses, as in development. Default: no. */
  readonly privateTargets?: boolean;
  /** Whether daily e-mail is sent to organizations and for watch lists. Default: no. */
  readonly mailsDigests?: boolean;
  /** Limits on connected clients, if they differ from the defaults. */
  readonly socketLimits?: Partial<SocketLimits>;
  /** Who is admitted when there is too much to do. Default: by how late the timers of the process are. The server closes it. */
  readonly admission?: Admission;
}

/** A server that listens. */
export interface RunningServer {
  /** `http://host:port`, without a path. */
  readonly url: string;
  /** Where the metrics are; null for nowhere. */
  readonly metricsUrl: string | null;
  /** Answers what webhooks select, on the connections given. */
  selectionsOn(source: DataSource): Selections;
  /**
   * Reports that it is not ready while it drains, then accepts no new connections, waits for the requests in flight (at most `graceMs`) and
   * stops.
   */
  close(graceMs?: number): Promise<void>;
}

const GRACE_MS = 10_000;

/** Starts the API: /graphql on its own handler, everything else on Fastify, both on one http.Server. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const flight = new Flight(parts.clock);
  const { apollo, authentication, metrics, pages, stay, admission, readiness, shared, selectionsOn, uses } = await assemble(parts, flight);
  await pages.ready();
  stay.sockets.attachTo(pages.server);
  await listen(pages.server, parts, 'PORT');
  const endKeys = followKeys(parts.wake, () => [authentication.forgetAll(), stay.sockets.checkKeys(), stay.streams.checkKeys()]);
  const metricsServer = metrics && parts.metrics && (await startMetricsServer(metrics, parts.metrics));
  const close = async (graceMs = GRACE_MS) => {
    await flight.announce(parts.drainMs ?? 0);
    endKeys();
    admission.close();
    stay.streams.close();
    await Promise.all([stay.sockets.close(graceMs), flight.land(pages.server, graceMs)]);
    await readiness.close();
    await shared?.close();
    await uses.close();
    await pages.close();
    await apollo.stop();
    await metricsServer?.close();
  };
  return { url: urlOf(pages.server, parts.host), metricsUrl: metricsServer?.url ?? null, selectionsOn, close };
}

/** Makes everything that answers; nothing listens yet. */
async function assemble(parts: ServerParts, flight: Flight) {
  const [admission, readiness] = [parts.admission ?? new Admission(), new Readiness(parts.source, parts.log)];
  const apollo = makeApollo(parts.schema, parts.log);
  await apollo.start();
  const uses = new DeprecatedUses(parts.source);
  const [cors, budget] = [new Cors(parts.corsOrigins), new RateBudget(parts.clock)];
  const limits = parts.rates && { budget, rates: parts.rates };
  const shared = limits && parts.sharesBudgets ? new SharedBudgets(parts.source, budget, parts.log) : null;
  const metrics = makeMetrics(parts, budget);
  metrics?.watchAdmission(admission, readiness);
  const authentication = new Authentication(parts.source, parts.clock, parts.trustedDocuments, parts.signingKeys);
  const readers = parts.replicas ? new Readers(parts.replicas) : null;
  const selectionsOn = (source: DataSource) => new ChangeSelections({ ...parts, source, authentication, limits, uses });
  const asked = { apollo, uses, authentication, cors, limits, metrics, readers, admission, readiness };
  const graphql = new GraphQLHandler({ ...parts, ...asked, selections: selectionsOn(parts.source) });
  const stay = makeStay({ ...parts, authentication, cors, limits, metrics, admission, uses });
  const { whyUnwell = () => null, signingKeys = null } = parts;
  const uploads = await openUploads({ ...parts, authentication, cors, limits, readers, readiness });
  const [calendars, mail] = [new CalendarPages({ ...parts, limits }), new MailPages({ ...parts, limits })];
  await readiness.start();
  const publicUrl = parts.publicUrl?.replace(/\/+$/, '') ?? null;
  const hasRoom = (header: string | undefined) => admission.admits(authentication.remembers(header));
  const state = { readiness, isClosing: () => flight.isClosing, whyUnwell, signingKeys, publicUrl, hasRoom, limits, authentication };
  const pages = makePages(
    { ...parts, sdl: () => printSdl(parts.schema), cors, desk: makeDesk(parts, graphql), uploads, calendars, mail, ...state },
    (others) => httpServer(flight.listener(graphql, stay.streams, others)),
  );
  return { apollo, authentication, metrics, pages, stay, admission, readiness, shared, selectionsOn, uses };
}

const makeDesk = (parts: ServerParts, graphql: GraphQLHandler): DeskPages =>
  new DeskPages({ ...parts, graphql, isSynthetic: syntheticOf(parts.source), publicUrl: parts.publicUrl ?? null });

async function openUploads(parts: ServerParts & Omit<ConstructorParameters<typeof UploadPages>[0], 'folder'>): Promise<UploadPages> {
  const folder = new UploadFolder(parts.uploadsFolder);
  await folder.clear(parts.clock.wallNow());
  return new UploadPages({ ...parts, folder });
}

/** Milliseconds: a call that was lost costs nothing, since keys are looked up again by themselves. */
const KEYS_LOOK_MS = 60_000;

/** Calls when a key was revoked or rotated, on whichever node; returns what ends it. */
function followKeys(wake: Calls, onChange: () => void): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  const follow = async () => {
    while (!signal.aborted) {
      const count = wake.count('api_key');
      await wake.next('api_key', count, KEYS_LOOK_MS, signal);
      if (signal.aborted) return;
      if (wake.count('api_key') !== count) onChange();
      // What wakes nobody any more returns at once.
      else await pause(1_000, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  void follow();
  return () => closing.abort();
}

function makeMetrics({ metrics, source, replicas, clock }: ServerParts, budget: RateBudget): Metrics | null {
  const made = metrics && new Metrics(source, () => budget.size);
  if (replicas) made?.watchReplicas(replicas);
  if (clock instanceof PrimaryClock) made?.watchClock(clock);
  return made;
}

/** The endpoints for clients that stay connected: WebSockets and streams, which share their connection limits. */
function makeStay(
  parts: Omit<SocketsParts, 'subscriptions' | 'socketLimits' | 'seats'> &
    Pick<ServerParts, 'schema' | 'wake' | 'socketLimits'> & { readonly uses: DeprecatedUses },
) {
  const socketLimits = { ...usualSocketLimits, ...parts.socketLimits };
  const all = { ...parts, socketLimits, seats: new Seats(), subscriptions: new Subscriptions(parts) };
  const [sockets, streams] = [new Sockets(all), new StreamHandler(all)];
  const subscriptions = () => sockets.subscriptions + streams.count;
  parts.metrics?.watch({ sockets: () => sockets.count, streams: () => streams.count, subscriptions });
  return { sockets, streams };
}

/** Connections of a process at once; one more is closed at once, so that files and memory do not run out. */
const MOST_CONNECTIONS = 20_000;

// A request may take as long as a document of 25 MiB takes on a line of 2 Mbit/s; its headers may not.
function httpServer(listener: RequestListener): Server {
  const limits = { headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };
  // By default Node.js looks only every half a minute whether headers are late.
  const server = createServer({ ...limits, connectionsCheckingInterval: 2_000 }, listener);
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}
