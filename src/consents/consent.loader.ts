import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { ConsentSource } from './consent.type.ts';

type ConsentRecord = Omit<ConsentSource, 'givenAt' | 'withdrawnAt'> & { readonly givenAt: Date; readonly withdrawnAt: Date | null };

const consents: FileRecords<ConsentRecord, ConsentSource> = {
  select: `select id, account_id as "accountId", recipient, scope, kind, from_day as "from", to_day as "to", document,
      given_at as "givenAt", withdrawn_at as "withdrawnAt", version
    from consent`,
  account: 'account_id',
  id: 'id',
  order: 'from_day, given_at, id',
  shown: ({ id, givenAt, withdrawnAt, ...consent }) => ({
    ...consent,
    id: toGlobalId('Consent', id),
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }),
};

/** Consents by their id, for callers who see the whole file. */
export const consentById = fileRecordById(consents);

/** The consents of an account in the order of their first days, withdrawn ones included, for callers who see the whole file. */
export const consentsByAccount = fileRecordsByAccount(consents);

export const consentInUnit = recordInUnit(consents);
