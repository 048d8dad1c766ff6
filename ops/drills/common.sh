# What the drills share: PostgreSQL servers and registries of their own, in a temporary folder. Sourced by them, not run.
set -euo pipefail
[ "${1:-}" != --help ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit 0; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
bin=${PG_BIN:-$(pg_config --bindir)} # the programs of PostgreSQL
port=${DRILL_PORT:-55430}            # the first of the ports; ten are used
rows=${DRILL_ACCOUNTS:-2000}         # invented accounts
folder=$(mktemp -d)
export PGOPTIONS='-c client_min_messages=warning'
chmod 711 "$folder"
started=$(date +%s)

say() { printf '%3d s  %s\n' "$(($(date +%s) - started))" "$*"; }
fail() { say "FAILED: $*"; exit 1; }

# PostgreSQL does not run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && exec runuser -u "${PG_USER:-postgres}" -- "$@"); else "$@"; fi; }
folder_of() { local path="$folder/$1"; mkdir -p "$path"; [ "$(id -u)" != 0 ] || chown "${PG_USER:-postgres}" "$path"; chmod 700 "$path"; echo "$path"; }

make_server() { as_postgres "$bin/initdb" --auth=trust --username=registry --encoding=UTF8 --no-sync -D "$(folder_of "$1")" >/dev/null; }
# start_server NAME PORT [setting ...]
start_server() {
  local name=$1 at=$2 options='' setting
  shift 2
  for setting in "$@"; do options+=" -c $setting"; done
  as_postgres "$bin/pg_ctl" -w -D "$folder/$name" -l "$folder/$name/log" start -o "-p $at -c listen_addresses=127.0.0.1 -c unix_socket_directories=''$options" >/dev/null || { tail -5 "$folder/$name/log"; fail "PostgreSQL did not start"; }
  servers+=("$name")
}
stop_server() { as_postgres "$bin/pg_ctl" -D "$folder/$1" stop -m "${2:-fast}" >/dev/null; }
url() { echo "postgres://registry@127.0.0.1:$1/${2:-registry}"; }
sql() { "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 "$1" -c "$2"; }

registry() { (cd "$root" && DATABASE_URL=$1 NODE_ENV=production exec node --enable-source-maps scripts/run.mjs src/cli/registry.js "${@:2}"); }
new_registry() {
  sql "$(url "$1" postgres)" 'create database registry' && registry "$(url "$1")" migrate >/dev/null && registry "$(url "$1")" demo --accounts "$rows" --quiet >/dev/null
  say "a registry of $rows invented accounts"
}
# checked URL: the whole of `registry check`, which ends with 1 if it found a problem.
checked() { registry "$1" check >"$folder/check.out" 2>&1 || { tail -5 "$folder/check.out"; fail 'check found problems'; }; say "check: $(tail -1 "$folder/check.out")"; }

servers=()
processes=()
tidy() {
  local each
  for each in "${processes[@]}"; do kill "$each" 2>/dev/null || true; done
  wait 2>/dev/null || true
  for each in "${servers[@]}"; do stop_server "$each" immediate 2>/dev/null || true; done
  rm -rf "$folder"
}
trap tidy EXIT

# start_node PORT URL: one node of the registry; waits until it is ready.
start_node() {
  (cd "$root" && exec env DATABASE_URL="$2" NODE_ENV=production PORT="$1" LOG_LEVEL=warn REGISTRY_RATE_LIMITS=off ${DRILL_SETTINGS:-} node --enable-source-maps --max-semi-space-size=32 scripts/run.mjs src/main.js) >>"$folder/node-$1.log" 2>&1 &
  node_process=$!
  processes+=("$node_process")
  wait_ready "$1"
}
wait_ready() {
  for _ in $(seq 300); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$1/readyz")" != 200 ] || return 0
    sleep 0.2
  done
  tail -5 "$folder/node-$1.log"
  fail "the node on port $1 did not become ready"
}
