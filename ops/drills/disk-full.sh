#!/usr/bin/env bash
# Drill: the disk of PostgreSQL fills up under load, and is given room again.
#
# PostgreSQL keeps its data on a small file system in memory (tmpfs), so this drill needs root. A writer and readers ask one
# node while a file takes the room that is left. Until there is room again, reads must be answered; what cannot be stored
# must be answered 503 with Retry-After, never 200 and never as a fault of the registry; /readyz must stay 200 and say
# `storage`. Afterwards everything that was acknowledged must be there, once, and `registry check` must find no problem.
#
#   ops/drills/disk-full.sh                      PG_BIN=/usr/lib/postgresql/18/bin DRILL_ACCOUNTS=2000 DRILL_DISK=400m

source "$(dirname "$0")/common.sh"
[ "$(id -u)" = 0 ] || fail 'it mounts a tmpfs, which takes root'

disk=$(folder_of full)
mount -t tmpfs -o "size=${DRILL_DISK:-400m},mode=700" tmpfs "$disk"
trap 'tidy_drill' EXIT
tidy_drill() { tidy 2>/dev/null || true; umount "$disk"; rm -rf "$folder"; }
chown "${PG_USER:-postgres}" "$disk"
# The log of the server goes beside the disk, not onto it.
make_server full
start_server full "$port" max_wal_size=96MB min_wal_size=32MB
new_registry "$port"
key=$(registry "$(url "$port")" keys make --scope staff --holder Drill 2>/dev/null | grep -o 'cor_[A-Za-z0-9_-]*' | head -1)
start_node "$((port + 5))" "$(url "$port")"
node "$root/ops/drills/load.mjs" "$folder/load.json" "$key" "http://127.0.0.1:$((port + 5))" &
load=$!
processes+=("$load")
sleep 4
say "the load runs; free: $(df -m --output=avail "$disk" | tail -1 | tr -d ' ') MB"

dd if=/dev/zero of="$disk/filler" bs=64k 2>/dev/null || true
say 'the disk is full'
ask() { curl -s -D "$folder/headers" -o "$folder/body" -w '%{http_code}' "http://127.0.0.1:$((port + 5))/graphql" -H 'content-type: application/json' -H "authorization: Bearer $key" -d "$1"; }
refused=0
again=0
for at in $(seq 40); do
  code=$(ask "{\"query\":\"mutation { createOrganization(input: { legalName: \\\"Full $at (synthetic) Ltd.\\\", idempotencyKey: \\\"full-$at\\\" }) { __typename } }\"}")
  case $code in
    200) grep -q '"errors"' "$folder/body" && { cat "$folder/body"; fail 'a write that failed was answered 200'; } ;;
    503) refused=$((refused + 1)); grep -qi '^retry-after:' "$folder/headers" || fail '503 without Retry-After' ;;
    *) cat "$folder/body"; fail "a write was answered $code" ;;
  esac
  grep -q INTERNAL "$folder/body" && fail 'a full disk was called a fault of the registry'
  # A busy machine may tell a reader to come back, whatever its disk.
  for _ in $(seq 20); do
    read=$(ask '{"query":"{ verify(subject: { wsibAccount: \"9000001\" }) { standing } }"}')
    [ "$read" = 503 ] || break
    again=$((again + 1))
    sleep 1
  done
  [ "$read" = 200 ] || { cat "$folder/body"; fail "a read was answered $read"; }
  sleep 0.1
done
lost=$(awk '/ERROR: .*No space left/ { full = 1 } /STATEMENT: / { if (full && $0 ~ /STATEMENT: +(select|with) /) print; full = 0 }' "$folder/full/log")
[ -z "$lost" ] || { echo "$lost" | tail -3; fail 'a read failed for want of room'; }
[ "$refused" -gt 0 ] || fail 'no write was refused: the disk was not full'
ready=$(curl -s -w ' %{http_code}' "http://127.0.0.1:$((port + 5))/readyz")
say "40 writes: $refused answered 503; 40 reads answered, $again told to come back; /readyz: $ready"
grep -q 200 <<<"$ready" && grep -q storage <<<"$ready" || fail '/readyz does not say that storing failed'

rm "$disk/filler"
say 'there is room again'
sleep 6
kill -TERM "$load" && wait "$load" || fail 'the load ended with an error'
node -e 'const { written, refused, waited, reads, failed, stoodStill } = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(`       ${written.length} writes acknowledged, ${waited} told to wait, ${refused} failed; ${reads} reads, ${failed} failed; writing stood still for ${stoodStill.writes} ms`)' "$folder/load.json"
node -e 'for (const name of JSON.parse(require("fs").readFileSync(process.argv[1])).written) console.log(name)' "$folder/load.json" | sort >"$folder/acknowledged"
sql "$(url "$port")" "select legal_name from organization where legal_name like 'Drill %'" | sort >"$folder/stored"
missing=$(comm -23 "$folder/acknowledged" "$folder/stored" | wc -l)
[ "$missing" = 0 ] || fail "$missing acknowledged writes are missing"
[ "$(uniq -d "$folder/stored" | wc -l)" = 0 ] || fail 'a write was made twice'
say 'everything acknowledged is there, once'
checked "$(url "$port")"
