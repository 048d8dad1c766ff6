import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { Obligation, type ObligationSource, ObligationState } from '../cycle/obligation.type.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { obligationsOn } from '../rules/cycle/obligations.ts';
import { SoseAssessment, type SoseAssessmentSource } from '../sose/sose-assessment.type.ts';
import { soseOutlook } from './sose-outlook.service.ts';
import { WhatIfArgs } from './what-if.args.ts';
import { whatIf } from './what-if.service.ts';
import { Outlook, type OutlookSource, WhatIf } from './what-if.type.ts';

/** Answers what-if questions. */
@Resolver(() => WhatIf)
export class WhatIfResolver {
  @Query(() => WhatIf, {
    complexity: 50,
    description:
      'What the standing of an account would be on a day if further facts were recorded: the same rules are applied to the facts on ' +
      'record together with the supposed ones. Nothing is recorded. For staff; for an organization, about its own accounts; and for ' +
      'the SOSE portal, with audits only, about an account whose application it has recorded. Any other account is NOT_FOUND.',
  })
  whatIf(@Args(() => WhatIfArgs) args: WhatIfArgs, @Ctx() context: Context): Promise<WhatIf> {
    return whatIf(context, args);
  }
}

/** Renders an outlook as text and lists its obligations. */
@Resolver(() => Outlook)
export class OutlookResolver {
  @FieldResolver(() => [Reason], { description: 'Every clause consulted for the standing, with what was found.' })
  reasons(@Root() { consulted }: OutlookSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(consulted, locale);
  }

  @FieldResolver(() => SoseAssessment, {
    nullable: true,
    complexity: 10,
    description:
      'Whether the employer would be eligible for recognition under SOSE with an application on the day, on what the registry has on ' +
      'record or supposes; null for a firm without a WSIB account. Facts held by others can be stated in `soseEligibility`.',
  })
  soseEligibility(@Root() outlook: OutlookSource): SoseAssessmentSource | null {
    return soseOutlook(outlook);
  }

  @FieldResolver(() => [Obligation], {
    nullable: true,
    description: 'What must be done, by when and by whom, in the order of the due days; null to callers who may not see the whole file.',
  })
  obligations(
    @Root() { facts, on }: OutlookSource,
    @Arg('states', () => [ObligationState], { nullable: true, description: 'Only those in one of these states. Default: all.' })
    states: ObligationState[] | null,
  ): readonly ObligationSource[] | null {
    return facts && obligationsOn(facts, on).filter(({ state }) => states?.includes(state) ?? true);
  }
}
