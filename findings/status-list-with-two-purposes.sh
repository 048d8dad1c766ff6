#!/usr/bin/env bash
# One status list for two purposes, as W3C allows it, is refused by two libraries, which also name a bad status differently.
#
# The good guess: a BitstringStatusListCredential may state several purposes (Bitstring Status List 1.0, section 2.2:
#   statusPurpose is one or more strings), so one list can serve revocation and suspension, with an index for each.
# What happens: @digitalbazaar/vc-bitstring-status-list 2.0.1 and @digitalcredentials/vc-bitstring-status-list 1.0.0
#   compare the entry's purpose with the whole array and refuse every credential of such a list, good ones too. With a
#   list for one purpose, which both take, a suspended credential is "verified: true, status: true" in the first and
#   "verified: false", without a status, in the second.
#   Remedy: one list for each purpose; read status beside verified.
# Who is hurt: an issuer that suspends as well as revokes, and a verifier that switches libraries.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @digitalbazaar/vc-bitstring-status-list@2.0.1 @digitalcredentials/vc-bitstring-status-list@1.0.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import * as bazaar from '@digitalbazaar/vc-bitstring-status-list';
import * as credentials from '@digitalcredentials/vc-bitstring-status-list';

const context = { '@context': ['https://www.w3.org/ns/credentials/v2'], issuer: 'did:example:registry' };
const id = 'https://registry.example.ca/status/1';

async function check(library, statusPurpose, index) {
  const list = await library.createList({ length: 131_072 });
  list.setStatus(7, true);
  const document = {
    ...context, id, type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose, encodedList: await list.encode() },
  };
  const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'suspension', statusListIndex: String(index), statusListCredential: id };
  const credential = { ...context, type: ['VerifiableCredential'], credentialSubject: { id: 'did:example:firm' }, credentialStatus };
  // The list's own signature is another matter: it is left out here.
  const { verified, results = [], error } = await library.checkStatus({ credential, documentLoader: async () => ({ document }), verifyBitstringStatusListCredential: false });
  return { verified, status: results[0]?.status, error: error?.message.trim() };
}
const seen = {};
for (const [name, library] of Object.entries({ digitalbazaar: bazaar, digitalcredentials: credentials })) {
  seen[name] = {
    'one purpose, good': await check(library, 'suspension', 8),
    'one purpose, suspended': await check(library, 'suspension', 7),
    'two purposes, good': await check(library, ['revocation', 'suspension'], 8),
  };
}
console.log(seen);

const [first, second] = Object.values(seen).map((row) => Object.values(row).map(({ verified, status }) => [verified, status]));
assert.deepEqual(first, [[true, false], [true, true], [false, undefined]]);
assert.deepEqual(second, [[true, undefined], [false, undefined], [false, undefined]]);
for (const row of Object.values(seen)) assert.match(row['two purposes, good'].error, /does not match the status purpose/);
JS
node try.mjs
