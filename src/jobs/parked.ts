import type { DataSource } from 'typeorm';

/** A job that has used all its attempts and waits for an operator. */
export interface ParkedJob {
  readonly id: string;
  readonly task: string;
  readonly attempts: number;
  readonly parkedAt: Date;
  readonly lastError: string | null;
}

const isParked = 'attempts >= max_attempts and locked_at is null';

/** How many jobs are parked. */
export async function countParked(source: DataSource): Promise<number> {
  const [row]: { parked: number }[] = await source.query(`select count(*)::integer as parked from graphile_worker.jobs where ${isParked}`);
  return row?.parked ?? 0;
}

/** The parked jobs, oldest first. */
export const parkedJobs = (source: DataSource): Promise<ParkedJob[]> =>
  source.query(
    `select id::text, task_identifier as task, attempts, updated_at as "parkedAt", last_error as "lastError"
     from graphile_worker.jobs where ${isParked} order by updated_at, id`,
  );

/** How many jobs of each task are waiting, without parked ones. */
export const waitingJobs = (source: DataSource): Promise<{ task: string; waiting: number; running: number; failing: number }[]> =>
  source.query(
    `select task_identifier as task, count(*) filter (where locked_at is null)::integer as waiting,
       count(*) filter (where locked_at is not null)::integer as running, count(*) filter (where last_error is not null)::integer as failing
     from graphile_worker.jobs where not (${isParked}) group by 1 order by 1`,
  );

/** Lets parked jobs be tried again from the first attempt; returns how many of the named ones were parked. */
export async function retryParked(source: DataSource, ids: readonly string[]): Promise<number> {
  const retried: unknown[] = await source.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where ${isParked} and id = any($1::bigint[])),
       run_at => now(), attempts => 0)`,
    [ids],
  );
  return retried.length;
}

/** Removes parked jobs; returns how many of the named ones were parked. A delivery is queued again by itself if there is something to deliver. */
export async function dropParked(source: DataSource, ids: readonly string[]): Promise<number> {
  const dropped: unknown[] = await source.query(
    `select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where ${isParked} and id = any($1::bigint[])))`,
    [ids],
  );
  return dropped.length;
}
