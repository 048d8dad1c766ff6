import type { Context } from '../contract/context.ts';
import { recordedAccount } from '../identifiers/bare-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { Criterion } from '../rules/sose/criterion.ts';
import { soseEligibility } from '../rules/sose/sose.ts';
import { referenceOf, suppliedFacts } from './applicant.facts.ts';
import { ApplicantFacts } from './applicant.input.ts';
import type { CriterionKind, CriterionSource } from './criterion.type.ts';
import { soseFactsByWsibAccount } from './recorded-sose.loader.ts';
import { nothingRecorded } from './sose.facts.ts';
import type { SoseAssessmentSource } from './sose-assessment.type.ts';

/** The subject of an eligibility question; `at` is the path of the facts in the request. */
export interface AskedEligibility {
  readonly wsibAccount: string;
  readonly applicationDay?: Day | null;
  readonly facts: ApplicantFacts | null;
  readonly at: string;
}

/** Whether an employer is eligible under SOSE, from the records visible to the caller and the facts given with the question. */
export async function soseEligibilityOf(context: Context, asked: AskedEligibility): Promise<SoseAssessmentSource> {
  const applicationDay = asked.applicationDay ?? context.today;
  const supplied = suppliedFacts(context.caller.scope, asked.at, asked.facts ?? new ApplicantFacts());
  const recorded = await context.loader(soseFactsByWsibAccount).load(asked.wsibAccount);
  const facts = recorded ?? nothingRecorded;
  const leadAuditors = [...facts.leadAuditors, ...supplied.facts.leadAuditors];
  const { criteria, on: _, ...assessment } = soseEligibility({ ...supplied.facts, ...facts, leadAuditors }, applicationDay);
  return {
    ...assessment,
    applicationDay,
    wsibAccount: recordedAccount(asked.wsibAccount),
    judgesRecord: recorded !== null,
    criteria: criteria.map(shownCriterion),
    brought: supplied.listed,
  };
}

/** The same for several employers, in the order asked. */
export const soseEligibilitiesOf = (context: Context, asked: readonly AskedEligibility[]): Promise<SoseAssessmentSource[]> =>
  Promise.all(asked.map((each) => soseEligibilityOf(context, each)));

/** A criterion as a client sees it: its evidence by references that a client can follow. */
export const shownCriterion = (criterion: Criterion<CriterionKind>): CriterionSource => ({
  ...criterion,
  evidence: criterion.evidence.map((each) => ({ kind: each.kind, reference: referenceOf(each), on: each.on, broughtBy: each.broughtBy })),
});
