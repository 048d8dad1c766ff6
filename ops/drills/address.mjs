// An address that can be moved: passes each connection on to the port that a file names at that moment. node address.mjs PORT FILE
import { readFileSync, watchFile } from 'node:fs';
import { connect, createServer } from 'node:net';

const [port, file] = process.argv.slice(2);
const open = new Set();

function passOn(client) {
  const server = connect(Number(readFileSync(file, 'utf8')), '127.0.0.1');
  const end = () => {
    client.destroy();
    server.destroy();
    open.delete(end);
  };
  open.add(end);
  for (const each of [client, server]) each.on('error', end).on('close', end);
  client.pipe(server).pipe(client);
}

createServer(passOn).listen(Number(port), '127.0.0.1');
// Connections to the old place end, as they do when the machine behind a name is gone.
watchFile(file, { interval: 100 }, () => {
  for (const end of open) end();
});
