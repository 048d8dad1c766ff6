// A crowd in a closed loop: so many connections, each asking again once it is answered, and waiting as long as a 503 says.
// node crowd.mjs URL CONNECTIONS SECONDS: prints a line of JSON.
import { Agent, request } from 'node:http';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const [url, connections, seconds] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const body = JSON.stringify({ query: '{ verify(subject: { wsibAccount: "9000001" }) { standing since holdsUntil } }' });
const ends = performance.now() + 1000 * Number(seconds);
const took = { answered: [], refused: [], health: [] };
let failed = 0;

const ask = (path, options, text) =>
  new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, options, (answer) => {
      answer.resume().on('end', () => resolve({ status: answer.statusCode, after: Number(answer.headers['retry-after'] ?? 0) }));
    });
    asked.on('error', reject).end(text);
  });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function timed(work, into) {
  const at = performance.now();
  const answer = await work();
  into(answer).push(performance.now() - at);
  return answer;
}

async function one() {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  await pause(Math.random() * 1000);
  while (performance.now() < ends) {
    try {
      const post = () => ask('/graphql', { method: 'POST', agent, headers }, body);
      const { status, after } = await timed(post, (answer) => (answer.status === 503 ? took.refused : took.answered));
      // A little more than asked for, each its own, so that they do not all come back at once.
      if (status === 503) await pause(1000 * after * (1 + Math.random()));
      else if (status !== 200) failed++;
    } catch {
      failed++;
    }
  }
}

async function watchHealth() {
  while (performance.now() < ends) {
    await timed(
      () => ask('/healthz', { method: 'GET', agent: false }),
      () => took.health,
    );
    await pause(100);
  }
}

const percentile = (values, share) => Math.round(values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);

/** /healthz is watched by a thread of its own, as a balancer would: hundreds of connections keep this one from noticing an answer. */
function healthSeen() {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
  return new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject));
}

async function crowd() {
  const [health] = await Promise.all([healthSeen(), ...Array.from({ length: Number(connections) }, one)]);
  console.log(
    JSON.stringify({
      connections: Number(connections),
      perSecond: Math.round(took.answered.length / Number(seconds)),
      p50: percentile(took.answered, 0.5),
      p99: percentile(took.answered, 0.99),
      refused: took.refused.length,
      refusedP99: percentile(took.refused, 0.99),
      healthP99: percentile(health, 0.99),
      failed,
    }),
  );
}

if (isMainThread) {
  await crowd();
  process.exit();
}
await watchHealth();
parentPort.postMessage(took.health);
