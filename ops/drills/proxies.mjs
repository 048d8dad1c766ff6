// Asks a registry through a proxy for everything that proxies are known to spoil, and prints a line for each.
// node proxies.mjs FRONT DROPPING KEY: FRONT is the proxy's address, DROPPING one at which it drops Upgrade.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { WebSocket } from 'ws';

const [front, dropping, key] = process.argv.slice(2);
const json = { 'content-type': 'application/json' };
const asStaff = { ...json, authorization: `Bearer ${key}` };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than two heartbeats of the registry, which come every twelve seconds. */
const WATCH_MS = 28_000;

function must(holds, what) {
  if (!holds) throw new Error(what);
}

async function graphql(query, variables, headers = asStaff) {
  const answer = await fetch(`${front}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await answer.json();
  must(answer.status === 200 && !errors, `${answer.status} ${JSON.stringify(errors)}`);
  return { data, headers: answer.headers };
}

/** The answer as it comes over the wire: fetch would decompress it. */
const raw = (path, headers, body) =>
  new Promise((resolve, reject) => {
    const asked = request(`${front}${path}`, { method: body ? 'POST' : 'GET', headers }, (answer) => {
      const chunks = [];
      answer
        .on('data', (chunk) => chunks.push(chunk))
        .on('end', () => resolve({ ...answer, headers: answer.headers, bytes: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end(body);
  });

const following = 'subscription { statusChanged { cursor } }';
const certified = '{ accounts(first: 5, filter: { standing: [CERTIFIED] }) { nodes { id } } }';

const checks = {
  async 'compressed answers'() {
    const fields = 'nodes { legalName operatingName city accounts { wsibAccount standing { standing since } } }';
    const body = JSON.stringify({ query: `{ organizations(first: 100) { ${fields} } }` });
    const { headers, bytes } = await raw('/graphql', { ...asStaff, 'accept-encoding': 'gzip' }, body);
    must(headers['content-encoding'] === 'gzip' && bytes[0] === 0x1f, `content-encoding is ${headers['content-encoding']}`);
  },
  async readiness() {
    const { status, headers } = await fetch(`${front}/readyz`);
    must(status === 200 && headers.get('cache-control') === 'no-store', `${status}, ${headers.get('cache-control')}`);
    must(Number(headers.get('age') ?? 0) === 0, 'it comes from a cache');
  },
  async 'the address of the caller'() {
    const remaining = async (address) => {
      const { headers } = await graphql(
        '{ verify(subject: { wsibAccount: "9000001" }) { standing } }',
        {},
        { ...json, 'x-forwarded-for': address },
      );
      return Number(/points"?;r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1] ?? Number.NaN);
    };
    // Two of five come to the same node, which has counted the first.
    const left = [];
    for (let each = 1; each <= 5; each++) left.push(await remaining(`198.51.100.${each}`));
    must(new Set(left).size > 1, `each invented X-Forwarded-For is another caller (${left.join(', ')} points left)`);
  },
  async 'an upload of 20 MB'() {
    const account = (await graphql(certified)).data.accounts.nodes[0].id;
    const create =
      'mutation ($input: CreateEquivalencyRequestInput!) { made: createEquivalencyRequest(input: $input) { ... on EquivalencyRequest { id } ... on Refused { message } } }';
    const { made } = (await graphql(create, { input: { account, kind: 'ISO_45001', idempotencyKey: randomUUID() } })).data;
    const permit =
      'mutation ($input: RequestUploadInput!) { upload: requestUpload(input: $input) { ... on Upload { path } ... on Refused { message } } }';
    const { upload } = (await graphql(permit, { input: { request: made.id, kind: 'FURTHER_DOCUMENTATION', fileName: 'manual.pdf' } })).data;
    must(upload.path, upload.message);
    const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000_000, 'x\n'), Buffer.from('\n%%EOF\n')]);
    const sent = await fetch(`${front}${upload.path}`, { method: 'PUT', headers: { 'content-type': 'application/pdf' }, body });
    must(sent.status === 201, `${sent.status} ${(await sent.text()).slice(0, 200)}`);
  },
  async 'a WebSocket whose Upgrade is dropped'() {
    const socket = new WebSocket(`${dropping.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const { statusCode, text } = await new Promise((resolve, reject) => {
      socket.on('error', reject).on('unexpected-response', (_, answer) => {
        let body = '';
        answer.on('data', (chunk) => (body += chunk)).on('end', () => resolve({ statusCode: answer.statusCode, text: body }));
      });
    });
    must(statusCode === 426 && /header (Upgrade|Connection)/.test(text), `${statusCode} ${text.slice(0, 200)}`);
  },
  async 'a WebSocket, open and in time'() {
    const socket = new WebSocket(`${front.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    let [closed, pings, events] = [null, 0, 0];
    socket.on('close', (code) => (closed ??= code)).on('ping', () => pings++);
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    socket.on('message', (data) => {
      const { type } = JSON.parse(data);
      if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: following } }));
      if (type === 'next') events++;
    });
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }));
    await pause(WATCH_MS);
    const was = closed;
    socket.close();
    must(was === null && pings >= 2 && events > 0, `${was === null ? 'open' : `closed (${was})`}, ${pings} pings, ${events} events`);
  },
  async 'an event stream, not held back'() {
    const ending = new AbortController();
    const headers = { ...asStaff, accept: 'text/event-stream' };
    const stream = await fetch(`${front}/graphql/stream`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: following }),
      signal: ending.signal,
    });
    must(stream.status === 200, `${stream.status}`);
    let [events, chunks, broken] = [0, 0, null];
    const reading = (async () => {
      for await (const chunk of stream.body) {
        chunks++;
        events += Buffer.from(chunk).toString().split('event: next').length - 1;
      }
    })().catch((error) => (broken ??= error.message));
    await pause(WATCH_MS - 1000);
    const was = broken;
    ending.abort();
    await reading;
    must(was === null && chunks >= 3 && events > 0, `${was ?? 'open'}, ${chunks} pieces, ${events} events`);
  },
};

/** Something to tell the followers: a revocation, some seconds after they have begun. */
async function revoke() {
  await pause(6_000);
  const { nodes } = (await graphql(certified)).data.accounts;
  const query = 'mutation ($input: RecordRevocationInput!) { recordRevocation(input: $input) { __typename } }';
  for (const { id } of nodes.slice(1))
    await graphql(query, { input: { account: id, reason: 'Drill', document: randomUUID(), idempotencyKey: randomUUID() } });
}

let failures = 0;
const revoked = revoke();
await Promise.all(
  Object.entries(checks).map(async ([name, check]) => {
    const fault = await check().then(
      () => null,
      (error) => error.cause?.message ?? error.message,
    );
    if (fault !== null) failures++;
    console.log(`       ${name}: ${fault ?? 'as it should be'}`);
  }),
);
await revoked;
process.exit(failures > 0 ? 1 : 0);
