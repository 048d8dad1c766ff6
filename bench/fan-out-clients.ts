import { once } from 'node:events';
import { WebSocket } from 'ws';

// Subscribers that only count the events they receive: the process that `Crowd` starts.

const [, , url = '', query = '', size = '0', perSocket = '1'] = process.argv;
const subscribers = Number(size);
let told = 0;

/** Counts an event; for the last subscriber's, reports the instant. */
function hear(message: string): void {
  if (message === '{"type":"connection_ack"}') return;
  if (!message.slice(0, 40).includes('"type":"next"')) throw new Error(message);
  told += 1;
  if (told % subscribers === 0) process.send?.({ told, at: performance.timeOrigin + performance.now() });
}

/** Opens a socket; returns it after the server has accepted its `connection_init`, for which the server waits 3 seconds. */
async function open(): Promise<WebSocket> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  socket.once('close', (code, reason) => {
    throw new Error(`A socket was closed: ${code} ${reason}`);
  });
  await once(socket, 'open');
  socket.on('message', (data) => hear(String(data)));
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  return socket;
}

process.on('message', () => process.send?.({ told, at: 0 }));
const sockets = await Promise.all(Array.from({ length: Math.ceil(subscribers / Number(perSocket)) }, open));
for (let at = 0; at < subscribers; at++)
  sockets[at % sockets.length]?.send(JSON.stringify({ id: String(at), type: 'subscribe', payload: { query } }));
