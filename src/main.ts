import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { progressDisplay } from './cli/progress-display.ts';
import { type Config, loadConfig } from './config.ts';
import { type Database, openDatabase } from './database/connect.ts';
import { createDataSource, migrate } from './database/data-source.ts';
import { PrimaryClock, registryPresent } from './database/primary-clock.ts';
import { openReplicas, type Replicas } from './database/replicas.ts';
import { loadDemo } from './demo/demo.service.ts';
import { CannotStart } from './errors.ts';
import { greeting, type Started } from './greeting.ts';
import { startUpkeep, type Upkeep } from './jobs/upkeep.ts';
import { startWorker } from './jobs/worker.ts';
import { firstStaffKey } from './keys/keys.ts';
import type { Day } from './rules/calendar.ts';
import { ratesWith } from './server/limits/limits.ts';
import { makeSchema } from './server/schema.ts';
import { startServer } from './server/server.ts';
import { type OpenLog, openLog } from './server/telemetry/log.ts';
import type { Tracing } from './server/telemetry/tracing.ts';
import { retryGaps } from './webhooks/retry.ts';
import { networkOf as webhookNetwork } from './webhooks/send.ts';

/** A process that serves the API, from start to stop. */
class Service {
  private readonly config: Config;
  private readonly out: OpenLog;
  /** What was opened, the database first. */
  private readonly open: (() => Promise<unknown>)[] = [];
  private started: Promise<void> = Promise.resolve();
  private signals = 0;

  constructor(config: Config, out: OpenLog) {
    this.config = config;
    this.out = out;
  }

  run(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void this.stop());
    process.on('uncaughtException', (error) => void this.fail(error));
    this.started = this.start();
    this.started.catch(async (error: unknown) => {
      if (this.signals === 0) await this.fail(error);
    });
  }

  /** The port is opened before the first key is made: if the port is in use, the key that is shown only once must not be lost. */
  private async start(): Promise<void> {
    const tracing = await this.trace();
    say(this.config.databaseUrl === null ? 'Starting the database …' : 'Connecting to the database …');
    const database = await openDatabase(this.config, 'server');
    this.open.push(() => database.close());
    const demoAccounts = await this.prepare(database);
    const source = await createDataSource(database.url, { poolSize: this.config.poolSize, ...patience }).initialize();
    this.open.push(() => within(CLOSING_MS, source.destroy()));
    const clock = await PrimaryClock.of(source);
    const upkeep = startUpkeep({ source, clock, log: this.out.log });
    this.open.push(() => within(CLOSING_MS, upkeep.close()));
    const privateTargets = this.config.webhookPrivateTargets === 'allow';
    const shared = {
      source,
      clock,
      log: this.out.log,
      tracing,
      wake: upkeep.wake,
      whyUnwell: upkeep.whyUnwell,
      privateTargets,
    };
    const parts = { schema: await makeSchema(), ...shared, replicas: await this.replicate(source, database) };
    const server = await startServer({ ...parts, ...networkOf(this.config) });
    this.open.push(() => server.close());
    if (this.config.workers > 0) await this.work(database, upkeep, clock);
    process.stdout.write(await this.greet(source, server, { folder: database.folder, demoAccounts, today: clock.today() }));
    this.out.release();
  }

  private async greet(
    source: DataSource,
    { url, metricsUrl }: Pick<Started, 'url' | 'metricsUrl'>,
    { today, ...known }: Pick<Started, 'folder' | 'demoAccounts'> & { readonly today: Day },
  ): Promise<string> {
    const key = await firstStaffKey(source);
    const example = await someCertifiedAccount(source, today);
    return greeting({ url, metricsUrl, ...known, isEmpty: await knowsNoAccount(source), staffKey: key?.key ?? null, example });
  }

  /** Jobs have connections of their own, so that they and the requests never wait for each other. */
  private async work({ url }: Database, { wake }: Upkeep, clock: PrimaryClock): Promise<void> {
    const { config, out } = this;
    // One to listen on, and of the others no more than are in use.
    const source = await createDataSource(url, { poolSize: config.workers + 1 }).initialize();
    this.open.push(() => within(CLOSING_MS, source.destroy()));
    const network = webhookNetwork(config.webhookPrivateTargets === 'allow');
    const worker = await startWorker({ source, wake, clock, network, gaps: retryGaps, log: out.log, atOnce: config.workers });
    this.open.push(() => within(WORKER_CLOSING_MS, worker.close()));
  }

  /** A node starts and serves without its replicas: it reads the primary until they are available. */
  private async replicate(source: DataSource, { url }: Database): Promise<Replicas | null> {
    const { replicaUrls, replicaLagMs: maxLagMs, poolSize } = this.config;
    if (replicaUrls.length === 0) return null;
    const onTurn = (replica: string, whyOut: string | null) =>
      this.out.log.warn({ replica, whyOut }, whyOut ? 'A replica is not read.' : 'A replica is read.');
    const replicas = await openReplicas({ source, url }, replicaUrls, { ...patience, poolSize, maxLagMs, onTurn });
    this.open.push(() => within(CLOSING_MS, replicas.close()));
    return replicas;
  }

  /** The tracing packages are loaded only if tracing is configured. */
  private async trace(): Promise<Tracing | null> {
    const { otlpEndpoint } = this.config;
    if (otlpEndpoint === null) return null;
    const { Tracing } = await import('./server/telemetry/tracing.ts');
    const tracing = new Tracing(otlpEndpoint);
    this.open.push(() => within(CLOSING_MS, tracing.close()));
    return tracing;
  }

  /**
   * Runs the migrations and fills the registry's own database if it is empty, on connections without time limits. Returns the number of
   * demo accounts made.
   */
  private async prepare({ url, folder }: Database): Promise<number> {
    const source = await createDataSource(url, { poolSize: 2 }).initialize();
    try {
      await migrate(source);
      const accounts = folder && (await isEmpty(source)) ? this.config.demoAccounts : 0;
      if (accounts === 0) return 0;
      say(`Inventing ${accounts.toLocaleString('en-CA')} accounts to try things on …`);
      const { onProgress, stop } = progressDisplay(process.stdout, false);
      const { today } = await registryPresent(source);
      await loadDemo(source, { accounts, today, onProgress }).finally(stop);
      return accounts;
    } finally {
      await source.destroy();
    }
  }

  /** The first signal stops the process gracefully, the second at once. */
  private async stop(): Promise<void> {
    this.signals += 1;
    if (this.signals === 1) say('\nShutting down: requests under way may finish. A second Ctrl-C ends it at once.');
    if (this.signals > 2) process.exit(1);
    if (this.signals === 2) await this.open[0]?.().finally(() => process.exit(1));
    await this.started.catch(() => {});
    await this.end(0);
  }

  private async fail(error: unknown): Promise<void> {
    process.stderr.write(`${this.isTalkative() && error instanceof Error ? error.stack : lineOf(error)}\n`);
    await this.end(1);
  }

  private async end(code: number): Promise<void> {
    for (const close of this.open.toReversed())
      await close().catch((error: unknown) => this.out.log.error({ err: error }, 'Could not close.'));
    this.out.flush();
    process.exit(code);
  }

  private isTalkative(): boolean {
    return this.config.logLevel === 'debug' || this.config.logLevel === 'trace';
  }
}

/** A line for the person at the keyboard. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function isEmpty(source: DataSource): Promise<boolean> {
  const [found]: { filled: boolean }[] = await source.query(
    'select exists (select from registry) or exists (select from account) as filled',
  );
  return found?.filled === false;
}

async function knowsNoAccount(source: DataSource): Promise<boolean> {
  const found: unknown[] = await source.query('select from account limit 1');
  return found.length === 0;
}

/** A WSIB account for the example query: one that is visible to anyone. */
async function someCertifiedAccount(source: DataSource, today: Day): Promise<string | null> {
  const [found]: { wsib_account: string }[] = await source.query(
    `select wsib_account from account where wsib_account is not null and exists (
       select from standing_period where account_id = account.id and standing = 'CERTIFIED' and valid_from <= $1 and (valid_to is null or valid_to > $1))
     order by wsib_account limit 1`,
    [today],
  );
  return found?.wsib_account ?? null;
}

/** Where `npm run build` gathers the explorer's files, seen from this file once it is compiled. */
const explorerFolder = fileURLToPath(new URL('../explorer', import.meta.url));

function networkOf({
  host,
  port,
  rateLimits,
  trustedProxies: proxies,
  corsOrigins,
  metricsPort,
  metricsHost,
  uploadsDir,
  drainMs,
  socketsPerKey: perKey,
  socketsPerAddress: perAddress,
}: Config) {
  const metrics = metricsPort === null ? null : { host: metricsHost, port: metricsPort };
  return {
    host,
    port,
    rates: rateLimits && ratesWith(rateLimits),
    proxies,
    corsOrigins,
    metrics,
    explorerFolder,
    uploadsFolder: uploadsDir,
    drainMs,
    socketLimits: { perKey, perAddress },
  };
}

/** Milliseconds after which the database itself ends a statement that no caller waits for any longer. */
const patience = { statementTimeout: 10_000, lockTimeout: 2_000, idleInTransactionTimeout: 10_000, connectionTimeout: 3_000 };

/** How long running jobs may delay shutdown: a job that one worker breaks off is done again by another. */
const WORKER_CLOSING_MS = 5_000;

/** How long a connection in use may delay shutdown. */
const CLOSING_MS = 2_000;

const within = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

const lineOf = (error: unknown): string =>
  error instanceof CannotStart
    ? error.message
    : `The registry cannot continue: ${error instanceof Error ? error.message : String(error)}. LOG_LEVEL=debug shows where.`;

try {
  const config = loadConfig();
  new Service(config, openLog(config)).run();
} catch (error) {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
}
