import type { Day } from './calendar.ts';

/** What somebody stated and from which day it is so; the last one by a day holds on it. */
export interface DatedStatement {
  readonly on: Day;
  readonly isSo: boolean;
}

/** What was last stated by a day; null where nothing was. Of two statements on one day the one that says no. */
export const lastStatement = (statements: readonly DatedStatement[], on: Day): DatedStatement | null =>
  inOrder(statements, on).at(-1) ?? null;

/** Days on end on which something is not so: `[from, to)`, `to` is null while nobody stated otherwise. */
export interface Lapse {
  readonly from: Day;
  readonly to: Day | null;
}

/** The last time by a day that statements say no; null where none does. */
export function lastLapse(statements: readonly DatedStatement[], on: Day): Lapse | null {
  const stated = inOrder(statements, on);
  const last = stated.findLastIndex(({ isSo }) => !isSo);
  const first = stated.slice(0, last + 1).findLastIndex(({ isSo }) => isSo) + 1;
  const from = stated[first]?.on;
  return last === -1 || from === undefined ? null : { from, to: stated[last + 1]?.on ?? null };
}

const inOrder = (statements: readonly DatedStatement[], on: Day): readonly DatedStatement[] =>
  statements.filter((each) => each.on <= on).toSorted((a, b) => (a.on === b.on ? Number(b.isSo) - Number(a.isSo) : a.on < b.on ? -1 : 1));
