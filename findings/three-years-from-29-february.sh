#!/usr/bin/env bash
# Three years from 29 February are 36 months and 2 years, or "2 years 12 months", according to one library.
#
# The good guess: a library that adds three years to 29 February 2024 and gives 28 February 2027 measures three years
#   between the two, 36 months are three years, and measuring backwards gives the same with a minus.
# What happens: all four add in the same way. When measuring, date-fns 4.4.0 gives 36 months (differenceInMonths), 2 years
#   (differenceInYears), 2 years and 12 months (intervalToDuration), and -35 months the other way round. Temporal
#   (temporal-polyfill 1.0.8) gives 2 years, 11 months and 30 days. luxon 3.7.2 and dayjs 1.11.23 give 3 years. The same
#   from 31 January to 28 February: one month in the three, 28 days in Temporal. Pieces of it are known (date-fns' issues
#   3436 and 3333, open). Remedy: compare days: add the term to the first day, and never measure it.
# Who is hurt: "is the certificate three years old?" and "at least twelve months of work": the answer for those who began
#   on 29 February, or on the 31st, depends on the function and the order of its arguments.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts date-fns@4.4.0 luxon@3.7.2 dayjs@1.11.23 temporal-polyfill@1.0.8

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { add, differenceInMonths, differenceInYears, format, intervalToDuration } from 'date-fns';
import dayjs from 'dayjs';
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';

const date = (day) => new Date(`${day}T00:00`);
function added(from, term) {
  const { years = 0, months = 0 } = term;
  return [
    format(add(date(from), term), 'yyyy-MM-dd'),
    DateTime.fromISO(from).plus(term).toISODate(),
    dayjs(from).add(years, 'year').add(months, 'month').format('YYYY-MM-DD'),
    Temporal.PlainDate.from(from).add(term).toString(),
  ];
}
function measured(from, to) {
  const luxon = DateTime.fromISO(to).diff(DateTime.fromISO(from), ['years', 'months', 'days']).toObject();
  return {
    'date-fns, years': differenceInYears(date(to), date(from)),
    months: differenceInMonths(date(to), date(from)),
    'months back': differenceInMonths(date(from), date(to)),
    duration: JSON.stringify(intervalToDuration({ start: date(from), end: date(to) })),
    luxon: JSON.stringify(luxon),
    dayjs: `${dayjs(to).diff(from, 'year')} years, ${dayjs(to).diff(from, 'month')} months`,
    Temporal: Temporal.PlainDate.from(from).until(to, { largestUnit: 'years' }).toString(),
  };
}
const terms = { '2027-02-28': ['2024-02-29', { years: 3 }], '2026-02-28': ['2026-01-31', { months: 1 }], '2027-03-01': ['2024-03-01', { years: 3 }] };
const seen = {};
for (const [to, [from, term]] of Object.entries(terms)) {
  assert.deepEqual(new Set(added(from, term)), new Set([to]));
  seen[`${from} to ${to}`] = measured(from, to);
}
console.log(`All four add ${JSON.stringify(Object.values(terms))} and get ${Object.keys(terms).join(', ')}. Between them:`, seen);

const luxon = (years, months) => JSON.stringify({ years, months, days: 0 });
assert.deepEqual(Object.values(seen), [
  { 'date-fns, years': 2, months: 36, 'months back': -35, duration: '{"years":2,"months":12}', luxon: luxon(3, 0), dayjs: '3 years, 36 months', Temporal: 'P2Y11M30D' },
  { 'date-fns, years': 0, months: 1, 'months back': 0, duration: '{"months":1}', luxon: luxon(0, 1), dayjs: '0 years, 1 months', Temporal: 'P28D' },
  { 'date-fns, years': 3, months: 36, 'months back': -36, duration: '{"years":3}', luxon: luxon(3, 0), dayjs: '3 years, 36 months', Temporal: 'P3Y' },
]);
JS
TZ=UTC node try.mjs
