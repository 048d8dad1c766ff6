#!/usr/bin/env bash
# With retries switched on, a Python client sends a mutation again after a 504, although the first may have done its work.
#
# The good guess: "retries" repeats what may be repeated. urllib3, which does the work here, leaves POST alone unless it is told otherwise, because a second request
#   may do the thing twice; a GraphQL client can see which operations are mutations.
# What happens with gql 3.6.0b4 (Python; the same with 4.3.0b3): RequestsHTTPTransport(retries=3) asks urllib3 to repeat every method (allowed_methods=None in
#   gql/transport/requests.py), since queries go by POST as well, and does not look at the document. After 429, 500, 502, 503 or 504 the same mutation, with the same variables, is sent again within
#   seconds. Its docstring says "performing retries", and nothing of mutations. Without retries it is sent once.
#   Remedy: two clients, the one with retries for queries alone; or an Idempotency-Key if the server takes one.
# Who is hurt: an integrator who records audits or decisions through a proxy that gives up sooner than the server: one call, two records, and a result that says
#   it was one.
# Needs apt-get of Debian and Python 3.11: it unpacks packages of Debian into a temporary folder, and installs none.
set -euo pipefail
command -v apt-get >/dev/null && command -v python3.11 >/dev/null || { echo 'needs apt-get of Debian and Python 3.11'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' bookworm trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-gql=3.6.0~b4-*' 'python3-graphql-core=3.2.6-*' 'python3-backoff=2.2.1-*' 'python3-anyio=4.8.0-*' 'python3-sniffio=1.3.1-*' 'python3-idna=3.10-*' 'python3-typing-extensions=4.13.2-*' 'python3-yarl=1.8.2-*' 'python3-multidict=6.0.4-*' 'python3-requests=2.32.3*' 'python3-requests-toolbelt=1.0.0-*' 'python3-urllib3=2.3.0-*' 'python3-certifi=2025.1.31*' 'python3-charset-normalizer=3.4.2-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

logging.disable()
records = []


class Server(BaseHTTPRequestHandler):
    """Records each audit that it is sent; a proxy before it is too impatient for the first two answers."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers['content-length'])))
        records.append(asked['variables']['score'])
        answer = json.dumps({'data': {'recordAudit': len(records)}}).encode() if len(records) > 2 else b'Gateway Timeout'
        self.send_response(200 if len(records) > 2 else 504)
        self.send_header('content-type', 'application/json' if len(records) > 2 else 'text/plain')
        self.send_header('content-length', str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = HTTPServer(('127.0.0.1', 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
mutation = gql('mutation Record($score: Int!) { recordAudit(score: $score) }')
seen = {}
for retries in (0, 3):
    records.clear()
    client = Client(transport=RequestsHTTPTransport(f'http://127.0.0.1:{server.server_port}/', retries=retries))
    try:
        result = client.execute(mutation, variable_values={'score': 91})
    except Exception as error:
        result = type(error).__name__
    seen[retries] = (result, records[:])
    print(f'retries={retries}: the server recorded {records}, the caller got {result}')

assert seen == {0: ('TransportServerError', [91]), 3: ({'recordAudit': 3}, [91, 91, 91])}
PY
PYTHONPATH=usr/lib/python3/dist-packages python3.11 -S try.py
