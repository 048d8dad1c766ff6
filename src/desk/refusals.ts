import type { ApiRefused } from './api.ts';
import type { DeskRequest } from './desk-request.ts';

/** Why the API did not answer, for people. Input errors are already in the language of the page. */
export function refusalWords({ say }: Pick<DeskRequest, 'say'>, { code, message, retryAfter }: ApiRefused): string {
  if (code === 'RATE_LIMITED') return say('rateLimited', { seconds: retryAfter ?? 60 });
  if (code === 'UNAUTHENTICATED') return say('wrongKey');
  return code === 'BAD_USER_INPUT' ? message : say('apiFailed');
}
