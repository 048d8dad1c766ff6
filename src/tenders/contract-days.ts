import type { AccountSource } from '../accounts/account.type.ts';
import { shownPeriod } from '../accounts/shown-period.ts';
import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import type { RecordedRecognition } from '../rules/sose/recognition.ts';
import { noCurrentCertification } from '../rules/standing/disclosure.ts';
import { checkRequirement as check } from '../rules/tender/requirement.ts';
import { type DatedCertificate, otherCertificateOn } from './other-certificates.ts';
import type { ShownDocument } from './presented-documents.ts';
import { referenceOn, turningDays } from './recognitions.ts';
import { type DatedRegistration, registrationOn } from './registrations.ts';
import { type Asking, type Beside, type ContractDays, shownDay } from './shown-day.ts';
import { timelineWithin } from './timeline-within.ts';

/** The first days of a contract on which an account is at risk, not certified or the requirement not met, and on which it is not met. */
export interface Risks {
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
}

/** What was found beside the standing of a bidder. */
export interface FoundBeside {
  readonly recognitions: readonly RecordedRecognition[];
  readonly document: ShownDocument | null;
  /** Certificates in effect beside the one shown. */
  readonly certificates: readonly DatedCertificate[];
  /** Null if they are not known here. */
  readonly registrations: readonly DatedRegistration[] | null;
}

export const noRisks: Risks = { firstDayAtRisk: null, firstDayNotMet: null };

/** Of a joint venture: the first day on which one of its partners is at risk, or does not meet the requirement. */
export const risksOfPartners = (partners: readonly Risks[]): Risks => ({
  firstDayAtRisk: firstOf(partners.map(({ firstDayAtRisk }) => firstDayAtRisk)),
  firstDayNotMet: firstOf(partners.map(({ firstDayNotMet }) => firstDayNotMet)),
});

const firstOf = (days: readonly (Day | null)[]): Day | null => days.filter((day) => day !== null).toSorted()[0] ?? null;

/** the risks of an account over the days of a contract, if nothing further is recorded. */
export async function risksOf(context: Context, asking: Asking, account: AccountSource | null, beside: FoundBeside): Promise<Risks> {
  const { requirement, contract } = asking;
  if (contract === null || account === null) return noRisks;
  const periods = await timelineWithin(context, asking, account.accountId);
  const viewer = viewerOf(context, account);
  const days = daysWithin(contract, [...periods.map(({ validFrom }) => validFrom), ...turningOf(beside)]);
  const found = days.flatMap((day) => {
    const period = periods.findLast(({ validFrom }) => validFrom <= day);
    if (!period) return [];
    const shown = shownPeriod(viewer, period);
    const isMet = check(requirement, shownDay(context, shown, besideOn(beside, day)), { on: day, today: context.today }).outcome === 'MET';
    return [{ day, isAtRisk: shown.standing !== 'CERTIFIED' || !isMet, isMet }];
  });
  return {
    firstDayAtRisk: found.find(({ isAtRisk }) => isAtRisk)?.day ?? null,
    firstDayNotMet: found.find(({ isMet }) => !isMet)?.day ?? null,
  };
}

/**
 * the risks of a bidder whose account is not visible: nothing shows that it is certified, and what was found beside it meets the requirement until it
 * ends. Of a bidder of whom the first day says nothing, no other does.
 */
export function risksOfNumber(context: Context, { requirement, contract }: Asking, beside: FoundBeside): Risks {
  if (contract === null) return noRisks;
  const outcomes = daysWithin(contract, turningOf(beside)).map((day) => {
    const shown = shownDay(context, noCurrentCertification, besideOn(beside, day));
    return { day, outcome: check(requirement, shown, { on: day, today: context.today }).outcome };
  });
  if (outcomes[0]?.outcome === 'CANNOT_SAY') return noRisks;
  return { firstDayAtRisk: contract.from, firstDayNotMet: outcomes.find(({ outcome }) => outcome !== 'MET')?.day ?? null };
}

/** The days on which something beside the standing begins or ends. */
const turningOf = ({ recognitions, document, registrations }: FoundBeside): readonly Day[] => [
  ...turningDays(recognitions),
  ...[document?.until, ...(registrations ?? []).flatMap(({ from, to }) => [from, to])].filter((day) => typeof day === 'string'),
];

/** What was found beside the standing, as it is on a day. */
export const besideOn = ({ recognitions, document, certificates, registrations }: FoundBeside, day: Day): Beside => ({
  recognition: referenceOn(recognitions, day),
  presented: documentOn(document, day),
  otherCertificate: otherCertificateOn(certificates, day),
  registration: registrationOn(registrations, day),
  areRegistrationsKnown: registrations !== null,
});

/** What a document is on a later day, as far as it is known. */
const documentOn = (document: ShownDocument | null, day: Day): ShownDocument | null =>
  document && { ...document, inEffect: document.inEffect && (document.until === null || day < document.until) };

/** The first day of the contract, and those of the given days that are in it, in order. */
const daysWithin = ({ from, to }: ContractDays, days: readonly Day[]): readonly Day[] => [
  ...new Set([from, ...days.filter((day) => day > from && day <= to)].toSorted()),
];
