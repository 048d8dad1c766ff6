import type { RequestDocumentRow } from '../database/tables/request-document.table.ts';
import type { RequestDocument } from './equivalency-request.type.ts';

/** A document of a request as a client is shown it. */
export const shownDocument = (row: RequestDocumentRow): RequestDocument => ({
  kind: row.kind,
  fileName: row.name,
  sha256: row.sha256,
  size: row.size,
  mediaType: row.mediaType,
  receivedOn: row.receivedOn,
  receivedAt: row.receivedAt.toISOString(),
  receivedBy: row.receivedBy,
  path: `/uploads/${row.id}`,
});
