#!/usr/bin/env bash
# A signing key that is listed under the new name of its algorithm no longer verifies what it signed under the old one.
#
# The good guess: RFC 9864 (October 2025) deprecates the name "EdDSA" and gives what was meant by it, with a key of the curve Ed25519, the
#   name "Ed25519". Key and signature are the same, so a key set that has the new name verifies the tokens that have the old one; and a
#   key that a library does not understand is ignored (RFC 7517, section 5), so the others of the set go on working.
# What happens, for one key and its tokens:
#   1. jose 6.2.18, which signs and verifies by both names, finds no key if token and key have one each: "no applicable key found".
#      hono 4.13.19 and aws-jwt-verify 5.2.1 refuse the token by the old name if the key has the new one.
#   2. hono, aws-jwt-verify and fast-jwt 6.3.6 refuse a token by the new name, whatever the key says; fast-jwt takes it if its
#      option algorithms names it.
#   3. node-jose 2.2.0 takes no set that has such a key, by either name or by none: "unsupported key type". What the ES256 key
#      beside it signed is refused with it. (jwt.io met this in 2019: jsonwebtoken.github.io, pull request 402.)
#   Remedy: sign as EdDSA, and list the key without alg, which all but node-jose take; that one needs the set without the key.
# Who is hurt: an issuer of signed certificates that follows the RFC: what is in circulation is refused from the moment the key set
#   is published, and the issuer's own test, which signs anew, is green.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jose@6.2.18 hono@4.13.19 aws-jwt-verify@5.2.1 fast-jwt@6.3.6 node-jose@2.2.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { JwtVerifier } from 'aws-jwt-verify';
import { createVerifier } from 'fast-jwt';
import { verifyWithJwks } from 'hono/jwt';
import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import nodeJose from 'node-jose';

const issuer = 'https://registry.example.ca';
const [ed, ec] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ec', { namedCurve: 'P-256' })];
const listed = (pair, kid, alg) => ({ ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'sig', ...alg && { alg } });
const signed = (pair, kid, alg) => new SignJWT().setIssuer(issuer).setAudience('city').setIssuedAt().setExpirationTime('1h').setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(pair.privateKey);
const pem = (pair) => pair.publicKey.export({ format: 'pem', type: 'spki' });

const verifiers = {
  jose: (token, keys) => jwtVerify(token, createLocalJWKSet({ keys })),
  hono: (token, keys) => verifyWithJwks(token, { keys, allowedAlgorithms: ['ES256', 'EdDSA', 'Ed25519'] }),
  'aws-jwt-verify': (token, keys) => {
    const verifier = JwtVerifier.create({ issuer, audience: 'city', jwksUri: `${issuer}/jwks.json` });
    verifier.cacheJwks({ keys });
    return verifier.verify(token);
  },
  // It has no key sets: a PEM says nothing about the name.
  'fast-jwt': (token) => createVerifier({ key: pem(ed) })(token),
  'node-jose': async (token, keys) => nodeJose.JWS.createVerify(await nodeJose.JWK.asKeyStore({ keys })).verify(token),
};
async function answer(verify, token, keys) {
  try { await verify(token, keys); return 'yes'; } catch (error) { return error.message.slice(0, 40); }
}
const seen = {};
for (const token of ['EdDSA', 'Ed25519']) {
  for (const key of ['EdDSA', 'Ed25519', undefined]) {
    const row = seen[`token ${token}, key ${key ?? 'without alg'}`] = {};
    for (const [name, verify] of Object.entries(verifiers)) row[name] = await answer(verify, await signed(ed, 'ed', token), [listed(ed, 'ed', key)]);
  }
}
for (const [asked, row] of Object.entries(seen)) console.log(asked, row);

const beside = {};
const old = await signed(ec, 'ec', 'ES256');
for (const [name, verify] of Object.entries(verifiers)) {
  if (name !== 'fast-jwt') beside[name] = await answer(verify, old, [listed(ec, 'ec', 'ES256'), listed(ed, 'ed')]);
}
console.log('the token of an ES256 key in the same set', beside);
const named = await answer((token) => createVerifier({ key: pem(ed), algorithms: ['EdDSA', 'Ed25519'] })(token), await signed(ed, 'ed', 'Ed25519'));
console.log('token Ed25519, fast-jwt with its name', named);

const yes = (row) => Object.keys(row).filter((name) => row[name] === 'yes').join(' ');
assert.deepEqual(Object.values(seen).map(yes), ['jose hono aws-jwt-verify fast-jwt', 'fast-jwt', 'jose hono aws-jwt-verify fast-jwt', '', 'jose', 'jose']);
assert.equal(seen['token EdDSA, key Ed25519'].jose, 'no applicable key found in the JSON Web ');
assert.ok(Object.values(seen).every((row) => row['node-jose'] === 'unsupported key type'));
assert.deepEqual(beside, { jose: 'yes', hono: 'yes', 'aws-jwt-verify': 'yes', 'node-jose': 'unsupported key type' });
assert.equal(named, 'yes');
JS
node try.mjs
