import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { CountedConnection } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import type { AccountSource } from './account.type.ts';
import { AccountConnection } from './account-connection.type.ts';
import { AccountsArgs } from './accounts.args.ts';
import { listAccounts } from './accounts.service.ts';

/** Lists accounts. */
@Resolver()
export class AccountsResolver {
  @Query(() => AccountConnection, {
    description:
      'The accounts whose standing on a day is visible to you, in pages; without an API key, certified and pending ones. Use ' +
      '`standing(on:)` for the standing on the same day.',
  })
  accounts(@Args(() => AccountsArgs) args: AccountsArgs, @Ctx() context: Context): Promise<CountedConnection<AccountSource>> {
    return listAccounts(context, args);
  }
}
