#!/usr/bin/env bash
# A certificate valid until 31 December 9999 is stored by asyncpg as one that is valid for ever, and "for ever" is read as that day.
#
# The good guess: a driver gives back the day that it was given. PostgreSQL keeps days to the year 5874897 (manual, section 8.5), and "infinity" beside them, as a value of its own.
# What happens with asyncpg 0.27.0 (Python; pgproto/codecs/datetime.pyx): date.max and "infinity" are one. A parameter date(9999, 12, 31), the "no end" of many
#   older systems, is written as infinity, in a range too; date(1, 1, 1) is -infinity. Read, infinity is 9999-12-31 in a date, in an array and as the end of a range, where a range without an end has None. So a question with
#   the day as a parameter finds the rows that are for ever and not those that have that day, which psql or another driver wrote; and an export says 9999-12-31 for both. One day less, 9999-12-30, is itself.
#   psycopg 3.2.6 refuses to read infinity ("date too large") and writes the day as it is. Only its source says so (psycopg's issue 1368).
#   Remedy: keep "no end" as null, or select the day as text.
# Who is hurt: a register whose certificates or standings have no end, when a second program in another language reads the same table.
# Needs apt-get of Debian and Python 3.11: it unpacks packages of Debian into a temporary folder, and installs none. Needs PostgreSQL 15 of Debian 12 as well, and uses port 56513.
set -euo pipefail
command -v apt-get >/dev/null && command -v python3.11 >/dev/null || { echo 'needs apt-get of Debian and Python 3.11'; exit 1; }
bin=${PG_BIN:-$(pg_config --bindir)}
[[ $("$bin/postgres" --version) == *' 15.'* ]] || { echo 'needs PostgreSQL 15: apt-get install postgresql-15 on Debian 12'; exit 1; }
work=$(mktemp -d)
chmod 711 "$work"
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && exec runuser -u postgres -- "$@"); else "$@"; fi; }
tidy() {
  as_postgres "$bin/pg_ctl" -D "$work/run/data" stop -m immediate >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap tidy EXIT
mkdir "$work/run" && { [ "$(id -u)" != 0 ] || chown postgres "$work/run"; }
as_postgres "$bin/initdb" --auth=trust --username=firm --no-sync -D "$work/run/data" >/dev/null
as_postgres "$bin/pg_ctl" -w -D "$work/run/data" -l "$work/run/log" -o "-p 56513 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' bookworm trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-asyncpg=0.27.0-*' 'python3-psycopg=3.2.6-*' 'python3-typing-extensions=4.13.2-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import asyncio
import datetime
import sys

import asyncpg
import psycopg

PORT = int(sys.argv[1])
LAST = datetime.date(9999, 12, 31)


async def main():
    db = await asyncpg.connect(host='127.0.0.1', port=PORT, user='firm', database='postgres')
    await db.execute('create table certificate (name text, until date, valid daterange)')
    whole = asyncpg.Range(datetime.date(2026, 1, 1), LAST)
    await db.execute('insert into certificate values ($1, $2, $3)', 'asyncpg', LAST, whole)
    await db.execute('insert into certificate values ($1, $2)', 'asyncpg, a day less', LAST - datetime.timedelta(days=1))
    await db.execute("insert into certificate values ('SQL', '9999-12-31', '[2026-01-01,9999-12-31)'), ('SQL, for ever', 'infinity', '[2026-01-01,)')")
    with psycopg.connect(f'host=127.0.0.1 port={PORT} user=firm dbname=postgres', autocommit=True) as other:
        other.execute('insert into certificate values (%s, %s)', ['psycopg', LAST])
        try:
            refused = other.execute("select until from certificate where name = 'SQL, for ever'").fetchone()
        except psycopg.DataError as error:
            refused = str(error)
    stored = {row['name']: (row['day'], row['days']) for row in await db.fetch('select name, until::text as day, valid::text as days from certificate order by name')}
    read = {row['name']: str(row['until']) for row in await db.fetch('select name, until from certificate order by name')}
    found = sorted(row['name'] for row in await db.fetch('select name from certificate where until = $1', LAST))
    await db.close()
    return stored, read, found, refused


stored, read, found, refused = asyncio.run(main())
for name in stored:
    print(f'{name:20} stored {stored[name]!s:44} read {read[name]}')
print('asked for those until 9999-12-31, asyncpg finds', found)
print('psycopg on infinity:', refused)

assert stored['asyncpg'] == ('infinity', '[2026-01-01,infinity)')
assert stored['asyncpg, a day less'][0] == '9999-12-30'
assert stored['SQL'][0] == stored['psycopg'][0] == '9999-12-31'
assert {read[name] for name in ('asyncpg', 'SQL', 'SQL, for ever', 'psycopg')} == {'9999-12-31'}
assert found == ['SQL, for ever', 'asyncpg']
assert 'date too large' in refused
PY
PYTHONPATH=usr/lib/python3/dist-packages python3.11 -S try.py 56513
