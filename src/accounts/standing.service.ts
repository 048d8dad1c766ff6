import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { type ShownPeriod, type ShownRun, type ShownStanding, showTimeline } from '../rules/standing/disclosure.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import type { LoadedAccount } from './account.loader.ts';
import type { AccountSource } from './account.type.ts';
import { periodOf, type StoredPeriod, shownDocuments, shownPeriod } from './shown-period.ts';
import type { PeriodBounds, StandingPeriodSource } from './standing-period.type.ts';
import { timelineByAccount } from './timeline.loader.ts';

/** An account with the period of today where its query read it. */
type Account = AccountSource & Partial<Pick<LoadedAccount, 'today'>>;

/** The standing of an account on a day, as visible to the caller. */
export async function standingOn(context: Context, account: Account, on: Day): Promise<StandingPeriodSource> {
  if (on !== context.today || !account.today) return runOn(await timelineOf(context, account), on);
  const bounds = async () => runOn(await timelineOf(context, account), on).bounds();
  return periodSource(shownPeriod(viewerOf(context, account), account.today), account.today, bounds);
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
const runSource = (run: ShownRun, first: StoredPeriod | undefined): Run | null =>
  first ? { ...periodSource(run, first, () => run), bounds: () => run } : null;

function runOn(runs: readonly Run[], on: Day): Run {
  const run = runs.findLast(({ bounds }) => bounds().from <= on);
  if (!run) throw new Error('Every account has a timeline, and every timeline begins before any day.');
  return run;
}

const periodSource = (shown: ShownPeriod, stored: StoredPeriod, bounds: StandingPeriodSource['bounds']): StandingPeriodSource => ({
  standing: shown.standing,
  consideredCertified: countsAsCertified(shown.standing),
  standard: shown.standard,
  basis: shown.basis,
  ...shownDocuments(shown, stored),
  since: shown.since === BEGINNING ? null : shown.since,
  holdsUntil: shown.holdsUntil,
  then: shown.then,
  consulted: shown.reasons,
  bounds,
});

const countsAsCertified = (standing: ShownStanding): boolean => standing !== 'NO_CURRENT_CERTIFICATION' && isConsideredCertified(standing);
