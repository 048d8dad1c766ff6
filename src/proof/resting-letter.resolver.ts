import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { IssueLetterOfEquivalencyInput, IssueLetterOfIntentInput } from './resting-letter.input.ts';
import { issueLetterOfEquivalency, issueLetterOfIntent } from './resting-letter.service.ts';
import { RestingLetter } from './resting-letter.type.ts';

const IssueLetterOfIntentResult = resultOf('IssueLetterOfIntentResult', RestingLetter);
const IssueLetterOfEquivalencyResult = resultOf('IssueLetterOfEquivalencyResult', RestingLetter);

/** Issues letters of intent and of equivalency. */
@Resolver(() => RestingLetter)
export class RestingLetterResolver {
  @Mutation(() => IssueLetterOfIntentResult, {
    description: 'Issues a letter of intent dated today, on the registration that is in effect (X-8). It changes no standing. For staff.',
  })
  issueLetterOfIntent(
    @Arg('input', () => IssueLetterOfIntentInput, { description: 'To which account.' }) input: IssueLetterOfIntentInput,
    @Ctx() context: Context,
  ): Promise<RestingLetter | Refusal> {
    return mutate(context, 'issueLetterOfIntent', input, (unit) => issueLetterOfIntent(unit, input));
  }

  @Mutation(() => IssueLetterOfEquivalencyResult, {
    description:
      'Issues the letter of COR equivalency, dated today, that accompanies an equivalency certificate in effect (R-38). It changes no standing. For staff.',
  })
  issueLetterOfEquivalency(
    @Arg('input', () => IssueLetterOfEquivalencyInput, { description: 'Which certificate it accompanies.' })
    input: IssueLetterOfEquivalencyInput,
    @Ctx() context: Context,
  ): Promise<RestingLetter | Refusal> {
    return mutate(context, 'issueLetterOfEquivalency', input, (unit) => issueLetterOfEquivalency(unit, input));
  }
}
