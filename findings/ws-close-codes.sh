#!/usr/bin/env bash
# A WebSocket that is closed as "forbidden" is reopened; one that is closed as "internal error" is not.
#
# The good guess: graphql-ws with retryAttempts carries on after any fault of the server (1011: RFC 6455 section 7.4.1,
#   "an unexpected condition"), as with 1001, 1006, 1012 and 1013, and gives up if it is refused (4403 Forbidden).
# What happens: graphql-ws 6.4.2 reports 1011 to the subscriber and stays closed, as with 4429 and 4500; but it
#   reopens after 4403. A server or proxy that says 1011 when it breaks down loses its subscribers for good; one
#   that says 4403 to a withdrawn key is asked again as often as retryAttempts allows. Even 1000 (normal) is
#   reopened.
#   Remedy: close with 1001, 1012 or 1013 if the client is to come back, with 4401 if it is not; shouldRetry is not
#   asked about the codes that the client considers fatal.
# Who is hurt: subscribers to revocations, who believe that no news is good news.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 graphql-ws@6.4.2 ws@8.23.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket, { WebSocketServer } from 'ws';

// Speaks just enough of graphql-transport-ws: one answer, then the first connection is closed with the code.
async function closeWith(code) {
  let connections = 0;
  let asked = 0;
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'graphql-transport-ws' });
  server.on('connection', (socket) => {
    const number = ++connections;
    socket.on('message', (bytes) => {
      const { type, id } = JSON.parse(bytes);
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type !== 'subscribe') return;
      socket.send(JSON.stringify({ id, type: 'next', payload: { data: { number } } }));
      if (number === 1) setTimeout(() => socket.close(code), 20);
    });
  });
  await new Promise((listening) => server.on('listening', listening));
  const client = createClient({
    url: `ws://127.0.0.1:${server.address().port}`,
    webSocketImpl: WebSocket,
    retryAttempts: 3,
    retryWait: async () => {},
    shouldRetry: () => Boolean(++asked),
  });
  let outcome = 'waits';
  client.subscribe({ query: 'subscription { number }' }, {
    next: ({ data }) => (outcome = data.number > 1 ? 'goes on' : outcome),
    error: () => (outcome = 'is over'),
    complete: () => (outcome = 'completes'),
  });
  await new Promise((later) => setTimeout(later, 400));
  for (const socket of server.clients) socket.terminate();
  await client.dispose();
  server.close();
  return { outcome, shouldRetryAsked: asked > 0 };
}

const comesBack = [1000, 1001, 1012, 1013, 4403];
const staysClosed = [1011, 4401, 4429, 4500];
const seen = {};
for (const code of [...comesBack, ...staysClosed]) seen[code] = await closeWith(code);
console.log('graphql-ws 6.4.2, a subscription after the server closed with the code:');
console.table(seen);
for (const code of comesBack) assert.equal(seen[code].outcome, 'goes on');
for (const code of staysClosed) assert.deepEqual(seen[code], { outcome: 'is over', shouldRetryAsked: false });
process.exit(0);
JS
node try.mjs
