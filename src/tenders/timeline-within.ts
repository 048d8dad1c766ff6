import type { StoredPeriod } from '../accounts/shown-period.ts';
import { timelineByAccount, timelineKnownThen } from '../accounts/timeline.loader.ts';
import type { Context } from '../contract/context.ts';
import type { Asking, ContractDays } from './shown-day.ts';

/** The stored periods of an account over the days of the contract, or on the day asked about; whole and unmasked. */
export async function timelineWithin(
  context: Context,
  { on, knownAt, contract }: Asking,
  accountId: string,
): Promise<readonly StoredPeriod[]> {
  const timeline = await (knownAt === null
    ? context.loader(timelineByAccount).load(accountId)
    : context.loader(timelineKnownThen).load({ accountId, knownAt }));
  const days = contract ?? { from: on, to: on };
  return timeline.filter((period) => isWithin(period, days));
}

const isWithin = ({ validFrom, validTo }: StoredPeriod, { from, to }: ContractDays): boolean =>
  validFrom <= to && (validTo === null || validTo > from);
