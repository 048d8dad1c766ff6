import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, isObjectType } from 'graphql';
import type { CachedClient, Reach } from './cached-client.ts';

/** urql with graphcache, and the `keys` of docs/clients.md. */
export function urqlClient({ url, headers, socket, sdl }: Reach): CachedClient {
  const types = Object.values(buildSchema(sdl).getTypeMap());
  const withoutId = types.filter((type) => isObjectType(type) && !('id' in type.getFields()));
  const keys = Object.fromEntries(withoutId.map(({ name }) => [name, () => null]));
  const client = new Client({
    url: `${url}/graphql`,
    fetchOptions: { headers },
    exchanges: [
      cacheExchange({ keys }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query, variables },
              { next: ({ data = null, errors = [] }) => sink.next({ data, errors }), error: sink.error, complete: sink.complete },
            ),
          }),
        }),
      }),
    ],
  });
  return {
    ask: async (query, variables = {}) => {
      const { data, error } = await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      return data;
    },
    cached: (query, variables = {}) => client.readQuery(query, variables)?.data ?? null,
    follow: (subscription, variables, take) => {
      const following = client.subscription(subscription, variables).subscribe(({ data }) => take(data));
      return () => following.unsubscribe();
    },
  };
}
