import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import type { Wake } from '../outbox/wake.ts';
import { queueDeliveries } from '../webhooks/delivery-queue.ts';
import { releaseLost } from './lost-jobs.ts';
import { SlowJobs } from './slow-jobs.ts';
import { type TaskParts, tasksOf, timetable } from './tasks.ts';

/** What the worker tells of itself. */
export interface WorkerLog {
  debug(message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What a worker needs. */
export interface WorkerParts extends Omit<TaskParts, 'onPause'> {
  /** Connections of the worker's own: it keeps one to listen on, and its statements may take their time. */
  readonly source: DataSource;
  /** Calls when the feed has gone on. */
  readonly wake: Wake;
  readonly log: WorkerLog;
  /** How many jobs may be under way at once. */
  readonly atOnce: number;
  /** How often an idle worker looks for jobs that have become due, in milliseconds. */
  readonly pollMs?: number;
  /** How long jobs under way may still take when the worker closes, in milliseconds. */
  readonly graceMs?: number;
}

/** A worker at work. */
export interface RunningWorker {
  /** Takes no new job, waits a little for those under way, and leaves what is not done to another worker. */
  close(): Promise<void>;
}

/** Idle workers look this often: a retry may be so much later than due. Shorter, and many idle nodes keep PostgreSQL busy. */
const POLL_MS = 5_000;

/** Longer and a restart takes longer; shorter and more messages are sent twice. */
const GRACE_MS = 3_000;

/** After the queue failed, as when PostgreSQL was away. */
const PAUSE_MS = 1_000;

/** Starts to work on the queue, and goes on until it is closed, whatever becomes of the connections. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const closing = new AbortController();
  await releaseLost(parts.source);
  const working = Promise.all([keepWorking(parts, closing.signal), followFeed(parts, closing.signal)]);
  const close = async () => {
    closing.abort();
    await working;
  };
  return { close };
}

/** Milliseconds. What a call that was lost costs a webhook at most. */
const FEED_POLL_MS = 30_000;

/** Queues what the feed brings for webhooks. Every worker does it, and any may die. */
async function followFeed({ source, wake, log }: WorkerParts, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    const count = wake.count('change_stamped');
    await queueDeliveries(source.manager).catch((error: unknown) => log.error({ err: error }, 'Deliveries could not be queued.'));
    await wake.next('change_stamped', count, FEED_POLL_MS, closing);
  }
}

// A worker of the library that could not hand back its job ends for good; so the whole is started anew.
async function keepWorking(parts: WorkerParts, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    try {
      await workUntilBroken(parts, closing);
    } catch (error) {
      parts.log.error({ err: error }, 'The job queue failed; trying again.');
      await delay(PAUSE_MS, undefined, { signal: closing }).catch(() => {});
    }
  }
}

async function workUntilBroken(parts: WorkerParts, closing: AbortSignal): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  const runner = await startRunner(parts, events);
  const broken = new Promise<void>((_, reject) => {
    events.on('worker:fatalError', ({ error }) => reject(error));
  });
  const closed = new Promise<void>((resolve) => {
    closing.addEventListener('abort', () => resolve());
    if (closing.aborted) resolve();
  });
  await Promise.race([broken, closed, runner.promise]).finally(() => runner.stop().catch(() => {}));
}

function startRunner(parts: WorkerParts, events: WorkerEvents): Promise<Runner> {
  const { source, atOnce, pollMs = POLL_MS, graceMs = GRACE_MS, log } = parts;
  const slow = new SlowJobs(Math.max(1, Math.floor(atOnce / 2)));
  slow.follow(events);
  events.on('job:complete', ({ job }) => void goOn(parts, job.task_identifier, job.payload));
  const onPause: TaskParts['onPause'] = (webhook, reason) => log.warn({ webhook, reason }, 'A webhook was paused.');
  return run({
    pgPool: poolOf(source),
    concurrency: atOnce,
    pollInterval: pollMs,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: graceMs,
    events,
    logger: loggerOf(log),
    forbiddenFlags: () => slow.forbidden(),
    taskList: tasksOf({ ...parts, onPause }),
    parsedCronItems: parseCronItems(timetable),
  });
}

// What was recorded while a delivery ended had no job yet, since an endpoint never has two.
async function goOn({ source }: WorkerParts, task: string, payload: unknown): Promise<void> {
  if (task !== 'deliverWebhook') return;
  await queueDeliveries(source.manager, endpointOf(payload)).catch(() => {});
}

const endpointOf = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'endpoint' in payload ? String(payload.endpoint) : null;

/**
 * The library's own lines: of a job that was done, at the level of debugging alone. An error is in its line, with the stack; the rest of it holds the
 * values of a statement, which are not for the log.
 */
const loggerOf = (log: WorkerLog): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({}, message);
    else if (level === 'warning') log.warn({}, message);
    else log.debug(message);
  });
