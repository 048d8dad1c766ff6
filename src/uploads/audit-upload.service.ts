import { randomBytes } from 'node:crypto';
import { secretHash } from '../access/key.ts';
import { type AuditSource, auditInUnit } from '../audits/audit.loader.ts';
import type { AuditUpload } from '../audits/audit-document.type.ts';
import { permitAudit, permitRecording } from '../audits/own-audit.ts';
import { awaitSharers, submittedWith } from '../audits/shared-submission.ts';
import type { Context } from '../contract/context.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import { AuditDocumentRow, AuditUploadRow } from '../database/tables/audit-document.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { alterRecord, lockedRecord, lockForFacts, refuseFutureDay } from '../mutations/locked-facts.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseDocument } from '../rules/recording/internal-audit.ts';
import type { RemoveAuditDocumentInput, RequestAuditUploadInput } from './audit-upload.input.ts';
import { acceptedTypes } from './file-types.ts';
import { refuseWithoutRoom } from './room-left.ts';
import { USABLE_MS } from './upload.service.ts';
import { MOST_BYTES } from './upload-folder.ts';

/** Grants permission to upload one document of an audit: to the organization itself, and to staff. */
export function requestAuditUpload(context: Context, input: RequestAuditUploadInput): Promise<AuditUpload | Refusal> {
  permitRecording(context, true);
  return perform(context, 'requestAuditUpload', { ...input, idempotencyKey: null }, (unit) => leave(unit, context, input));
}

async function leave(unit: Unit, context: Context, input: RequestAuditUploadInput): Promise<Written<AuditUpload> | Refusal> {
  const { kind, fileName, createdOn = null } = input;
  if ((kind === 'EVIDENCE') !== (createdOn !== null))
    throw faults.BAD_USER_INPUT('input.createdOn', 'input.createdOn goes with the kind EVIDENCE, and only with it.');
  if (createdOn !== null) refuseFutureDay('createdOn', createdOn, unit);
  const { id, accountId } = await auditFor(unit, context, input.audit);
  const refusal = refuseDocument(kind, await submittedWith(unit.tx, id));
  if (refusal) return refusal;
  await refuseWithoutRoom(unit.tx, accountId, unit.today, 1);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(context.wallNow.getTime() + USABLE_MS);
  const bound = { auditId: id, kind, createdOn, name: fileName.trim(), askedAt: context.wallNow, askedBy: unit.actor, expiresAt };
  await unit.tx.insert(AuditUploadRow, { tokenHash: secretHash(token), ...bound });
  const path = `/uploads/${token}`;
  const thing = { path, kind, expiresAt: expiresAt.toISOString(), mostBytes: MOST_BYTES, mediaTypes: [...acceptedTypes] };
  return { thing, subject: accountId };
}

async function auditFor(unit: Unit, context: Context, globalId: string): Promise<AuditRow> {
  const id = recordId('audit', globalId, 'Audit');
  await permitAudit(unit, context, id);
  const audit = await unit.tx.findOneBy(AuditRow, { id });
  if (!audit) throw faults.NOT_FOUND('audit');
  await lockForFacts(unit, audit.accountId);
  return unit.tx.findOneByOrFail(AuditRow, { id });
}

/** Takes a document of an audit back before the submission. */
export function removeAuditDocument(context: Context, input: RemoveAuditDocumentInput): Promise<AuditSource | Refusal> {
  permitRecording(context, true);
  return perform(context, 'removeAuditDocument', input, (unit) => remove(unit, context, input));
}

async function remove(unit: Unit, context: Context, input: RemoveAuditDocumentInput): Promise<Written<AuditSource> | Refusal> {
  const record = { id: recordId('audit', input.audit, 'Audit'), expectedVersion: input.expectedVersion };
  await permitAudit(unit, context, record.id);
  const find = (id: string) => unit.tx.findOneBy(AuditRow, { id });
  const { accountId } = await lockedRecord(unit, 'audit', record, find, (audit) => audit.accountId);
  await awaitSharers(unit, record.id);
  const document = await unit.tx.findOneBy(AuditDocumentRow, { id: input.document, auditId: record.id });
  if (!document) throw faults.NOT_FOUND('document');
  const refusal = refuseDocument(document.kind, await submittedWith(unit.tx, record.id));
  if (refusal) return refusal;
  await unit.tx.delete(AuditDocumentRow, { id: document.id });
  await recordAuditEvent(unit, 'DOCUMENTS_CHANGED', [record.id]);
  await alterRecord(unit, AuditRow, record, { version: () => 'version + 1' });
  return { thing: await auditInUnit(unit.tx, record.id), subject: accountId };
}
