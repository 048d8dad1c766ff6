import type { SqlParameters } from '../database/sql-parameters.ts';
import { type Audience, isKnown } from '../disclosure/audience.ts';
import { isConsented } from '../disclosure/consent.sql.ts';
import { camelCase, presentInstant } from './answered-columns.sql.ts';
import { otherAccountFor, otherAccounts } from './other-accounts.sql.ts';

// The statement of a list of WSIB account numbers by a caller from whom accounts may be hidden: what is asked on a closing day. It reads what the general
// statement reads, but in two steps. First it looks for an account that holds the number and whose standing is visible to every such caller: the answer
// shows that it found one, so that this may be quick. For all other numbers it does equal work, whether they are hidden or unknown.

/** What a caller may see of the accounts of a list: conditions on `p`, the period of an account. */
export interface MaskOfNumbers {
  /** Whether its standing is visible whoever's account it is. */
  readonly isPlain: string;
  /** Whether its standing is visible, consents counted; `named` is the account. */
  readonly isVisible: string;
  /** Whether an account consents; null for a caller to whom nobody can. */
  readonly allows: ((account: string) => string) | null;
}

/** The mask of a caller who has no account of his own and does not see every file; null for others. Adds its values to the parameters. */
export function maskOfNumbers(audience: Audience | null, params: SqlParameters): MaskOfNumbers | null {
  if (audience === null || audience.known === null || audience.organizationId !== null) return null;
  const isPlain = isKnown({ ...audience, recipients: null }, 'named', 'p', params);
  let allows: MaskOfNumbers['allows'] = null;
  const consents: typeof isConsented = (account, ...consent) => {
    allows = (of) => isConsented(of, ...consent);
    return isConsented(account, ...consent);
  };
  const isVisible = isKnown(audience, 'named', 'p', params, consents);
  return isPlain === null || isVisible === null ? null : { isPlain, isVisible, allows };
}

/**
 * One stand-in for three numbers: the second time an account is read it takes a third of a microsecond less, which makes up for what a number that nobody holds
 * takes more (decision 0491).
 *
 * Parameters: the day, the numbers, and those of the mask. A row for each number that finds a visible account; for one that does not and is that of a
 * document, a row without an account; in no order.
 */
export const numberedSql = (mask: MaskOfNumbers, columns: readonly string[]): string => `
  select once.*, answer.*
  from (select ${presentInstant} as "presentAt" offset 0) as once
  left join (
    select asked.at::integer - 1 as subject, found.*
    from (
      select given.number, given.at, holder.id, holder.organization_id, ${otherAccountFor('given.at')} as other
      from unnest((select $2::text[])) with ordinality as given (number, at) ${otherAccounts('(select 1 + cardinality($2) / 3)')}
      left join lateral (select id, organization_id from account where wsib_account = given.number limit 1) as holder on true
      offset 0
    ) as asked
    cross join lateral (
      ${plainlyVisible(mask, columns)} union all ${otherwiseVisible(mask, columns)} union all ${numberOfDocument(mask, columns)} limit 1
    ) as found
  ) as answer on true`;

/**
 * The account that holds the number, if its standing is visible to all. For a number that nobody holds, another account's standing is read, and dropped in the
 * same condition as a hidden one's. The period is found by its place: the condition reads its standing alone, so that longer rows take no longer to drop.
 */
const plainlyVisible = (mask: MaskOfNumbers, columns: readonly string[]): string => `(
      select ${select({ id: 'asked.id', organization: 'asked.organization_id', number: 'asked.number' }, mask, columns)}
      from standing_period as p ${organizationOf('asked.organization_id')}
      where p.ctid = ${placeOfPeriod('coalesce(asked.id, asked.other)')} and case when ${mask.isPlain} then asked.id is not null else false end)`;

/**
 * Executed only for a number that the first step found nothing visible for: its account where a consent shows it, or the one that held the number last.
 * Whether it ever was another account's is looked up first, and the standing is read once more, since that account's has to be.
 */
const otherwiseVisible = (mask: MaskOfNumbers, columns: readonly string[]): string => `(
      select ${select({ id: 'account.id', organization: 'account.organization_id', number: 'account.wsib_account' }, mask, columns)}
      from (
        select coalesce(asked.id, former.id, asked.other) as id, coalesce(asked.id, former.id) is not null as is_named from (
          select (select account_id from former_wsib_account where number = asked.number order by until_day desc, former_wsib_account.id desc limit 1) as id offset 0
        ) as former offset 0
      ) as named
      cross join lateral (
        select * from standing_period as p
        where p.ctid = ${placeOfPeriod('named.id')} and case when ${mask.isVisible} then named.is_named else false end
      ) as p
      cross join lateral (select * from account where id = named.id and p.valid_from is not null limit 1) as account
      ${organizationOf('account.organization_id')})`;

/** whether the number is that of a document, whoever's. */
const numberOfDocument = (mask: MaskOfNumbers, columns: readonly string[]): string => {
  const names = [...identity, ...(mask.allows === null ? [] : ['']), ...columns];
  return `(select ${names.map(() => 'null').join(', ')} from document_number where number = asked.number limit 1)`;
};

/** Where the period of an account lies that holds on the day. */
const placeOfPeriod = (account: string): string =>
  `(select ctid from standing_period where account_id = ${account} and valid_from <= (select $1::date) order by valid_from desc limit 1)`;

// Of what the mask left: the condition on the period keeps PostgreSQL from looking the organization up before it.
const organizationOf = (id: string): string =>
  `cross join lateral (select legal_name, city from organization where id = ${id} and p.valid_from is not null limit 1) as organization`;

const identity = ['accountId', 'organizationId', 'wsibAccount', 'organizationName', 'city'] as const;

interface Found {
  readonly id: string;
  readonly organization: string;
  readonly number: string;
}

function select({ id, organization, number }: Found, { allows }: MaskOfNumbers, columns: readonly string[]): string {
  const values = [id, organization, number, 'organization.legal_name', 'organization.city'];
  return [
    ...identity.map((name, at) => `${values[at]} as "${name}"`),
    ...(allows === null ? [] : [`${allows(id)} as "hasRegisteredConsent"`]),
    ...columns.map((column) => `p.${column} as "${camelCase(column)}"`),
  ].join(', ');
}
