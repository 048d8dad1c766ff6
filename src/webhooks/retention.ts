import type { EntityManager } from 'typeorm';

/** Removes attempts of more than 90 days ago, so many at once that nobody waits for it, and deleted webhooks of which none are left. */
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
