import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/account.type.ts';
import { connectionTo } from '../connection/connection.type.ts';
import { Obligation, type ObligationSource } from './obligation.type.ts';

@ObjectType({ description: 'An obligation in the list of an organization, with the account that it belongs to.' })
export class AccountObligation {
  @Field(() => Account, { description: 'The account.' })
  account!: Account;

  @Field(() => Obligation, { description: 'What has to be done.' })
  obligation!: Obligation;
}

/** What a query returns to GraphQL for an entry of the list. */
export interface AccountObligationSource<AccountOf> {
  readonly account: AccountOf;
  readonly obligation: ObligationSource;
}

/** Pages of the list of an organization. */
export const AccountObligationConnection = connectionTo(AccountObligation, { one: 'obligation', many: 'obligations' });
