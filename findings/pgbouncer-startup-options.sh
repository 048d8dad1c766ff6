#!/usr/bin/env bash
# Behind pgbouncer the settings of a connection are refused, or dropped without a word, even when it pools by session.
#
# The good guess: what a client sends in `options` (libpq, `?options=-c ...` of a URL) holds for its connection, with a pooler
#   between or without; and with pool_mode = session a connection is one's own, so that at least there it does.
# What happens with pgbouncer 1.18.0 and PostgreSQL 15 (Debian 12):
#   1. As it comes, it refuses the connection: FATAL: unsupported startup parameter: options. A driver that always
#      sends it cannot connect at all.
#   2. The remedy on every page, ignore_startup_parameters = options, drops it: the connection opens, and the setting is the
#      server's default. So a day is written in another style, a search threshold is another, a read-only replica's client is
#      not read-only.
#   3. The same holds for statement_timeout given as a parameter of its own: a client that believes in a limit has none.
#   Remedy: give the settings to the role (alter role ... set), and ask PostgreSQL at start what it has (current_setting).
# Who is hurt: a service that relies on datestyle, a timeout or default_transaction_read_only of its own connections.
set -euo pipefail
bin=${PG_BIN:-$(pg_config --bindir)}
pgbouncer=${PGBOUNCER:-/usr/sbin/pgbouncer}
[[ $("$pgbouncer" --version) == *1.18.0* ]] || { echo 'needs pgbouncer 1.18.0: apt-get install pgbouncer on Debian 12'; exit 1; }
[[ $("$bin/postgres" --version) == *' 15.'* ]] || { echo 'needs PostgreSQL 15: apt-get install postgresql-15 on Debian 12'; exit 1; }
work=$(mktemp -d)
chmod 711 "$work"
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && exec runuser -u postgres -- "$@"); else "$@"; fi; }
tidy() {
  [ ! -f "$work/run/pid" ] || kill "$(cat "$work/run/pid")" 2>/dev/null || true
  as_postgres "$bin/pg_ctl" -D "$work/run/data" stop -m immediate >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap tidy EXIT
mkdir "$work/run" && { [ "$(id -u)" != 0 ] || chown postgres "$work/run"; }
as_postgres "$bin/initdb" --auth=trust --username=firm --no-sync -D "$work/run/data" >/dev/null
as_postgres "$bin/pg_ctl" -w -D "$work/run/data" -l "$work/run/log" -o "-p 56501 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null

# pooler [ignored parameter,...]
pooler() {
  [ ! -f "$work/run/pid" ] || { kill "$(cat "$work/run/pid")"; while [ -f "$work/run/pid" ]; do sleep 0.1; done; }
  cat >"$work/run/ini" <<END
[databases]
postgres = host=127.0.0.1 port=56501 user=firm
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = 56502
unix_socket_dir =
auth_type = any
pool_mode = session
pidfile = $work/run/pid
ignore_startup_parameters = ${1:-}
END
  as_postgres "$pgbouncer" "$work/run/ini" >"$work/run/pooler.log" 2>&1 &
  for _ in $(seq 100); do [ -f "$work/run/pid" ] && psql -X -h 127.0.0.1 -p 56502 -U firm postgres -c 'select 1' >/dev/null 2>&1 && return 0; sleep 0.1; done
  cat "$work/run/pooler.log"
  exit 1
}
shown() { PGOPTIONS=$1 psql -X -A -t -h 127.0.0.1 -p "$2" -U firm postgres -c "select '$3: ' || current_setting('$3')" 2>&1 || true; }
see() { echo "$1: $2"; [[ $2 == *"$3"* ]] || { echo "CHANGED: expected $3"; exit 1; }; }

see 'PostgreSQL itself          ' "$(shown '-c datestyle=SQL,DMY' 56501 datestyle)" 'datestyle: SQL, DMY'
pooler
see 'pgbouncer, by session      ' "$(shown '-c datestyle=SQL,DMY' 56502 datestyle | tail -1)" 'unsupported startup parameter: options'
pooler options
see 'the same, options ignored  ' "$(shown '-c datestyle=SQL,DMY' 56502 datestyle)" 'datestyle: ISO, MDY'
see 'the same                   ' "$(shown '-c default_transaction_read_only=on' 56502 default_transaction_read_only)" 'read_only: off'
see 'the same                   ' "$(shown '-c statement_timeout=5s' 56502 statement_timeout)" 'statement_timeout: 0'
as_postgres "$bin/psql" -X -q -h 127.0.0.1 -p 56501 -U firm postgres -c "alter role firm set datestyle = 'SQL, DMY'"
pooler options
see 'the same, set for the role ' "$(shown '' 56502 datestyle)" 'datestyle: SQL, DMY'
