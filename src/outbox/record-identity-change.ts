import type { Unit } from '../database/unit-of-work.ts';
import { storedPeriod } from './record-passed-days.ts';

/**
 * Records a change for the accounts whose public identity this unit corrected: the name or city of the organization, the WSIB account, whose
 * account it is, or which others were merged into it. Both sides are today's period. If that is
 * not public, a second change has the last period that was: a caller who asked about its days then has an answer with the name. `only` is the organization or account corrected; without it, all.
 */
export async function recordIdentityChanges({ tx, today, recordingId }: Unit, only: string | null): Promise<void> {
  const recorded: unknown[] = await tx.query(insertSql, [recordingId, today, only]);
  if (recorded.length > 0) await tx.query(`select pg_notify('change', '')`);
}

const insertSql = `
  with corrected as (
    select a.id from fact_history h join organization o on o.id = h.fact_id join account a on a.organization_id = o.id
    where h.fact = 'organization' and h.recording_id = $1::bigint and ($3::uuid is null or h.fact_id = $3::uuid)
      and (h.was->>'legal_name', h.was->>'operating_name', h.was->>'city') is distinct from (o.legal_name, o.operating_name, o.city)
    union
    select a.id from fact_history h join account a on a.id = h.fact_id
    where h.fact = 'account' and h.recording_id = $1::bigint and ($3::uuid is null or h.fact_id = $3::uuid)
      and (h.was->>'wsib_account', h.was->>'organization_id') is distinct from (a.wsib_account, a.organization_id::text)
    union
    select a.merged_into_id from fact_history h join account a on a.id = h.fact_id
    where h.fact = 'account' and h.recording_id = $1::bigint and h.was->>'merged_into_id' is distinct from a.merged_into_id::text
  )
  insert into change (kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period,
    recording_id, told_on)
  select 'CORRECTION', a.id, a.organization_id, p.effective_on, p.standing, p.standing, ${storedPeriod('p')}, ${storedPeriod('p')}, $1::bigint, $2::date
  from corrected join account a on a.id = corrected.id cross join lateral (
    (select *, $2::date as effective_on, 1 as at from standing_period where account_id = a.id and valid_from <= $2::date
      order by valid_from desc limit 1)
    union all
    select * from (
      select *, valid_from as effective_on, 2 from standing_period
      where account_id = a.id and valid_from <= $2::date and standing in ('CERTIFIED', 'PENDING') order by valid_from desc limit 1
    ) as public where public.valid_to <= $2::date
  ) as p
  order by a.id, p.at returning id`;
