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
    'Accounts that you watch for a contract. Give it as `watchList` in the filter of `changes`, of a subscription or of a webhook. It belongs to the holder of your API key: every key of that holder and scope sees it, and nobody else.',
})
export class WatchList implements Node {
  id!: string;

  @Field(() => String, { description: 'What you call it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The contract it is for, as you name it.' })
  contract!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the contract.' })
  from!: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of the contract. Changes that take effect after it are not told for this list.',
  })
  to!: Day | null;

  @Field(() => [Int], { description: `How many days ahead you are told of what will be: ${noticeDaysText}. Empty for no notices.` })
  noticeDays!: number[];

  @Field(() => Int, { description: 'How many accounts were put on it.' })
  size!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`. Putting an account on it or taking it off raises it.' })
  version!: number;
}

/** What a query hands to GraphQL for a watch list; its accounts are found by its key. */
export interface WatchListSource extends Readonly<WatchList> {
  readonly listId: string;
}

@ObjectType({ description: 'An account on a watch list, as you put it there.' })
export class WatchedAccount {
  @Field(() => String, { nullable: true, description: 'The WSIB account number it was put there by; null when it was by its id.' })
  wsibAccount!: string | null;

  @Field(() => DateTime, { description: 'When it was put there.' })
  addedAt!: Instant;

  @Field(() => Account, {
    nullable: true,
    description: 'The account, if it is one that you may know of today. It stays on the list whatever becomes of it.',
  })
  account!: Account | null;
}

/** What a query hands to GraphQL for an entry; the account is found by what it was put there by, under the mask: one that is not there takes the same look-up. */
export interface WatchedAccountSource extends Readonly<Omit<WatchedAccount, 'account'>> {
  /** Null when it was put there by its number. */
  readonly accountId: string | null;
}

@ObjectType({ description: 'One of the accounts on a watch list, at its place.' })
export class WatchedAccountEdge {
  @Field(() => String, { description: 'Where it stands: give it as `after` or `before`.' })
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

  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;
}
