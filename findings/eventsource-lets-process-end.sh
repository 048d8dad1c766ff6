#!/usr/bin/env bash
# A program that only listens to an EventSource ends, with success, when the connection breaks.
#
# The good guess: an EventSource keeps its program alive as an open socket does. The HTML standard (section 9.2.3) has it
#   reconnect after a break, so a follower written with nothing else runs for as long as it is not closed.
# What happens: eventsource 5.1.5 and the EventSource of undici 7.30.2 take the timer of their next attempt out of the
#   event loop's count (`unref`). While they are connected the socket holds the program; between two attempts nothing
#   does. So the first restart of the server ends a program that has no other work: exit code 0, one error event with
#   readyState 0 ("connecting"), no message. eventsource 4.1.1 and eventsource-client 1.2.0 stay and connect again, so
#   that an update within one library changes it.
#   Remedy: hold the program by a timer, a server or a signal handler's promise, or restart it whatever its exit code.
# Who is hurt: a follower of revocations that a supervisor starts again "on failure": it ends well, and stays away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts eventsource@5.1.5 eventsource-4@npm:eventsource@4.1.1 eventsource-client@1.2.0 undici@7.30.2

cat > listen.mjs <<'JS'
const [, , library, url] = process.argv;
const { EventSource, createEventSource } = await import(library);
if (EventSource) new EventSource(url).onmessage = ({ data }) => console.log(data);
else createEventSource({ url, onMessage: ({ data }) => console.log(data) });
JS

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A stream that ends after its first message, as at a restart; whoever comes back gets another message. */
async function follow(library) {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`retry: 300\ndata: ${asked}\n\n`);
    if (asked === 1) setTimeout(() => response.end(), 200);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${server.address().port}/`;
  const program = spawn(process.execPath, ['--no-warnings', 'listen.mjs', library, url]);
  let heard = '';
  program.stdout.on('data', (text) => (heard += text));
  const stays = setTimeout(() => program.kill(), 6000);
  const [code] = await once(program, 'close');
  clearTimeout(stays);
  server.close();
  server.closeAllConnections();
  return { heard: heard.trim().split('\n').join(', '), asked, 'ended by itself': code === 0 };
}

const libraries = { 'eventsource 5.1.5': 'eventsource', 'eventsource 4.1.1': 'eventsource-4', 'eventsource-client 1.2.0': 'eventsource-client', 'undici 7.30.2': 'undici' };
const seen = await Promise.all(Object.values(libraries).map(follow));
console.table(Object.fromEntries(Object.keys(libraries).map((name, at) => [name, seen[at]])));

const stays = { heard: '1, 2', asked: 2, 'ended by itself': false };
const ends = { heard: '1', asked: 1, 'ended by itself': true };
assert.deepEqual(seen, [ends, stays, stays, ends]);
JS
node try.mjs
