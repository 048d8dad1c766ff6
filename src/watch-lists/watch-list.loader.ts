import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { type Owner, ownerOf } from '../access/owner.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId, toGlobalId } from '../contract/global-id.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { poolOf } from '../database/data-source.ts';
import { type WatchingScope, WatchListRow } from '../database/tables/watch-list.table.ts';
import { faults } from '../errors.ts';
import type { WatchListSource } from './watch-list.type.ts';

/** The owner of a watch list. */
export interface Watcher extends Owner {
  readonly scope: WatchingScope;
}

const scopes: readonly WatchingScope[] = ['buyer', 'wsib', 'organization', 'staff', 'admin'];

/** The caller as an owner of watch lists; null for a caller who cannot have any. */
export function watcherOf(caller: Caller): Watcher | null {
  const owner = ownerOf(caller);
  const scope = scopes.find((each) => each === owner?.scope);
  return owner && scope ? { ...owner, scope } : null;
}

/** A watch list as stored, with its number of accounts. */
export type StoredList = WatchListRow & { readonly size: number };

/** The watch lists of an owner by name, or the one of an id; deleted ones are gone. */
export async function listsOf(
  tx: EntityManager,
  { scope, holder, organizationId }: Owner,
  id: string | null = null,
): Promise<StoredList[]> {
  return tx.query(listsSql, [scope, holder, organizationId, id]);
}

const listsSql = `
  select id, scope, holder, organization_id as "organizationId", name, contract, from_day as "fromDay", to_day as "toDay",
    notice_days as "noticeDays", created_at as "createdAt", created_by as "createdBy", deleted_at as "deletedAt", version,
    (select count(*) from watch_list_entry where list_id = watch_list.id)::integer as size
  from watch_list
  where deleted_at is null and scope = $1 and lower(holder) = lower($2) and organization_id is not distinct from $3::uuid
    and ($4::uuid is null or id = $4)
  order by lower(name) collate "C", id`;

/** The caller's own watch lists by id; those of others do not exist for it. */
export const watchListById = (source: DataSource, context: Context): DataLoader<string, WatchListSource | null> =>
  new DataLoader(async (ids) => {
    const watcher = watcherOf(context.caller);
    const own = watcher ? await listsOf(source.manager, watcher) : [];
    const byId = new Map(own.map((list) => [list.id, watchListSource(list)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** A watch list as its owner sees it. */
export const watchListSource = ({
  id,
  name,
  contract,
  fromDay,
  toDay,
  noticeDays,
  size,
  createdAt,
  version,
}: StoredList): WatchListSource => ({
  ...{ name, contract, size, version, listId: id, id: toGlobalId('WatchList', id), from: fromDay, to: toDay },
  noticeDays: noticeDays.toSorted((a, b) => b - a),
  createdAt: createdAt.toISOString(),
});

/** The caller's own watch list in the transaction that alters it, locked; NOT_FOUND for another owner's and for a deleted one. */
export async function lockedList(tx: EntityManager, id: string, watcher: Watcher): Promise<StoredList> {
  await tx.findOne(WatchListRow, { where: { id, deletedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  const [own] = await listsOf(tx, watcher, id);
  if (!own) throw faults.NOT_FOUND('watch list');
  return own;
}

/**
 * Throws NOT_FOUND if a filter names a watch list that is not the caller's: a list that the caller cannot read must not look like one on
 * which nothing happens.
 */
export async function mustBeOwnList(source: DataSource, caller: Caller, watchList: string | null | undefined): Promise<void> {
  if (!watchList) return;
  const [id, watcher] = [fromGlobalId(watchList, 'WatchList')?.uuid, watcherOf(caller)];
  const values = [watcher?.scope, watcher?.holder, watcher?.organizationId, id];
  const { rows } = watcher && id ? await poolOf(source).query(listsSql, values) : { rows: [] };
  if (rows.length === 0) throw faults.NOT_FOUND('watch list');
}
