import { setTimeout as pause } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { errorCode } from '../database/error-code.ts';
import type { ApiAnswer, Send } from '../desk/api.ts';
import { CannotStart } from '../errors.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { linesIn } from './lines.ts';
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

const SAYS_AFTER = 4_000;

const retried: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** How a command waits for a registry. */
export interface Waiting {
  /** Hears how long it waits. Default: standard error says it. */
  readonly onWait?: (seconds: number) => void;
  /** Milliseconds without an answer after which that is said. Default: 4 seconds. */
  readonly saysAfter?: number;
  /** Whether it also tries again where no connection was ever made. Default: that is said at once, as the address may be wrong. */
  readonly isKnownToAnswer?: boolean;
  /** Ends a wait: what was asked then rejects. */
  readonly signal?: AbortSignal;
}

/**
 * Sends operations to a registry as its client. What fails because the connection dropped or the server is busy is tried again, so that a long
 * list goes on where it stopped.
 */
export function sendTo(
  flags: ApiFlags,
  { onWait = sayWait(flags.locale), saysAfter = SAYS_AFTER, isKnownToAnswer = false, signal }: Waiting = {},
): Send {
  const { url, key, locale } = flags;
  const endpoint = endpointOf(url);
  const headers = { 'content-type': 'application/json', 'accept-language': locale, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  let hasConnected = isKnownToAnswer;
  return async (query, variables) => {
    for (let tries = 1; ; tries++) {
      const silent = setTimeout(() => saySilent(locale), saysAfter);
      const answer = await once(endpoint, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      clearTimeout(silent);
      if (answer === 'NO_CONNECTION' && !hasConnected) throw noAnswer(url);
      hasConnected = true;
      if (typeof answer === 'object' && !retried.has(answer.status)) return answer;
      if (tries === TRIES) {
        if (typeof answer === 'object') return answer;
        throw noAnswer(url);
      }
      const asked = typeof answer === 'object' ? answer.errors?.[0]?.extensions.retryAfter : undefined;
      const wait = Math.min(LONGEST_WAIT, asked ?? 2 ** (tries - 1));
      onWait(wait);
      await pause(wait * 1000, undefined, { signal });
    }
  };
}

const noAnswer = (url: string): CannotStart => new CannotStart(`The registry at ${url} does not answer.`);

/** What is said while a command waits. */
export const waitLine = (locale: Locale, seconds: number): string =>
  linesIn(locale)('The registry is busy or out of reach. Trying again in {} s.', seconds);

const sayWait = (locale: Locale) => (seconds: number) => void process.stderr.write(`${waitLine(locale, seconds)}\n`);

/** The standing of thousands of rows may take some seconds, so this is no error. */
const saySilent = (locale: Locale): void =>
  void process.stderr.write(`${linesIn(locale)('The registry has not answered yet. Waiting up to 30 s for it.')}\n`);

function endpointOf(url: string): URL {
  const { protocol = '' } = URL.canParse(url) ? new URL(url) : {};
  if (!/^https?:$/.test(protocol)) throw new CannotStart('--url must be an address such as https://registry.example/.');
  return new URL('graphql', url.endsWith('/') ? url : `${url}/`);
}

/** Why a request did not get an answer of the API: no connection was made, or it dropped, or something else answered. */
type Failure = 'NO_CONNECTION' | 'DROPPED';

const noConnection = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;

/** One try. */
async function once(endpoint: URL, request: RequestInit): Promise<ApiAnswer | Failure> {
  try {
    const response = await fetch(endpoint, { ...request, signal: AbortSignal.timeout(30_000) });
    // Anything that answers JSON with data or errors is the API.
    const body = (await response.json()) as Omit<ApiAnswer, 'status'>;
    return { ...body, status: response.status };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    return noConnection.test(errorCode(cause) ?? '') ? 'NO_CONNECTION' : 'DROPPED';
  }
}
