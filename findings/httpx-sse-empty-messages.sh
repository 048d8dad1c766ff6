#!/usr/bin/env bash
# Once an event had an id, each keep-alive of the server is an empty message to a Python client, and a 503 is a stream that ended well.
#
# The good guess: a library for server-sent events gives the events that a browser would: a comment, a retry or an id on its own gives none (HTML standard, section 9.2.6: if the data
#   buffer is empty, no event is dispatched), and an answer that is no stream is an error.
# What happens with httpx-sse 0.4.0 (Python; the same with 0.4.3): a block without data gives an event with empty data if it has a retry or an id, its own or an
#   earlier one's (httpx_sse/_decoders.py). So ": keep-alive" is silent until the first id, and from then on each one is a message "" with the last id, on which sse.json() raises JSONDecodeError; a first line "retry: 3000" is one
#   as well. A byte order mark makes the first event vanish. Answers 503 and 204 of the type text/event-stream give no events and no error, like
#   a stream that has ended; without that type, SSEError. Comments after an id are known to its authors (issue 35).
#   Remedy: `if sse.data:` before anything else, and event_source.response.raise_for_status().
# Who is hurt: a program that follows revocations: it stops at the first quiet half minute, or takes a server that is away for a feed with nothing new.
# Needs apt-get of Debian and Python 3.11 or later: it unpacks packages of Debian into a temporary folder, and installs none.
set -euo pipefail
command -v apt-get >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'needs apt-get of Debian and Python 3.11 or later'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-httpx-sse=0.4.0-*' 'python3-httpx=0.28.1-*' 'python3-httpcore=1.0.7-*' 'python3-h11=0.14.0-*' 'python3-anyio=4.8.0-*' 'python3-sniffio=1.3.1-*' 'python3-idna=3.10-*' 'python3-certifi=2025.1.31*' 'python3-typing-extensions=4.13.2-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
from httpx_sse import connect_sse

event = 'id: 7\ndata: {"revoked": 1}\n\n'
streams = {
    'keep-alive before an id': (200, ': keep-alive\n\n' + event),
    'keep-alive after an id': (200, event + ': keep-alive\n\n'),
    'retry first': (200, 'retry: 3000\n\n' + event),
    'byte order mark': (200, '\ufeffdata: first\n\n' + event),
    '503': (503, ''),
    '204': (204, ''),
}


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        status, text = list(streams.values())[int(self.path[1:])]
        self.send_response(status)
        self.send_header('content-type', 'text/event-stream')
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


server = HTTPServer(('127.0.0.1', 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
seen = {}
with httpx.Client() as client:
    for at, name in enumerate(streams):
        with connect_sse(client, 'GET', f'http://127.0.0.1:{server.server_port}/{at}') as source:
            seen[name] = [(sse.id, sse.data) for sse in source.iter_sse()]
        print(f'{name:24}', seen[name])

revoked = ('7', '{"revoked": 1}')
assert seen == {
    'keep-alive before an id': [revoked],
    'keep-alive after an id': [revoked, ('7', '')],
    'retry first': [('', ''), revoked],
    'byte order mark': [revoked],
    '503': [],
    '204': [],
}
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py
