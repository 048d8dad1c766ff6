#!/usr/bin/env bash
# The nightly job runs twice when the clocks go back, the first time at an hour it was not set for.
#
# The good guess: "0 2 * * *" with time zone America/Toronto runs once a night at two o'clock, summer and winter. On
#   the first Sunday of November two o'clock comes once (one o'clock comes twice), so the night needs no special care.
# What happens: cron 4.4.0 gives 01:00 Eastern Standard Time, the moment at which the clocks go back, as a run of "0 2
#   * * *", and 02:00 an hour later as another. croner 11.0.1 and cron-parser 5.10.6 give 02:00 alone. In March, when
#   half past two does not exist, "30 2 * * *" runs at 03:00 by cron and croner, and at 03:30 by cron-parser.
#   Remedy: run nightly work at an hour that no change touches (03:15), and make it harmless when it runs twice.
# Who is hurt: a sweep at two that mails "your certificate ends in 30 days": twice in that night.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts cron@4.4.0 croner@11.0.1 cron-parser@5.10.6

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { CronTime } from 'cron';
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';

const timeZone = 'America/Toronto';
const local = new Intl.DateTimeFormat('en-CA', { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });

function runs(next, from) {
  const found = [];
  for (let at = new Date(from); found.length < 3; ) found.push(local.format((at = next(at))));
  return found;
}
const libraries = {
  'cron 4.4.0': (text) => (at) => new CronTime(text, timeZone).getNextDateFrom(at, timeZone).toJSDate(),
  'croner 11.0.1': (text) => (at) => new Cron(text, { timezone: timeZone, paused: true }).nextRun(at),
  'cron-parser 5.10.6': (text) => (at) => CronExpressionParser.parse(text, { tz: timeZone, currentDate: at }).next().toDate(),
};
const seen = {};
for (const [name, of] of Object.entries(libraries)) {
  seen[name] = { november: runs(of('0 2 * * *'), '2026-10-31T20:00:00Z'), march: runs(of('30 2 * * *'), '2026-03-07T20:00:00Z') };
}
console.log('"0 2 * * *" in November and "30 2 * * *" in March 2026, America/Toronto:', seen);

const time = (text) => text.match(/\d\d:\d\d [A-Z]+/)[0];
const [cron, croner, parser] = Object.values(seen).map(({ november, march }) => [november.map(time), time(march[0])]);
const once = ['02:00 EST', '02:00 EST', '02:00 EST'];
assert.deepEqual(cron, [['01:00 EST', '02:00 EST', '02:00 EST'], '03:00 EDT']);
assert.deepEqual(croner, [once, '03:00 EDT']);
assert.deepEqual(parser, [once, '03:30 EDT']);
JS
node try.mjs
