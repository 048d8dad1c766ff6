#!/usr/bin/env bash
# Two calendar readers lose half of a bilingual event.
#
# The good guess: a property that RFC 5545 lets an event repeat (COMMENT, section 3.8.1.4; CATEGORIES,
#   section 3.8.1.2) arrives as often as it was sent, and a comma after a backslash (section 3.3.11) does not split it.
# What happens: ts-ics 2.4.6 keeps the last COMMENT and the last CATEGORIES line, so of a French and an English comment
#   one is left. node-ical 0.27.2 keeps all lines, but reads an escaped backslash before the letter n (backslash,
#   backslash, n) as a line break. ical.js 2.2.1 reads everything as it was written.
# Who is hurt: a feed in both official languages, and trade lists such as "Roads, bridges" as categories.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 node-ical@0.27.2 ical.js@2.2.1

cat > feed.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:1@example.ca
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260331
SUMMARY:Folder audits\\new\, room 2
COMMENT;LANGUAGE=fr:Audit de maintien
COMMENT;LANGUAGE=en:Maintenance audit
CATEGORIES:Roads\, bridges,Sewers
CATEGORIES:Demolition
END:VEVENT
END:VCALENDAR
ICS
sed -i.bak 's/$/\r/' feed.ics

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';

const text = readFileSync('feed.ics', 'utf8');

const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
const ical = {
  summary: event.getFirstPropertyValue('summary'),
  comments: event.getAllProperties('comment').map((one) => one.getFirstValue()),
  categories: event.getAllProperties('categories').flatMap((one) => one.getValues()),
};
const byNode = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
const node = { summary: byNode.summary, comments: byNode.comment.map(({ val }) => val), categories: byNode.categories };
const [byTs] = convertIcsCalendar(undefined, text).events;
const ts = { summary: byTs.summary, comments: [byTs.comment].flat(), categories: byTs.categories };

console.log('ical.js 2.2.1:   ', JSON.stringify(ical));
console.log('node-ical 0.27.2:', JSON.stringify(node));
console.log('ts-ics 2.4.6:    ', JSON.stringify(ts));

const comments = ['Audit de maintien', 'Maintenance audit'];
assert.deepEqual(ical, { summary: 'Folder audits\\new, room 2', comments, categories: ['Roads, bridges', 'Sewers', 'Demolition'] });
assert.deepEqual(node, { summary: 'Folder audits\\\new, room 2', comments, categories: ['Roads, bridges', 'Sewers', 'Demolition'] });
assert.deepEqual(ts, { summary: 'Folder audits\\new, room 2', comments: ['Maintenance audit'], categories: ['Demolition'] });
JS
node try.mjs
