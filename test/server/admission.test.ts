import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Admission } from '../../src/server/limits/admission.ts';
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
    admission = new Admission();
  });
  afterAll(() => admission.close());

  test('admits fewer the later timers are, and never fewer than four', () => {
    expect(admission.limit).toBe(256);
    beLate(admission, 200, 1);
    const soon = admission.limit;
    expect(soon).toBeLessThan(100);
    for (let at = 0; at < 5_000; at += 20) admission.note(200, 3_000_000 + at);
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

describe('a server with more requests than it can take', () => {
  let server: TestServer;
  let key: string;

  beforeAll(async () => {
    server = await startTestServer({ metrics: { host: '127.0.0.1', port: 0 }, admission: new Admission() });
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
    const answers = await flood(600);
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length + answers.filter(({ status }) => status === 200).length).toBe(600);
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
