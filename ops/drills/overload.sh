#!/usr/bin/env bash
# Drill: one node is asked by 16, 64, 256 and 640 connections at once.
#
# Each asks again as soon as it is answered, and waits as long as a 503 says. With 640 the node must still answer at least
# 80 % of what it answered at its best, refuse within 100 ms (p99), and answer /healthz within a second (p99), so that a
# balancer does not take a busy node for a dead one.
#
#   ops/drills/overload.sh                       PG_BIN=/usr/lib/postgresql/18/bin DRILL_SECONDS=15
#
# The crowd shares the machine with the node: run it where nothing else runs.

source "$(dirname "$0")/common.sh"

make_server only
start_server only "$port"
new_registry "$port"
start_node "$((port + 5))" "$(url "$port")"
node "$root/ops/drills/crowd.mjs" "http://127.0.0.1:$((port + 5))" 16 5 >/dev/null # until it is warm
for connections in 16 64 256 640; do
  node "$root/ops/drills/crowd.mjs" "http://127.0.0.1:$((port + 5))" "$connections" "${DRILL_SECONDS:-15}" | tee -a "$folder/crowds"
done
node -e '
  const crowds = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const best = Math.max(...crowds.map(({ perSecond }) => perSecond));
  const { perSecond, refusedP99, healthP99, failed } = crowds.at(-1);
  console.log(`with 640: ${Math.round((100 * perSecond) / best)} % of the best; refusals ${refusedP99} ms, /healthz ${healthP99} ms (p99); ${failed} failed`);
  process.exit(perSecond >= 0.8 * best && refusedP99 <= 100 && healthP99 <= 1000 && failed === 0 ? 0 : 1);
' "$folder/crowds" || fail 'the node does not hold what it promises under load'
