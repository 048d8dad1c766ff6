import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { Day } from '../rules/calendar.ts';
import type { Revocation } from './revocation.type.ts';

interface RevocationRecord {
  readonly id: string;
  readonly accountId: string;
  readonly from: Day;
  readonly liftedOn: Day | null;
  readonly reason: string;
  readonly document: string;
  readonly version: number;
}

const revocations: FileRecords<RevocationRecord, Revocation> = {
  select: `select id, account_id as "accountId", effective_from as "from", lifted_on as "liftedOn", reason, document, version
    from revocation`,
  account: 'account_id',
  id: 'id',
  order: 'effective_from, id',
  shown: ({ id, from, liftedOn, reason, document, version }) => ({
    id: toGlobalId('Revocation', id),
    from,
    liftedOn,
    reason,
    document,
    version,
  }),
};

/** Revocations by their id, for callers who see the whole file. */
export const revocationById = fileRecordById(revocations);

/** The revocations of an account in the order of their first days, for callers who see the whole file. */
export const revocationsByAccount = fileRecordsByAccount(revocations);

export const revocationInUnit = recordInUnit(revocations);
