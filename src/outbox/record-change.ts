import type { StandingChangeKind } from '../database/tables/change.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import { isConsideredCertified, type Standing } from '../rules/standing/standing.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import { documentColumns, type PeriodRow, periodNames } from '../standing/standing-period.row.ts';
import { recordPassedDays } from './record-passed-days.ts';

/** A timeline that replaced another; `was` is empty for an account that had none. */
export interface RestatedTimeline {
  readonly accountId: string;
  readonly was: readonly PeriodRow[];
  readonly becomes: readonly PeriodRow[];
}

/** How two timelines differ: around the day of recording if they do there, else on the first day on which they do. */
export interface StandingChange {
  readonly kind: StandingChangeKind;
  /** First day of the run on which they differ this way. */
  readonly effectiveOn: Day;
  /** The periods that hold today, or else on that first day; `before` is null if there was no timeline. */
  readonly before: PeriodRow | null;
  readonly after: PeriodRow;
}

/**
 * Records a change for every account for which some day, past or future, has another standing or rests on other documents. What earlier days brought
 * is recorded first if no sweep has done so yet. Timelines that differ only in reasons are no change. The sequencer wakes when the unit commits.
 */
export async function recordChanges(unit: Unit, timelines: readonly RestatedTimeline[]): Promise<number> {
  const changes = timelines.flatMap(({ accountId, was, becomes }) =>
    standingChanges(was, becomes, unit.today).map((change) => rowOf(accountId, change)),
  );
  if (changes.length === 0) return 0;
  await recordPassedDays(
    unit,
    timelines.map(({ accountId }) => accountId),
  );
  await unit.tx.query(insertSql, [JSON.stringify(changes), unit.recordingId, unit.today]);
  await unit.tx.query(`select pg_notify('change', '')`);
  return changes.length;
}

const insertSql = `
  insert into change (kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period,
    recording_id, told_on)
  select c.kind, c.account_id, a.organization_id, c.effective_on, c.before_standing, c.after_standing, c.before_period, c.after_period, $2, $3
  from json_to_recordset($1) as c (kind text, account_id uuid, effective_on date, before_standing text, after_standing text,
    before_period json, after_period json)
  join account a on a.id = c.account_id`;

const rowOf = (accountId: string, { kind, effectiveOn, before, after }: StandingChange) => ({
  kind,
  account_id: accountId,
  effective_on: effectiveOn,
  before_standing: standingOf(before),
  after_standing: standingOf(after),
  before_period: before && storedPeriod(before),
  after_period: storedPeriod(after),
});

const storedPeriod = (row: PeriodRow) => Object.fromEntries(row.map((value, at) => [periodNames[at], value]));

/**
 * What to record for a timeline that changed: one change, or none if no day has another standing or other documents. If that change lies among days
 * that are not public, a second one says what there would be to record if only the public days were known.
 */
export function standingChanges(was: readonly PeriodRow[], becomes: readonly PeriodRow[], today: Day): StandingChange[] {
  const first = changeSeen(whole, was, becomes, today);
  if (first === null || isPublic(first)) return first ? [first] : [];
  const second = changeSeen(publicDays, was, becomes, today);
  return second ? [first, second] : [first];
}

/** What two periods are compared by, as text. */
interface Comparison {
  readonly standingOf: (row: PeriodRow | null) => string;
  readonly documentsOf: (row: PeriodRow | null) => string;
}

function changeSeen(comparison: Comparison, was: readonly PeriodRow[], becomes: readonly PeriodRow[], today: Day): StandingChange | null {
  const recorded = whatToRecord(
    differingRuns(was, becomes, comparison.standingOf),
    differingRuns(was, becomes, comparison.documentsOf),
    today,
  );
  if (!recorded) return null;
  const { kind, run } = recorded;
  const day = isAround(run, today) ? today : run.from;
  const after = rowOn(becomes, day);
  if (!after) throw new Error('A timeline covers every day.');
  return { kind, effectiveOn: run.from, before: rowOn(was, day), after };
}

/** Today's standing first, then errors about the past, then today's documents: what a letter changes in the forecast is no correction. */
function whatToRecord(standings: readonly Run[], documents: readonly Run[], today: Day): { kind: StandingChangeKind; run: Run } | null {
  const standing = standings.find((run) => isAround(run, today));
  if (standing) return { kind: 'STANDING', run: standing };
  const past = standings.find(({ from }) => from < today);
  const document = documents.find((run) => isAround(run, today));
  if (!past && document) return { kind: 'DOCUMENT', run: document };
  const other = standings[0] ?? documents[0];
  return other ? { kind: 'CORRECTION', run: other } : null;
}

const isAround = ({ from, to }: Run, day: Day): boolean => from <= day && (to === null || day < to);

interface Run {
  readonly from: Day;
  to: Day | null;
}

/** The runs of days, `[from, to)`, on which two timelines differ. */
function differingRuns(was: readonly PeriodRow[], becomes: readonly PeriodRow[], something: (row: PeriodRow | null) => string): Run[] {
  const runs: Run[] = [];
  for (const day of startsOf(was, becomes)) {
    const differs = something(rowOn(was, day)) !== something(rowOn(becomes, day));
    const last = runs.at(-1);
    if (differs && (!last || last.to !== null)) runs.push({ from: day, to: null });
    if (!differs && last && last.to === null) last.to = day;
  }
  return runs;
}

/** The days on which either timeline may change. */
const startsOf = (was: readonly PeriodRow[], becomes: readonly PeriodRow[]): Day[] =>
  [...new Set([BEGINNING, ...was.map(([from]) => from), ...becomes.map(([from]) => from)])].sort();

const rowOn = (timeline: readonly PeriodRow[], day: Day): PeriodRow | null => timeline.findLast(([from]) => from <= day) ?? null;

/** An account without a timeline was not on record: nothing was known about it, as for one that never registered. */
const standingOf = (row: PeriodRow | null): Standing => row?.[2] ?? 'NOT_REGISTERED';

/** What the standing rests on; null counts as a period without documents. */
const documentsOf = (row: PeriodRow | null): string => JSON.stringify(documentColumns.map((at) => row?.[at] ?? null));

const whole: Comparison = { standingOf, documentsOf };

/** G-3.1, G-2.4.l: certified and pending are public. */
const isPublicRow = (row: PeriodRow | null): boolean => isConsideredCertified(standingOf(row));
const isPublic = ({ before, after }: StandingChange): boolean => isPublicRow(before) || isPublicRow(after);

/** Days that are not public look the same. */
const publicDays: Comparison = {
  standingOf: (row) => (isPublicRow(row) ? standingOf(row) : ''),
  documentsOf: (row) => (isPublicRow(row) ? documentsOf(row) : ''),
};
