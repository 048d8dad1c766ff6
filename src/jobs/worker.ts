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

/** What the worker reports. */
export interface WorkerLog {
  debug(message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What a worker needs. */
export interface WorkerParts extends Omit<TaskParts, 'onPause'> {
  /** The worker's own connections: it keeps one to listen on, and its statements may take long. */
  readonly source: DataSource;
  /** Calls when the feed has grown. */
  readonly wake: Wake;
  readonly log: WorkerLog;
  /** How many jobs may run at once. */
  readonly atOnce: number;
  /** How often an idle worker looks for jobs that have become due, in milliseconds. */
  readonly pollMs?: number;
  /** How long running jobs may take when the worker closes, in milliseconds. */
  readonly graceMs?: number;
}

/** A running worker. */
export interface RunningWorker {
  /** Takes no new job, waits briefly for running ones, and leaves the rest to another worker. */
  close(): Promise<void>;
}

/** How often an idle worker looks, and so how late a retry can be. If shorter, many idle nodes keep PostgreSQL busy. */
const POLL_MS = 5_000;

/** If longer, a restart takes longer; if shorter, more messages are sent twice. */
const GRACE_MS = 3_000;

/** After the queue failed, for instance because PostgreSQL was away. */
const PAUSE_MS = 1_000;

/** Starts working on the queue and continues until it is closed, whatever happens to the connections. */
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

/** In milliseconds: how much a missed call can delay a webhook. */
const FEED_POLL_MS = 30_000;

/** Queues webhook deliveries for new changes. Every worker does it, and any may die. */
async function followFeed({ source, wake, log }: WorkerParts, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    const count = wake.count('change_stamped');
    await queueDeliveries(source.manager).catch((error: unknown) => log.error({ err: error }, 'Deliveries could not be queued.'));
    await wake.next('change_stamped', count, FEED_POLL_MS, closing);
  }
}

// A library worker that could not return its job ends for good; so all of it is started again.
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

// Changes recorded while a delivery ended have no job yet, because an endpoint never has two.
async function goOn({ source }: WorkerParts, task: string, payload: unknown): Promise<void> {
  if (task !== 'deliverWebhook') return;
  await queueDeliveries(source.manager, endpointOf(payload)).catch(() => {});
}

const endpointOf = (payload: unknown): string | null =>
  typeof payload === 'object' && payload !== null && 'endpoint' in payload ? String(payload.endpoint) : null;

/**
 * The library's own lines: completed jobs are logged at debug level only. The line of an error contains its stack; its other fields hold the values
 * of a statement, which must not be logged.
 */
const loggerOf = (log: WorkerLog): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({}, message);
    else if (level === 'warning') log.warn({}, message);
    else log.debug(message);
  });
