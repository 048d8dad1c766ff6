import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import type { Day } from '../rules/calendar.ts';
import { type Consequence, consequenceOf } from '../rules/cycle/consequence.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import { obligationsOf, stageOf } from './cycle.service.ts';
import { Obligation, type ObligationSource, ObligationState, WorkConsequence } from './obligation.type.ts';
import { AccountStage, type AccountStageSource } from './stage.type.ts';

const day = { nullable: true, description: 'A day, past or future. Default: today in Toronto.' };

/** Answers where an account is in the certification process, and what its obligations are. */
@Resolver(() => Account)
export class AccountInCycleResolver {
  @FieldResolver(() => AccountStage, {
    nullable: true,
    complexity: 10,
    description: 'Its stage in the certification process on a day; null to callers who may not see the whole file.',
  })
  stage(
    @Root() account: AccountSource,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() context: Context,
  ): Promise<AccountStageSource | null> {
    return stageOf(context, account, on ?? context.today);
  }

  @FieldResolver(() => [Obligation], {
    nullable: true,
    complexity: 2,
    description:
      'What must be done, by when, by whom and under which clauses, as of a day, in the order of the due days; null to callers who ' +
      'may not see the whole file.',
  })
  obligations(
    @Root() account: AccountSource,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Arg('states', () => [ObligationState], { nullable: true, description: 'Only obligations in one of these states. Default: all.' })
    states: ObligationState[] | null,
    @Ctx() context: Context,
  ): Promise<readonly ObligationSource[] | null> {
    return obligationsOf(context, account, on ?? context.today, states);
  }
}

/** Renders a stage and its reasons as text. */
@Resolver(() => AccountStage)
@MarksOurFrench()
export class AccountStageResolver {
  @FieldResolver(() => String, { description: 'The stage in words.' })
  label(@Root() { stage }: AccountStageSource, @InLocale() locale: Locale): string {
    return writeWord(locale, stage);
  }

  @FieldResolver(() => [Reason], {
    description: 'Every clause consulted, with the finding: those of the standing, then those of the audits.',
  })
  reasons(@Root() { decision }: AccountStageSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(decision.reasons, locale);
  }
}

/** Renders an obligation as text. */
@Resolver(() => Obligation)
@MarksOurFrench()
export class ObligationResolver {
  @FieldResolver(() => String, { description: 'What must be done, in words.' })
  label(@Root() { kind }: ObligationSource, @InLocale() locale: Locale): string {
    return writeWord(locale, kind);
  }

  @FieldResolver(() => String, { description: 'Where it stands, in words.' })
  stateLabel(@Root() { state }: ObligationSource, @InLocale() locale: Locale): string {
    return writeWord(locale, state);
  }

  @FieldResolver(() => String, { description: 'Who has to do it, in words.' })
  byLabel(@Root() { by }: ObligationSource, @InLocale() locale: Locale): string {
    return writeWord(locale, by);
  }

  @FieldResolver(() => WorkConsequence)
  consequence(@Root() obligation: ObligationSource): Consequence {
    return consequenceOf(obligation);
  }

  @FieldResolver(() => String, { description: 'Why, with its days and document numbers.' })
  because(@Root() { because: { id, values } }: ObligationSource, @InLocale() locale: Locale): string {
    return render(locale, id, values);
  }
}
