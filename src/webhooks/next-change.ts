import type { DataSource } from 'typeorm';
import { asCaller } from '../access/owner.ts';
import { type ChangeSource, isOfAudit, isOfRequest } from '../changes/change.source.ts';
import { criteriaOf } from '../changes/change-criteria.ts';
import { readChanges } from '../changes/feed.ts';
import type { RegistryClock } from '../clock.ts';
import type { WebhookEndpointRow } from '../database/tables/webhook-endpoint.table.ts';
import { isConcernedBy, receiptsAbout } from '../receipts/receipt.loader.ts';
import { changeEvent } from './change-event.ts';
import type { PlacedEvent } from './event.ts';

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
  const [change] = changes;
  if (!change) return { change: null, readUpTo: position };
  const [legalName, receipts] = await Promise.all([legalNameOf(source, change), receiptsConcerned(source, endpoint, change)]);
  const event = changeEvent(change, { legalName, receipts });
  return { change: { position: change.position, event }, readUpTo: position };
}

async function legalNameOf(source: DataSource, { account }: ChangeSource): Promise<string | null> {
  const [found]: { legalName: string }[] = await source.query('select legal_name as "legalName" from organization where id = $1', [
    account.organizationId,
  ]);
  return found?.legalName ?? null;
}

/** The numbers of the owner's receipts that a change of standing may concern; none for other changes. */
async function receiptsConcerned(source: DataSource, endpoint: WebhookEndpointRow, change: ChangeSource): Promise<readonly string[]> {
  if (isOfAudit(change) || isOfRequest(change)) return [];
  const [receipts = []] = await receiptsAbout(source, endpoint, [change.account.accountId]);
  return receipts.filter((receipt) => isConcernedBy(receipt, change)).map(({ number }) => number);
}
