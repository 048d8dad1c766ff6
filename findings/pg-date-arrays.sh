#!/usr/bin/env bash
# A day read as text is a Date again as soon as it is in an array.
#
# The good guess: pg.types.setTypeParser(1082, ...) makes pg give each date as text ("2026-03-31") and not as a local
#   midnight; this is the usual remedy, and the elements of an array are dates too.
# What happens: with pg 8.23.1 the remedy reaches only the type date. date[] is another type (1182) with a parser of
#   its own, and still gives Date objects at the process's local midnight, so JSON written in Toronto and in Vancouver
#   differ, and east of Greenwich the day before is shown. array_agg(day) is such an array. daterange and its bounds
#   are text. The same split is in TypeORM 1.1.1, which gives text for a date column and Date objects for a date array.
#   Remedy: set a parser for 1182 as well.
# Who is hurt: lists of days - missed maintenance audits, holidays, array_agg() in a report.
# No database is needed: the parsers are asked for what they make of PostgreSQL's text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts pg@8.23.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import pg from 'pg';

pg.types.setTypeParser(1082, (text) => text);
const read = (type, text) => JSON.stringify(pg.types.getTypeParser(type, 'text')(text));

const seen = {
  'date (1082)': read(1082, '2026-03-31'),
  'date[] (1182)': read(1182, '{2026-03-31,2026-04-01}'),
  'daterange (3912)': read(3912, '[2026-03-31,2027-03-31)'),
};
console.log(`pg 8.23.1 in ${process.env.TZ}, told to give dates as text:`, seen);
const midnight = { 'America/Toronto': 'T04:00:00.000Z', 'America/Vancouver': 'T07:00:00.000Z' }[process.env.TZ];
const days = midnight ? [`2026-03-31${midnight}`, `2026-04-01${midnight}`] : ['2026-03-30T22:00:00.000Z', '2026-03-31T22:00:00.000Z'];
assert.equal(seen['date (1082)'], '"2026-03-31"');
assert.equal(seen['date[] (1182)'], JSON.stringify(days));
assert.equal(seen['daterange (3912)'], '"[2026-03-31,2027-03-31)"');
JS
for zone in America/Toronto America/Vancouver Europe/Paris; do TZ=$zone node try.mjs; done
