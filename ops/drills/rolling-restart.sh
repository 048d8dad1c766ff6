#!/usr/bin/env bash
# Drill: two nodes behind nginx are restarted one after the other, under load.
#
# nginx has the settings of docs/scale.md. A writer and four readers go through it all the while; each node gets SIGTERM
# and is started again once it is gone. No request may fail: nginx passes one whose connection was refused or broke to the
# other node, a node that is leaving answers for REGISTRY_DRAIN_MS, and a 503 that says when to come back is heeded.
#
#   ops/drills/rolling-restart.sh                PG_BIN=/usr/lib/postgresql/18/bin DRILL_ACCOUNTS=2000
#
# It needs nginx on the path.

source "$(dirname "$0")/common.sh"

front=$((port + 8))
first=$((port + 5))
second=$((port + 6))
make_server only
start_server only "$port"
new_registry "$port"
key=$(registry "$(url "$port")" keys make --scope staff --holder Drill 2>/dev/null | grep -o 'cor_[A-Za-z0-9_-]*' | head -1)

DRILL_SETTINGS='REGISTRY_DRAIN_MS=2000 REGISTRY_TRUST_PROXY=1'
start_node "$first" "$(url "$port")"
first_process=$node_process
start_node "$second" "$(url "$port")"
second_process=$node_process

mkdir "$folder/nginx"
cat >"$folder/nginx.conf" <<END
daemon off;
error_log $folder/nginx/error.log;
pid $folder/nginx/pid;
events {}
http {
  access_log off;
  client_body_temp_path $folder/nginx/body;
  proxy_temp_path $folder/nginx/proxy;
  upstream registry {
    server 127.0.0.1:$first max_fails=0;
    server 127.0.0.1:$second max_fails=0;
    keepalive 32;
  }
  map \$http_upgrade \$connection_upgrade { default upgrade; '' ''; }
  server {
    listen 127.0.0.1:$front;
    client_max_body_size 26m;
    location / {
      proxy_pass http://registry;
      proxy_http_version 1.1;
      proxy_set_header Host \$http_host;
      proxy_set_header X-Forwarded-For \$remote_addr;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection \$connection_upgrade;
      proxy_next_upstream error non_idempotent;
    }
  }
}
END
nginx -c "$folder/nginx.conf" -e "$folder/nginx/error.log" &
processes+=($!)
wait_ready "$front"
say 'two nodes behind nginx'

node "$root/ops/drills/load.mjs" "$folder/load.json" "$key" "http://127.0.0.1:$front" &
load=$!
processes+=("$load")
sleep 5
for each in "$first:$first_process" "$second:$second_process"; do
  kill -TERM "${each#*:}"
  wait "${each#*:}" || fail "the node on port ${each%:*} did not end with 0"
  start_node "${each%:*}" "$(url "$port")"
  say "the node on port ${each%:*} was restarted"
  sleep 2
done
kill -TERM "$load" && wait "$load" || fail 'the load ended with an error'
node -e 'const { written, refused, reads, failed, waited, stoodStill } = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(`       ${written.length} writes, ${refused} not acknowledged; ${reads} reads, ${failed} failed, ${waited} told to come back and did; the longest wait was ${Math.max(stoodStill.writes, stoodStill.reads)} ms`); process.exit(refused + failed ? 1 : 0)' "$folder/load.json" || fail 'requests failed'
