import { accountsNumbered } from './numbered-account.sql.ts';

// A number that finds nothing must cost what a hidden account costs: its row, its period and its consents are read and dropped. So another account is read
// in its place, and dropped as well.

/** SQL: accounts by chance, always the same ones, as many as are asked for; `others.ids`. */
export const otherAccounts = (count: string): string => `
  cross join (select array(select id from account order by md5(id::text) limit ${count}) offset 0) as others (ids)`;

/**
 * SQL: the account that stands in for the subject at a place (from 1); null in a registry without accounts. With `number`, only where that expression has
 * a value.
 */
export function otherAccountFor(at: string, number: string | null = null): string {
  const other = `others.ids[1 + ${at} % nullif(cardinality(others.ids), 0)]`;
  return number === null ? other : `case when ${number} is not null then ${other} end`;
}

/**
 * SQL: for each WSIB account number of a parameter, as `asked`, the account that it finds or, in place of none, another one, which `unlessOther` drops.
 */
export const accountsAsked = (numbers: string, account: string): string => `
  unnest(${numbers}::text[]) with ordinality as asked (number, at) ${otherAccounts(`cardinality(${numbers}::text[])`)}
  left join lateral (${accountsNumbered('asked.number')}) as numbered on true
  cross join lateral (select * from account where id = coalesce(numbered.id, ${otherAccountFor('asked.at')}) limit 1) as ${account}`;

/** SQL: a condition that drops other accounts too, but not before it was found out whether it holds. */
export const unlessOther = (condition: string): string => `case when ${condition} then numbered.id is not null else false end`;

/** The kind of "document" by which an account of another organization was found. */
const STANDS_IN = 'STANDS_IN';

/**
 * SQL: the accounts of the organizations that a business number finds or, in place of none, those of another one, which is looked up either way. Which one
 * depends on the number and not on its place among those asked, so that asking again tells no more. Firms whose accounts are all hidden rarely have
 * several, so the others of most numbers have one: of one number in eight, all are read.
 */
export const accountsOfOrganizations = (number: string): string => `
    select its.id, case when found.id is null then '${STANDS_IN}' end, null::uuid, null::text, null::date
    from (select md5(left(${number}, 9)) as place, (
      (select organization_id from account where md5(id::text) >= md5(left(${number}, 9)) order by md5(id::text) limit 1)
      union all (select organization_id from account order by md5(id::text) limit 1) limit 1
    ) as id offset 0) as other
    left join organization found on left(found.business_number, 9) = left(${number}, 9)
    cross join lateral (
      select id from account where organization_id = coalesce(found.id, other.id) and asked.at > 0
      limit case when found.id is null and other.place >= '2' then 1 end
    ) as its
    where ${number} is not null`;

/** SQL: whether `named` is an account that its subject found, and no other. */
export const isNoOther = `named.account_id is not null and named.kind is distinct from '${STANDS_IN}'`;
