import { addDays, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { doneInCalendarDays, valueOn } from '../parameters.ts';
import { periodOn, standingTimeline } from '../standing/timeline.ts';
import type { CycleFacts } from './facts.ts';
import { type ObligationKind, obligationsOn } from './obligations.ts';

/** A day in an organization's calendar. */
export interface CalendarEntry {
  /** The same on every day, unique within the account. */
  readonly key: string;
  readonly kind: ObligationKind | 'STANDING_CHANGE';
  readonly on: Day;
  /** Done ones stay for a while and say so, because calendar programs show what disappears in different ways. */
  readonly isDone: boolean;
  readonly because: Because;
}

/**
 * what an organization has in its calendar on a day: its own obligations that have a due day, those that were done a short while ago, and the day
 * on which the standing changes if nothing further is recorded.
 */
export function calendarOn(facts: CycleFacts, on: Day): readonly CalendarEntry[] {
  const doneFrom = addDays(on, -valueOn(doneInCalendarDays, on));
  const owed = obligationsOn(facts, on).flatMap(({ key, kind, by, dueOn, doneOn, because: why }): CalendarEntry[] =>
    by !== 'ORGANIZATION' || dueOn === null || (doneOn !== null && doneOn < doneFrom)
      ? []
      : [{ key, kind, on: dueOn, isDone: doneOn !== null, because: why }],
  );
  return [...owed, ...standingChange(facts, on)];
}

function standingChange(facts: CycleFacts, on: Day): readonly CalendarEntry[] {
  const { holdsUntil, then } = periodOn(standingTimeline(facts), on);
  if (holdsUntil === null || then === null) return [];
  const why = because('calendar-standing-change', { then, from: holdsUntil });
  return [{ key: `STANDING_CHANGE:${holdsUntil}`, kind: 'STANDING_CHANGE', on: holdsUntil, isDone: false, because: why }];
}
