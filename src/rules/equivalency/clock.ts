import { addDays, type Day, daysBetween } from '../calendar.ts';
import { type Because, because, found, notFound, type Reason } from '../decision.ts';
import { equivalencyReviewDays, valueOn } from '../parameters.ts';
import { clauseOfKind, completeOn } from './documents.ts';
import type { RequestFacts, WaitFact } from './facts.ts';

/** The state of the time for the review; ENDED if the request was decided or withdrawn without a report. */
export type ClockState = 'NOT_STARTED' | 'RUNNING' | 'STOPPED' | 'REVIEWED' | 'ENDED';

/** The 30 days of the review on a day. */
export interface ReviewClock {
  readonly state: ClockState;
  /** The day on which the submission was complete. */
  readonly startedOn: Day | null;
  /** The day by which the review was due before any wait. */
  readonly originalDueOn: Day | null;
  /** The day by which it is due now; while the clock is stopped, the day it would be if the documents came on the day asked about. */
  readonly dueOn: Day | null;
  /** The days on which the clock was stopped, `[from, to)`, whether they moved the due day or came too late; the last is open while IHSA is waiting. */
  readonly waits: readonly WaitFact[];
  /** Whether the review was reported after its due day, or is overdue. */
  readonly isLate: boolean;
  /** true for reciprocity, where the days are our target because no source states them. */
  readonly isTarget: boolean;
  readonly reasons: readonly Reason[];
}

/** the review is due 30 days after a complete submission, and as many days later as IHSA waited for documents it asked for. */
export function reviewClock(facts: RequestFacts, on: Day): ReviewClock {
  const isTarget = facts.kind === 'OUT_OF_PROVINCE';
  const startedOn = completeOn(facts, on);
  if (startedOn === null) return { ...notStarted, isTarget, reasons: reasonsOf(facts, notFound, because('review-not-started')) };
  const end = endOf(facts, on);
  const originalDueOn = addDays(startedOn, valueOn(equivalencyReviewDays, startedOn));
  const waits = waitsOn(facts, end ?? on).flatMap((wait) => within(wait, startedOn, end));
  const dueOn = extend(originalDueOn, waits, end ?? on);
  const isLate = (end ?? on) > dueOn;
  const state = stateOf(facts, end, on, waits);
  const days = { startedOn, originalDueOn, dueOn };
  return { state, ...days, waits, isLate, isTarget, reasons: clockReasons(facts, state, isLate, days, end ?? on, waits) };
}

const notStarted = { state: 'NOT_STARTED', startedOn: null, originalDueOn: null, dueOn: null, waits: [], isLate: false } as const;

/** the clock ends with the report on the review; a decision or a withdrawal without one ends it too. */
function endOf({ reviewedOn, decision, withdrawnOn }: RequestFacts, on: Day): Day | null {
  const ends = [reviewedOn, decision?.on ?? null, withdrawnOn].filter((day) => day !== null && day <= on);
  return ends.filter((day) => day !== null).toSorted()[0] ?? null;
}

/** The waits known on a day, in order; those that meet or overlap are merged, and one that ended on the day it began does not count. */
export function waitsOn({ waits }: RequestFacts, on: Day): readonly WaitFact[] {
  const known = waits
    .filter(({ from, to }) => from <= on && (to === null || to > from))
    .map(({ from, to }) => ({ from, to: to !== null && to <= on ? to : null }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return known.reduce<readonly WaitFact[]>(merge, []);
}

function merge(merged: readonly WaitFact[], wait: WaitFact): readonly WaitFact[] {
  const last = merged.at(-1);
  if (!last || (last.to !== null && last.to < wait.from)) return [...merged, wait];
  const to = last.to === null || wait.to === null ? null : last.to > wait.to ? last.to : wait.to;
  return [...merged.slice(0, -1), { from: last.from, to }];
}

/** The part of a wait during which the clock could run: from its start to its end. */
function within({ from, to }: WaitFact, start: Day, end: Day | null): readonly WaitFact[] {
  const first = from > start ? from : start;
  const last = to !== null && (end === null || to < end) ? to : end;
  return last !== null && last <= first ? [] : [{ from: first, to: last }];
}

/** each wait that begins by the due day moves it; one that begins later stops the clock, and comes too late to move the day. */
function extend(originalDueOn: Day, waits: readonly WaitFact[], on: Day): Day {
  let dueOn = originalDueOn;
  for (const wait of waits) {
    if (wait.from > dueOn) break;
    dueOn = addDays(dueOn, daysBetween(wait.from, wait.to ?? on));
  }
  return dueOn;
}

function stateOf({ reviewedOn }: RequestFacts, end: Day | null, on: Day, waits: readonly WaitFact[]): ClockState {
  if (end !== null) return reviewedOn !== null && reviewedOn <= on ? 'REVIEWED' : 'ENDED';
  return waits.at(-1)?.to === null ? 'STOPPED' : 'RUNNING';
}

type ClockDays = Readonly<Record<'startedOn' | 'originalDueOn' | 'dueOn', Day>>;

function clockReasons(
  facts: RequestFacts,
  state: ClockState,
  isLate: boolean,
  { startedOn, originalDueOn, dueOn }: ClockDays,
  by: Day,
  waits: readonly WaitFact[],
): readonly Reason[] {
  const side = isLate ? notFound : found;
  const values = { startedOn, originalDueOn, dueOn };
  if (state === 'STOPPED') {
    const from = waits.at(-1)?.from ?? startedOn;
    const late = because('review-stopped-late', { startedOn, dueOn, from });
    return reasonsOf(facts, side, isLate ? late : because('review-stopped', { ...values, from, on: by }));
  }
  const say = dueOn === originalDueOn ? asAtFirst : moved;
  if (state === 'REVIEWED') return reasonsOf(facts, side, because(isLate ? say.reportedLate : say.reported, { ...values, reviewedOn: by }));
  if (state === 'ENDED') return reasonsOf(facts, side, because(say.ended, { ...values, endedOn: by }));
  return reasonsOf(facts, side, because(isLate ? say.overdue : say.due, values));
}

/** The reason if waits have moved the due day: it names both days. */
const moved = {
  due: 'review-due',
  overdue: 'review-overdue',
  reported: 'review-reported',
  reportedLate: 'review-reported-late',
  ended: 'review-ended',
} as const;

/** The reason if the due day is still the first one. */
const asAtFirst = {
  due: 'review-due-as-at-first',
  overdue: 'review-overdue-as-at-first',
  reported: 'review-reported-as-at-first',
  reportedLate: 'review-reported-late-as-at-first',
  ended: 'review-ended-as-at-first',
} as const;

/** The clause of the kind with R-19; for reciprocity, where no source states a time, R-19 alone says that it is our target. */
const reasonsOf = ({ kind }: RequestFacts, side: typeof found, why: Because): readonly Reason[] =>
  kind === 'OUT_OF_PROVINCE'
    ? [side('R-19', why), found('R-19', because('review-target'))]
    : [side(clauseOfKind[kind], why), side('R-19', why)];
