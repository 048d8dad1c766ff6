#!/usr/bin/env bash
# A variable that is left out becomes null inside an input object, and its default is lost, once a query is compiled.
#
# The good guess: in `firms(filter: { from: $from })` without a value for $from, the field `from` counts as not given
#   (GraphQL, September 2025, section 3.10, input coercion), so its default applies or the resolver does not find it.
#   A compiled operation gives what the interpreter gives.
# What happens: graphql-jit 0.8.9 hands the resolver `from: null`: a field with a default loses it, a field without
#   one appears as null. As an argument of its own (`firms(from: $from)`) the variable is handled correctly, and so is the
#   whole object as a variable. The answer has no error. Mercurius 16.10.1 with `jit: 1` passes the default on the first
#   request and null from the second on. The null has been known since 2020 (graphql-jit's issues 91 and 230, both open);
#   they do not say that it overrides a default.
# Who is hurt: filters: "from the first of January" becomes "from no day", and `null` is often read as "without one".
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

const types = `input Filter { from: String = "2026-01-01", city: String }
  type Query { firms(filter: Filter, from: String = "2026-01-01"): String }`;
const firms = (_root, given) => JSON.stringify(given);
const schema = buildSchema(types);
schema.getQueryType().getFields().firms.resolve = firms;
const questions = {
  'a field with a default': 'query ($from: String) { firms(filter: { from: $from }) }',
  'a field without one': 'query ($city: String) { firms(filter: { city: $city }) }',
  'an argument': 'query ($from: String) { firms(from: $from) }',
  'the object': 'query ($filter: Filter = {}) { firms(filter: $filter) }',
};
const seen = {};
for (const [name, query] of Object.entries(questions)) {
  const interpreted = graphqlSync({ schema, source: query, variableValues: {} });
  const compiled = compileQuery(schema, parse(query), '').query({}, {}, {});
  seen[name] = { graphql: JSON.parse(interpreted.data.firms), 'graphql-jit': JSON.parse(compiled.data.firms) };
}
console.log('What the resolver is given, where no variable has a value:', JSON.stringify(seen, null, 2));

const app = Fastify();
app.register(mercurius, { schema: types, resolvers: { Query: { firms } }, jit: 1 });
const asked = [];
for (let time = 0; time < 3; time += 1) {
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: questions['a field with a default'] } });
  asked.push(JSON.parse(answer.json().data.firms).filter);
}
await app.close();
console.log('Mercurius 16.10.1, the first of them three times:', asked);

const from = '2026-01-01';
assert.deepEqual(seen, {
  'a field with a default': { graphql: { filter: { from }, from }, 'graphql-jit': { filter: { from: null }, from } },
  'a field without one': { graphql: { filter: { from }, from }, 'graphql-jit': { filter: { from, city: null }, from } },
  'an argument': { graphql: { from }, 'graphql-jit': { from } },
  'the object': { graphql: { filter: { from }, from }, 'graphql-jit': { filter: { from }, from } },
});
assert.deepEqual(asked, [{ from }, { from: null }, { from: null }]);
JS
node try.mjs
