import type { DataSource } from 'typeorm';
import { asCaller } from '../access/owner.ts';
import { criteriaOf } from '../changes/change-criteria.ts';
import { readChanges } from '../changes/feed.ts';
import type { RegistryClock } from '../clock.ts';
import type { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import type { PlacedEvent } from './event.ts';
import { eventsOf } from './events.loader.ts';

/** The next change for an endpoint. */
export interface Next {
  /** Null if there is nothing more for it. */
  readonly change: PlacedEvent | null;
  /** How far the feed was read. */
  readonly readUpTo: string;
}

/** The first change after an endpoint's position that its owner asked for and that is visible to the owner now. */
export async function nextChange(source: DataSource, endpoint: WebhookEndpointRow, clock: RegistryClock): Promise<Next> {
  const asking = { caller: asCaller(endpoint), today: clock.today() };
  const part = { after: endpoint.position, first: 1, criteria: criteriaOf(endpoint.filter, asCaller(endpoint)) };
  const { changes, position } = await readChanges(source, asking, part);
  const [change = null] = await eventsOf(source, endpoint, changes);
  return { change, readUpTo: position };
}
