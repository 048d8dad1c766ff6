import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors, isPositionInTime } from '../connection/keyset.ts';
import { connectionOfPositioned, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf, totalOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { requestById, requestIdsByAccount, type SeenRequest } from './request.loader.ts';
import type { EquivalencyRequestFilter, EquivalencyRequestsArgs } from './requests.args.ts';
import { RequestOrder } from './requests.args.ts';
import { numberOfRequests, type RequestList, requestsOf } from './requests.sql.ts';
import { whoseOf } from './visibility.ts';

const cursors = new Cursors('equivalencyRequests', isPositionInTime);

/** The requests that the caller may see, in pages. */
export async function listRequests(context: Context, args: EquivalencyRequestsArgs): Promise<CountedConnection<SeenRequest>> {
  const list = listOf(context, args.filter ?? null);
  const page = pageOf(args, cursors, context.caller);
  const range = keyRangeOf(page, args.orderBy === RequestOrder.CREATED_ON_DESC);
  const rows = await rowsOf<{ id: string; position: string }>(context, requestsOf(list, range));
  const requests = await Promise.all(rows.map(({ id }) => context.loader(requestById).load(id)));
  const positioned = rows.flatMap(({ id, position }, at): Positioned<SeenRequest>[] => {
    const node = requests[at];
    return node ? [{ node, text: position, id }] : [];
  });
  return counted(connectionOfPositioned(page, positioned, cursors), () => totalOf(context, numberOfRequests(list)));
}

/** The requests for an account that the caller may see, the last first. */
export async function requestsOfAccount(context: Context, accountId: string): Promise<readonly SeenRequest[]> {
  const ids = await context.loader(requestIdsByAccount).load(accountId);
  const requests = await Promise.all(ids.map((id) => context.loader(requestById).load(id)));
  return requests.filter((request) => request !== null);
}

const listOf = (context: Context, filter: EquivalencyRequestFilter | null): RequestList => ({
  whose: whoseOf(context),
  today: context.today,
  statuses: filter?.statuses ?? null,
  kind: filter?.kind ?? null,
  accountId: filter?.account ? (fromGlobalId(filter.account, 'Account')?.uuid ?? null) : null,
});
