import type { ApiRefused } from './api.ts';
import type { DeskRequest, Ending } from './desk-request.ts';

/** What the API says to people too, in the language of the page. */
const forPeople = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'OVERLOADED', 'TIMED_OUT']);

type Refusal = Pick<ApiRefused, 'code' | 'message' | 'retryAfter'>;

/** Why the API did not answer, for people. */
export function refusalWords({ say }: Pick<DeskRequest, 'say'>, { code, message, retryAfter }: Refusal): string {
  if (code === 'RATE_LIMITED') return say('rateLimited', { seconds: retryAfter ?? 60 });
  if (code === 'UNAUTHENTICATED') return say('wrongKey');
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
