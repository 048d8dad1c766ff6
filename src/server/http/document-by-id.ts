import type { Caller } from '../../contract/viewer.type.ts';
import { faults } from '../../errors.ts';

/**
 * The body with the text of the document that it names by `documentId`, the SHA-256 of one that the key is held to (GraphQL over HTTP, persisted
 * documents). Throws DOCUMENT_NOT_TRUSTED for another one.
 */
export function withDocument(body: unknown, { documents }: Pick<Caller, 'documents'>): unknown {
  if (!documents || typeof body !== 'object' || body === null || !('documentId' in body) || 'query' in body) return body;
  const { documentId, ...rest } = body;
  const query = typeof documentId === 'string' ? documents.get(documentId.replace(/^sha256:/, '')) : undefined;
  if (query === undefined) throw faults.DOCUMENT_NOT_TRUSTED(null);
  return { ...rest, query };
}
