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
