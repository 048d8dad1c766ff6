import type { ApiRefused } from './api.ts';
import type { DeskRequest, Ending } from './desk-request.ts';

/** What the API says to people too, in the language of the page. */
const forPeople = new Set(['FORBIDDEN', 'OVERLOADED', 'TIMED_OUT']);

/** A page has no fields of the API: `number must be the number of a receipt` without its first word. */
const withoutField = (message: string): string =>
  message.replace(/^[a-z][\w.[\]]* (?=(?:must|is|doit|est|n’est|ne) )/, '').replace(/^./u, (first) => first.toUpperCase());

type Refusal = Pick<ApiRefused, 'code' | 'message' | 'retryAfter' | 'reason'>;

/** What is wrong with a key that was right once. Of others the API speaks of headers, which a page has not. */
const ofKeys: readonly (string | null)[] = ['EXPIRED', 'REVOKED'];

/** Why the API did not answer, for people. */
export function refusalWords({ say }: Pick<DeskRequest, 'say'>, { code, message, retryAfter, reason }: Refusal): string {
  if (code === 'RATE_LIMITED') return say('rateLimited', { seconds: retryAfter ?? 60 });
  if (code === 'UNAUTHENTICATED') return ofKeys.includes(reason) ? message : say('wrongKey');
  if (code === 'BAD_USER_INPUT') return withoutField(message);
  return forPeople.has(code) ? message : say('apiFailed');
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
  TIMED_OUT: 503,
};

/** How a page that says so ends: what was typed is to blame, or the reader waits, or the registry could not answer. */
export const refusalEnding = ({ code, retryAfter }: Pick<Refusal, 'code' | 'retryAfter'>): Ending => ({
  status: statuses[code] ?? 400,
  ...(retryAfter !== null && { retryAfter }),
});
