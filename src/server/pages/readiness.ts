import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../../database/data-source.ts';
import { isMigrated } from '../../database/server-rights.ts';

/** Milliseconds between two looks at the database. Longer, and a balancer sends requests to a process without a database for so long. */
const LOOK_MS = 1_000;

/** Milliseconds that the database may take to answer a look. */
const PATIENCE_MS = 2_000;

/** For how many milliseconds a fault of the database’s storage is reported. */
const FAULTY_MS = 60_000;

const AWAY = 'The database does not answer.';

const STANDBY = 'The database is a standby, which takes no writes.';

/**
 * Whether the database answers, takes writes and has every migration, by a timer and on a connection of its own: a process that is only busy is asked at once and
 * says so at once, and requests that wait for the pool delay nothing.
 */
export class Readiness {
  private readonly source: DataSource;
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private reason: string | null = 'The process is starting.';
  private faultyUntil = 0;
  private isClosed = false;

  constructor(source: DataSource) {
    this.source = source;
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

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.forget();
  }

  private async look(): Promise<void> {
    this.reason = await this.whyDatabaseIsNotReady().catch(async () => {
      await this.forget();
      return AWAY;
    });
    if (!this.isClosed) this.timer = setTimeout(() => void this.look(), LOOK_MS).unref();
  }

  private async whyDatabaseIsNotReady(): Promise<string | null> {
    const client = this.client ?? (await this.connect());
    const query = async (sql: string) => (await client.query(sql)).rows;
    // A failover may leave the address of the database with a server that was not promoted.
    const [found] = await query('select pg_is_in_recovery() as "isStandby"');
    if (found.isStandby) return STANDBY;
    return (await isMigrated({ query, migrations: this.source.migrations })) ? null : 'The database has not had every migration.';
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
