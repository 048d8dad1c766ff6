import type { EntityManager } from 'typeorm';
import type { Day } from '../rules/calendar.ts';

/** The company for which an auditor is on the approved list on a day; null if none. */
export async function companyOn(tx: EntityManager, auditor: string, on: Day): Promise<string | null> {
  const [period]: { company: string | null }[] = await tx.query(
    `select company_id as company from approved_list_period
     where auditor_id = $1 and from_day <= $2 and (to_day is null or to_day >= $2) order by from_day desc limit 1`,
    [auditor, on],
  );
  return period?.company ?? null;
}
