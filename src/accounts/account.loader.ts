import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { preparedOnce } from '../database/prepared.ts';
import { shapedRows } from '../database/shaped-rows.ts';
import { SqlParameters } from '../database/sql-parameters.ts';
import { audienceName, audienceOf, isKnown } from '../disclosure/audience.ts';
import { isConsented } from '../disclosure/consent.sql.ts';
import { type ConsentedRow, consentColumns } from '../disclosure/viewer-of.ts';
import { accountsMeant } from '../identifiers/bare-number.ts';
import { accountsAsked, unlessOther } from '../standing/other-accounts.sql.ts';
import type { AccountSource } from './account.type.ts';
import { storedFactColumns, storedPeriodColumns } from './period-columns.ts';
import type { StoredFacts } from './shown-period.ts';

/** An account with the period of today, unmasked. */
export interface LoadedAccount extends AccountSource {
  readonly today: StoredFacts;
  /** The WSIB account number that was asked for, where one was: the account's own, or one that it had before. */
  readonly askedNumber?: string | undefined;
  /** The id that was asked for, where one was: the account's own, or that of one that was merged into it. */
  readonly askedId?: string | undefined;
}

// Every account goes through the mask here: for the caller, only the accounts that these loaders return exist.

/** The account with an id, if its standing today or its audits are visible to the caller. */
export const accountById = (source: DataSource, context: Context): DataLoader<string, LoadedAccount | null> =>
  new DataLoader(async (ids) => {
    const accounts = await visibleAccounts(source, context, 'id', ids);
    const byId = new Map(accounts.map((account) => [account.askedId, account]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The account of a WSIB account number as typed, or of one that it had before, on the same condition. */
export const accountByWsibAccount = (source: DataSource, context: Context): DataLoader<string, LoadedAccount | null> =>
  new DataLoader(async (typed) => {
    const meant = typed.map(accountsMeant);
    const accounts = await visibleAccounts(source, context, 'wsibAccount', [...new Set(meant.flat())]);
    const byNumber = new Map(accounts.map((account) => [account.askedNumber, account]));
    const found = meant.map((numbers) => numbers.map((number) => byNumber.get(number)).find((account) => account !== undefined) ?? null);
    context.noteMisses(found.filter((account) => account === null).length);
    return found;
  });

/** The accounts of an organization, on the same condition, in the order of their WSIB account numbers. */
export const accountsByOrganization = (source: DataSource, context: Context): DataLoader<string, readonly LoadedAccount[]> =>
  accountsOf(source, context, 'organizationId');

/** The same without the reasons of their standing and the ids of its documents. */
export const accountsUnexplained = (source: DataSource, context: Context): DataLoader<string, readonly LoadedAccount[]> =>
  accountsOf(source, context, 'organizationIdUnexplained');

const accountsOf = (
  source: DataSource,
  context: Context,
  key: 'organizationId' | 'organizationIdUnexplained',
): DataLoader<string, readonly LoadedAccount[]> =>
  new DataLoader(async (ids) => {
    const accounts = await visibleAccounts(source, context, key, ids);
    const byOrganization = new Map<string, LoadedAccount[]>(ids.map((id) => [id, []]));
    for (const account of accounts) byOrganization.get(account.organizationId)?.push(account);
    return ids.map((id) => byOrganization.get(id) ?? []);
  });

const ofOrganizations = {
  from: 'account a',
  where: (visible: string) => `a.organization_id = any($2::uuid[]) and ${visible}`,
  columns: '',
};

/** The accounts of some keys: what follows FROM, the condition, given that of the mask, and what the select list has besides. */
const keys = {
  id: {
    from: 'account named join account a on a.id = coalesce(named.merged_into_id, named.id)',
    where: (visible: string) => `named.id = any($2::uuid[]) and ${visible}`,
    columns: ', named.id as "askedId"',
  },
  wsibAccount: {
    from: accountsAsked('$2', 'a'),
    where: unlessOther,
    columns: ', asked.number as "askedNumber"',
  },
  organizationId: ofOrganizations,
  organizationIdUnexplained: ofOrganizations,
};

/** An account as a statement with `identityColumns` returns it. */
export interface AccountIdentity extends ConsentedRow {
  readonly accountId: string;
  readonly organizationId: string;
  readonly wsibAccount: string | null;
}

/** The same with `accountColumns`. */
export interface AccountRow extends AccountIdentity, StoredFacts {
  readonly askedNumber?: string;
  readonly askedId?: string;
}

/** The select list of an `AccountIdentity` from the account `a`; what consents allow is added with `consentColumns`. */
export const identityColumns = 'a.id as "accountId", a.organization_id as "organizationId", a.wsib_account as "wsibAccount"';

/** The select list of an `AccountRow`, with the account's period of today as `p`. */
export const accountColumns = `${identityColumns}, ${storedPeriodColumns}`;

/** The same with what nearly every answer shows of the period. */
const unexplainedColumns = `${identityColumns}, ${storedFactColumns}`;

// The standing comes with the account, and the mask is in the statement: an account that is hidden and one that does not exist take the same time.
async function visibleAccounts(
  source: DataSource,
  context: Context,
  key: keyof typeof keys,
  values: readonly string[],
): Promise<LoadedAccount[]> {
  const params = new SqlParameters();
  const audience = audienceOf(context);
  const today = params.add(context.today);
  params.add(values);
  const consents = consentColumns(context, 'a.id', 3);
  const consented = consents.values.map((value) => params.add(value));
  const isGuessed = key === 'wsibAccount';
  const condition = isKnown(audience, 'a', isGuessed ? 'held' : 'p', params, isConsented);
  const [names = '', day = ''] = consented;
  const audits = consented.length > 0 ? `${isConsented('a.id', 'AUDIT_FACTS', names, day)} or ` : '';
  const visible = condition === null ? 'true' : `(${audits}${condition})`;
  const { from, where, columns } = keys[key];
  const text = () => `
    select ${key === 'organizationIdUnexplained' ? unexplainedColumns : accountColumns}${columns}${consents.sql}
    from ${from} ${isGuessed ? wholeIf(where(visible), today) : `${periodOn(today, '*')} as p where ${where(visible)}`}
    order by a.wsib_account, a.id`;
  const statement = preparedOnce(`accounts_by_${key}${consents.name}${audienceName(audience)}`, text);
  return (await shapedRows<AccountRow>(poolOf(source), statement, params.values)).map(accountOf);
}

/** SQL: joins the account's period of a day. */
const periodOn = (day: string, columns: string, gate = 'true'): string => `cross join lateral (
      select ${columns} from standing_period where account_id = a.id and valid_from <= ${day} and ${gate} order by valid_from desc limit 1
    )`;

/**
 * SQL: the same, whole only if a condition on its standing holds. The period of an account that stands in for an unknown number would take longer to copy
 * than a hidden one, because the rows of visible accounts are longer.
 */
const wholeIf = (condition: string, day: string): string => `${periodOn(day, 'standing')} as held ${periodOn(day, '*', condition)} as p`;

/** The account of a row, without its standing. */
export const accountIdentity = (row: AccountIdentity): AccountSource => ({
  id: toGlobalId('Account', row.accountId),
  accountId: row.accountId,
  organizationId: row.organizationId,
  wsibAccount: row.wsibAccount,
  hasRegisteredConsent: row.hasRegisteredConsent,
});

/** The account of a row with its period of today. */
export const accountOf = (row: AccountRow): LoadedAccount => ({
  id: toGlobalId('Account', row.accountId),
  accountId: row.accountId,
  organizationId: row.organizationId,
  wsibAccount: row.wsibAccount,
  hasRegisteredConsent: row.hasRegisteredConsent,
  today: row,
  askedNumber: row.askedNumber,
  askedId: row.askedId,
});
