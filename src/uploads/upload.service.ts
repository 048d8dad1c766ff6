import { randomBytes } from 'node:crypto';
import { secretHash } from '../access/key.ts';
import type { Context } from '../contract/context.ts';
import { UploadRow } from '../database/tables/upload.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { openRequest } from '../equivalency/locked-request.ts';
import { permitApplicant } from '../equivalency/request.service.ts';
import { type Fault, faults } from '../errors.ts';
import { perform, type Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';
import { documentsOf, takesDocument } from '../rules/equivalency/documents.ts';
import type { RequestKind } from '../rules/equivalency/facts.ts';
import { refuseStep } from '../rules/equivalency/request.ts';
import { acceptedTypes } from './file-types.ts';
import { refuseWithoutRoom } from './room-left.ts';
import type { RequestUploadInput } from './upload.input.ts';
import type { Upload } from './upload.type.ts';
import { MOST_BYTES } from './upload-folder.ts';

/** How long an upload path is valid: long enough to prepare a file, too short to be found in a log later. */
export const USABLE_MS = 60 * 60 * 1000;

/** Grants permission to upload one document for a request: to the organization itself, and to staff. */
export function requestUpload(context: Context, input: RequestUploadInput): Promise<Upload | Refusal> {
  permitApplicant(context);
  return perform(context, 'requestUpload', { ...input, idempotencyKey: null }, (unit) => leave(unit, context, input));
}

async function leave(unit: Unit, context: Context, { request, kind, fileName }: RequestUploadInput): Promise<Written<Upload> | Refusal> {
  const { row, facts } = await openRequest(unit, context, recordId('request', request, 'EquivalencyRequest'));
  if (!takesDocument(row.kind, kind)) throw otherKind(row.kind);
  const refusal = refuseStep(facts, 'CHANGE_DOCUMENTS', unit.today);
  if (refusal) return refusal;
  await refuseWithoutRoom(unit.tx, row.accountId, unit.today, 1);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(context.wallNow.getTime() + USABLE_MS);
  const bound = { requestId: row.id, kind, name: fileName.trim(), askedAt: context.wallNow, askedBy: unit.actor, expiresAt };
  await unit.tx.insert(UploadRow, { tokenHash: secretHash(token), ...bound });
  const thing = {
    path: `/uploads/${token}`,
    kind,
    expiresAt: expiresAt.toISOString(),
    mostBytes: MOST_BYTES,
    mediaTypes: [...acceptedTypes],
  };
  return { thing, subject: row.accountId };
}

const otherKind = (kind: RequestKind): Fault =>
  faults.BAD_USER_INPUT(
    'input.kind',
    `input.kind must be a document that a request of kind ${kind} takes: ${documentsOf(kind).join(', ')}.`,
  );
