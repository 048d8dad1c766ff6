#!/usr/bin/env bash
# Of a status list with two bits for each credential, two libraries tell the status of another credential; a third takes no list of one bit.
#
# The good guess: an entry says how many bits its status has (Bitstring Status List 1.0, section 2.1: statusSize; one if it is absent),
#   and a verifier reads that many at index times size (section 3.2). It may support one bit only (section 1.3); then it says so.
# What happens, for a list that tells at which step a certificate is (0 to 3):
#   1. @digitalbazaar/vc-bitstring-status-list 2.0.1 and @digitalcredentials/vc-bitstring-status-list 1.0.0 read the one bit at the
#      index, whatever statusSize says, with no error. That of credential 6, at step 0, is the first bit of credential 3, and that of
#      credential 3 the second bit of credential 1. Credential 1, at step 1, has none set. The first package answers by status, the
#      second by verified.
#   2. @4sure-tech/vc-bitstring-status-lists 0.1.0-unstable.1 reads the two bits, and wants statusSize in every list, also in one of
#      one bit, which has none (section 2.2, example 3). So it refuses every ordinary list for revocation, and those that it makes
#      itself, since it does not write what it wants.
#   Remedy: a list of one bit for each question; before verifying, refuse an entry whose statusSize is not 1.
# Source: W3C Recommendation of 15 May 2025. The READMEs of the first two do not name statusSize; that of the third says that it
#   implements all requirements.
# Who is hurt: a holder who gets the step of somebody else's certificate. A test with the value 0, or with index 0, is green.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @digitalbazaar/vc-bitstring-status-list@2.0.1 @digitalcredentials/vc-bitstring-status-list@1.0.0 \
  @4sure-tech/vc-bitstring-status-lists@0.1.0-unstable.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import * as sure from '@4sure-tech/vc-bitstring-status-lists';
import * as bazaar from '@digitalbazaar/vc-bitstring-status-list';
import * as credentials from '@digitalcredentials/vc-bitstring-status-list';

const statusMessages = ['certified', 'audit due', 'audit booked', 'under review'].map((message, value) => ({ status: `0x${value}`, message }));
const id = 'https://registry.example.ca/status/1';
const issued = { '@context': ['https://www.w3.org/ns/credentials/v2'], issuer: 'did:example:registry' };

/** The list by the text of the Recommendation: the first bit is the leftmost, an entry of two bits begins at twice its index. */
function listOf(values) {
  const bytes = Buffer.alloc(131_072 / 4);
  for (const [index, value] of Object.entries(values)) bytes[index >> 2] |= value << (6 - 2 * (index % 4));
  const credentialSubject = { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'message', statusSize: 2, statusMessages, encodedList: `u${gzipSync(bytes).toString('base64url')}` };
  return { ...issued, id, type: ['VerifiableCredential', 'BitstringStatusListCredential'], validFrom: '2026-01-01T00:00:00Z', credentialSubject };
}
const twoBits = { statusPurpose: 'message', statusSize: 2, statusMessage: statusMessages };
function credentialAt(index, status) {
  const credentialStatus = { type: 'BitstringStatusListEntry', statusListIndex: String(index), statusListCredential: id, ...status };
  return { ...issued, type: ['VerifiableCredential'], credentialSubject: { id: 'did:example:firm' }, credentialStatus };
}
// The list's own signature is another matter: it is left out here.
const byLoader = (library) => async (credential, document) => {
  const { verified, results = [], error } = await library.checkStatus({ credential, documentLoader: async () => ({ document }), verifyBitstringStatusListCredential: false });
  return { verified, status: results[0]?.status, error: error?.message };
};
const bySure = async (credential, list) => {
  const { verified, status, error } = await sure.checkStatus({ credential, getStatusListCredential: async () => list });
  return { verified, status, error: error?.message };
};

const values = { 1: 1, 3: 2 };
const list = listOf(values);
const seen = { digitalbazaar: [], digitalcredentials: [], '4sure-tech': [] };
for (const index of [0, 1, 3, 6]) {
  const credential = credentialAt(index, twoBits);
  const asked = { index, step: values[index] ?? 0 };
  seen.digitalbazaar.push({ ...asked, ...await byLoader(bazaar)(credential, list) });
  seen.digitalcredentials.push({ ...asked, ...await byLoader(credentials)(credential, list) });
  seen['4sure-tech'].push({ ...asked, ...await bySure(credential, list) });
}
for (const [library, rows] of Object.entries(seen)) { console.log(library); console.table(rows); }

const oneBit = { statusPurpose: 'revocation' };
const own = await sure.createStatusListCredential({ id, issuer: issued.issuer, ...oneBit, statusList: new sure.BitstreamStatusList({ statusSize: 1 }), statusSize: 1 });
const good = credentialAt(8, oneBit);
const ordinary = { digitalbazaar: await byLoader(bazaar)(good, own), '4sure-tech': await bySure(good, own) };
console.log('a list of one bit, made by 4sure-tech', ordinary);

const answers = (library) => seen[library].map(({ verified, status, error }) => [verified, status, error]);
assert.deepEqual(answers('digitalbazaar'), [false, false, true, true].map((bit) => [true, bit, undefined]));
assert.deepEqual(answers('digitalcredentials'), [false, false, true, true].map((bit) => [!bit, undefined, undefined]));
assert.deepEqual(answers('4sure-tech'), [0, 1, 2, 0].map((value) => [true, value, undefined]));
assert.equal('statusSize' in own.credentialSubject, false);
assert.deepEqual(ordinary.digitalbazaar, { verified: true, status: false, error: undefined });
assert.deepEqual(ordinary['4sure-tech'], { verified: false, status: -1, error: 'StatusSize mismatch: expected 1, got from credentialSubject undefined' });
JS
node try.mjs
