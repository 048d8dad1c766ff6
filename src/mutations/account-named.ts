import type { EntityManager } from 'typeorm';
import { accountsMeant } from '../identifiers/bare-number.ts';
import { accountsNumbered } from '../standing/numbered-account.sql.ts';
import { recordId } from './record-id.ts';

/**
 * The stored id of an account named in the input: of the one it was merged into, if it was. A UUID that no account has is returned as it is: locking
 * it says that there is none.
 */
export async function accountNamed({ tx }: { readonly tx: EntityManager }, globalId: string, field = 'account'): Promise<string> {
  const id = recordId(field, globalId, 'Account');
  const [row]: { leadsTo: string }[] = await tx.query('select coalesce(merged_into_id, id) as "leadsTo" from account where id = $1', [id]);
  return row?.leadsTo ?? id;
}

/** The stored id of the account that a WSIB account number in the input finds: its own, or one that it had before; null if there is none. */
export async function accountNumbered({ tx }: { readonly tx: EntityManager }, number: string): Promise<string | null> {
  for (const meant of accountsMeant(number)) {
    const [row]: { id: string }[] = await tx.query(accountsNumbered('$1'), [meant]);
    if (row) return row.id;
  }
  return null;
}
