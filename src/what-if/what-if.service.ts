import type { Context } from '../contract/context.ts';
import type { Day } from '../rules/calendar.ts';
import { stageOn } from '../rules/cycle/certification-cycle.ts';
import { type ShownRun, type ShownStanding, seesWholeFile, showTimeline } from '../rules/standing/disclosure.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { BEGINNING, standingTimeline } from '../rules/standing/timeline.ts';
import { type FileToSuppose, fileToSuppose } from './file-to-suppose.ts';
import { suppose } from './suppose.ts';
import { supposedFacts } from './supposed-facts.ts';
import type { WhatIfArgs } from './what-if.args.ts';
import type { OutlookSource, StandingDifference, WhatIf } from './what-if.type.ts';

/**
 * What the law would say about an account if further facts were recorded; it only writes to the log that audits were read (G-8.a, R-28).
 */
export async function whatIf(context: Context, args: WhatIfArgs): Promise<WhatIf> {
  const on = args.on ?? context.today;
  const file = await fileToSuppose(context, args.account, args.facts);
  const { facts, refusals } = suppose(file.facts, supposedFacts(args.facts, file), context.today);
  const supposed = { ...file, facts, sose: file.sose && { ...file.sose, account: facts } };
  const [before, after] = [timelineOf(file), timelineOf(supposed)];
  return {
    on,
    before: outlook(file, before, on),
    after: outlook(supposed, after, on),
    changes: differences(before, after),
    refusals: [...refusals],
  };
}

/** The standing for all time as visible to the caller. */
const timelineOf = ({ viewer, facts }: FileToSuppose): readonly ShownRun[] => showTimeline(viewer, standingTimeline(facts));

function outlook({ viewer, facts, sose }: FileToSuppose, timeline: readonly ShownRun[], on: Day): OutlookSource {
  const { standing, standard, basis, certificate, letter, biddingDocument, since, holdsUntil, then, reasons } = runOn(timeline, on);
  const isWhole = seesWholeFile(viewer);
  const decision = stageOn(facts, on);
  return {
    ...{ standing, standard, basis, holdsUntil, then, on, sose },
    consideredCertified: countsAsCertified(standing),
    certificateNumber: certificate,
    letterNumber: letter,
    biddingDocumentNumber: biddingDocument,
    since: since === BEGINNING ? null : since,
    stage: isWhole ? { stage: decision.outcome, on, decision } : null,
    consulted: reasons,
    facts: isWhole ? facts : null,
  };
}

const countsAsCertified = (standing: ShownStanding): boolean => standing !== 'NO_CURRENT_CERTIFICATION' && isConsideredCertified(standing);

/** The days on end on which two timelines differ in the standing, each with both. */
function differences(before: readonly ShownRun[], after: readonly ShownRun[]): StandingDifference[] {
  const days = [...new Set([...before, ...after].map(({ from }) => from))].sort();
  const found: StandingDifference[] = [];
  for (const day of days) {
    const [was, becomes] = [runOn(before, day).standing, runOn(after, day).standing];
    const last = found.at(-1);
    if (last && last.to === null && last.before === was && last.after === becomes) continue;
    if (last && last.to === null) last.to = day;
    if (was !== becomes) found.push({ from: day === BEGINNING ? null : day, to: null, before: was, after: becomes });
  }
  return found;
}

function runOn(timeline: readonly ShownRun[], on: Day): ShownRun {
  const run = timeline.findLast(({ from }) => from <= on);
  if (!run) throw new Error('Every timeline begins before any day.');
  return run;
}
