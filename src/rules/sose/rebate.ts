import { addMonths, type Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import { olderRebateLookBackMonths, rebateLookBackMonths, valueOn } from '../parameters.ts';
import { statedFound } from './criteria.ts';
import {
  type Criterion,
  criterionOf,
  type Eligibility,
  type Found,
  met,
  notKnown,
  notMet,
  overall,
  type Stated,
  statement,
} from './criterion.ts';

/** The WSIB's criteria for the rebate, beyond those of SOSE. */
export type RebateCriterionKind = 'CPO_RECOGNITION' | 'SCHEDULE_1' | 'ACTIVE_ACCOUNT' | 'BALANCES_PAID' | 'NO_CHARGES' | 'NO_FATALITY';

export type RebateCriterion = Criterion<RebateCriterionKind>;

/** Recognition of the employer by the Chief Prevention Officer, from its first day to the day of a revocation, which no longer counts. */
export interface RecognitionFact {
  readonly from: Day;
  readonly to: Day | null;
}

/** What is known about an employer for the rebate. Statements that were not made are null. */
export interface RebateFacts {
  readonly recognition: Stated<RecognitionFact> | null;
  readonly schedule1: Stated<boolean> | null;
  readonly activeAccount: Stated<boolean> | null;
  readonly balancesPaid: Stated<boolean> | null;
  /** Days of charges under the WSIA or the Criminal Code; [] says that there is none. */
  readonly charges: Stated<readonly Day[]> | null;
  /** Days of work-related fatalities; [] says that there is none. */
  readonly fatalities: Stated<readonly Day[]> | null;
}

/** Whether the WSIB's criteria for its rebate are met on a day, one by one. */
export interface RebateAssessment {
  readonly outcome: Eligibility;
  readonly on: Day;
  readonly criteria: readonly RebateCriterion[];
}

/** a separate assessment; SOSE does not depend on it. */
export function rebateEligibility(facts: RebateFacts, on: Day): RebateAssessment {
  const criteria = [
    asked('CPO_RECOGNITION', because('rebate-need-recognition'), recognitionFound(facts, on)),
    asked('SCHEDULE_1', because('rebate-need-schedule-1'), scheduleFound(facts)),
    asked('ACTIVE_ACCOUNT', because('rebate-need-active-account'), activeFound(facts)),
    asked('BALANCES_PAID', because('rebate-need-balances-paid'), balancesFound(facts)),
    asked('NO_CHARGES', because('rebate-need-no-charges'), chargesFound(facts, on)),
    asked('NO_FATALITY', because('rebate-need-no-fatality'), fatalityFound(facts, on)),
  ];
  return { outcome: overall(criteria), on, criteria };
}

const asked = (criterion: RebateCriterionKind, missing: Because, found: Found): RebateCriterion =>
  criterionOf({ criterion, clauses: ['X-2'], heldBy: [criterion === 'CPO_RECOGNITION' ? 'MINISTRY' : 'WSIB'], missing }, found);

function recognitionFound({ recognition }: RebateFacts, on: Day): Found {
  if (!recognition) return notKnown(because('rebate-recognition-unknown'));
  const { from, to } = recognition.value;
  const evidence = { kind: 'RECOGNITION', key: 'recognition', on: from, broughtBy: recognition.broughtBy } as const;
  if (on < from) return notMet(because('rebate-recognized-later', { from }));
  if (to !== null && on >= to) return notMet(because('rebate-recognition-ended', { from, endedOn: to }), evidence);
  return met(because('rebate-recognized', { from }), evidence);
}

const scheduleFound = ({ schedule1 }: RebateFacts): Found =>
  statedFound(schedule1, 'schedule1', {
    yes: because('rebate-schedule-1'),
    no: because('rebate-other-schedule'),
    unknown: because('rebate-schedule-unknown'),
  });

const activeFound = ({ activeAccount }: RebateFacts): Found =>
  statedFound(activeAccount, 'activeAccount', {
    yes: because('rebate-active-account'),
    no: because('rebate-no-active-account'),
    unknown: because('rebate-active-account-unknown'),
  });

const balancesFound = ({ balancesPaid }: RebateFacts): Found =>
  statedFound(balancesPaid, 'balancesPaid', {
    yes: because('rebate-balances-paid'),
    no: because('rebate-balances-owed'),
    unknown: because('rebate-balances-unknown'),
  });

/** the look-back is 12 months on an older page and 24 on the current one; between the two, WSIB decides. */
function chargesFound({ charges }: RebateFacts, on: Day): Found {
  if (!charges) return notKnown(because('rebate-charges-unknown'));
  const chargedOn = lastBy(charges.value, on);
  const said = statement('charges', charges, chargedOn ?? null);
  if (chargedOn === undefined) return met(because('rebate-no-charges'), said);
  const lastDay = addMonths(chargedOn, valueOn(rebateLookBackMonths, on));
  const olderLastDay = addMonths(chargedOn, valueOn(olderRebateLookBackMonths, on));
  if (on > lastDay) return met(because('rebate-charges-of-before', { chargedOn, lastDay }), said);
  if (on <= olderLastDay) return notMet(because('rebate-charged', { chargedOn, olderLastDay, lastDay }), said);
  return notKnown(because('rebate-look-backs-differ', { chargedOn, olderLastDay, lastDay }), said);
}

/** from the recognition on; an earlier fatality does not count. */
function fatalityFound({ fatalities, recognition }: RebateFacts, on: Day): Found {
  if (!fatalities) return notKnown(because('rebate-fatalities-unknown'));
  const happenedOn = lastBy(fatalities.value, on);
  const said = statement('fatalities', fatalities, happenedOn ?? null);
  if (happenedOn === undefined) return met(because('rebate-no-fatality'), said);
  if (!recognition) return notKnown(because('rebate-fatality-before-or-after', { happenedOn }), said);
  const { from } = recognition.value;
  if (happenedOn < from) return met(because('rebate-fatality-of-before', { happenedOn, from }), said);
  return notMet(because('rebate-fatality', { happenedOn, from }), said);
}

/** The last of some days that has come by a day. */
const lastBy = (days: readonly Day[], on: Day): Day | undefined =>
  days
    .filter((day) => day <= on)
    .sort()
    .at(-1);
