import type { DataSource } from 'typeorm';
import { linkPending } from '../chain/link.ts';
import { poolOf } from '../database/data-source.ts';
import type { Wake } from './wake.ts';

/** Any number that no one else locks: these are the letters "SEQ". */
const SEQUENCER_LOCK = 0x53_45_51;

/** How many changes a statement stamps: an import of a million corrections must not hold the lock or its transaction for minutes. */
const BATCH = 1_000;

/** The outcome of an attempt to stamp: `BUSY` means that another process is doing it. */
type Stamped = number | 'BUSY';

/**
 * Gives every committed change its position, the next one without a gap; returns how many. One process does it at a time; if another is doing it,
 * this returns at once, because that one was woken for the same changes. A change that commits later gets a higher position, so a reader who has read
 * up to a position has read everything up to it. Among changes found at once, the one recorded first comes first. `onProgress` is called after each
 * batch; the signal ends it after one.
 */
export async function stampChanges(source: DataSource, onProgress: () => void = () => {}, signal?: AbortSignal): Promise<number> {
  let stamped = 0;
  while (!signal?.aborted && (await hasUnstamped(source))) {
    const done = await stampBatch(source);
    onProgress();
    if (done === 'BUSY') break;
    stamped += done;
  }
  return stamped;
}

/** How long the oldest change without a position has waited for one, in seconds; 0 if none waits. */
export async function sequencerLag(source: DataSource): Promise<number> {
  const { rows } = await poolOf(source).query<{ lag: number }>(
    `select coalesce(extract(epoch from registry_now() - min(recorded_at)), 0)::float8 as lag from change where position is null`,
  );
  return Math.max(rows[0]?.lag ?? 0, 0);
}

async function hasUnstamped(source: DataSource): Promise<boolean> {
  const { rows } = await poolOf(source).query('select from change where position is null limit 1');
  return rows.length > 0;
}

// The lock is taken in a separate statement, so that the next one sees what its previous holder stamped. It ends with the transaction, and so with a
// process that dies.
const stampBatch = (source: DataSource): Promise<Stamped> =>
  source.transaction('READ COMMITTED', async (tx) => {
    const [lock]: { taken: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as taken', [SEQUENCER_LOCK]);
    if (!lock?.taken) return 'BUSY';
    const [, stamped]: [unknown, number] = await tx.query(stampSql, [BATCH]);
    await tx.query(`select pg_notify('change_stamped', '')`);
    return stamped;
  });

const stampSql = `
  update change set position = last.position + next.place
  from (select id, row_number() over (order by id) as place from change where position is null order by id limit $1) as next,
    (select coalesce(max(position), 0) as position from change) as last
  where change.id = next.id`;

/** In milliseconds: the wait after a missed call. Each poll of a quiet registry reads an index without entries. */
const POLL_MS = 2_000;

/** Stamps and links when something was recorded, and checks now and then by itself. Every process that serves the API runs one; any may die. */
export class Sequencer {
  private readonly source: DataSource;
  private readonly wake: Wake;
  private readonly onFault: (error: unknown) => void;
  private readonly closing = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private lookedAt = performance.now();

  constructor(source: DataSource, wake: Wake, onFault: (error: unknown) => void) {
    this.source = source;
    this.wake = wake;
    this.onFault = onFault;
  }

  start(): void {
    this.running = this.run();
  }

  /** Returns after the current batch. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  /** Seconds since it last looked, whether or not there was anything to do; grows while it cannot look. */
  get secondsSinceLook(): number {
    return (performance.now() - this.lookedAt) / 1000;
  }

  private async look(): Promise<void> {
    const note = () => {
      this.lookedAt = performance.now();
    };
    const { signal } = this.closing;
    await stampChanges(this.source, note, signal).then(note, this.onFault);
    // A chain that waits is no reason to send requests elsewhere: its lag has an alarm of its own.
    await linkPending(this.source, signal).catch(this.onFault);
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const count = this.wake.count('change');
      await this.look();
      await this.wake.next('change', count, POLL_MS, signal);
    }
  }
}
