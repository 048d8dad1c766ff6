#!/usr/bin/env bash
# An instant before 1895 loses seconds on its way into the database, and the very first day falls in the year before.
#
# The good guess: pg writes a Date with its offset, so the instant that is stored is the instant that was given,
#   whatever the time zone of the process. PostgreSQL takes offsets with seconds (manual, section 8.5.1.3).
# What happens: before 1895 Toronto's clocks kept local mean time, 5 hours, 17 minutes and 32 seconds behind Greenwich.
#   pg 8.23.1 writes the local hour with the offset -05:17, without its seconds, so the stored instant is 32 seconds
#   early. "0001-01-01T00:00:00Z", which .NET programs send for "no date", is stored as 23:59:28 on 31 December of the
#   year 1 before Christ. In a process at UTC nothing is lost.
# Who is hurt: a registry whose servers keep Toronto's time, and whose callers send the smallest possible date for
#   "from the start".
# Database: PGlite 0.5.14 (PostgreSQL 18 in WebAssembly), spoken to over a socket on the loopback.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

const port = 20000 + (process.pid % 20000);
const server = new PGLiteSocketServer({ db: await PGlite.create(), host: '127.0.0.1', port });
await server.start();
const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: 'x' });
await client.connect();

async function stored(instant) {
  const { rows } = await client.query("select ($1::timestamptz at time zone 'UTC')::text as at", [new Date(instant)]);
  return rows[0].at;
}
const seen = {};
for (const instant of ['0001-01-01T00:00:00Z', '1867-07-01T12:00:00Z', '1895-01-02T12:00:00Z']) seen[instant] = await stored(instant);
console.log(`pg 8.23.1 in ${process.env.TZ}, given and stored (UTC):`, seen);
const whole = { '0001-01-01T00:00:00Z': '0001-01-01 00:00:00', '1867-07-01T12:00:00Z': '1867-07-01 12:00:00', '1895-01-02T12:00:00Z': '1895-01-02 12:00:00' };
const short = { ...whole, '0001-01-01T00:00:00Z': '0001-12-31 23:59:28 BC', '1867-07-01T12:00:00Z': '1867-07-01 11:59:28' };
assert.deepEqual(seen, process.env.TZ === 'UTC' ? whole : short);
await client.end();
await server.stop();
process.exit(0);
JS
TZ=UTC node try.mjs
TZ=America/Toronto node try.mjs
