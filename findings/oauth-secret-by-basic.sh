#!/usr/bin/env bash
# Which client library may exchange a secret for a token depends on a hyphen in it.
#
# The good guess: client_id and client_secret go by HTTP Basic, each in form-urlencoding (RFC 6749, section 2.3.1), and
#   ids and secrets of hexadecimal digits, base64url or base64 need no thought.
# What happens: openid-client 6.8.9 (and oauth4webapi, on which it stands) writes a hyphen as %2D and an underscore as %5F, which
#   the form-urlencoding of browsers and of URLSearchParams leaves alone. @node-oauth/oauth2-server 5.3.0 decodes nothing, so
#   it finds no client whose id is a UUID, or whose secret is base64url. @badgateway/oauth2-client 3.3.1 and
#   client-oauth2 4.3.3 encode nothing, and oidc-provider 9.13.3, which decodes, reads the + of a base64 secret as a
#   space. simple-oauth2 5.1.0 encodes + and = but no hyphen. Each reads "invalid_client": the secret is wrong.
#   Remedy: a server decodes both parts, and makes ids and secrets of letters and digits only, which all four write in the same way.
# Who is hurt: a partner whose first call is refused with the right secret, while the server's own test with curl passes. Of 43
#   random characters of base64url, three in four secrets have a hyphen or an underscore; the rest work.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts openid-client@6.8.9 simple-oauth2@5.1.0 @badgateway/oauth2-client@3.3.1 client-oauth2@4.3.3 oidc-provider@9.13.3 @node-oauth/oauth2-server@5.3.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { OAuth2Client } from '@badgateway/oauth2-client';
import NodeOauth from '@node-oauth/oauth2-server';
import ClientOauth2 from 'client-oauth2';
import Provider from 'oidc-provider';
import * as openid from 'openid-client';
import { ClientCredentials } from 'simple-oauth2';

const keys = {
  'letters and digits': ['reader1', 'Zm9vYmFyYmF6'],
  'id is a UUID': ['9d3c5b1e-6f0a-4c7e-8a55-0c1d2e3f4a5b', 'Zm9vYmFyYmF6'],
  'secret is base64url': ['reader1', 'Zm9v-YmFy_cXV4'],
  'secret is base64': ['reader1', 'Zm9v+YmFy/cXV4=='],
};
const clients = {
  'openid-client': async (server, id, secret) => {
    const at = new openid.Configuration({ issuer: server, token_endpoint: `${server}/token` }, id, secret, openid.ClientSecretBasic(secret));
    openid.allowInsecureRequests(at);
    return openid.clientCredentialsGrant(at, { scope: 'read' });
  },
  'simple-oauth2': (server, id, secret) => new ClientCredentials({ client: { id, secret }, auth: { tokenHost: server, tokenPath: '/token' } }).getToken({ scope: 'read' }),
  '@badgateway/oauth2-client': (server, id, secret) =>
    new OAuth2Client({ server, clientId: id, clientSecret: secret, tokenEndpoint: '/token' }).clientCredentials({ scope: ['read'] }),
  'client-oauth2': (server, id, secret) => new ClientOauth2({ clientId: id, clientSecret: secret, accessTokenUri: `${server}/token`, scopes: ['read'] }).credentials.getToken(),
};
let basic;
async function listen(answer) {
  const server = createServer((request, response) => {
    basic = Buffer.from(request.headers.authorization.slice(6), 'base64').toString();
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${server.address().port}`;
}
function nodeOauth(id, secret) {
  const getClient = async (one, other) => one === id && other === secret && { id, grants: ['client_credentials'] };
  const saveToken = async (token, client, user) => ({ ...token, client, user });
  const oauth = new NodeOauth({ model: { getClient, saveToken, getUserFromClient: async () => ({}), validateScope: async () => ['read'] } });
  return async (request, response) => {
    let form = '';
    for await (const part of request) form += part;
    const answer = new NodeOauth.Response({});
    const { headers, method } = request;
    await oauth.token(new NodeOauth.Request({ headers, method, query: {}, body: Object.fromEntries(new URLSearchParams(form)) }), answer).catch(() => undefined);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  };
}
function oidcProvider(id, secret) {
  const client = { client_id: id, client_secret: secret, grant_types: ['client_credentials'], response_types: [], redirect_uris: [], scope: 'read' };
  const features = { clientCredentials: { enabled: true }, devInteractions: { enabled: false } };
  return new Provider('http://127.0.0.1', { clients: [client], scopes: ['read'], features, ttl: { ClientCredentials: 600 } }).callback();
}
console.warn = console.info = () => undefined; // oidc-provider says that its keys are for development
const seen = {};
const written = {};
for (const [name, [id, secret]] of Object.entries(keys)) {
  for (const [server, make] of Object.entries({ 'oidc-provider': oidcProvider, '@node-oauth/oauth2-server': nodeOauth })) {
    const address = await listen(make(id, secret));
    const row = (seen[`${name}, ${server}`] = {});
    for (const [client, ask] of Object.entries(clients)) {
      row[client] = await ask(address, id, secret).then(() => 'token', () => 'refused');
      (written[name] ??= {})[client] = basic;
    }
  }
}
console.table(written);
console.table(seen);
const outcome = Object.values(seen).map((row) => Object.values(row).map((one) => one === 'token'));
const [yes, no] = [true, false];
assert.deepEqual(outcome, [
  [yes, yes, yes, yes], [yes, yes, yes, yes],
  [yes, yes, yes, yes], [no, yes, yes, yes],
  [yes, yes, yes, yes], [no, yes, yes, yes],
  [yes, yes, no, no], [no, no, yes, yes],
]);
assert.equal(written['secret is base64url']['openid-client'], 'reader1:Zm9v%2DYmFy%5FcXV4');
process.exit(); // the servers are left listening
JS
node try.mjs
