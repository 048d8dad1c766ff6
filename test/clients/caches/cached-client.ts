import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** The answer of a client, whatever was asked for. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
export type Data = any;
export type Variables = Record<string, unknown>;

/** A third-party GraphQL client with its default cache. */
export interface CachedClient {
  /** Asks the server, puts the answer into the cache, and returns what the cache now says. */
  ask(query: string, variables?: Variables): Promise<Data>;
  /** What the cache says for an operation asked before; the server is not asked. */
  cached(query: string, variables?: Variables): Data;
  /** Follows a subscription into the cache; returns a function that ends it. */
  follow(subscription: string, variables: Variables, take: (data: Data) => void): () => void;
}

/** How a client reaches the server. */
export interface Reach {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly socket: Client;
  /** The schema, as `/schema.graphql` gives it. */
  readonly sdl: string;
}

/** One socket for one client; it reconnects by itself. */
export const socketTo = (url: string, authorization: string, opened: () => void): Client =>
  createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 5,
    retryWait: async () => {},
    shouldRetry: () => true,
    on: { connected: opened },
  });
