#!/usr/bin/env bash
# Two normalized caches answer "all" with what "the default" gave.
#
# The good guess: an argument that is null and an argument that is left out are two questions if it has a default:
#   certificates(status: Status = VALID) gives the valid ones, certificates(status: null) all of them. GraphQL
#   (September 2025, sections 3.13 and 6.4.1) keeps the two apart, and a normalized cache has an entry for each.
# What happens: @urql/exchange-graphcache 9.0.2 leaves null out of the key of a field, so whichever was asked first
#   answers both, with no request and no warning, even with its `schema` option. relay-runtime 21.0.1 has one storage
#   key for the two as well. Apollo Client 4.3.8 keeps them apart and asks twice.
#   Remedy for a schema: let null mean the same as leaving the argument out, and name "all" by a value.
# Who is hurt: a page that lists the valid certificates and, on a click, all: the click changes nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 @urql/core@6.0.3 @urql/exchange-graphcache@9.0.2 @apollo/client@4.3.8 rxjs@7.8.2 relay-runtime@21.0.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createClient, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, graphqlSync, introspectionFromSchema } from 'graphql';
import relay from 'relay-runtime';

const schema = buildSchema(`
  enum Status { VALID ENDED }
  type Firm { id: ID! certificates(status: Status = VALID): [String!]! }
  type Query { firm: Firm }
`);
const certificates = ({ status }) => (status === null ? ['C-1 (ended)', 'C-2'] : ['C-2']);
const query = 'query ($status: Status) { firm { id certificates(status: $status) } }';
const questions = [{}, { status: null }];

// Stands for the network: runs the operation, and keeps what was asked.
function network(asked) {
  return async (_url, { body }) => {
    const { query: source, variables } = JSON.parse(body);
    asked.push(JSON.stringify(variables ?? {}));
    const answer = graphqlSync({ schema, source, variableValues: variables, rootValue: { firm: { id: '1', certificates } } });
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  };
}
async function graphcache(options) {
  const asked = [];
  const client = createClient({ url: 'http://registry.invalid/', fetch: network(asked), preferGetMethod: false, exchanges: [cacheExchange(options), fetchExchange] });
  const answers = [];
  for (const variables of questions) answers.push((await client.query(query, variables).toPromise()).data.firm.certificates.join(', '));
  return { asked, answers };
}
async function apollo() {
  const asked = [];
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: 'http://registry.invalid/', fetch: network(asked) }) });
  const answers = [];
  for (const variables of questions) answers.push((await client.query({ query: gql(query), variables })).data.firm.certificates.join(', '));
  return { asked, answers };
}
const seen = { graphcache: await graphcache({}), 'graphcache, schema': await graphcache({ schema: introspectionFromSchema(schema) }), 'Apollo Client': await apollo() };
console.log('Asked without status, then with status: null:', seen);

const once = { asked: ['{}'], answers: ['C-2', 'C-2'] };
assert.deepEqual(Object.values(seen), [once, once, { asked: ['{}', '{"status":null}'], answers: ['C-2', 'C-1 (ended), C-2'] }]);

const field = { kind: 'ScalarField', name: 'certificates', alias: null, storageKey: null };
const status = { kind: 'Variable', name: 'status', variableName: 'status' };
const keys = [relay.getStorageKey({ ...field, args: null }, {}), ...[null, 'ENDED'].map((value) => relay.getStorageKey({ ...field, args: [status] }, { status: value }))];
console.log('Relay keeps "no argument", null and ENDED as:', keys);
assert.deepEqual(keys, ['certificates', 'certificates', 'certificates(status:"ENDED")']);
JS
node try.mjs
