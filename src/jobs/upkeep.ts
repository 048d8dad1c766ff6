import type { DataSource } from 'typeorm';
import type { RegistryClock } from '../clock.ts';
import { PrimaryClock } from '../database/primary-clock.ts';
import { Sequencer } from '../outbox/sequencer.ts';
import { Wake } from '../outbox/wake.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { Sweeper } from './sweeper.ts';

/** What keeping the feed up needs. */
export interface UpkeepParts {
  readonly source: DataSource;
  /** A PrimaryClock is kept in step with the primary. */
  readonly clock: RegistryClock;
  readonly log: { error(details: object, message: string): void };
}

/** What a process does for the feed beside answering; every process may do it, and any may die. */
export interface Upkeep {
  /** Calls those who follow the feed. */
  readonly wake: Wake;
  /** Why this process is not to be sent requests; null where all is well. */
  whyUnwell(): string | null;
  /** Ends after what is at hand. */
  close(): Promise<void>;
}

/** A sequencer looks every two seconds. Less, and a slow moment of the database takes every process out of the balancer at once. */
const MOST_SECONDS = 60;

/** Begins to listen, to give changes their positions, and to tell what each day brings. */
export function startUpkeep({ source, clock, log }: UpkeepParts): Upkeep {
  const faultOf = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const wake = new Wake(source, faultOf('The connection that listens for changes was lost.'));
  const sequencer = new Sequencer(source, wake, faultOf('Changes could not be given their positions.'));
  const primary = clock instanceof PrimaryClock ? clock : null;
  const whyAstray = () => primary?.whyUnwell() ?? null;
  const sweeper = new Sweeper(source, clock, faultOf('What the day brought could not be told.'), whyAstray);
  const keeper = primary && new ClockKeeper(primary, wake, log, () => sweeper.look());
  void wake.start();
  sequencer.start();
  sweeper.start();
  keeper?.start();
  const close = async () => {
    await Promise.all([sequencer.close(), sweeper.close(), keeper?.close()]);
    await wake.close();
  };
  const whyStuck = () => (sequencer.secondsSinceLook > MOST_SECONDS ? 'Changes could not be given their positions for a minute.' : null);
  const whyUnwell = () => whyAstray() ?? whyStuck();
  return { wake, whyUnwell, close };
}
