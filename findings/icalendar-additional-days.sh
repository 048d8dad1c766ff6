#!/usr/bin/env bash
# For an event on three days, one calendar reader finds the first day, one the other two, and one drops the list.
#
# The good guess: an event with DTSTART and a line RDATE takes place on the first day and on each day of that line. RFC
#   5545, section 3.8.5.3: the first day is the first member of the set, with a rule or without one. Most libraries are
#   tested with RRULE, and a list of days is the simpler case.
# What happens, with the days 5 January, 5 February and 5 March: ical.js 2.2.1 leaves out the first day if there is
#   no RRULE, in Event.iterator() and RecurExpansion, and so does ical-expander 3.2.0 on top of it (a correction was
#   proposed in 2022, pull request 534, and closed). node-ical 0.27.2 keeps the line as one string and expands only the
#   first day. ts-ics 2.4.6 drops the line when it reads, so a calendar that is read and written again loses it. With a
#   rule for one day beside the line (RRULE:FREQ=DAILY;COUNT=1) ical.js gives all three.
# Who is hurt: the days of an audit that do not follow a rule: either the first visit is missing or all the others.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 ical-expander@3.2.0 node-ical@0.27.2 ts-ics@2.4.6

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import IcalExpander from 'ical-expander';
import nodeIcal from 'node-ical';
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';

const [first, others] = ['DTSTART;VALUE=DATE:20260105', 'RDATE;VALUE=DATE:20260205,20260305'];
const calendar = (...lines) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN', 'BEGIN:VEVENT', 'UID:1@example.ca', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Audit', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const [from, to] = [new Date('2025-01-01T00:00:00Z'), new Date('2027-01-01T00:00:00Z')];
const all = (iterator) => {
  const days = [];
  for (let day = iterator.next(); day; day = iterator.next()) days.push(day.toString());
  return days;
};
const readers = {
  'ical.js': (text) => all(new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator()),
  'ical-expander': (text) => {
    const { events, occurrences } = new IcalExpander({ ics: text }).between(from, to);
    return [...events, ...occurrences].map(({ startDate }) => startDate.toString());
  },
  'node-ical': (text) => {
    const event = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
    return nodeIcal.expandRecurringEvent(event, { from, to }).map(({ start }) => start.toISOString().slice(0, 10));
  },
};
const text = calendar(first, others);
const seen = {};
for (const [name, read] of Object.entries(readers)) seen[name] = read(text);
const [event] = convertIcsCalendar(undefined, text).events;
const written = generateIcsCalendar({ version: '2.0', prodId: '-//example//EN', events: [event] });
seen['ical.js, a rule beside it'] = readers['ical.js'](calendar(first, 'RRULE:FREQ=DAILY;COUNT=1', others));
console.log('5 January, 5 February and 5 March 2026 are read as', seen);
console.log('ts-ics writes what it read without RDATE:', !written.includes('RDATE') && written.includes('20260105'));

const [january, ...rest] = ['2026-01-05', '2026-02-05', '2026-03-05'];
assert.deepEqual(seen, { 'ical.js': rest, 'ical-expander': rest, 'node-ical': [january], 'ical.js, a rule beside it': [january, ...rest] });
assert.equal(written.includes('20260105'), true);
assert.equal(written.includes('RDATE'), false);
JS
TZ=UTC node try.mjs
