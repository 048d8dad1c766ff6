import type { DataSource } from 'typeorm';
import type { Owner } from '../access/owner.ts';
import { type ChangeSource, isOfStanding, reachOf, type StatusChangeSource } from '../changes/change.source.ts';
import type { ReceiptRow } from '../database/tables/receipt.table.ts';
import { isConcernedBy, receiptsAbout } from '../receipts/receipt.loader.ts';
import { changeEvent } from './change-event.ts';
import type { PlacedEvent } from './event.ts';

/** Changes as the messages that an owner's webhooks get. */
export async function eventsOf(source: DataSource, owner: Owner, changes: readonly ChangeSource[]): Promise<PlacedEvent[]> {
  if (changes.length === 0) return [];
  const [names, receipts] = await Promise.all([legalNames(source, changes), receiptsByAccount(source, owner, changes)]);
  return changes.map((change) => ({
    position: change.position,
    event: changeEvent(change, {
      legalName: names.get(change.account.organizationId) ?? null,
      receipts: isOfStanding(change) ? concerned(receipts.get(change.account.accountId), change) : [],
    }),
  }));
}

async function legalNames(source: DataSource, changes: readonly ChangeSource[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(changes.map(({ account }) => account.organizationId));
  const rows: { id: string; legalName: string }[] = await source.query(
    'select id, legal_name as "legalName" from organization where id = any($1::uuid[])',
    [[...ids]],
  );
  return new Map(rows.map(({ id, legalName }) => [id, legalName]));
}

type Receipts = ReadonlyMap<string, readonly ReceiptRow[]>;

async function receiptsByAccount(source: DataSource, owner: Owner, changes: readonly ChangeSource[]): Promise<Receipts> {
  const ids = [...new Set(changes.filter(isOfStanding).map(({ account }) => account.accountId))];
  if (ids.length === 0) return new Map();
  const found = await receiptsAbout(source, owner, ids);
  return new Map(ids.map((id, at) => [id, found[at] ?? []]));
}

/** The numbers of the receipts that a change may concern. */
const concerned = (receipts: readonly ReceiptRow[] = [], change: StatusChangeSource): readonly string[] =>
  receipts.filter((receipt) => isConcernedBy(receipt, reachOf(change))).map(({ number }) => number);
