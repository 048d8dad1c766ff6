import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AccountArgs } from '../accounts/account.args.ts';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectSoseRecognitionInput, ReportSoseRecognitionInput, RevokeSoseRecognitionInput } from './sose-recognition.input.ts';
import { recognitionsByWsibAccount } from './sose-recognition.loader.ts';
import {
  correctSoseRecognition,
  nextThirdPartyAuditBy,
  recognitionsOf,
  recognizedOn,
  reportSoseRecognition,
  revokeSoseRecognition,
} from './sose-recognition.service.ts';
import { SoseRecognition, type SoseRecognitionSource } from './sose-recognition.type.ts';

const ReportSoseRecognitionResult = resultOf('ReportSoseRecognitionResult', SoseRecognition);
const RevokeSoseRecognitionResult = resultOf('RevokeSoseRecognitionResult', SoseRecognition);
const CorrectSoseRecognitionResult = resultOf('CorrectSoseRecognitionResult', SoseRecognition);

/** Records recognitions under SOSE and shows them to callers who may see them. */
@Resolver(() => SoseRecognition)
export class SoseRecognitionResolver {
  @Query(() => [SoseRecognition], {
    description:
      'The recognitions of an employer under SOSE, in the order of their first days: those that you reported; for the organization, ' +
      'its own; for staff, all. Others see those that are public: published by the ministry, and in effect today (W.4).',
  })
  soseRecognitions(@Args(() => AccountArgs) args: AccountArgs, @Ctx() context: Context): Promise<readonly SoseRecognitionSource[]> {
    return context.loader(recognitionsByWsibAccount).load(args.wsibAccount);
  }

  @Mutation(() => ReportSoseRecognitionResult, {
    description: 'Reports that an employer is recognized under SOSE, once per reference. For the ministry, and for staff.',
  })
  reportSoseRecognition(
    @Arg('input', () => ReportSoseRecognitionInput, { description: 'Who is recognized, under which reference, from when to when.' })
    input: ReportSoseRecognitionInput,
    @Ctx() context: Context,
  ): Promise<SoseRecognitionSource | Refusal> {
    return reportSoseRecognition(context, input);
  }

  @Mutation(() => RevokeSoseRecognitionResult, {
    description: 'Reports that a recognition was revoked. For the ministry, if it reported the recognition, and for staff.',
  })
  revokeSoseRecognition(
    @Arg('input', () => RevokeSoseRecognitionInput, { description: 'Which one, from when, and why.' }) input: RevokeSoseRecognitionInput,
    @Ctx() context: Context,
  ): Promise<SoseRecognitionSource | Refusal> {
    return revokeSoseRecognition(context, input);
  }

  @Mutation(() => CorrectSoseRecognitionResult, {
    description: 'Corrects a recognition that was reported wrongly. For the ministry, if it reported the recognition, and for staff.',
  })
  correctSoseRecognition(
    @Arg('input', () => CorrectSoseRecognitionInput, { description: 'The corrected values.' }) input: CorrectSoseRecognitionInput,
    @Ctx() context: Context,
  ): Promise<SoseRecognitionSource | Refusal> {
    return correctSoseRecognition(context, input);
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: SoseRecognitionSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountById).load(accountId);
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  nextThirdPartyAuditBy(@Root() recognition: SoseRecognitionSource, @Ctx() context: Context): Promise<Day | null> {
    return nextThirdPartyAuditBy(context, recognition);
  }
}

/** Shows recognitions with their account. */
@Resolver(() => Account)
export class AccountWithRecognitionsResolver {
  @FieldResolver(() => [SoseRecognition], {
    nullable: true,
    description:
      'Its recognitions under SOSE, in the order of their first days: all for the organization itself and for staff; for the ' +
      'ministry, those that it reported and those that are public; for others, those that are public (W.4), and null if there is none.',
  })
  soseRecognitions(@Root() account: AccountSource, @Ctx() context: Context): Promise<readonly SoseRecognitionSource[] | null> {
    return recognitionsOf(context, account);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether a SOSE recognition visible to you is in effect on that day; null if you may see none.',
  })
  recognizedOn(
    @Root() account: AccountSource,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day. Default: today in Toronto.' }) on: Day | null,
    @Ctx() context: Context,
  ): Promise<boolean | null> {
    return recognizedOn(context, account, on ?? context.today);
  }
}
