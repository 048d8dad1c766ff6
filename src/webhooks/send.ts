import { promises as dns, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { DeliveryFailure } from '../database/tables/webhook-delivery.table.ts';
import { retryAfterOf } from './retry.ts';
import { addressIn, isPublicAddress } from './target.ts';

/** A message as it is sent. */
export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The result of sending a message. */
export interface Outcome {
  /** Null if the status was 200 to 299. */
  readonly failure: DeliveryFailure | null;
  readonly status: number | null;
  /** The first 4 KiB of the answer's body. */
  readonly body: string | null;
  /** How long the receiver asked to be left alone (`Retry-After`), in milliseconds; absent if it did not. */
  readonly retryAfterMs?: number;
  readonly durationMs: number;
}

/** How messages leave. */
export interface Network {
  /** The addresses of a name. */
  resolve(hostname: string): Promise<readonly LookupAddress[]>;
  /** Whether private addresses may be reached: for development and tests. */
  readonly privateTargets: boolean;
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number;
}

/** A shorter time sends everything twice to a busy receiver; a longer one lets a dead receiver hold a worker. */
const TIMEOUT_MS = 15_000;

/** Bytes kept of an answer. */
const MOST_OF_AN_ANSWER = 4096;

/** The network of a server. */
export const networkOf = (privateTargets: boolean): Network => ({
  resolve: privateTargets ? (name) => dns.lookup(name, { all: true }) : publicAddresses,
  privateTargets,
  timeoutMs: TIMEOUT_MS,
});

// Asks the name server directly: `lookup` would hold one of Node's four threads for as long as a slow name server takes, and delay
// everything else.
async function publicAddresses(hostname: string): Promise<LookupAddress[]> {
  const [v4, v6] = await Promise.allSettled([dns.resolve4(hostname), dns.resolve6(hostname)]);
  if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
  return [
    ...(v4.status === 'fulfilled' ? v4.value.map((address) => ({ address, family: 4 })) : []),
    ...(v6.status === 'fulfilled' ? v6.value.map((address) => ({ address, family: 6 })) : []),
  ];
}

/** Sends a message once and returns the result; the signal aborts it. A redirect is not followed but counts as a failure. */
export async function send(message: Message, network: Network, ended: AbortSignal): Promise<Outcome> {
  const started = performance.now();
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, ended.aborted ? 0 : network.timeoutMs);
  ended.addEventListener('abort', end);
  const outcome = await exchange(message, network, ending.signal).catch((error: unknown) => withoutAnswer(error, ending.signal));
  clearTimeout(timer);
  ended.removeEventListener('abort', end);
  return { ...outcome, durationMs: Math.round(performance.now() - started) };
}

type Answer = Omit<Outcome, 'durationMs'>;

async function exchange({ url, headers, body }: Message, network: Network, signal: AbortSignal): Promise<Answer> {
  const target = new URL(url);
  const address = addressIn(target);
  // An address is connected to without being looked up.
  if (address !== null) refusePrivate([address], network);
  const post = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const options = { method: 'POST', agent: false, signal, lookup: checkedLookup(network), headers: withLength(headers, body) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    post(target, options).once('response', resolve).on('error', reject).end(body);
  });
  const status = response.statusCode ?? 0;
  const retryAfterMs = retryAfterOf(response.headers['retry-after'], response.headers.date);
  return { failure: failureOf(status), status, body: await beginningOf(response), ...(retryAfterMs !== null && { retryAfterMs }) };
}

const withLength = (headers: Message['headers'], body: string): Record<string, string> => ({
  ...headers,
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
});

function failureOf(status: number): DeliveryFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'REDIRECTED' : 'STATUS';
}

class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

function withoutAnswer(error: unknown, { aborted }: AbortSignal): Answer {
  const none = { status: null, body: null };
  if (error instanceof AddressRefused) return { failure: 'ADDRESS_REFUSED', ...none };
  return { failure: aborted ? 'TIMED_OUT' : 'UNREACHABLE', ...none };
}

function refusePrivate(addresses: readonly string[], { privateTargets }: Network): void {
  if (!privateTargets && !addresses.every(isPublicAddress)) throw new AddressRefused();
}

/** Looks a name up for the connection itself, so that the address that was checked is the one that is connected to. */
const checkedLookup =
  (network: Network): LookupFunction =>
  (hostname, options, callback) => {
    const found = async () => {
      const addresses = [...(await network.resolve(hostname))];
      refusePrivate(
        addresses.map(({ address }) => address),
        network,
      );
      return addresses;
    };
    found().then(
      (addresses) => answerLookup(addresses, options.all === true, callback),
      (error: Error) => callback(error, ''),
    );
  };

function answerLookup(addresses: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = addresses;
  if (!first) callback(new Error('The name has no address.'), '');
  else if (all) callback(null, addresses);
  else callback(null, first.address, first.family);
}

/** The beginning of a body as text that PostgreSQL can store; an interrupted body counts as far as it arrived. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MOST_OF_AN_ANSWER) break;
    }
  } catch {
    // The status was already reported.
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, MOST_OF_AN_ANSWER).toString('utf8').replaceAll('\0', '�');
}
