import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountsMeant } from '../identifiers/bare-number.ts';
import { recordId } from '../mutations/record-id.ts';

/** The maximum number of accounts on one list. */
const MOST_ON_A_LIST = 2_000;

/** Accounts as named in the input: by id or by WSIB account number, each number as it may be recorded, the likeliest last. */
export interface Named {
  readonly ids: readonly string[];
  readonly numbers: readonly (readonly string[])[];
}

/** The accounts that an input names, each once. */
export const namedIn = (field: string, accounts?: readonly string[] | null, numbers?: readonly string[] | null): Named => ({
  ids: [...new Set(accounts?.map((each) => recordId(field, each, 'Account')))],
  numbers: (numbers ?? []).map(accountsMeant),
});

/** Adds accounts to a list; those already on it keep their place. Nobody looks whether there is an account of a number, so one reading is kept: its digits. */
export async function addEntries({ tx }: Unit, listId: string, { ids, numbers }: Named): Promise<void> {
  // None is merged away between this and the commit; what was merged is read as merged below.
  await tx.query('select from account where id = any($1::uuid[]) order by id for share', [ids]);
  await tx.query(
    `insert into watch_list_entry (list_id, account_id, wsib_account)
     select $1::uuid, coalesce(a.merged_into_id, named.id), null from unnest($2::uuid[]) as named (id) left join account a using (id)
     union all select $1::uuid, null, number from unnest($3::text[]) as named (number)
     on conflict do nothing`,
    [listId, ids, [...new Set(numbers.flatMap((readings) => readings.slice(-1)))]],
  );
  const [entries]: { count: number }[] = await tx.query('select count(*)::integer as count from watch_list_entry where list_id = $1', [
    listId,
  ]);
  if ((entries?.count ?? 0) > MOST_ON_A_LIST)
    throw faults.BAD_USER_INPUT('input', `input adds too many accounts to the watch list: the maximum is ${MOST_ON_A_LIST}.`);
}

/** Removes accounts from a list, each by the name it was added under; accounts that are not on it are ignored. */
export async function removeEntries({ tx }: Unit, listId: string, { ids, numbers }: Named): Promise<void> {
  await tx.query(
    `delete from watch_list_entry where list_id = $1 and (wsib_account = any($3::text[]) or account_id in (
      select coalesce(a.merged_into_id, named.id) from unnest($2::uuid[]) as named (id) left join account a using (id)))`,
    [listId, ids, numbers.flat()],
  );
}
