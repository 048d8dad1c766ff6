import type { DataSource, EntityManager } from 'typeorm';
import { NOTICE_DAYS } from '../contract/notice-days.type.ts';
import { begunPeriods, insertInto, storedPeriod } from '../outbox/record-passed-days.ts';
import type { Day } from '../rules/calendar.ts';

/** The outcome of a sweep. */
export interface Swept {
  /** The registry's current day. */
  readonly today: Day;
  /** The last day recorded; it lies after today if days were recorded before they came. */
  readonly through: Day;
  /** How many changes were recorded. */
  readonly count: number;
}

/**
 * Records what the days since the last sweep brought, up to today: each period that began and each notice that fell due, once and in order of their
 * days, however long ago the last sweep was and however many processes sweep at once. The database says what day it is, so no node's clock can take
 * it beyond today. The first sweep of a registry records no change: it records the day from which to start.
 */
export const sweep = (source: DataSource): Promise<Swept> =>
  source.transaction('READ COMMITTED', async (tx) => {
    const { today, sweptThrough } = await takeTurn(tx);
    if (sweptThrough >= today) return { today, through: sweptThrough, count: 0 };
    const count = await tellDays(tx, sweptThrough, today);
    await tx.query('update sweep set swept_through = $1', [today]);
    await tx.query(`select pg_notify('change', '')`);
    return { today, through: today, count };
  });

/** Records what the days after one day and up to another brought, limited by the SQL `only`; returns the number of changes. */
export async function tellDays(tx: EntityManager, after: Day, upTo: Day, only = ''): Promise<number> {
  const [recorded]: { count: number }[] = await tx.query(sweepSql(only), [after, upTo, NOTICE_DAYS]);
  return recorded?.count ?? 0;
}

/** Waits for imports and for other sweeps. Returns today, and the last day recorded, which is today if there was none. */
export async function takeTurn(tx: EntityManager): Promise<{ today: Day; sweptThrough: Day }> {
  // Once a day, over every account: it may take longer than a request.
  await tx.query(`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`);
  // An import locks the table before it records changes; without this, each might wait for what the other has written.
  await tx.query('lock table account in row share mode');
  await tx.query('insert into sweep (swept_through) values (registry_today()) on conflict do nothing');
  await tx.query('select from sweep for update');
  const [row]: { today: Day; sweptThrough: Day }[] = await tx.query(
    'select registry_today() as today, swept_through as "sweptThrough" from sweep',
  );
  if (!row) throw new Error('There is no row that says up to which day changes were recorded.');
  return row;
}

/**
 * SQL: the notices due after the day `$1` and by the day `$2`, `$3` days ahead, of a coming loss, pending or expiry, or the end of a bidding-only
 * document. A revocation for a later day is announced as well: otherwise the missing notice would reveal that it is not a loss (G-8.a). The period
 * before is today's.
 */
const noticesDue = `(
  select 'NOTICE' as kind, p.account_id, a.organization_id, p.holds_until as effective_on, p.standing as before_standing,
    n.standing as after_standing, ${storedPeriod('p')} as before_period, ${storedPeriod('n')} as after_period,
    ahead.days::smallint as notice_days, p.holds_until - ahead.days as due_on
  from standing_period as p cross join unnest($3::integer[]) as ahead (days)
  join account a on a.id = p.account_id
  join standing_period as n on n.account_id = p.account_id and n.valid_from = p.holds_until
  where p.valid_from <= $2::date and (p.valid_to is null or p.valid_to > $2::date) and p.holds_until > $2::date
    and p.holds_until - ahead.days > $1::date and p.holds_until - ahead.days <= $2::date
    and (p.standing in ('CERTIFIED', 'PENDING') and p.next_standing <> 'CERTIFIED'
      or p.standing = 'BIDDING_ONLY' and p.next_standing not in ('CERTIFIED', 'PENDING'))
) as notice`;

const sweepSql = (only: string): string => `
  with recorded as (
    ${insertInto} (select * from ${begunPeriods('standing_period')} union all select * from ${noticesDue}) as passed ${only}
    order by due_on, notice_days nulls first, account_id on conflict do nothing returning id
  )
  select count(*)::integer as count from recorded`;
