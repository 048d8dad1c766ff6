import type { Context } from '../contract/context.ts';
import { USUAL_NOTICE_DAYS } from '../contract/notice-days.type.ts';
import { WatchListRow } from '../database/tables/watch-list.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import { heldOwner } from '../mutations/organization-named.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';
import { addEntries, namedIn, removeEntries } from './entries.ts';
import type { ChangeWatchListInput, CreateWatchListInput, DeleteWatchListInput } from './watch-list.input.ts';
import { listsOf, lockedList, type StoredList, type Watcher, watcherOf, watchListSource } from './watch-list.loader.ts';
import type { WatchListSource } from './watch-list.type.ts';

/** The maximum number of watch lists of one owner. */
const MOST_OF_AN_OWNER = 100;

/** The caller as an owner of watch lists. Throws FORBIDDEN if it cannot have any. */
function permitWatcher({ caller }: Context): Watcher {
  const watcher = watcherOf(caller);
  if (!watcher) throw faults.FORBIDDEN('watch lists');
  return watcher;
}

/** The caller's watch lists, by name. */
export async function listWatchLists(context: Context): Promise<WatchListSource[]> {
  const watcher = permitWatcher(context);
  const lists = await context.read(({ manager }) => listsOf(manager, watcher));
  return lists.map(watchListSource);
}

/** Makes a watch list for the caller. */
export function createWatchList(context: Context, input: CreateWatchListInput): Promise<WatchListSource | Refusal> {
  const caller = permitWatcher(context);
  return perform(context, 'createWatchList', input, async (unit) => {
    const watcher = await heldOwner(unit, caller);
    const { contract = null, from = null, to = null } = input;
    refuseDisorder(from, to);
    const name = await freeName(unit, watcher, input.name, null);
    const list = {
      ...watcher,
      name,
      contract: contract?.trim() ?? null,
      fromDay: from,
      toDay: to,
      noticeDays: input.noticeDays ?? [...USUAL_NOTICE_DAYS],
    };
    const [{ id } = { id: '' }] = (await unit.tx.insert(WatchListRow, { ...list, createdAt: context.wallNow, createdBy: unit.actor }))
      .identifiers;
    await addEntries(unit, String(id), namedIn('input', input.accounts, input.wsibAccounts));
    return written(unit, watcher, String(id));
  });
}

/** Changes the caller's own watch list and the accounts on it. */
export function changeWatchList(context: Context, input: ChangeWatchListInput): Promise<WatchListSource | Refusal> {
  const watcher = permitWatcher(context);
  return perform(context, 'changeWatchList', input, async (unit) => {
    const list = await readList(unit, watcher, input);
    const { contract = list.contract, from = list.fromDay, to = list.toDay } = input;
    refuseDisorder(from, to);
    const name = input.name ? await freeName(unit, watcher, input.name, list.id) : list.name;
    const noticeDays = input.noticeDays ?? list.noticeDays;
    const changes = { name, contract: contract?.trim() ?? null, fromDay: from, toDay: to, noticeDays, version: list.version + 1 };
    await unit.tx.update(WatchListRow, { id: list.id }, changes);
    await removeEntries(unit, list.id, namedIn('input', input.removeAccounts, input.removeWsibAccounts));
    await addEntries(unit, list.id, namedIn('input', input.addAccounts, input.addWsibAccounts));
    return written(unit, watcher, list.id);
  });
}

/** Deletes the caller's own watch list, unless a webhook still uses it. */
export function deleteWatchList(context: Context, input: DeleteWatchListInput): Promise<WatchListSource | Refusal> {
  const watcher = permitWatcher(context);
  return perform(context, 'deleteWatchList', input, async (unit) => {
    const list = await readList(unit, watcher, input);
    await refuseWhileSent(unit, input.watchList);
    await unit.tx.update(WatchListRow, { id: list.id }, { deletedAt: context.wallNow, version: list.version + 1 });
    return { thing: watchListSource({ ...list, version: list.version + 1 }), subject: list.id };
  });
}

async function readList(unit: Unit, watcher: Watcher, input: ChangeWatchListInput | DeleteWatchListInput): Promise<StoredList> {
  const list = await lockedList(unit.tx, recordId('watchList', input.watchList, 'WatchList'), watcher);
  if (list.version !== input.expectedVersion) throw faults.CONFLICT(list.version);
  return list;
}

async function written({ tx }: Unit, watcher: Watcher, id: string): Promise<Written<WatchListSource>> {
  return { thing: watchListSource(await lockedList(tx, id, watcher)), subject: id };
}

function refuseDisorder(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) throw faults.BAD_USER_INPUT('input.to', 'input.to must not be before the first day.');
}

/** The trimmed name, unique among the owner's lists. Of two concurrent requests, the second sees the list that the first made. */
async function freeName({ tx }: Unit, watcher: Watcher, given: string, own: string | null): Promise<string> {
  const name = given.trim();
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('watch lists of ' || lower($1), 0))`, [watcher.holder]);
  const others = (await listsOf(tx, watcher)).filter(({ id }) => id !== own);
  if (others.some((each) => each.name.toLowerCase() === name.toLowerCase()))
    throw faults.BAD_USER_INPUT('input.name', 'input.name must be different from the names of your other watch lists.');
  if (own === null && others.length >= MOST_OF_AN_OWNER)
    throw faults.BAD_USER_INPUT('input', `You already have ${MOST_OF_AN_OWNER} watch lists, which is the maximum. Delete one first.`);
  return name;
}

async function refuseWhileSent({ tx }: Unit, watchList: string): Promise<void> {
  const webhooks: unknown[] = await tx.query(
    `select from webhook_endpoint where deleted_at is null and filter ->> 'watchList' = $1 limit 1`,
    [watchList],
  );
  if (webhooks.length > 0)
    throw faults.BAD_USER_INPUT('input.watchList', 'input.watchList must not be in the filter of a webhook: delete the webhook first.');
}
