import type { IncomingMessage } from 'node:http';
import { faults } from '../../errors.ts';

/** Names under which clients' manuals put a credential. */
const names = /^(x-)?(authorization|bearer|(auth|access|id|bearer|jwt)?[-_]?token|api[-_]?key|jwt)$/i;

/** A key as the registry issues it, wherever it stands. */
const issued = /\bcor_\w{16}_[\w-]{20}/;

/** Objects within objects that are looked into; a payload that nests deeper is no client's. */
const DEPTH = 4;

/** Whether what `connection_init` brings has something like a credential outside the place where the registry reads it. */
export function hasMisplacedKey(payload: Readonly<Record<string, unknown>>, depth = DEPTH): boolean {
  return Object.entries(payload).some(([name, value]) => {
    if (typeof value === 'string') return issued.test(value) || (names.test(name) && value.trim() !== '');
    return isObject(value) && depth > 1 && hasMisplacedKey(value, depth - 1);
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Headers that repeat an address of somebody else's, or are no request's own. */
const others: ReadonlySet<string> = new Set(['referer', 'cookie']);

/** Whether a request without `Authorization` has a key in another header or in its address. */
export const hasKeyElsewhere = ({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): boolean =>
  headers.authorization === undefined &&
  (issued.test(url) || Object.entries(headers).some(([name, value]) => !others.has(name) && issued.test(String(value))));

/** Refuses such a request: served without a key, it would miss in silence what only the key shows. */
export function refuseKeyElsewhere(request: Pick<IncomingMessage, 'headers' | 'url'>): void {
  if (hasKeyElsewhere(request)) throw faults.KEY_ELSEWHERE();
}
