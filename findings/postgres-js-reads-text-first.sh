#!/usr/bin/env bash
# postgres.js reads the text of a day, an instant or a JSON document before PostgreSQL does, and passes on something else.
#
# The good guess: a text given as a parameter reaches PostgreSQL as it is, as with pg 8.23.1 and PGlite 0.5.14, and what is
#   no day or no JSON is refused there.
# What happens with postgres 3.4.9, for the same statements, in Toronto, in a session in UTC:
#   1. 29 February 2026 is sent as 1 March, 31 February as 3 March. With the others PostgreSQL refuses both: "date/time field
#      value out of range".
#   2. An instant loses its microseconds, so one that was read as text, to page on from it, comes back a little earlier and its
#      row appears twice.
#   3. A timestamp without time zone moves by the offset of the machine: ten o'clock is two in the afternoon.
#   4. "infinity" is refused in the client: Invalid time value.
#   5. A text that is JSON becomes a JSON string, so that column ->> 'key' is null in every row.
#   Remedy: ${text}::text::date, ${text}::text::jsonb and so on keep the driver from reading the text.
# Who is hurt: whoever moves from pg to postgres.js: days that do not exist come in as others, lists repeat a row, and filters on
#   JSON find nothing.
# Database: PGlite 0.5.14 (PostgreSQL 18 in WebAssembly), spoken to over a socket on the loopback and directly.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps postgres@3.4.9 pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import postgres from 'postgres';

const db = await PGlite.create();
await db.exec("set timezone = 'UTC'");
const port = 20000 + (process.pid % 20000);
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port });
await server.start();
const at = { host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password: 'x' };
const parameters = [
  ['2026-03-31', 'date'],
  ['2026-02-29', 'date'],
  ['2026-02-31', 'date'],
  ['2026-03-31T14:00:00.123456Z', 'timestamptz'],
  ['2026-03-31 10:00', 'timestamp'],
  ['infinity', 'date'],
  ['{"held":true}', 'jsonb'],
  ['null', 'jsonb'],
];
// What PostgreSQL has received, in its own text.
const statement = (type) => `select $1::${type}::text as held`;
async function each(ask) {
  const seen = [];
  for (const [text, type] of parameters) seen.push(await ask(statement(type), text).catch((error) => `refused: ${error.message}`));
  return seen;
}
const client = new pg.Client(at);
await client.connect();
const byPg = await each(async (query, text) => (await client.query(query, [text])).rows[0].held);
await client.end();
const sql = postgres({ ...at, max: 1 });
const byPostgres = await each(async (query, text) => (await sql.unsafe(query, [text]))[0].held);
const [remedied] = await sql.unsafe("select $1::text::jsonb ->> 'held' as held", ['{"held":true}']);
await sql.end();
const byPglite = await each(async (query, text) => (await db.query(query, [text])).rows[0].held);
console.table(Object.fromEntries(parameters.map(([text, type], row) => [`${text} ${type}`, { 'pg 8.23.1': byPg[row], 'PGlite 0.5.14': byPglite[row], 'postgres 3.4.9': byPostgres[row] }])));

const outOfRange = (day) => `refused: date/time field value out of range: "${day}"`;
const [micro, ten] = ['2026-03-31 14:00:00.123456+00', '2026-03-31 10:00:00'];
const expected = ['2026-03-31', outOfRange('2026-02-29'), outOfRange('2026-02-31'), micro, ten, 'infinity', '{"held": true}', 'null'];
assert.deepEqual(byPg, expected);
assert.deepEqual(byPglite, expected);
const [milli, two] = ['2026-03-31 14:00:00.123+00', '2026-03-31 14:00:00'];
assert.deepEqual(byPostgres, ['2026-03-31', '2026-03-01', '2026-03-03', milli, two, 'refused: Invalid time value', '"{\\"held\\":true}"', '"null"']);
assert.equal(remedied.held, 'true');
await server.stop();
process.exit();
JS
TZ=America/Toronto node try.mjs
