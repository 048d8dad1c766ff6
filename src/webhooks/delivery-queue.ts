import type { EntityManager } from 'typeorm';

/**
 * A receiver slower than this, in milliseconds, shares half of the workers with other slow receivers, so that it does not delay fast ones.
 */
export const SLOW_MS = 1_000;

/** Attempts at a job itself, over half a day; a failing receiver is not a failure of the job. */
const MOST_ATTEMPTS = 12;

/**
 * Queues a job for every endpoint (or the given one) that is behind the feed and has no job: now, or when its next attempt is due. There is
 * never more than one job per endpoint, so its messages keep their order. Inside a transaction, it takes effect when that commits.
 */
export async function queueDeliveries(tx: EntityManager, endpointId: string | null = null): Promise<void> {
  await tx.query(queueSql, [endpointId, SLOW_MS, MOST_ATTEMPTS]);
}

// The queue's own notification wakes one worker per transaction, however many jobs were added.
const queueSql = `
  with due as (
    select e.id::text as id, coalesce(e.next_attempt_at, now()) as run_at, last.is_slow
    from webhook_endpoint e
    left join lateral (
      select coalesce(d.failure is not null or d.duration_ms > $2, false) as is_slow from webhook_delivery d
      where d.endpoint_id = e.id order by d.id desc limit 1
    ) last on true
    where e.deleted_at is null and e.paused_at is null and ($1::uuid is null or e.id = $1)
      and e.position < (select max(position) from change)
      and not exists (select from graphile_worker.jobs where key = 'webhook:' || e.id::text)
  ), queued as (
    select graphile_worker.add_job('deliverWebhook', json_build_object('endpoint', id), run_at => run_at, max_attempts => $3,
      job_key => 'webhook:' || id, flags => case when is_slow then array['slow'] end, job_key_mode => 'unsafe_dedupe') from due
  )
  select pg_notify('jobs:insert', json_build_object('count', count(*))::text) from queued having count(*) > 0`;

/** Like `queueDeliveries`, for one endpoint whose next attempt need not wait any longer. */
export async function hurryDelivery(tx: EntityManager, endpointId: string): Promise<void> {
  await tx.query(
    `select graphile_worker.reschedule_jobs(array(
       select id from graphile_worker.jobs where key = 'webhook:' || $1::uuid::text and locked_at is null), run_at => now(), attempts => 0)`,
    [endpointId],
  );
  await queueDeliveries(tx, endpointId);
}

/** Queues one test event, in the caller's transaction. */
export async function queueTestEvent(tx: EntityManager, endpointId: string, messageId: string): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job('sendTestEvent', json_build_object('endpoint', $1::text, 'message', $2::text), max_attempts => $3,
       job_key => $2, flags => array['slow'])`,
    [endpointId, messageId, MOST_ATTEMPTS],
  );
}
