import { IsNull } from 'typeorm';
import { toGlobalId } from '../contract/global-id.ts';
import { WebhookDeliveryRow } from '../database/tables/webhook-delivery.table.ts';
import { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import { type Delivering, sendSigned } from './deliver.ts';
import { insertDelivery } from './delivery-record.ts';
import { eventText } from './event.ts';

/** Sends a test event once, even to a paused endpoint, and records the result; an event that was already sent is not sent again. */
export async function deliverTestEvent(parts: Delivering, endpointId: string, messageId: string, signal: AbortSignal): Promise<void> {
  const { manager } = parts.source;
  const endpoint = await manager.findOneBy(WebhookEndpointRow, { id: endpointId, deletedAt: IsNull() });
  if (!endpoint || (await manager.existsBy(WebhookDeliveryRow, { endpointId, messageId }))) return;
  const sentAt = parts.clock.wallNow();
  const body = eventText({ type: 'test', timestamp: sentAt.toISOString(), data: { webhook: toGlobalId('Webhook', endpointId) } });
  const message = { id: messageId, sentAt, body };
  const outcome = await sendSigned(parts, endpoint, message, signal);
  await insertDelivery(manager, endpointId, { ...message, position: null, number: 1, outcome });
}
