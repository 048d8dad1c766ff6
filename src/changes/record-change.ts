import type { ChangeKind } from '../database/tables/change.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import type { Standing } from '../rules/standing.ts';
import { BEGINNING, type Period } from '../rules/timeline.ts';
import { decodeReasons } from '../standing/reasons.ts';
import type { PeriodRow } from '../standing/standing-period.row.ts';

/** A timeline that was stored in place of another; `was` is empty for an account that had none. */
export interface RestatedTimeline {
  readonly accountId: string;
  readonly was: readonly PeriodRow[];
  readonly becomes: readonly PeriodRow[];
}

/** How two timelines differ in the standing: around the day of recording if they do there, else on the first day that they do. */
export interface StandingChange {
  readonly kind: ChangeKind;
  /** First of the days on end on which the standing is another. */
  readonly effectiveOn: Day;
  /** The periods that hold today, or else on that first day; `before` is null where no timeline was. */
  readonly before: PeriodRow | null;
  readonly after: PeriodRow;
}

/**
 * Tells the outbox of every account whose standing is another on any day, past or future; it is the only writer of the outbox. A timeline that
 * differs in documents or reasons alone is no change. The sequencer wakes when the unit commits.
 */
export async function recordChanges({ tx, today, recordingId }: Unit, timelines: readonly RestatedTimeline[]): Promise<number> {
  const changes = timelines.flatMap(({ accountId, was, becomes }) => {
    const change = standingChange(was, becomes, today);
    return change ? [rowOf(accountId, change)] : [];
  });
  if (changes.length === 0) return 0;
  await tx.query(insertSql, [JSON.stringify(changes), recordingId]);
  await tx.query(`select pg_notify('change', '')`);
  return changes.length;
}

const insertSql = `
  insert into change (kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period, recording_id)
  select c.kind, c.account_id, a.organization_id, c.effective_on, c.before_standing, c.after_standing, c.before_period, c.after_period, $2
  from json_to_recordset($1) as c (kind text, account_id uuid, effective_on date, before_standing text, after_standing text,
    before_period json, after_period json)
  join account a on a.id = c.account_id`;

const rowOf = (accountId: string, { kind, effectiveOn, before, after }: StandingChange) => ({
  kind,
  account_id: accountId,
  effective_on: effectiveOn,
  before_standing: standingOf(before),
  after_standing: standingOf(after),
  before_period: before && periodOf(before),
  after_period: periodOf(after),
});

/** How one timeline differs from another in the standing; null where it does on no day. */
export function standingChange(was: readonly PeriodRow[], becomes: readonly PeriodRow[], today: Day): StandingChange | null {
  const runs = differingRuns(was, becomes);
  const around = runs.find(({ from, to }) => from <= today && (to === null || today < to));
  const run = around ?? runs[0];
  if (!run) return null;
  const day = around ? today : run.from;
  const after = rowOn(becomes, day);
  if (!after) throw new Error('A timeline covers every day.');
  return { kind: around ? 'STANDING' : 'CORRECTION', effectiveOn: run.from, before: rowOn(was, day), after };
}

interface Run {
  readonly from: Day;
  to: Day | null;
}

/** The days on end, `[from, to)`, on which two timelines differ in the standing. */
function differingRuns(was: readonly PeriodRow[], becomes: readonly PeriodRow[]): readonly Run[] {
  const starts = [...new Set([BEGINNING, ...was.map(([from]) => from), ...becomes.map(([from]) => from)])].sort();
  const runs: Run[] = [];
  for (const day of starts) {
    const differs = standingOf(rowOn(was, day)) !== standingOf(rowOn(becomes, day));
    const last = runs.at(-1);
    if (differs && (!last || last.to !== null)) runs.push({ from: day, to: null });
    if (!differs && last && last.to === null) last.to = day;
  }
  return runs;
}

const rowOn = (timeline: readonly PeriodRow[], day: Day): PeriodRow | null => timeline.findLast(([from]) => from <= day) ?? null;

/** An account without a timeline was not on record: nothing was known of it, as of one that never registered. */
const standingOf = (row: PeriodRow | null): Standing => row?.[2] ?? 'NOT_REGISTERED';

/** The period of the law that a row was stored for: what the mask takes when the change is told. */
function periodOf(row: PeriodRow): Period {
  const [from, to, standing, standard, basis, , certificate, , , letter, , , , biddingDocument, , biddingLastDay, since, holdsUntil, then] =
    row;
  const documents = { standard, basis, certificate, letter, biddingDocument, biddingLastDay };
  return { from, to, standing, since, holdsUntil, then, ...documents, reasons: decodeReasons(row[19]) };
}
