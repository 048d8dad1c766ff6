import type { DataSource } from 'typeorm';
import { type Clock, dayInToronto, wallClock } from '../clock.ts';
import type { Day } from '../rules/calendar.ts';

/** The present of the registry, asked of the primary: for a command, which asks once. */
export async function registryPresent(source: Pick<DataSource, 'query'>): Promise<{ now: Date; today: Day }> {
  const [present]: { now: Date; today: Day }[] = await source.query('select registry_now() as now, registry_today() as today');
  if (!present) throw new Error('The database told no time.');
  return present;
}

/** Seconds by which the clocks of this machine and of the primary may differ. */
export const MOST_SKEW_SECONDS = 60;

/** Milliseconds: an answer that took longer says too little of the moment at which it was true. */
const LONGEST_TRIP_MS = 2_000;

/** What the primary said last, beside the timer of this process, which no setting of the machine's clock moves. */
interface Measured {
  /** The registry's time, less the timer. */
  readonly registryMs: number;
  /** The primary's own clock, less the timer. */
  readonly primaryMs: number;
}

/** The two times that the primary tells. */
export interface PrimaryTimes {
  readonly registry: Date;
  /** Its own clock's, which no shift of the registry's time moves. */
  readonly primary: Date;
}

/**
 * The two times of a process. It keeps how far the primary's clock is from its timer, so that no request asks for the time; `measure` asks
 * the primary anew, every ten seconds and when the registry's time is shifted.
 */
export class PrimaryClock implements Clock {
  private readonly ask: () => Promise<PrimaryTimes>;
  private measured: Measured = { registryMs: 0, primaryMs: 0 };

  private constructor(ask: () => Promise<PrimaryTimes>) {
    this.ask = ask;
  }

  /** Asks the primary for the first time; throws where it does not answer. */
  static of(source: Pick<DataSource, 'query'>): Promise<PrimaryClock> {
    return PrimaryClock.asking(() => askPrimary(source));
  }

  /** The same with another way to ask. */
  static async asking(ask: () => Promise<PrimaryTimes>): Promise<PrimaryClock> {
    const clock = new PrimaryClock(ask);
    clock.measured = (await clock.askOnce()).measured;
    return clock;
  }

  wallNow(): Date {
    return wallClock.wallNow();
  }

  registryNow(): Date {
    return new Date(this.measured.registryMs + performance.now());
  }

  today(): Day {
    return dayInToronto(this.registryNow());
  }

  /** Seconds by which the clock of this machine is ahead of the primary's; negative where it is behind. */
  get skewSeconds(): number {
    return (this.wallNow().getTime() - this.measured.primaryMs - performance.now()) / 1000;
  }

  /** Why nothing that goes by the time is to be trusted to this process; null where the two clocks agree. */
  whyUnwell(): string | null {
    const seconds = Math.round(this.skewSeconds);
    if (Math.abs(seconds) <= MOST_SKEW_SECONDS) return null;
    return `The clock of this machine is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} the database’s.`;
  }

  /** Asks the primary again. */
  async measure(): Promise<void> {
    const { measured, tripMs } = await this.askOnce();
    if (tripMs <= LONGEST_TRIP_MS) this.measured = measured;
  }

  // Half the way there and back: when the answer was true is known to within that.
  private async askOnce(): Promise<{ measured: Measured; tripMs: number }> {
    const sentAt = performance.now();
    const { registry, primary } = await this.ask();
    const tripMs = performance.now() - sentAt;
    const timer = sentAt + tripMs / 2;
    return { measured: { registryMs: registry.getTime() - timer, primaryMs: primary.getTime() - timer }, tripMs };
  }
}

async function askPrimary(source: Pick<DataSource, 'query'>): Promise<PrimaryTimes> {
  const [told]: PrimaryTimes[] = await source.query('select registry_now() as registry, clock_timestamp() as primary');
  if (!told) throw new Error('The database told no time.');
  return told;
}
