#!/usr/bin/env bash
# "One year" in a signed receipt ends on a different day, depending on the library that signs.
#
# The good guess: a receipt issued for 31 March 2026 (iat), to last '1 year', ends on 31 March 2027, in every library;
#   exp is the day on which it must no longer be accepted (RFC 7519 section 4.1.4).
# What happens: a year is 365.25 days everywhere, so it ends at six in the morning, and the next year's receipt has a
#   gap or an overlap. jose 6.2.18 counts from the moment of signing and ignores the iat that was set, so a receipt
#   signed again later for the same day lasts longer; jsonwebtoken 9.0.3 and fast-jwt 6.3.6 count from iat.
#   Remedy: give exp as a number or a Date that the law's own calendar made.
# Who is hurt: receipts that are issued for a day in the past, or made again after a key was changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jose@6.2.18 jsonwebtoken@9.0.3 fast-jwt@6.3.6

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { createSigner } from 'fast-jwt';
import { decodeJwt, exportPKCS8, generateKeyPair, SignJWT } from 'jose';
import jsonwebtoken from 'jsonwebtoken';

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const key = await exportPKCS8(privateKey);
const issued = new Date('2026-03-31T00:00:00Z');
const iat = issued.getTime() / 1000;
const end = (token) => new Date(decodeJwt(token).exp * 1000).toISOString();

const now = Date.now();
const byJose = end(await new SignJWT().setProtectedHeader({ alg: 'ES256' }).setIssuedAt(issued).setExpirationTime('1 year').sign(privateKey));
const byJsonwebtoken = end(jsonwebtoken.sign({ iat }, key, { algorithm: 'ES256', expiresIn: '1 year' }));
const byFast = end(createSigner({ key, algorithm: 'ES256', expiresIn: '1 year' })({ iat }));
console.log('issued', issued.toISOString(), 'for "1 year", signed', new Date(now).toISOString());
console.log({ jose: byJose, jsonwebtoken: byJsonwebtoken, 'fast-jwt': byFast });

assert.equal(byJsonwebtoken, '2027-03-31T06:00:00.000Z');
assert.equal(byFast, '2027-03-31T06:00:00.000Z');
assert.ok(Math.abs(Date.parse(byJose) - now - 365.25 * 86_400_000) < 60_000, 'jose counts from now');
JS
node try.mjs
