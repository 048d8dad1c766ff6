import type { AccountSource } from '../accounts/account.type.ts';
import { type StoredPeriod, shownPeriod } from '../accounts/shown-period.ts';
import { timelineByAccount, timelineKnownThen } from '../accounts/timeline.loader.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import type { RecordedRecognition } from '../rules/sose/recognition.ts';
import { checkRequirement as check } from '../rules/tender/requirement.ts';
import type { ShownDocument } from './presented-documents.ts';
import { referenceOn, turningDays } from './recognitions.ts';
import { type Asking, type ContractDays, shownDay } from './shown-day.ts';

/** The first days of a contract on which an account is not certified, and on which the requirement is not met. */
export interface Risks {
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
}

/** What was found beside the standing of a bidder. */
export interface FoundBeside {
  readonly recognitions: readonly RecordedRecognition[];
  readonly document: ShownDocument | null;
}

export const noRisks: Risks = { firstDayAtRisk: null, firstDayNotMet: null };

/** Of a joint venture: the first day on which one of its partners is at risk, or does not meet the requirement. */
export const risksOfPartners = (partners: readonly Risks[]): Risks => ({
  firstDayAtRisk: firstOf(partners.map(({ firstDayAtRisk }) => firstDayAtRisk)),
  firstDayNotMet: firstOf(partners.map(({ firstDayNotMet }) => firstDayNotMet)),
});

const firstOf = (days: readonly (Day | null)[]): Day | null => days.filter((day) => day !== null).toSorted()[0] ?? null;

/** the risks of an account over the days of a contract, if nothing further is recorded. */
export async function risksOf(
  context: Context,
  { requirement, contract, knownAt }: Asking,
  account: AccountSource | null,
  { recognitions, document }: FoundBeside,
): Promise<Risks> {
  if (contract === null || account === null) return noRisks;
  const periods = (await timelineOf(context, account.accountId, knownAt)).filter((period) => isWithin(period, contract));
  const viewer = viewerOf(context, account);
  const turning = [...turningDays(recognitions), ...(document?.until ? [document.until] : [])];
  const days = daysWithin(contract, [...periods.map(({ validFrom }) => validFrom), ...turning]);
  const besideOn = (day: Day) => ({ recognition: referenceOn(recognitions, day), presented: documentOn(document, day) });
  const found = days.flatMap((day) => {
    const period = periods.findLast(({ validFrom }) => validFrom <= day);
    if (!period) return [];
    const shown = shownPeriod(viewer, period);
    const isMet = check(requirement, shownDay(context, shown, besideOn(day)), { on: day, today: context.today }).outcome === 'MET';
    return [{ day, isAtRisk: shown.standing !== 'CERTIFIED', isMet }];
  });
  return {
    firstDayAtRisk: found.find(({ isAtRisk }) => isAtRisk)?.day ?? null,
    firstDayNotMet: found.find(({ isMet }) => !isMet)?.day ?? null,
  };
}

/** the risks of a bidder whose account is not visible, by the document that it gave. */
export function risksOfDocument({ contract }: Asking, document: ShownDocument | null): Risks {
  if (contract === null || !document?.inEffect || document.route !== 'REGISTRATION') return noRisks;
  const isWithinContract = document.until !== null && document.until <= contract.to;
  return { firstDayAtRisk: contract.from, firstDayNotMet: isWithinContract ? document.until : null };
}

/** What a document is on a later day, as far as it is known. */
const documentOn = (document: ShownDocument | null, day: Day): ShownDocument | null =>
  document && { ...document, inEffect: document.inEffect && (document.until === null || day < document.until) };

const timelineOf = (context: Context, accountId: string, knownAt: Instant | null): Promise<readonly StoredPeriod[]> =>
  knownAt === null ? context.loader(timelineByAccount).load(accountId) : context.loader(timelineKnownThen).load({ accountId, knownAt });

const isWithin = ({ validFrom, validTo }: StoredPeriod, { from, to }: ContractDays): boolean =>
  validFrom <= to && (validTo === null || validTo > from);

/** The first day of the contract, and those of the given days that are in it, in order. */
const daysWithin = ({ from, to }: ContractDays, days: readonly Day[]): readonly Day[] => [
  ...new Set([from, ...days.filter((day) => day > from && day <= to)].toSorted()),
];
