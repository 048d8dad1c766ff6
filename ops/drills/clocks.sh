#!/usr/bin/env bash
# Drill: clocks that are wrong, of a node and of the database, forwards and backwards, and the nights on which clocks change.
#
# A node whose clock is a year off must not be ready and must publish nothing early; a database whose clock is off makes every
# node say so. Where database and nodes are ahead together, as on one host, days are published early: `check` must find them
# and `repair-days` set them right. Where both were behind, what is recorded meanwhile must be there, and nothing damaged. On
# both nights the day must change at midnight in Toronto.
#
#   ops/drills/clocks.sh                         PG_BIN=/usr/lib/postgresql/18/bin DRILL_ACCOUNTS=300 FAKETIME=/path/libfaketimeMT.so.1
#
# It needs libfaketime.

DRILL_ACCOUNTS=${DRILL_ACCOUNTS:-300}
source "$(dirname "$0")/common.sh"
fake=${FAKETIME:-$(ls /usr/lib/*/faketime/libfaketimeMT.so.1 2>/dev/null | head -1)}
[ -n "$fake" ] || fail 'libfaketime was not found: set FAKETIME'
unset FAKETIME

# Each clock is a file, which a process reads anew: +0, +365d, or seconds.
clock() { printf '%s\n' "$2" >"$folder/clock-$1"; chmod 644 "$folder/clock-$1"; }
faked() { echo "LD_PRELOAD=$fake FAKETIME_TIMESTAMP_FILE=$folder/clock-$1 FAKETIME_CACHE_DURATION=1 FAKETIME_DONT_FAKE_MONOTONIC=1 DONT_FAKE_MONOTONIC=1 TZ=UTC"; }
both() { clock database "$1"; clock node "$1"; }
node_on() { DRILL_SETTINGS=$(faked node) start_node "$@"; }
command_in_time() { (cd "$root" && exec env $(faked node) DATABASE_URL="$(url "$port")" NODE_ENV=production node --enable-source-maps scripts/run.mjs src/cli/registry.js "$@"); }
at() { echo "http://127.0.0.1:$((port + 5))$1"; }
ready() { curl -s "$(at /readyz)"; }
# until_ready PATTERN: waits until /readyz says so.
until_ready() {
  for _ in $(seq 60); do
    grep -qE "$1" <<<"$(ready)" && return 0
    sleep 0.5
  done
  fail "/readyz says $(ready), not $1"
}
of() { sql "$(url "$port")" "$1"; }
early() { of "select count(*) from change c where c.recording_id is null and c.effective_on > current_date + 1"; }
stop_node() { kill "$node_process" && wait "$node_process" || true; }
write() {
  curl -s "$(at /graphql)" -H 'content-type: application/json' -H "authorization: Bearer $key" \
    -d "{\"query\":\"mutation { createOrganization(input: { legalName: \\\"$1 (synthetic) Ltd.\\\", idempotencyKey: \\\"$1\\\" }) { ... on Organization { id } } }\"}" | grep -q '"id"' || fail "not recorded: $1"
}

both +0
make_server clocks
env_of_database=($(faked database))
export "${env_of_database[@]}"
start_server clocks "$port"
unset LD_PRELOAD FAKETIME_TIMESTAMP_FILE FAKETIME_CACHE_DURATION FAKETIME_DONT_FAKE_MONOTONIC DONT_FAKE_MONOTONIC TZ
new_registry "$port"
key=$(registry "$(url "$port")" keys make --scope staff --holder Drill 2>/dev/null | grep -o 'cor_[A-Za-z0-9_-]*' | head -1)
place() { of 'select swept_through from sweep'; }

node_on "$((port + 5))" "$(url "$port")"
for off in +365d -365d; do
  clock node "$off"
  until_ready "clock of this machine is [0-9]+ seconds"
  sleep 3
  [ "$(early)" = 0 ] || fail "a node at $off published early"
  [ "$(place)" = "$(of 'select registry_today()')" ] || fail "swept to $(place)"
  say "a node at $off: $(ready); nothing published early"
  clock node +0
  until_ready '"ready"'
done
for off in +365d -365d; do
  before=$(early)
  clock database "$off"
  until_ready "clock of this machine is [0-9]+ seconds"
  sleep 3
  [ "$(early)" = "$before" ] || fail "the database at $off: published early"
  say "the database at $off: $(ready); nothing published early"
  clock database +0
  until_ready '"ready"'
done
checked "$(url "$port")"

both +60d
sleep 1
for _ in $(seq 60); do [ "$(early)" = 0 ] || break; sleep 1; done
told=$(early)
[ "$told" -gt 0 ] || fail 'with both ahead, no day was published: the drill shows nothing'
write Ahead
stop_node
both +0
sleep 2
registry "$(url "$port")" check >"$folder/check.out" 2>&1 && fail 'check found nothing of the days published early'
say "both at +60d: $told changes told early; check: $(grep -c 'repair-days' "$folder/check.out") lines name repair-days"
registry "$(url "$port")" repair-days >"$folder/repair.out" 2>&1 || { cat "$folder/repair.out"; fail 'repair-days'; }
say "repair-days: $(tail -1 "$folder/repair.out")"
[ "$(place)" = "$(of 'select registry_today()')" ] || fail "swept to $(place)"
checked "$(url "$port")"

both -60d
sleep 2
node_on "$((port + 5))" "$(url "$port")"
write Behind
sleep 3
say "both at -60d: $(ready); swept through $(place)"
stop_node
both +0
sleep 2
[ "$(place)" = "$(of 'select registry_today()')" ] || say "swept to $(place)"
[ "$(of "select count(*) from organization where legal_name like 'Behind%'")" = 1 ] || fail 'what was recorded behind is not there'
command_in_time audit-log verify >"$folder/verify.out" 2>&1 || { cat "$folder/verify.out"; fail 'the chain'; }
checked "$(url "$port")"

# Midnight before and after each of the two nights: Toronto is 5 hours behind in winter, 4 in summer.
node_on "$((port + 5))" "$(url "$port")"
for midnight in '2027-03-14 05:00' '2027-03-15 04:00' '2027-11-07 04:00' '2027-11-08 05:00'; do
  day=${midnight% *}
  both "+$(($(date -ud "$midnight" +%s) - 40 - $(date +%s)))"
  yesterday=$(date -ud "$day - 1 day" +%F)
  for _ in $(seq 60); do [ "$(place)" != "$yesterday" ] || break; sleep 0.5; done
  [ "$(place)" = "$yesterday" ] || fail "before $midnight UTC: swept through $(place), not $yesterday"
  for _ in $(seq 120); do [ "$(place)" = "$yesterday" ] || break; sleep 0.5; done
  at=$(of "select to_char(now() at time zone 'UTC', 'HH24:MI:SS')")
  [ "$(place)" = "$day" ] && [ "${at%:*}" = "${midnight#* }" ] || fail "swept through $(place) at $at UTC, not $day at $midnight"
  say "the day $day begins at $at UTC"
done
command_in_time check >"$folder/check.out" 2>&1 || { tail -5 "$folder/check.out"; fail 'check found problems'; }
say "check: $(tail -1 "$folder/check.out")"
