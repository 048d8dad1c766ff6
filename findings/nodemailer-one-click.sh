#!/usr/bin/env bash
# One-click unsubscribe, written like the other list headers, becomes a web address and does nothing.
#
# The good guess: nodemailer writes any List-* header from its "list" option, so "unsubscribe-post" beside
#   "unsubscribe" gives the second header of RFC 8058: List-Unsubscribe-Post: List-Unsubscribe=One-Click.
# What happens: nodemailer 10.6.1 takes each value as an address and writes <http://List-Unsubscribe=One-Click>. RFC
#   8058 section 3.1 allows only the exact text. On the receiving side, mailparser 3.14.2 has neither header under its
#   name: both are in headers.get('list'), and a test that looks for 'list-unsubscribe-post' finds nothing even in a
#   correct message.
#   Remedy: write both through "headers"; DKIM then covers them by default, as RFC 8058 section 4 demands (also shown).
# Who is hurt: a registry that mails "your certificate ends in 60 days" to thousands of firms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts nodemailer@10.6.1 mailparser@3.14.2

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { simpleParser } from 'mailparser';
import nodemailer from 'nodemailer';

const pem = { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } };
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, ...pem });
const dkim = { domainName: 'example.ca', keySelector: 'mail', privateKey };
const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, dkim });
const letter = { from: 'registry@example.ca', to: 'firm@example.ca', subject: 'Your certificate', text: 'It ends in 60 days.' };
const address = 'https://registry.example.ca/unsubscribe/1';
const oneClick = 'List-Unsubscribe=One-Click';
const header = (text) => text.match(/^List-Unsubscribe-Post: (.*)\r?$/m)[1].trim();

async function write(extra) {
  return (await transport.sendMail({ ...letter, ...extra })).message.toString();
}
const byList = await write({ list: { unsubscribe: address, 'unsubscribe-post': oneClick } });
const byHeaders = await write({ headers: { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': oneClick } });
const parsed = await simpleParser(byHeaders);

console.log('nodemailer 10.6.1, by "list":   ', header(byList));
console.log('nodemailer 10.6.1, by "headers":', header(byHeaders));
console.log('mailparser 3.14.2:', { byName: parsed.headers.get('list-unsubscribe-post'), list: parsed.headers.get('list') });

assert.equal(header(byList), '<http://List-Unsubscribe=One-Click>');
assert.equal(header(byHeaders), oneClick);
assert.match(byHeaders.replace(/\r?\n\s+/g, ''), /h=[^;]*list-unsubscribe:list-unsubscribe-post/i);
assert.equal(parsed.headers.get('list-unsubscribe-post'), undefined);
assert.deepEqual(parsed.headers.get('list')['unsubscribe-post'], { name: oneClick });
JS
node try.mjs
