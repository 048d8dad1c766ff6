#!/usr/bin/env bash
# Two weeks added to a day are that same day, though the duration says that it has 14 days.
#
# The good guess: dayjs.duration('P2W') and dayjs.duration({ weeks: 2 }) are two weeks, as their asDays() and toISOString() say, and
#   added to a day they give the day two weeks later; all ways to write a duration add the same.
# What happens with dayjs 1.11.23:
#   1. P2W and { weeks: 2 } add and subtract nothing: no error, the same day. In P1M1W the week is lost, the month is added.
#      dayjs.duration(2, 'weeks') adds 14 days, as do P14D and dayjs().add(2, 'weeks').
#   2. Sent through its own text it is repaired: toISOString() of the P2W writes P14D, which adds 14 days: stored and
#      read again the term is right, and before that it is nothing.
#   3. P1Y1M from 29 February 2024 is 28 March 2025 (a year, held to 28 February, and then a month); luxon 3.7.2 and Temporal
#      (temporal-polyfill 1.0.8) give 29 March.
#   Remedy: give the number and unit, duration(2, 'weeks'), or days.
# Sources: dayjs' issues 2479, 2582 and 2815, the first of 2023. 1.11.7 added the weeks (and took a month for 30 days): the update
#   that mends the months loses them.
# Who is hurt: "correct it within two weeks": the last day is the first one, and each firm is late at once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 before@npm:dayjs@1.11.7 luxon@3.7.2 temporal-polyfill@1.0.8

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import before from 'before';
import durationBefore from 'before/plugin/duration.js';
import dayjs from 'dayjs';
import duration from 'dayjs/plugin/duration.js';
import { DateTime, Duration } from 'luxon';
import { Temporal } from 'temporal-polyfill';

before.extend(durationBefore);
dayjs.extend(duration);
const from = '2026-03-02';
const look = (term) => [term.asDays(), dayjs(from).subtract(term).format('MM-DD'), dayjs(from).add(term).format('MM-DD')].join(' ');
const twoWeeks = dayjs.duration('P2W');
const seen = {
  P2W: look(twoWeeks),
  '{ weeks: 2 }': look(dayjs.duration({ weeks: 2 })),
  "2, 'weeks'": look(dayjs.duration(2, 'weeks')),
  P14D: look(dayjs.duration('P14D')),
  'P2W, written and read': look(dayjs.duration(twoWeeks.toISOString())),
  'without a duration': dayjs(from).add(2, 'weeks').format('MM-DD'),
  'P2W with 1.11.7': before(from).add(before.duration('P2W')).format('MM-DD'),
  P1M1W: dayjs(from).add(dayjs.duration('P1M1W')).format('MM-DD'),
};
const leap = '2024-02-29';
const years = [
  dayjs(leap).add(dayjs.duration('P1Y1M')).format('YYYY-MM-DD'),
  DateTime.fromISO(leap).plus(Duration.fromISO('P1Y1M')).toISODate(),
  Temporal.PlainDate.from(leap).add('P1Y1M').toString(),
];
console.log(`From ${from}, in days, back and forward:`, seen, `P1Y1M from ${leap}, dayjs, luxon, Temporal:`, years);

const right = '14 02-16 03-16';
assert.deepEqual(seen, {
  P2W: '14 03-02 03-02', '{ weeks: 2 }': '14 03-02 03-02', "2, 'weeks'": right, P14D: right,
  'P2W, written and read': right, 'without a duration': '03-16', 'P2W with 1.11.7': '03-16', P1M1W: '04-02',
});
assert.deepEqual(years, ['2025-03-28', '2025-03-29', '2025-03-29']);
JS
TZ=America/Toronto node try.mjs
