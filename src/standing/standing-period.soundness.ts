import type { Day } from '../rules/calendar.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import { decodeReasons } from './reasons.ts';
import type { PeriodRow } from './standing-period.row.ts';

/** The possible errors of a stored timeline, whatever the facts. */
export type Unsoundness =
  | 'STARTS_LATE'
  | 'END_IS_NOT_NEXT_START'
  | 'SINCE_IS_NOT_START_OF_RUN'
  | 'HOLDS_UNTIL_IS_NOT_NEXT_CHANGE'
  | 'NEXT_STANDING_IS_ANOTHER'
  | 'REASONS_UNREADABLE';

/** Where a timeline contradicts itself: the period's first day, and how. Empty for a sound timeline. */
export function unsoundness(rows: readonly PeriodRow[]): { on: Day; problem: Unsoundness }[] {
  const found = rows.flatMap((row, index) => {
    const on = row[0];
    return problemsOf(row, rows[index - 1], rows[index + 1]).map((problem) => ({ on, problem }));
  });
  return rows[0]?.[0] === BEGINNING ? found : [{ on: BEGINNING, problem: 'STARTS_LATE' }, ...found];
}

function problemsOf(row: PeriodRow, before: PeriodRow | undefined, after: PeriodRow | undefined): Unsoundness[] {
  const { validFrom, validTo, standing, since, holdsUntil, nextStanding, reasons } = spanOf(row);
  const next = after && spanOf(after);
  const last = before && spanOf(before);
  const changes = next !== undefined && next.standing !== standing;
  const problems: [Unsoundness, boolean][] = [
    ['END_IS_NOT_NEXT_START', validTo !== (next?.validFrom ?? null)],
    ['SINCE_IS_NOT_START_OF_RUN', since !== (last?.standing === standing ? last.since : validFrom)],
    ['HOLDS_UNTIL_IS_NOT_NEXT_CHANGE', holdsUntil !== ((changes ? next.validFrom : next?.holdsUntil) ?? null)],
    ['NEXT_STANDING_IS_ANOTHER', nextStanding !== ((changes ? next.standing : next?.nextStanding) ?? null)],
    ['REASONS_UNREADABLE', !canBeRead(reasons)],
  ];
  return problems.flatMap(([problem, is]) => (is ? [problem] : []));
}

const spanOf = (row: PeriodRow) => ({
  validFrom: row[0],
  validTo: row[1],
  standing: row[2],
  since: row[16],
  holdsUntil: row[17],
  nextStanding: row[18],
  reasons: row[19],
});

function canBeRead(reasons: string): boolean {
  try {
    return decodeReasons(reasons).every(({ clause, because }) => clause && because.id);
  } catch {
    return false;
  }
}
