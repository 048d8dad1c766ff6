#!/usr/bin/env bash
# An Ed25519 key beside the old one in a JWK Set: one library then refuses the old one too.
#
# The good guess: an issuer adds a key of a newer kind to its JWK Set, keeps the old key in it, and verifiers that do not
#   know the kind pass it over, as RFC 7517 (section 5) asks of them.
# What happens: node-jose 2.2.0 refuses the whole set ("unsupported key type"), so that it no longer verifies with the
#   P-256 key that is still there. get-jwks 11.0.3 gives the Ed25519 key as a JWK, and fails to give it as the PEM that
#   its examples for fast-jwt use ("Unsupported key type"); jwks-rsa 3.2.2 does give it, and fast-jwt 6.3.6 verifies by
#   such a PEM. jsonwebtoken 9.0.3 takes no Ed25519 key, whatever `algorithms` says. jose 6.2.18 does everything.
#   Remedy: publish keys of a new kind at an address of their own until every verifier is known.
# Who is hurt: a registry that signs public lists with Ed25519 under the address from which partners verify their tokens.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  node-jose@2.2.0 get-jwks@11.0.3 jwks-rsa@3.2.2 fast-jwt@6.3.6 jsonwebtoken@9.0.3 jose@6.2.18

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createVerifier } from 'fast-jwt';
import buildGetJwks from 'get-jwks';
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import jwksRsa from 'jwks-rsa';
import nodeJose from 'node-jose';

const keys = { ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }), EdDSA: generateKeyPairSync('ed25519') };
const published = Object.entries(keys).map(([alg, { publicKey }]) => ({ ...publicKey.export({ format: 'jwk' }), kid: alg, alg, use: 'sig' }));
const tokenBy = (alg) => new SignJWT({ sub: 'city' }).setProtectedHeader({ alg, kid: alg }).setExpirationTime('1h').sign(keys[alg].privateKey);
const tokens = { ES256: await tokenBy('ES256'), EdDSA: await tokenBy('EdDSA') };

const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published })));
await once(server.listen(0, '127.0.0.1'), 'listening');
const domain = `http://127.0.0.1:${server.address().port}`;
const jwksUri = `${domain}/jwks`;

const remote = createRemoteJWKSet(new URL(jwksUri));
const ofSet = buildGetJwks({ jwksPath: '/jwks' });
const client = jwksRsa({ jwksUri });
const pemOf = async (alg) => (await client.getSigningKey(alg)).getPublicKey();
const ways = {
  'jose 6.2.18': async (alg) => jwtVerify(tokens[alg], remote),
  'node-jose 2.2.0': async (alg) => nodeJose.JWS.createVerify(await nodeJose.JWK.asKeyStore({ keys: published })).verify(tokens[alg]),
  'get-jwks 11.0.3, JWK': async (alg) => ofSet.getJwk({ kid: alg, alg, domain }),
  'get-jwks 11.0.3, PEM': async (alg) => ofSet.getPublicKey({ kid: alg, alg, domain }),
  'jwks-rsa 3.2.2 and fast-jwt 6.3.6': async (alg) => createVerifier({ key: await pemOf(alg) })(tokens[alg]),
  'jwks-rsa 3.2.2 and jsonwebtoken 9.0.3': async (alg) => jsonwebtoken.verify(tokens[alg], await pemOf(alg), { algorithms: [alg] }),
};
const tried = async (way, alg) => {
  try {
    await way(alg);
    return 'ok';
  } catch ({ message }) {
    return message;
  }
};
const seen = {};
for (const [name, way] of Object.entries(ways)) seen[name] = { ES256: await tried(way, 'ES256'), EdDSA: await tried(way, 'EdDSA') };
console.table(seen);
server.close();
server.closeAllConnections();

const both = (ES256, EdDSA) => ({ ES256, EdDSA });
assert.deepEqual(seen['jose 6.2.18'], both('ok', 'ok'));
assert.deepEqual(seen['node-jose 2.2.0'], both('unsupported key type', 'unsupported key type'));
assert.deepEqual(seen['get-jwks 11.0.3, JWK'], both('ok', 'ok'));
assert.deepEqual(seen['get-jwks 11.0.3, PEM'], both('ok', 'Unsupported key type "OKP"'));
assert.deepEqual(seen['jwks-rsa 3.2.2 and fast-jwt 6.3.6'], both('ok', 'ok'));
assert.equal(seen['jwks-rsa 3.2.2 and jsonwebtoken 9.0.3'].ES256, 'ok');
assert.notEqual(seen['jwks-rsa 3.2.2 and jsonwebtoken 9.0.3'].EdDSA, 'ok');

// Without the new key, the old one verifies.
const store = await nodeJose.JWK.asKeyStore({ keys: published.slice(0, 1) });
assert.equal(JSON.parse((await nodeJose.JWS.createVerify(store).verify(tokens.ES256)).payload).sub, 'city');
process.exit(0);
JS
node --no-warnings try.mjs
