import type { AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { stageOn } from '../rules/cycle/certification-cycle.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { obligationsOn } from '../rules/cycle/obligations.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { cycleFactsByAccount } from './cycle-facts.loader.ts';
import type { ObligationSource, ObligationState } from './obligation.type.ts';
import type { AccountStageSource } from './stage.type.ts';

/** The stage of an account in the certification process on a day; null to callers who may not see the whole file (G-8.a). */
export async function stageOf(context: Context, account: AccountSource, on: Day): Promise<AccountStageSource | null> {
  const facts = await factsOf(context, account);
  if (facts === null) return null;
  const decision = stageOn(facts, on);
  return { stage: decision.outcome, on, decision };
}

/** The obligations of and towards an account on a day, in the states asked for; null to callers who may not see the whole file. */
export async function obligationsOf(
  context: Context,
  account: AccountSource,
  on: Day,
  states: readonly ObligationState[] | null,
): Promise<readonly ObligationSource[] | null> {
  const facts = await factsOf(context, account);
  if (facts === null) return null;
  return obligationsOn(facts, on).filter(({ state }) => states?.includes(state) ?? true);
}

async function factsOf(context: Context, account: AccountSource): Promise<CycleFacts | null> {
  return seesWholeFile(viewerOf(context, account)) ? context.loader(cycleFactsByAccount).load(account.accountId) : null;
}
