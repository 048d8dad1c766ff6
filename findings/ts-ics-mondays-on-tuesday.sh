#!/usr/bin/env bash
# A visit each Monday is on Tuesdays in Toronto, and one at nine is at ten from March on if the machine is in UTC.
#
# The good guess: the days of an iCalendar rule do not depend on the machine that lists them. An all-day event on
#   Mondays is on Mondays (RFC 5545, section 3.3.10), and one at 09:00 with TZID=America/Toronto is at 09:00 in Toronto
#   on both sides of the clock change (section 3.8.2.4). Setting the machine to UTC, or to the events' time zone,
#   makes a library safe.
# What happens: ts-ics 2.4.6 reads an all-day event as midnight UTC, and extendByRecurrenceRule() counts by the
#   machine's local days. In Toronto "weekly on Monday, three times" gives Tuesdays, and two of them; in UTC it gives
#   Mondays, but there the visit at nine moves to ten on 9 March, and three Monday evenings in Toronto become two
#   Sundays. No setting of the machine gives both, and the function takes no time zone. node-ical 0.27.2 gives the
#   same days on either machine.
# Who is hurt: a page that lists an inspector's visits from the calendars of firms: each of its tests passes on one of
#   the two machines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 node-ical@0.27.2

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import nodeIcal from 'node-ical';
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

const rules = {
  'all day': ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3'],
  'at nine': ['DTSTART;TZID=America/Toronto:20260302T090000', 'RRULE:FREQ=WEEKLY;COUNT=3'],
  'at eight in the evening': ['DTSTART;TZID=America/Toronto:20260302T200000', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3'],
};
const calendar = (lines) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN', 'BEGIN:VEVENT', 'UID:1@example.ca', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Visit', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const allDay = (lines) => lines[0].includes('VALUE=DATE:');
function toronto(date) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', weekday: 'short', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' });
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part.weekday} ${part.month}-${part.day} ${part.hour}h`;
}
const utcDay = (date) => `${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(5, 10)}`;
function byTsIcs(lines) {
  const [event] = convertIcsCalendar(undefined, calendar(lines)).events;
  return extendByRecurrenceRule(event.recurrenceRule, { start: event.start.date }).map(allDay(lines) ? utcDay : toronto);
}
function byNodeIcal(lines) {
  const event = Object.values(nodeIcal.sync.parseICS(calendar(lines))).find(({ type }) => type === 'VEVENT');
  const days = nodeIcal.expandRecurringEvent(event, { from: new Date('2025-12-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') });
  return days.map(({ start }) => (allDay(lines) ? utcDay(new Date(start.getTime() - start.getTimezoneOffset() * 60_000)) : toronto(start)));
}
const seen = {};
for (const [name, lines] of Object.entries(rules)) seen[name] = { 'ts-ics': byTsIcs(lines).join(', '), 'node-ical': byNodeIcal(lines).join(', ') };
console.log(`The machine is in ${process.env.TZ}:`, seen);

const right = { 'all day': 'Mon 01-05, Mon 01-12, Mon 01-19', 'at nine': 'Mon 03-02 09h, Mon 03-09 09h, Mon 03-16 09h', 'at eight in the evening': 'Mon 03-02 20h, Mon 03-09 20h, Mon 03-16 20h' };
const wrong = {
  'America/Toronto': { ...right, 'all day': 'Tue 01-06, Tue 01-13' },
  UTC: { ...right, 'at nine': 'Mon 03-02 09h, Mon 03-09 10h, Mon 03-16 10h', 'at eight in the evening': 'Sun 03-08 21h, Sun 03-15 21h' },
};
for (const name of Object.keys(rules)) assert.deepEqual(seen[name], { 'ts-ics': wrong[process.env.TZ][name], 'node-ical': right[name] });
JS
TZ=America/Toronto node try.mjs
TZ=UTC node try.mjs
