import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { configuredKeys, serverKeys } from './cli/configured-keys.ts';
import { goOnUnread, onAskedToEnd } from './cli/ending.ts';
import { numberIn } from './cli/lines.ts';
import { progressDisplay } from './cli/progress-display.ts';
import { type Config, loadConfig } from './config.ts';
import { type Database, openDatabase, serverRoleOf } from './database/connect.ts';
import { createDataSource, migrate } from './database/data-source.ts';
import { requireRights } from './database/missing-rights.ts';
import { PrimaryClock, registryPresent } from './database/primary-clock.ts';
import { openReplicas, type Replicas } from './database/replicas.ts';
import { loadDemo } from './demo/demo.service.ts';
import { greeting, type Started } from './greeting.ts';
import { shownExample } from './greeting-example.ts';
import { firstKeyLines } from './greeting-key.ts';
import { startUpkeep, type Upkeep } from './jobs/upkeep.ts';
import { mailOf } from './main-mail.ts';
import { networkOf, trustedIn } from './main-network.ts';
import { oncePossible, outliveDatabase } from './main-rejections.ts';
import { language, line, lineOf, say } from './main-words.ts';
import type { Day } from './rules/calendar.ts';
import { makeSchema } from './server/schema.ts';
import { type RunningServer, startServer } from './server/server.ts';
import { type OpenLog, openLog } from './server/telemetry/log.ts';
import type { Tracing } from './server/telemetry/tracing.ts';
import { retryGaps } from './webhooks/retry.ts';
import { networkOf as webhookNetwork } from './webhooks/send.ts';

/** A process that serves the API, from start to stop. */
class Service {
  private readonly config: Config;
  private readonly out: OpenLog;
  /** How to close what was opened, in the order it was opened. */
  private readonly open: (() => Promise<unknown>)[] = [];
  private database: Database | null = null;
  private started: Promise<void> = Promise.resolve();
  private isEnding = false;

  constructor(config: Config, out: OpenLog) {
    this.config = config;
    this.out = out;
  }

  run(): void {
    onAskedToEnd((times) => void this.stop(times));
    goOnUnread();
    outliveDatabase(this.out.log);
    process.on('uncaughtException', (error) => void this.fail(error));
    this.started = this.start();
    this.started.catch(async (error: unknown) => {
      if (!this.isEnding) await this.fail(error);
    });
  }

  /** The port is opened before the first key is made: if the port is in use, the key that is shown only once must not be lost. */
  private async start(): Promise<void> {
    const tracing = await this.trace();
    say(line(this.config.databaseUrl === null ? 'Starting the database …' : 'Connecting to the database …'));
    const database = await openDatabase(this.config, 'server');
    this.database = database;
    this.open.push(() => database.close());
    const demoAccounts = await this.prepare(database);
    if (!this.isEnding) await this.serve(database, demoAccounts, tracing);
  }

  private async serve(database: Database, demoAccounts: number, tracing: Tracing | null): Promise<void> {
    const { config, out } = this;
    const source = await createDataSource(database.url, { poolSize: config.poolSize, ...patience }).initialize();
    this.open.push(() => within(CLOSING_MS, source.destroy()));
    await requireRights((sql) => source.query(sql));
    const clock = await PrimaryClock.of(source);
    const signingKeys = serverKeys(config);
    const upkeep = startUpkeep({ source, clock, log: out.log, signingKeys });
    this.open.push(() => within(CLOSING_MS, upkeep.close()));
    const { wake, whyUnwell } = upkeep;
    const privateTargets = config.webhookPrivateTargets === 'allow';
    const shared = { source, clock, log: out.log, tracing, wake, whyUnwell, privateTargets, signingKeys };
    const parts = { schema: await makeSchema(), ...shared, replicas: await this.replicate(source, database) };
    const server = await startServer({ ...parts, ...networkOf(config), ...trustedIn(config) });
    this.open.push(() => server.close());
    if (config.workers > 0) await this.patiently(() => this.work(database, upkeep, clock, server));
    // Named one by one: the greeting must never show the address of the database, which holds a password.
    const known = { folder: database.folder, version: database.version };
    process.stdout.write(await this.greet(source, server, { ...known, demoAccounts, today: clock.today() }));
    out.release();
  }

  private async greet(
    source: DataSource,
    { url, metricsUrl }: Pick<Started, 'url' | 'metricsUrl'>,
    { today, ...known }: Pick<Started, 'folder' | 'version' | 'demoAccounts'> & { readonly today: Day },
  ): Promise<string> {
    const place = { folder: this.config.dataDir, isTerminal: process.stdout.isTTY, locale: language };
    // One by one: a key that was made must be shown, even if the next step has to wait.
    const staffKey = await this.patiently(() => firstKeyLines(source, place));
    const example = await this.patiently(() => shownExample(source, today));
    return greeting({ ...known, ...example, url, metricsUrl, staffKey, locale: language });
  }

  /** A step that is taken while requests are already answered. What is logged meanwhile must not wait for the greeting. */
  private patiently<T>(step: () => Promise<T>): Promise<T> {
    const { log } = this.out;
    const error = (details: object, message: string) => {
      this.out.release();
      log.error(details, message);
    };
    return oncePossible(step, { error }, () => this.isEnding);
  }

  /** Jobs have connections of their own, so that they and the requests never wait for each other. */
  private async work({ url }: Database, { wake }: Upkeep, clock: PrimaryClock, { selectionsOn }: RunningServer): Promise<void> {
    const { config, out } = this;
    // One to listen on, and one for each job in progress.
    const source = await createDataSource(url, { poolSize: config.workers + 1 }).initialize();
    const network = webhookNetwork(config.webhookPrivateTargets === 'allow');
    const shared = {
      source,
      wake,
      clock,
      log: out.log,
      selections: selectionsOn(source),
      signingKeys: configuredKeys(config),
      ...(await mailOf(config)),
    };
    // Loaded only now, when requests are already answered.
    const { startWorker } = await import('./jobs/worker.ts');
    const worker = await startWorker({ ...shared, network, gaps: retryGaps, atOnce: config.workers }).catch(async (error: unknown) => {
      await within(CLOSING_MS, source.destroy());
      throw error;
    });
    this.open.push(() => within(CLOSING_MS, source.destroy()));
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
  private async prepare(database: Database): Promise<number> {
    const source = await createDataSource(database.ownerUrl, { poolSize: 2 }).initialize();
    try {
      await migrate(source, serverRoleOf(database));
      const accounts = database.folder && !this.isEnding && (await isEmpty(source)) ? this.config.demoAccounts : 0;
      if (accounts === 0) return 0;
      say(line('Inventing {} accounts to try things on …', numberIn(language, accounts)));
      const { onProgress, stop } = progressDisplay(process.stdout, false, language);
      const { today } = await registryPresent(source);
      await loadDemo(source, { accounts, today, onProgress }).finally(stop);
      return accounts;
    } finally {
      await source.destroy();
    }
  }

  /** The first request ends the process gracefully, the second at once. A database that is still starting ends with the process. */
  private async stop(times: number): Promise<void> {
    this.isEnding = true;
    if (times === 2) await this.database?.close().finally(() => process.exit(1));
    if (times >= 2) process.exit(1);
    say(`\n${line('Shutting down: requests under way may finish. A second Ctrl-C ends it at once.')}`);
    await this.started.catch(() => {});
    await this.end(0);
  }

  private async fail(error: unknown): Promise<void> {
    process.stderr.write(`${this.isTalkative() && error instanceof Error ? error.stack : lineOf(error)}\n`);
    this.isEnding = true;
    // What is being opened must be closed as well.
    await within(
      CLOSING_MS,
      this.started.catch(() => {}),
    );
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

async function isEmpty(source: DataSource): Promise<boolean> {
  const [found]: { filled: boolean }[] = await source.query(
    'select exists (select from registry) or exists (select from account) as filled',
  );
  return found?.filled === false;
}

/** In milliseconds: the database ends a statement once no caller can still be waiting for it. */
const patience = { statementTimeout: 10_000, lockTimeout: 2_000, idleInTransactionTimeout: 10_000, connectionTimeout: 3_000 };

/** How long running jobs may delay shutdown: another worker repeats a job that is interrupted. */
const WORKER_CLOSING_MS = 5_000;

/** How long a connection in use may delay shutdown. */
const CLOSING_MS = 2_000;

const within = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

try {
  const config = loadConfig();
  new Service(config, openLog(config)).run();
} catch (error) {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = 1;
}
