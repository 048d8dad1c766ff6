import type { DataSource } from 'typeorm';
import type { Started } from './greeting.ts';
import type { Day } from './rules/calendar.ts';

/** The account of the greeting's example query: one that is visible to anyone. */
export async function shownExample(source: DataSource, today: Day): Promise<Pick<Started, 'example' | 'isEmpty'>> {
  const [found]: { wsib_account: string }[] = await source.query(
    `select wsib_account from account where wsib_account is not null and exists (
       select from standing_period where account_id = account.id and standing = 'CERTIFIED' and valid_from <= $1 and (valid_to is null or valid_to > $1))
     order by wsib_account limit 1`,
    [today],
  );
  const accounts: unknown[] = await source.query('select from account limit 1');
  return { example: found?.wsib_account ?? null, isEmpty: accounts.length === 0 };
}
