#!/usr/bin/env bash
# A term of ISO 8601 written in a message ends on another day, depending on the library that adds it.
#
# The good guess: two libraries made for nothing but ISO 8601 durations add P3Y and P6M as the calendar libraries do (the last
#   day of the month, where the day does not exist), and PT72H are 72 hours.
# What happens:
#   1. iso8601-duration 2.1.4 runs over: P3Y from 29 February 2024 ends on 1 March 2027, P6M from 31 August on 3 March.
#      duration-fns 3.0.2, date-fns 4.4.0, luxon 3.7.2 and Temporal (temporal-polyfill 1.0.8) say 28 February each time.
#   2. Both of the two move the hand of the clock for hours: in Toronto PT72H from midnight of 31 October 2026 last 73 hours
#      and end on 3 November; from 13 March 2027 they last 71. The other three give 72 hours, and so 2 November, 23:00.
#      So duration-fns agrees with the others about years and months, and with iso8601-duration about hours.
#   3. Under TZ=UTC all agree about hours, so a test there cannot see it.
#   Remedy: add with Temporal or luxon, in a named zone; put a day, and not a term, into a message.
# Sources: RFC 5545, 3.3.6 (hours are exact, days are by the calendar); XML Schema part 2, appendix E (the day is held to the month).
#   tolu/ISO8601-duration's pull request 41 (open) is about 1; neither README says a word about 1 or 2.
# Who is hurt: anyone who reads "valid for P3Y" or "answer within PT72H" from an API: the certificate's last day differs by one,
#   a firm's term by an hour, and at midnight by a day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts iso8601-duration@2.1.4 duration-fns@3.0.2 date-fns@4.4.0 luxon@3.7.2 temporal-polyfill@1.0.8

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { add } from 'date-fns';
import * as durationFns from 'duration-fns';
import * as iso8601 from 'iso8601-duration';
import { DateTime, Duration } from 'luxon';
import { Temporal } from 'temporal-polyfill';

const zone = process.env.TZ;
const libraries = {
  'iso8601-duration': (from, term) => iso8601.end(iso8601.parse(term), new Date(from)),
  'duration-fns': (from, term) => durationFns.apply(new Date(from), durationFns.parse(term)),
  'date-fns': (from, term) => add(new Date(from), Duration.fromISO(term).toObject()),
  luxon: (from, term) => DateTime.fromISO(from, { zone }).plus(Duration.fromISO(term)).toJSDate(),
  Temporal: (from, term) => new Date(Temporal.PlainDateTime.from(from).toZonedDateTime(zone).add(term).epochMilliseconds),
};
const day = (instant) => DateTime.fromJSDate(instant, { zone }).toISODate();
const days = (from, term) => Object.values(libraries).map((end) => day(end(from, term)));
const hours = (from, term) => Object.values(libraries).map((end) => (end(from, term) - new Date(from)) / 3_600_000);

const seen = { P3Y: days('2024-02-29T00:00', 'P3Y'), P6M: days('2026-08-31T00:00', 'P6M') };
const clocks = { November: hours('2026-10-31T00:00', 'PT72H'), 'its last day': days('2026-10-31T00:00', 'PT72H'), March: hours('2027-03-13T00:00', 'PT72H') };
console.log(zone, Object.keys(libraries), seen, clocks);

const february = '2027-02-28';
assert.deepEqual(seen, {
  P3Y: ['2027-03-01', february, february, february, february],
  P6M: ['2027-03-03', february, february, february, february],
});
assert.deepEqual(clocks, zone === 'UTC'
  ? { November: Array(5).fill(72), 'its last day': Array(5).fill('2026-11-03'), March: Array(5).fill(72) }
  : { November: [73, 73, 72, 72, 72], 'its last day': ['2026-11-03', '2026-11-03', '2026-11-02', '2026-11-02', '2026-11-02'], March: [71, 71, 72, 72, 72] });
JS
TZ=America/Toronto node try.mjs
TZ=UTC node try.mjs
