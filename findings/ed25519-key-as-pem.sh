#!/usr/bin/env bash
# A verifier that turns keys of a JWK Set into PEM gets none for an Ed25519 key.
#
# The good guess: a key of a JWK Set can be had as PEM, whatever its kind: Ed25519 has had one since RFC 8410 (2018), and
#   Node.js writes it (`createPublicKey({ key, format: 'jwk' })`). So a verifier goes on when its issuer changes from
#   P-256 to Ed25519.
# What happens: jwk-to-pem 2.0.7, and get-jwks 11.0.3 by it, refuse the key ("Unsupported key type "OKP""); get-jwks gives
#   the same key as a JWK without a word, so that a check of the set finds nothing. jwks-rsa 3.2.2, in spite of its name,
#   gives the PEM, and fast-jwt 6.3.6 verifies by it. jsonwebtoken 9.0.3 takes no such key, whatever `algorithms` says.
#   Remedy: make the PEM by Node.js.
# Who is hurt: a partner whose gateway verified for years, on the day on which the registry's new key signs.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
  jwk-to-pem@2.0.7 get-jwks@11.0.3 jwks-rsa@3.2.2 fast-jwt@6.3.6 jsonwebtoken@9.0.3 jose@6.2.18

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createVerifier } from 'fast-jwt';
import buildGetJwks from 'get-jwks';
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import jwkToPem from 'jwk-to-pem';
import jwksRsa from 'jwks-rsa';

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
const keyOf = (alg) => published.find(({ kid }) => kid === alg);
const pemByNode = (alg) => createPublicKey({ key: keyOf(alg), format: 'jwk' }).export({ type: 'spki', format: 'pem' });
const ways = {
  'jose 6.2.18': async (alg) => jwtVerify(tokens[alg], remote),
  'Node.js and fast-jwt 6.3.6': async (alg) => createVerifier({ key: pemByNode(alg) })(tokens[alg]),
  'jwk-to-pem 2.0.7': async (alg) => jwkToPem(keyOf(alg)),
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
assert.deepEqual(seen['Node.js and fast-jwt 6.3.6'], both('ok', 'ok'));
assert.deepEqual(seen['jwk-to-pem 2.0.7'], both('ok', 'Unsupported key type "OKP"'));
assert.deepEqual(seen['get-jwks 11.0.3, JWK'], both('ok', 'ok'));
assert.deepEqual(seen['get-jwks 11.0.3, PEM'], both('ok', 'Unsupported key type "OKP"'));
assert.deepEqual(seen['jwks-rsa 3.2.2 and fast-jwt 6.3.6'], both('ok', 'ok'));
assert.equal(seen['jwks-rsa 3.2.2 and jsonwebtoken 9.0.3'].ES256, 'ok');
assert.notEqual(seen['jwks-rsa 3.2.2 and jsonwebtoken 9.0.3'].EdDSA, 'ok');
process.exit(0);
JS
node --no-warnings try.mjs
