import type { DataSource } from 'typeorm';
import { logAct } from '../access/audit-log.ts';
import { secretHash } from '../access/key.ts';
import type { Clock } from '../clock.ts';
import { RequestDocumentRow } from '../database/tables/request-document.table.ts';
import { UploadRow } from '../database/tables/upload.table.ts';
import { lockAccount, type Unit, write } from '../database/unit-of-work.ts';
import { requestInUnit, tellStatus } from '../equivalency/locked-request.ts';
import { faults } from '../errors.ts';
import { refuseStep } from '../rules/equivalency/request.ts';
import { render } from '../rules/messages/messages.ts';
import { typeOfFile } from './file-types.ts';
import { refuseWithoutRoom } from './room-left.ts';
import { type ComingFile, MOST_BYTES, type UploadFolder } from './upload-folder.ts';

/** What a receiver works with. */
export interface ReceiverParts {
  readonly source: DataSource;
  readonly clock: Clock;
  readonly folder: UploadFolder;
}

/** A file as it is sent. */
export interface SentFile {
  readonly chunks: AsyncIterable<Buffer>;
  /** Its size in bytes according to the sender; null if not stated. */
  readonly claimedBytes: number | null;
  readonly contentType: string | null;
  readonly requestId: string;
}

/** A document as received, without the sender’s name for it. */
export type TakenDocument = Pick<RequestDocumentRow, 'kind' | 'sha256' | 'size' | 'mediaType' | 'receivedOn'>;

/** The result for a file: `isNew` is false if the request already had the same document. */
export interface Received {
  readonly document: TakenDocument;
  readonly isNew: boolean;
}

/** Files that one process receives at once. With more, writing them would delay everything else. */
const MOST_AT_ONCE = 20;

/** Receives the files that upload permissions allow. */
export class Receiver {
  private readonly parts: ReceiverParts;
  /** Tokens of the files being received. */
  private readonly underWay = new Set<string>();

  constructor(parts: ReceiverParts) {
    this.parts = parts;
  }

  /**
   * Receives a file for a token. Throws NOT_FOUND for an invalid or expired token, CONFLICT for one that was used or is in use, or whose
   * request does not accept further documents, and faults of the file: REQUEST_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST. The token stays
   * valid until a file has been accepted.
   */
  async receive(token: string, sent: SentFile): Promise<Received> {
    const upload = await this.parts.source.manager.findOneBy(UploadRow, { tokenHash: secretHash(token) });
    const usable = this.mustBeUsable(upload);
    if (sent.claimedBytes !== null && sent.claimedBytes > MOST_BYTES) throw faults.REQUEST_TOO_LARGE(MOST_BYTES);
    if (this.underWay.has(token)) throw faults.UPLOAD_USED();
    if (this.underWay.size >= MOST_AT_ONCE) throw faults.OVERLOADED();
    this.underWay.add(token);
    try {
      return await this.take(usable, sent);
    } finally {
      this.underWay.delete(token);
    }
  }

  private async take(upload: UploadRow, { chunks, contentType, requestId }: SentFile): Promise<Received> {
    const file = await this.parts.folder.take(chunks);
    try {
      if (file.size === 0) throw faults.BAD_REQUEST('The file is empty.');
      const mediaType = await typeOfFile(file.path, contentType);
      const author = { actor: upload.askedBy, today: this.parts.clock.today() };
      return await write(this.parts.source, author, (unit) => this.record(unit, upload.id, { file, mediaType, requestId }));
    } finally {
      await file.discard();
    }
  }

  private async record(unit: Unit, id: string, { file, mediaType, requestId }: WholeFile): Promise<Received> {
    const upload = this.mustBeUsable(await unit.tx.findOne(UploadRow, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    const seen = await requestInUnit(unit, upload.requestId);
    await lockAccount(unit, seen.row.accountId);
    const request = await requestInUnit(unit, upload.requestId);
    const refusal = refuseStep(request.facts, 'CHANGE_DOCUMENTS', unit.today);
    if (refusal) throw faults.UPLOAD_REFUSED(refusal.reasons.map(({ because: { id, values } }) => render('en', id, values)).join(' '));
    await refuseWithoutRoom(unit.tx, seen.row.accountId, unit.today, file.size);
    const received = await entered(unit, upload, file, mediaType);
    await unit.tx.update(UploadRow, { id }, { usedAt: this.parts.clock.wallNow() });
    await tellStatus(unit, request, upload.requestId);
    const details = { recording: unit.recordingId, request: upload.requestId, ...received.document, isNew: received.isNew };
    await logAct(unit, { action: 'receiveDocument', subject: seen.row.accountId, details, requestId });
    // Last, so that a recorded file always exists; at worst a complete file exists that no record names.
    await file.keep();
    return received;
  }

  private mustBeUsable(upload: UploadRow | null): UploadRow {
    if (!upload) throw faults.NOT_FOUND('upload');
    if (upload.usedAt !== null) throw faults.UPLOAD_USED();
    if (upload.expiresAt <= this.parts.clock.wallNow()) throw faults.UPLOAD_EXPIRED();
    return upload;
  }
}

interface WholeFile {
  readonly file: ComingFile;
  readonly mediaType: string;
  readonly requestId: string;
}

async function entered(
  { tx, today, actor }: Unit,
  { requestId, kind, name }: UploadRow,
  { sha256, size }: ComingFile,
  mediaType: string,
): Promise<Received> {
  const known = await tx.findOneBy(RequestDocumentRow, { requestId, kind, sha256 });
  const document = { kind, sha256, size, mediaType, receivedOn: known?.receivedOn ?? today };
  if (!known) await tx.insert(RequestDocumentRow, { requestId, name, receivedBy: actor, ...document });
  return { document, isNew: known === null };
}
