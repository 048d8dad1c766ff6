import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { accountById, accountByWsibAccount, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import { PageArgs } from '../connection/page.args.ts';
import type { Connection } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { ChangeWatchListInput, CreateWatchListInput, DeleteWatchListInput } from './watch-list.input.ts';
import { changeWatchList, createWatchList, deleteWatchList, listWatchLists } from './watch-list.service.ts';
import { WatchedAccount, WatchedAccountConnection, type WatchedAccountSource, WatchList, type WatchListSource } from './watch-list.type.ts';
import { watchedByList, watchedPage } from './watched-account.loader.ts';

const CreateWatchListResult = resultOf('CreateWatchListResult', WatchList);
const ChangeWatchListResult = resultOf('ChangeWatchListResult', WatchList);
const DeleteWatchListResult = resultOf('DeleteWatchListResult', WatchList);

/** Makes, lists and alters a caller's own watch lists. */
@Resolver(() => WatchList)
export class WatchListResolver {
  @Query(() => [WatchList], {
    description:
      'Your watch lists, by name: those made with any API key of the same holder and scope. At most 100. For buyers, WSIB, ' +
      'organizations and staff.',
  })
  watchLists(@Ctx() context: Context): Promise<WatchListSource[]> {
    return listWatchLists(context);
  }

  @Mutation(() => CreateWatchListResult, {
    description: 'Makes a watch list, to follow what happens to a set of accounts. For buyers, WSIB, organizations and staff.',
  })
  createWatchList(
    @Arg('input', () => CreateWatchListInput, { description: 'What to watch, and for which contract.' }) input: CreateWatchListInput,
    @Ctx() context: Context,
  ): Promise<WatchListSource | Refusal> {
    return createWatchList(context, input);
  }

  @Mutation(() => ChangeWatchListResult, {
    description: 'Changes one of your watch lists. From then on its followers get changes according to the new list.',
  })
  changeWatchList(
    @Arg('input', () => ChangeWatchListInput, { description: 'Which watch list, and what to change.' }) input: ChangeWatchListInput,
    @Ctx() context: Context,
  ): Promise<WatchListSource | Refusal> {
    return changeWatchList(context, input);
  }

  @Mutation(() => DeleteWatchListResult, {
    description: 'Deletes one of your watch lists. Subscriptions that follow it end with NOT_FOUND.',
  })
  deleteWatchList(
    @Arg('input', () => DeleteWatchListInput, { description: 'Which watch list.' }) input: DeleteWatchListInput,
    @Ctx() context: Context,
  ): Promise<WatchListSource | Refusal> {
    return deleteWatchList(context, input);
  }

  @FieldResolver(() => WatchedAccountConnection, { description: 'The accounts on it, in the order they were added.' })
  accounts(
    @Root() { listId }: WatchListSource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WatchedAccountSource>> {
    return context.loader(watchedByList).load({ listId, page: watchedPage(args, context) });
  }
}

/** Leads from an entry of a watch list to its account. */
@Resolver(() => WatchedAccount)
export class WatchedAccountResolver {
  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId, wsibAccount }: WatchedAccountSource, @Ctx() context: Context): Promise<LoadedAccount | null> | null {
    if (accountId !== null) return context.loader(accountById).load(accountId);
    return wsibAccount === null ? null : context.loader(accountByWsibAccount).load(wsibAccount);
  }
}
