import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { formerAccountIds } from '../organizations/former-ids.loader.ts';
import { organizationById } from '../organizations/organization.loader.ts';
import { Organization, type OrganizationSource } from '../organizations/organization.type.ts';
import type { Day } from '../rules/calendar.ts';
import { AccountArgs } from './account.args.ts';
import { accountByWsibAccount, type LoadedAccount } from './account.loader.ts';
import { Account, type AccountSource } from './account.type.ts';
import { standingOn, timelineOf } from './standing.service.ts';
import { StandingPeriod, type StandingPeriodSource } from './standing-period.type.ts';

const day = { nullable: true, description: 'A day, past or future. Default: today in Toronto.' };

/** Answers for accounts: the organization that holds one, and its standing on any day. */
@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, {
    nullable: true,
    description: 'An account by its WSIB account number; null if there is none whose standing today is visible to you.',
  })
  account(@Args(() => AccountArgs) args: AccountArgs, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountByWsibAccount).load(args.wsibAccount);
  }

  @FieldResolver(() => Organization)
  organization(@Root() { organizationId }: AccountSource, @Ctx() context: Context): Promise<OrganizationSource | null> {
    return context.loader(organizationById).load(organizationId);
  }

  @FieldResolver(() => StandingPeriod)
  standing(
    @Root() account: AccountSource,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() context: Context,
  ): StandingPeriodSource | Promise<StandingPeriodSource> {
    return standingOn(context, account, on ?? context.today);
  }

  @FieldResolver(() => [StandingPeriod])
  timeline(@Root() account: AccountSource, @Ctx() context: Context): Promise<StandingPeriodSource[]> {
    return timelineOf(context, account);
  }

  @FieldResolver(() => [ID])
  formerIds(@Root() { accountId }: AccountSource, @Ctx() context: Context): Promise<readonly string[]> {
    return context.loader(formerAccountIds).load(accountId);
  }
}
