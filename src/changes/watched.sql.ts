import type { Owner } from '../access/owner.ts';
import type { SqlParameters } from '../database/sql-parameters.ts';
import { accountsNumbered } from '../standing/numbered-account.sql.ts';

/** A watch list as a filter names it. */
export interface WatchedList {
  readonly listId: string;
  /** The caller: a list of another owner counts as empty. */
  readonly owner: Owner;
}

/**
 * SQL: the conditions of a change `c` for a watch list: its account is on the list now, it takes effect no later than the contract's last
 * day, and a notice is one that the list asks for. A change to the list applies to everything read from then on. The day tested is the
 * stored one, and nothing is shown to take effect before it; `watchedUntil` tests the day that is shown.
 */
export function watchedConditions({ listId, owner }: WatchedList, params: SqlParameters): string[] {
  const list = listSql(params.add(listId), params.add(owner.scope), params.add(owner.holder), params.add(owner.organizationId));
  return [
    `c.account_id in (
      select e.account_id from watch_list_entry as e join ${list} on list.id = e.list_id where e.account_id is not null
      union all
      select merged.id from watch_list_entry as e join ${list} on list.id = e.list_id join account as merged on merged.merged_into_id = e.account_id
      union all
      select w.id from watch_list_entry as e join ${list} on list.id = e.list_id cross join lateral (${accountsNumbered('e.wsib_account')}) as w
      where e.wsib_account is not null)`,
    `c.effective_on <= (select coalesce(list.to_day, 'infinity') from ${list})`,
    `(c.notice_days is null or c.notice_days = any((select list.notice_days from ${list})::smallint[]))`,
  ];
}

/** SQL: the last day of a watch list's contract; null if there is none. */
export const watchedUntil = ({ listId, owner }: WatchedList, params: SqlParameters): string =>
  `(select list.to_day from ${listSql(params.add(listId), params.add(owner.scope), params.add(owner.holder), params.add(owner.organizationId))})`;

/** SQL: a watch list that is its owner's and not deleted, as `list`; the arguments are SQL parameters, `$1` and so on. */
const listSql = (id: string, scope: string, holder: string, organization: string): string =>
  `(select * from watch_list where id = ${id}::uuid and deleted_at is null and scope = ${scope}
    and lower(holder) = lower(${holder}) and organization_id is not distinct from ${organization}::uuid) as list`;
