import type { Context } from '../contract/context.ts';
import { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { lockForFacts, type ReadRecord } from '../mutations/locked-facts.ts';
import { recordRequestChange } from '../outbox/record-request-change.ts';
import { requestOn } from '../rules/equivalency/request.ts';
import { requestsById, type StoredRequest } from './request.facts.ts';
import { visibilityOf } from './visibility.ts';

/**
 * The request that a caller wants to change, with its account locked. NOT_FOUND if there is none that is wholly visible to the caller; CONFLICT if it
 * has changed since the caller read it.
 */
export async function lockedRequest(unit: Unit, context: Context, { id, expectedVersion }: ReadRecord): Promise<StoredRequest> {
  const request = await openRequest(unit, context, id);
  const { version } = request.row;
  if (version !== expectedVersion) throw faults.CONFLICT(version);
  return request;
}

/** The same for a request that is not changed itself. */
export async function openRequest(unit: Unit, context: Context, id: string): Promise<StoredRequest> {
  const seen = await unit.tx.findOneBy(EquivalencyRequestRow, { id });
  if (seen) await lockForFacts(unit, seen.accountId);
  const request = seen && (await requestInUnit(unit, id));
  if (!request || visibilityOf(context, request) !== 'WHOLE') throw faults.NOT_FOUND('request');
  return request;
}

/** The request with an id as a unit of work sees it, including the unit's own changes. */
export async function requestInUnit({ tx }: Unit, id: string): Promise<StoredRequest> {
  const request = (await requestsById(tx, [id])).get(id);
  if (!request) throw new Error('A request of the unit is not there.');
  return request;
}

/** Records a change if the status of a request differs from before; `before` is null for a request just made. */
export async function tellStatus(unit: Unit, before: StoredRequest | null, id: string): Promise<void> {
  const { row, facts } = await requestInUnit(unit, id);
  const was = before && requestOn(before.facts, unit.today);
  const is = requestOn(facts, unit.today);
  if (!is || was?.status === is.status) return;
  const change = { requestId: id, accountId: row.accountId, before: was?.status ?? null, after: is.status, effectiveOn: is.since };
  await recordRequestChange(unit, change);
}
