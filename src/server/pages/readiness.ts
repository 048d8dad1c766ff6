import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../database/data-source.ts';
import { missingRights, namesOf } from '../../database/missing-rights.ts';
import { isMigrated } from '../../database/server-rights.ts';
import { isOfRights } from '../errors/client-errors.ts';

/** Milliseconds between two looks at the database. Longer, and a balancer sends requests to a process without a database for so long. */
const LOOK_MS = 1_000;

/** Milliseconds that the database may take to answer a look. */
const PATIENCE_MS = 2_000;

/** For how many milliseconds a fault of the database’s storage is reported. */
const FAULTY_MS = 60_000;

/** Milliseconds between two looks at the rights of the role, which hardly ever change. */
const RIGHTS_MS = 10_000;

const AWAY = 'The database does not answer.';

/** What is public about it; the log names the right. */
export const RIGHT_MISSING = 'The role of the database lacks a right that the registry needs. The log says which.';

const STANDBY = 'The database is a standby, which takes no writes.';

/** Where the operator reads which right is missing. */
interface Notes {
  error(details: object, message: string): void;
  info(message: string): void;
}

/**
 * Whether the database answers, takes writes and has every migration, by a timer and on a connection of its own: a process that is only busy is asked at once and
 * says so at once, and requests that wait for the pool delay nothing.
 */
export class Readiness {
  private readonly source: DataSource;
  private readonly log: Notes;
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private reason: string | null = 'The process is starting.';
  private faultyUntil = 0;
  private missing: readonly string[] = [];
  private rightsAt = Number.NEGATIVE_INFINITY;
  private isClosed = false;

  constructor(source: DataSource, log: Notes) {
    this.source = source;
    this.log = log;
  }

  /** Looks for the first time, and from now on by itself. */
  async start(): Promise<void> {
    await this.look();
  }

  /** Why requests cannot be answered; null if they can. */
  whyNotReady(): string | null {
    return this.reason;
  }

  /** Takes note that the database could not store something: no disk or memory is left, or its system failed. */
  noteStorageFault(): void {
    this.faultyUntil = performance.now() + FAULTY_MS;
  }

  /** Whether the database could not store something within the last minute. Reading goes on, so that the process stays ready. */
  get isStorageFaulty(): boolean {
    return performance.now() < this.faultyUntil;
  }

  /**
   * How many rights the role of the database lacks. The rest is answered, so that the process stays ready: every node has the same role, and none could
   * take its place.
   */
  get rightsMissing(): number {
    return this.missing.length;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.forget();
  }

  private async look(): Promise<void> {
    this.reason = await this.whyDatabaseIsNotReady().catch(async (error: unknown) => {
      await this.forget();
      if (!isOfRights(error)) return AWAY;
      if (this.reason !== RIGHT_MISSING) this.log.error({ err: error }, 'The role of the database lacks a right.');
      return RIGHT_MISSING;
    });
    if (!this.isClosed) this.timer = setTimeout(() => void this.look(), LOOK_MS).unref();
  }

  private async whyDatabaseIsNotReady(): Promise<string | null> {
    const client = this.client ?? (await this.connect());
    const query = async (sql: string) => (await client.query(sql)).rows;
    // A failover may leave the address of the database with a server that was not promoted.
    const [found] = await query('select pg_is_in_recovery() as "isStandby"');
    if (found.isStandby) return STANDBY;
    if (!(await isMigrated({ query, migrations: this.source.migrations }))) return 'The database has not had every migration.';
    if (performance.now() - this.rightsAt > RIGHTS_MS) this.note(await missingRights(query));
    return null;
  }

  private note(missing: readonly string[]): void {
    this.rightsAt = performance.now();
    const [before, now] = [namesOf(this.missing), namesOf(missing)];
    this.missing = missing;
    if (before === now) return;
    if (missing.length > 0) this.log.error({ missing: now }, 'The role of the database lacks a right: `registry migrate` grants it.');
    else this.log.info('The role of the database has every right again.');
  }

  private async connect(): Promise<Client> {
    const client = new Client({ ...poolOf(this.source).options, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
    // The next look fails and connects again.
    client.on('error', () => {});
    this.client = client;
    await client.connect();
    return client;
  }

  private async forget(): Promise<void> {
    const { client } = this;
    this.client = null;
    // Not waited for: a server that hangs answers no goodbye.
    void client?.end().catch(() => {});
  }
}
