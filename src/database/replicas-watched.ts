import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { type Lsn, lsnOf, START_OF_LOG } from './replicas-lsn.ts';

/** What a server says of itself. */
export interface Look {
  /** Which database cluster it is, or is a replica of. */
  readonly system: string;
  /** How far the primary has written, or a replica has replayed; null for a server that is not what it should be. */
  readonly lsn: Lsn | null;
}

/** The primary's log was at `lsn`, or behind it, at the instant `at`, in milliseconds of this process. */
export interface Sample extends Look {
  readonly at: number;
}

/** Why queries do not read a replica. */
export type WhyOut = 'does not answer' | 'is no replica of the primary' | 'lags behind the primary';

/** Shorter, and a server that is merely busy counts as gone; longer, and more requests wait for one that is. */
const PATIENCE_MS = 2_000;

const lookSql = (lsn: string, isReplica: boolean): string =>
  `select system_identifier::text as system, case when pg_is_in_recovery() = ${isReplica} then ${lsn} end::text as lsn from pg_control_system()`;

const statements = { primary: lookSql('pg_current_wal_lsn()', false), replica: lookSql('pg_last_wal_replay_lsn()', true) };

/** Looks at a server on one connection of its own, lest a pool that is full be taken for a server that is gone. */
export class Outlook {
  private readonly pool: Pool;
  private readonly statement: string;

  constructor(url: string, role: keyof typeof statements) {
    const patience = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS };
    this.pool = new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, application_name: 'cor-registry', ...patience });
    this.pool.on('error', () => {}); // The next look fails or connects anew.
    this.statement = statements[role];
  }

  async look(): Promise<Look> {
    const { rows } = await this.pool.query<{ system: string; lsn: string | null }>(this.statement);
    const [row] = rows;
    if (!row) throw new Error('The statement gives one row.');
    return { system: row.system, lsn: row.lsn === null ? null : lsnOf(row.lsn) };
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** What a replica is made of. */
export interface ReplicaParts {
  /** Tells it from the others in the log; without a password. */
  readonly name: string;
  /** Need not be connected. */
  readonly source: DataSource;
  readonly outlook: Pick<Outlook, 'look' | 'close'>;
}

/** A replica, and what is known of how far it has come. */
export class Replica {
  readonly name: string;
  readonly source: DataSource;
  /** Everything before it can be read here. */
  replayed: Lsn = START_OF_LOG;
  whyOut: WhyOut | null = 'does not answer';
  private readonly outlook: ReplicaParts['outlook'];
  private readonly now: () => number;
  /** What was committed by this instant can be read here; milliseconds of this process. */
  private freshAt = Number.NEGATIVE_INFINITY;

  /** `now` tells the milliseconds of this process. */
  constructor({ name, source, outlook }: ReplicaParts, now: () => number) {
    this.name = name;
    this.source = source;
    this.outlook = outlook;
    this.now = now;
  }

  /** Milliseconds for which what is committed on the primary may not be here yet. */
  get lagMs(): number {
    return this.now() - this.freshAt;
  }

  /** Looks how far it has come; `samples` are the primary's, oldest first. Tells whether that changed its being out. */
  async look(samples: readonly Sample[], maxLagMs: number): Promise<boolean> {
    const before = this.whyOut;
    this.whyOut = await this.examine(samples).catch(() => 'does not answer' as const);
    if (this.whyOut === null && this.lagMs > maxLagMs) this.whyOut = 'lags behind the primary';
    return this.whyOut !== before;
  }

  async close(): Promise<void> {
    await Promise.all([this.outlook.close(), this.source.isInitialized ? this.source.destroy() : null]);
  }

  private async examine(samples: readonly Sample[]): Promise<WhyOut | null> {
    const { system, lsn } = await this.outlook.look();
    const of = samples.at(-1)?.system;
    if (lsn === null || (of !== undefined && of !== system)) return 'is no replica of the primary';
    if (!this.source.isInitialized) await this.source.initialize();
    this.replayed = lsn;
    const sample = samples.findLast((each) => each.lsn !== null && each.lsn <= lsn);
    if (sample) this.freshAt = Math.max(this.freshAt, sample.at);
    return null;
  }
}
