import { inOrder, isWithin, type KeyRange, type OrderKey } from '../connection/key-range.ts';
import { countingSql, limitCounted } from '../connection/total.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import { type Audience, isKnown } from '../disclosure/audience.ts';
import { effectiveConsent } from '../disclosure/consent.sql.ts';
import { earliestPendingSince } from '../rules/standing/lookback.ts';
import type { Standing } from '../rules/standing/standing.ts';
import {
  cityConditions,
  fewAccounts,
  isRunOn,
  periodConditions,
  periodOn,
  runConditions,
  standingConditions,
  standingsToRead,
} from '../standing/criteria.sql.ts';
import type { Criteria } from '../standing/criteria.ts';

/** What a list of accounts is ordered by. */
export type AccountKey = 'since' | 'name';

/** A list of accounts, ready to be read or counted. */
export interface AccountList {
  readonly audience: Audience;
  readonly criteria: Criteria;
  readonly key: AccountKey;
}

const keys: Readonly<Record<AccountKey, OrderKey>> = {
  since: { value: 'r.since', type: 'date', id: 'r.account_id' },
  name: { value: 'folded(o.legal_name) collate "C"', type: 'text', id: 'a.id' },
};

/** The accounts of a range of a list, with `position` in its order; `columns` are of the account `a` and its period of the day `p`. */
export function accountsOf(list: AccountList, range: KeyRange, columns: (params: SqlParameters) => string): Statement {
  const params = new SqlParameters();
  const day = params.add(list.criteria.on);
  const key = keys[list.key];
  const from = list.key === 'since' ? bySince(list, range, day, params) : byName(list, range, day, params);
  const text = `select ${key.value}::text as position, ${columns(params)} ${from} ${inOrder(range, key, params)}`;
  return { text, values: params.values };
}

/** How many accounts a list has. */
export function numberOfAccounts(list: AccountList): Statement {
  const params = new SqlParameters();
  const day = params.add(list.criteria.on);
  const runs = runsSql(list, null, day, params).map((run) => `(${run} ${limitCounted(params)})`);
  return { text: countingSql(`select * from (${runs.join(' union all ')}) as r`, params), values: params.values };
}

function byName({ audience, criteria }: AccountList, range: KeyRange, day: string, params: SqlParameters): string {
  const { joins, where } = standingConditions(audience, criteria, () => day, params);
  const period = joins.some((join) => join.startsWith('cross')) ? [] : [`cross join ${periodOn('a.id', day)}`];
  const conditions = [...where, ...cityConditions(criteria, params), ...isWithin(range, keys.name, params)];
  return `from organization o join account a on a.organization_id = o.id ${[...joins, ...period].join(' ')} ${whereSql(conditions)}`;
}

/** Each standing is read in index order as far as the range can reach; only the rows that remain are looked up. */
function bySince(list: AccountList, range: KeyRange, day: string, params: SqlParameters): string {
  const runs = runsSql(list, range, day, params).map((run) => `(${run} ${inOrder(range, keys.since, params)})`);
  return `from (select * from (${runs.join(' union all ')}) as r ${inOrder(range, keys.since, params)}) as r
    join account a on a.id = r.account_id cross join ${periodOn('a.id', day)}`;
}

const whereSql = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');

const runColumns = 'select r.account_id, r.since from standing_period r';

/**
 * The runs asked for that last on the day: one SELECT per standing, and one for the standings visible to the audience for some accounts
 * only.
 */
function runsSql({ audience, criteria }: AccountList, range: KeyRange | null, day: string, params: SqlParameters): string[] {
  const { openly, ofSome } = standingsToRead(audience, criteria);
  const conditions = [isRunOn('r', day), ...runConditions('r', criteria, params), ...(range ? isWithin(range, keys.since, params) : [])];
  const { joins, where } = furtherConditions(criteria, [...openly, ...ofSome], day, params);
  const rest = (more: readonly string[]) => `${joins.join(' ')} ${whereSql([...conditions, ...where, ...more])}`;
  const runs = [
    ...openly.map((standing) => `${runColumns} ${rest(ofStanding(standing, criteria, params))}`),
    ...ofSomeAccounts(audience, ofSome, params).map((more) => `${runColumns} join account own on own.id = r.account_id ${rest(more)}`),
  ];
  // An empty SELECT uses every placeholder too: PostgreSQL refuses a statement with a value that it does not mention.
  return runs.length > 0 ? runs : [`${runColumns} ${rest(['false'])}`];
}

/** The criteria other than the days of the run. */
function furtherConditions(
  criteria: Criteria,
  standings: readonly Standing[],
  day: string,
  params: SqlParameters,
): { joins: string[]; where: string[] } {
  const ofPeriod = [...periodConditions(criteria, params), ...fewAccounts('r.account_id', criteria, standings, params)];
  const ofCity = cityConditions(criteria, params);
  const city = 'join account a on a.id = r.account_id join organization o on o.id = a.organization_id';
  return {
    joins: [...(ofCity.length > 0 ? [city] : []), ...(ofPeriod.length > 0 ? [`cross join ${periodOn('r.account_id', day)}`] : [])],
    where: [...ofPeriod, ...ofCity],
  };
}

function ofStanding(standing: Standing, { on }: Criteria, params: SqlParameters): string[] {
  const isStanding = `r.standing = ${params.add(standing)}`;
  return standing === 'PENDING' ? [isStanding, `r.since >= ${params.add(earliestPendingSince(on))}::date`] : [isStanding];
}

/** Conditions on runs visible to the audience for some accounts only: its own, and those that consent. One set, or none. */
function ofSomeAccounts(audience: Audience, standings: readonly Standing[], params: SqlParameters): string[][] {
  const some = standings.length > 0 ? someAccounts(audience, params) : [];
  const known = some.length > 0 ? isKnown(audience, 'own', 'r', params) : null;
  return known === null ? [] : [[`r.standing = any(${params.add(standings)}::text[])`, known, `own.id in (${some.join(' union ')})`]];
}

/** So that PostgreSQL looks for those accounts first; isKnown decides which of their standings are visible. */
function someAccounts({ organizationId, recipients }: Audience, params: SqlParameters): string[] {
  const own = organizationId ? [`select id from account where organization_id = ${params.add(organizationId)}::uuid`] : [];
  if (recipients === null) return own;
  const consented = effectiveConsent('REGISTERED_STATUS', params.add(recipients.names), params.add(recipients.today));
  return [...own, `select account_id from consent where ${consented}`];
}
