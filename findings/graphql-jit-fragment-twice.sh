#!/usr/bin/env bash
# A question loses its fields the second time it is asked, once it is compiled.
#
# The good guess: a selection that appears twice in a document, once under a condition that is false and once without a
#   condition, is selected. GraphQL (September 2025, section 6.3.2) collects the fields of both and skips only the
#   first. A compiled operation gives what the interpreter gives.
# What happens: in graphql-jit 0.8.9 the condition of the first spread of a fragment is put on every other spread of it
#   within the same selection, so `firm { ...Card @include(if: $details) ...Card }` gives `firm: {}`, without an error.
#   Its option useExperimentalPathBasedSkipInclude does not help. Mercurius 16.10.1 with `jit: 1` answers the first
#   request through graphql 16.15.0 and the following ones through graphql-jit: same request, different answer.
#   A related case is in graphql-jit's issue 111; the example there is answered correctly today.
# Who is hurt: a page whose components each bring a fragment, one of them shown on demand: the firm's name vanishes
#   under load and not in the tests, which ask each question once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 graphql-jit@0.8.9 mercurius@16.10.1 fastify@5.12.8

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import Fastify from 'fastify';
import { buildSchema, graphqlSync, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import mercurius from 'mercurius';

const types = 'type Firm { number: ID! name: String } type Query { firm: Firm }';
const firm = { number: '1', name: 'Example' };
const fragments = 'fragment Card on Firm { number name } fragment Header on Firm { ...Card }';
const questions = [
  'firm { ...Card @include(if: $details) ...Card }',
  'firm { ...Card @include(if: $details) ...Header }',
  'firm { ... @include(if: $details) { ...Card } ...Card }',
].map((selection) => {
  const used = selection.includes('Header') ? fragments : fragments.slice(0, fragments.indexOf(' fragment'));
  return `query ($details: Boolean!) { ${selection} } ${used}`;
});
const variables = { details: false };
const schema = buildSchema(types);
const data = (answer) => JSON.stringify(answer.data);
const compiled = (query, options) => data(compileQuery(schema, parse(query), '', options).query({ firm }, {}, variables));

const seen = questions.map((query) => ({
  graphql: data(graphqlSync({ schema, source: query, rootValue: { firm }, variableValues: variables })),
  'graphql-jit': compiled(query, {}),
  'with its option': compiled(query, { useExperimentalPathBasedSkipInclude: true }),
}));
for (const [at, query] of questions.entries()) console.log(query, '\n ', seen[at]);

const app = Fastify();
app.register(mercurius, { schema: types, resolvers: { Query: { firm: () => firm } }, jit: 1 });
const asked = [];
for (let time = 0; time < 3; time += 1) {
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: questions[0], variables } });
  asked.push(data(answer.json()));
}
await app.close();
console.log('Mercurius 16.10.1, the first of them three times:', asked);

const whole = '{"firm":{"number":"1","name":"Example"}}';
const empty = '{"firm":{}}';
for (const one of seen) assert.deepEqual(one, { graphql: whole, 'graphql-jit': empty, 'with its option': empty });
assert.deepEqual(asked, [whole, empty, empty]);
JS
node try.mjs
