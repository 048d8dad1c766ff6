import type { DataSource, EntityManager } from 'typeorm';
import { type Author, noteRecorded, type Unit, write } from '../database/unit-of-work.ts';
import { storedPeriod } from '../outbox/record-passed-days.ts';
import type { Day } from '../rules/calendar.ts';
import { takeTurn, tellDays } from './sweep.ts';

/** SQL: the day in Toronto on which a change was recorded. */
const recordedOn = `(c.recorded_at at time zone 'America/Toronto')::date`;

/** SQL: what a day was to bring, recorded before that day: by the instant of the recording, or because the day has not come yet. */
const early = `change as c
  where c.recording_id is null and c.series = sweep_series() and c.effective_on - coalesce(c.notice_days, 0) > least(${recordedOn}, registry_today())`;

/** Days whose changes were recorded before they came. */
export interface PublishedEarly {
  /** Changes and notices that were recorded before their day. */
  readonly changes: number;
  /** The last day recorded if it lies in the future; else null. */
  readonly sweptThrough: Day | null;
}

/** Finds what was recorded before its day, for instance by a node or a database whose clock was ahead. */
export async function findPublishedEarly(source: Pick<DataSource, 'query'>): Promise<PublishedEarly> {
  const [found]: PublishedEarly[] = await source.query(
    `select (select count(*)::integer from ${early}) as changes,
       (select swept_through from sweep where swept_through > registry_today()) as "sweptThrough"`,
  );
  return found ?? { changes: 0, sweptThrough: null };
}

/** The outcome of a repair. */
export interface Repaired {
  /** Changes withdrawn, each by a correction that followers receive. */
  readonly withdrawn: number;
  /** Changes of days that passed meanwhile without a record, recorded now. */
  readonly publishedLate: number;
}

/**
 * Corrects what was recorded before its day. Each change that has not come yet is withdrawn by a correction, from what was recorded to what holds
 * today; changes of days that passed meanwhile are recorded; and coming days are recorded again from today on. If nothing is wrong, it does nothing.
 */
export const repairPublishedEarly = (source: DataSource, author: Author): Promise<Repaired> =>
  write(source, author, async (unit) => {
    const { today } = await takeTurn(unit.tx);
    const { changes, sweptThrough } = await findPublishedEarly(unit.tx);
    if (changes === 0 && sweptThrough === null) return { withdrawn: 0, publishedLate: 0 };
    const from = await lastDayToldInTime(unit.tx, today);
    const withdrawn = await withdraw(unit, today);
    await unit.tx.query('update sweep set series = series + 1, swept_through = $1', [today]);
    const publishedLate = await tellDays(unit.tx, from, today, notRecordedBefore);
    await unit.tx.query(`select pg_notify('change', '')`);
    return { withdrawn, publishedLate };
  });

// By the instants of the early recordings; if those are wrong too, everything before the first such day was recorded in time.
async function lastDayToldInTime(tx: EntityManager, today: Day): Promise<Day> {
  const [found]: { day: Day }[] = await tx.query(
    `select least($1::date, (select min(${recordedOn}) from ${early}),
       (select min(c.effective_on - coalesce(c.notice_days, 0)) - 1 from change as c
        where c.recording_id is null and c.series = sweep_series() and c.told_on > $1::date)) as day`,
    [today],
  );
  return found?.day ?? today;
}

// The last one is withdrawn first. A notice needs no withdrawal: the day it announces is right.
async function withdraw(unit: Unit, today: Day): Promise<number> {
  const rows: unknown[] = await unit.tx.query(withdrawSql, [unit.recordingId, today]);
  if (rows.length > 0) await noteRecorded(unit);
  return rows.length;
}

const withdrawSql = `
  insert into change (kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period,
    recording_id, told_on)
  select 'CORRECTION', c.account_id, a.organization_id, c.effective_on, c.after_standing, p.standing, c.after_period, ${storedPeriod('p')},
    $1::bigint, $2::date
  from (select * from ${early} and c.kind <> 'NOTICE' and c.effective_on > $2::date) as c
  join account a on a.id = c.account_id
  cross join lateral (
    select * from standing_period where account_id = c.account_id and valid_from <= $2::date order by valid_from desc limit 1
  ) as p
  order by c.id desc
  returning id`;

/** SQL: what days brought that was not recorded. */
const notRecordedBefore = `where not exists (
  select from change as known where known.recording_id is null and known.account_id = passed.account_id and known.kind = passed.kind
    and known.effective_on = passed.effective_on and known.notice_days is not distinct from passed.notice_days
    and known.after_period::text = passed.after_period::text)`;
