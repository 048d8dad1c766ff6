import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AccountFile, type AccountFileSource } from '../account-file/account-file.type.ts';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  CorrectRestingLetterInput,
  IssueConfirmationOfCorInput,
  IssueLetterOfEquivalencyInput,
  IssueLetterOfIntentInput,
} from './resting-letter.input.ts';
import { restingLettersByAccount } from './resting-letter.loader.ts';
import { correctRestingLetter, issueConfirmationOfCor, issueLetterOfEquivalency, issueLetterOfIntent } from './resting-letter.service.ts';
import { RestingLetter } from './resting-letter.type.ts';

const IssueLetterOfIntentResult = resultOf('IssueLetterOfIntentResult', RestingLetter);
const IssueLetterOfEquivalencyResult = resultOf('IssueLetterOfEquivalencyResult', RestingLetter);
const IssueConfirmationOfCorResult = resultOf('IssueConfirmationOfCorResult', RestingLetter);
const CorrectRestingLetterResult = resultOf('CorrectRestingLetterResult', RestingLetter);

/** Issues and corrects letters that rest on another document. */
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

  @Mutation(() => IssueConfirmationOfCorResult, {
    description:
      'Issues a confirmation, dated today, by which IHSA as the home association confirms a COR to another association (X-26, R-62). Refused for an equivalency, while the certification is pending, and if the certificate has no effect. It changes no standing. For staff.',
  })
  issueConfirmationOfCor(
    @Arg('input', () => IssueConfirmationOfCorInput, { description: 'Which certificate it confirms, and to whom.' })
    input: IssueConfirmationOfCorInput,
    @Ctx() context: Context,
  ): Promise<RestingLetter | Refusal> {
    return mutate(context, 'issueConfirmationOfCor', input, (unit) => issueConfirmationOfCor(unit, input));
  }

  @Mutation(() => CorrectRestingLetterResult, {
    description:
      'Corrects what was recorded wrongly about a letter of intent, a letter of COR equivalency, or a confirmation of COR; earlier values stay in the history. To `proof`, a removed letter is withdrawn. It changes no standing. For staff.',
  })
  correctRestingLetter(
    @Arg('input', () => CorrectRestingLetterInput, { description: 'The corrected values.' }) input: CorrectRestingLetterInput,
    @Ctx() context: Context,
  ): Promise<RestingLetter | Refusal> {
    return mutate(context, 'correctRestingLetter', input, (unit) => correctRestingLetter(unit, input));
  }
}

/** Lists the letters of a file that rest on other documents. */
@Resolver(() => AccountFile)
export class FileWithRestingLettersResolver {
  @FieldResolver(() => [RestingLetter], {
    description: 'Letters of intent and of COR equivalency, and confirmations of COR to other associations, in order of issue.',
  })
  restingLetters(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly RestingLetter[]> {
    return context.loader(restingLettersByAccount).load(accountId);
  }
}
