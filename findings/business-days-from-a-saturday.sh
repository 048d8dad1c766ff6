#!/usr/bin/env bash
# In three libraries, five business days added to a Saturday count as four.
#
# The good guess: differenceInBusinessDays(addBusinessDays(day, 5), day) is 5: date-fns documents the two side by side,
#   and each is the other's inverse.
# What happens: from a Saturday or a Sunday date-fns 4.4.0, moment-business-days 1.2.0 and dayjs-business-days 1.0.4
#   add five (to Friday) and count four back. date-fns also counts differently in the other direction: from Saturday
#   to Monday 0, from Monday to Saturday -1. Adding 0 leaves a Saturday a Saturday.
# Who is hurt: a limit such as "within five business days" for a letter that came in on a weekend, where the reminder
#   is computed by adding and the overdue check by counting: they are a day apart.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts date-fns@4.4.0 moment@2.31.0 moment-business-days@1.2.0 dayjs@1.11.23 dayjs-business-days@1.0.4

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { addBusinessDays, differenceInBusinessDays, format, parseISO } from 'date-fns';
import dayjs from 'dayjs';
import businessDays from 'dayjs-business-days';
import moment from 'moment-business-days';

dayjs.extend(businessDays.default ?? businessDays);
const libraries = {
  'date-fns': { add: (day, count) => format(addBusinessDays(parseISO(day), count), 'yyyy-MM-dd'), count: (to, from) => differenceInBusinessDays(parseISO(to), parseISO(from)) },
  'moment-business-days': { add: (day, count) => moment(day).businessAdd(count).format('YYYY-MM-DD'), count: (to, from) => moment(to).businessDiff(moment(from)) },
  'dayjs-business-days': { add: (day, count) => dayjs(day).businessDaysAdd(count).format('YYYY-MM-DD'), count: (to, from) => dayjs(to).businessDiff(dayjs(from)) },
};
const [friday, saturday, monday] = ['2026-10-16', '2026-10-17', '2026-10-19'];
for (const [name, { add, count }] of Object.entries(libraries)) {
  const seen = { 'Friday + 5': add(friday, 5), 'counted': count(add(friday, 5), friday), 'Saturday + 5': add(saturday, 5), 'counted back': count(add(saturday, 5), saturday), 'Saturday + 0': add(saturday, 0) };
  console.log(name, seen);
  assert.deepEqual(Object.values(seen), ['2026-10-23', 5, '2026-10-23', 4, saturday]);
}
const { count } = libraries['date-fns'];
console.log('date-fns, Saturday to Monday:', count(monday, saturday), '- Monday to Saturday:', count(saturday, monday));
assert.deepEqual([count(monday, saturday), count(saturday, monday)], [0, -1]);
JS
TZ=America/Toronto node try.mjs
