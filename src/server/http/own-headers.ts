import type { RegistryClock } from '../../clock.ts';

/** The headers that every answer has: the id of its request, and the day of a sandbox. */
export const ownHeaders = (requestId: string, { sandboxDay }: Pick<RegistryClock, 'sandboxDay'>): Record<string, string> =>
  sandboxDay ? { 'x-request-id': requestId, 'registry-sandbox': sandboxDay } : { 'x-request-id': requestId };
