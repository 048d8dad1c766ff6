#!/usr/bin/env bash
# Two verifiers refuse a correct webhook for "missing headers" if they are passed the web's own Headers object.
#
# The good guess: verify(body, headers) of a library for Standard Webhooks takes what a request handler holds: the
#   request's headers and its bytes. In fetch handlers (Hono, Next.js, Deno, Bun) that is a Headers and a Uint8Array.
# What happens: standardwebhooks 1.1.1 and svix 2.5.0 look for properties of a plain object, find none in a Headers object,
#   and say "Missing required headers", though all three are there. A Uint8Array is refused with a different error class
#   than WebhookVerificationError, so a handler that answers 400 to that class answers 500, and the sender tries for
#   days. standardwebhooks also parses what it has verified: a valid message that is not JSON ends in a SyntaxError.
#   Remedy: verify(await request.text(), Object.fromEntries(request.headers)).
# Who is hurt: a city that receives "certificate revoked" in a serverless function.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts standardwebhooks@1.1.1 svix@2.5.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { Webhook as Standard } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';

const secret = `whsec_${Buffer.from('an example secret of 32 letters.').toString('base64')}`;
const now = new Date();

function sent(body) {
  const signature = new Standard(secret).sign('msg_1', now, body);
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(now / 1000)), 'webhook-signature': signature };
}
function outcome(Webhook, body, headers) {
  try {
    new Webhook(secret).verify(body, headers);
    return 'accepted';
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`.split(',')[0];
  }
}
const body = '{"type":"certificate.revoked"}';
const headers = sent(body);
const seen = {};
for (const [name, Webhook] of Object.entries({ 'standardwebhooks 1.1.1': Standard, 'svix 2.5.0': Svix })) {
  seen[name] = {
    'text, plain object': outcome(Webhook, body, headers),
    'text, Headers': outcome(Webhook, body, new Headers(headers)),
    'Uint8Array, plain object': outcome(Webhook, new TextEncoder().encode(body), headers),
    'text that is not JSON': outcome(Webhook, 'revoked', sent('revoked')),
  };
}
console.log(seen);

const missing = 'WebhookVerificationError: Missing required headers';
const bytes = 'Error: Expected payload to be of type string or Buffer.';
const [standard, svix] = Object.values(seen).map((row) => Object.values(row));
assert.deepEqual(svix, ['accepted', missing, bytes, 'accepted']);
assert.deepEqual(standard.slice(0, 3), ['accepted', missing, bytes]);
assert.match(standard[3], /^SyntaxError/);
JS
node try.mjs
