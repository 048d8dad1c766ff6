import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { publishHead } from '../chain/heads.ts';
import type { RegistryClock } from '../clock.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';

/** Milliseconds: after midnight a head is published within this time. */
const LOOK_MS = 60_000;

/** Publishes the head of the chain on each day. Every process may run one: a day has one head. */
export class HeadPublisher {
  private readonly source: DataSource;
  private readonly clock: RegistryClock;
  private readonly keys: SigningKeys | null;
  private readonly onFault: (error: unknown) => void;
  private readonly closing = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(source: DataSource, clock: RegistryClock, keys: SigningKeys | null, onFault: (error: unknown) => void) {
    this.source = source;
    this.clock = clock;
    this.keys = keys;
    this.onFault = onFault;
  }

  start(): void {
    this.running = this.run();
  }

  /** Returns after the current head. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let published: string | null = null;
    const { signal } = this.closing;
    while (!signal.aborted) {
      const today = this.clock.today();
      if (today !== published && (await this.publish(today))) published = today;
      await delay(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  // Also false if it was already published: the next attempt asks again, which reads one row by its key.
  private publish(today: string): Promise<boolean> {
    return publishHead(this.source, today, this.keys).catch((error: unknown) => {
      this.onFault(error);
      return false;
    });
  }
}
