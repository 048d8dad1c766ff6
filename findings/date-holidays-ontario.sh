#!/usr/bin/env bash
# Ontario has nine public holidays in its Act and ten in a library, to which Mother's Day is a holiday as well.
#
# The good guess: for Ontario, type "public" is what the Employment Standards Act, 2000 calls a public holiday (section
#   1(1); nine days, with Family Day, which a regulation added), and isHoliday() asks exactly that.
# What happens: date-holidays 3.37.0 has Easter Monday as public beside the nine, and Family Day in every year, though
#   it was first kept in 2008; so a limit in business days that crosses Easter, or an old February, ends a day late.
#   isHoliday() answers for every type: Mother's Day, Remembrance Day and the Civic Holiday are "holidays" too.
#   Remedy: type === 'public', without Easter Monday, and Family Day from 2008 on; or your own table.
# Who is hurt: limits in business days, for an answer or an appeal.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import Holidays from 'date-holidays';

const ontario = new Holidays('CA', 'ON');
const publicIn = (year) => ontario.getHolidays(year).filter(({ type }) => type === 'public').map(({ date, name }) => `${date.slice(0, 10)} ${name}`);
const typeOn = (day) => (ontario.isHoliday(new Date(`${day}T12:00:00`)) || []).map(({ name, type }) => `${name} (${type})`).join();

console.log('date-holidays 3.37.0, type "public", 2026:', publicIn(2026));
console.log('in 2007:', publicIn(2007).filter((one) => one.includes('Family Day')));
const days = ['2026-05-10', '2026-08-03', '2026-11-11', '2026-11-12'];
for (const day of days) console.log('isHoliday', day, typeOn(day) || 'no');

const act = ['2026-01-01', '2026-02-16', '2026-04-03', '2026-05-18', '2026-07-01', '2026-09-07', '2026-10-12', '2026-12-25', '2026-12-26'];
assert.deepEqual(publicIn(2026).filter((one) => !act.includes(one.slice(0, 10))), ['2026-04-06 Easter Monday']);
assert.equal(publicIn(2026).length, 10);
assert.deepEqual(publicIn(2007).filter((one) => one.includes('Family Day')), ['2007-02-19 Family Day']);
assert.deepEqual(days.map(typeOn), ["Mother's Day (observance)", 'Civic Holiday (optional)', 'Remembrance Day (optional)', '']);
JS
TZ=America/Toronto node try.mjs
