import type { SqlParameters } from '../database/sql-parameters.ts';
import { valueSql } from '../database/value.sql.ts';
import type { Day } from '../rules/calendar.ts';
import { equivalencyTermYears, pendingAfterDays, spotCheckDays } from '../rules/parameters.ts';
import { earliestPendingSince } from '../rules/standing/lookback.ts';
import { isRunOn, periodOn } from '../standing/criteria.sql.ts';
import type { WatchedKind } from './work-item.type.ts';

/** SQL of what staff watch although somebody else must act: kind, id, account, since, due day, last day and details. */
export const watched: Readonly<Record<WatchedKind, (day: Day, today: string, params: SqlParameters) => string>> = {
  EQUIVALENCY_RENEWAL: (_day, today) => renewals(today),
  BIDDING_DOCUMENT_END: (_day, today) => biddingDocuments(today),
  WSIB_GOOD_STANDING: (_day, today) => lapses(today),
  BECOMING_PENDING: (_day, today) => becomingPending(today),
  PENDING_CERTIFICATION: (day, today, params) => pending(day, today, params),
  SPOT_CHECK_IMPLEMENTATION: (_day, today) => openChecks(today),
};

/** Periods of the day that rest on something other than an external audit; these are few. */
const otherPeriods = (today: string): string =>
  `standing_period p where p.basis <> 'EXTERNAL_AUDIT' and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to > ${today})`;

/** the last day is the one before the first anniversary. */
const renewals = (today: string): string => `
  select 'EQUIVALENCY_RENEWAL', p.certificate_id, p.account_id, p.certificate_issued_on, last_day.due_on, last_day.due_on,
    json_build_object('certificate', p.certificate_number, 'basis', p.basis)
  from (select * from ${otherPeriods(today)} and p.standing = 'CERTIFIED') as p cross join lateral (
    select (p.certificate_issued_on + make_interval(years => ${valueSql(equivalencyTermYears, 'p.certificate_issued_on')}))::date - 1 as due_on
  ) as last_day`;

/** */
const biddingDocuments = (today: string): string => `
  select 'BIDDING_DOCUMENT_END', p.bidding_document_id, p.account_id, p.bidding_document_issued_on, p.bidding_document_last_day,
    p.bidding_document_last_day, json_build_object('document', p.bidding_document_number, 'basis', p.basis, 'issuedOn', p.bidding_document_issued_on)
  from ${otherPeriods(today)} and p.standing = 'BIDDING_ONLY'`;

/** G-2.4.m, G-2.5.c: pending to the day before the loss, if nothing further is recorded. */
const pending = (day: Day, today: string, params: SqlParameters): string => `
  select 'PENDING_CERTIFICATION', r.certificate_id, r.account_id, r.since, r.holds_until - 1, r.holds_until - 1,
    json_build_object('reasons', r.reasons)
  from standing_period r
  where r.standing = 'PENDING' and ${isRunOn('r', today)} and r.since >= ${params.add(earliestPendingSince(day))}::date`;

/**
 * G-1.2.a, R-1: the last lapse by the day, if it still lasts, for an account that takes part. For a revoked account staff have already
 * decided.
 */
const lapses = (today: string): string => `
  select 'WSIB_GOOD_STANDING', lapse.account_id, lapse.account_id, lapse.since, null::date, null::date, '{}'::json
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
 * `proved_on` is the last report or validation in time that no finding of "not implemented" followed.
 */
const checks = (today: string): string => `(
    select s.id, s.account_id, s.received_on, s.received_on + ${valueSql(spotCheckDays, 's.received_on')} as deadline,
      case when e.rejected_on >= e.proved_on then null else e.proved_on end as proved_on
    from spot_check s cross join lateral (
      select max(occurred_on) filter (where kind in ('IMPLEMENTATION_REPORTED', 'VALIDATED') and ${isInTime}) as proved_on,
        max(occurred_on) filter (where kind = 'FOUND_NOT_IMPLEMENTED') as rejected_on
      from spot_check_event where spot_check_id = s.id and occurred_on <= ${today}
    ) as e cross join ${periodOn('s.account_id', 's.received_on')}
    where s.corrective_action and s.received_on <= ${today} and p.standing in ('CERTIFIED', 'PENDING')
  ) as c cross join ${periodOn('c.account_id', today)} where p.standing in ('CERTIFIED', 'PENDING')`;

const openChecks = (today: string): string => `
  select 'SPOT_CHECK_IMPLEMENTATION', c.id, c.account_id, c.received_on, c.deadline, c.deadline, '{}'::json
  from ${checks(today)} and c.proved_on is null and c.deadline >= ${today}`;

/**
 * G-2.4.l, G-2.5.c: a letter or certificate that was due and is missing, from its due day to day 30, after which the certification is pending. What
 * is due stands among what IHSA owes.
 */
const becomingPending = (today: string): string => `
  select 'BECOMING_PENDING', p.certificate_id, w.account_id, w.due_on, p.holds_until - 1, p.holds_until - 1,
    json_build_object('certificate', p.certificate_number, 'pendingFrom', p.holds_until, 'owed', w.kind)
  from work_item w cross join ${periodOn('w.account_id', today)}
  where w.kind in ('LETTER_OF_GOOD_STANDING', 'NEW_CERTIFICATE') and w.due_on <= ${today}
    and p.standing = 'CERTIFIED' and p.next_standing = 'PENDING' and p.holds_until - 1 = w.due_on + ${valueSql(pendingAfterDays, 'w.due_on')}`;
