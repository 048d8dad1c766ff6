// Clients that only seem to be there. node slow-clients.mjs PORT: prints after how many seconds the node ended each.
import { connect } from 'node:net';

const port = Number(process.argv[2]);
/** What the node may take, and a little more for a busy machine. */
const MOST_SECONDS = { head: 10 + 5, body: 15 + 3, reading: 20 + 10 };
const head = (path, length) => `${path} HTTP/1.1\r\nhost: registry\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
const query = JSON.stringify({ query: '{ guideline { clauses { id title text source notEncoded interpretations { id text } } } }' }); // 115 kB of answer

/** Seconds until the node ends the connection. One that reads nothing sees no end: it looks whether the node still takes what it writes. */
function ended(begin, isReading) {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => begin(socket));
    if (!isReading) socket.pause();
    const look = setInterval(() => {
      if (!isReading) socket.write('\r\n');
      if (performance.now() - began > 60_000) socket.destroy();
    }, 1000);
    socket.on('data', () => {}).on('error', () => {});
    socket.on('close', () => {
      clearInterval(look);
      resolve((performance.now() - began) / 1000);
    });
    if (!isReading) socket.pause();
  });
}

// So many that they do not fit into the memory that the system has for a connection.
const many = (text, count) => (socket) => {
  for (let each = 0; each < count; each++) socket.write(text);
};
const tried = [
  ['half a head', MOST_SECONDS.head, ended((socket) => socket.write('GET /readyz HTTP/1.1\r\nhost: registry\r\n'), true)],
  ['half a body', MOST_SECONDS.body, ended((socket) => socket.write(`${head('POST /graphql', 1000)}{"query"`), true)],
  [
    'answers of /graphql, unread',
    MOST_SECONDS.reading,
    ended(many(`${head('POST /graphql', Buffer.byteLength(query))}${query}`, 300), false),
  ],
  ['the schema, unread', MOST_SECONDS.reading, ended(many('GET /schema.graphql HTTP/1.1\r\nhost: registry\r\n\r\n', 200), false)],
];
let failures = 0;
for (const [name, most, ending] of tried) {
  const seconds = await ending;
  if (seconds > most) failures++;
  console.log(`       ${name}: ended after ${seconds.toFixed(1)} s${seconds > most ? `, more than ${most} s` : ''}`);
}
process.exit(failures > 0 ? 1 : 0);
