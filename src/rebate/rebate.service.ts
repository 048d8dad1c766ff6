import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import { recordedAccount } from '../identifiers/bare-number.ts';
import { recognitionsByWsibAccount } from '../recognition/sose-recognition.loader.ts';
import type { SoseRecognitionSource } from '../recognition/sose-recognition.type.ts';
import { addDays, type Day } from '../rules/calendar.ts';
import { because } from '../rules/decision.ts';
import { olderRebateLookBackMonths, rebateLookBackMonths, valueOn } from '../rules/parameters.ts';
import type { Holder, Stated } from '../rules/sose/criterion.ts';
import { type RebateCriterion, type RebateFacts as RebateFactsOfLaw, rebateEligibility } from '../rules/sose/rebate.ts';
import { endOfRecognition, isRecognizedOn } from '../rules/sose/recognition.ts';
import { bringer } from '../sose/applicant.facts.ts';
import type { AssessmentNoteSource, CriterionSource } from '../sose/criterion.type.ts';
import { shownCriterion } from '../sose/sose-eligibility.service.ts';
import { type RebateEligibilityArgs, RebateFacts } from './rebate.args.ts';
import type { RebateAssessmentSource } from './rebate.type.ts';

/** whether an employer meets the WSIB's criteria for its rebate, based on what the caller states and on the recognition on record. */
export async function rebateEligibilityOf(context: Context, args: RebateEligibilityArgs): Promise<RebateAssessmentSource> {
  const { scope } = context.caller;
  if (!['wsib', 'organization', 'staff', 'admin'].includes(scope)) throw faults.FORBIDDEN('asking about the rebate');
  const on = args.on ?? context.today;
  const by = bringer(scope, null);
  const brought = factsOf(args.facts ?? new RebateFacts(), by);
  const recorded = recognitionFor(await context.loader(recognitionsByWsibAccount).load(args.wsibAccount), on);
  const recognition = recorded ? stated(recorded) : brought.recognition;
  const { outcome, criteria } = rebateEligibility({ ...brought, recognition }, on);
  const fields = Object.entries({ ...brought, recognition: recorded ? null : brought.recognition }).filter(([, fact]) => fact !== null);
  return {
    ...{ wsibAccount: recordedAccount(args.wsibAccount), outcome, on, notes: [lookBacks(on)] },
    criteria: criteria.map((criterion) => shown(criterion, recorded)),
    brought: fields.map(([field]) => ({ field, by })),
  };
}

function factsOf({ recognition, schedule1, activeAccount, balancesPaid, charges, fatalities }: RebateFacts, by: Holder): RebateFactsOfLaw {
  const of = <Value>(value: Value | null | undefined): Stated<Value> | null => (value == null ? null : { value, broughtBy: by });
  if (recognition?.to && recognition.to < recognition.from) {
    throw faults.BAD_USER_INPUT('facts.recognition.to', 'facts.recognition.to must not be before the first day.');
  }
  return {
    recognition: of(recognition && { from: recognition.from, to: recognition.to ? addDays(recognition.to, 1) : null }),
    schedule1: of(schedule1),
    activeAccount: of(activeAccount),
    balancesPaid: of(balancesPaid),
    charges: of(charges),
    fatalities: of(fatalities),
  };
}

/** If there are several recognitions: the one in effect on the day, otherwise the last to have begun, otherwise the first to begin. */
function recognitionFor(recognitions: readonly SoseRecognitionSource[], on: Day): SoseRecognitionSource | null {
  const running = recognitions.find((each) => isRecognizedOn(each, on));
  return running ?? recognitions.findLast(({ from }) => from <= on) ?? recognitions[0] ?? null;
}

const stated = (recognition: SoseRecognitionSource): RebateFactsOfLaw['recognition'] => ({
  value: { from: recognition.from, to: endOfRecognition(recognition) },
  broughtBy: 'MINISTRY',
});

/** A recognition on record is named by its reference. */
function shown(criterion: RebateCriterion, recorded: SoseRecognitionSource | null): CriterionSource {
  const { evidence, ...rest } = shownCriterion(criterion);
  const named = evidence.map((each) => (each.kind === 'RECOGNITION' && recorded ? { ...each, reference: recorded.reference } : each));
  return { ...rest, evidence: named };
}

/** two versions of the look-back, with no published day of the change. */
const lookBacks = (on: Day): AssessmentNoteSource => ({
  clause: 'X-2',
  because: because('rebate-look-backs', {
    months: String(valueOn(rebateLookBackMonths, on)),
    olderMonths: String(valueOn(olderRebateLookBackMonths, on)),
  }),
});
