import { idArray } from '../database/id-array.ts';
import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import { documentColumns, periodColumns, periodNames } from '../standing/standing-period.row.ts';

/**
 * Records what days brought to the accounts whose timelines this unit replaces, if the sweep has not reached those days yet: from the timelines known
 * until now, and before what the unit itself has to record.
 */
export async function recordPassedDays({ tx, today, recordingId }: Unit, accountIds: readonly string[]): Promise<void> {
  const behind: { sweptThrough: Day }[] = await tx.query('select swept_through as "sweptThrough" from sweep where swept_through < $1', [
    today,
  ]);
  if (!behind[0]) return;
  const replaced = '(select * from standing_period_history where account_id = any($3::uuid[]) and ended_by_recording_id = $4)';
  await tx.query(`${insertInto} ${begunPeriods(replaced)} order by due_on, account_id on conflict do nothing`, [
    behind[0].sweptThrough,
    today,
    idArray(accountIds),
    recordingId,
  ]);
}

/** Marks that days are recorded from tomorrow on: what a registry holds from its start is no news. */
export async function tellFromToday({ tx, today }: Pick<Unit, 'tx' | 'today'>): Promise<void> {
  await tx.query('insert into sweep (swept_through) values ($1) on conflict (id) do update set swept_through = excluded.swept_through', [
    today,
  ]);
}

/** The start of a statement that records what days brought, from rows of `begunPeriods`. */
export const insertInto = `
  insert into change (kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period,
    notice_days, told_on)
  select kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period, notice_days, $2::date from`;

/** SQL: a period in the form that changes store. */
export const storedPeriod = (period: string): string =>
  `json_build_object(${periodColumns.map((column, at) => `'${periodNames[at]}', ${period}.${column}`).join(', ')})`;

/**
 * SQL: the periods of timelines that began after the day `$1` and by the day `$2`, each with the one before it. If a unit has recorded something
 * about an account since, only those that began after it: the unit recorded the days up to its own, unless it recorded no standing.
 */
export const begunPeriods = (timelines: string): string => `(
  select case when p.standing <> b.standing then 'STANDING' when ${differs} then 'DOCUMENT' else 'REASONS' end as kind,
    p.account_id, a.organization_id, p.valid_from as effective_on, b.standing as before_standing, p.standing as after_standing,
    ${storedPeriod('b')} as before_period, ${storedPeriod('p')} as after_period, null::smallint as notice_days, p.valid_from as due_on
  from ${timelines} as p join account a on a.id = p.account_id
  cross join lateral (
    select * from ${timelines} as earlier where earlier.account_id = p.account_id and earlier.valid_from < p.valid_from
    order by earlier.valid_from desc limit 1
  ) as b
  where p.valid_from > $1::date and p.valid_from <= $2::date and p.valid_from > coalesce((
    select max(known.told_on) from change as known
    where known.account_id = p.account_id and known.told_on > $1::date and (known.series = sweep_series() or ${isOfItsDay}) and known.kind not in ('NOTICE', 'EQUIVALENCY_REQUEST', 'AUDIT')
      and known.before_period::text is distinct from known.after_period::text
  ), $1::date)
) as begun`;

/** SQL: a unit recorded it on the day it says, and not before, as on a machine whose clock was ahead. */
const isOfItsDay = `known.recording_id is not null and known.told_on <= (known.recorded_at at time zone 'America/Toronto')::date`;

const documentsOf = (period: string): string => documentColumns.map((at) => `${period}.${periodColumns[at]}`).join(', ');

const differs = `(${documentsOf('p')}) is distinct from (${documentsOf('b')})`;
