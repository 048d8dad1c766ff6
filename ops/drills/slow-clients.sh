#!/usr/bin/env bash
# Drill: clients that only seem to be there: one sends half its headers, one half a body, others read nothing of what they asked for.
#
# The node must end the first after 10 seconds, the second after 15 (408), and the others when nothing has moved for 20.
#
#   ops/drills/slow-clients.sh                   PG_BIN=/usr/lib/postgresql/18/bin

source "$(dirname "$0")/common.sh"

make_server only
start_server only "$port"
new_registry "$port"
start_node "$((port + 5))" "$(url "$port")"
say 'a node is ready'
node "$root/ops/drills/slow-clients.mjs" "$((port + 5))" || fail 'a client was left waiting'
