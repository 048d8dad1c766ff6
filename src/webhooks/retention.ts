import type { EntityManager } from 'typeorm';

/** Removes attempts older than 90 days, in batches small enough to delay nobody, and deleted webhooks that have no attempts left. */
export async function removeOldDeliveries(tx: EntityManager): Promise<void> {
  await tx.query(
    `delete from webhook_delivery where id in (
       select id from webhook_delivery where recorded_at < clock_timestamp() - interval '91 days' order by recorded_at limit 5000)`,
  );
  await tx.query(
    `delete from webhook_endpoint as e where deleted_at < clock_timestamp() - interval '91 days'
       and not exists (select from webhook_delivery where endpoint_id = e.id)`,
  );
}
