import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { fileRecordsByAccount } from '../disclosure/file-loader.ts';

type LoaderOf<Value> = (source: DataSource, context: Context) => DataLoader<string, Value>;

const idsIn = (from: string, account: string): LoaderOf<readonly string[]> =>
  fileRecordsByAccount<{ id: string; accountId: string }, string>({
    select: `select d.id, ${account} as "accountId" from ${from}`,
    account,
    id: 'd.id',
    order: 'd.issued_on, d.id',
    shown: ({ id }) => id,
  });

/**
 * The ids of an account's documents in the order of their issue, for callers who see the whole file; the loaders of the documents do the
 * rest.
 */
export const certificateIdsByAccount = idsIn('certificate d', 'd.account_id');
export const biddingDocumentIdsByAccount = idsIn('bidding_document d', 'd.account_id');
export const letterIdsByAccount = idsIn('letter_of_good_standing d join certificate c on c.id = d.certificate_id', 'c.account_id');

/** An account's documents of one kind: their ids by one loader, themselves by the other. */
export async function documentsOf<Document>(
  context: Context,
  accountId: string,
  idsByAccount: LoaderOf<readonly string[]>,
  byId: LoaderOf<Document | null>,
): Promise<Document[]> {
  const ids = await context.loader(idsByAccount).load(accountId);
  const documents = await Promise.all(ids.map((id) => context.loader(byId).load(id)));
  return documents.filter((document) => document !== null);
}
