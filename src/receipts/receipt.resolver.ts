import { Arg, Args, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { DateTime, LocalDate } from '../contract/scalars.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { usesOurTerms } from '../rules/messages/unofficial.ts';
import { AskedRequirement } from '../tenders/kept-requirement.type.ts';
import { requirementOf } from './asking.service.ts';
import { type ComparedRow, comparedRows } from './compared.service.ts';
import type { KeptAnswer, KeptProblem, KeptReason, KeptWarning, Sentence } from './kept-answer.ts';
import { listReceipts, type ReceiptPage } from './list-receipts.service.ts';
import { ReceiptArgs, ReceiptsArgs } from './receipt.args.ts';
import { KeepReceiptInput } from './receipt.input.ts';
import type { StoredReceipt } from './receipt.loader.ts';
import { keepReceipt, receiptNumbered, signedReceipt } from './receipt.service.ts';
import { Receipt, ReceiptRowCompared } from './receipt.type.ts';
import { ReceiptAnswer, ReceiptProblem, ReceiptWarning } from './receipt-answer.type.ts';
import { ReceiptConnection } from './receipt-connection.type.ts';

const KeepReceiptResult = resultOf('KeepReceiptResult', Receipt);

/** Keeps answers, and shows them beside what would be said now. */
@Resolver(() => Receipt)
export class ReceiptResolver {
  @Extensions({ looksUp: ['subjects', 'rows', 'documents'] })
  @Mutation(() => KeepReceiptResult, {
    description:
      'Answers a question as `verifyMany`, `matchBidders`, `checkRequirement` or `proof` would, and keeps the answer under a number. For any API key. Each row counts as a look-up in your budget.',
  })
  keepReceipt(
    @Arg('input', () => KeepReceiptInput, { description: 'What to ask and keep.' }) input: KeepReceiptInput,
    @Ctx() context: Context,
  ): Promise<StoredReceipt | Refusal> {
    return keepReceipt(context, input);
  }

  @Query(() => Receipt, {
    nullable: true,
    description: 'A receipt by its number; null if there is none that you hold. Staff see every receipt.',
  })
  receipt(@Args(() => ReceiptArgs) { number }: ReceiptArgs, @Ctx() context: Context): Promise<StoredReceipt | null> {
    return receiptNumbered(context, number);
  }

  @Query(() => ReceiptConnection, {
    description:
      'Your receipts, the newest first, in pages; for staff, everybody’s. With `changed`, those whose answer changed by what was recorded since: such a page compares at most 200 receipts, and `position` says how far it has read.',
  })
  receipts(@Args(() => ReceiptsArgs) args: ReceiptsArgs, @Ctx() context: Context): Promise<ReceiptPage> {
    return listReceipts(context, args);
  }

  @FieldResolver(() => AskedRequirement, { nullable: true })
  requirement(@Root() receipt: StoredReceipt): AskedRequirement | null {
    return requirementOf(receipt);
  }

  @FieldResolver(() => LocalDate)
  on(@Root() { onDay }: StoredReceipt): string {
    return onDay;
  }

  @FieldResolver(() => DateTime)
  knownAt(@Root() { knownAt }: StoredReceipt): string {
    return knownAt.toISOString();
  }

  @FieldResolver(() => DateTime)
  keptAt(@Root() { keptAt }: StoredReceipt): string {
    return keptAt.toISOString();
  }

  @FieldResolver(() => [ReceiptRowCompared])
  rows(@Root() receipt: StoredReceipt, @Ctx() context: Context): Promise<readonly ComparedRow[]> {
    return comparedRows(context, receipt);
  }

  @FieldResolver(() => String, { nullable: true })
  signed(@Root() receipt: StoredReceipt, @Ctx() context: Context): string | null {
    return signedReceipt(context, receipt);
  }
}

/** The question of a row, as text. */
@Resolver(() => ReceiptRowCompared)
export class ReceiptRowResolver {
  @FieldResolver(() => String)
  asked(@Root() { asked }: ComparedRow): string {
    return JSON.stringify(asked);
  }
}

const inLocale = (sentence: Sentence | null, locale: Locale): string | null => sentence?.[locale] ?? null;

const reasonsIn = (reasons: readonly KeptReason[], locale: Locale): Reason[] =>
  reasons.map(({ because, ...reason }) => ({
    ...reason,
    because: because[locale],
    unofficial: locale === 'fr' && usesOurTerms(because.fr),
  }));

/** The sentences of an answer, as they were said. */
@Resolver(() => ReceiptAnswer)
@MarksOurFrench()
export class ReceiptAnswerResolver {
  @FieldResolver(() => String, { nullable: true })
  consequence(@Root() { consequence }: KeptAnswer, @InLocale() locale: Locale): string | null {
    return inLocale(consequence, locale);
  }

  @FieldResolver(() => String, { nullable: true })
  advice(@Root() { advice }: KeptAnswer, @InLocale() locale: Locale): string | null {
    return inLocale(advice, locale);
  }

  @FieldResolver(() => String, { nullable: true })
  cure(@Root() { cure }: KeptAnswer, @InLocale() locale: Locale): string | null {
    return inLocale(cure, locale);
  }

  @FieldResolver(() => String, { nullable: true })
  ask(@Root() { ask }: KeptAnswer, @InLocale() locale: Locale): string | null {
    return inLocale(ask, locale);
  }

  @FieldResolver(() => [Reason])
  reasons(@Root() { reasons }: KeptAnswer, @InLocale() locale: Locale): Reason[] {
    return reasonsIn(reasons, locale);
  }

  @FieldResolver(() => [Reason], { nullable: true })
  standingReasons(@Root() { standingReasons }: KeptAnswer, @InLocale() locale: Locale): Reason[] | null {
    return standingReasons && reasonsIn(standingReasons, locale);
  }
}

/** The sentence of a problem, as it was said. */
@Resolver(() => ReceiptProblem)
export class ReceiptProblemResolver {
  @FieldResolver(() => String)
  message(@Root() { message }: KeptProblem, @InLocale() locale: Locale): string {
    return message[locale];
  }
}

/** The sentence of a warning, as it was said. */
@Resolver(() => ReceiptWarning)
@MarksOurFrench()
export class ReceiptWarningResolver {
  @FieldResolver(() => String)
  message(@Root() { message }: KeptWarning, @InLocale() locale: Locale): string {
    return message[locale];
  }
}
