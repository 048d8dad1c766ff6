#!/usr/bin/env bash
# A term of "3 years", read from PostgreSQL by two Python drivers, is 1095 days, and a certificate ends a day early.
#
# The good guess: an interval that is read and given back is the same interval. PostgreSQL keeps months, days and time apart (manual, section 8.5.4), so that three years from 31 March 2026 end on 31 March 2029.
# What happens with psycopg 3.2.6 and asyncpg 0.27.0: both make a timedelta of it, which has days alone: a year is 365 of them, a month 30, a year and a month 395. Given back to the database it is
#   "1095 days", and 31 March 2026 plus that is 30 March 2029, since 2028 is a leap year. Nothing warns.
#   Python's own types have nothing better; the drivers could refuse, as both do with a day that Python cannot hold.
#   Remedy: select the interval as text (P3Y with intervalstyle iso_8601), or as a number of months, or let the database add it to the day.
# Who is hurt: a register in Python that keeps the terms of its certificates as intervals, beside a server or a report that adds them in SQL: the two differ by a day, in three of four years.
# Needs apt-get of Debian and Python 3.11: it unpacks packages of Debian into a temporary folder, and installs none. Needs PostgreSQL 15 of Debian 12 as well, and uses port 56515.
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
as_postgres "$bin/pg_ctl" -w -D "$work/run/data" -l "$work/run/log" -o "-p 56515 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' bookworm trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-asyncpg=0.27.0-*' 'python3-psycopg=3.2.6-*' 'python3-typing-extensions=4.13.2-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import asyncio
import sys

import asyncpg
import psycopg

PORT = int(sys.argv[1])
terms = ['3 years', '12 months', '1 month', '1 year 1 month', '90 days']
SQL = "select (date '2026-03-31' + '3 years'::interval)::date::text"


async def by_asyncpg():
    db = await asyncpg.connect(host='127.0.0.1', port=PORT, user='firm', database='postgres')
    read = [await db.fetchval(f"select interval '{term}'") for term in terms]
    end = await db.fetchval("select (date '2026-03-31' + $1::interval)::date::text", read[0])
    in_sql = await db.fetchval(SQL)
    await db.close()
    return [term.days for term in read], end, in_sql


def by_psycopg():
    with psycopg.connect(f'host=127.0.0.1 port={PORT} user=firm dbname=postgres') as db:
        read = [db.execute(f"select interval '{term}'").fetchone()[0] for term in terms]
        end = db.execute("select (date '2026-03-31' + %s::interval)::date::text", [read[0]]).fetchone()[0]
        return [term.days for term in read], end, db.execute(SQL).fetchone()[0]


seen = {'asyncpg': asyncio.run(by_asyncpg()), 'psycopg': by_psycopg()}
for driver, (days, end, in_sql) in seen.items():
    print(f'{driver}: {dict(zip(terms, days))}; 2026-03-31 and 3 years: {end} by way of Python, {in_sql} in SQL')

assert set(map(str, seen.values())) == {"([1095, 365, 30, 395, 90], '2029-03-30', '2029-03-31')"}, seen
PY
PYTHONPATH=usr/lib/python3/dist-packages python3.11 -S try.py 56515
