import type { DataSource } from 'typeorm';
import type { RegistryClock } from '../clock.ts';
import { PrimaryClock } from '../database/primary-clock.ts';
import { Sequencer } from '../outbox/sequencer.ts';
import { Wake } from '../outbox/wake.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { HeadPublisher } from './head-publisher.ts';
import { Sweeper } from './sweeper.ts';

/** What it takes to maintain the feed. */
export interface UpkeepParts {
  readonly source: DataSource;
  /** Kept in step with the primary if it is a PrimaryClock. */
  readonly clock: RegistryClock;
  readonly log: { error(details: object, message: string): void };
  /** Sign the heads of the chain that are published. Default: heads are published without a signature. */
  readonly signingKeys?: SigningKeys | null;
}

/** What a process does for the feed besides answering requests; every process may do it, and any may die. */
export interface Upkeep {
  /** Wakes those who follow the feed. */
  readonly wake: Wake;
  /** Why this process must not receive requests; null if all is well. */
  whyUnwell(): string | null;
  /** Returns after the work in progress. */
  close(): Promise<void>;
}

/** A sequencer looks every two seconds. With a shorter limit, one slow moment of the database takes every process out of the balancer at once. */
const MOST_SECONDS = 60;

/** Starts listening, gives changes their positions, links what was recorded, and records what each day brings. */
export function startUpkeep({ source, clock, log: ownLog, signingKeys = null }: UpkeepParts): Upkeep {
  let isClosing = false;
  // A stop that was asked for may take the connections from what is at work, which is no fault.
  const log: UpkeepParts['log'] = { error: (details, message) => isClosing || ownLog.error(details, message) };
  const faultOf = (what: string) => (error: unknown) => log.error({ err: error }, what);
  const wake = new Wake(source, faultOf('The connection that listens for changes was lost.'));
  const sequencer = new Sequencer(source, wake, faultOf('Changes could not be given their positions.'));
  const primary = clock instanceof PrimaryClock ? clock : null;
  const whyAstray = () => primary?.whyUnwell() ?? null;
  const sweeper = new Sweeper(source, clock, faultOf('What the day brought could not be recorded.'), whyAstray);
  const publisher = new HeadPublisher(source, clock, signingKeys, faultOf('The head of the chain could not be published.'));
  const keeper = primary && new ClockKeeper(primary, wake, log, () => sweeper.look());
  void wake.start();
  sequencer.start();
  sweeper.start();
  keeper?.start();
  publisher.start();
  const close = async () => {
    isClosing = true;
    await Promise.all([sequencer.close(), sweeper.close(), keeper?.close(), publisher.close()]);
    await wake.close();
  };
  const whyStuck = () => (sequencer.secondsSinceLook > MOST_SECONDS ? 'Changes could not be given their positions for a minute.' : null);
  const whyUnwell = () => whyAstray() ?? whyStuck();
  return { wake, whyUnwell, close };
}
