#!/usr/bin/env bash
# A deprecated input field is gone from the callers' generated types the same day, and so is @oneOf.
#
# The good guess: "deprecated" means "still there, with a note". GraphQL (September 2025, section 3.13.3) lets input
#   fields and arguments be deprecated; __Type.isOneOf says that exactly one field is to be given. A generator that
#   reads the schema from a server sees both.
# What happens: graphql 16.15.0 asks for neither in getIntrospectionQuery() by default
#   (inputValueDeprecation, oneOf), and @graphql-tools/url-loader 9.1.14, with which @graphql-codegen/cli 7.4.3 reads a
#   server, passes that on. Deprecated input fields and arguments are absent, so code that sends one stops compiling; a
#   @oneOf input becomes an input of optional fields, so code that sends two of them compiles and is refused when it
#   runs. Deprecated output fields and enum values stay. gql.tada 1.11.3 asks for both by itself.
#   Remedy: { 'https://...': { inputValueDeprecation: true, oneOf: true } } as the schema, or the address of the SDL.
# Who is hurt: callers of a registry whose subject ("by number, by account or by name") is a @oneOf input, on the day
#   one way of asking is deprecated.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 @graphql-tools/load@8.1.21 @graphql-tools/url-loader@9.1.14 gql.tada@1.11.3 typescript@5.9.3

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { loadSchema } from '@graphql-tools/load';
import { UrlLoader } from '@graphql-tools/url-loader';
import { buildClientSchema, buildSchema, getIntrospectionQuery, graphqlSync, printSchema } from 'graphql';

const schema = buildSchema(`
  input Subject @oneOf { number: ID, account: String @deprecated(reason: "Use number.") }
  type Query { verify(subject: Subject!, asOf: String @deprecated(reason: "Use on."), on: String): String, old: ID @deprecated }
`);
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    const { query } = JSON.parse(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(graphqlSync({ schema, source: query })));
  });
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${server.address().port}/`;

async function tada() {
  await promisify(execFile)('node_modules/.bin/gql.tada', ['generate-schema', url, '--output', 'tada.graphql']);
  return readFileSync('tada.graphql', 'utf8');
}
const ways = {
  'graphql 16.15.0, getIntrospectionQuery()': printSchema(buildClientSchema(graphqlSync({ schema, source: getIntrospectionQuery() }).data)),
  'url loader of graphql-codegen': printSchema(await loadSchema(url, { loaders: [new UrlLoader()] })),
  'url loader, told to ask': printSchema(await loadSchema(url, { loaders: [new UrlLoader()], inputValueDeprecation: true, oneOf: true })),
  'gql.tada 1.11.3': await tada(),
};
const seen = Object.fromEntries(Object.entries(ways).map(([way, sdl]) => [way, {
  'deprecated input field': sdl.includes('account'),
  'deprecated argument': sdl.includes('asOf'),
  '@oneOf': /input Subject\s+@oneOf/.test(sdl),
  'deprecated output field': sdl.includes('old'),
}]));
console.table(seen);
server.close();
server.closeAllConnections();

const all = [true, true, true, true];
const loses = [false, false, false, true];
assert.deepEqual(Object.values(seen).map((one) => Object.values(one)), [loses, loses, all, all]);
JS
node try.mjs
