import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { agent } from 'supertest';
import type { DataSource } from 'typeorm';
import type { TrustedDocuments } from '../../src/access/trusted-documents.ts';
import { type Clock, clockOf, fixedClock, wallClock } from '../../src/clock.ts';
import type { Selections } from '../../src/contract/selections.ts';
import { createDataSource, type DataSourceOptions } from '../../src/database/data-source.ts';
import { PrimaryClock } from '../../src/database/primary-clock.ts';
import type { Replicas } from '../../src/database/replicas.ts';
import type { Scope } from '../../src/database/tables/api-key.table.ts';
import { startUpkeep } from '../../src/jobs/upkeep.ts';
import { createKey } from '../../src/keys/keys.ts';
import { Wake } from '../../src/outbox/wake.ts';
import { Admission } from '../../src/server/limits/admission.ts';
import type { RatesByScope } from '../../src/server/limits/limits.ts';
import { makeSchema, type ResolverClasses } from '../../src/server/schema.ts';
import { startServer } from '../../src/server/server.ts';
import type { SocketLimits } from '../../src/server/sockets/socket-limits.ts';
import { makeLog } from '../../src/server/telemetry/log.ts';
import type { Tracing } from '../../src/server/telemetry/tracing.ts';
import type { SigningKeys } from '../../src/signing/signing-keys.ts';
import { freshDatabase, sameDatabase } from './database.ts';

/** How a test's server differs from the default. */
export interface TestServerOptions {
  /** The fixed time of the server's clock (ISO 8601). Default: the clock runs. */
  readonly now?: string;
  /** The registry's time as the database has it, instead of `now`. */
  readonly goesByDatabase?: true;
  /** A clock, instead of `now`. */
  readonly clock?: Clock;
  readonly database?: DataSourceOptions;
  /** A server whose database this one shares, as a second node. It is stopped after this one. */
  readonly beside?: Pick<TestServer, 'databaseUrl'>;
  /** The name of a database to copy, which must have no open connections. Default: the migrated, empty one. */
  readonly template?: string;
  /** Resolver classes instead of the API's own. */
  readonly resolvers?: ResolverClasses;
  /** The budget of each scope. Default: nothing is metered, so that no test uses another's budget. */
  readonly rates?: RatesByScope;
  readonly sharesBudgets?: boolean;
  /** Creates the replicas of the server's database; the test closes them. */
  readonly replicas?: (primary: DataSource) => Replicas;
  readonly drainMs?: number;
  readonly proxies?: number;
  readonly trustedDocuments?: TrustedDocuments;
  readonly corsOrigins?: readonly string[];
  readonly metrics?: { readonly host: string; readonly port: number };
  readonly tracing?: Tracing;
  /** Whether webhooks may lead to private addresses, such as a test's own receiver. */
  readonly privateTargets?: boolean;
  /** Whether daily e-mail can be asked for. Default: no. */
  readonly mailsDigests?: boolean;
  readonly socketLimits?: Partial<SocketLimits>;
  /** Default: one that admits every request. */
  readonly admission?: Admission;
  /** Signs what others check later. Default: nothing is signed. */
  readonly signingKeys?: SigningKeys;
  readonly publicUrl?: string;
  /** Whether changes get their positions and followers of the feed are woken, as in a production server. */
  readonly upkeep?: boolean;
  /** What the server reports in /readyz. */
  readonly whyUnwell?: () => string | null;
}

/** The answer to a GraphQL request. */
export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // A test reads whatever fields it asked for.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data: any;
  readonly errors: readonly GraphQLAnswerError[] | undefined;
  readonly text: string;
}

export interface GraphQLAnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  // biome-ignore lint/suspicious/noExplicitAny: a fault may have any shape
  readonly extensions: { readonly code: string; readonly field?: string; readonly [name: string]: any };
}

/** A server on its own fresh, migrated, empty database, over real HTTP. `beforeAll(async () => { server = await startTestServer() })`, `afterAll(() => server.stop())`. */
export interface TestServer {
  readonly url: string;
  readonly metricsUrl: string | null;
  readonly databaseUrl: string;
  /** The folder of uploaded documents. */
  readonly uploadsFolder: string;
  /** supertest on the server: `server.request.get('/healthz').expect(200)`. */
  readonly request: ReturnType<typeof agent>;
  /** Connections as the owner of the tables, for what a test enters or reads. */
  readonly dataSource: DataSource;
  /** The server's own connections, under its role. */
  readonly source: DataSource;
  /** POSTs an operation; `key` comes from `keyFor`. */
  graphql(query: string, variables?: Record<string, unknown>, options?: { key?: string }): Promise<GraphQLAnswer>;
  /** The text of every SQL statement on this database since the last call, except the key look-up, which is cached for 30 s, and the readiness timer's. */
  statements(): readonly string[];
  /** A new key of a scope, as its holder sends it; an organization's key is for the given organization, or for one without accounts. */
  keyFor(scope: Scope, holder?: string, organizationId?: string): Promise<string>;
  /** The lines logged so far. */
  readonly logged: readonly Record<string, unknown>[];
  /** Answers what webhooks select, on the connections given. */
  selectionsOn(source: DataSource): Selections;
  /** Restarts it at the same address, on the same database, after so many milliseconds in which connections are refused. */
  restart(awayMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server for one test file. */
export async function startTestServer(given: TestServerOptions = {}): Promise<TestServer> {
  const { now, database: options = {}, resolvers, rates = null, proxies = 0, corsOrigins = [], metrics = null, tracing = null } = given;
  const database = given.beside ? sameDatabase(given.beside.databaseUrl) : await freshDatabase(given.template);
  const dataSource = await createDataSource(database.url, options).initialize();
  const source = await createDataSource(database.serverUrl, options).initialize();
  const logged: Record<string, unknown>[] = [];
  const clock = given.goesByDatabase
    ? await PrimaryClock.of(dataSource)
    : (given.clock ?? (now ? fixedClock(now) : clockOf(wallClock.wallNow)));
  const log = makeLog('debug', linesInto(logged));
  const uploadsFolder = await mkdtemp(join(tmpdir(), 'registry-uploads-'));
  const explorerFolder = fileURLToPath(new URL('../../dist/explorer', import.meta.url));
  const network = {
    host: '127.0.0.1',
    port: 0,
    rates,
    sharesBudgets: given.sharesBudgets ?? false,
    proxies,
    corsOrigins,
    explorerFolder,
    deskFolder: fileURLToPath(new URL('../../desk', import.meta.url)),
    uploadsFolder,
    metrics,
    tracing,
    socketLimits: given.socketLimits ?? {},
  };
  const upkeep = given.upkeep ? startUpkeep({ source, clock, log, signingKeys: given.signingKeys ?? null }) : null;
  const parts = {
    wake: upkeep?.wake ?? new Wake(source, () => {}),
    schema: await makeSchema(resolvers),
    source,
    clock,
    log,
    ...network,
    replicas: given.replicas?.(source) ?? null,
    drainMs: given.drainMs ?? 0,
    signingKeys: given.signingKeys ?? null,
    ...(given.trustedDocuments && { trustedDocuments: given.trustedDocuments }),
    publicUrl: given.publicUrl ?? null,
    privateTargets: given.privateTargets ?? false,
    mailsDigests: given.mailsDigests ?? false,
    ...(given.whyUnwell && { whyUnwell: given.whyUnwell }),
  };
  // Test runs share the machine and timers are late: only tests of overload refuse requests for that.
  const admission = () => given.admission ?? new Admission(Number.POSITIVE_INFINITY);
  let server = await startServer({ ...parts, admission: admission() });
  const request = agent(server.url);
  const statements = countStatements(new URL(database.url).pathname.slice(1));
  return {
    url: server.url,
    metricsUrl: server.metricsUrl,
    databaseUrl: database.url,
    uploadsFolder,
    request,
    dataSource,
    source,
    logged,
    selectionsOn: (on) => server.selectionsOn(on),
    statements,
    graphql: async (query, variables, { key } = {}) => {
      const { status, headers, body, text } = await request
        .post('/graphql')
        .set(key ? { authorization: `Bearer ${key}` } : {})
        .send({ query, variables });
      return { status, headers, data: body.data, errors: body.errors, text };
    },
    keyFor: async (scope, holder = `Test ${scope}`, organizationId = randomUUID()) =>
      (await createKey(dataSource.manager, { scope, holder, organizationId: scope === 'organization' ? organizationId : null })).key,
    restart: async (awayMs = 0) => {
      await server.close(1_000);
      if (awayMs > 0) await new Promise((resolve) => setTimeout(resolve, awayMs));
      server = await startServer({ ...parts, port: Number(new URL(server.url).port), admission: admission() });
    },
    stop: async () => {
      await server.close(1_000);
      await upkeep?.close();
      await source.destroy();
      await dataSource.destroy();
      await database.drop();
      await rm(uploadsFolder, { recursive: true });
    },
  };
}

function linesInto(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).trim().split('\n')) lines.push(JSON.parse(line));
      done();
    },
  });
}

const seen = new Map<string, string[]>();
let isWatching = false;

/** Records what the pg clients of a database send. */
function countStatements(database: string): () => readonly string[] {
  seen.set(database, []);
  if (!isWatching) watchClients();
  isWatching = true;
  return () =>
    (seen.get(database)?.splice(0) ?? []).filter(
      (text) => !/\bapi_key\b|\bfrom migration\b|^select pg_is_in_recovery\b|^\s*with relation as \(/.test(text),
    );
}

function watchClients(): void {
  const query = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'string' ? first : typeof first === 'object' && first && 'text' in first ? String(first.text) : '';
    const sentTo = 'database' in this && typeof this.database === 'string' ? this.database : '';
    seen.get(sentTo)?.push(text);
    // This does not need to distinguish the overloads of query().
    return Reflect.apply(query, this, given);
  } as typeof query;
}
