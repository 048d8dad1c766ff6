import { randomUUID } from 'node:crypto';
import { ask } from '../api.ts';
import type { DeskRequest } from '../desk-request.ts';
import { changeWatchListOperation, createWatchListOperation, type OwnWatchList, watchListsOperation } from '../operations-watching.ts';
import { sayIn } from '../words.ts';

/** Who watches firms. */
export type Watcher = Pick<DeskRequest, 'send' | 'say'>;

/** The name of the watch list on which the desk puts firms. */
export const watchListName = ({ say }: Pick<DeskRequest, 'say'>): string => say('watchListName');

/** Puts a firm on the reader’s watch list of the desk, which is made where there is none, and returns the list’s id. Throws ApiRefused. */
export async function watchFirm(watcher: Watcher, wsibAccount: string): Promise<string> {
  const list = await listOf(watcher);
  if (list) await change(watcher, list, { addWsibAccounts: [wsibAccount] });
  const input = { wsibAccounts: [wsibAccount], name: watchListName(watcher), idempotencyKey: randomUUID() };
  return list ? list.id : (await ask(watcher.send, createWatchListOperation, { input })).createWatchList.id;
}

/** Takes a firm off it. Throws ApiRefused. */
export async function leaveFirm(watcher: Watcher, wsibAccount: string): Promise<void> {
  const list = await listOf(watcher);
  if (list) await change(watcher, list, { removeWsibAccounts: [wsibAccount] });
}

/** The reader’s watch list of the desk, which was made in either language. */
export async function listOf({ send }: Watcher): Promise<OwnWatchList | null> {
  const names = [sayIn('en')('watchListName'), sayIn('fr')('watchListName')];
  const { watchLists } = await ask(send, watchListsOperation);
  return watchLists.find(({ name }) => names.includes(name)) ?? null;
}

const change = ({ send }: Watcher, { id, version }: OwnWatchList, accounts: Readonly<Record<string, readonly string[]>>) =>
  ask(send, changeWatchListOperation, { input: { watchList: id, expectedVersion: version, ...accounts, idempotencyKey: randomUUID() } });
