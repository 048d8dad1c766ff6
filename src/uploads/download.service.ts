import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { logReading } from '../access/audit-log.ts';
import { actorOf } from '../access/permission.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import { RequestDocumentRow } from '../database/tables/request-document.table.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { UploadFolder } from './upload-folder.ts';

/** A document with its content. */
export interface Download {
  readonly document: RequestDocumentRow;
  readonly content: Readable;
}

/** Who requested a document, and when. */
export interface Asking {
  readonly caller: Caller;
  readonly today: Day;
  readonly requestId: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The content of a document, for callers who see the whole request; each read is logged first (G-8.a). Throws NOT_FOUND for everyone else.
 */
export async function download(source: DataSource, folder: UploadFolder, asking: Asking, id: string): Promise<Download> {
  const found = uuid.test(id) ? await documentOf(source, asking, id) : null;
  if (!found) throw faults.NOT_FOUND('document');
  const { document, accountId } = found;
  const act = { action: 'readRequestDocument', subject: accountId, details: { document: id }, requestId: asking.requestId };
  await logReading(source, actorOf(asking.caller), act);
  return { document, content: await folder.read(document.sha256) };
}

async function documentOf(
  { manager }: DataSource,
  asking: Asking,
  id: string,
): Promise<{ document: RequestDocumentRow; accountId: string } | null> {
  const document = await manager.findOneBy(RequestDocumentRow, { id });
  if (!document) return null;
  const { accountId } = await manager.findOneByOrFail(EquivalencyRequestRow, { id: document.requestId });
  const account = await manager.findOneByOrFail(AccountRow, { id: accountId });
  return seesWholeFile(viewerOf(asking, account)) ? { document, accountId } : null;
}
