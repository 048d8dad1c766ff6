import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { LoadedAccount } from '../accounts/account.loader.ts';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { AccountObligation, AccountObligationConnection, type AccountObligationSource } from './account-obligation.type.ts';
import { DueListArgs } from './due-list.args.ts';
import { dueList } from './due-list.service.ts';

/** Lists what is to be done for all accounts of an organization. */
@Resolver(() => AccountObligation)
export class DueListResolver {
  @Query(() => AccountObligationConnection, {
    nullable: true,
    complexity: 10,
    description:
      'What is to be done for all accounts of an organization, with clause and day: what is due before what is upcoming; of either, what is lost ' +
      'without it first, then by day. Null for an organization whose file you may not see. For organizations and staff.',
  })
  obligations(
    @Args(() => DueListArgs) args: DueListArgs,
    @Ctx() context: Context,
  ): Promise<CountedConnection<AccountObligationSource<LoadedAccount>> | null> {
    return dueList(context, args);
  }
}
