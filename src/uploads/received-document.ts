import { awaitSharers, submittedWith } from '../audits/shared-submission.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import { AuditDocumentRow, type AuditUploadRow } from '../database/tables/audit-document.table.ts';
import { RequestDocumentRow } from '../database/tables/request-document.table.ts';
import type { UploadRow } from '../database/tables/upload.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { requestInUnit, tellStatus } from '../equivalency/locked-request.ts';
import { faults } from '../errors.ts';
import { lockForFacts } from '../mutations/locked-facts.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseStep } from '../rules/equivalency/request.ts';
import { type Locale, render } from '../rules/messages/messages.ts';
import { refuseDocument } from '../rules/recording/internal-audit.ts';
import { refuseWithoutRoom } from './room-left.ts';
import type { ComingFile } from './upload-folder.ts';

/** A document as received, without the sender’s name for it. */
export interface TakenDocument {
  readonly kind: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly receivedOn: Day;
}

/** The result for a file: `isNew` is false if the request or audit already had the same document. */
export interface Received {
  readonly document: TakenDocument;
  readonly isNew: boolean;
}

/** What was entered for an upload, and for what, as the audit log tells it. */
export interface Entered {
  readonly accountId: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly received: Received;
}

/** Enters a document of a request, whose status may follow from it. */
export async function enterForRequest(unit: Unit, upload: UploadRow, file: ComingFile, mediaType: string): Promise<Entered> {
  const { requestId, kind, name } = upload;
  const { accountId } = (await requestInUnit(unit, requestId)).row;
  await lockForFacts(unit, accountId);
  const request = await requestInUnit(unit, requestId);
  refuse(refuseStep(request.facts, 'CHANGE_DOCUMENTS', unit.today));
  await refuseWithoutRoom(unit.tx, accountId, unit.today, file.size);
  const { sha256, size } = file;
  const known = await unit.tx.findOneBy(RequestDocumentRow, { requestId, kind, sha256 });
  const document = { kind, sha256, size, mediaType, receivedOn: known?.receivedOn ?? unit.today };
  if (!known) await unit.tx.insert(RequestDocumentRow, { requestId, name, receivedBy: unit.actor, ...document });
  await tellStatus(unit, request, requestId);
  return { accountId, subject: { request: requestId }, received: { document, isNew: known === null } };
}

/** Enters a document of an audit, unless it was submitted meanwhile (G-2.4.b). Units that change the audit read it again under the lock. */
export async function enterForAudit(unit: Unit, upload: AuditUploadRow, file: ComingFile, mediaType: string): Promise<Entered> {
  const { auditId, kind, name, createdOn } = upload;
  const { accountId } = await unit.tx.findOneByOrFail(AuditRow, { id: auditId });
  await lockForFacts(unit, accountId);
  await awaitSharers(unit, auditId);
  refuse(refuseDocument(kind, await submittedWith(unit.tx, auditId)));
  await refuseWithoutRoom(unit.tx, accountId, unit.today, file.size);
  const { sha256, size } = file;
  const known = await unit.tx.findOneBy(AuditDocumentRow, { auditId, kind, sha256 });
  const document = { kind, sha256, size, mediaType, receivedOn: known?.receivedOn ?? unit.today };
  if (!known) {
    await unit.tx.insert(AuditDocumentRow, { auditId, name, createdOn, receivedBy: unit.actor, ...document });
    await unit.tx.update(AuditRow, { id: auditId }, { version: () => 'version + 1' });
    await recordAuditEvent(unit, 'DOCUMENTS_CHANGED', [auditId]);
  }
  return { accountId, subject: { audit: auditId }, received: { document, isNew: known === null } };
}

function refuse(refusal: Refusal | null): void {
  if (!refusal) return;
  const said = (locale: Locale) => refusal.reasons.map(({ because: { id, values } }) => render(locale, id, values)).join(' ');
  throw faults.UPLOAD_REFUSED({ en: said('en'), fr: said('fr') });
}
