import { addDays, type Day } from '../../rules/calendar.ts';
import { deciding } from '../standing-words.ts';
import type { Subject } from './subject.ts';

/** A day on which the standing of a firm changes. */
export interface WatchedDay {
  readonly on: Day;
  readonly standing: string;
  readonly label: string;
  /** Whether the day has come: until then it is what follows if nothing further is recorded. */
  readonly hasCome: boolean;
  readonly why: readonly string[];
}

/** How long a change stays in a calendar and a feed, in days. */
const KEPT_DAYS = 400;

/**
 * The days on which the standing changes, as far as the reader may see them. Of a firm whose standing is hidden, and of a number that does not
 * exist, the same: today, with no current certification on record.
 */
export function watchedDays({ timeline, today, standing, label }: Subject): readonly WatchedDay[] {
  const changes = timeline.filter(({ standing }, at) => timeline[at - 1]?.standing !== standing);
  const days = changes.flatMap(({ from, standing, standingLabel, reasons }) =>
    from === null || from < addDays(today, -KEPT_DAYS)
      ? []
      : [{ on: from, standing, label: standingLabel, hasCome: from <= today, why: deciding(reasons).map(({ because }) => because) }],
  );
  const saysNow = days.some(({ hasCome }) => hasCome);
  return saysNow ? days : [{ on: today, standing, label, hasCome: true, why: [] }, ...days];
}
