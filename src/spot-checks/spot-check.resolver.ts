import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectSpotCheckInput, RecordSpotCheckEventInput, RecordSpotCheckInput } from './spot-check.input.ts';
import { correctSpotCheck, recordSpotCheck, recordSpotCheckEvent } from './spot-check.service.ts';
import { SpotCheck } from './spot-check.type.ts';

const RecordSpotCheckResult = resultOf('RecordSpotCheckResult', SpotCheck);
const RecordSpotCheckEventResult = resultOf('RecordSpotCheckEventResult', SpotCheck);
const CorrectSpotCheckResult = resultOf('CorrectSpotCheckResult', SpotCheck);

/** Records spot checks and what follows them, and corrects them. */
@Resolver(() => SpotCheck)
export class SpotCheckResolver {
  @Mutation(() => RecordSpotCheckResult, {
    description:
      'Records the formal letter of a spot check of a certified account. If it asks for corrective action, the 90 days run from its receipt (G-4.4.a, G-4.4.b, R-16). For staff.',
  })
  recordSpotCheck(
    @Arg('input', () => RecordSpotCheckInput, { description: 'Which account, what was checked, and what the letter asks for.' })
    input: RecordSpotCheckInput,
    @Ctx() context: Context,
  ): Promise<SpotCheck | Refusal> {
    return mutate(context, 'recordSpotCheck', input, (unit) => recordSpotCheck(unit, input));
  }

  @Mutation(() => RecordSpotCheckEventResult, {
    description:
      'Records what followed the letter of a spot check: the plan, the report of full implementation, IHSA’s finding or validation, the fee. A report after day 90, or anything but a fee after the loss, is refused with its last day (G-4.4.b, G-4.4.c, R-15). For staff.',
  })
  recordSpotCheckEvent(
    @Arg('input', () => RecordSpotCheckEventInput, { description: 'What happened, and when.' }) input: RecordSpotCheckEventInput,
    @Ctx() context: Context,
  ): Promise<SpotCheck | Refusal> {
    return mutate(context, 'recordSpotCheckEvent', input, (unit) => recordSpotCheckEvent(unit, input));
  }

  @Mutation(() => CorrectSpotCheckResult, {
    description: 'Corrects a spot check, and what followed it, that was recorded wrongly; earlier values stay in the history. For staff.',
  })
  correctSpotCheck(
    @Arg('input', () => CorrectSpotCheckInput, { description: 'The corrected values.' }) input: CorrectSpotCheckInput,
    @Ctx() context: Context,
  ): Promise<SpotCheck | Refusal> {
    return mutate(context, 'correctSpotCheck', input, (unit) => correctSpotCheck(unit, input));
  }
}
