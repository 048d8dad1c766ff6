import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { type ShownFacts, type ShownRun, type ShownStanding, showTimeline } from '../rules/standing/disclosure.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import type { LoadedAccount } from './account.loader.ts';
import type { AccountSource } from './account.type.ts';
import { periodOf, type StoredFacts, type StoredPeriod, shownDocuments, shownFacts, shownReasons } from './shown-period.ts';
import type { PeriodBounds, StandingPeriodSource } from './standing-period.type.ts';
import { timelineByAccount } from './timeline.loader.ts';

/** An account with the period of today where its query read it. */
type Account = AccountSource & Partial<Pick<LoadedAccount, 'today'>>;

/** The standing of an account on a day, as visible to the caller: at once for today, where the account came with it. */
export function standingOn(context: Context, account: Account, on: Day): StandingPeriodSource | Promise<StandingPeriodSource> {
  const { today } = account;
  const run = async () => runOn(await timelineOf(context, account), on);
  if (on !== context.today || !today) return run();
  const viewer = viewerOf(context, account);
  const bounds = async () => (await run()).bounds();
  return periodSource(shownFacts(viewer, today), today, { consulted: () => shownReasons(viewer, today), bounds });
}

/** The standing of an account for all time, as visible to the caller. */
export async function timelineOf(context: Context, account: Account): Promise<Run[]> {
  const stored = await context.loader(timelineByAccount).load(account.accountId);
  const byFirstDay = new Map(stored.map((each) => [each.validFrom, each]));
  const runs = showTimeline(viewerOf(context, account), stored.map(periodOf));
  return runs.flatMap((run) => runSource(run, byFirstDay.get(run.from)) ?? []);
}

/** Consecutive days that look the same, with their bounds. */
interface Run extends StandingPeriodSource {
  readonly bounds: () => PeriodBounds;
}

// Periods that look the same name the same documents, so the first stands for all.
function runSource(run: ShownRun, first: StoredPeriod | undefined): Run | null {
  const bounds = () => run;
  return first ? { ...periodSource(run, first, { consulted: () => run.reasons, bounds }), bounds } : null;
}

function runOn(runs: readonly Run[], on: Day): Run {
  const run = runs.findLast(({ bounds }) => bounds().from <= on);
  if (!run) throw new Error('Every account has a timeline, and every timeline begins before any day.');
  return run;
}

function periodSource(
  shown: ShownFacts,
  stored: StoredFacts,
  later: Pick<StandingPeriodSource, 'consulted' | 'bounds'>,
): StandingPeriodSource {
  const { certificate, letterOfGoodStanding, biddingDocument } = shownDocuments(shown, stored);
  return {
    standing: shown.standing,
    consideredCertified: countsAsCertified(shown.standing),
    standard: shown.standard,
    basis: shown.basis,
    certificate,
    letterOfGoodStanding,
    biddingDocument,
    since: shown.since === BEGINNING ? null : shown.since,
    holdsUntil: shown.holdsUntil,
    then: shown.then,
    consulted: later.consulted,
    bounds: later.bounds,
  };
}

const countsAsCertified = (standing: ShownStanding): boolean => standing !== 'NO_CURRENT_CERTIFICATION' && isConsideredCertified(standing);
