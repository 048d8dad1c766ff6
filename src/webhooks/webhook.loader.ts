import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { type Owner, ownerOf } from '../access/owner.ts';
import { cursorOf } from '../changes/cursor.ts';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import type { WebhookSource } from './webhook.type.ts';

/** The webhooks of an owner that are not deleted, the oldest first. */
export function endpointsOf(tx: EntityManager, { scope, holder, organizationId }: Owner): Promise<WebhookEndpointRow[]> {
  const query = tx.createQueryBuilder(WebhookEndpointRow, 'e').where('e.deleted_at is null and e.scope = :scope', { scope });
  query.andWhere('lower(e.holder) = lower(:holder)', { holder });
  query.andWhere('e.organization_id is not distinct from :organizationId', { organizationId });
  return query.orderBy('e.created_at').addOrderBy('e.id').getMany();
}

/** The caller's own webhooks by id; those of others do not exist for it. */
export const webhookById = (source: DataSource, context: Context): DataLoader<string, WebhookSource | null> =>
  new DataLoader(async (ids) => {
    const owner = ownerOf(context.caller);
    const own = owner ? await endpointsOf(source.manager, owner) : [];
    const byId = new Map(own.map((row) => [row.id, webhookSource(row, context.wallNow)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** A webhook as its owner sees it at an instant: everything but its secrets. */
export function webhookSource(row: WebhookEndpointRow, now: Date): WebhookSource {
  const { id, url, filter, selection, position, failedAttempts, pauseReason, version, previousValidUntil } = row;
  const overlaps = previousValidUntil !== null && previousValidUntil > now;
  return {
    ...{ url, selection, failedAttempts, pauseReason, version, endpointId: id, id: toGlobalId('Webhook', id) },
    filter: filter && JSON.stringify(filter),
    deliveredUpTo: cursorOf(position),
    createdAt: row.createdAt.toISOString(),
    pausedAt: row.pausedAt?.toISOString() ?? null,
    failingSince: row.failingSince?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    oldSecretUntil: overlaps ? previousValidUntil.toISOString() : null,
  };
}

/** A webhook in the transaction that alters it, locked; null if it is not the owner's or is deleted. */
export async function lockedEndpoint(tx: EntityManager, id: string, owner: Owner): Promise<WebhookEndpointRow | null> {
  const row = await tx.findOne(WebhookEndpointRow, { where: { id, deletedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  return row && isOwn(row, owner) ? row : null;
}

const isOwn = (row: WebhookEndpointRow, { scope, holder, organizationId }: Owner): boolean =>
  row.scope === scope && row.organizationId === organizationId && row.holder.toLowerCase() === holder.toLowerCase();
