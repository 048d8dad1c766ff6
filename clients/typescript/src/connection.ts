import type { TypedDocument } from './document.ts';
import { ConnectionError, RegistryError, type ToldError } from './errors.ts';

/** Where the registry is, and who asks. */
export interface ConnectionOptions {
  /** The address of the registry, or of its `/graphql`. */
  readonly url: string;
  /** The API key, `cor_…`; without one the caller is the public. */
  readonly key?: string | null | undefined;
  /** Another `fetch`, as a proxy may want it. */
  readonly fetch?: typeof fetch | undefined;
}

/** An answer as GraphQL gives it. */
interface Told<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ToldError[];
}

/** Speaks HTTP with the registry. */
export class Connection {
  private readonly graphql: URL;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly fetch: typeof fetch;

  constructor({ url, key, fetch: ownFetch = fetch }: ConnectionOptions) {
    this.graphql = new URL('graphql', url.replace(/\/?(graphql\/?)?$/, '/'));
    this.headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
    this.fetch = ownFetch;
  }

  /** Sends a query or mutation. It throws a RegistryError for what the registry refuses, a ConnectionError where there is no line. */
  async ask<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result> {
    const response = await this.post(this.graphql, 'application/graphql-response+json, application/json', document.text, variables, signal);
    return resultOf<Result>(await jsonOf<Result>(response));
  }

  /** Opens a subscription as a stream of Server-Sent Events. */
  async open<Variables>(
    document: TypedDocument<unknown, Variables>,
    variables: Variables,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    const url = new URL('graphql/stream', new URL('.', this.graphql));
    const response = await this.post(url, 'text/event-stream', document.text, variables, signal);
    if (response.ok && response.body && response.headers.get('content-type')?.startsWith('text/event-stream')) return response.body;
    resultOf(await jsonOf(response));
    throw new ConnectionError('The registry did not open a stream.');
  }

  private async post(url: URL, accept: string, query: string, variables: unknown, signal?: AbortSignal): Promise<Response> {
    const body = JSON.stringify({ query, variables });
    const how = { method: 'POST', headers: { ...this.headers, accept }, body, ...(signal ? { signal } : {}) };
    try {
      return await this.fetch(url, how);
    } catch (error) {
      throw new ConnectionError('The registry could not be reached.', { cause: error });
    }
  }
}

/** The data of an answer; what it has in place of data is thrown. */
export function resultOf<Result>({ data, errors }: Told<Result>): Result {
  const [error] = errors ?? [];
  if (error) throw new RegistryError(error);
  if (data === null || data === undefined) throw new ConnectionError('The registry answered without data.');
  return data;
}

async function jsonOf<Result>(response: Response): Promise<Told<Result>> {
  try {
    // The registry answers so; what does not is caught by `resultOf`.
    return (await response.json()) as Told<Result>;
  } catch (error) {
    throw new ConnectionError(`The answer of status ${response.status} is not one of the registry.`, { cause: error });
  }
}
