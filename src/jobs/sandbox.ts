import type { DataSource } from 'typeorm';
import { registryPresent } from '../database/primary-clock.ts';
import { CannotStart } from '../errors.ts';
import { stampChanges } from '../outbox/sequencer.ts';
import { addDays, type Day, daysBetween } from '../rules/calendar.ts';
import { MOST_DAYS } from '../sandbox/sandbox.input.ts';
import { sweep } from './sweep.ts';

/** Makes an empty database a sandbox, for good. Throws CannotStart if it holds anything. */
export async function createSandbox(source: DataSource): Promise<void> {
  const [held] = await source.query('select from organization limit 1');
  if (held) throw new CannotStart('This database already holds a registry: a sandbox is made in an empty one.');
  await source.query('update registry_clock set sandbox = true');
}

/** What moving the clock brought. */
export interface Advanced {
  readonly today: Day;
  /** How many changes the days brought. */
  readonly count: number;
}

/**
 * Moves the clock of a sandbox forward, day by day: each day is swept, and its changes have their positions in the feed, before the next one begins.
 * So whatever follows the feed is notified in the order of the days. Throws CannotStart if the database is no sandbox, or the day is not ahead.
 */
export async function advanceClock(source: DataSource, to: Day, onDay: (day: Day) => void = () => {}): Promise<Advanced> {
  const { today } = await registryPresent(source);
  await mustAdvance(source, today, to);
  return { today: to, count: await walkTo(source, to, onDay) };
}

/**
 * The same as a job that a mutation asked for. One that was interrupted goes on where it stopped: before it ends, every day up to `to` has been swept and
 * its changes have their positions. Between two days the signal interrupts it.
 */
export async function carryOutAdvance(source: DataSource, to: Day, signal: AbortSignal): Promise<void> {
  await walkTo(source, to, () => signal.throwIfAborted());
  await source.query('select end_sandbox_advance()');
}

/** Returns how many changes were recorded on the way, by whomever: a server on the same database sweeps too. */
async function walkTo(source: DataSource, to: Day, onDay: (day: Day) => void): Promise<number> {
  const { today } = await registryPresent(source);
  await stampAll(source);
  const [before]: { position: string }[] = await source.query('select coalesce(max(position), 0) as position from change');
  await tellDay(source);
  for (let day = addDays(today, 1); day <= to; day = addDays(day, 1)) {
    await source.query('select advance_sandbox_clock($1)', [day]);
    await tellDay(source);
    onDay(day);
  }
  const [told]: { count: number }[] = await source.query('select count(*)::integer as count from change where position > $1', [
    before?.position,
  ]);
  return told?.count ?? 0;
}

async function tellDay(source: DataSource): Promise<void> {
  await sweep(source);
  await stampAll(source);
}

async function mustAdvance(source: DataSource, today: Day, to: Day): Promise<void> {
  if (!(await isSandbox(source))) throw new CannotStart('This registry is no sandbox: its time cannot be moved.');
  if (to <= today) throw new CannotStart('The time of a sandbox only goes forward: give a day after its today.');
  if (daysBetween(today, to) > MOST_DAYS) throw new CannotStart(`The time of a sandbox moves by at most ${MOST_DAYS} days at once.`);
}

/** Whether a database was created as a sandbox. */
export async function isSandbox(source: Pick<DataSource, 'query'>): Promise<boolean> {
  const [clock]: { sandbox: boolean }[] = await source.query('select sandbox from registry_clock');
  return clock?.sandbox ?? false;
}

/** Milliseconds to wait for another process that is giving positions. */
const BUSY_MS = 20;

// Another process may be giving the positions at this moment: then this one finds nothing to do, and waits for it.
async function stampAll(source: DataSource): Promise<void> {
  for (;;) {
    await stampChanges(source);
    const [waiting] = await source.query('select from change where position is null limit 1');
    if (!waiting) return;
    await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
  }
}
