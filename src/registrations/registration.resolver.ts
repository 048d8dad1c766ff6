import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { ConfirmRegistrationInput, CorrectRegistrationInput, WithdrawRegistrationInput } from './registration.input.ts';
import { confirmRegistration, correctRegistration, withdrawRegistration } from './registration.service.ts';
import { Registration } from './registration.type.ts';

const ConfirmRegistrationResult = resultOf('ConfirmRegistrationResult', Registration);
const WithdrawRegistrationResult = resultOf('WithdrawRegistrationResult', Registration);
const CorrectRegistrationResult = resultOf('CorrectRegistrationResult', Registration);

/** Confirms, withdraws and corrects registrations. */
@Resolver(() => Registration)
export class RegistrationResolver {
  @Mutation(() => ConfirmRegistrationResult, {
    description: 'Confirms the registration of an account and draws the number of its confirmation. For staff.',
  })
  confirmRegistration(
    @Arg('input', () => ConfirmRegistrationInput, { description: 'Whose registration, and from when.' }) input: ConfirmRegistrationInput,
    @Ctx() context: Context,
  ): Promise<Registration | Refusal> {
    return mutate(context, 'confirmRegistration', input, (unit) => confirmRegistration(unit, input));
  }

  @Mutation(() => WithdrawRegistrationResult, { description: 'Withdraws a registration that is in effect. For staff.' })
  withdrawRegistration(
    @Arg('input', () => WithdrawRegistrationInput, { description: 'Which one, and from when.' }) input: WithdrawRegistrationInput,
    @Ctx() context: Context,
  ): Promise<Registration | Refusal> {
    return mutate(context, 'withdrawRegistration', input, (unit) => withdrawRegistration(unit, input));
  }

  @Mutation(() => CorrectRegistrationResult, {
    description: 'Corrects what was recorded wrongly about a registration; earlier values stay in the history. For staff.',
  })
  correctRegistration(
    @Arg('input', () => CorrectRegistrationInput, { description: 'The corrected values.' }) input: CorrectRegistrationInput,
    @Ctx() context: Context,
  ): Promise<Registration | Refusal> {
    return mutate(context, 'correctRegistration', input, (unit) => correctRegistration(unit, input));
  }
}
