import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { type Owner, ownerOf } from '../access/owner.ts';
import type { KeyRange } from '../connection/key-range.ts';
import type { Context } from '../contract/context.ts';
import { ReceiptRow } from '../database/tables/receipt.table.ts';

/** A receipt as it is stored. */
export type StoredReceipt = ReceiptRow;

/** SQL: whether a receipt `r` is of an organization, or of one that was merged into it; the argument is a placeholder. */
const isOfOrganization = (id: string): string =>
  `(r.organization_id is not distinct from ${id}::uuid or r.organization_id in (select id from organization where merged_into_id = ${id}::uuid))`;

/** A receipt by its number, if the caller holds it or is staff; for everyone else there is none. */
export const receiptByNumber = (source: DataSource, context: Context): DataLoader<string, ReceiptRow | null> =>
  new DataLoader(async (numbers) => {
    const query = source.manager.createQueryBuilder(ReceiptRow, 'r').where('r.number in (:...numbers)', { numbers });
    const mine = new Map((await openTo(query, context).getMany()).map((row) => [row.number, row]));
    return numbers.map((number) => mine.get(number) ?? null);
  });

/** The most receipts of an account that a change leads to. */
const MOST_OF_AN_ACCOUNT = 20;

/** The receipts that the caller itself holds about an account, by the account's id, the newest first. */
export const ownReceiptsByAccount = (source: DataSource, { caller }: Context): DataLoader<string, readonly ReceiptRow[]> =>
  new DataLoader(async (ids) => {
    const owner = ownerOf(caller);
    return owner === null ? ids.map(() => []) : receiptsAbout(source, owner, ids);
  });

/** The receipts of an owner about each of some accounts, the newest first. */
export async function receiptsAbout(source: DataSource, owner: Owner, ids: readonly string[]): Promise<ReceiptRow[][]> {
  const values = [ids, owner.scope, owner.holder, owner.organizationId, MOST_OF_AN_ACCOUNT];
  const found: { id: string; accountId: string }[] = await source.query(ownSql, values);
  const rows = await source.manager.findBy(ReceiptRow, { id: In([...new Set(found.map(({ id }) => id))]) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.flatMap(({ id: receipt, accountId }) => (accountId === id ? (byId.get(receipt) ?? []) : [])));
}

/** Whether a change may concern what a receipt says: of a day that it reaches, and recorded after the receipt was kept. */
export const isConcernedBy = (
  { onDay, knownAt }: ReceiptRow,
  change: { readonly effectiveOn: string; readonly recordedAt: string },
): boolean => onDay >= change.effectiveOn && knownAt.toISOString() < change.recordedAt;

const ownSql = `
  select mine.id, asked.id as "accountId" from unnest($1::uuid[]) as asked (id) cross join lateral (
    select r.id, r.kept_at from receipt_subject s join receipt r on r.id = s.receipt_id
    where s.account_id in (select id from account where id = asked.id or merged_into_id = asked.id) and r.scope = $2 and lower(r.holder) = lower($3) and ${isOfOrganization('$4')}
    order by r.kept_at desc limit $5
  ) as mine order by mine.kept_at desc, mine.id`;

/** A receipt opens to staff, and to every key of its holder. */
function openTo(query: SelectQueryBuilder<ReceiptRow>, { caller }: Pick<Context, 'caller'>): SelectQueryBuilder<ReceiptRow> {
  if (caller.scope === 'staff' || caller.scope === 'admin') return query;
  const owner = ownerOf(caller) ?? { scope: 'public', holder: '', organizationId: null };
  return query.andWhere(`r.scope = :scope and lower(r.holder) = lower(:holder) and ${isOfOrganization(':organizationId')}`, { ...owner });
}

/** Part of the receipts of a caller: all, or those about an account of which something was recorded after the receipt was kept. Staff get everybody's. */
export function receiptsOf(
  tx: EntityManager,
  { caller }: Pick<Context, 'caller'>,
  { range, isConcerned }: { readonly range: KeyRange; readonly isConcerned: boolean },
): Promise<ReceiptRow[]> {
  const order = range.direction === 'asc' ? 'ASC' : 'DESC';
  const query = tx.createQueryBuilder(ReceiptRow, 'r').orderBy('r.kept_at', order).addOrderBy('r.id', order).take(range.limit);
  openTo(query, { caller });
  if (range.above)
    query.andWhere('(r.kept_at, r.id) > (:above::timestamptz, :aboveId::uuid)', { above: range.above.text, aboveId: range.above.id });
  if (range.below)
    query.andWhere('(r.kept_at, r.id) < (:below::timestamptz, :belowId::uuid)', { below: range.below.text, belowId: range.below.id });
  if (isConcerned) query.andWhere(concernedSql);
  return query.getMany();
}

/** Whether something was recorded since a receipt was kept that may change what it says. */
export const isConcernedNow = (tx: EntityManager, id: string): Promise<boolean> =>
  tx.createQueryBuilder(ReceiptRow, 'r').where('r.id = :id', { id }).andWhere(concernedSql).getExists();

// What was stored of a timeline after the receipt was kept, or corrected of an identity or a document: only these can change an answer.
const concernedSql = `(exists (
  select from jsonb_array_elements(r.said) as kept (answer)
  join fact_history h on h.was->>'number' = coalesce(kept.answer->'proof'->>'number', kept.answer->>'document')
  where r.question in ('PROOF', 'REQUIREMENT') and h.replaced_at > r.known_at
) or exists (
  select from receipt_subject s join account named on named.id = s.account_id join account a on a.id = coalesce(named.merged_into_id, named.id)
  where s.receipt_id = r.id and (
    exists (select from standing_period p join recording n on n.id = p.recording_id where p.account_id = a.id and n.recorded_at > r.known_at)
    or exists (select from fact_history h where h.fact_id in (a.id, named.id, a.organization_id) and h.replaced_at > r.known_at)
  )))`;
