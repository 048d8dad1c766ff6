import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectRevocationInput, LiftRevocationInput, RecordRevocationInput } from './revocation.input.ts';
import { correctRevocation, liftRevocation, recordRevocation } from './revocation.service.ts';
import { Revocation } from './revocation.type.ts';

const RecordRevocationResult = resultOf('RecordRevocationResult', Revocation);
const LiftRevocationResult = resultOf('LiftRevocationResult', Revocation);
const CorrectRevocationResult = resultOf('CorrectRevocationResult', Revocation);

/** Records, lifts and corrects revocations. */
@Resolver(() => Revocation)
export class RevocationResolver {
  @Mutation(() => RecordRevocationResult, {
    description:
      'Records that the certification of an account is revoked: nothing can be issued while the revocation is in effect (R-29). For ' +
      'staff.',
  })
  recordRevocation(
    @Arg('input', () => RecordRevocationInput, { description: 'Which account, from when, why, and by which document.' })
    input: RecordRevocationInput,
    @Ctx() context: Context,
  ): Promise<Revocation | Refusal> {
    return mutate(context, 'recordRevocation', input, (unit) => recordRevocation(unit, input));
  }

  @Mutation(() => LiftRevocationResult, {
    description: 'Lifts a revocation: the account has again the standing that its other facts give. For staff.',
  })
  liftRevocation(
    @Arg('input', () => LiftRevocationInput, { description: 'Which one, and from when.' }) input: LiftRevocationInput,
    @Ctx() context: Context,
  ): Promise<Revocation | Refusal> {
    return mutate(context, 'liftRevocation', input, (unit) => liftRevocation(unit, input));
  }

  @Mutation(() => CorrectRevocationResult, {
    description:
      'Corrects what was recorded wrongly about a revocation; with `recordedInError` it counts as never recorded. What was known ' +
      'before stays known as of then. For staff.',
  })
  correctRevocation(
    @Arg('input', () => CorrectRevocationInput, { description: 'The corrected values.' }) input: CorrectRevocationInput,
    @Ctx() context: Context,
  ): Promise<Revocation | Refusal> {
    return mutate(context, 'correctRevocation', input, (unit) => correctRevocation(unit, input));
  }
}
