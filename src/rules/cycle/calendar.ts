import { addDays, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { doneInCalendarDays, valueOn } from '../parameters.ts';
import type { Standing } from '../standing/standing.ts';
import { type Period, periodOn, standingTimeline } from '../standing/timeline.ts';
import type { CycleFacts } from './facts.ts';
import { type ObligationKind, obligationsOn } from './obligations.ts';

/** A day in an organization's calendar. */
export interface CalendarEntry {
  /** The same on every day, unique within the account. */
  readonly key: string;
  readonly kind: ObligationKind | 'STANDING_CHANGE' | 'STANDING_CHANGED';
  readonly on: Day;
  /** Done ones stay for a while and say so, because calendar programs show what disappears in different ways. */
  readonly isDone: boolean;
  readonly because: Because;
}

/**
 * what an organization has in its calendar on a day: its own obligations that have a due day, those that were done a short while ago, the day on
 * which the standing changes if nothing further is recorded, and for a short while the day on which a certification became pending or ended.
 */
export function calendarOn(facts: CycleFacts, on: Day): readonly CalendarEntry[] {
  const doneFrom = addDays(on, -valueOn(doneInCalendarDays, on));
  const owed = obligationsOn(facts, on).flatMap(({ key, kind, by, dueOn, doneOn, because: why }): CalendarEntry[] =>
    by !== 'ORGANIZATION' || dueOn === null || (doneOn !== null && doneOn < doneFrom)
      ? []
      : [{ key, kind, on: dueOn, isDone: doneOn !== null, because: why }],
  );
  return [...owed, ...standingChanges(facts, doneFrom, on)];
}

/** The next change of the standing and, for as long as what was done, the last one if it was a loss or came close to it. */
function standingChanges(facts: CycleFacts, doneFrom: Day, on: Day): readonly CalendarEntry[] {
  const timeline = standingTimeline(facts);
  const { standing, since, holdsUntil, then } = periodOn(timeline, on);
  const entry = (day: Day, to: Standing, kind: 'STANDING_CHANGE' | 'STANDING_CHANGED', why: Because): CalendarEntry => ({
    ...{ key: keyOfChange(timeline, day, to), kind, on: day, isDone: false, because: why },
  });
  const isShown = since >= doneFrom && fallen.includes(standing);
  return [
    ...(isShown ? [entry(since, standing, 'STANDING_CHANGED', because('calendar-standing-changed', { standing, from: since }))] : []),
    ...(holdsUntil === null || then === null
      ? []
      : [entry(holdsUntil, then, 'STANDING_CHANGE', because('calendar-standing-change', { then, from: holdsUntil }))]),
  ];
}

/** What changes and to what: the documents on which the standing rests until then. Its day is no part of it, so that the change keeps its key on another day. */
function keyOfChange(timeline: readonly Period[], day: Day, to: Standing): string {
  const { certificate, letter, biddingDocument } = periodOn(timeline, addDays(day, -1));
  return ['STANDING_CHANGE', certificate, letter, biddingDocument, to].filter((each) => each !== null).join(':');
}

const fallen: readonly Standing[] = ['PENDING', 'CERTIFICATION_LOST', 'EXPIRED', 'REVOKED'];
