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

interface TimelineThenRow extends StoredPeriod {
  /** Position of the question, from 0. */
  readonly question: number;
}

/** The same as it was known at an instant: the current timeline, or one that a later recording replaced. One statement, whatever the instants. */
export const timelineKnownThen = (_source: DataSource, context: Context): DataLoader<TimelineThen, readonly StoredPeriod[], string> =>
  new DataLoader(
    (asked) =>
      context.primary(async (primary) => {
        const { rows } = await poolOf(primary).query<TimelineThenRow>({
          name: 'timelines_known_then',
          text: thenSql,
          values: [asked.map(({ accountId }) => accountId), asked.map(({ knownAt }) => knownAt)],
        });
        const timelines: StoredPeriod[][] = asked.map(() => []);
        for (const row of rows) timelines[row.question]?.push(row);
        return timelines;
      }),
    { cacheKeyFn: ({ accountId, knownAt }) => `${accountId} ${knownAt}` },
  );

const thenSql = `
  with asked as (
    select account_id, known_at, (place - 1)::int as question
    from unnest($1::uuid[], $2::timestamptz[]) with ordinality as given (account_id, known_at, place)
  )
  select asked.question, ${storedPeriodColumns} from asked join standing_period as p on p.account_id = asked.account_id
  join recording on recording.id = p.recording_id
  where recording.recorded_at <= asked.known_at
  union all
  select asked.question, ${storedPeriodColumns} from asked join standing_period_history as p on p.account_id = asked.account_id
  join recording on recording.id = p.recording_id join recording as ending on ending.id = p.ended_by_recording_id
  where recording.recorded_at <= asked.known_at and ending.recorded_at > asked.known_at
  order by question, "validFrom"`;

function byAccount(ids: readonly string[], rows: readonly TimelineRow[]): readonly (readonly StoredPeriod[])[] {
  const found = new Map<string, StoredPeriod[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(row.accountId)?.push(row);
  return ids.map((id) => found.get(id) ?? []);
}
