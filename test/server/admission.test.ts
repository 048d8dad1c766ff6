import { Agent, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Admission } from '../../src/server/limits/admission.ts';
import { WaitingLine } from '../../src/server/limits/waiting-line.ts';
import { Listener } from '../support/listener.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** Makes an admission's timers late by `lateMs` for some seconds, with as many requests under way as it admits. */
function beLate(admission: Admission, lateMs: number, seconds: number): void {
  const from = performance.now();
  while (admission.admits({ scope: 'staff' })) admission.enter();
  for (let at = 0; at < seconds * 1000; at += 20) admission.note(lateMs, from + 1_000_000 + at);
}

describe('admission', () => {
  let admission: Admission;
  const fill = (count: number) => {
    for (let at = 0; at < count; at += 1) admission.enter();
  };

  beforeAll(() => {
    // Patient, so that a pause of the machine makes no turn long.
    admission = new Admission(10_000);
  });
  afterAll(() => admission.close());

  test('admits fewer the later timers are, and never fewer than four', () => {
    expect(admission.limit).toBe(256);
    beLate(admission, 50_000, 1);
    const soon = admission.limit;
    expect(soon).toBeLessThan(100);
    for (let at = 0; at < 5_000; at += 20) admission.note(50_000, 3_000_000 + at);
    expect(admission.limit).toBeGreaterThanOrEqual(4);
  });

  test('admits more again once timers are on time', () => {
    while (admission.size > 0) admission.leave();
    for (let at = 0; at < 20_000; at += 20) admission.note(0, 9_000_000 + at);
    expect(admission.limit).toBe(256);
  });

  test('refuses callers without a key first, then unknown keys, then buyers, and staff last', () => {
    const admitted = () =>
      [{ scope: 'public' } as const, null, { scope: 'buyer' } as const, { scope: 'staff' } as const].map((each) => admission.admits(each));
    fill(153);
    expect(admitted()).toEqual([false, true, true, true]);
    fill(39);
    expect(admitted()).toEqual([false, false, true, true]);
    fill(38);
    expect(admitted()).toEqual([false, false, false, true]);
    fill(26);
    expect(admitted()).toEqual([false, false, false, false]);
  });
});

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a place that is soon free', () => {
  const [staff, buyer] = [{ scope: 'staff' } as const, { scope: 'buyer' } as const];

  /** Full, and 20 answers a second of late: in half a second, ten of those who wait have a place. */
  const full = (): Admission => {
    const admission = new Admission(10_000);
    while (admission.takes(staff));
    const from = performance.now();
    for (let at = 1; at <= 50; at += 1) {
      admission.leave();
      admission.leave();
      admission.note(0, from + at * 100);
      while (admission.takes(staff));
    }
    return admission;
  };

  test('is waited for, by no more than will have it in half a second, and by fewer buyers than staff', async () => {
    const admission = full();
    const waiting: Promise<boolean>[] = [];
    while (admission.mayCome(buyer)) {
      waiting.push(admission.waits(buyer));
      await nextTurn();
    }
    expect(waiting).toHaveLength(9);
    expect(await admission.waits(buyer)).toBe(false);
    expect(admission.mayCome(staff)).toBe(true);
    while (admission.size > 0) admission.leave();
    expect(await Promise.all(waiting)).toEqual(Array(9).fill(true));
    expect([admission.waiting, admission.size]).toEqual([0, 9]);
    admission.close();
  });

  test('goes to staff before buyers, and not to those who come later', async () => {
    const admission = full();
    const order: string[] = [];
    const first = admission.waits(buyer).then(() => order.push('buyer'));
    const second = admission.waits(staff).then(() => order.push('staff'));
    admission.leave();
    await second;
    // Buyers fill at most nine tenths of 256 places.
    while (admission.size >= 230) admission.leave();
    expect(admission.takes(buyer)).toBe(false);
    await first;
    expect(order).toEqual(['staff', 'buyer']);
    admission.close();
  });

  test('is not waited for where none was free of late', async () => {
    const admission = new Admission(10_000);
    while (admission.takes(staff));
    expect(admission.mayCome(staff)).toBe(false);
    expect(await admission.waits(staff)).toBe(false);
    admission.close();
  });

  test('is not waited for without end', async () => {
    const line = new WaitingLine<string>();
    const [early, late] = [line.join('early', 100), line.join('late', 200)];
    line.dismiss(150);
    expect(await early).toBe(false);
    expect([line.let((who) => who === 'early'), line.let((who) => who === 'late')]).toEqual([false, true]);
    expect(await late).toBe(true);
  });
});

test('begins no request that can wait in a turn of the event loop that has lasted long; those of staff, and the next turn, go on', async () => {
  const admission = new Admission(500);
  const admitted = () =>
    [{ scope: 'public' } as const, { scope: 'buyer' } as const, { scope: 'staff' } as const].map((each) => admission.admits(each));
  for (let under = 0; under < 4; under += 1) admission.enter();
  expect(admitted()).toEqual([true, true, true]);
  for (const until = performance.now() + 201; performance.now() < until; );
  expect(admitted()).toEqual([false, false, true]);
  admission.leave();
  expect(admitted()).toEqual([true, true, true]);
  admission.enter();
  await nextTurn();
  expect(admitted()).toEqual([true, true, true]);
  admission.close();
});

describe('a server with more requests than it can take', () => {
  let server: TestServer;
  let key: string;
  // Its limit stays, however busy the machine is.
  const admission = new Admission(Number.POSITIVE_INFINITY);

  beforeAll(async () => {
    server = await startTestServer({ metrics: { host: '127.0.0.1', port: 0 }, admission });
    key = await server.keyFor('staff');
    await server.graphql('{ viewer { scope } }', {}, { key });
  });
  afterAll(() => server.stop());

  /** Sends requests that each hold a connection for a while. */
  const flood = async (count: number, headers: Record<string, string> = {}) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const answer = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: '{ verify(subject: { wsibAccount: "1234567" }) { found standing } }' }),
        });
        return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.json() };
      }),
    );

  test('answers some and refuses others at once, saying when to retry', async () => {
    const floodBeside = async (under: number, count: number) => {
      for (let taken = 0; taken < under; taken++) admission.enter();
      const answers = await flood(count);
      for (let taken = 0; taken < under; taken++) admission.leave();
      return answers;
    };
    // Of the 153 places that callers without a key may fill, 3 are free, and then none.
    const answers = await floodBeside(150, 300);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
    const refused = await floodBeside(153, 300);
    expect(refused.map(({ status }) => status)).toEqual(Array(300).fill(503));
    for (const { retryAfter, body } of refused) {
      expect(retryAfter).toBe('1');
      expect(body).toEqual({ errors: [{ message: 'The registry is busy. Try again shortly.', extensions: { code: 'OVERLOADED' } }] });
    }
    const metrics = await (await fetch(`${server.metricsUrl}`)).text();
    expect(metrics).toMatch(/registry_refused_total\{scope="public"\} [1-9]/);
    expect(metrics).toMatch(/registry_requests_under_way 0/);
  });

  test('stays ready throughout', async () => {
    const flooding = flood(300);
    await server.request.get('/readyz').expect(200, { status: 'ready' });
    await flooding;
    await until(async () => (await flood(1))[0]?.status === 200);
  });
});

describe('a server that is full', () => {
  const admission = new Admission(Number.POSITIVE_INFINITY);
  const busy = { message: 'The registry is busy. Try again shortly.', extensions: { code: 'OVERLOADED' } };
  const subscription = 'subscription { statusChanged { cursor } }';
  const open: Listener[] = [];
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ metrics: { host: '127.0.0.1', port: 0 }, admission });
  });
  afterEach(async () => {
    fill(0);
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  afterAll(() => server.stop());

  function fill(count: number): void {
    while (admission.size > count) admission.leave();
    while (admission.size < count) admission.enter();
  }

  async function listen(key?: string): Promise<Listener> {
    const listener = await Listener.of(server, key);
    open.push(listener);
    return listener;
  }

  test('opens no further socket, and says when to come again', async () => {
    fill(256);
    const listener = new Listener(`${server.url}/graphql`);
    const refused = await new Promise<IncomingMessage>((resolve) => {
      listener.socket.once('unexpected-response', (_request, response) => resolve(response));
    });
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
  });

  test('begins no subscription on an open socket, and begins it once there is room', async () => {
    const [stranger, staff] = [await listen(), await listen(await server.keyFor('staff'))];
    fill(200);
    stranger.subscribe('a', subscription);
    expect(await stranger.errors('a')).toEqual([busy]);
    staff.subscribe('a', subscription);
    fill(0);
    stranger.subscribe('b', subscription);
    await until(() => admission.size === 0);
    expect([stranger.isClosed, stranger.of('b'), staff.of('a')]).toEqual([false, [], []]);
    const metrics = await (await fetch(`${server.metricsUrl}`)).text();
    expect(metrics).toMatch(/registry_refused_total\{scope="public"\} 1\n/);
  });

  test('begins no stream, and leaves its connection open', async () => {
    fill(256);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await server.request
        .post('/graphql/stream')
        .agent(agent)
        .set('accept', 'text/event-stream')
        .send({ query: subscription });
      expect([answer.status, answer.headers['retry-after'], answer.headers.connection]).toEqual([503, '1', 'keep-alive']);
      expect(answer.body).toEqual({ errors: [busy] });
    }
    agent.destroy();
  });

  test('begins no stream of an EventSource, which comes back by itself', async () => {
    fill(256);
    const { text } = await server.request
      .get('/graphql/stream')
      .query({ query: subscription })
      .set('accept', 'text/event-stream')
      .expect(200);
    expect(text).toContain(JSON.stringify({ errors: [busy] }));
    expect(text).not.toContain('id: end');
  });

  test.each(['/audit-log/heads', '/credentials/status/1', '/calendars/secret.ics', '/uploads/none'])('does not read %s', async (path) => {
    fill(256);
    const { body } = await server.request.get(path).expect(503).expect('retry-after', '1');
    expect(body).toEqual({ errors: [busy] });
  });

  test('says on a page, as at /graphql, that the database is away', async () => {
    const away = Object.assign(new Error('the database system is shutting down'), { code: '57P03' });
    const query = jest.spyOn(server.source, 'query').mockRejectedValue(away);
    const { body } = await server.request.get('/audit-log/heads').expect(503).expect('retry-after', '1');
    query.mockRestore();
    expect(body.errors[0]).toMatchObject({
      message: 'The database does not answer. Try again shortly.',
      extensions: { code: 'OVERLOADED' },
    });
  });

  test.each(['/healthz', '/readyz', '/.well-known/jwks.json', '/schema.graphql'])('answers %s', async (path) => {
    fill(256);
    await server.request.get(path).expect(200);
  });
});
