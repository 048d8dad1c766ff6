import { Field, Int, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { PageInfo } from '../connection/page-info.type.ts';
import { Node } from '../contract/node.type.ts';
import { noticeDaysText } from '../contract/notice-days.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';

@ObjectType({
  implements: Node,
  description:
    'Accounts that you watch for a contract. Give its id as `watchList` in the filter of `changes`, of a subscription or of a ' +
    'webhook. It belongs to the holder of your API key and is visible only to keys of that holder and scope.',
})
export class WatchList implements Node {
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Your name for the contract.' })
  contract!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the contract.' })
  from!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of the contract. Changes that take effect after it are not reported for this list.',
  })
  to!: Day | null;

  @Field(() => [Int], { description: `How many days ahead you are notified: ${noticeDaysText}. Empty for no notices.` })
  noticeDays!: number[];

  @Field(() => Int, { description: 'How many accounts are on it.' })
  size!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`. Adding or removing an account raises it.' })
  version!: number;
}

/** What a query returns to GraphQL for a watch list; its accounts are found by its key. */
export interface WatchListSource extends Readonly<WatchList> {
  readonly listId: string;
}

@ObjectType({ description: 'An account on a watch list, as you added it.' })
export class WatchedAccount {
  @Field(() => String, { nullable: true, description: 'The WSIB account number it was added by; null if it was added by id.' })
  wsibAccount!: string | null;

  @Field(() => DateTime, { description: 'When it was added.' })
  addedAt!: Instant;

  @Field(() => Account, {
    nullable: true,
    description: 'The account; null if it is not visible to you today. It stays on the list whatever happens to the account.',
  })
  account!: Account | null;
}

/**
 * What a query returns to GraphQL for an entry; the account is found, under the mask, by the name it was added under: a missing account
 * takes the same look-up.
 */
export interface WatchedAccountSource extends Readonly<Omit<WatchedAccount, 'account'>> {
  /** Null if it was added by number. */
  readonly accountId: string | null;
}

@ObjectType({ description: 'One of the accounts on a watch list, with its cursor.' })
export class WatchedAccountEdge {
  @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`.' })
  cursor!: string;

  @Field(() => WatchedAccount, { description: 'The account.' })
  node!: WatchedAccount;
}

@ObjectType({ description: 'A page of the accounts on a watch list.' })
export class WatchedAccountConnection {
  @Field(() => [WatchedAccountEdge], { description: 'The accounts of the page with their cursors.' })
  edges!: WatchedAccountEdge[];

  @Field(() => [WatchedAccount], { description: 'The accounts of the page.' })
  nodes!: WatchedAccount[];

  @Field(() => PageInfo, { description: 'The place of the page in the list.' })
  pageInfo!: PageInfo;
}
