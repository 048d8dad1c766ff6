import type { DataSource } from 'typeorm';
import type { Clock } from '../clock.ts';
import { nextMidnight } from './midnight.ts';
import { sweep } from './sweep.ts';

/** Milliseconds after which to look again at the latest: a machine that slept, or whose clock was put right, has missed its timer. */
const LOOK_MS = 60_000;

/** Milliseconds: a timer may go off a little before its time, and the day then is still the one before. */
const LEAST_MS = 20;

/** Milliseconds after which a sweep that failed is tried again. */
const RETRY_MS = 5_000;

/** Sweeps on start and at each midnight in Toronto. Every process may run one: a day is told once. */
export class Sweeper {
  private readonly source: DataSource;
  private readonly clock: Clock;
  private readonly onFault: (error: unknown) => void;
  private readonly closing = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(source: DataSource, clock: Clock, onFault: (error: unknown) => void) {
    this.source = source;
    this.clock = clock;
    this.onFault = onFault;
  }

  start(): void {
    this.running = this.run();
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
      const midnight = nextMidnight(this.clock.now());
      const today = this.clock.today();
      if (today !== sweptOn) sweptOn = (await this.sweepDay(today)) ? today : null;
      await this.pause(sweptOn === null ? RETRY_MS : this.until(midnight));
    }
  }

  private until(midnight: Date): number {
    return Math.min(Math.max(midnight.getTime() - this.clock.now().getTime(), LEAST_MS), LOOK_MS);
  }

  private async sweepDay(today: string): Promise<boolean> {
    try {
      await sweep(this.source, today);
      return true;
    } catch (error) {
      this.onFault(error);
      return false;
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
      signal.addEventListener('abort', done);
    });
  }
}
