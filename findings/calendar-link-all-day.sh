#!/usr/bin/env bash
# A link "add to calendar" makes an all-day event that readers refuse, under a number that other events have too.
#
# The good guess: the .ics of a library that builds "add to calendar" links gives an all-day event a DATE (RFC 5545, section
#   3.3.4), and the "random ID" that it takes for want of a uid is globally unique (section 3.8.4.7).
# What happens with calendar-link 2.11.5:
#   1. DTSTART:20260331 has no VALUE=DATE (section 3.2.20). ical.js 2.2.1, strict as it comes, refuses the whole event; ts-ics
#      2.4.6 gives it a start without a date, and no error; node-ical 0.27.2 reads the day, so a test with it alone is green.
#   2. The ID is a number below 100,000, so among 2,000 deadlines some twenty have that of another, and a calendar that has
#      one takes the other for its new state.
#   Remedy: give it a uid, and let it make the links for web calendars only; write the .ics oneself.
# Who is hurt: firms that put the due days of their audits into a calendar: a day does not arrive, or one replaces another.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts calendar-link@2.11.5 ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { ics } from 'calendar-link';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';

const deadline = { title: 'Maintenance audit due', start: '2026-03-31', allDay: true };
const write = (event) => decodeURIComponent(ics(event).replace(/^data:[^,]*,/, ''));
const uidOf = (text) => text.match(/^UID:(\d+)\r?$/m)[1];
const text = write(deadline);
const uids = Array.from({ length: 2_000 }, () => uidOf(write(deadline)));
console.log('2,000 deadlines have', new Set(uids).size, 'UIDs, of which the largest is', Math.max(...uids));

function byIcal() {
  try {
    return new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).startDate.toString();
  } catch (error) {
    return error.message;
  }
}
const start = text.match(/^DTSTART.*/m)[0];
const [byTs] = convertIcsCalendar(undefined, text).events;
const byNode = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
const read = { 'ical.js': byIcal(), 'ts-ics': JSON.stringify(byTs.start), 'node-ical': `${byNode.datetype} ${byNode.start.toDateString()}` };
console.log(start, read);

assert.ok(new Set(uids).size < 2_000 && Math.max(...uids) < 100_000);
assert.equal(start, 'DTSTART:20260331');
assert.deepEqual(read, { 'ical.js': 'invalid date-time value: "2026-03-31T::"', 'ts-ics': '{"date":null,"type":"DATE-TIME"}', 'node-ical': 'date Tue Mar 31 2026' });
JS
node try.mjs
