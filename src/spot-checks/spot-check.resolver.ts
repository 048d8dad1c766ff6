import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectSpotCheckInput } from './spot-check.input.ts';
import { correctSpotCheck } from './spot-check.service.ts';
import { SpotCheck } from './spot-check.type.ts';

const CorrectSpotCheckResult = resultOf('CorrectSpotCheckResult', SpotCheck);

/** Corrects spot checks. */
@Resolver(() => SpotCheck)
export class SpotCheckResolver {
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
