import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { deprecatedUses } from '../../src/access/deprecated-uses.ts';
import { clockOf } from '../../src/clock.ts';
import { endOfFeed } from '../support/feed.ts';
import { Listener, TickResolver, ticking } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

const ours = 'https://bids.example.ca';
let now = '2031-03-10T15:00:00Z';
const clock = clockOf(() => new Date(now));

let server: TestServer;
let buyer: string;
beforeAll(async () => {
  server = await startTestServer({
    clock,
    resolvers: [TickResolver],
    corsOrigins: [ours],
    metrics: { host: '127.0.0.1', port: 0 },
    socketLimits: { heartbeatMs: 100, patienceMs: 500, farewellMs: 5_000, perAddress: 3 },
  });
  buyer = await server.keyFor('buyer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  await until(() => ticking.running === 0);
  ticking.made = 0;
  ticking.told = () => {};
});

const forEver = 'subscription { ticks(count: 0, waits: true) { number } }';

/** A stream as its client reads it; nothing is read until the test asks. */
interface Stream {
  readonly answer: IncomingMessage;
  text(): string;
  readonly ended: Promise<void>;
  close(): void;
}

async function open(given: {
  query?: string;
  body?: string;
  path?: string;
  key?: string;
  method?: string;
  headers?: Record<string, string>;
}): Promise<Stream> {
  const { query = 'subscription { ticks { number } }', path = '/graphql/stream', key, method = 'POST', headers = {} } = given;
  const sent = httpRequest(new URL(path, server.url), {
    method,
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
      ...headers,
    },
  });
  sent.end(method === 'GET' ? '' : (given.body ?? JSON.stringify({ query })));
  const [answer]: [IncomingMessage] = (await once(sent, 'response')) as [IncomingMessage];
  let read = '';
  const ended = new Promise<void>((resolve) => answer.once('close', resolve));
  answer.on('error', () => {});
  if (headers['x-stalls'] === undefined) answer.on('data', (chunk) => (read += String(chunk)));
  return { answer, text: () => read, ended, close: () => sent.destroy() };
}

/** The events of a stream, in order of arrival. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
type StreamEvent = { event: string; data: any };
const eventsIn = (text: string): StreamEvent[] =>
  [...text.matchAll(/event: (\w+)\ndata:(.*)\n\n/g)].map(([, event = '', data = '']) => ({ event, data: data.trim() && JSON.parse(data) }));

const whole = async (given: Parameters<typeof open>[0]): Promise<StreamEvent[]> => {
  const stream = await open(given);
  await stream.ended;
  return eventsIn(stream.text());
};

const refusal = async (given: Parameters<typeof open>[0]): Promise<unknown> => {
  const stream = await open(given);
  await stream.ended;
  return [stream.answer.statusCode, JSON.parse(stream.text()).errors[0].extensions.code];
};

describe('a subscription as Server-Sent Events', () => {
  test('delivers its events in order to a client of graphql-sse, and ends', async () => {
    const client = createClient({ url: `${server.url}/graphql/stream`, headers: { authorization: `Bearer ${buyer}` }, retryAttempts: 0 });
    const scopes: unknown[] = [];
    ticking.told = ({ caller }) => scopes.push(caller.scope);
    const heard: unknown[] = [];
    for await (const { data } of client.iterate({ query: 'subscription { ticks { number text } }' })) heard.push(data);
    expect(heard).toEqual([1, 2, 3].map((number) => ({ ticks: { number, text: 'x' } })));
    expect(scopes).toEqual(['buyer', 'buyer', 'buyer']);
    client.dispose();
  });

  test('can be requested by GET too, as an EventSource does', async () => {
    const events = await whole({
      method: 'GET',
      path: `/graphql/stream?query=${encodeURIComponent('subscription { ticks(count: 1) { number } }')}`,
    });
    expect(events).toEqual([
      { event: 'next', data: { data: { ticks: { number: 1 } } } },
      { event: 'complete', data: {} },
    ]);
  });

  test('ends when its client disconnects', async () => {
    const stream = await open({ query: forEver });
    await until(() => ticking.running === 1);
    stream.close();
    await until(() => ticking.running === 0);
  });

  test('reports what is wrong with it as an event', async () => {
    const errorsOf = async (query: string): Promise<unknown> => {
      const [next, complete] = await whole({ query });
      expect(complete?.event).toBe('complete');
      return next?.data.errors;
    };
    expect(await errorsOf('subscription {')).toEqual([
      {
        message: 'Syntax Error: Expected Name, found <EOF>.',
        locations: [{ line: 1, column: 15 }],
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      },
    ]);
    expect(await errorsOf('{ hello }')).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(await errorsOf('mutation { change }')).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(await errorsOf('subscription { ticks(count: "SECRET") { number } }')).toEqual([
      expect.objectContaining({
        message: expect.not.stringContaining('SECRET'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', field: 'count' },
      }),
    ]);
    ticking.told = (_context, number) => {
      if (number === 2) throw new Error('the secret');
    };
    const events = await whole({});
    expect(events.map(({ event }) => event)).toEqual(['next', 'next', 'complete']);
    expect(events[1]?.data.errors).toEqual([
      {
        message: expect.not.stringContaining('secret'),
        extensions: { code: 'INTERNAL', requestId: expect.any(String), cursor: 'cursor-1' },
      },
    ]);
  });
});

describe('a stream is refused', () => {
  test('to a request that does not accept a stream', async () => {
    expect(await refusal({ headers: { accept: 'application/json' } })).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal({ method: 'PUT' })).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal({ body: '[]' })).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal({ body: '{}' })).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal({ body: '{SECRET' })).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal({ headers: { 'content-type': 'text/plain' } })).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await refusal({ body: JSON.stringify({ query: `# ${'x'.repeat(70_000)}` }) })).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  test('with a wrong key, and to a page of another site', async () => {
    expect(await refusal({ key: `${buyer}x` })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refusal({ headers: { origin: 'https://elsewhere.example.org' } })).toEqual([403, 'FORBIDDEN']);
    const allowed = await open({ headers: { origin: ours } });
    expect([allowed.answer.statusCode, allowed.answer.headers['access-control-allow-origin']]).toEqual([200, ours]);
    await allowed.ended;
  });

  test('to an address that has the maximum number', async () => {
    const streams = await Promise.all([1, 2, 3].map(() => open({ query: forEver })));
    expect(await refusal({ query: forEver })).toEqual([429, 'RATE_LIMITED']);
    for (const stream of streams) stream.close();
    await until(() => ticking.running === 0);
    expect(await whole({})).toHaveLength(4);
  });
});

describe('a stream is ended', () => {
  test('once its key has expired, with the cursor to continue after', async () => {
    const key = await server.keyFor('buyer', 'Soon over');
    await server.dataSource.query(`update api_key set expires_at = '2031-03-10T15:00:05Z' where id = $1`, [key.split('_')[1]]);
    const stream = await open({ query: 'subscription { ticks(count: 2, waits: true) { number } }', key });
    await until(() => eventsIn(stream.text()).length === 2);
    now = '2031-03-10T15:00:05Z';
    await stream.ended;
    expect(eventsIn(stream.text()).slice(2)).toEqual([
      {
        event: 'next',
        data: { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED', reason: 'EXPIRED', cursor: 'cursor-2' } }] },
      },
      { event: 'complete', data: '' },
    ]);
  });

  test('when its client stops reading: it gets only what fits in the buffers, and is closed with its cursor', async () => {
    const stream = await open({
      query: 'subscription { ticks(count: 100000, bytes: 60000) { number text } }',
      headers: { 'x-stalls': 'yes' },
    });
    await until(() => ticking.made > 0 && ticking.running === 0);
    const { made } = ticking;
    expect(made).toBeLessThan(300);
    let read = '';
    stream.answer.on('data', (chunk) => (read += String(chunk)));
    await stream.ended;
    const events = eventsIn(read);
    const last = events.at(-3)?.data.data.ticks.number;
    expect(events.at(-2)?.data.errors[0].extensions).toEqual({ code: 'TOO_SLOW', cursor: `cursor-${last}` });
    expect(made - last).toBeLessThanOrEqual(1);
  });

  test('when the server is stopping: without an event, so that its client reconnects', async () => {
    const stopping = await startTestServer({ resolvers: [TickResolver] });
    const answer = await fetch(`${stopping.url}/graphql/stream`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query: forEver }),
    });
    await until(() => ticking.running === 1);
    await stopping.stop();
    expect(ticking.running).toBe(0);
    expect(await answer.text()).not.toContain('complete');
  });
});

test('streams are counted', async () => {
  const gauge = async (name: string): Promise<string | undefined> =>
    (await (await fetch(server.metricsUrl ?? '')).text()).split('\n').find((line) => line.startsWith(`${name} `));
  const stream = await open({ query: forEver });
  await until(async () => (await gauge('registry_streams')) === 'registry_streams 1');
  stream.close();
  await until(async () => (await gauge('registry_streams')) === 'registry_streams 0');
});

test('what is deprecated and still used is counted for its key, and each event warns of it: by streams and by sockets', async () => {
  const query = 'subscription { ticks(count: 1, loud: true) { number } }';
  const [next] = await whole({ query, key: buyer });
  const listener = await Listener.of(server, buyer);
  listener.subscribe('1', query);
  const warned = { deprecated: [{ coordinate: 'Subscription.ticks(loud:)', reason: 'Leave it out.' }] };
  expect([next?.data, ...(await listener.events('1', 1))]).toEqual(
    [1, 2].map(() => ({ data: { ticks: { number: 1 } }, extensions: warned })),
  );
  await listener.close();
  // Counts are written when the server stops.
  await server.restart();
  const uses = await deprecatedUses(server.dataSource);
  expect(uses.map(({ coordinate, keyId, uses: count }) => [coordinate, keyId, count])).toEqual([
    ['Subscription.ticks(loud:)', buyer.split('_')[1], 2],
  ]);
});

describe('for browsers', () => {
  // Certified since June 2030; each test revokes accounts of its own.
  const numbers = ['1000001', '1000002', '1000003', '1000004'];
  const facts = {
    organizations: [
      'organization,legal_name,operating_name,former_names,business_number,city',
      'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
    ],
    accounts: ['account,organization,wsib_account', ...numbers.map((number) => `A-${number},O-1,${number}`)],
    certificates: [
      'number,account,standard,basis,issued_on',
      ...numbers.map((number) => `C-${number},A-${number},COR_2020,EXTERNAL_AUDIT,2030-06-01`),
    ],
  };

  let server: WritingServer;
  beforeAll(async () => {
    server = await startWriting(facts, { upkeep: true, socketLimits: { heartbeatMs: 400 } });
  });
  afterAll(() => server.stop());

  const latest = (): Promise<string> => endOfFeed(server);

  async function revoke(number: string): Promise<string> {
    const [before, { id: account }] = [await latest(), await server.file(number)];
    await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
    await until(async () => (await latest()) !== before);
    return latest();
  }

  /** A message of a stream: its lines by field name. */
  type Message = Readonly<Record<string, string>>;

  /** A stream as an EventSource requests it. */
  async function open(query: string, headers: Record<string, string> = {}) {
    const closing = new AbortController();
    const url = `${server.url}/graphql/stream?query=${encodeURIComponent(query)}`;
    const answer = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: closing.signal });
    let text = '';
    const read = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
    })().catch(() => {});
    const messages = (): Message[] =>
      text
        .split('\n\n')
        .slice(0, -1)
        .map((each) => Object.fromEntries([...each.matchAll(/^(\w+): ?(.*)$/gm)].map(([, name, value]) => [name, value])))
        .filter((each) => each.event !== undefined);
    const after = async (count: number): Promise<Message[]> => {
      await until(() => messages().length >= count);
      return messages();
    };
    return { answer, messages, after, ended: read, close: () => closing.abort() };
  }

  const changed = (given = '') => `subscription { statusChanged${given} { cursor account { wsibAccount } } }`;
  const accountOf = ({ data = '{}' }: Message): string => JSON.parse(data).data.statusChanged.account.wsibAccount;

  describe('a stream for an EventSource', () => {
    test('begins with a message that has its starting cursor, and gives each event its cursor as id', async () => {
      const start = await latest();
      const stream = await open(changed());
      expect((await stream.after(1))[0]).toEqual({ id: start, event: 'begin', data: JSON.stringify({ cursor: start, behind: 0 }) });
      const cursor = await revoke('1000001');
      const [, next] = await stream.after(2);
      expect([next?.event, next?.id, accountOf(next ?? {})]).toEqual(['next', cursor, '1000001']);
      stream.close();
    });

    test('continues after its Last-Event-ID, whatever `after` says, and reports how far it is behind', async () => {
      const first = await latest();
      const second = await revoke('1000002');
      await revoke('1000003');
      const stream = await open(changed(`(after: "${first}")`), { 'last-event-id': second });
      const [begin, next] = await stream.after(2);
      expect(JSON.parse(begin?.data ?? '')).toEqual({ cursor: second, behind: 1 });
      expect(accountOf(next ?? {})).toBe('1000003');
      stream.close();
      const whole = await open(changed(`(after: "${first}")`));
      expect(JSON.parse((await whole.after(1))[0]?.data ?? '').behind).toBe(2);
      whole.close();
    });

    test('that cannot begin ends for good: its last id gets a 204', async () => {
      const wrong = await open('subscription { statusChanged { nothing } }');
      await wrong.ended;
      expect(wrong.messages().map(({ event, id }) => [event, id])).toEqual([
        ['next', undefined],
        ['complete', 'end'],
      ]);
      expect((await open(changed(), { 'last-event-id': 'end' })).answer.status).toBe(204);
    });

    test('refuses an id that is not a cursor, naming the header', async () => {
      const stream = await open(changed(), { 'last-event-id': 'nonsense' });
      await stream.ended;
      expect(JSON.parse(stream.messages()[0]?.data ?? '').errors[0]).toMatchObject({
        message: expect.stringContaining('Last-Event-ID must be a cursor'),
        extensions: { code: 'BAD_USER_INPUT', field: 'Last-Event-ID' },
      });
    });

    test('whose key was revoked ends for good', async () => {
      const key = await server.keyFor('buyer', 'Soon over');
      const start = await latest();
      const stream = await open(changed(), { authorization: `Bearer ${key}` });
      await stream.after(1);
      await server.dataSource.query('update api_key set revoked_at = now() where id = $1', [key.split('_')[1]]);
      await revoke('1000004');
      await stream.ended;
      expect(stream.messages().at(-1)).toMatchObject({ event: 'complete', id: 'end' });
      expect(stream.messages()[0]?.id).toBe(start);
    });
  });
});
