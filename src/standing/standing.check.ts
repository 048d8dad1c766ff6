import type { DataSource, EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import { connectionOf, snapshot } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import { everyAccount } from './every-account.ts';
import { timelineChanges } from './standing.service.ts';
import { type PeriodRow, periodColumns } from './standing-period.row.ts';
import { type Unsoundness, unsoundness } from './standing-period.soundness.ts';
import { storedTimelines } from './standing-period.store.ts';

/** A problem with a stored timeline. */
export interface TimelineProblem {
  /** Null for a timeline without an account. */
  readonly accountReference: string | null;
  readonly problem: Unsoundness | 'MISSING' | 'DIFFERS_FROM_FACTS' | 'NO_SUCH_ACCOUNT' | 'RECORDING_MISSING';
  /** First day of the period concerned; null for the whole timeline. */
  readonly on: Day | null;
  /** Whether it is a timeline that was replaced. */
  readonly inHistory: boolean;
}

export interface CheckOptions {
  readonly onProblem?: (problem: TimelineProblem) => void;
  /** Called after each batch. */
  readonly onProgress?: (accounts: number, total: number) => void;
}

/** What a check examined and found. */
export interface TimelineCheck {
  readonly accounts: number;
  readonly problems: number;
}

/**
 * Proves that every account's stored timeline is the one that follows from its facts, and that each timeline, current or replaced, is sound: from the
 * beginning, without gaps, with correct repeated columns and existing recordings. It writes nothing.
 */
export async function checkTimelines(dataSource: DataSource, options: CheckOptions = {}): Promise<TimelineCheck> {
  let accounts = 0;
  let problems = 0;
  const report = (found: readonly TimelineProblem[]) => {
    problems += found.length;
    for (const problem of found) options.onProblem?.(problem);
  };
  report(await snapshot(dataSource, strayTimelines));
  for await (const { references, total } of everyAccount(dataSource)) {
    report(await snapshot(dataSource, (tx) => problemsOf(tx, references)));
    accounts += references.size;
    options.onProgress?.(accounts, total);
  }
  return { accounts, problems };
}

async function problemsOf(tx: EntityManager, references: ReadonlyMap<string, string>): Promise<TimelineProblem[]> {
  const ids = [...references.keys()];
  const now = { accountReference: '', inHistory: false, on: null };
  const differing = (await timelineChanges(tx, ids)).map(({ accountId, was }): [string, TimelineProblem] => [
    accountId,
    { ...now, problem: was.length === 0 ? 'MISSING' : 'DIFFERS_FROM_FACTS' },
  ]);
  const unsound = [...(await storedTimelines(tx, ids))]
    .filter(([, rows]) => rows.length > 0)
    .flatMap(([id, rows]) => unsoundness(rows).map((found): [string, TimelineProblem] => [id, { ...now, ...found }]));
  const before = (await endedTimelines(tx, ids)).flatMap(({ accountId, rows }) =>
    unsoundness(rows).map((found): [string, TimelineProblem] => [accountId, { ...now, ...found, inHistory: true }]),
  );
  return [...differing, ...unsound, ...before].map(([id, problem]) => ({ ...problem, accountReference: references.get(id) ?? null }));
}

interface EndedTimeline {
  readonly accountId: string;
  readonly recordingId: string;
  readonly rows: PeriodRow[];
}

/** The timelines that were replaced, each as a whole: a recording wrote at most one for an account. */
async function endedTimelines(tx: EntityManager, accountIds: readonly string[]): Promise<EndedTimeline[]> {
  const connection = await connectionOf(tx);
  const { rows } = await connection.query<[account: string, recording: string, ...PeriodRow]>({
    name: 'ended_timelines',
    text: `select account_id, recording_id, ${periodColumns.join(', ')} from standing_period_history
      where account_id = any(${givenIds}) order by account_id, recording_id, valid_from, id`,
    values: [idArray(accountIds)],
    rowMode: 'array',
  });
  const timelines: EndedTimeline[] = [];
  for (const [accountId, recordingId, ...row] of rows) {
    const last = timelines.at(-1);
    if (last?.accountId === accountId && last.recordingId === recordingId) last.rows.push(row);
    else timelines.push({ accountId, recordingId, rows: [row] });
  }
  return timelines;
}

/** Timelines of accounts that do not exist, and timelines recorded or ended by a recording that does not. */
async function strayTimelines(tx: EntityManager): Promise<TimelineProblem[]> {
  const strays: Omit<TimelineProblem, 'on'>[] = await tx.query(`
    with timeline as (
      select distinct account_id, recording_id, null::bigint as ended_by, false as in_history from standing_period
      union all
      select distinct account_id, recording_id, ended_by_recording_id, true from standing_period_history
    )
    select account.reference as "accountReference", in_history as "inHistory",
      case when account.id is null then 'NO_SUCH_ACCOUNT' else 'RECORDING_MISSING' end as problem
    from timeline
    left join account on account.id = timeline.account_id
    where account.id is null
      or not exists (select from recording where recording.id = timeline.recording_id)
      or (ended_by is not null and not exists (select from recording where recording.id = ended_by))`);
  return strays.map((stray) => ({ ...stray, on: null }));
}
