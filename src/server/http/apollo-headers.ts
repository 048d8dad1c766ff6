import type { IncomingMessage } from 'node:http';
import { HeaderMap } from '@apollo/server';

/** The headers that Apollo reads. An Accept header that states no preference is left out: parsing it costs time. */
export function headersForApollo(headers: IncomingMessage['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const name of ['content-type', 'x-apollo-operation-name', 'apollo-require-preflight']) {
    const value = headers[name];
    if (typeof value === 'string') map.set(name, value);
  }
  const { accept } = headers;
  if (accept && accept !== '*/*' && accept !== 'application/json') map.set('accept', accept);
  return map;
}
