import { randomUUID } from 'node:crypto';
import { ask } from '../api.ts';
import type { DeskRequest } from '../desk-request.ts';
import { changeWatchListOperation, createWatchListOperation, type OwnWatchList, watchListsOperation } from '../operations-watching.ts';
import { sayIn } from '../words.ts';

type Watcher = Pick<DeskRequest, 'send' | 'say'>;

/** The name of the watch list on which the desk puts firms. */
export const watchListName = ({ say }: Pick<DeskRequest, 'say'>): string => say('watchListName');

/** Puts a firm on the reader’s watch list of the desk, which is made where there is none. Throws ApiRefused. */
export async function watchFirm(watcher: Watcher, wsibAccount: string): Promise<void> {
  const list = await listOf(watcher);
  const input = { wsibAccounts: [wsibAccount], name: watchListName(watcher), idempotencyKey: randomUUID() };
  if (list) await change(watcher, list, { addWsibAccounts: [wsibAccount] });
  else await ask(watcher.send, createWatchListOperation, { input });
}

/** Takes a firm off it. Throws ApiRefused. */
export async function leaveFirm(watcher: Watcher, wsibAccount: string): Promise<void> {
  const list = await listOf(watcher);
  if (list) await change(watcher, list, { removeWsibAccounts: [wsibAccount] });
}

/** It was made in either language. */
async function listOf({ send }: Watcher): Promise<OwnWatchList | null> {
  const names = [sayIn('en')('watchListName'), sayIn('fr')('watchListName')];
  const { watchLists } = await ask(send, watchListsOperation);
  return watchLists.find(({ name }) => names.includes(name)) ?? null;
}

const change = ({ send }: Watcher, { id, version }: OwnWatchList, accounts: Readonly<Record<string, readonly string[]>>) =>
  ask(send, changeWatchListOperation, { input: { watchList: id, expectedVersion: version, ...accounts, idempotencyKey: randomUUID() } });
