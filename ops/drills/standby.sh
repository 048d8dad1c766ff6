#!/usr/bin/env bash
# Drill: a node whose database is a standby, which takes no writes.
#
# A node that is started on a standby must refuse and say why. A node that is running while the address of its database
# moves to a standby, as a failover may leave it, must say so in /readyz (503), and be ready again once it is promoted.
#
#   ops/drills/standby.sh                        PG_BIN=/usr/lib/postgresql/18/bin DRILL_ACCOUNTS=2000

source "$(dirname "$0")/common.sh"

address=$((port + 9))
make_server primary
start_server primary "$port" wal_level=replica max_wal_senders=5
new_registry "$port"
as_postgres "$bin/pg_basebackup" -d "$(url "$port" postgres)" -D "$(folder_of standby)" -X stream --checkpoint=fast --no-sync --write-recovery-conf
start_server standby "$((port + 1))" hot_standby=on
say 'a standby'

! (cd "$root" && DATABASE_URL=$(url "$((port + 1))") NODE_ENV=production PORT=$((port + 5)) node scripts/run.mjs src/main.js) >"$folder/refused.log" 2>&1 || fail 'a node started on a standby'
grep -q 'is a standby' "$folder/refused.log" || fail "the node did not say why: $(tail -1 "$folder/refused.log")"
say "refused: $(grep 'is a standby' "$folder/refused.log")"

echo "$port" >"$folder/target"
node "$root/ops/drills/address.mjs" "$address" "$folder/target" &
processes+=($!)
start_node "$((port + 6))" "$(url "$address")"
sleep 8 # until its worker has started too
echo "$((port + 1))" >"$folder/target"
stop_server primary
sleep 4
said=$(curl -s -w ' %{http_code}' "http://127.0.0.1:$((port + 6))/readyz")
[[ $said == *standby*503 ]] || fail "/readyz says $said"
say "the address has moved to the standby; /readyz: $said"
sql "$(url "$((port + 1))" postgres)" 'select pg_promote()' >/dev/null
wait_ready "$((port + 6))"
say 'promoted: the node is ready'
