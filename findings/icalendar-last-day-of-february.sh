#!/usr/bin/env bash
# "Each year on 29 February" takes place on 1 March, on 28 February, or every fourth year.
#
# The good guess: a yearly event whose first day is 29 February has one meaning. RFC 5545, section 3.3.10: a day that
#   does not exist is left out and not counted, so the next ones are in 2028 and 2032; the same for the 31st of each
#   month.
# What happens: node-ical 0.27.2 and rrule-temporal 2.2.8 do that. ical.js 2.2.1 gives 1 March 2025 and 1 March 2026,
#   and counts them (pull request 1004, open), but leaves out the short months of a monthly rule. ts-ics 2.4.6, with the
#   machine in UTC, gives 28 February, and turns "each month on the 31st" into the 28th from February on, for good:
#   the next day is computed from the one before. Remedy for the writer: BYMONTHDAY=-1 with BYMONTH=2, which three of
#   the four read as the last day of February; ts-ics then gives 30 January 2025 and 2026.
# Who is hurt: a feed of anniversaries. A certificate that began on 29 February is due on a day that depends on the
#   reader's calendar; and a program that follows the standard shows nothing for four years.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6 rrule-temporal@2.2.8 temporal-polyfill@1.0.8

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import 'temporal-polyfill/global';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { RRuleTemporal } from 'rrule-temporal';
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

const rules = {
  yearly: ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;COUNT=3'],
  monthly: ['DTSTART;VALUE=DATE:20260131', 'RRULE:FREQ=MONTHLY;COUNT=4'],
  remedy: ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3'],
};
const calendar = (lines) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN', 'BEGIN:VEVENT', 'UID:1@example.ca', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Due', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const day = (date) => date.toISOString().slice(0, 10);
const readers = {
  'ical.js': (lines) => {
    const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar(lines))).getFirstSubcomponent('vevent')).iterator();
    const days = [];
    for (let next = iterator.next(); next; next = iterator.next()) days.push(next.toString());
    return days;
  },
  'node-ical': (lines) => {
    const event = Object.values(nodeIcal.sync.parseICS(calendar(lines))).find(({ type }) => type === 'VEVENT');
    return nodeIcal.expandRecurringEvent(event, { from: new Date('2024-01-01T00:00:00Z'), to: new Date('2040-01-01T00:00:00Z') }).map(({ start }) => day(start));
  },
  'rrule-temporal': (lines) => new RRuleTemporal({ rruleString: lines.join('\n') }).all().map((date) => date.toPlainDate().toString()),
  'ts-ics': (lines) => {
    const [event] = convertIcsCalendar(undefined, calendar(lines)).events;
    return extendByRecurrenceRule(event.recurrenceRule, { start: event.start.date }).map(day);
  },
};
const seen = {};
for (const [rule, lines] of Object.entries(rules)) {
  seen[rule] = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(lines).join(' ')]));
  console.log(lines.join(' '), '\n ', seen[rule]);
}
const standard = { yearly: '2024-02-29 2028-02-29 2032-02-29', monthly: '2026-01-31 2026-03-31 2026-05-31 2026-07-31', remedy: '2024-02-29 2025-02-28 2026-02-28' };
assert.deepEqual(seen.yearly, { 'ical.js': '2024-02-29 2025-03-01 2026-03-01', 'node-ical': standard.yearly, 'rrule-temporal': standard.yearly, 'ts-ics': '2024-02-29 2025-02-28 2026-02-28' });
assert.deepEqual(seen.monthly, { 'ical.js': standard.monthly, 'node-ical': standard.monthly, 'rrule-temporal': standard.monthly, 'ts-ics': '2026-01-31 2026-02-28 2026-03-28 2026-04-28' });
assert.deepEqual(seen.remedy, { 'ical.js': standard.remedy, 'node-ical': standard.remedy, 'rrule-temporal': standard.remedy, 'ts-ics': '2025-01-30 2026-01-30' });
JS
TZ=UTC node try.mjs
