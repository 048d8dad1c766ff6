import { accountById } from '../accounts/account.loader.ts';
import { cycleFactsByAccount } from '../cycle/cycle-facts.loader.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { Context } from '../graphql/context.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Day } from '../rules/calendar.ts';
import { stageOn } from '../rules/certification-cycle.ts';
import type { CycleFacts } from '../rules/cycle-facts.ts';
import { seesWholeFile } from '../rules/disclosure.ts';
import { isConsideredCertified } from '../rules/standing.ts';
import { BEGINNING, type Period, periodOn, standingTimeline } from '../rules/timeline.ts';
import { suppose } from './suppose.ts';
import { supposedFacts } from './supposed-facts.ts';
import type { WhatIfArgs } from './what-if.args.ts';
import type { OutlookSource, StandingDifference, WhatIf } from './what-if.type.ts';

/**
 * What the law would say of an account if further facts were recorded; it writes nothing but that audits were read (G-8.a). For who sees the
 * whole file; NOT_FOUND for an organization that asks about an account that is not its own, on record or not.
 */
export async function whatIf(context: Context, args: WhatIfArgs): Promise<WhatIf> {
  const on = args.on ?? context.today;
  const { facts, hasWsibAccount } = await fileOf(context, args.account);
  const supposition = suppose(facts, supposedFacts(args.facts, { facts, hasWsibAccount }), context.today);
  const [before, after] = [standingTimeline(facts), standingTimeline(supposition.facts)];
  return {
    on,
    before: outlook(facts, before, on),
    after: outlook(supposition.facts, after, on),
    changes: differences(before, after),
    refusals: [...supposition.refusals],
  };
}

async function fileOf(context: Context, id: string): Promise<{ facts: CycleFacts; hasWsibAccount: boolean }> {
  if (!['organization', 'staff', 'admin'].includes(context.caller.scope)) throw faults.FORBIDDEN('asking what would be of an account');
  const account = await context.loader(accountById).load(recordId('account', id, 'Account'));
  if (!account || !seesWholeFile(viewerOf(context, account))) throw faults.NOT_FOUND('account');
  const facts = await context.loader(cycleFactsByAccount).load(account.accountId);
  if (!facts) throw new Error('The facts of an account were not read.');
  return { facts, hasWsibAccount: account.wsibAccount !== null };
}

function outlook(facts: CycleFacts, timeline: readonly Period[], on: Day): OutlookSource {
  const { standing, standard, basis, certificate, letter, biddingDocument, since, holdsUntil, then, reasons } = periodOn(timeline, on);
  const decision = stageOn(facts, on);
  return {
    ...{ standing, standard, basis, holdsUntil, then, facts, on },
    consideredCertified: isConsideredCertified(standing),
    certificateNumber: certificate,
    letterNumber: letter,
    biddingDocumentNumber: biddingDocument,
    since: unlessBeginning(since),
    stage: { stage: decision.outcome, on, decision },
    consulted: reasons,
  };
}

/** The days on end on which two timelines differ in the standing, each with both. */
function differences(before: readonly Period[], after: readonly Period[]): StandingDifference[] {
  const days = [...new Set([...before, ...after].map(({ from }) => from))].sort();
  const found: StandingDifference[] = [];
  for (const day of days) {
    const [was, becomes] = [periodOn(before, day).standing, periodOn(after, day).standing];
    const last = found.at(-1);
    if (last && last.to === null && last.before === was && last.after === becomes) continue;
    if (last && last.to === null) last.to = day;
    if (was !== becomes) found.push({ from: unlessBeginning(day), to: null, before: was, after: becomes });
  }
  return found;
}

const unlessBeginning = (day: Day): Day | null => (day === BEGINNING ? null : day);
