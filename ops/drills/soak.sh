#!/usr/bin/env bash
# Drill: `npm run soak` while the disk of PostgreSQL fills up, and while its replica takes over.
#
# Writers, readers of the feed, subscribers and receivers of webhooks use nodes that are killed and stopped, whose clock
# jumps by minutes and which get bursts of requests: that is the soak's own part. Meanwhile the disk of the primary, a small
# tmpfs, fills up for three seconds; later the primary is killed (SIGKILL) and its synchronous replica promoted. At the end
# every consumer must have exactly its changes, the chain must be whole, and `registry check` must find no problem.
#
#   ops/drills/soak.sh                           PG_BIN=/usr/lib/postgresql/18/bin DRILL_SECONDS=30 DRILL_SEED=2026
#
# It mounts a tmpfs, so it needs root.

source "$(dirname "$0")/common.sh"
[ "$(id -u)" = 0 ] || fail 'it mounts a tmpfs, which takes root'

seconds=${DRILL_SECONDS:-30}
address=$((port + 9))
disk=$(folder_of primary)
mount -t tmpfs -o "size=${DRILL_DISK:-500m},mode=700" tmpfs "$disk"
trap tidy_drill EXIT
tidy_drill() { tidy 2>/dev/null || true; umount "$disk"; rm -rf "$folder"; }
chown "${PG_USER:-postgres}" "$disk"
make_server primary
start_server primary "$port" wal_level=replica max_wal_senders=5 max_connections=200 max_wal_size=96MB min_wal_size=64MB
sql "$(url "$port" postgres)" 'create database registry'
as_postgres "$bin/pg_basebackup" -d "$(url "$port" postgres)" -D "$(folder_of replica)" -X stream --checkpoint=fast --no-sync --write-recovery-conf
start_server replica "$((port + 1))" hot_standby=on max_connections=200
sql "$(url "$port")" "alter system set synchronous_standby_names = '*'" && sql "$(url "$port")" 'select pg_reload_conf()' >/dev/null
echo "$port" >"$folder/target"
node "$root/ops/drills/address.mjs" "$address" "$folder/target" &
processes+=($!)
say 'a primary on a small disk, its synchronous replica, and an address that can be moved'

# The sizes are those of a machine with two cores.
(cd "$root" && exec env SOAK_DATABASE_URL="$(url "$address")" node --enable-source-maps scripts/run.mjs bench/soak.js --seconds "$seconds" --seed "${DRILL_SEED:-2026}" \
  --accounts 60 --nodes 2 --writers 4 --subscribers 12 --receivers 2) >"$folder/soak.log" 2>&1 &
soak=$!
processes+=("$soak")
written() { sql "$(url "$port")" "select count(*) from audit_log where action = 'recordRevocation'" 2>/dev/null || echo 0; }
until [ "$(written)" -gt 0 ]; do
  kill -0 "$soak" 2>/dev/null || { tail -5 "$folder/soak.log"; fail 'the soak ended before it wrote'; }
  sleep 0.5
done
say 'writers write'
sleep "$((seconds / 5))"

dd if=/dev/zero of="$disk/filler" bs=64k 2>/dev/null || true
say "the disk is full; $(written) revocations recorded"
sleep 3
rm "$disk/filler"
# PostgreSQL may have ended when it could not write its log.
as_postgres "$bin/pg_ctl" -D "$disk" status >/dev/null || start_server primary "$port" wal_level=replica max_wal_senders=5 max_connections=200 max_wal_size=96MB min_wal_size=64MB
say 'there is room again'
sleep "$((seconds / 5))"

say "$(written) revocations recorded"
# A primary that ended shows, once it is back, also what its replica had not yet confirmed: it must have caught up before it takes over.
for _ in $(seq 300); do
  caught=$(sql "$(url "$port" postgres)" "select count(*) from pg_stat_replication where sync_state = 'sync' and state = 'streaming'" 2>/dev/null || echo 0)
  [ "$caught" = 0 ] || break
  sleep 0.1
done
[ "$caught" != 0 ] || fail 'the replica did not catch up'
say 'the replica is in step'
kill -KILL "$(head -1 "$disk/postmaster.pid")"
sleep 1
sql "$(url "$((port + 1))" postgres)" 'select pg_promote()' >/dev/null
sql "$(url "$((port + 1))" postgres)" 'alter system reset synchronous_standby_names' && sql "$(url "$((port + 1))" postgres)" 'select pg_reload_conf()' >/dev/null
echo "$((port + 1))" >"$folder/target"
say 'the primary was killed, the replica is promoted'
wait "$soak" || { tail -60 "$folder/soak.log"; fail 'the soak found a fault'; }
tail -1 "$folder/soak.log"
checked "$(url "$((port + 1))")"
