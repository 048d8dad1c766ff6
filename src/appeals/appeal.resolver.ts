import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  AcknowledgeAppealInput,
  DecideAppealInput,
  FileAppealInput,
  FileSecondAppealInput,
  RecordAppealAgreementInput,
  RemoveAppealInput,
} from './appeal.input.ts';
import type { AppealSource } from './appeal.loader.ts';
import { acknowledgeAppeal, decideAppeal, fileAppeal, fileSecondAppeal, recordAppealAgreement, removeAppeal } from './appeal.service.ts';
import { Appeal } from './appeal.type.ts';

const FileAppealResult = resultOf('FileAppealResult', Appeal);
const FileSecondAppealResult = resultOf('FileSecondAppealResult', Appeal);
const AcknowledgeAppealResult = resultOf('AcknowledgeAppealResult', Appeal);
const DecideAppealResult = resultOf('DecideAppealResult', Appeal);
const RecordAppealAgreementResult = resultOf('RecordAppealAgreementResult', Appeal);
const RemoveAppealResult = resultOf('RemoveAppealResult', Appeal);

/** Records appeals and what becomes of them. */
@Resolver(() => Appeal)
export class AppealResolver {
  @Mutation(() => FileAppealResult, {
    description:
      'Records an appeal against the result of an external audit, a re-audit or a maintenance audit, filed within five business days of receiving the report. A late one is refused with its last day (G-7.a, G-7.b, R-25, R-27, R-48). For staff.',
  })
  fileAppeal(
    @Arg('input', () => FileAppealInput, { description: 'Against which result, when, and on what grounds.' }) input: FileAppealInput,
    @Ctx() context: Context,
  ): Promise<AppealSource | Refusal> {
    return mutate(context, 'fileAppeal', input, (unit) => fileAppeal(unit, input));
  }

  @Mutation(() => FileSecondAppealResult, {
    description: 'Takes a denied appeal to level 2, within five business days of the denial (G-7.c). For staff.',
  })
  fileSecondAppeal(
    @Arg('input', () => FileSecondAppealInput, { description: 'Which appeal, and when.' }) input: FileSecondAppealInput,
    @Ctx() context: Context,
  ): Promise<AppealSource | Refusal> {
    return mutate(context, 'fileSecondAppeal', input, (unit) => fileSecondAppeal(unit, input));
  }

  @Mutation(() => AcknowledgeAppealResult, {
    description: 'Records that IHSA acknowledged an appeal; two business days are given for it (G-7.b, G-7.c). For staff.',
  })
  acknowledgeAppeal(
    @Arg('input', () => AcknowledgeAppealInput, { description: 'Which appeal and level, and when.' }) input: AcknowledgeAppealInput,
    @Ctx() context: Context,
  ): Promise<AppealSource | Refusal> {
    return mutate(context, 'acknowledgeAppeal', input, (unit) => acknowledgeAppeal(unit, input));
  }

  @Mutation(() => DecideAppealResult, {
    description:
      'Records the decision on a level of an appeal. If it is allowed, the audit has new scores from that day on: they count for what is issued from then, and restore nothing that was lost before (G-7.b to G-7.d, R-48). Level 3 follows a denial at level 2 and is final. For staff.',
  })
  decideAppeal(
    @Arg('input', () => DecideAppealInput, { description: 'Which appeal and level, how, and when.' }) input: DecideAppealInput,
    @Ctx() context: Context,
  ): Promise<AppealSource | Refusal> {
    return mutate(context, 'decideAppeal', input, (unit) => decideAppeal(unit, input));
  }

  @Mutation(() => RecordAppealAgreementResult, {
    description: 'Records an agreement of level 2 that both parties signed on the form: it ends the appeal (G-7.c). For staff.',
  })
  recordAppealAgreement(
    @Arg('input', () => RecordAppealAgreementInput, { description: 'What was agreed, and when it was signed.' })
    input: RecordAppealAgreementInput,
    @Ctx() context: Context,
  ): Promise<AppealSource | Refusal> {
    return mutate(context, 'recordAppealAgreement', input, (unit) => recordAppealAgreement(unit, input));
  }

  @Mutation(() => RemoveAppealResult, {
    description: 'Removes an appeal that was recorded in error, with the scores that it gave; its history is kept. For staff.',
  })
  removeAppeal(
    @Arg('input', () => RemoveAppealInput, { description: 'Which appeal, and how it came to be recorded.' }) input: RemoveAppealInput,
    @Ctx() context: Context,
  ): Promise<AppealSource | Refusal> {
    return mutate(context, 'removeAppeal', input, (unit) => removeAppeal(unit, input));
  }
}
