import type { ApiRefused } from './api.ts';
import type { DeskRequest } from './desk-request.ts';

/** Why the API did not answer, for people. Errors of input, and that the database is away, are already in the language of the page. */
export function refusalWords({ say }: Pick<DeskRequest, 'say'>, { code, message, retryAfter }: ApiRefused): string {
  if (code === 'RATE_LIMITED') return say('rateLimited', { seconds: retryAfter ?? 60 });
  if (code === 'UNAUTHENTICATED') return say('wrongKey');
  return code === 'BAD_USER_INPUT' || code === 'OVERLOADED' ? message : say('apiFailed');
}

/** The status of a page that says so: what was typed is to blame, or the reader waits, or the registry could not answer. */
export function refusalStatus({ code }: ApiRefused): number {
  if (code === 'RATE_LIMITED') return 429;
  if (code === 'OVERLOADED' || code === 'TIMED_OUT') return 503;
  return code === 'INTERNAL' ? 500 : 400;
}
