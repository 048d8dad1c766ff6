import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
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
    return byAccount(ids, rows);
  });

/** An account, and the instant as known at which its timeline is asked for. */
export interface TimelineThen {
  readonly accountId: string;
  readonly knownAt: Instant;
}

/** The same as it was known at an instant, which all questions of a request share: the current timeline, or one that a later recording replaced. */
export const timelineKnownThen = (_source: DataSource, context: Context): DataLoader<TimelineThen, readonly StoredPeriod[], string> =>
  new DataLoader(
    (asked) =>
      context.primary(async (primary) => {
        const ids = asked.map(({ accountId }) => accountId);
        const { rows } = await poolOf(primary).query<TimelineRow>({
          name: 'timelines_known_then',
          text: thenSql,
          values: [ids, asked[0]?.knownAt],
        });
        return byAccount(ids, rows);
      }),
    { cacheKeyFn: ({ accountId }) => accountId },
  );

const thenSql = `
  select p.account_id as "accountId", ${storedPeriodColumns} from standing_period as p join recording on recording.id = p.recording_id
  where p.account_id = any($1::uuid[]) and recording.recorded_at <= $2::timestamptz
  union all
  select p.account_id, ${storedPeriodColumns} from standing_period_history as p
  join recording on recording.id = p.recording_id join recording as ending on ending.id = p.ended_by_recording_id
  where p.account_id = any($1::uuid[]) and recording.recorded_at <= $2::timestamptz and ending.recorded_at > $2::timestamptz
  order by "accountId", "validFrom"`;

function byAccount(ids: readonly string[], rows: readonly TimelineRow[]): readonly (readonly StoredPeriod[])[] {
  const found = new Map<string, StoredPeriod[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(row.accountId)?.push(row);
  return ids.map((id) => found.get(id) ?? []);
}
