#!/usr/bin/env bash
# Drill: pgbouncer stands between the registry and PostgreSQL.
#
# By transaction it shares connections, and as it comes it drops their settings: a node must say so and not start. By
# session, with the settings given to the role, everything must work as without it: a search, a write, `registry check`.
# A replica behind it is read by session, and not by transaction; the log says why.
#
#   ops/drills/pooler.sh                         PG_BIN=/usr/lib/postgresql/18/bin PGBOUNCER=/usr/sbin/pgbouncer

source "$(dirname "$0")/common.sh"

pooler=$((port + 7))
# start_pooler MODE: as an operator would set it so that it lets the registry in at all.
start_pooler() {
  local place
  place=$(folder_of "pooler-$1")
  cat >"$place/pgbouncer.ini" <<END
[databases]
registry = host=127.0.0.1 port=$port dbname=registry user=registry
replica = host=127.0.0.1 port=$((port + 1)) dbname=registry user=reader
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $pooler
unix_socket_dir =
auth_type = any
pool_mode = $1
default_pool_size = 30
pidfile = $place/pid
ignore_startup_parameters = options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout
END
  as_postgres "${PGBOUNCER:-/usr/sbin/pgbouncer}" "$place/pgbouncer.ini" >"$folder/pooler.log" 2>&1 &
  for _ in $(seq 50); do
    if sql "$(url "$pooler")" 'select 1' >/dev/null 2>&1; then
      pooler_process=$(cat "$place/pid")
      processes+=("$pooler_process")
      return 0
    fi
    sleep 0.2
  done
  fail 'the pooler did not start'
}
stop_pooler() {
  kill "$pooler_process"
  while kill -0 "$pooler_process" 2>/dev/null; do sleep 0.1; done
}

# refused WORDS: a node behind the pooler says so and ends.
refused() {
  if (cd "$root" && DATABASE_URL=$(url "$pooler") NODE_ENV=production PORT=$((port + 5)) timeout 60 node --enable-source-maps --max-semi-space-size=32 scripts/run.mjs src/main.js) >"$folder/refused.log" 2>&1; then fail 'the node started'; fi
  grep -q "$1" "$folder/refused.log" || { cat "$folder/refused.log"; fail "the node did not say: $1"; }
  say "refused: $(grep "$1" "$folder/refused.log")"
}

unset PGOPTIONS # pgbouncer refuses or ignores it
make_server primary
start_server primary "$port" wal_level=replica max_wal_senders=5
new_registry "$port"
start_pooler transaction
refused 'shares connections between transactions'
stop_pooler
start_pooler session
refused 'drops the settings of connections'
sql "$(url "$port")" "alter role registry set pg_trgm.word_similarity_threshold = 0.44"
sql "$(url "$port")" "alter role registry set timezone = 'UTC'"
sql "$(url "$port")" "alter role registry set datestyle = 'ISO, YMD'"
stop_pooler # its connections to PostgreSQL are older than the settings of the role
start_pooler session
start_node "$((port + 5))" "$(url "$pooler")"
say 'by session, with the settings given to the role: ready'
ask() { curl -s "http://127.0.0.1:$((port + 5))/graphql" -H 'content-type: application/json' -H "authorization: Bearer $key" -d "$1"; }
key=$(registry "$(url "$pooler")" keys make --scope staff --holder Drill 2>/dev/null | grep -o 'cor_[A-Za-z0-9_-]*' | head -1)
ask '{"query":"mutation { createOrganization(input: { legalName: \"Zwiebelturm Paving (synthetic) Ltd.\", idempotencyKey: \"drill\" }) { __typename } }"}' | grep -q '"Organization"' || fail 'a write failed'
ask '{"query":"{ organizations(search: \"Zweibelturm\", first: 1) { nodes { legalName } } }"}' | grep -q Zwiebelturm || fail 'a fuzzy search found nothing'
say 'a write, and a search with two letters exchanged'
checked "$(url "$pooler")"
kill "$node_process" && wait "$node_process" 2>/dev/null || true
stop_pooler

sql "$(url "$port")" "create role reader login; grant pg_read_all_data to reader; alter role reader set default_transaction_read_only = on"
for setting in "pg_trgm.word_similarity_threshold = 0.44" "timezone = 'UTC'" "datestyle = 'ISO, YMD'"; do sql "$(url "$port")" "alter role reader set $setting"; done
as_postgres "$bin/pg_basebackup" -d "$(url "$port" postgres)" -D "$(folder_of replica)" -X stream --checkpoint=fast --no-sync --write-recovery-conf
start_server replica "$((port + 1))" hot_standby=on
DRILL_SETTINGS="REGISTRY_REPLICA_URLS=$(url "$pooler" replica) REGISTRY_METRICS_PORT=$((port + 6))"
# replicas_read COUNT: so many replicas come into use, or none within some seconds.
replicas_read() {
  local at=$((port + 6)) seen
  for _ in $(seq 50); do
    seen=$(curl -s "http://127.0.0.1:$at/metrics" | sed -n 's/^registry_replicas_in_service //p')
    [ "$1" = 0 ] || [ "$seen" != "$1" ] || return 0
    [ "$1" != 0 ] || ! grep -q 'shares connections between transactions' "$folder/node-$((port + 5)).log" || break
    sleep 0.2
  done
  [ "$seen" = "$1" ] || { tail -3 "$folder/node-$((port + 5)).log"; fail "$seen replicas are read, not $1"; }
}
start_pooler transaction
start_node "$((port + 5))" "$(url "$port")"
replicas_read 0
say "a replica behind it, by transaction, is not read: $(grep -o 'shares connections between transactions' "$folder/node-$((port + 5)).log" | head -1)"
kill "$node_process" && wait "$node_process" 2>/dev/null || true
stop_pooler
start_pooler session
start_node "$((port + 5))" "$(url "$port")"
replicas_read 1
ask '{"query":"{ organizations(search: \"Zweibelturm\", first: 1) { nodes { legalName } } }"}' | grep -q Zwiebelturm || fail 'a search on the replica found nothing'
[ "$(sql "$(url "$((port + 1))" registry)" "select count(*) > 0 from pg_stat_activity where usename = 'reader'")" = t ] || fail 'nothing is connected to the replica'
say 'by session, with a role of its own: it is read, and finds the same'
