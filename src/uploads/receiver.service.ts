import type { DataSource } from 'typeorm';
import { logAct } from '../access/audit-log.ts';
import { secretHash } from '../access/key.ts';
import type { Clock } from '../clock.ts';
import { AuditUploadRow } from '../database/tables/audit-document.table.ts';
import { UploadRow } from '../database/tables/upload.table.ts';
import { type Unit, write } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { onceMore } from '../mutations/mutate.ts';
import { typeOfFile } from './file-types.ts';
import { enterForAudit, enterForRequest, type Received } from './received-document.ts';
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
    const usable = this.mustBeUsable(await this.find(token));
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

  private async find(token: string): Promise<AnyUpload | null> {
    const { manager } = this.parts.source;
    const tokenHash = secretHash(token);
    return (await manager.findOneBy(UploadRow, { tokenHash })) ?? manager.findOneBy(AuditUploadRow, { tokenHash });
  }

  private async take(upload: AnyUpload, { chunks, contentType, requestId }: SentFile): Promise<Received> {
    const file = await this.parts.folder.take(chunks);
    try {
      if (file.size === 0) throw faults.BAD_REQUEST('The file is empty.');
      const mediaType = await typeOfFile(file.path, contentType);
      const author = { actor: upload.askedBy, today: this.parts.clock.today() };
      const attempt = () => write(this.parts.source, author, (unit) => this.record(unit, upload, { file, mediaType, requestId }));
      return await attempt().catch(onceMore(attempt));
    } finally {
      await file.discard();
    }
  }

  private async record(unit: Unit, seen: AnyUpload, { file, mediaType, requestId }: WholeFile): Promise<Received> {
    const table = seen instanceof UploadRow ? UploadRow : AuditUploadRow;
    const locked = { where: { id: seen.id }, lock: { mode: 'pessimistic_write' } } as const;
    const upload = this.mustBeUsable(await unit.tx.findOne<AnyUpload>(table, locked));
    const { accountId, subject, received } = await (upload instanceof UploadRow
      ? enterForRequest(unit, upload, file, mediaType)
      : enterForAudit(unit, upload, file, mediaType));
    await unit.tx.update(table, { id: upload.id }, { usedAt: this.parts.clock.wallNow() });
    const details = { recording: unit.recordingId, ...subject, ...received.document, isNew: received.isNew };
    await logAct(unit, { action: 'receiveDocument', subject: accountId, details, requestId });
    // Last, so that a recorded file always exists; at worst a complete file exists that no record names.
    await file.keep();
    return received;
  }

  private mustBeUsable<Upload extends AnyUpload>(upload: Upload | null): Upload {
    if (!upload) throw faults.NOT_FOUND('upload');
    if (upload.usedAt !== null) throw faults.UPLOAD_USED();
    if (upload.expiresAt <= this.parts.clock.wallNow()) throw faults.UPLOAD_EXPIRED();
    return upload;
  }
}

/** Permission to send a document of a request, or of an audit. */
type AnyUpload = UploadRow | AuditUploadRow;

interface WholeFile {
  readonly file: ComingFile;
  readonly mediaType: string;
  readonly requestId: string;
}
