import type { DataSource } from 'typeorm';
import type { RegistryClock } from '../clock.ts';
import { nextMidnight } from './midnight.ts';
import { sweep } from './sweep.ts';

/** In milliseconds: the longest wait before the day is checked again. A machine that slept, or whose clock was corrected, has missed its timer. */
const LOOK_MS = 60_000;

/** In milliseconds: a timer may fire a little early, when the day has not changed yet. */
const LEAST_MS = 20;

/** Milliseconds before a failed sweep is tried again. */
const RETRY_MS = 5_000;

/** Milliseconds before the day is checked again if the database's day has not begun yet. */
const NOT_YET_MS = 1_000;

/**
 * Sweeps on start and at each midnight in Toronto. Every process may run one: a day is recorded once. It waits while the clocks of this machine and
 * of the database disagree: one of them is wrong, and what is recorded too early cannot be taken back.
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

  /** Checks now: the registry's day may have changed. */
  look(): void {
    this.endPause();
  }

  /** Returns after the current sweep. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let sweptOn: string | null = null;
    while (!this.closing.signal.aborted) {
      // Read before the sweep: if a day ends meanwhile, the next sweep follows at once.
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

  /** The day of the database up to which everything is recorded; null if that failed. */
  private async sweepDay(): Promise<string | null> {
    try {
      const { today, through } = await sweep(this.source);
      if (through > today) this.onFault(new Error(`Changes are published up to ${through}, which is in the future: see docs/clocks.md.`));
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
