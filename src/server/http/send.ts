import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Sends an answer whole, unless the caller has gone. */
export function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  // The rest of a refused body is not read.
  const closes = request.complete ? {} : { connection: 'close' };
  response.writeHead(status, { ...headers, ...closes, 'content-length': Buffer.byteLength(body) });
  response.end(body);
  // One that reads nothing holds its answer in memory.
  const timer = setTimeout(() => response.destroy(), UNREAD_MS).unref();
  response.once('close', () => clearTimeout(timer));
}

/** Milliseconds that a caller may take to read its answer. */
const UNREAD_MS = 20_000;
