import { ownerOf } from '../access/owner.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { USUAL_NOTICE_DAYS } from '../contract/notice-days.type.ts';
import type { Caller } from '../contract/viewer.type.ts';
import type { SqlParameters } from '../database/sql-parameters.ts';
import type { ShownStanding } from '../rules/standing/disclosure.ts';
import type { AccountsOfChanges, ChangeFilter } from './change.input.ts';
import { type ChangeSource, isOfStanding } from './change.source.ts';
import type { ChangeKind } from './change-kind.type.ts';
import { type WatchedList, watchedConditions } from './watched.sql.ts';

/** Which changes are asked for: every condition that is not null must be met. */
export interface ChangeCriteria {
  readonly accountIds: readonly string[] | null;
  readonly organizationIds: readonly string[] | null;
  readonly kinds: readonly ChangeKind[] | null;
  /** Into or out of one of these, as far as visible to the caller. */
  readonly standings: readonly ShownStanding[] | null;
  /** Null leaves it to the watch list. */
  readonly noticeDays: readonly number[] | null;
  readonly watched: WatchedList | null;
}

/**
 * What a filter asks for; without a filter, everything except unusual notices. `mustBeOwnList` checks that a watch list in it belongs to
 * the caller.
 */
export const criteriaOf = (
  filter: (AccountsOfChanges & Partial<ChangeFilter>) | null | undefined,
  caller: Omit<Caller, 'keyId'>,
): ChangeCriteria => ({
  accountIds: uuidsOf(filter?.accounts),
  organizationIds: uuidsOf(filter?.organizations),
  kinds: filter?.kinds ?? null,
  standings: filter?.standings ?? null,
  noticeDays: filter?.noticeDays ?? (filter?.watchList ? null : USUAL_NOTICE_DAYS),
  watched: watchedIn(filter, caller),
});

function watchedIn(filter: AccountsOfChanges | null | undefined, caller: Omit<Caller, 'keyId'>): WatchedList | null {
  const [list, owner] = [filter?.watchList, ownerOf(caller)];
  const listId = list ? fromGlobalId(list, 'WatchList')?.uuid : undefined;
  return listId && owner ? { listId, owner } : null;
}

const uuidsOf = (ids: readonly string[] | null | undefined): string[] | null => ids?.flatMap((id) => fromGlobalId(id)?.uuid ?? []) ?? null;

/** SQL: conditions that every change asked for meets; `c` is the change. */
export function criteriaConditions(criteria: ChangeCriteria, params: SqlParameters): string[] {
  const { accountIds, organizationIds, kinds, noticeDays, watched } = criteria;
  return [
    ...standingConditions(criteria, params),
    ...(accountIds ? [`c.account_id in (${withMerged('account', params.add(accountIds))})`] : []),
    ...(organizationIds ? [`c.organization_id in (${withMerged('organization', params.add(organizationIds))})`] : []),
    ...(kinds ? [`c.kind = any(${params.add(kinds)}::text[])`] : []),
    ...(noticeDays ? [`(c.notice_days is null or c.notice_days = any(${params.add(noticeDays)}::smallint[]))`] : []),
    ...(watched ? watchedConditions(watched, params) : []),
  ];
}

/** SQL: the ids of records, and of those that were merged with them: a change keeps the id under which it was recorded. */
export const withMerged = (table: 'account' | 'organization', ids: string): string => `
    select record.id from ${table} asked join ${table} record
      on record.id = coalesce(asked.merged_into_id, asked.id) or record.merged_into_id = coalesce(asked.merged_into_id, asked.id)
    where asked.id = any(${ids}::uuid[])`;

/** Hidden standings are shown as a separate standing, so only the others decide which changes to read. */
function standingConditions({ standings }: ChangeCriteria, params: SqlParameters): string[] {
  if (standings === null || standings.includes('NO_CURRENT_CERTIFICATION')) return [];
  const asked = params.add(standings);
  return [`(c.before_standing = any(${asked}::text[]) or c.after_standing = any(${asked}::text[]))`];
}

/**
 * Whether a change, as shown to the caller, goes into or out of a standing asked for. Only what is shown is tested, so the filter reveals
 * nothing else.
 */
export function meetsStandings({ standings }: ChangeCriteria, change: ChangeSource): boolean {
  if (standings === null) return true;
  if (!isOfStanding(change)) return false;
  const { before, after } = change;
  return before.standing !== after.standing && [before.standing, after.standing].some((each) => standings.includes(each));
}
