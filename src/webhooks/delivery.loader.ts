import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { cursorOf } from '../changes/cursor.ts';
import { Cursors } from '../connection/keyset.ts';
import type { PageArgs } from '../connection/page.args.ts';
import { type Connection, connectionOf, type Page, pageOf } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import type { WebhookDelivery } from './webhook.type.ts';

const cursors = new Cursors('deliveries', (text) => text === '', '[0-9]{1,18}');

/** A page of the attempts of one endpoint. */
export interface DeliveriesKey {
  readonly endpointId: string;
  readonly page: Page;
}

/** Reads the arguments of a page of attempts. */
export const deliveriesPage = (args: PageArgs, { caller }: Context): Page => pageOf(args, cursors, caller);

/** Pages of attempts, the newest first: one statement for all endpoints for which the same page is requested. */
export const deliveriesByEndpoint = (source: DataSource): DataLoader<DeliveriesKey, Connection<WebhookDelivery>, string> =>
  new DataLoader((keys) => pagesOf(source, keys), { cacheKeyFn: ({ endpointId, page }) => `${endpointId} ${JSON.stringify(page)}` });

async function pagesOf(source: DataSource, keys: readonly DeliveriesKey[]): Promise<Connection<WebhookDelivery>[]> {
  const pages = new Map(keys.map(({ page }) => [JSON.stringify(page), page]));
  const found = new Map<string, DeliveryRecord[]>();
  for (const [text, page] of pages) {
    const ids = keys.filter((key) => JSON.stringify(key.page) === text).map(({ endpointId }) => endpointId);
    for (const row of await attempts(source, ids, page)) {
      const key = `${row.endpointId} ${text}`;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return keys.map(({ endpointId, page }) => shown(page, found.get(`${endpointId} ${JSON.stringify(page)}`) ?? []));
}

interface DeliveryRecord extends Omit<WebhookDelivery, 'sentAt' | 'change'> {
  readonly id: string;
  readonly endpointId: string;
  readonly position: string | null;
  readonly sentAt: Date;
}

function shown(page: Page, rows: readonly DeliveryRecord[]): Connection<WebhookDelivery> {
  const { edges, pageInfo } = connectionOf(page, rows, ({ id }) => cursors.write({ text: '', id }));
  const own = edges.map(({ cursor, node }) => ({ cursor, node: deliveryOf(node) }));
  return { edges: own, nodes: own.map(({ node }) => node), pageInfo };
}

const deliveryOf = ({ sentAt, position, ...delivery }: DeliveryRecord): WebhookDelivery => ({
  ...delivery,
  sentAt: sentAt.toISOString(),
  change: position === null ? null : cursorOf(position),
});

async function attempts(source: DataSource, ids: readonly string[], page: Page): Promise<DeliveryRecord[]> {
  const values = [ids, page.after?.id ?? null, page.before?.id ?? null, page.size + 1];
  const { rows } = await poolOf(source).query<DeliveryRecord>(attemptsSql(page.fromBack ? 'asc' : 'desc'), values);
  return rows;
}

const attemptsSql = (direction: 'asc' | 'desc'): string => `
  select d.* from unnest($1::uuid[]) as e (id) cross join lateral (
    select id, endpoint_id as "endpointId", message_id as "messageId", position, attempt, sent_at as "sentAt", duration_ms as "durationMs",
      request_body as "requestBody", response_status as "responseStatus", response_body as "responseBody", failure
    from webhook_delivery
    where endpoint_id = e.id and ($2::bigint is null or id < $2) and ($3::bigint is null or id > $3)
    order by id ${direction} limit $4
  ) d`;
