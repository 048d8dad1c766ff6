import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import { snapshot } from '../database/unit-of-work.ts';
import type { Context } from '../graphql/context.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import type { EquivalencyRequestSource } from './equivalency-request.type.ts';
import { requestsById, type StoredRequest } from './request.facts.ts';
import { sightOf } from './sight.ts';

/** A request that the caller may see, at least in part. */
export interface SeenRequest extends EquivalencyRequestSource {
  /** Null to a caller who may only see where it stands. */
  readonly whole: StoredRequest | null;
  readonly stored: StoredRequest;
}

/** The request of an id, as the caller may see it. */
export const requestById = (source: DataSource, context: Context): DataLoader<string, SeenRequest | null> =>
  new DataLoader(async (ids) => {
    const requests = await snapshot(source, (tx) => requestsById(tx, ids));
    return ids.map((id) => seen(context, requests.get(id)));
  });

/** The ids of the requests of an account, the last first; the loader of requests tells which the caller may see. */
export const requestIdsByAccount = (source: DataSource): DataLoader<string, readonly string[]> =>
  new DataLoader(async (accounts) => {
    const { rows } = await poolOf(source).query<{ id: string; accountId: string }>(
      `select id, account_id as "accountId" from equivalency_request where account_id = any($1::uuid[]) order by created_on desc, id desc`,
      [accounts],
    );
    return accounts.map((account) => rows.filter(({ accountId }) => accountId === account).map(({ id }) => id));
  });

function seen(context: Context, stored: StoredRequest | undefined): SeenRequest | null {
  const sight = stored ? sightOf(context, stored) : null;
  if (!stored || sight === null) return null;
  const { id, kind, accountId } = stored.row;
  const { organizationId } = stored;
  return {
    id: toGlobalId('EquivalencyRequest', id),
    requestId: id,
    kind,
    accountId,
    organizationId,
    whole: sight === 'WHOLE' ? stored : null,
    stored,
  };
}
