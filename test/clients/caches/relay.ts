import { buildSchema } from 'graphql';
import relay, { type GraphQLResponse } from 'relay-runtime';
import type { CachedClient, Reach, Variables } from './cached-client.ts';
import { relayArtifact } from './relay-artifact.ts';

const { createOperationDescriptor, Environment, fetchQuery, Network, Observable, RecordSource, requestSubscription, Store } = relay;

/** Relay; `relayArtifact` stands in for its compiler. */
export function relayClient({ url, headers, socket, sdl }: Reach): CachedClient {
  const schema = buildSchema(sdl);
  const send = async (query: string | null | undefined, variables: Variables): Promise<GraphQLResponse> => {
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
    // The server's answer has the shape that Relay takes.
    return (await answer.json()) as GraphQLResponse;
  };
  const network = Network.create(
    ({ text }, variables) => send(text, variables),
    ({ text }, variables) =>
      Observable.create((sink) =>
        socket.subscribe(
          { query: text ?? '', variables },
          // As above.
          {
            next: (each) => sink.next(each as GraphQLResponse),
            error: (error) => sink.error(Object(error)),
            complete: () => sink.complete(),
          },
        ),
      ),
  );
  const environment = new Environment({ network, store: new Store(new RecordSource()) });
  const artifacts = new Map<string, ReturnType<typeof relayArtifact>>();
  const artifactOf = (text: string) => {
    const artifact = artifacts.get(text) ?? relayArtifact(schema, text);
    artifacts.set(text, artifact);
    return artifact;
  };
  return {
    ask: async (query, variables = {}) => {
      const request = artifactOf(query);
      environment.retain(createOperationDescriptor(request, variables));
      await fetchQuery(environment, request, variables, { fetchPolicy: 'network-only' }).toPromise();
      return environment.lookup(createOperationDescriptor(request, variables).fragment).data;
    },
    cached: (query, variables = {}) => environment.lookup(createOperationDescriptor(artifactOf(query), variables).fragment).data,
    follow: (subscription, variables, take) => {
      const following = requestSubscription(environment, { subscription: artifactOf(subscription), variables, onNext: take });
      return () => following.dispose();
    },
  };
}
