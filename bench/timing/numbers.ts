import type { DataSource } from 'typeorm';

/** Numbers of hidden accounts or firms, and ones that nobody has. */
export interface Numbers {
  readonly hidden: readonly string[];
  readonly unknown: readonly string[];
}

export interface NumbersAsked {
  readonly wsibAccount: Numbers;
  readonly businessNumber: Numbers;
}

/** SQL: the accounts that are hidden from everybody but staff; $1 is the day. */
export const hiddenAccounts = `account a cross join lateral (
    select standing from standing_period where account_id = a.id and valid_from <= $1 order by valid_from desc limit 1) as p
  where p.standing not in ('CERTIFIED', 'PENDING', 'BIDDING_ONLY')`;

/** SQL: the firms all of whose accounts are hidden. */
const hiddenFirms = `organization o where exists (select from account where organization_id = o.id) and not exists (
    select from account where organization_id = o.id and id not in (select a.id from ${hiddenAccounts}))`;

/**
 * Takes half of the numbers of hidden accounts and firms away, so that nobody has them. Numbers of another form are read in another way, and numbers beyond
 * the last are found sooner: only such ones differ from hidden ones in nothing but that.
 */
export async function freeHalf(source: DataSource, today: string): Promise<NumbersAsked> {
  const accounts: { number: string }[] = await source.query(
    `select a.wsib_account as number from ${hiddenAccounts} and a.wsib_account ~ '^[0-9]+$'
       and not exists (select from former_wsib_account where number = a.wsib_account) order by random()`,
    [today],
  );
  // Numbers of one firm have the same first nine digits.
  const firms: { number: string }[] = await source.query(
    `select o.business_number as number from ${hiddenFirms} and o.business_number is not null and not exists (
       select from organization other where left(other.business_number, 9) = left(o.business_number, 9) and other.id <> o.id) order by random()`,
    [today],
  );
  const asked = { wsibAccount: halves(accounts), businessNumber: halves(firms) };
  await source.query('update account set wsib_account = null where wsib_account = any($1)', [asked.wsibAccount.unknown]);
  await source.query('update organization set business_number = null where business_number = any($1)', [asked.businessNumber.unknown]);
  return asked;
}

function halves(rows: readonly { number: string }[]): Numbers {
  const numbers = rows.map(({ number }) => number);
  const half = Math.floor(numbers.length / 2);
  return { hidden: numbers.slice(0, half), unknown: numbers.slice(half, 2 * half) };
}
