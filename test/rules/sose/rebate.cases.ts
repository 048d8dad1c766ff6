import type { Day } from '../../../src/rules/calendar.ts';
import type { Eligibility } from '../../../src/rules/sose/criterion.ts';
import { type RebateCriterionKind, type RebateFacts, rebateEligibility } from '../../../src/rules/sose/rebate.ts';
import { casesOf } from '../case-file.ts';

/** One case of rebate.cases.yaml, as written. */
export interface RebateCase {
  readonly case: string;
  readonly facts: Partial<RebateFacts>;
  readonly on: Day;
  readonly outcome: Eligibility;
  readonly met?: readonly RebateCriterionKind[];
  readonly notMet?: readonly RebateCriterionKind[];
  readonly notKnown?: readonly RebateCriterionKind[];
  readonly because?: Readonly<Record<string, string>>;
  readonly says?: Readonly<Record<string, string>>;
  readonly broughtBy?: Readonly<Record<string, string>>;
}

export const rebateCases = casesOf<RebateCase>('sose/rebate.cases.yaml');

/** What the rule says about a case. Default for each statement: not made. */
export const assessRebateCase = ({ facts, on }: RebateCase) => rebateEligibility({ ...nothingStated, ...facts }, on);

const nothingStated: RebateFacts = {
  recognition: null,
  schedule1: null,
  activeAccount: null,
  balancesPaid: null,
  charges: null,
  fatalities: null,
};
