import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource, type DataSourceOptions, poolOf } from './data-source.ts';
import { END_OF_LOG, type Lsn, lsnOf } from './replicas-lsn.ts';
import { Outlook, Replica, type ReplicaParts, type Sample, type WhyOut } from './replicas-watched.ts';

/** How reads are spread over replicas. */
export interface ReplicasParts {
  readonly primary: DataSource;
  /** Measures the primary. */
  readonly outlook: Pick<Outlook, 'look' | 'close'>;
  readonly replicas: readonly ReplicaParts[];
  /** In milliseconds: a replica that lags more than this is not read. */
  readonly maxLagMs: number;
  /** Called when queries start to read a replica (null), or stop, and why. */
  readonly onTurn: (name: string, whyOut: WhyOut | null) => void;
  /** Milliseconds that only go forward; default: those of the process. */
  readonly now?: () => number;
}

/** A shorter interval loads the primary, with many nodes; a longer one keeps recent writers on it. */
const LOOK_MS = 500;

/** The streaming replicas of the primary: which of them are available, how far each has replayed, and which is read next. */
export class Replicas {
  readonly primary: DataSource;
  private readonly parts: ReplicasParts;
  private readonly replicas: readonly Replica[];
  private readonly samples: Sample[] = [];
  private readonly ending = new AbortController();
  private readonly now: () => number;
  private lastRead = 0;

  constructor(parts: ReplicasParts) {
    this.parts = parts;
    this.primary = parts.primary;
    this.now = parts.now ?? (() => performance.now());
    this.replicas = parts.replicas.map((each) => new Replica(each, this.now));
  }

  /** Checks all servers once before it returns, and then keeps checking. */
  async start(): Promise<void> {
    await this.sample();
    await Promise.all(this.replicas.map((each) => this.lookAt(each)));
    void this.repeat(() => this.sample());
    for (const each of this.replicas) void this.repeat(() => this.lookAt(each));
  }

  async close(): Promise<void> {
    this.ending.abort();
    await Promise.all([this.parts.outlook.close(), ...this.replicas.map((each) => each.close())]);
  }

  /** The next replica in turn that has everything before `least`; null if there is none and the primary is to be read. */
  next(least: Lsn): DataSource | null {
    for (let tried = 0; tried < this.replicas.length; tried += 1) {
      this.lastRead = (this.lastRead + 1) % this.replicas.length;
      const replica = this.replicas[this.lastRead];
      if (replica && this.isRead(replica) && replica.replayed >= least) return replica.source;
    }
    return null;
  }

  /** How many replicas queries read. */
  get inService(): number {
    return this.replicas.filter((each) => this.isRead(each)).length;
  }

  /** In seconds: how recent a commit may be missing where queries read. */
  get lagSeconds(): number {
    return Math.max(0, ...this.replicas.filter((each) => this.isRead(each)).map(({ lagMs }) => lagMs / 1000));
  }

  /** A position behind everything committed so far. If the primary does not answer, it cannot be found out: then no replica has come far enough. */
  async written(): Promise<Lsn> {
    const { rows } = await poolOf(this.primary)
      .query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn')
      .catch(() => ({ rows: [] }));
    return lsnOf(rows[0]?.lsn ?? '') ?? END_OF_LOG;
  }

  private isRead({ whyOut, lagMs }: Replica): boolean {
    return whyOut === null && lagMs <= this.parts.maxLagMs;
  }

  private async sample(): Promise<void> {
    const at = this.now();
    const look = await this.parts.outlook.look().catch(() => null);
    if (look) this.samples.push({ ...look, at });
    while (this.samples.length > 1 && at - (this.samples[0]?.at ?? at) > this.parts.maxLagMs) this.samples.shift();
  }

  private async lookAt(replica: Replica): Promise<void> {
    if (await replica.look(this.samples, this.parts.maxLagMs)) this.parts.onTurn(replica.name, replica.whyOut);
  }

  private async repeat(work: () => Promise<void>): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      await pause(LOOK_MS, undefined, { signal }).catch(() => {});
      if (!signal.aborted) await work();
    }
  }
}

/** The replicas of PostgreSQL URLs. They need not be available yet. */
export async function openReplicas(
  primary: { readonly source: DataSource; readonly url: string },
  urls: readonly string[],
  { maxLagMs, onTurn, ...options }: DataSourceOptions & Pick<ReplicasParts, 'maxLagMs' | 'onTurn'>,
): Promise<Replicas> {
  const replicas = urls.map((url) => {
    return { name: nameOf(url), source: createDataSource(url, { ...options, isReadOnly: true }), outlook: new Outlook(url, 'replica') };
  });
  const outlook = new Outlook(primary.url, 'primary');
  const opened = new Replicas({ primary: primary.source, outlook, replicas, maxLagMs, onTurn });
  await opened.start();
  return opened;
}

const nameOf = (url: string): string => `${new URL(url).host}${new URL(url).pathname}`;
