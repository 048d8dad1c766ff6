import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import type { IssuingException } from './exception.type.ts';

interface ExceptionRecord extends IssuingException {
  readonly accountId: string;
}

const exceptions: FileRecords<ExceptionRecord, IssuingException> = {
  select: `select id, account_id as "accountId", clauses, reason as grounds, document, decided_by as "decidedBy",
      decided_on as "decidedOn", served_document as "servedDocument", array_remove(array[served_document] || also_served, null) as "servedDocuments"
    from issuing_exception`,
  account: 'account_id',
  id: 'id',
  order: 'decided_on, id',
  shown: ({ accountId: _, ...exception }) => ({ ...exception, id: toGlobalId('IssuingException', exception.id) }),
};

/** Exceptions by their id, for callers who see the whole file. */
export const exceptionById = fileRecordById(exceptions);

/** The exceptions of an account in order of their decision, for callers who see the whole file. */
export const exceptionsByAccount = fileRecordsByAccount(exceptions);

export const exceptionInUnit = recordInUnit(exceptions);
