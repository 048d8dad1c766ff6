import type { DataSource } from 'typeorm';
import type { RegistryClock } from '../clock.ts';
import { nextMidnight } from './midnight.ts';
import { sweep } from './sweep.ts';

/** Milliseconds after which to look again at the latest: a machine that slept, or whose clock was put right, has missed its timer. */
const LOOK_MS = 60_000;

/** Milliseconds: a timer may go off a little before its time, and the day then is still the one before. */
const LEAST_MS = 20;

/** Milliseconds after which a sweep that failed is tried again. */
const RETRY_MS = 5_000;

/** Milliseconds after which to look again where the database's day has not begun yet. */
const NOT_YET_MS = 1_000;

/**
 * Sweeps on start and at each midnight in Toronto. Every process may run one: a day is told once. It waits while the clocks of this machine and of
 * the database disagree: one of the two is wrong, and what was told too early cannot be taken back.
 */
export class Sweeper {
  private readonly source: DataSource;
  private readonly clock: RegistryClock;
  private readonly onFault: (error: unknown) => void;
  private readonly whyWait: () => string | null;
  private readonly closing = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private endPause: () => void = () => {};

  constructor(source: DataSource, clock: RegistryClock, onFault: (error: unknown) => void, whyWait: () => string | null = () => null) {
    this.whyWait = whyWait;
    this.source = source;
    this.clock = clock;
    this.onFault = onFault;
  }

  start(): void {
    this.running = this.run();
  }

  /** Looks now: the registry's day may be another. */
  look(): void {
    this.endPause();
  }

  /** Ends after the sweep at hand. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let sweptOn: string | null = null;
    while (!this.closing.signal.aborted) {
      // Read before the sweep: a day that ends during it is over at once.
      const midnight = nextMidnight(this.clock.registryNow());
      const today = this.clock.today();
      if (today !== sweptOn) sweptOn = this.whyWait() === null ? await this.sweepDay() : null;
      await this.pause(this.breakAfter(sweptOn, today, midnight));
    }
  }

  private breakAfter(sweptOn: string | null, today: string, midnight: Date): number {
    if (sweptOn === null) return RETRY_MS;
    return sweptOn < today ? NOT_YET_MS : this.until(midnight);
  }

  private until(midnight: Date): number {
    return Math.min(Math.max(midnight.getTime() - this.clock.registryNow().getTime(), LEAST_MS), LOOK_MS);
  }

  /** The day of the database up to which all is told; null where that failed. */
  private async sweepDay(): Promise<string | null> {
    try {
      const { today, through } = await sweep(this.source);
      if (through > today) this.onFault(new Error(`Days are told up to ${through}, which has not come: see docs/clocks.md.`));
      return today;
    } catch (error) {
      this.onFault(error);
      return null;
    }
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.closing;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, signal.aborted ? 0 : ms);
      this.endPause = done;
      signal.addEventListener('abort', done);
    });
  }
}
