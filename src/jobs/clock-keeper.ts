import type { PrimaryClock } from '../database/primary-clock.ts';
import type { Wake } from '../outbox/wake.ts';

/** Milliseconds between measurements: a timer drifts less than a millisecond in that time. */
const ASK_MS = 10_000;

/** What the keeper reports. */
export interface ClockLog {
  error(details: object, message: string): void;
}

/** Keeps the clock of a process in step with the primary, and raises an alarm if the machine's clock is not. */
export class ClockKeeper {
  private readonly clock: PrimaryClock;
  private readonly wake: Wake;
  private readonly log: ClockLog;
  private readonly onMeasured: () => void;
  private readonly closing = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private isAlarmed = false;

  /** `onMeasured` is called after each measurement: the registry's day may have changed. */
  constructor(clock: PrimaryClock, wake: Wake, log: ClockLog, onMeasured: () => void) {
    this.clock = clock;
    this.wake = wake;
    this.log = log;
    this.onMeasured = onMeasured;
  }

  start(): void {
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const count = this.wake.count('registry_clock');
      await this.measure();
      this.alarm();
      await this.wake.next('registry_clock', count, ASK_MS, signal);
    }
  }

  // While the primary is away, this process's timer continues from the last measurement.
  private async measure(): Promise<void> {
    await this.clock.measure().then(this.onMeasured, (error: unknown) => this.log.error({ err: error }, 'The database returned no time.'));
  }

  private alarm(): void {
    const why = this.clock.whyUnwell();
    if (why !== null && !this.isAlarmed) this.log.error({ skewSeconds: Math.round(this.clock.skewSeconds) }, why);
    this.isAlarmed = why !== null;
  }
}
