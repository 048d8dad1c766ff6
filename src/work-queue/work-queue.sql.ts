import { inOrder, isWithin, type KeyRange, type OrderKey } from '../connection/key-range.ts';
import { countingSql } from '../connection/total.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import { valueSql } from '../database/value.sql.ts';
import type { Day } from '../rules/calendar.ts';
import { dueNoticeDays } from '../rules/parameters.ts';
import type { RequestItem } from './request-items.ts';
import { watched } from './watched.sql.ts';
import { isWatched, type WorkItemKind } from './work-item.type.ts';
import type { WorkQueueFilter } from './work-queue.args.ts';

/** A work queue, ready to be read or counted. */
export interface WorkQueue {
  readonly today: Day;
  readonly kinds: readonly WorkItemKind[];
  readonly filter: Pick<WorkQueueFilter, 'states' | 'dueBy' | 'assignee' | 'unassigned'> & { readonly key?: string };
  readonly requests: readonly RequestItem[];
}

// What is due comes before what is not yet; of either, what is lost without it before what is only late, and that before what has no day; then the due
// day, or the day since which the item has been waiting. Within one day the unique ids decide.
const key: OrderKey = { value: 'item.place', type: 'text', id: 'item.key' };

/** The items of a range of the queue, with `position` in its order. */
export function itemsOf(queue: WorkQueue, range: KeyRange): Statement {
  const params = new SqlParameters();
  const from = fromItems(queue, params);
  const conditions = [...filterConditions(queue.filter, params), ...isWithin(range, key, params)];
  const text = `select ${columns} ${from} ${whereSql(conditions)} ${inOrder(range, key, params)}`;
  return { text, values: params.values };
}

/** How many items a queue has. */
export function numberOfItems(queue: WorkQueue): Statement {
  const params = new SqlParameters();
  const select = `select 1 ${fromItems(queue, params)} ${whereSql(filterConditions(queue.filter, params))}`;
  return { text: countingSql(select, params), values: params.values };
}

/** How many items a queue has of each kind, by state. */
export function numbersByKind(queue: WorkQueue): Statement {
  const params = new SqlParameters();
  const ofState = (state: string) => `count(*) filter (where item.state = '${state}')::integer`;
  const text = `select item.kind, count(*)::integer as total, ${ofState('OVERDUE')} as overdue, ${ofState('DUE')} as due,
      ${ofState('UPCOMING')} as upcoming
    ${fromItems(queue, params)} ${whereSql(filterConditions(queue.filter, params))} group by item.kind order by item.kind`;
  return { text, values: params.values };
}

const columns = `item.key, item.kind, item.id, item.account_id as "accountId", item.since, item.due_on as "dueOn", item.last_day as "lastDay",
  item.state, item.rank, item.details, item.assignee, item.assignment_version as "assignmentVersion", item.place as position`;

const whereSql = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');

const filterConditions = ({ states, dueBy, assignee, unassigned, key: one }: WorkQueue['filter'], params: SqlParameters): string[] => [
  ...(states ? [`item.state = any(${params.add(states)}::text[])`] : []),
  ...(dueBy ? [`item.due_on <= ${params.add(dueBy)}::date`] : []),
  ...(assignee ? [`item.assignee = ${params.add(assignee)}`] : []),
  ...(unassigned ? ['item.assignee is null'] : []),
  ...(one ? [`item.key = ${params.add(one)}::uuid`] : []),
];

/** overdue after the due day; due from its first day; without a due day, due at once. */
function fromItems(queue: WorkQueue, params: SqlParameters): string {
  const today = `${params.add(queue.today)}::date`;
  const others = queue.kinds.filter(isWatched).map((kind) => watched[kind](queue.today, today, params));
  const requests = queue.requests.filter(({ kind }) => queue.kinds.includes(kind));
  const all = [ofRequests(requests, params), ...others].join(' union all ');
  return `from (
    select found.*, concat(case state when 'UPCOMING' then 2 else 1 end, rank, ' ', coalesce(due_on, since)) collate "C" as place,
      assignment.assignee, coalesce(assignment.version, 0) as assignment_version
    from (
      select md5(kind || ' ' || id)::uuid as key, kind, id, account_id, since, due_on, last_day, details,
        case when due_on < ${today} then 'OVERDUE' when opens_on > ${today} then 'UPCOMING' else 'DUE' end as state,
        case when last_day is not null then 1 when due_on is not null then 2 else 3 end as rank
      from (
        select *, due_on - ${valueSql(dueNoticeDays, 'due_on')} as opens_on from (${all}) as watched
        union all ${owed(queue, today, params)}
      ) as one
    ) as found left join work_assignment as assignment on assignment.item = found.key
  ) as item`;
}

/** What the law says that IHSA owes; where nothing recorded says when it opens, it is upcoming. */
const owed = ({ kinds }: WorkQueue, today: string, params: SqlParameters): string => `
  select kind, md5(account_id || ' ' || key)::uuid, account_id, coalesce(opens_on, due_on, ${today}), due_on, last_day, obligation,
    coalesce(opens_on, 'infinity')
  from work_item where kind = any(${params.add(kinds)}::text[])`;

/** The first SELECT, which gives the columns their names and types. */
const ofRequests = (requests: readonly RequestItem[], params: SqlParameters): string =>
  `select kind, id, account_id, since, due_on, null::date as last_day, details
   from json_to_recordset(${params.add(JSON.stringify(requests))}::json) as r (kind text, id uuid, account_id uuid, since date, due_on date, details json)`;
