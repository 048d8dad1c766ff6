import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import type { CachedClient, Reach } from './cached-client.ts';

/** Apollo Client. */
export function apolloClient({ url, headers, socket }: Reach): CachedClient {
  const http = new HttpLink({ uri: `${url}/graphql`, headers });
  const link = ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(socket), http);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return {
    ask: async (query, variables = {}) => (await client.query({ query: gql(query), variables, fetchPolicy: 'network-only' })).data,
    cached: (query, variables = {}) => client.readQuery({ query: gql(query), variables }),
    follow: (subscription, variables, take) => {
      const following = client.subscribe({ query: gql(subscription), variables }).subscribe(({ data }) => take(data));
      return () => following.unsubscribe();
    },
  };
}
