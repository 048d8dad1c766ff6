#!/usr/bin/env bash
# Drill: the registry of an instant, from a base backup and the archived write-ahead log.
#
# A registry is loaded and backed up while PostgreSQL runs. A city is corrected, the instant is noted, and the city is
# corrected again. The backup is restored to the instant: afterwards the first correction must be there, the second must
# not, and `registry check` must find no problem.
#
#   ops/drills/restore-to-an-instant.sh          PG_BIN=/usr/lib/postgresql/18/bin DRILL_ACCOUNTS=2000
#
# It needs the programs of PostgreSQL 15 or newer and a built registry (npm ci), and leaves nothing behind.

source "$(dirname "$0")/common.sh"

archive=$(folder_of archive)
make_server first
start_server first "$port" archive_mode=on "archive_command='cp %p $archive/%f'" wal_level=replica
new_registry "$port"

as_postgres "$bin/pg_basebackup" -d "$(url "$port" postgres)" -D "$(folder_of second)" -X none --checkpoint=fast --no-sync
say "base backup: $(du -sm "$folder/second" | cut -f1) MB"

sql "$(url "$port")" "update organization set city = 'Kept' where id = (select id from organization order by id limit 1)"
# With an offset in figures: a time without one is ambiguous in the night when clocks go back.
instant=$(sql "$(url "$port")" "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'")
sleep 1
sql "$(url "$port")" "update organization set city = 'Lost' where city = 'Kept'"
sql "$(url "$port")" 'select pg_switch_wal()' >/dev/null
sleep 1
say "the instant: $instant"
stop_server first

restoring=$(date +%s%3N)
as_postgres touch "$folder/second/recovery.signal"
start_server second "$((port + 1))" archive_mode=off "restore_command='cp $archive/%f %p'" "recovery_target_time='$instant'" recovery_target_action=promote
for _ in $(seq 300); do [ "$(sql "$(url "$((port + 1))")" 'select pg_is_in_recovery()')" = t ] || break; sleep 0.2; done
say "restored in $(($(date +%s%3N) - restoring)) ms"

kept=$(sql "$(url "$((port + 1))")" "select count(*) from organization where city = 'Kept'")
lost=$(sql "$(url "$((port + 1))")" "select count(*) from organization where city = 'Lost'")
[ "$kept" = 1 ] || fail 'what was written before the instant is missing'
[ "$lost" = 0 ] || fail 'what was written after the instant is there'
say 'what was written before the instant is there, what was written after it is not'
checked "$(url "$((port + 1))")"
