import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import { storedPeriodColumns } from './period-columns.ts';
import type { StoredPeriod } from './shown-period.ts';

interface TimelineRow extends StoredPeriod {
  readonly accountId: string;
}

/** The stored timeline of an account, by its id, whole and unmasked. */
export const timelineByAccount = (source: DataSource): DataLoader<string, readonly StoredPeriod[]> =>
  new DataLoader(async (ids) => {
    const { rows } = await poolOf(source).query<TimelineRow>({
      name: 'timelines_by_account',
      text: `
        select p.account_id as "accountId", ${storedPeriodColumns} from standing_period as p
        where p.account_id = any($1::uuid[]) order by p.account_id, p.valid_from`,
      values: [ids],
    });
    const byAccount = new Map<string, StoredPeriod[]>(ids.map((id) => [id, []]));
    for (const row of rows) byAccount.get(row.accountId)?.push(row);
    return ids.map((id) => byAccount.get(id) ?? []);
  });
