import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { type ClientOptions, WebSocket } from 'ws';
import { newToken } from '../../src/access/access-token.ts';
import { clockOf } from '../../src/clock.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { makeSigningKeys, readSigningKeys, type SigningKeys } from '../../src/signing/signing-keys.ts';
import { Listener, TickResolver, ticking } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const ours = 'https://bids.example.ca';
const forEver = 'subscription { ticks(count: 0, waits: true) { number } }';

let now = '2031-03-10T15:00:00Z';
const clock = clockOf(() => new Date(now));

let server: TestServer;
let buyer: string;
let signingKeys: SigningKeys;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-socket-keys-'));
  makeSigningKeys(join(folder, 'keys.json'));
  signingKeys = readSigningKeys(join(folder, 'keys.json'));
  rmSync(folder, { recursive: true });
  server = await startTestServer({
    clock,
    signingKeys,
    resolvers: [TickResolver],
    corsOrigins: [ours],
    metrics: { host: '127.0.0.1', port: 0 },
    socketLimits: { initMs: 1_000, heartbeatMs: 400, patienceMs: 500, farewellMs: 2_500, subscriptions: 3, perAddress: 6, perKey: 3 },
  });
  buyer = await server.keyFor('buyer');
});
afterAll(() => server.stop());

let open: Listener[] = [];
beforeEach(() => {
  ticking.made = 0;
  ticking.told = () => {};
});
const listen = async (...given: Parameters<typeof Listener.of>): Promise<Listener> => {
  const listener = await Listener.of(...given);
  open.push(listener);
  return listener;
};
const leave = async (): Promise<void> => {
  for (const each of open) each.socket.terminate();
  await Promise.all(open.map(({ closed }) => closed));
  open = [];
  await until(() => ticking.running === 0);
};
afterEachLeaves();

function afterEachLeaves(): void {
  beforeEach(leave);
  afterAll(leave);
}

describe('a subscription over WebSocket', () => {
  test('gives its events in order to a client of graphql-ws, and ends', async () => {
    const client = createClient({ url: `${server.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
    const heard: unknown[] = [];
    for await (const { data } of client.iterate({ query: 'subscription { ticks { number text } }' })) heard.push(data);
    expect(heard).toEqual([1, 2, 3].map((number) => ({ ticks: { number, text: 'x' } })));
    await client.dispose();
  });

  test('ends when its client completes it, while others on the socket go on', async () => {
    const listener = await listen(server);
    listener.subscribe('a', forEver);
    listener.subscribe('b', forEver);
    await until(() => ticking.running === 2);
    listener.say({ id: 'a', type: 'complete' });
    await until(() => ticking.running === 1);
    expect(listener.heard.map(({ type }) => type)).toEqual(['connection_ack']);
  });

  test('has loaders of its own for each event', async () => {
    const seen: unknown[] = [];
    const loaderOf = () => ({});
    ticking.told = (context) => seen.push(context.loader(loaderOf));
    const listener = await listen(server);
    listener.subscribe('a', 'subscription { ticks(count: 2) { number } }');
    await listener.events('a', 2);
    expect(seen).toHaveLength(2);
    expect(seen[0]).not.toBe(seen[1]);
  });

  test('that fails internally ends before the event, with the cursor of the previous one, and hides the reason', async () => {
    ticking.told = (_context, number) => {
      if (number === 3) throw new Error('the secret');
    };
    const listener = await listen(server);
    listener.subscribe('a', 'subscription { ticks { number } }');
    const errors = await listener.errors('a');
    expect(await listener.events('a', 2)).toHaveLength(2);
    expect(errors).toEqual([
      {
        message: 'Something went wrong in the registry. Quote the request id when you report it.',
        extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^\S+$/), cursor: 'cursor-2' },
      },
    ]);
    expect(server.logged.filter(({ msg }) => msg === 'A subscription ended because of an internal error.')).toMatchObject([
      { requestId: errors[0].extensions.requestId, err: { message: expect.stringContaining('the secret') } },
    ]);
  });
});

describe('a credential in connection_init', () => {
  const heardAfter = async (payload: object): Promise<unknown> => {
    const listener = new Listener(`${server.url}/graphql`);
    open.push(listener);
    await once(listener.socket, 'open');
    listener.say({ type: 'connection_init', payload });
    await until(() => listener.isClosed || listener.heard.length > 0);
    return listener.isClosed ? await listener.closed : listener.heard[0]?.type;
  };

  test.each([
    { headers: { Authorization: 'Bearer x' } },
    { token: 'x' },
    { authToken: 'Bearer x' },
    { apiKey: 'x' },
    { 'x-api-key': 'x' },
    { AUTHORIZATION: 'Bearer x' },
    { context: { headers: { authorization: 'x' } } },
    { password: `cor_${'0'.repeat(16)}_${'x'.repeat(43)}` },
  ])('of %j is refused with a word on where the key goes', async (payload) => {
    expect(await heardAfter(payload)).toEqual([4401, 'Put the key at the top of connection_init: {"authorization": "Bearer cor_…"}.']);
  });

  test.each([
    {},
    { locale: 'fr' },
    { client: 'desk', tokens: 3, csrfToken: 'x' },
    { token: '' },
    { token: null },
    { headers: { origin: 'x' } },
  ])('is not seen in %j', async (payload) => expect(await heardAfter(payload)).toBe('connection_ack'));

  test('is refused in the language that connection_init states, in the 123 bytes that a reason may have (RFC 6455, 5.5)', async () => {
    const place = 'Placez la clé au premier niveau de connection_init\u00a0: {"authorization": "Bearer cor_…"}.';
    expect(await heardAfter({ locale: 'fr', token: 'x' })).toEqual([4401, place]);
    const [code, wrong] = (await heardAfter({ locale: 'fr', authorization: `Bearer ${buyer}x` })) as [number, string];
    expect([code, wrong.slice(0, 25), Buffer.byteLength(wrong) <= 123]).toEqual([4401, 'La clé d’API est erronée.', true]);
  });

  test('is ignored beside a key in the usual place', async () => {
    expect(await heardAfter({ authorization: `Bearer ${buyer}`, token: 'x' })).toBe('connection_ack');
  });
});

describe('an operation that is not an allowed subscription', () => {
  const codeOf = async (query: string, variables = {}, key?: string): Promise<unknown> => {
    const listener = await listen(server, key);
    listener.subscribe('a', query, variables);
    const [error] = await listener.errors('a');
    // The socket still works.
    listener.subscribe('b', 'subscription { ticks(count: 1) { number } }');
    await listener.events('b', 1);
    return [error.extensions.code, error.message, error.extensions.field];
  };

  test('a query or mutation is refused, naming the address for it', async () => {
    const message = 'Queries and mutations are served by HTTP at /graphql.';
    expect(await codeOf('{ hello }')).toEqual(['BAD_REQUEST', `A query is not served here. ${message}`, undefined]);
    expect(await codeOf('mutation { change }')).toEqual(['BAD_REQUEST', `A mutation is not served here. ${message}`, undefined]);
    expect(await codeOf('{ __schema { types { name } } }')).toEqual(['BAD_REQUEST', `A query is not served here. ${message}`, undefined]);
  });

  test('a document with a syntax error or an unknown field is refused without closing the socket', async () => {
    expect(await codeOf('subscription {')).toEqual(['GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.', undefined]);
    expect(await codeOf('subscription { tick { number } }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field "tick" on type "Subscription".',
      undefined,
    ]);
    const [, suggesting] = (await codeOf('subscription { tick { number } }', {}, buyer)) as [string, string];
    expect(suggesting).toContain('Did you mean "ticks"');
    expect(await codeOf('subscription A { ticks { number } } subscription B { ticks { number } }')).toContain(
      'OPERATION_RESOLUTION_FAILURE',
    );
    const listener = await listen(server);
    listener.say({ id: 'a', type: 'subscribe', payload: { query: 'subscription A { ticks { number } }', operationName: 'B' } });
    expect((await listener.errors('a'))[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
    const looping = 'subscription { ticks { ...F } } fragment F on Tick { ...F }';
    expect(await codeOf(looping)).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('a variable of the wrong type is named, and its value not repeated', async () => {
    expect(await codeOf('subscription ($n: Int!) { ticks(count: $n) { number } }', { n: 'SECRET-1' })).toEqual([
      'BAD_USER_INPUT',
      'n must be a whole number from -2147483648 to 2147483647.',
      'n',
    ]);
  });

  test('has the limits of a request', async () => {
    const aliases = Array.from({ length: 40 }, (_, at) => `a${at}: number`).join(' ');
    expect(await codeOf(`subscription { ticks { ${aliases} } }`)).toEqual([
      'TOO_COMPLEX',
      expect.stringContaining('40 aliases; at most 15 are allowed'),
      undefined,
    ]);
    expect(await codeOf(`subscription { ticks { ${aliases} } }`, {}, buyer)).toEqual([
      'TOO_COMPLEX',
      expect.stringContaining('40 aliases; at most 30 are allowed'),
      undefined,
    ]);
    const tokens = 'number '.repeat(6_000);
    expect(await codeOf(`subscription { ticks { ${tokens} } }`, {}, buyer)).toContain('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('subscription { ticks { number } more: ticks { number } }')).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('one subscription too many is refused, and the others continue', async () => {
    const listener = await listen(server);
    for (const id of ['a', 'b', 'c', 'd']) listener.subscribe(id, forEver);
    const [error] = await listener.errors('d');
    expect(error).toMatchObject({
      message:
        'The operation asks for too much: 4 subscriptions on one socket; at most 3 are allowed. Complete one, or open another socket.',
    });
    await until(() => ticking.running === 3);
  });
});

describe('a violation of the protocol closes the socket', () => {
  const opened = async (): Promise<Listener> => {
    const listener = new Listener(`${server.url}/graphql`);
    open.push(listener);
    await once(listener.socket, 'open');
    return listener;
  };

  test('silence', async () => {
    expect(await (await opened()).closed).toEqual([4408, 'Connection initialisation timeout']);
  });

  test('a subscription before connection_init', async () => {
    const listener = await opened();
    listener.subscribe('a', forEver);
    expect(await listener.closed).toEqual([4401, 'Unauthorized']);
  });

  test('a second connection_init, a second subscription of one id', async () => {
    const twice = await listen(server);
    twice.say({ type: 'connection_init' });
    expect(await twice.closed).toEqual([4429, 'Too many initialisation requests']);
    const same = await listen(server);
    same.subscribe('a', forEver);
    same.subscribe('a', forEver);
    expect(await same.closed).toEqual([4409, 'Subscriber for a already exists']);
  });

  test('a malformed message', async () => {
    for (const said of [
      'SECRET{',
      '[]',
      '{"type":"SECRET"}',
      '{"type":"subscribe"}',
      '{"type":"subscribe","id":"a","payload":{"query":1}}',
    ]) {
      const listener = await listen(server);
      listener.say(said);
      expect(await listener.closed).toEqual([4400, 'Invalid message received']);
    }
  });

  test('a frame of 1 MiB', async () => {
    const listener = await listen(server);
    listener.subscribe('a', `subscription { ticks { number } } # ${'x'.repeat(1024 * 1024)}`);
    expect((await listener.closed)[0]).toBe(1009);
    const inPieces = await listen(server);
    for (let at = 0; at < 16; at += 1) inPieces.socket.send('x'.repeat(65_536), { fin: false });
    expect((await inPieces.closed)[0]).toBe(1009);
  });

  test('bytes that are not text, although a text message in bytes is read', async () => {
    const listener = await listen(server);
    listener.socket.send(Buffer.from('{"type":"ping"}'));
    await until(() => listener.heard.some(({ type }) => type === 'pong'));
    listener.socket.send(Buffer.from([0, 255, 1]));
    expect(await listener.closed).toEqual([4400, 'Invalid message received']);
  });

  test('another protocol', async () => {
    const listener = new Listener(`${server.url}/graphql`, {}, 'graphql-ws');
    expect((await listener.closed)[0]).toBe(1006);
  });
});

describe('who may open a socket', () => {
  const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<unknown> => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
    socket.on('error', () => {});
    const answer = await Promise.race([
      once(socket, 'open').then(() => 101),
      once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
    ]);
    socket.terminate();
    return answer;
  };

  test('a page of another site may not; one of an allowed site or our own may', async () => {
    expect(await statusOf('/graphql', { origin: 'https://elsewhere.example.org' })).toBe(403);
    expect(await statusOf('/graphql', { origin: 'null' })).toBe(403);
    expect(await statusOf('/graphql', { origin: ours })).toBe(101);
    expect(await statusOf('/graphql', { origin: server.url })).toBe(101);
    expect(await statusOf('/graphql')).toBe(101);
  });

  test('no other path opens one', async () => {
    expect(await statusOf('/')).toBe(404);
    expect(await statusOf('/graphql/stream')).toBe(404);
    expect(await statusOf('/graphql?x=1')).toBe(101);
  });

  test('a request to upgrade to another protocol gets an HTTP answer', async () => {
    const { hostname, port } = new URL(server.url);
    const body = JSON.stringify({ query: '{ hello }' });
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
    const head = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\n${offer}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    socket.write(`${head}${body.slice(0, 5)}`);
    socket.write(body.slice(5));
    await until(() => answer.includes('hello'));
    socket.write(`GET /healthz HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
    await once(socket, 'close');
    expect(answer.match(/HTTP\/1.1 200 OK/g)).toHaveLength(2);
  });

  test('an address without a key has a maximum, and each key has its own', async () => {
    const key = await server.keyFor('buyer', 'Another buyer');
    for (let at = 0; at < 3; at += 1) expect((await listen(server, key)).isClosed).toBe(false);
    expect(await (await listen(server, key)).closed).toEqual([4429, 'Too many sockets']);
    for (let at = 0; at < 6; at += 1) expect((await listen(server)).isClosed).toBe(false);
    expect(await statusOf('/graphql')).toBe(429);
    await leave();
    await until(async () => (await statusOf('/graphql')) === 101);
  });
});

describe('a key', () => {
  test('that is wrong, or not text, closes the socket', async () => {
    expect((await (await listen(server, `${buyer}x`)).closed)[0]).toBe(4401);
    const listener = new Listener(`${server.url}/graphql`);
    await once(listener.socket, 'open');
    listener.say({ type: 'connection_init', payload: { authorization: { not: 'text' } } });
    expect((await listener.closed)[0]).toBe(4401);
  });

  test('in the upgrade counts as well as one in connection_init', async () => {
    const headers = { authorization: `Bearer ${buyer}` };
    const seen: unknown[] = [];
    ticking.told = ({ caller }) => seen.push(caller.scope);
    const listener = await listen(server, undefined, { headers });
    listener.subscribe('a', 'subscription { ticks(count: 1) { number } }');
    await listener.events('a', 1);
    expect(seen).toEqual(['buyer']);
  });

  test('that expires while a socket lives closes it and says why', async () => {
    const key = await server.keyFor('buyer', 'Soon over');
    await server.dataSource.query(`update api_key set expires_at = '2031-03-10T15:00:05Z' where id = $1`, [key.split('_')[1]]);
    const [expiring, other] = [await listen(server, key), await listen(server, buyer)];
    expiring.subscribe('a', forEver);
    await until(() => ticking.running === 1);
    now = '2031-03-10T15:00:05Z';
    expect(await expiring.closed).toEqual([4401, 'The API key has expired. Ask for a new one, or use the key that replaced it.']);
    expect(other.isClosed).toBe(false);
  });
});

describe('a token', () => {
  const tokenOf = (key: string): string => newToken(signingKeys, key.split('_')[1] ?? '', clock.wallNow());
  const EXPIRED = 'The token has expired. Exchange your API key for a new one at /oauth/token.';

  test('opens a socket and a stream, and both end with it', async () => {
    const [socket, byKey] = [await listen(server, tokenOf(buyer)), await listen(server, buyer)];
    socket.subscribe('a', forEver);
    const stream = await fetch(`${server.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${tokenOf(buyer)}` },
      body: JSON.stringify({ query: forEver }),
    });
    await until(() => ticking.running === 2);
    // Tokens count whole seconds, and are valid for 15 minutes.
    now = new Date(Date.parse(now) + 15 * 60_000).toISOString();
    expect(await socket.closed).toEqual([4401, EXPIRED]);
    const ending = await stream.text();
    expect(ending).toContain(EXPIRED);
    expect(ending).toContain('"UNAUTHENTICATED"');
    expect(byKey.isClosed).toBe(false);
  });
});

describe('a consumer', () => {
  test('that stops reading gets only what fits in the buffers, and is closed with its cursor', async () => {
    const listener = await listen(server, buyer);
    listener.socket.pause();
    listener.subscribe('a', 'subscription { ticks(count: 100000, bytes: 60000) { number text } }');
    await until(() => ticking.made > 0 && ticking.running === 0);
    const { made } = ticking;
    // About 6 MB fit into the buffers of a local connection.
    expect(made).toBeLessThan(300);
    listener.socket.resume();
    expect(await listener.closed).toEqual([1013, 'Too slow']);
    const last = listener.of('a', 'next').at(-1)?.payload.data.ticks.number;
    expect((await listener.errors('a'))[0]).toEqual({
      message: 'Events were not received in time. Subscribe again `after` the cursor: nothing is lost.',
      extensions: { code: 'TOO_SLOW', cursor: `cursor-${last}` },
    });
    expect(made - last).toBeLessThanOrEqual(1);
  });

  test('that pings without listening is closed', async () => {
    const listener = await alone();
    listener.socket.pause();
    const payload = { filler: 'x'.repeat(100_000) };
    const pinging = setInterval(() => {
      for (let at = 0; at < 20 && listener.socket.readyState === WebSocket.OPEN; at += 1) listener.say({ type: 'ping', payload });
    }, 5);
    await until(async () => (await metric('registry_sockets')) === 0).finally(() => clearInterval(pinging));
  });

  test('that no longer answers pings is closed', async () => {
    await alone({ autoPong: false });
    await until(async () => (await metric('registry_sockets')) === 0);
  });
});

/** The only open socket. */
async function alone(options: ClientOptions = {}): Promise<Listener> {
  await until(async () => (await metric('registry_sockets')) === 0);
  const listener = await listen(server, undefined, options);
  expect(await metric('registry_sockets')).toBe(1);
  return listener;
}

const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(server.metricsUrl ?? '')).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? 0,
  );
};

test('events cost the same as over HTTP: if the budget is too small they come later, and none is lost', async () => {
  const points = { capacity: 5, perSecond: 1 };
  const metered = await startTestServer({
    clock,
    resolvers: [TickResolver],
    rates: { ...usualRates, public: { points, lookUps: { capacity: 100, perSecond: 100 } } },
  });
  try {
    const listener = await listen(metered);
    // One point for the subscription, then one for each event.
    listener.subscribe('a', 'subscription { ticks(count: 8) { number } }');
    expect(await listener.events('a', 4)).toHaveLength(4);
    expect(ticking.made).toBeLessThanOrEqual(5);
    listener.subscribe('b', 'subscription { ticks { number } }');
    expect((await listener.errors('b'))[0].extensions.code).toBe('RATE_LIMITED');
    now = new Date(Date.parse(now) + 60_000).toISOString();
    const events = (await listener.events('a', 8)) as { data: { ticks: { number: number } } }[];
    expect(events.map(({ data }) => data.ticks.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  } finally {
    await metered.stop();
  }
});

describe('the server', () => {
  test('counts its sockets and subscriptions', async () => {
    const before = await metric('registry_socket_closes_total{code="1000"}');
    const listener = await alone();
    listener.subscribe('a', forEver);
    await until(async () => (await metric('registry_subscriptions')) === 1);
    listener.socket.close(1000);
    await until(async () => (await metric('registry_socket_closes_total{code="1000"}')) === before + 1);
    expect(await metric('registry_subscriptions')).toBe(0);
  });

  test('notifies every client when it stops, and ends without waiting for their subscriptions', async () => {
    const stopping = await startTestServer({ resolvers: [TickResolver] });
    const listener = await listen(stopping);
    listener.subscribe('a', forEver);
    await until(() => ticking.running === 1);
    await stopping.stop();
    expect(await listener.closed).toEqual([1001, 'The server is stopping']);
    expect(ticking.running).toBe(0);
  });
});
