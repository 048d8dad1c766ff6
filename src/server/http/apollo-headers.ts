import type { IncomingMessage } from 'node:http';
import { HeaderMap } from '@apollo/server';

/** How a page asks for what it then reads itself. A link, a form, an image or a frame of another site says otherwise. */
const readsAnswers = new Set<unknown>([undefined, 'cors', 'same-origin']);

/**
 * The headers that Apollo reads. An Accept header that states no preference is left out: parsing it costs time. A query by GET with a key,
 * or one that no link or form of another site can have sent, needs no header of Apollo's.
 */
export function headersForApollo(headers: IncomingMessage['headers'], hasKey: boolean): HeaderMap {
  const map = new HeaderMap();
  for (const name of ['content-type', 'x-apollo-operation-name', 'apollo-require-preflight']) {
    const value = headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  if (hasKey || readsAnswers.has(headers['sec-fetch-mode'])) map.set('apollo-require-preflight', 'true');
  const { accept } = headers;
  if (accept && accept !== '*/*' && accept !== 'application/json') map.set('accept', accept);
  return map;
}
