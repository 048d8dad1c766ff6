import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { logReading } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import { AuditDocumentRow } from '../database/tables/audit-document.table.ts';
import { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import { RequestDocumentRow } from '../database/tables/request-document.table.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { UploadFolder } from './upload-folder.ts';

/** A document with its content. */
export interface Download {
  readonly document: KeptDocument;
  readonly content: Readable;
}

type KeptDocument = RequestDocumentRow | AuditDocumentRow;

/** Who requested a document, and when. */
export interface Asking {
  readonly caller: Caller;
  readonly today: Day;
  readonly requestId: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The content of a document, for callers who see the whole file; each read is logged first (G-8.a). Throws NOT_FOUND for everyone else.
 */
export async function download(source: DataSource, folder: UploadFolder, asking: Asking, id: string): Promise<Download> {
  const found = uuid.test(id) ? await documentOf(source, asking, id) : null;
  if (!found) throw faults.NOT_FOUND('document');
  const { document, accountId } = found;
  const action = document instanceof AuditDocumentRow ? 'readAuditDocument' : 'readRequestDocument';
  const act = { action, subject: accountId, details: { document: id }, requestId: asking.requestId };
  await logReading(source, actorOf(asking.caller), act);
  return { document, content: await folder.read(document.sha256) };
}

interface Located {
  readonly document: KeptDocument;
  readonly accountId: string;
}

async function documentOf(source: DataSource, asking: Asking, id: string): Promise<Located | null> {
  const located = (await ofRequest(source, id)) ?? (await ofAudit(source, id));
  if (!located) return null;
  const account = await source.manager.findOneByOrFail(AccountRow, { id: located.accountId });
  return seesWholeFile(viewerOf(asking, account)) ? located : null;
}

async function ofRequest({ manager }: DataSource, id: string): Promise<Located | null> {
  const document = await manager.findOneBy(RequestDocumentRow, { id });
  return document && { document, accountId: (await manager.findOneByOrFail(EquivalencyRequestRow, { id: document.requestId })).accountId };
}

async function ofAudit({ manager }: DataSource, id: string): Promise<Located | null> {
  const document = await manager.findOneBy(AuditDocumentRow, { id });
  return document && { document, accountId: (await manager.findOneByOrFail(AuditRow, { id: document.auditId })).accountId };
}
