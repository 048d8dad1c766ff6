import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { permitAdmin } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { RecordIssuingExceptionInput } from './exception.input.ts';
import { recordException } from './exception.service.ts';
import { IssuingException } from './exception.type.ts';

const RecordIssuingExceptionResult = resultOf('RecordIssuingExceptionResult', IssuingException);

/** Records exceptions. */
@Resolver(() => IssuingException)
export class IssuingExceptionResolver {
  @Mutation(() => RecordIssuingExceptionResult, {
    description:
      'Records an exception of an account: it sets clauses aside for one certificate, letter or correction that names it. It never sets aside G-2.3, G-2.4.m, G-2.5.c, F-12, R-8, R-13, R-22, R-29 or R-32 (R-44). For administrators.',
  })
  recordIssuingException(
    @Arg('input', () => RecordIssuingExceptionInput, { description: 'Which clauses, of which account, and why.' })
    input: RecordIssuingExceptionInput,
    @Ctx() context: Context,
  ): Promise<IssuingException | Refusal> {
    permitAdmin(context.caller, 'recording an exception');
    return mutate(context, 'recordIssuingException', input, (unit) => recordException(unit, input));
  }
}
