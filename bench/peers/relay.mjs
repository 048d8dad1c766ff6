// A relay between a contender and PostgreSQL that counts the statements which pass: a bound statement, or a simple query.
import { connect, createServer } from 'node:net';

/** Starts a relay to a database URL. `count()` is the number of statements so far. */
export async function startRelay(url) {
  const target = new URL(url);
  let statements = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const note = messages(() => statements++);
    client.on('data', note);
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const relayed = new URL(url);
  relayed.port = String(server.address().port);
  return { url: relayed.href, count: () => statements, stop: () => server.close() };
}

/** Reads a stream of messages of PostgreSQL's protocol; the first has no letter. */
function messages(onStatement) {
  let pending = Buffer.alloc(0);
  let hasBegun = false;
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const letters = hasBegun ? 1 : 0;
      if (pending.length < letters + 4) return;
      const length = letters + pending.readInt32BE(letters);
      if (pending.length < length) return;
      if (hasBegun && (pending[0] === 0x42 || pending[0] === 0x51)) onStatement(); // B: bind, Q: query
      hasBegun = true;
      pending = pending.subarray(length);
    }
  };
}
