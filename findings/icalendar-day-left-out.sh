#!/usr/bin/env bash
# A day that is left out of a yearly series comes back, makes a reader refuse the event, or lengthens the series by a year.
#
# The good guess: a writer that takes an all-day event and a list of its exceptions writes both in one form (RFC 5545, section
#   3.8.5.1: EXDATE is a DATE-TIME unless VALUE=DATE says otherwise); and a series of four, one of which is left out, has three
#   days left, since COUNT bounds the rule (section 3.3.10) and EXDATE removes from what the rule gives.
# What happens, for "each year on 31 March, four times, not in 2027":
#   1. ics 3.12.0 writes EXDATE:20270331, without VALUE=DATE, beside DTSTART;VALUE=DATE:20260331. ical.js 2.2.1 refuses the event as
#      soon as its days are asked for ("invalid date-time value"), ts-ics 2.4.6 reads an exception without a date, and the day is there.
#      node-ical 0.27.2 leaves it out, so a test with it alone is green.
#   2. With VALUE=DATE all three leave 2027 out, and extendByRecurrenceRule() of ts-ics adds 2030 in its place: it counts to four
#      after the exception. It does so by month and by year; by day and by week the same series has three days.
#   Remedy: put VALUE=DATE into the line that ics wrote, and end the rule by UNTIL instead of COUNT.
# Source: RFC 5545; for the EXDATE without VALUE also issue 458 of ical.js (closed).
# Who is hurt: firms with their audits in a calendar: a visit that was called off is there, or one is planned for a year without a certificate.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ics@3.12.0 ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { createEvent } from 'ics';
import nodeIcal from 'node-ical';
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

const end = new Date('2040-01-01');
const day = (date) => date.toISOString().slice(0, 10);

const readers = {
  'ical.js': (text) => {
    const days = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
    return [...(function* () { for (let next = days.next(); next; next = days.next()) yield next.toString(); })()];
  },
  'node-ical': (text) => {
    const event = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
    return nodeIcal.expandRecurringEvent(event, { from: new Date('2026-01-01'), to: end }).map(({ start }) => day(start));
  },
  'ts-ics': (text) => {
    const [{ start, recurrenceRule, exceptionDates }] = convertIcsCalendar(undefined, text).events;
    return extendByRecurrenceRule(recurrenceRule, { start: start.date, end, exceptions: exceptionDates.map(({ date }) => date) }).map(day);
  },
};
function read(text) {
  return Object.fromEntries(Object.entries(readers).map(([name, reader]) => {
    try { return [name, reader(text).join(' ')]; } catch (error) { return [name, error.message]; }
  }));
}

const { value: written } = createEvent({ uid: 'audit', title: 'Audit', start: [2026, 3, 31], recurrenceRule: 'FREQ=YEARLY;COUNT=4', exclusionDates: [[2027, 3, 31]] });
const corrected = written.replace('EXDATE:', 'EXDATE;VALUE=DATE:');
console.log(written.match(/^(DTSTART|RRULE|EXDATE).*$/gm));
const seen = { 'as ics writes it': read(written), 'with VALUE=DATE': read(corrected) };
console.log(seen);

const left = Object.fromEntries(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].map((frequency) => {
  const series = (exceptions) => extendByRecurrenceRule({ frequency, count: 4 }, { start: new Date('2026-03-10T13:00:00Z'), end, exceptions });
  return [frequency, series([series([])[1]]).length];
}));
console.log('of four, one left out, ts-ics has', left);

assert.match(written, /^DTSTART;VALUE=DATE:20260331\r\n/m);
assert.match(written, /^EXDATE:20270331\r\n/m);
const three = '2026-03-31 2028-03-31 2029-03-31';
assert.deepEqual(seen['as ics writes it'], { 'ical.js': 'invalid date-time value: "2027-03-31T::"', 'node-ical': three, 'ts-ics': '2026-03-31 2027-03-31 2028-03-31 2029-03-31' });
assert.deepEqual(seen['with VALUE=DATE'], { 'ical.js': three, 'node-ical': three, 'ts-ics': `${three} 2030-03-31` });
assert.deepEqual(left, { DAILY: 3, WEEKLY: 3, MONTHLY: 4, YEARLY: 4 });
const remedied = read(corrected.replace('COUNT=4', 'UNTIL=20290331'));
console.log('the remedy', remedied);
assert.deepEqual(remedied, { 'ical.js': three, 'node-ical': three, 'ts-ics': three });
JS
node try.mjs
