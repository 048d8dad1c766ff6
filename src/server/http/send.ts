import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, gzip } from 'node:zlib';
import type { Answer } from './answer.ts';

/** The headers of one answer, which are completed here. */
export type HeadersToSend = Record<string, string | number>;

/** Sends an answer whole, unless the caller has gone; a long one compressed, if the caller asks for that. */
export function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer, headers: HeadersToSend): void {
  const plainly = () => write(request, response, status, headers, body);
  if (body.length < LEAST_COMPRESSED || !takesGzip(request)) {
    plainly();
    return;
  }
  gzip(body, { level: constants.Z_BEST_SPEED }, (error, bytes) => {
    if (error) plainly();
    else write(request, response, status, { ...headers, 'content-encoding': 'gzip' }, bytes);
  });
}

/** Characters below which an answer fits in the first packets of a connection: compressing it would only cost time. */
const LEAST_COMPRESSED = 8_192;

const gzipWanted = /(^|,)\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i;

/** Whether the caller accepts gzip (RFC 9110, 12.5.3). */
export function takesGzip({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const accepted = headers['accept-encoding'];
  return typeof accepted === 'string' && accepted.length < 200 && gzipWanted.test(accepted);
}

function write(request: IncomingMessage, response: ServerResponse, status: number, headers: HeadersToSend, body: string | Buffer): void {
  if (response.destroyed) return;
  headers['content-length'] = Buffer.byteLength(body);
  // The rest of a refused body is not read.
  if (!request.complete) headers.connection = 'close';
  response.writeHead(status, headers);
  response.end(body);
  closeUnread(response);
}

/** Closes the connection of a caller that does not read an answer sent whole: it would hold it in memory. */
export function closeUnread(response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), UNREAD_MS).unref();
  response.once('close', () => clearTimeout(timer));
}

/** Milliseconds that a caller may take to read its answer. */
const UNREAD_MS = 20_000;
