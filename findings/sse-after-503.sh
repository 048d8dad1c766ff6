#!/usr/bin/env bash
# A restart behind a proxy ends an EventSource for good, and one client never comes back after a clean end.
#
# The good guess: an EventSource reconnects by itself ("retry:" says when), so a restart costs a moment: the stream
#   ends, the proxy answers 503 for a second, the stream goes on from Last-Event-ID.
# What happens: the HTML standard (section 9.2.2) lets a client reconnect after a lost connection, but any answer other
#   than 200 fails it for good. eventsource 5.1.5 and the EventSource of undici 7.30.2 do so: one 503 between two
#   streams and they are closed, with one error event that looks like the one before it. eventsource-client 1.2.0 asks
#   again. @microsoft/fetch-event-source 2.0.1 does not even ask a second time: a stream that the server ends is
#   "done".
#   Remedy: in the error handler, look at readyState; 2 (closed) needs a new EventSource from the stored id.
# Who is hurt: a page that follows revocations, left open overnight while the registry is updated: it shows yesterday.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts eventsource@5.1.5 eventsource-client@1.2.0 undici@7.30.2 @microsoft/fetch-event-source@2.0.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { fetchEventSource } from '@microsoft/fetch-event-source';
import { EventSource } from 'eventsource';
import { createEventSource } from 'eventsource-client';
import { EventSource as UndiciEventSource } from 'undici';

const stream = (text, ends) => (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(text);
  if (ends) setTimeout(() => response.end(), 50);
};
const restart = [
  stream('retry: 100\nid: 1\ndata: before\n\n', true),
  (response) => response.writeHead(503, { 'retry-after': '1' }).end(),
  stream('id: 2\ndata: after\n\n', false),
];

function standard(Source) {
  return (url, heard) => {
    const source = new Source(url);
    source.onmessage = ({ data }) => heard(data);
    source.onerror = () => heard(source.readyState === 2 ? 'closed' : 'lost');
    return () => source.close();
  };
}
function byClient(url, heard) {
  const source = createEventSource({ url, onMessage: ({ data }) => heard(data) });
  return () => source.close();
}
// Written for browsers: it looks at the visibility of the page.
globalThis.document = { hidden: false, addEventListener() {}, removeEventListener() {} };
globalThis.window = globalThis;
function byFetch(url, heard) {
  const stop = new AbortController();
  void fetchEventSource(url, { signal: stop.signal, onmessage: ({ data }) => data && heard(data) }).then(() => heard('done'));
  return () => stop.abort();
}

async function follow(client) {
  const heard = [];
  let asked = 0;
  const server = createServer((_request, response) => restart[Math.min(asked++, 2)](response));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = client(`http://127.0.0.1:${server.address().port}/`, (word) => heard.push(word));
  await new Promise((later) => setTimeout(later, 5000));
  stop();
  server.close();
  server.closeAllConnections();
  return { heard: heard.join(', '), asked };
}
const clients = { 'eventsource 5.1.5': standard(EventSource), 'undici 7.30.2': standard(UndiciEventSource), 'eventsource-client 1.2.0': byClient, 'fetch-event-source 2.0.1': byFetch };
const seen = await Promise.all(Object.values(clients).map(follow));
console.table(Object.fromEntries(Object.keys(clients).map((name, at) => [name, seen[at]])));

const closed = { heard: 'before, lost, closed', asked: 2 };
assert.deepEqual(seen, [closed, closed, { heard: 'before, after', asked: 3 }, { heard: 'before, done', asked: 1 }]);
process.exit(0);
JS
node --no-warnings try.mjs
