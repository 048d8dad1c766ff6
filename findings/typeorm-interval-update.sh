#!/usr/bin/env bash
# Saving an entity that nobody changed writes it anyway if it has an interval.
#
# The good guess: TypeORM's save() writes what differs from what was loaded (its manual: "only changed columns"), so an
#   entity that is loaded and saved gives no UPDATE, and its @VersionColumn stays.
# What happens: with TypeORM 1.1.1 and pg 8.23.1 a column of type interval is an object with a class of its own, and
#   two equal ones count as different. Each save() writes an UPDATE: the version goes up, @UpdateDateColumn moves, and
#   a trigger that keeps history gets a row for nothing. date, date[], daterange, numeric, jsonb, time, bytea and
#   timestamptz, tested beside it, are not written.
# Who is hurt: a table of terms ("1 year", "90 days") under optimistic locking: two people who only looked get in each
#   other's way; and a history that is meant to show who changed what.
# Database: PGlite 0.5.14 (PostgreSQL 18 in WebAssembly), spoken to over a socket on the loopback.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps typeorm@1.1.1 pg@8.23.1 reflect-metadata@0.2.2 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17

cat > try.mjs <<'JS'
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DataSource, EntitySchema } from 'typeorm';

const db = await PGlite.create();
const port = 20000 + (process.pid % 20000);
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port });
await server.start();
await db.exec(`create table term (id int primary key, version int not null default 1, "validity" interval, "day" date, "days" date[],
  "period" daterange, "amount" numeric(10, 2), "facts" jsonb, "hour" time, "bytes" bytea, "at" timestamptz)`);
await db.exec(`insert into term values (1, 1, '1 year 90 days', '2026-03-31', '{2026-03-31}', '[2026-03-31,2027-03-31)', 1.10,
  '{"b": 1, "a": [1]}', '09:00', '\\x00ff', '2026-03-31 12:00:00.123456+00')`);

const types = { validity: 'interval', day: 'date', days: 'date', period: 'daterange', amount: 'numeric', facts: 'jsonb', hour: 'time', bytes: 'bytea', at: 'timestamptz' };
const columns = { id: { type: 'int', primary: true }, version: { type: 'int', version: true } };
for (const [name, type] of Object.entries(types)) columns[name] = { type, array: name === 'days' };
const source = new DataSource({ type: 'postgres', host: '127.0.0.1', port, username: 'postgres', password: 'x', database: 'postgres', poolSize: 1, entities: [new EntitySchema({ name: 'term', columns })] });
await source.initialize();
const terms = source.getRepository('term');

async function versionAfterSaving(names) {
  const before = (await db.query('select version from term')).rows[0].version;
  const select = Object.fromEntries(['id', 'version', ...names].map((name) => [name, true]));
  await terms.save(await terms.findOneOrFail({ where: { id: 1 }, select }));
  return (await db.query('select version from term')).rows[0].version - before;
}

const written = {};
for (const name of Object.keys(types)) written[name] = await versionAfterSaving([name]);
console.log('TypeORM 1.1.1: versions added by loading and saving one row unchanged, by the columns loaded:');
console.table(written);
const { validity, ...others } = written;
assert.equal(validity, 1);
assert.deepEqual(Object.values(others), Object.values(others).map(() => 0));
await source.destroy();
await server.stop();
process.exit(0);
JS
TZ=America/Toronto node try.mjs
