import type { Day } from '../calendar.ts';
import type { Reason } from '../decision.ts';
import type { AccountFacts } from '../facts.ts';
import { readHistory } from './history.ts';
import { type ShownDocuments, type Standing, type StandingDecision, standingOn } from './standing.ts';
import { turningDays } from './turning-days.ts';

export { BEGINNING } from './turning-days.ts';

/** A maximal run of days `[from, to)` with equal standing, documents and reasons; `to` is null for good. */
export interface Period extends ShownDocuments {
  readonly from: Day;
  readonly to: Day | null;
  readonly standing: Standing;
  /** First day of the run of equal standing around this period. */
  readonly since: Day;
  /** First day of the next different standing, if nothing further is recorded; null when it never changes. */
  readonly holdsUntil: Day | null;
  /** The standing from `holdsUntil` on. */
  readonly then: Standing | null;
  /** Every clause consulted, with what was found; each names days and clauses, so it is true on every day of the period. */
  readonly reasons: readonly Reason[];
}

/**
 * The standing of an account for all time, from its facts alone: periods in order, without gap or overlap, the first from BEGINNING, the last without
 * end. The future is included on the assumption that nothing further is recorded.
 */
export function standingTimeline(facts: AccountFacts): readonly Period[] {
  const history = readHistory(facts);
  const decisions: StandingDecision[] = [];
  for (const day of turningDays(facts, history)) {
    const decision = standingOn(history, day);
    const last = decisions.at(-1);
    if (!last || !isSame(last, decision)) decisions.push(decision);
  }
  return withRuns(decisions);
}

function isSame(a: StandingDecision, b: StandingDecision): boolean {
  return (
    a.outcome === b.outcome &&
    a.basis === b.basis &&
    a.standard === b.standard &&
    a.certificate === b.certificate &&
    a.letter === b.letter &&
    a.biddingDocument === b.biddingDocument &&
    a.biddingLastDay === b.biddingLastDay &&
    a.reasons.length === b.reasons.length &&
    a.reasons.every((reason, index) => isSameReason(reason, b.reasons[index]))
  );
}

function isSameReason(a: Reason, b: Reason | undefined): boolean {
  if (!b || a.clause !== b.clause || a.holds !== b.holds || a.decides !== b.decides || a.because.id !== b.because.id) return false;
  for (const name in a.because.values) if (a.because.values[name] !== b.because.values[name]) return false;
  return true;
}

/** Gives each decision its end and the run of equal standing it belongs to. */
function withRuns(decisions: readonly StandingDecision[]): readonly Period[] {
  return decisions.map((decision, index) => {
    const differs = ({ outcome }: StandingDecision) => outcome !== decision.outcome;
    const runStart = decisions.findLastIndex((earlier, at) => at < index && differs(earlier)) + 1;
    const next = decisions.find((later, at) => at > index && differs(later));
    return periodOf(decision, decisions[index + 1], decisions[runStart], next);
  });
}

/** Field by field: an object rest here took a third of the time of a whole timeline. */
const periodOf = (
  decision: StandingDecision,
  following: StandingDecision | undefined,
  firstOfRun: StandingDecision | undefined,
  next: StandingDecision | undefined,
): Period => ({
  from: decision.on,
  to: following?.on ?? null,
  standing: decision.outcome,
  since: firstOfRun?.on ?? decision.on,
  holdsUntil: next?.on ?? null,
  then: next?.outcome ?? null,
  basis: decision.basis,
  standard: decision.standard,
  certificate: decision.certificate,
  letter: decision.letter,
  biddingDocument: decision.biddingDocument,
  biddingLastDay: decision.biddingLastDay,
  reasons: decision.reasons,
});

/** The period that holds on a day. */
export function periodOn(timeline: readonly Period[], on: Day): Period {
  const period = timeline.findLast(({ from }) => from <= on);
  if (!period) throw new RangeError('no day lies before the beginning of a timeline');
  return period;
}
