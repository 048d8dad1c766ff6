import { once } from 'node:events';
import { createServer } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { useServer as serve } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Calls, Follower } from '../src/contract/follower.ts';
import type { Caller } from '../src/contract/viewer.type.ts';
import { checkInput } from '../src/server/errors/input-validation.ts';
import { listen, urlOf } from '../src/server/http/listening.ts';
import { type ContextParts, RequestContext } from '../src/server/request/request-context.ts';

/** What the plain server needs. */
export interface PlainParts extends ContextParts {
  readonly schema: GraphQLSchema;
  readonly wake: Calls;
}

/** A server that listens. */
export interface PlainServer {
  readonly url: string;
  close(): Promise<void>;
}

const network = { host: '127.0.0.1', port: 0 };
const nobody: Caller = { scope: 'public', holder: null, keyId: null, organizationId: null };

/**
 * graphql-ws as in its manual, over the registry's own schema: `useServer` with a context for each subscription, which executes and serializes each
 * event for each subscriber. Nothing is limited, metered, logged, pinged or checked again. The feed is also read once for all.
 */
export async function startPlainServer(parts: PlainParts): Promise<PlainServer> {
  const followed = new Set<AbortController>();
  const context = () => {
    const ended = new AbortController();
    followed.add(ended);
    return new RequestContext(parts, nobody, 'plain', null, followerOf(parts, ended.signal));
  };
  const server = createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false });
  const disposable = serve({ schema: parts.schema, context }, sockets, 0);
  await listen(server, network, 'PORT');
  const close = async () => {
    for (const ended of followed) ended.abort();
    await disposable.dispose();
    server.close();
    await once(server, 'close');
  };
  return { url: urlOf(server, network.host), close };
}

const followerOf = (parts: PlainParts, signal: AbortSignal): Follower => ({
  wake: parts.wake,
  signal,
  now: async () => new RequestContext(parts, nobody, 'plain', null),
  resumeAfter: null,
  begins: () => {},
  reached: () => {},
  check: checkInput,
});
