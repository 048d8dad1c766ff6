import type { Day } from './calendar.ts';

/** A statement that something is true or false from a day on; on a day, the last one by that day applies. */
export interface DatedStatement {
  readonly on: Day;
  readonly isTrue: boolean;
}

/** What was last stated by a day; null if nothing was. Of two statements on one day, the one that says no. */
export const lastStatement = (statements: readonly DatedStatement[], on: Day): DatedStatement | null =>
  inOrder(statements, on).at(-1) ?? null;

/** A run of days on which something is not so: `[from, to)`; `to` is null until the contrary is stated. */
export interface Lapse {
  readonly from: Day;
  readonly to: Day | null;
}

/** The last run of statements that say no by a day; null if none does. */
export function lastLapse(statements: readonly DatedStatement[], on: Day): Lapse | null {
  const stated = inOrder(statements, on);
  const last = stated.findLastIndex(({ isTrue }) => !isTrue);
  const first = stated.slice(0, last + 1).findLastIndex(({ isTrue }) => isTrue) + 1;
  const from = stated[first]?.on;
  return last === -1 || from === undefined ? null : { from, to: stated[last + 1]?.on ?? null };
}

const inOrder = (statements: readonly DatedStatement[], on: Day): readonly DatedStatement[] =>
  statements
    .filter((each) => each.on <= on)
    .toSorted((a, b) => (a.on === b.on ? Number(b.isTrue) - Number(a.isTrue) : a.on < b.on ? -1 : 1));
