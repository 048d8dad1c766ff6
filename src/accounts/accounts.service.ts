import { keyRangeOf } from '../connection/key-range.ts';
import { Cursors, isPositionInTime } from '../connection/keyset.ts';
import { connectionOfPositioned, type Positioned, pageOf } from '../connection/page.ts';
import { type CountedConnection, counted, rowsOf, totalOf } from '../connection/total.ts';
import type { Context } from '../contract/context.ts';
import { audienceOf } from '../disclosure/audience.ts';
import { criteriaOf } from '../standing/criteria.ts';
import { type AccountRow, accountColumns, accountIdentity, accountOf, type LoadedAccount } from './account.loader.ts';
import type { AccountSource } from './account.type.ts';
import { withConsents } from './account-columns.ts';
import { AccountOrder, type AccountsArgs } from './accounts.args.ts';
import { type AccountKey, type AccountList, accountsOf, numberOfAccounts } from './accounts.sql.ts';

const cursors: Readonly<Record<AccountKey, Cursors>> = {
  since: new Cursors('accountsBySince', isPositionInTime),
  name: new Cursors('accountsByName'),
};

/** An account of a list; its period of today is included if the list is for today. */
type Listed = AccountSource & Partial<Pick<LoadedAccount, 'today'>>;

type ListedRow = AccountRow & { readonly position: string };

/** The accounts whose standing on the day asked is visible to the caller; all accounts for a caller who sees the whole file. */
export async function listAccounts(context: Context, args: AccountsArgs): Promise<CountedConnection<Listed>> {
  const list = listOf(context, args);
  const page = pageOf(args, cursors[list.key], context.caller);
  const statement = accountsOf(list, keyRangeOf(page, isDescending[args.orderBy]), (params) =>
    withConsents(accountColumns, context, params),
  );
  const found = (await rowsOf<ListedRow>(context, statement)).map((row) => foundAccount(row, list.criteria.on === context.today));
  return counted(connectionOfPositioned(page, found, cursors[list.key]), () => totalOf(context, numberOfAccounts(list)));
}

const isDescending: Readonly<Record<AccountOrder, boolean>> = {
  SINCE_ASC: false,
  SINCE_DESC: true,
  ORGANIZATION_NAME_ASC: false,
  ORGANIZATION_NAME_DESC: true,
};

const listOf = (context: Context, { filter, orderBy }: AccountsArgs): AccountList => ({
  audience: audienceOf(context),
  criteria: criteriaOf(filter, context.today),
  key: orderBy === AccountOrder.SINCE_ASC || orderBy === AccountOrder.SINCE_DESC ? 'since' : 'name',
});

function foundAccount(row: ListedRow, isOfToday: boolean): Positioned<Listed> {
  return { node: isOfToday ? accountOf(row) : accountIdentity(row), text: row.position, id: row.accountId };
}
