#!/usr/bin/env bash
# A French date written by the runtime itself loses its minutes or its first day when chrono reads it.
#
# The good guess: the French parser of chrono-node takes what Intl writes in French, as its English parser takes what Intl
#   writes in English; and what it cannot read it does not find.
# What happens with chrono-node 2.10.3, for the French of Canada (CLDR's fr-CA; that of France is read well):
#   1. "14 h 30", with spaces as French is written in Canada, is two in the afternoon: the minutes go without
#      a word. "14h30" and "14:30" are read.
#   2. July is "juill." in fr-CA, and only "juil." is known. Of "1 juill. 2026 – 30 juin 2027", the term of a certificate, the
#      last day alone is found, as the start; of "1–15 juill. 2026", one to three in the afternoon of today.
#   3. "de 9 h à 17 h" begins at nine in the evening.
#   Remedy: give the parser text that was rewritten to fr ("juil.", "14:30"), or add parsers for both; look at the text of each
#   result, not at the day alone.
# Who is hurt: whoever reads days out of French letters and e-mails: a hearing half an hour early, a certificate that begins on its
#   last day. In eleven months of twelve, at full hours, all is well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';

const today = new Date('2026-06-15T12:00:00-04:00');
const instant = new Date('2026-07-15T14:30:00-04:00');
const write = (locale, options, ...days) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'America/Toronto', ...options });
  return days.length === 1 ? format.format(days[0]) : format.formatRange(...days);
};
const [first, last] = [new Date('2026-07-01T12:00:00-04:00'), new Date('2027-06-30T12:00:00-04:00')];
const texts = {
  'fr, medium': write('fr', { dateStyle: 'medium', timeStyle: 'short' }, instant),
  'en-CA, medium': write('en-CA', { dateStyle: 'medium', timeStyle: 'short' }, instant),
  'fr-CA, medium': write('fr-CA', { dateStyle: 'medium', timeStyle: 'short' }, instant),
  'fr-CA, long': write('fr-CA', { dateStyle: 'long', timeStyle: 'short' }, instant),
  'fr-CA, short': write('fr-CA', { dateStyle: 'short', timeStyle: 'short' }, instant),
  'fr, a term': write('fr', { dateStyle: 'medium' }, first, last),
  'fr-CA, a term': write('fr-CA', { dateStyle: 'medium' }, first, last),
  'fr-CA, two weeks': write('fr-CA', { dateStyle: 'medium' }, first, instant),
  'fr-CA, by hand': 'de 9 h à 17 h',
};
// The time on the clock of each result, and the words that it rests on.
const clock = (at) => (at ? new Date(at.date() - at.date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : undefined);
const read = (name, text) => chrono[name.startsWith('en') ? 'en' : 'fr'].parse(text, today).map(({ text: words, start, end }) => ({ words, from: clock(start), to: clock(end) }));
const seen = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(name, text)]));
for (const [name, found] of Object.entries(seen)) console.log(name.padEnd(17), JSON.stringify(texts[name]), '→', JSON.stringify(found));

const from = Object.fromEntries(Object.entries(seen).map(([name, found]) => [name, found.map((one) => one.from)]));
assert.deepEqual(from, {
  'fr, medium': ['2026-07-15T14:30'],
  'en-CA, medium': ['2026-07-15T14:30'],
  'fr-CA, medium': [],
  'fr-CA, long': ['2026-07-15T14:00'],
  'fr-CA, short': ['2026-07-15T14:00'],
  'fr, a term': ['2026-07-01T12:00', '2027-06-30T12:00'],
  'fr-CA, a term': ['2027-06-30T12:00'],
  'fr-CA, two weeks': ['2026-06-15T01:00'],
  'fr-CA, by hand': ['2026-06-15T21:00', '2026-06-15T17:00'],
});
assert.equal(seen['fr-CA, two weeks'][0].to, '2026-06-15T15:00');
JS
TZ=America/Toronto node try.mjs
