#!/usr/bin/env bash
# A recurring all-day event starts today, whatever its first day is.
#
# The good guess: a rule whose first day is written as it must be for an all-day event (DTSTART;VALUE=DATE:20260105)
#   gives that day and the weeks after it. RFC 5545 section 3.8.2.4 allows DATE, section 3.8.5.1 allows it in EXDATE.
# What happens: rrule 2.8.1 silently ignores a DTSTART with VALUE=DATE. The rule begins at the second in
#   which the program runs, so EXDATE removes nothing, and a rule with UNTIL in the past gives no day at all. The
#   similar line DTSTART:20260105T000000Z is read. ical.js 2.2.1 and rrule-temporal read both.
# Who is hurt: a calendar of audits that are due on the same day each year, or a page that shows weekly inspections:
#   the days look plausible, and they move each time the page is loaded.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 ical.js@2.2.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import rrule from 'rrule';

const head = 'DTSTART;VALUE=DATE:20260105';
const weekly = `${head}\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260112`;
const past = `${head}\nRRULE:FREQ=WEEKLY;UNTIL=20260119`;

function byRrule(text) {
  return rrule.rrulestr(text).all().map((day) => day.toISOString());
}

function byIcal(text) {
  const event = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...text.split('\n'), 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  const days = new ICAL.Event(new ICAL.Component(ICAL.parse(event)).getFirstSubcomponent('vevent')).iterator();
  const found = [];
  for (let day = days.next(); day; day = days.next()) found.push(day.toString());
  return found;
}

const now = new Date().toISOString();
console.log(`The rule:\n${weekly}\n`);
console.log('ical.js 2.2.1:', byIcal(weekly).join(', '));
console.log('rrule 2.8.1:  ', byRrule(weekly).join(', '));
console.log('rrule, the same rule to 19 January 2026:', byRrule(past).join(', ') || 'no day');

assert.deepEqual(byIcal(weekly), ['2026-01-05', '2026-01-19']);
assert.equal(byRrule(weekly).length, 3, 'the exception is not taken out');
assert.equal(byRrule(weekly)[0].slice(0, 10), now.slice(0, 10), 'the rule begins today');
assert.deepEqual(byRrule(past), now < '2026-01-20' ? byRrule(past) : []);
assert.equal(byRrule(weekly.replace(head, 'DTSTART:20260105T000000Z'))[0], '2026-01-05T00:00:00.000Z');
JS
node try.mjs
