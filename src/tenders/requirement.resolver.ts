import { Args, Ctx, Extensions, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import type { Because } from '../rules/decision.ts';
import { render } from '../rules/messages/messages.ts';
import type { SystemId } from '../rules/tender/accredited-systems.ts';
import type { Route } from '../rules/tender/requirement.ts';
import type { ListedSystem as Listed, TenderWarning as Warned } from '../rules/tender/warning.ts';
import { askedBidders } from './asked-bidders.ts';
import { CheckRequirementArgs } from './requirement.args.ts';
import { TenderRoute } from './requirement.input.ts';
import { type CheckSource, checkRequirement, type PartnerCheckSource } from './requirement.service.ts';
import {
  AccreditedSystemId,
  described,
  ListedSystem,
  PartnerCheck,
  RequirementCheck,
  RequirementOutcome,
  TenderWarning,
} from './requirement.type.ts';

const sentence = (locale: Locale, because: Because | null): string | null => because && render(locale, because.id, because.values);

/** Answers whether bidders meet what a tender asks for. */
@Resolver(() => RequirementCheck)
@MarksOurFrench()
export class RequirementResolver {
  @Extensions({ looksUp: ['subjects', 'rows'] })
  @Query(() => [RequirementCheck], {
    description:
      'Whether each subject, or each row of a list of bidders, meets what a tender asks for, on a day or for the days of a contract: by which route and document; or what would cure it, and by when; or who can say. Give `subjects` or `rows`. Subjects are read as by `verifyMany`, rows as by `matchBidders`, with the same limits.',
  })
  checkRequirement(
    @Args(() => CheckRequirementArgs) { requirement, keptRequirement, subjects, rows, ...asked }: CheckRequirementArgs,
    @Ctx() context: Context,
  ): Promise<readonly CheckSource[]> {
    return checkRequirement(context, { requirement, keptRequirement }, askedBidders({ subjects, rows }), asked);
  }

  @FieldResolver(() => RequirementOutcome, { description: described.outcome })
  outcome(@Root() { decision }: CheckSource): string {
    return decision.outcome;
  }

  @FieldResolver(() => TenderRoute, { nullable: true, description: described.route })
  route(@Root() { decision }: CheckSource): Route | null {
    return decision.route;
  }

  @FieldResolver(() => String, { nullable: true, description: described.document })
  document(@Root() { decision }: CheckSource): string | null {
    return decision.document;
  }

  @FieldResolver(() => [Reason], { description: described.reasons })
  reasons(@Root() { decision }: CheckSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(decision.reasons, locale);
  }

  @FieldResolver(() => String, { nullable: true, description: described.cure })
  cure(@Root() { decision }: CheckSource, @InLocale() locale: Locale): string | null {
    return sentence(locale, decision.cure);
  }

  @FieldResolver(() => String, { nullable: true, description: described.ask })
  ask(@Root() { decision }: CheckSource, @InLocale() locale: Locale): string | null {
    return sentence(locale, decision.ask);
  }

  @FieldResolver(() => TenderWarning, { nullable: true })
  warning(@Root() { warned }: CheckSource): Warned | null {
    return warned;
  }
}

/** Answers for the partners of a joint venture. */
@Resolver(() => PartnerCheck)
@MarksOurFrench()
export class PartnerCheckResolver {
  @FieldResolver(() => String)
  name(@Root() { match }: PartnerCheckSource): string {
    return match.name;
  }

  @FieldResolver(() => RequirementOutcome, { description: described.outcome })
  outcome(@Root() { decision }: PartnerCheckSource): string {
    return decision.outcome;
  }

  @FieldResolver(() => TenderRoute, { nullable: true, description: described.route })
  route(@Root() { decision }: PartnerCheckSource): Route | null {
    return decision.route;
  }

  @FieldResolver(() => String, { nullable: true, description: described.document })
  document(@Root() { decision }: PartnerCheckSource): string | null {
    return decision.document;
  }

  @FieldResolver(() => [Reason], { description: described.reasons })
  reasons(@Root() { decision }: PartnerCheckSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(decision.reasons, locale);
  }

  @FieldResolver(() => String, { nullable: true, description: described.cure })
  cure(@Root() { decision }: PartnerCheckSource, @InLocale() locale: Locale): string | null {
    return sentence(locale, decision.cure);
  }

  @FieldResolver(() => String, { nullable: true, description: described.ask })
  ask(@Root() { decision }: PartnerCheckSource, @InLocale() locale: Locale): string | null {
    return sentence(locale, decision.ask);
  }
}

/** The sentence of the warning. */
@Resolver(() => TenderWarning)
@MarksOurFrench()
export class TenderWarningResolver {
  @FieldResolver(() => String)
  message(@Root() { because }: Warned, @InLocale() locale: Locale): string {
    return render(locale, because.id, because.values);
  }
}

/** A system of the list. */
@Resolver(() => ListedSystem)
export class ListedSystemResolver {
  @FieldResolver(() => AccreditedSystemId)
  system(@Root() { id }: Listed): SystemId {
    return id;
  }

  @FieldResolver(() => Boolean)
  isKnown(@Root() { certainty }: Listed): boolean {
    return certainty !== 'unsure';
  }
}
