import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { Cursors } from '../connection/keyset.ts';
import type { PageArgs } from '../connection/page.args.ts';
import { type Connection, connectionOf, type Page, pageOf } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import type { WatchedAccountSource } from './watch-list.type.ts';

const cursors = new Cursors('watched', (text) => text === '', '[0-9]{1,18}');

/** A page of the accounts on one list. */
export interface WatchedKey {
  readonly listId: string;
  readonly page: Page;
}

/** Reads the arguments of a page of accounts. */
export const watchedPage = (args: PageArgs, { caller }: Context): Page => pageOf(args, cursors, caller);

/** Pages of the accounts on watch lists, in the order they were added: one statement for all lists for which the same page is requested. */
export const watchedByList = (source: DataSource): DataLoader<WatchedKey, Connection<WatchedAccountSource>, string> =>
  new DataLoader((keys) => pagesOf(source, keys), { cacheKeyFn: ({ listId, page }) => `${listId} ${JSON.stringify(page)}` });

async function pagesOf(source: DataSource, keys: readonly WatchedKey[]): Promise<Connection<WatchedAccountSource>[]> {
  const pages = new Map(keys.map(({ page }) => [JSON.stringify(page), page]));
  const found = new Map<string, Entry[]>();
  for (const [text, page] of pages) {
    const ids = keys.filter((key) => JSON.stringify(key.page) === text).map(({ listId }) => listId);
    for (const entry of await entriesOf(source, ids, page)) {
      const key = `${entry.listId} ${text}`;
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
  }
  return keys.map(({ listId, page }) => shown(page, found.get(`${listId} ${JSON.stringify(page)}`) ?? []));
}

interface Entry extends Omit<WatchedAccountSource, 'addedAt'> {
  readonly id: string;
  readonly listId: string;
  readonly addedAt: Date;
}

function shown(page: Page, entries: readonly Entry[]): Connection<WatchedAccountSource> {
  const { edges, pageInfo } = connectionOf(page, entries, ({ id }) => cursors.write({ text: '', id }));
  const own = edges.map(({ cursor, node: { wsibAccount, accountId, addedAt } }) => ({
    cursor,
    node: { wsibAccount, accountId, addedAt: addedAt.toISOString() },
  }));
  return { edges: own, nodes: own.map(({ node }) => node), pageInfo };
}

async function entriesOf(source: DataSource, ids: readonly string[], page: Page): Promise<Entry[]> {
  const values = [ids, page.after?.id ?? null, page.before?.id ?? null, page.size + 1];
  const { rows } = await poolOf(source).query<Entry>(entriesSql(page.fromBack ? 'desc' : 'asc'), values);
  return rows;
}

const entriesSql = (direction: 'asc' | 'desc'): string => `
  select entry.* from unnest($1::uuid[]) as list (id) cross join lateral (
    select e.id, e.list_id as "listId", e.wsib_account as "wsibAccount", e.account_id as "accountId", e.added_at as "addedAt"
    from watch_list_entry as e
    where e.list_id = list.id and ($2::bigint is null or e.id > $2) and ($3::bigint is null or e.id < $3)
    order by e.id ${direction} limit $4
  ) as entry`;
