import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.ts';
import { foundConnections, type PoolerFault, poolerFault } from './pooler.ts';
import { type Lsn, lsnOf, START_OF_LOG } from './replicas-lsn.ts';

/** What a server reports about itself. */
export interface Look {
  /** Which database cluster it is, or replicates. */
  readonly system: string;
  /** How far the primary has written, or a replica has replayed; null if the server is not of the expected kind. */
  readonly lsn: Lsn | null;
}

/** At the instant `at`, in milliseconds of this process, the primary's log had reached `lsn` or more. */
export interface Sample extends Look {
  readonly at: number;
}

/** Why queries do not read a replica. */
export type WhyOut = 'does not answer' | 'is not a replica of the primary' | 'lags behind the primary' | PoolerFault;

/** If shorter, a busy server counts as gone; if longer, more requests wait for a server that is gone. */
const PATIENCE_MS = 2_000;

const lookSql = (lsn: string, isReplica: boolean): string =>
  `select system_identifier::text as system, case when pg_is_in_recovery() = ${isReplica} then ${lsn} end::text as lsn from pg_control_system()`;

const statements = { primary: lookSql('pg_current_wal_lsn()', false), replica: lookSql('pg_last_wal_replay_lsn()', true) };

/** Checks a server on a separate connection, so that a full pool is not mistaken for a server that is gone. */
export class Outlook {
  private readonly pool: Pool;
  private readonly statement: string;

  constructor(url: string, role: keyof typeof statements) {
    const patience = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS };
    this.pool = new Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, application_name: 'cor-registry', ...patience });
    this.pool.on('error', () => {}); // The next check fails or reconnects.
    this.statement = statements[role];
  }

  async look(): Promise<Look> {
    const { rows } = await this.pool.query<{ system: string; lsn: string | null }>(this.statement);
    const [row] = rows;
    if (!row) throw new Error('The statement returns one row.');
    return { system: row.system, lsn: row.lsn === null ? null : lsnOf(row.lsn) };
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** The parts of a replica. */
export interface ReplicaParts {
  /** Identifies it in the log; without a password. */
  readonly name: string;
  /** Need not be connected. */
  readonly source: DataSource;
  readonly outlook: Pick<Outlook, 'look' | 'close'>;
}

/** A replica, and how far it has replayed. */
export class Replica {
  readonly name: string;
  readonly source: DataSource;
  /** Everything before this position can be read here. */
  replayed: Lsn = START_OF_LOG;
  whyOut: WhyOut | null = 'does not answer';
  private pooler: PoolerFault | null = null;
  private readonly outlook: ReplicaParts['outlook'];
  private readonly now: () => number;
  /** Everything committed by this instant can be read here; milliseconds of this process. */
  private freshAt = Number.NEGATIVE_INFINITY;

  /** `now` returns the milliseconds of this process. */
  constructor({ name, source, outlook }: ReplicaParts, now: () => number) {
    this.name = name;
    this.source = source;
    this.outlook = outlook;
    this.now = now;
  }

  /** In milliseconds: how recent a commit on the primary may be missing here. */
  get lagMs(): number {
    return this.now() - this.freshAt;
  }

  /** Checks how far it has replayed; `samples` are the primary's, oldest first. Returns whether the replica went out of use or came back. */
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
    if (lsn === null || (of !== undefined && of !== system)) return 'is not a replica of the primary';
    if (!this.source.isInitialized) {
      await this.source.initialize();
      this.pooler = poolerFault(await foundConnections(poolOf(this.source).options));
    }
    if (this.pooler) return this.pooler;
    this.replayed = lsn;
    const sample = samples.findLast((each) => each.lsn !== null && each.lsn <= lsn);
    if (sample) this.freshAt = Math.max(this.freshAt, sample.at);
    return null;
  }
}
