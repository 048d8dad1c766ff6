#!/usr/bin/env bash
# "Holds without end" is a number, an invalid Date or text, depending on the driver that reads it.
#
# The good guess: drivers that give a Date for date and timestamptz agree on "infinity", a value of both types
#   (PostgreSQL's manual, section 8.5.1.4).
# What happens: pg 8.23.1 gives the number Infinity, which JSON writes as null: "no day" and "for ever" look the same
#   to a client. postgres 3.4.9 and PGlite 0.5.14 give an invalid Date: toISOString() throws a RangeError, in a date
#   too. All three read an ordinary date differently as well: pg at local midnight, the two others at midnight UTC, so
#   tests that run on PGlite show a different day than pg does west of Greenwich.
# Who is hurt: a certificate that holds until withdrawn, kept as "infinity" so that comparisons are simple.
# Database: PGlite 0.5.14 (PostgreSQL 18 in WebAssembly), spoken to over a socket on the loopback and directly.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps pg@8.23.1 postgres@3.4.9 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import postgres from 'postgres';

const db = await PGlite.create();
const port = 20000 + (process.pid % 20000);
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port });
await server.start();
const statement = "select 'infinity'::date as until, 'infinity'::timestamptz as at, date '2026-03-31' as day";

async function byPg() {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: 'x' });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows[0];
}
async function byPostgres() {
  const sql = postgres({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: 'x', max: 1 });
  const [row] = await sql.unsafe(statement);
  await sql.end();
  return row;
}
const rows = { 'pg 8.23.1': await byPg(), 'postgres 3.4.9': await byPostgres(), 'PGlite 0.5.14': (await db.query(statement)).rows[0] };
const seen = Object.entries(rows).map(([driver, row]) => ({ driver, until: String(row.until), at: String(row.at), day: row.day.toISOString(), json: JSON.stringify({ until: row.until }) }));
console.table(seen);

const [first, ...others] = seen;
assert.deepEqual(first, { driver: 'pg 8.23.1', until: 'Infinity', at: 'Infinity', day: '2026-03-31T04:00:00.000Z', json: '{"until":null}' });
for (const one of others) assert.deepEqual({ ...one, driver: '' }, { driver: '', until: 'Invalid Date', at: 'Invalid Date', day: '2026-03-31T00:00:00.000Z', json: '{"until":null}' });
await server.stop();
process.exit(0);
JS
TZ=America/Toronto node try.mjs
