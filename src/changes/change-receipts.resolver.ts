import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { isConcernedBy, ownReceiptsByAccount, type StoredReceipt } from '../receipts/receipt.loader.ts';
import { Receipt } from '../receipts/receipt.type.ts';
import { reachOf, type StatusChangeSource } from './change.source.ts';
import { StatusChange } from './change.type.ts';

/** Leads from a change to the receipts that it may concern. */
@Resolver(() => StatusChange)
export class ChangeReceiptsResolver {
  @FieldResolver(() => [Receipt], {
    description:
      'Your receipts about this account, for days from `effectiveOn` on, that were kept before the change was recorded: their answers may be different now. If the name, city or number of the account was corrected, those for every day. The newest 20; empty without an API key.',
  })
  async receipts(@Root() change: StatusChangeSource, @Ctx() context: Context): Promise<readonly StoredReceipt[]> {
    const receipts = await context.loader(ownReceiptsByAccount).load(change.account.accountId);
    return receipts.filter((receipt) => isConcernedBy(receipt, reachOf(change)));
  }
}
