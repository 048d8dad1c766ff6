import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.ts';

/** What the database notifies of: that something was recorded, that what was recorded has its position, or that the registry's time was shifted. */
export type Call = 'change' | 'change_stamped' | 'registry_clock' | 'api_key';

const calls: readonly Call[] = ['change', 'change_stamped', 'registry_clock', 'api_key'];

/** Milliseconds between attempts to reconnect: short at first, as after a restart of the database, and never longer than the last. */
const GAPS = [50, 200, 1_000, 5_000, 15_000];

/**
 * The one listening connection of a process. A notification says only that something happened, so an extra one does no harm and a missed one costs
 * the wait until the next poll. After it reconnects it wakes everyone, because it may have missed something.
 */
export class Wake {
  private readonly source: DataSource;
  private readonly onFault: (error: unknown) => void;
  private readonly waiting: Readonly<Record<Call, Set<() => void>>> = {
    change: new Set(),
    change_stamped: new Set(),
    registry_clock: new Set(),
    api_key: new Set(),
  };
  private readonly heard: Record<Call, number> = { change: 0, change_stamped: 0, registry_clock: 0, api_key: 0 };
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private failures = 0;
  private isClosed = false;

  constructor(source: DataSource, onFault: (error: unknown) => void) {
    this.source = source;
    this.onFault = onFault;
  }

  /** Connects; if that fails, it keeps trying. */
  async start(): Promise<void> {
    if (this.isClosed) return;
    const client = new Client({ ...poolOf(this.source).options, keepAlive: true });
    this.client = client;
    client.on('notification', ({ channel }) => this.call(channel));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    try {
      await client.connect();
      await client.query(calls.map((call) => `listen ${call}`).join('; '));
      this.failures = 0;
      for (const call of calls) this.call(call);
    } catch (error) {
      this.lost(client, error);
    }
  }

  /** The number of calls so far: read it before looking, and pass it to `next`, so that no call in between is missed. */
  count(call: Call): number {
    return this.heard[call];
  }

  /** Waits until there is a call after `count`, at most `ms`, or until the signal. */
  next(call: Call, count: number, ms: number, signal?: AbortSignal): Promise<void> {
    if (this.heard[call] !== count || signal?.aborted || this.isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting[call].delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.waiting[call].add(done);
      signal?.addEventListener('abort', done);
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    for (const call of calls) this.call(call);
    await this.client?.end().catch(() => {});
  }

  private call(channel: string): void {
    const call = calls.find((each) => each === channel);
    if (call === undefined) return;
    this.heard[call] += 1;
    for (const done of [...this.waiting[call]]) done();
  }

  private lost(client: Client, error: unknown): void {
    if (this.client !== client || this.isClosed) return;
    this.client = null;
    if (error !== null) this.onFault(error);
    client.end().catch(() => {});
    const gap = GAPS[Math.min(this.failures, GAPS.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => void this.start(), gap);
  }
}
