import type { DataSource } from 'typeorm';

/**
 * Frees jobs whose worker must be dead because no job takes that long: a delivery ends within 40 seconds, and everything else within an hour. The
 * library would wait four hours. A worker that was only stuck repeats its work, which every job allows. Returns how many workers were given up.
 */
export async function releaseLost(source: DataSource): Promise<number> {
  const [row]: { lost: number }[] = await source.query(
    `with lost as (
       select distinct locked_by from graphile_worker.jobs where locked_at < now()
         - case when task_identifier in ('deliverWebhook', 'sendTestEvent') then interval '2 minutes' else interval '1 hour' end
     )
     select (select count(*)::integer from lost) as lost, graphile_worker.force_unlock_workers(array(select locked_by from lost))`,
  );
  return row?.lost ?? 0;
}
