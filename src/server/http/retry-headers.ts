import type { Fault } from '../../errors.ts';

/** Seconds after which a busy registry is asked again. */
const BUSY_SECONDS = 1;

/** When a request that failed is to be sent again; no header where another try does not help. */
export function retryHeaders({ status, details }: Pick<Fault, 'status' | 'details'>): Record<string, string> {
  const seconds = details.retryAfter ?? (status === 503 ? BUSY_SECONDS : null);
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}
