import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { fromGlobalId, type NodeType, toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { consentColumns } from '../disclosure/viewer-of.ts';
import { type AccountIdentity, accountIdentity, identityColumns } from './account.loader.ts';
import type { AccountSource } from './account.type.ts';

/** The account of a certificate that the caller was shown on any day, by the certificate's global id. */
export const accountByCertificate = (source: DataSource, context: Context): DataLoader<string, AccountSource | null> =>
  accountsThrough(source, context, 'Certificate', 'certificate d join account a on a.id = d.account_id');

/** The same for a Letter of Good Standing. */
export const accountByLetter = (source: DataSource, context: Context): DataLoader<string, AccountSource | null> =>
  accountsThrough(
    source,
    context,
    'LetterOfGoodStanding',
    'letter_of_good_standing d join certificate c on c.id = d.certificate_id join account a on a.id = c.account_id',
  );

function accountsThrough(source: DataSource, context: Context, type: NodeType, from: string): DataLoader<string, AccountSource | null> {
  const consents = consentColumns(context, 'a.id', 2);
  return new DataLoader(async (ids) => {
    const { rows } = await poolOf(source).query<AccountIdentity & { readonly documentId: string }>(
      `select d.id as "documentId", ${identityColumns}${consents.sql} from ${from} where d.id = any($1::uuid[])`,
      [ids.map((id) => fromGlobalId(id)?.uuid ?? null), ...consents.values],
    );
    const byDocument = new Map(rows.map((row) => [toGlobalId(type, row.documentId), accountIdentity(row)]));
    return ids.map((id) => byDocument.get(id) ?? null);
  });
}
