import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { accountByWsibAccount, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { writeWord } from '../rules/messages/messages.ts';
import { RebateEligibilityArgs } from './rebate.args.ts';
import { rebateEligibilityOf } from './rebate.service.ts';
import { RebateAssessment, type RebateAssessmentSource } from './rebate.type.ts';

/** Answers whether employers meet the WSIB's criteria for its rebate. */
@Resolver(() => RebateAssessment)
@MarksOurFrench()
export class RebateResolver {
  @Query(() => RebateAssessment, {
    description:
      'Whether an employer meets the WSIB’s criteria for its rebate (X-2), based on the facts you state. For WSIB, organizations and ' +
      'staff; the recognition on record is used for the organization itself and for staff.',
  })
  rebateEligibility(
    @Args(() => RebateEligibilityArgs) args: RebateEligibilityArgs,
    @Ctx() context: Context,
  ): Promise<RebateAssessmentSource> {
    return rebateEligibilityOf(context, args);
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { wsibAccount }: RebateAssessmentSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountByWsibAccount).load(wsibAccount);
  }

  @FieldResolver(() => String, { description: 'What the criteria come to, in words.' })
  outcomeLabel(@Root() { outcome }: RebateAssessmentSource, @InLocale() locale: Locale): string {
    return writeWord(locale, outcome);
  }
}
