import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { accountByWsibAccount, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { writeWord } from '../rules/messages/messages.ts';
import { SoseAssessment, type SoseAssessmentSource } from './sose-assessment.type.ts';
import { SoseEligibilitiesArgs, SoseEligibilityArgs } from './sose-eligibility.args.ts';
import { soseEligibilitiesOf, soseEligibilityOf } from './sose-eligibility.service.ts';

/** Answers whether employers are eligible for recognition under SOSE. */
@Resolver(() => SoseAssessment)
@MarksOurFrench()
export class SoseEligibilityResolver {
  @Query(() => SoseAssessment, {
    description:
      'Whether an employer is eligible for recognition under SOSE on an application day. The records here are used for the ' +
      'organization itself, for staff, and for the SOSE portal once it has recorded an application (`recordSoseApplication`); each ' +
      'read is logged. For all other callers only the facts they state are used.',
  })
  soseEligibility(@Args(() => SoseEligibilityArgs) args: SoseEligibilityArgs, @Ctx() context: Context): Promise<SoseAssessmentSource> {
    const { wsibAccount, applicationDay, applicant } = args;
    return soseEligibilityOf(context, { wsibAccount, applicationDay, facts: applicant ?? null, at: 'applicant' });
  }

  @Query(() => [SoseAssessment], { description: 'Like `soseEligibility`, for up to 100 employers, in the order given.' })
  soseEligibilities(
    @Args(() => SoseEligibilitiesArgs) { applicants }: SoseEligibilitiesArgs,
    @Ctx() context: Context,
  ): Promise<SoseAssessmentSource[]> {
    const asked = applicants.map(({ facts, ...applicant }, index) => ({
      ...applicant,
      facts: facts ?? null,
      at: `applicants[${index}].facts`,
    }));
    return soseEligibilitiesOf(context, asked);
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { wsibAccount }: SoseAssessmentSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountByWsibAccount).load(wsibAccount);
  }

  @FieldResolver(() => String, { description: 'What the criteria come to, in words.' })
  outcomeLabel(@Root() { outcome }: SoseAssessmentSource, @InLocale() locale: Locale): string {
    return writeWord(locale, outcome);
  }
}
