import { setTimeout as pause } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { ApiAnswer, Send } from '../desk/api.ts';
import { CannotStart } from '../errors.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { localeOption } from './locale-option.ts';

/** How a command reaches a registry. */
export interface ApiFlags {
  readonly url: string;
  readonly key?: string;
  readonly locale: Locale;
}

/** Adds the flags of a command that asks a registry over HTTP. */
export const withApiFlags = (command: Command): Command =>
  command
    .option('--url <url>', 'address of the registry', 'http://127.0.0.1:4000/')
    .addOption(
      new Option('--key <key>', 'API key; safer in the variable, where no other process can see it (default: no key)').env('COR_KEY'),
    )
    .addOption(localeOption());

/** How often a dropped connection, a busy server or a used-up budget is tried again, and the longest wait in seconds. */
const TRIES = 8;
const LONGEST_WAIT = 120;

const retried: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Sends operations to a registry as its client. What fails because the connection dropped or the server is busy is tried again, so that a long
 * list goes on where it stopped; `onWait` hears how long.
 */
export function sendTo({ url, key, locale }: ApiFlags, onWait: (seconds: number) => void = () => {}): Send {
  const endpoint = endpointOf(url);
  const headers = { 'content-type': 'application/json', 'accept-language': locale, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  return async (query, variables) => {
    for (let tries = 1; ; tries++) {
      const answer = await once(endpoint, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      if (answer !== null && !retried.has(answer.status)) return answer;
      if (tries === TRIES) {
        if (answer !== null) return answer;
        throw new CannotStart(`The registry at ${url} does not answer.`);
      }
      const wait = Math.min(LONGEST_WAIT, answer?.errors?.[0]?.extensions.retryAfter ?? 2 ** (tries - 1));
      onWait(wait);
      await pause(wait * 1000);
    }
  };
}

function endpointOf(url: string): URL {
  const { protocol = '' } = URL.canParse(url) ? new URL(url) : {};
  if (!/^https?:$/.test(protocol)) throw new CannotStart('--url must be an address such as https://registry.example/.');
  return new URL('graphql', url.endsWith('/') ? url : `${url}/`);
}

/** One try: null where the connection failed or what came back is no answer of the API. */
async function once(endpoint: URL, request: RequestInit): Promise<ApiAnswer | null> {
  try {
    const response = await fetch(endpoint, { ...request, signal: AbortSignal.timeout(30_000) });
    // Anything that answers JSON with data or errors is the API.
    const body = (await response.json()) as Omit<ApiAnswer, 'status'>;
    return { ...body, status: response.status };
  } catch {
    return null;
  }
}
