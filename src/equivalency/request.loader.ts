import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { snapshot } from '../database/unit-of-work.ts';
import type { EquivalencyRequestSource } from './equivalency-request.type.ts';
import { requestsById, type StoredRequest } from './request.facts.ts';
import { requestsAmong } from './requests.sql.ts';
import { visibilityOf, whoseOf } from './visibility.ts';

/** A request that the caller may see, at least in part. */
export interface SeenRequest extends EquivalencyRequestSource {
  /** Null to a caller who may see only its status. */
  readonly whole: StoredRequest | null;
  readonly stored: StoredRequest;
}

/** The request of an id, as the caller may see it. */
export const requestById = (source: DataSource, context: Context): DataLoader<string, SeenRequest | null> =>
  new DataLoader(async (ids) => {
    const visible = (await requestsSeen(source, context, 'id', ids)).map(({ id }) => id);
    const requests = visible.length > 0 ? await snapshot(source, (tx) => requestsById(tx, visible)) : new Map<string, StoredRequest>();
    return ids.map((id) => seen(context, requests.get(id)));
  });

/** The ids of the requests of an account that the caller may see, the last first. */
export const requestIdsByAccount = (source: DataSource, context: Context): DataLoader<string, readonly string[]> =>
  new DataLoader(async (accounts) => {
    const rows = await requestsSeen(source, context, 'account_id', accounts);
    return accounts.map((account) => rows.filter(({ accountId }) => accountId === account).map(({ id }) => id));
  });

async function requestsSeen(
  source: DataSource,
  context: Context,
  column: 'id' | 'account_id',
  ids: readonly string[],
): Promise<readonly { id: string; accountId: string }[]> {
  const { text, values } = requestsAmong(whoseOf(context), column, ids);
  const { rows } = await poolOf(source).query<{ id: string; accountId: string }>(text, [...values]);
  return rows;
}

function seen(context: Context, stored: StoredRequest | undefined): SeenRequest | null {
  const visibility = stored ? visibilityOf(context, stored) : null;
  if (!stored || visibility === null) return null;
  const { id, kind, accountId } = stored.row;
  const { organizationId } = stored;
  return {
    id: toGlobalId('EquivalencyRequest', id),
    requestId: id,
    kind,
    accountId,
    organizationId,
    whole: visibility === 'WHOLE' ? stored : null,
    stored,
  };
}
