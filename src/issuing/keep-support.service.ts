import { DocumentSupportRow } from '../database/tables/document-support.table.ts';
import type { IssuingExceptionRow } from '../database/tables/issuing-exception.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { because, found, type Reason } from '../rules/decision.ts';

/** What a document that was just issued rests on. */
type Kept = Partial<
  Pick<
    DocumentSupportRow,
    'certificateId' | 'letterId' | 'failedAuditId' | 'internalAuditId' | 'yearOneAuditId' | 'registrationId' | 'reasons'
  >
> &
  Pick<DocumentSupportRow, 'reasons'>;

/** Stores what a document rests on, including the exception and what was found on its day. */
export async function keepSupport({ tx }: Unit, kept: Kept, exception: IssuingExceptionRow | null): Promise<void> {
  const reasons = [...kept.reasons, ...(exception ? [exceptionReason(exception)] : [])];
  await tx.insert(DocumentSupportRow, { ...kept, exceptionId: exception?.id ?? null, reasons });
}

/** an exception is named among the reasons of the document that rests on it. */
const exceptionReason = ({ decidedOn, clauses }: IssuingExceptionRow): Reason =>
  found('R-44', because('rests-on-exception', { decidedOn, clauses: clauses.join(',') }));
