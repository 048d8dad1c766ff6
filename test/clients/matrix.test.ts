import { readFileSync } from 'node:fs';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchExchange, Client as UrqlClient } from '@urql/core';
import { ClientError, GraphQLClient } from 'graphql-request';
import { usualRates } from '../../src/server/limits/limits.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Each client with its defaults, on a server with its defaults: what it sends, which errors the program gets, and what it does at a limit.

let server: TestServer;
let buyer: string;
beforeAll(async () => {
  server = await startTestServer({ rates: usualRates });
  buyer = await server.keyFor('buyer');
});
afterAll(() => server.stop());

/** What a client returned: data, or the code and details of its first error as the program finds them. */
interface Told {
  readonly data?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Ask = (query: string, variables: Record<string, unknown>) => Promise<Told>;

/** A client with a key, and how often it has asked. */
interface Tried {
  readonly ask: Ask;
  readonly methods: readonly string[];
}

/** Counts what a client sends. */
function counting(methods: string[]): typeof fetch {
  return (input, init) => {
    methods.push(init?.method ?? 'GET');
    return fetch(input, init);
  };
}

const headersOf = (key: string | null): Record<string, string> => (key === null ? {} : { authorization: `Bearer ${key}` });

function apollo(key: string | null): Tried {
  const methods: string[] = [];
  const http = new HttpLink({ uri: `${server.url}/graphql`, headers: headersOf(key), fetch: counting(methods) });
  const client = new ApolloClient({ link: new RetryLink().concat(http), cache: new InMemoryCache() });
  const ask: Ask = async (query, variables) => {
    try {
      return { data: (await client.query({ query: gql(query), variables, fetchPolicy: 'no-cache' })).data };
    } catch (error) {
      if (!CombinedGraphQLErrors.is(error)) throw error;
      return { extensions: error.errors[0]?.extensions ?? {} };
    }
  };
  return { ask, methods };
}

function urql(key: string | null): Tried {
  const methods: string[] = [];
  const client = new UrqlClient({
    url: `${server.url}/graphql`,
    exchanges: [fetchExchange],
    fetchOptions: { headers: headersOf(key) },
    fetch: counting(methods),
  });
  const ask: Ask = async (query, variables) => {
    const { data, error } = await client.query(query, variables).toPromise();
    return error ? { extensions: error.graphQLErrors[0]?.extensions ?? {} } : { data };
  };
  return { ask, methods };
}

function graphqlRequest(key: string | null): Tried {
  const methods: string[] = [];
  const client = new GraphQLClient(`${server.url}/graphql`, { headers: headersOf(key), fetch: counting(methods) });
  const ask: Ask = async (query, variables) => {
    try {
      return { data: await client.request(query, variables) };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      return { extensions: error.response.errors?.[0]?.extensions ?? {} };
    }
  };
  return { ask, methods };
}

function plainFetch(key: string | null): Tried {
  const methods: string[] = [];
  const ask: Ask = async (query, variables) => {
    const headers = { ...headersOf(key), 'content-type': 'application/json' };
    const answer = await counting(methods)(`${server.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    // The server's answer, of any shape.
    const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { extensions: Record<string, unknown> }[] };
    return errors ? { extensions: errors[0]?.extensions ?? {} } : { data };
  };
  return { ask, methods };
}

const clients: readonly (readonly [string, (key: string | null) => Tried])[] = [
  ['Apollo Client', apollo],
  ['urql', urql],
  ['graphql-request', graphqlRequest],
  ['fetch', plainFetch],
];
const many = 'query Many($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { standing } }';
const subjects = (count: number) => Array.from({ length: count }, (_, at) => ({ wsibAccount: String(5_000_000 + at) }));
const scope = 'query Who { viewer { scope } }';

describe.each(clients)('%s', (_name, make) => {
  test('is answered with a key and without one', async () => {
    for (const [key, who] of [
      [buyer, 'BUYER'],
      [null, 'PUBLIC'],
    ] as const)
      expect((await make(key).ask(scope, {})).data).toMatchObject({ viewer: { scope: who } });
  });

  test('gives the program the code, the field and the reason of an error', async () => {
    expect((await make(buyer).ask('query { none }', {})).extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await make(buyer).ask(many, { subjects: [{}] })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'subjects[0]' });
    expect((await make(buyer).ask(many, { subjects: subjects(501) })).extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'subjects',
    });
  });

  test('sends a wrong key once, and the program learns why it was refused', async () => {
    const client = make(`${buyer}x`);
    expect((await client.ask(scope, {})).extensions).toEqual({ code: 'UNAUTHENTICATED', reason: 'WRONG' });
    expect(client.methods).toHaveLength(1);
  });

  test('runs out of budget, and the program learns when to ask again', async () => {
    const client = make(await server.keyFor('buyer', 'Of many tenders'));
    for (let list = 0; list < 6; list++) {
      const { data } = await client.ask(many.replace('Many', `Many${list}`), { subjects: subjects(500) });
      expect(data).toMatchObject({ verifyMany: { length: 500 } });
    }
    const { extensions } = await client.ask(many, { subjects: subjects(500) });
    // 5 look-ups are refilled each second; the six lists used some.
    expect(extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(extensions?.retryAfter).toBeGreaterThan(20);
    expect(client.methods).toHaveLength(7);
  });
});

test('urql asks by GET, and the others by POST', async () => {
  const asked = await Promise.all(
    clients.map(async ([, make]) => {
      const client = make(buyer);
      await client.ask(scope, {});
      return client.methods;
    }),
  );
  expect(asked).toEqual([['POST'], ['GET'], ['POST'], ['POST']]);
});

test('docs/clients.md says what each client needs', () => {
  const page = readFileSync('docs/clients.md', 'utf8');
  for (const name of [
    'Apollo Client',
    'urql',
    'Relay',
    'graphql-request',
    'EventSource',
    'graphql-ws',
    'graphql-sse',
    'codegen',
    'gql.tada',
  ])
    expect(page).toContain(name);
});
