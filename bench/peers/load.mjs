// A generator of load that costs little itself: requests are written whole to raw sockets, and of an answer only its end is looked for.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that has too much to do refuses; who asks again at once would add to it. */
const BUSY = 503;
const BACK_OFF_MS = 25;

/** One connection that asks one request at a time. */
class Connection {
  constructor(url, headers) {
    const { hostname, port, pathname } = new URL(url);
    this.socket = connect(Number(port), hostname).setNoDelay(true);
    const given = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    this.head = `POST ${pathname} HTTP/1.1\r\n${given.join('')}content-type: application/json\r\naccept: application/json\r\n`;
    this.chunks = [];
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('The connection was closed.')));
  }

  /** Sends a body and returns the answer's status and body. */
  ask(body) {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(`${this.head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  take(chunk) {
    this.chunks.push(chunk);
    const whole = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
    this.chunks = [whole];
    const body = bodyOf(whole);
    if (body === null || !this.waiting) return;
    this.chunks = [];
    const { resolve, reject } = this.waiting;
    this.waiting = null;
    const status = Number(whole.toString('latin1', 9, 12));
    if (status === 200 || status === BUSY) resolve({ status, body });
    else reject(new Error(`Refused: ${whole.toString('utf8', 0, 600)}`));
  }

  fail(error) {
    this.waiting?.reject(error);
    this.waiting = null;
  }

  close() {
    this.socket.destroy();
  }
}

/** The body of an answer that has arrived whole; null until it has. */
function bodyOf(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = answer.toString('latin1', 0, end).toLowerCase();
  const length = /content-length: (\d+)/.exec(head)?.[1];
  const body = answer.subarray(end + 4);
  if (length !== undefined) return body.length >= Number(length) ? body : null;
  return body.toString('latin1', body.length - 5) === '0\r\n\r\n' ? unchunked(body) : null;
}

function unchunked(body) {
  const parts = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

const bodyFor = ({ query, variables }, name, turn) => JSON.stringify({ query, operationName: name, variables: variables(turn) });

/** The answers to the first requests of a work, parsed. `onAnswer` is called after each. */
export async function answersOf({ url, headers }, name, work, count, onAnswer = () => {}) {
  const connection = new Connection(url, headers);
  const answers = [];
  while (answers.length < count) {
    const { status, body } = await connection.ask(bodyFor(work, name, answers.length));
    if (status === BUSY) await sleep(BACK_OFF_MS);
    else {
      answers.push(JSON.parse(body.toString()));
      onAnswer();
    }
  }
  connection.close();
  return answers;
}

/**
 * Asks for some seconds with so many connections, each as soon as it has its answer. Returns how long each answer took, in milliseconds, and how many
 * requests were refused because there were too many.
 */
export async function load({ url, headers }, name, work, { connections, seconds, from }) {
  const took = [];
  let turn = from;
  let refused = 0;
  const open = Array.from({ length: connections }, () => new Connection(url, headers));
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const run = async (connection) => {
    for (let now = performance.now(); now < until; ) {
      const { status } = await connection.ask(bodyFor(work, name, turn++));
      const then = performance.now();
      if (status !== BUSY) took.push(then - now);
      else refused += 1;
      if (status === BUSY) await sleep(BACK_OFF_MS);
      now = performance.now();
    }
  };
  await Promise.all(open.map(run)).finally(() => {
    for (const connection of open) connection.close();
  });
  return { took, refused, seconds: (performance.now() - begun) / 1000 };
}
