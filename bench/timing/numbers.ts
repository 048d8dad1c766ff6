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

/** A number with the row that has it. */
interface Numbered {
  readonly id: string;
  readonly number: string;
}

/** Two halves of the numbers of hidden accounts and of firms: one half of each is taken away, so that nobody has it, and the halves change places. */
export interface Halves {
  readonly accounts: readonly (readonly Numbered[])[];
  readonly firms: readonly (readonly Numbered[])[];
}

/** Numbers of another form are read in another way, and numbers beyond the last are found sooner: the halves differ in nothing but who was drawn. */
export async function drawHalves(source: DataSource, today: string): Promise<Halves> {
  const accounts: Numbered[] = await source.query(
    `select a.id, a.wsib_account as number from ${hiddenAccounts} and a.wsib_account ~ '^[0-9]+$'
       and not exists (select from former_wsib_account where number = a.wsib_account) order by random()`,
    [today],
  );
  // Numbers of one firm have the same first nine digits.
  const firms: Numbered[] = await source.query(
    `select o.id, o.business_number as number from ${hiddenFirms} and o.business_number is not null and not exists (
       select from organization other where left(other.business_number, 9) = left(o.business_number, 9) and other.id <> o.id) order by random()`,
    [today],
  );
  return { accounts: halves(accounts), firms: halves(firms) };
}

/**
 * Takes the numbers of one half away and gives the other half its own. Accounts lie where they lie, and have one period or five: a difference of the two
 * sets themselves changes its sign with each turn, and one of hidden from unknown does not.
 */
export async function hideHalf(source: DataSource, { accounts, firms }: Halves, turn: number): Promise<NumbersAsked> {
  await place(source, 'account', 'wsib_account', accounts, turn);
  await place(source, 'organization', 'business_number', firms, turn);
  await source.query('vacuum analyze account, organization');
  return { wsibAccount: numbersAt(accounts, turn), businessNumber: numbersAt(firms, turn) };
}

// Every row of both halves is written, so that neither lies in better order.
async function place(source: DataSource, table: string, column: string, of: Halves['accounts'], turn: number): Promise<void> {
  const ids = (rows: readonly Numbered[] = []) => rows.map(({ id }) => id);
  await source.query(`update ${table} set ${column} = null where id = any($1)`, [of.flatMap(ids)]);
  const held = of[turn % 2] ?? [];
  await source.query(
    `update ${table} set ${column} = given.number from unnest($1::uuid[], $2::text[]) as given (id, number) where ${table}.id = given.id`,
    [ids(held), held.map(({ number }) => number)],
  );
}

function numbersAt(of: Halves['accounts'], turn: number): Numbers {
  const numbers = (at: number) => (of[at % 2] ?? []).map(({ number }) => number);
  return { hidden: numbers(turn), unknown: numbers(turn + 1) };
}

function halves(rows: readonly Numbered[]): (readonly Numbered[])[] {
  const half = Math.floor(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half, 2 * half)];
}
