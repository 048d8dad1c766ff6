import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import type { Because } from '../rules/decision.ts';
import { render } from '../rules/messages/messages.ts';
import type { Route } from '../rules/tender/requirement.ts';
import type { TenderWarning as Warned } from '../rules/tender/warning.ts';
import { CheckRequirementArgs } from './requirement.args.ts';
import { TenderRoute } from './requirement.input.ts';
import { type CheckSource, checkRequirement } from './requirement.service.ts';
import { RequirementCheck, RequirementOutcome, TenderWarning } from './requirement.type.ts';

const sentence = (locale: Locale, because: Because | null): string | null => because && render(locale, because.id, because.values);

/** Answers whether bidders meet what a tender asks for. */
@Resolver(() => RequirementCheck)
export class RequirementResolver {
  @Query(() => [RequirementCheck], {
    description:
      'Whether each row of a list of bidders meets what a tender asks for, on a day or for the days of a contract: by which route and document; or what would cure it, and by when; or who can say. Rows are read as by `matchBidders`, with the same limits.',
  })
  checkRequirement(
    @Args(() => CheckRequirementArgs) { requirement, rows, ...asked }: CheckRequirementArgs,
    @Ctx() context: Context,
  ): Promise<readonly CheckSource[]> {
    return checkRequirement(context, requirement, rows, asked);
  }

  @FieldResolver(() => RequirementOutcome)
  outcome(@Root() { decision }: CheckSource): string {
    return decision.outcome;
  }

  @FieldResolver(() => TenderRoute, { nullable: true })
  route(@Root() { decision }: CheckSource): Route | null {
    return decision.route;
  }

  @FieldResolver(() => String, { nullable: true })
  document(@Root() { decision }: CheckSource): string | null {
    return decision.document;
  }

  @FieldResolver(() => [Reason])
  reasons(@Root() { decision }: CheckSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(decision.reasons, locale);
  }

  @FieldResolver(() => String, { nullable: true })
  cure(@Root() { decision }: CheckSource, @InLocale() locale: Locale): string | null {
    return sentence(locale, decision.cure);
  }

  @FieldResolver(() => String, { nullable: true })
  ask(@Root() { decision }: CheckSource, @InLocale() locale: Locale): string | null {
    return sentence(locale, decision.ask);
  }

  @FieldResolver(() => TenderWarning, { nullable: true })
  warning(@Root() { warned }: CheckSource): Warned | null {
    return warned;
  }
}

/** The sentence of the warning. */
@Resolver(() => TenderWarning)
export class TenderWarningResolver {
  @FieldResolver(() => String)
  message(@Root() { because }: Warned, @InLocale() locale: Locale): string {
    return render(locale, because.id, because.values);
  }
}
