import type { DataSource } from 'typeorm';
import { type Clock, dayInToronto, wallClock } from '../clock.ts';
import type { Day } from '../rules/calendar.ts';

/** The current time of the registry, read from the primary. For a command, which reads it once. */
export async function registryPresent(source: Pick<DataSource, 'query'>): Promise<{ now: Date; today: Day }> {
  const [present]: { now: Date; today: Day }[] = await source.query('select registry_now() as now, registry_today() as today');
  if (!present) throw new Error('The database returned no time.');
  return present;
}

/** Seconds by which this machine's clock may differ from the primary's. */
export const MOST_SKEW_SECONDS = 60;

/** In milliseconds: a measurement that takes longer is too inexact to use. */
const LONGEST_TRIP_MS = 2_000;

/** The last measurement, relative to this process's timer, which no change of the machine's clock affects. */
interface Measured {
  /** The registry's time minus the timer. */
  readonly registryMs: number;
  /** The primary's own clock minus the timer. */
  readonly primaryMs: number;
  readonly isSandbox: boolean;
}

/** The two times that the primary reports. */
export interface PrimaryTimes {
  readonly registry: Date;
  /** The time of its own clock, which no shift of the registry's time affects. */
  readonly primary: Date;
  /** Whether the database is a sandbox, whose time can be moved forward. */
  readonly isSandbox?: boolean;
}

/**
 * The two times of a process. It keeps the difference between the primary's clock and its own timer, so that no request has to ask for the time.
 * `measure` asks the primary again, every ten seconds and when the registry's time is shifted.
 */
export class PrimaryClock implements Clock {
  private readonly ask: () => Promise<PrimaryTimes>;
  private measured: Measured = { registryMs: 0, primaryMs: 0, isSandbox: false };

  private constructor(ask: () => Promise<PrimaryTimes>) {
    this.ask = ask;
  }

  /** Measures for the first time; throws if the primary does not answer. */
  static of(source: Pick<DataSource, 'query'>): Promise<PrimaryClock> {
    return PrimaryClock.asking(() => askPrimary(source));
  }

  /** The same with another way to ask, for tests. */
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

  get sandboxDay(): Day | null {
    return this.measured.isSandbox ? this.today() : null;
  }

  /** Seconds by which this machine's clock is ahead of the primary's; negative if it is behind. */
  get skewSeconds(): number {
    return (this.wallNow().getTime() - this.measured.primaryMs - performance.now()) / 1000;
  }

  /** Why this process must not do anything that depends on the time; null if the two clocks agree. */
  whyUnwell(): string | null {
    const seconds = Math.round(this.skewSeconds);
    if (Math.abs(seconds) <= MOST_SKEW_SECONDS) return null;
    return `The clock of this machine is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} the database’s.`;
  }

  /** Measures again. */
  async measure(): Promise<void> {
    const { measured, tripMs } = await this.askOnce();
    if (tripMs <= LONGEST_TRIP_MS) this.measured = measured;
  }

  // Halfway between question and answer, which limits the error to half the time they took.
  private async askOnce(): Promise<{ measured: Measured; tripMs: number }> {
    const sentAt = performance.now();
    const { registry, primary, isSandbox = false } = await this.ask();
    const tripMs = performance.now() - sentAt;
    const timer = sentAt + tripMs / 2;
    return { measured: { registryMs: registry.getTime() - timer, primaryMs: primary.getTime() - timer, isSandbox }, tripMs };
  }
}

async function askPrimary(source: Pick<DataSource, 'query'>): Promise<PrimaryTimes> {
  const [times]: PrimaryTimes[] = await source.query(
    'select registry_now() as registry, clock_timestamp() as primary, (select sandbox from registry_clock) as "isSandbox"',
  );
  if (!times) throw new Error('The database returned no time.');
  return times;
}
