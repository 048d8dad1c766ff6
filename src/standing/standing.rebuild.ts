import type { DataSource } from 'typeorm';
import { type Author, markAllWork, snapshot, write } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import type { Standing } from '../rules/standing/standing.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import { everyAccount } from './every-account.ts';
import { storeTimelines, type TimelineChange, type TimelinesStored, timelineChanges } from './standing.service.ts';
import { isSameRow, type PeriodRow } from './standing-period.row.ts';

/** An account whose stored timeline is not the one that the current rules give. */
export interface TimelineDifference {
  readonly accountReference: string;
  /** The first day on which the standing differs; if it never does, the first day on which a document, a reason or a forecast does. */
  readonly on: Day;
  /** The standing stored for that day; null if no timeline was stored. */
  readonly was: Standing | null;
  readonly becomes: Standing;
}

export interface RebuildOptions {
  /** Reports what would change and writes nothing. */
  readonly dryRun?: boolean;
  readonly onDifference?: (difference: TimelineDifference) => void;
  /** Called after each batch with the progress so far; `total` is the number of accounts. */
  readonly onProgress?: (done: TimelinesStored, total: number) => void;
}

/**
 * Recomputes every timeline under the current rules and stores those that differ, each batch of accounts in its own unit: the API keeps
 * running, and an interrupted rebuild is simply run again.
 */
export async function rebuildTimelines(dataSource: DataSource, author: Author, options: RebuildOptions = {}): Promise<TimelinesStored> {
  let done: TimelinesStored = { accounts: 0, changed: 0, periods: 0 };
  for await (const { references, total } of everyAccount(dataSource)) {
    const ids = [...references.keys()];
    const onChange = (change: TimelineChange) => options.onDifference?.(differenceOf(change, references.get(change.accountId) ?? ''));
    const batch = options.dryRun
      ? await compare(dataSource, ids, onChange)
      : await write(dataSource, author, (unit) => storeTimelines(unit, ids, { onChange }));
    done = sum(done, batch);
    options.onProgress?.(done, total);
  }
  if (!options.dryRun) await markAllWork(dataSource);
  return done;
}

async function compare(
  dataSource: DataSource,
  ids: readonly string[],
  onChange: (change: TimelineChange) => void,
): Promise<TimelinesStored> {
  const changes = await snapshot(dataSource, (tx) => timelineChanges(tx, ids));
  changes.forEach(onChange);
  const periods = changes.reduce((count, { becomes }) => count + becomes.length, 0);
  return { accounts: ids.length, changed: changes.length, periods };
}

const sum = (a: TimelinesStored, b: TimelinesStored): TimelinesStored => ({
  accounts: a.accounts + b.accounts,
  changed: a.changed + b.changed,
  periods: a.periods + b.periods,
});

function differenceOf({ was, becomes }: TimelineChange, accountReference: string): TimelineDifference {
  const days = [...was, ...becomes].map(([validFrom]) => validFrom).sort();
  const on =
    days.find((day) => standingOn(was, day) !== standingOn(becomes, day)) ??
    days.find((day) => !isSameRow(rowOn(was, day), rowOn(becomes, day))) ??
    BEGINNING;
  return { accountReference, on, was: standingOn(was, on), becomes: standingOn(becomes, on) ?? 'NOT_REGISTERED' };
}

const rowOn = (rows: readonly PeriodRow[], day: Day): PeriodRow | undefined => rows.findLast(([validFrom]) => validFrom <= day);

function standingOn(rows: readonly PeriodRow[], day: Day): Standing | null {
  const [, , standing] = rowOn(rows, day) ?? [];
  return standing ?? null;
}
