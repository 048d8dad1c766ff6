import { inOrder, isWithin, type KeyRange, type OrderKey } from '../connection/key-range.ts';
import { countingSql } from '../connection/total.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import { valueSql } from '../database/value.sql.ts';
import type { Day } from '../rules/calendar.ts';
import { dueNoticeDays, equivalencyTermYears, spotCheckDays } from '../rules/parameters.ts';
import { earliestPendingSince } from '../rules/standing/lookback.ts';
import { isRunOn, periodOn } from '../standing/criteria.sql.ts';
import type { RequestItem } from './request-items.ts';
import type { WorkItemKind } from './work-item.type.ts';
import type { WorkQueueFilter } from './work-queue.args.ts';

/** A work queue, ready to be read or counted. */
export interface WorkQueue {
  readonly today: Day;
  readonly kinds: readonly WorkItemKind[];
  readonly filter: Pick<WorkQueueFilter, 'states' | 'dueBy'>;
  readonly requests: readonly RequestItem[];
}

// The day that orders the queue: the due day, or the day since which the item has been waiting. Within one day the unique ids decide.
const key: OrderKey = { value: 'item.day', type: 'date', id: 'item.key' };

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

const columns = `item.key, item.kind, item.id, item.account_id as "accountId", item.since, item.due_on as "dueOn", item.state, item.details,
  item.day::text as position`;

const whereSql = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');

const filterConditions = ({ states = null, dueBy = null }: WorkQueue['filter'], params: SqlParameters): string[] => [
  ...(states ? [`item.state = any(${params.add(states)}::text[])`] : []),
  ...(dueBy ? [`item.due_on <= ${params.add(dueBy)}::date`] : []),
];

/** overdue after the due day; due from a number of days before it; without a due day, due at once. */
function fromItems(queue: WorkQueue, params: SqlParameters): string {
  const today = `${params.add(queue.today)}::date`;
  const items = queue.kinds.flatMap((kind) => selects[kind](queue, today, params));
  const requests = queue.requests.filter(({ kind }) => queue.kinds.includes(kind));
  const all = [ofRequests(requests, params), ...items].join(' union all ');
  return `from (
    select md5(kind || ' ' || id)::uuid as key, kind, id, account_id, since, due_on, details, coalesce(due_on, since) as day,
      case when due_on < ${today} then 'OVERDUE'
        when due_on - ${valueSql(dueNoticeDays, 'due_on')} > ${today} then 'UPCOMING' else 'DUE' end as state
    from (${all}) as found
  ) as item`;
}

/** The first SELECT, which gives the columns their names and types. */
const ofRequests = (requests: readonly RequestItem[], params: SqlParameters): string =>
  `select kind, id, account_id, since, due_on, details
   from json_to_recordset(${params.add(JSON.stringify(requests))}::json) as r (kind text, id uuid, account_id uuid, since date, due_on date, details json)`;

type Select = (queue: WorkQueue, today: string, params: SqlParameters) => string[];

const none: Select = () => [];

const selects: Readonly<Record<WorkItemKind, Select>> = {
  EQUIVALENCY_REVIEW: none,
  EQUIVALENCY_DOCUMENTS: none,
  EQUIVALENCY_DECISION: none,
  EQUIVALENCY_RENEWAL: (_queue, today) => [renewals(today)],
  BIDDING_DOCUMENT_END: (_queue, today) => [biddingDocuments(today)],
  WSIB_GOOD_STANDING: (_queue, today) => [lapses(today)],
  PENDING_CERTIFICATION: (queue, today, params) => [pending(queue, today, params)],
  SPOT_CHECK_IMPLEMENTATION: (_queue, today) => [openChecks(today)],
  SPOT_CHECK_VALIDATION: (_queue, today) => [reportedChecks(today)],
};

/** Periods of the day that rest on something other than an external audit; these are few. */
const otherPeriods = (today: string): string =>
  `standing_period p where p.basis <> 'EXTERNAL_AUDIT' and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})`;

/** the last day is the one before the first anniversary. */
const renewals = (today: string): string => `
  select 'EQUIVALENCY_RENEWAL', p.certificate_id, p.account_id, p.certificate_issued_on, last_day.due_on,
    json_build_object('certificate', p.certificate_number, 'basis', p.basis)
  from (select * from ${otherPeriods(today)} and p.standing = 'CERTIFIED') as p cross join lateral (
    select (p.certificate_issued_on + make_interval(years => ${valueSql(equivalencyTermYears, 'p.certificate_issued_on')}))::date - 1 as due_on
  ) as last_day`;

/** */
const biddingDocuments = (today: string): string => `
  select 'BIDDING_DOCUMENT_END', p.bidding_document_id, p.account_id, p.bidding_document_issued_on, p.bidding_document_last_day,
    json_build_object('document', p.bidding_document_number, 'basis', p.basis, 'issuedOn', p.bidding_document_issued_on)
  from ${otherPeriods(today)} and p.standing = 'BIDDING_ONLY'`;

/** G-2.4.m, G-2.5.c: pending to the day before the loss, if nothing further is recorded. */
const pending = ({ today: day }: WorkQueue, today: string, params: SqlParameters): string => `
  select 'PENDING_CERTIFICATION', r.certificate_id, r.account_id, r.since, r.holds_until - 1, json_build_object('reasons', r.reasons)
  from standing_period r
  where r.standing = 'PENDING' and ${isRunOn('r', today)} and r.since >= ${params.add(earliestPendingSince(day))}::date`;

/**
 * G-1.2.a, R-1: the last lapse by the day, if it still lasts, for an account that takes part. For a revoked account staff have already
 * decided.
 */
const lapses = (today: string): string => `
  select 'WSIB_GOOD_STANDING', lapse.account_id, lapse.account_id, lapse.since, null::date, '{}'::json
  from (
    select account_id, min(on_day) as since from (
      select account_id, on_day, is_so, max(on_day) filter (where is_so) over (partition by account_id) as last_so from (
        select distinct on (account_id, on_day) account_id, on_day, is_so from statement
        where kind = 'WSIB_ACCOUNT_VALID' and on_day <= ${today}
        order by account_id, on_day, stated_at desc, id desc
      ) as of_day
    ) as stated where not is_so and (last_so is null or on_day > last_so) group by account_id
  ) as lapse cross join ${periodOn('lapse.account_id', today)}
  where p.standing in ('CERTIFIED', 'PENDING', 'REGISTERED') or (p.standing = 'BIDDING_ONLY' and exists (
    select from registration g
    where g.account_id = lapse.account_id and g.confirmed_on <= ${today} and (g.withdrawn_on is null or g.withdrawn_on > ${today})
      and not exists (
        select from standing_period l where l.account_id = g.account_id and l.standing = 'CERTIFICATION_LOST'
          and l.valid_from > g.confirmed_on and l.valid_from <= ${today}
      )))`;

/** SQL: whether an event of spot check `s` came by day 90 of the letter. */
const isInTime = `occurred_on <= s.received_on + ${valueSql(spotCheckDays, 's.received_on')}`;

/**
 * G-4.4.b, R-15, R-16: the checks with corrective action of an account that was certified or pending on the day of the letter and is so today;
 * `reported_on` is the last report in time, `proved_on` the last report or validation in time, where no finding of "not implemented" followed.
 */
const checks = (today: string): string => `(
    select s.id, s.account_id, s.received_on, s.received_on + ${valueSql(spotCheckDays, 's.received_on')} as deadline,
      case when e.rejected_on >= e.reported_on then null else e.reported_on end as reported_on,
      case when e.rejected_on >= e.proved_on then null else e.proved_on end as proved_on, e.validated_on
    from spot_check s cross join lateral (
      select max(occurred_on) filter (where kind = 'IMPLEMENTATION_REPORTED' and ${isInTime}) as reported_on,
        max(occurred_on) filter (where kind in ('IMPLEMENTATION_REPORTED', 'VALIDATED') and ${isInTime}) as proved_on,
        max(occurred_on) filter (where kind = 'FOUND_NOT_IMPLEMENTED') as rejected_on,
        max(occurred_on) filter (where kind = 'VALIDATED') as validated_on
      from spot_check_event where spot_check_id = s.id and occurred_on <= ${today}
    ) as e cross join ${periodOn('s.account_id', 's.received_on')}
    where s.corrective_action and s.received_on <= ${today} and p.standing in ('CERTIFIED', 'PENDING')
  ) as c cross join ${periodOn('c.account_id', today)} where p.standing in ('CERTIFIED', 'PENDING')`;

const openChecks = (today: string): string => `
  select 'SPOT_CHECK_IMPLEMENTATION', c.id, c.account_id, c.received_on, c.deadline, '{}'::json
  from ${checks(today)} and c.proved_on is null and c.deadline >= ${today}`;

const reportedChecks = (today: string): string => `
  select 'SPOT_CHECK_VALIDATION', c.id, c.account_id, c.reported_on, null::date, json_build_object('receivedOn', c.received_on)
  from ${checks(today)} and c.reported_on is not null and (c.validated_on is null or c.validated_on < c.reported_on)`;
