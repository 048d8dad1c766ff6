#!/usr/bin/env bash
# Drill: the primary dies under load, and its replica takes over.
#
# Two nodes of the registry write and read through one address that stands for the name a cluster manager moves. A writer
# records organizations one after the other, readers ask for standings. The primary is killed (SIGKILL), the replica is
# promoted, the address moves. Afterwards everything that was acknowledged must be there, `registry check` must find no
# problem, and it is said how long writing and reading stood still.
#
#   ops/drills/promote-a-replica.sh              PG_BIN=/usr/lib/postgresql/18/bin DRILL_ACCOUNTS=2000
#
# The replica is synchronous: without that, what was acknowledged in the last moment may be lost, and the drill says so.

source "$(dirname "$0")/common.sh"

address=$((port + 9))
make_server primary
start_server primary "$port" wal_level=replica max_wal_senders=5
new_registry "$port"
key=$(registry "$(url "$port")" keys make --scope staff --holder Drill 2>/dev/null | grep -o 'cor_[A-Za-z0-9_-]*' | head -1)
as_postgres "$bin/pg_basebackup" -d "$(url "$port" postgres)" -D "$(folder_of replica)" -X stream --checkpoint=fast --no-sync --write-recovery-conf
start_server replica "$((port + 1))" hot_standby=on
sql "$(url "$port")" "alter system set synchronous_standby_names = '*'" && sql "$(url "$port")" 'select pg_reload_conf()' >/dev/null
say 'a synchronous replica'

echo "$port" >"$folder/target"
node "$root/ops/drills/address.mjs" "$address" "$folder/target" &
processes+=($!)
start_node "$((port + 5))" "$(url "$address")"
start_node "$((port + 6))" "$(url "$address")"
say 'two nodes are ready'

node "$root/ops/drills/load.mjs" "$folder/load.json" "$key" "http://127.0.0.1:$((port + 5))" "http://127.0.0.1:$((port + 6))" &
load=$!
processes+=("$load")
sleep 8
kill -KILL "$(head -1 "$folder/primary/postmaster.pid")"
say 'the primary is killed'
sleep 2
sql "$(url "$((port + 1))" postgres)" 'select pg_promote()' >/dev/null
sql "$(url "$((port + 1))" postgres)" "alter system reset synchronous_standby_names" && sql "$(url "$((port + 1))" postgres)" 'select pg_reload_conf()' >/dev/null
echo "$((port + 1))" >"$folder/target"
say 'the replica is promoted, the address has moved'
sleep 10
kill -TERM "$load" && wait "$load" || fail 'the load ended with an error'
node -e 'const { written, refused, reads, failed, stoodStill } = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(`       ${written.length} writes acknowledged, ${refused} not; ${reads} reads, ${failed} failed; writing stood still for ${stoodStill.writes} ms, reading for ${stoodStill.reads} ms`)' "$folder/load.json"
node -e 'for (const name of JSON.parse(require("fs").readFileSync(process.argv[1])).written) console.log(name)' "$folder/load.json" | sort >"$folder/acknowledged"
sql "$(url "$((port + 1))")" "select legal_name from organization where legal_name like 'Drill %'" | sort >"$folder/stored"
missing=$(comm -23 "$folder/acknowledged" "$folder/stored" | wc -l)
[ "$missing" = 0 ] || fail "$missing acknowledged writes are missing"
twice=$(uniq -d "$folder/stored" | wc -l)
[ "$twice" = 0 ] || fail "$twice writes were made twice"
say 'everything acknowledged is there, once'
checked "$(url "$((port + 1))")"
