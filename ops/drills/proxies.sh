#!/usr/bin/env bash
# Drill: what docs/scale.md says of nginx, haproxy, Varnish, Caddy and Apache is put around two nodes, one after the other.
#
# Through each: compressed answers, readiness, the caller's address, an upload of 20 MB, a WebSocket and an event stream that
# stay open and are not held back, a WebSocket whose Upgrade is dropped (426); then a node is restarted under load, and at
# last the database is stopped: what callers get must say when to come back (Retry-After).
#
#   ops/drills/proxies.sh                        DRILL_PROXIES='haproxy caddy' DRILL_ACCOUNTS=500
#
# It tries those of the five that are on the path.

source "$(dirname "$0")/common.sh"
PATH=$PATH:/usr/sbin

front=$((port + 8))
dropping=$((port + 7))
first=$((port + 5))
second=$((port + 6))
conf="$folder/proxy.conf"

nginx_starts() {
  mkdir -p "$folder/nginx"
  cat >"$conf" <<END
daemon off;
error_log $folder/nginx/error.log;
pid $folder/nginx/pid;
events {}
http {
  access_log off;
  client_body_temp_path $folder/nginx/body;
  proxy_temp_path $folder/nginx/proxy;
  upstream registry { server 127.0.0.1:$first max_fails=0; server 127.0.0.1:$second max_fails=0; keepalive 32; }
  map \$http_upgrade \$connection_upgrade { default upgrade; '' ''; }
  client_max_body_size 26m;
  proxy_http_version 1.1;
  server {
    listen 127.0.0.1:$front;
    location / {
      proxy_pass http://registry;
      proxy_set_header Host \$http_host;
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection \$connection_upgrade;
      proxy_next_upstream error non_idempotent;
      proxy_read_timeout 75s;
    }
    location /graphql/stream { proxy_pass http://registry; proxy_set_header Connection ''; proxy_buffering off; proxy_read_timeout 75s; }
  }
  server { listen 127.0.0.1:$dropping; location / { proxy_pass http://registry; } }
}
END
  nginx -c "$conf" -e "$folder/nginx/error.log"
}

haproxy_starts() {
  cat >"$conf" <<END
defaults
  mode http
  timeout connect 2s
  timeout client 75s
  timeout server 75s
  timeout tunnel 75s
  option forwardfor
  option redispatch
  retries 2
  retry-on conn-failure empty-response
  http-error status 503 content-type application/json string '{"errors":[{"message":"No server is ready.","extensions":{"code":"OVERLOADED"}}]}' hdr Retry-After 1
frontend front
  bind 127.0.0.1:$front
  default_backend registry
frontend dropping
  bind 127.0.0.1:$dropping
  http-request del-header Upgrade
  default_backend registry
backend registry
  balance roundrobin
  option httpchk GET /readyz
  default-server check inter 1s fall 2 rise 2
  server first 127.0.0.1:$first
  server second 127.0.0.1:$second
END
  haproxy -db -f "$conf"
}

varnish_starts() {
  mkdir -p "$folder/varnish" && chmod 755 "$folder" "$folder/varnish"
  cat >"$conf" <<END
vcl 4.1;
import directors;
probe ready { .url = "/readyz"; .interval = 1s; .timeout = 2s; .window = 3; .threshold = 2; .initial = 2; }
backend first { .host = "127.0.0.1"; .port = "$first"; .probe = ready; .first_byte_timeout = 75s; .between_bytes_timeout = 75s; }
backend second { .host = "127.0.0.1"; .port = "$second"; .probe = ready; .first_byte_timeout = 75s; .between_bytes_timeout = 75s; }
sub vcl_init { new registry = directors.round_robin(); registry.add_backend(first); registry.add_backend(second); }
sub vcl_recv {
  set req.backend_hint = registry.backend();
  if (local.socket != "dropping" && (req.http.Upgrade ~ "(?i)websocket" || req.url ~ "^/graphql/stream")) { return (pipe); }
  return (pass);
}
sub vcl_pipe { if (req.http.Upgrade) { set bereq.http.Upgrade = req.http.Upgrade; set bereq.http.Connection = req.http.Connection; } }
sub vcl_backend_error { set beresp.http.Retry-After = "1"; }
END
  chmod 644 "$conf"
  varnishd -F -n "$folder/varnish" -a "front=127.0.0.1:$front" -a "dropping=127.0.0.1:$dropping" -f "$conf" -s malloc,64m -p pipe_timeout=75
}

caddy_starts() {
  cat >"$conf" <<END
{
  admin off
  auto_https off
}
(registry) {
  health_uri /readyz
  health_interval 1s
  health_timeout 2s
  lb_try_duration 3s
}
http://127.0.0.1:$front {
  bind 127.0.0.1
  reverse_proxy 127.0.0.1:$first 127.0.0.1:$second {
    import registry
  }
  handle_errors {
    header Retry-After 1
    respond "No server is ready." {http.error.status_code}
  }
}
http://127.0.0.1:$dropping {
  bind 127.0.0.1
  reverse_proxy 127.0.0.1:$first {
    header_up -Upgrade
  }
}
END
  HOME="$folder" caddy run --adapter caddyfile --config "$conf"
}

apache_starts() {
  local modules=/usr/lib/apache2/modules each
  {
    for each in mpm_event authz_core headers slotmem_shm proxy proxy_http proxy_balancer lbmethod_byrequests proxy_hcheck; do
      echo "LoadModule ${each}_module $modules/mod_$each.so"
    done
    cat <<END
ServerName registry
PidFile $folder/apache.pid
DefaultRuntimeDir $folder
ErrorLog $folder/apache.log
$([ "$(id -u)" != 0 ] || printf 'User www-data\nGroup www-data\n')
Listen 127.0.0.1:$front
Listen 127.0.0.1:$dropping
ProxyTimeout 75
ProxyHCExpr ready {%{REQUEST_STATUS} =~ /^200/}
<Proxy balancer://registry>
  BalancerMember http://127.0.0.1:$first upgrade=websocket retry=1 hcmethod=GET hcuri=/readyz hcinterval=1 hcexpr=ready hcpasses=1 hcfails=1
  BalancerMember http://127.0.0.1:$second upgrade=websocket retry=1 hcmethod=GET hcuri=/readyz hcinterval=1 hcexpr=ready hcpasses=1 hcfails=1
</Proxy>
<VirtualHost 127.0.0.1:$front>
  ProxyPass / balancer://registry/
  Header always setifempty Retry-After 1 "expr=%{REQUEST_STATUS} == 503"
</VirtualHost>
<VirtualHost 127.0.0.1:$dropping>
  ProxyPass / http://127.0.0.1:$first/
</VirtualHost>
END
  } >"$conf"
  apache2 -X -f "$conf" -D FOREGROUND
}

# Started anew for each proxy, so that one that ends of itself or is killed leaves the others alone.
restart_first() {
  kill -TERM "$first_process"
  wait "$first_process" || fail 'the node did not end with 0'
  start_node "$first" "$(url "$port")"
  first_process=$node_process
}

tried() {
  local name=$1 proxy load
  ("${name}_starts") >"$folder/$name.out" 2>&1 &
  proxy=$!
  processes+=("$proxy")
  ln -sf "$folder/$name.out" "$folder/node-$front.log" # what `wait_ready` shows if it waits in vain
  wait_ready "$front"
  say "$name"
  node "$root/ops/drills/proxies.mjs" "http://127.0.0.1:$front" "http://127.0.0.1:$dropping" "$key" || failures=$((failures + 1))
  node "$root/ops/drills/load.mjs" "$folder/load.json" "$key" "http://127.0.0.1:$front" &
  load=$!
  processes+=("$load")
  sleep 3
  restart_first
  sleep 3
  kill -TERM "$load" && wait "$load" || failures=$((failures + 1))
  node -e 'const { written, refused, reads, failed } = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(`       a node restarted: ${written.length + reads} requests answered, ${refused + failed} failed`); process.exit(refused + failed ? 1 : 0)' "$folder/load.json" || failures=$((failures + 1))
  stop_server only
  sleep 5
  local code
  code=$(curl -s -o /dev/null -D "$folder/headers" -w '%{http_code}' -H 'content-type: application/json' -d '{"query":"{ verify(subject: { wsibAccount: \"9000001\" }) { standing } }"}' "http://127.0.0.1:$front/graphql")
  grep -qi '^retry-after: *[0-9]' "$folder/headers" && [ "$code" = 503 ] && echo '       without a database: 503 with Retry-After' || { echo "       without a database: $code, without Retry-After"; failures=$((failures + 1)); }
  kill -TERM "$(pgrep -P "$proxy" -o || echo "$proxy")" 2>/dev/null || true
  kill -TERM "$proxy" 2>/dev/null || true
  wait "$proxy" 2>/dev/null || true
  start_server only "$port"
  wait_ready "$first"
  wait_ready "$second"
}

make_server only
start_server only "$port"
new_registry "$port"
key=$(registry "$(url "$port")" keys make --scope staff --holder Drill 2>/dev/null | grep -o 'cor_[A-Za-z0-9_-]*' | head -1)
DRILL_SETTINGS="REGISTRY_UPLOADS_DIR=$folder/uploads REGISTRY_DRAIN_MS=4000 REGISTRY_TRUST_PROXY=1 REGISTRY_RATE_LIMITS=public.points=100000/1"
start_node "$first" "$(url "$port")"
first_process=$node_process
start_node "$second" "$(url "$port")"
say 'two nodes are ready'

failures=0
for name in ${DRILL_PROXIES:-nginx haproxy varnish caddy apache}; do
  program=$name
  [ "$name" != varnish ] || program=varnishd
  [ "$name" != apache ] || program=apache2
  if command -v "$program" >/dev/null; then tried "$name"; else say "$name is not on the path"; fi
done
[ "$failures" = 0 ] || fail "$failures of these"
