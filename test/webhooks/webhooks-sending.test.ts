import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { retryAfterOf, retryGaps, waitBefore } from '../../src/webhooks/retry.ts';
import { type Network, networkOf, send } from '../../src/webhooks/send.ts';
import { newSecret, secretText, signedHeaders } from '../../src/webhooks/signature.ts';
import { isPublicAddress, targetProblem } from '../../src/webhooks/target.ts';
import { type Receiver, startReceiver, withStatus } from '../support/webhook-receiver.ts';

const sentAt = new Date('2031-03-10T15:00:00.750Z');
const body = '{"type":"test","timestamp":"2031-03-10T15:00:00.000Z","data":{"mot":"été"}}';

describe('a signature', () => {
  beforeAll(() => void jest.useFakeTimers().setSystemTime(sentAt));
  afterAll(() => void jest.useRealTimers());

  const secret = newSecret();
  const message = { id: 'msg_1', sentAt, body };

  test('is accepted by the Standard Webhooks verifier with the secret as it was shown', () => {
    expect(new Webhook(secretText(secret)).verify(body, signedHeaders(message, [secret]))).toEqual(JSON.parse(body));
  });

  test.each([
    ['another body', { ...message, body: body.replace('été', 'ete') }],
    ['another id', { ...message, id: 'msg_2' }],
    ['another second', { ...message, sentAt: new Date('2031-03-10T15:00:01Z') }],
  ])('does not fit %s', (_, other) => {
    const headers = { ...signedHeaders(other, [secret]), 'webhook-signature': signedHeaders(message, [secret])['webhook-signature'] ?? '' };
    expect(() => new Webhook(secretText(secret)).verify(other.body, headers)).toThrow('No matching signature found');
  });

  test('is sent for both secrets while one replaces the other', () => {
    const newer = newSecret();
    const headers = signedHeaders(message, [newer, secret]);
    expect(headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}= v1,[\w+/]{43}=$/);
    for (const each of [newer, secret]) expect(new Webhook(secretText(each)).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(secretText(newSecret())).verify(body, headers)).toThrow('No matching signature found');
  });

  test('uses a random secret of 32 bytes', () => {
    expect(secretText(secret)).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(newSecret().equals(secret)).toBe(false);
  });
});

describe('an address', () => {
  test.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.255',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
    ],
    ...['192.0.0.8', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '2001::1', '64:ff9b::a00:1', '100::1'],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:169.254.169.254',
      '::ffff:a00:1',
      '::7f00:1',
      '2002:7f00:1::',
      '127.1',
      '4000::1',
      'not an address',
      '',
    ],
    // AS112 answers for private names; ipaddr.js classifies it as special.
    ...['192.31.196.1', '2620:4f:8000::1'],
  ])('%s is not one of the public Internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '169.253.255.255',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '2606:4700::1111',
  ])('%s is one of the public Internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a target', () => {
  const unless = ', unless the operator sets REGISTRY_WEBHOOK_PRIVATE_TARGETS=allow for development';
  const host = `lead to a host on the public Internet${unless}`;
  const https = `be a whole URL of the scheme https${unless}`;
  test.each([
    ['https://hooks.example.ca/cor?x=1', null],
    ['https://8.8.8.8:8443/', null],
    ['https://127.0.0.1/', host],
    ['https://2130706433/', host],
    ['https://0x7f.1/', host],
    ['https://017700000001/', host],
    ['https://[::1]/', host],
    ['https://[::ffff:10.0.0.1]/', host],
    ['https://169.254.169.254/latest/meta-data', host],
    ['https://LOCALHOST/', host],
    ['https://a.localhost./', host],
    ['https://metadata.google.internal/', host],
    ['http://hooks.example.ca/', https],
    ['ftp://hooks.example.ca/', https],
    ['file:///etc/passwd', https],
    ['//hooks.example.ca/', https],
    ['https://me:secret@hooks.example.ca/', 'have no user, password or fragment'],
    ['https://hooks.example.ca/#here', 'have no user, password or fragment'],
  ])('%s: %s', (url, problem) => {
    expect(targetProblem(url, false)).toBe(problem);
  });

  test('may be private and http if that is allowed, but never a file', () => {
    expect(targetProblem('http://127.0.0.1:3000/hook', true)).toBeNull();
    expect(targetProblem('file:///etc/passwd', true)).toBe('be a whole URL of the scheme http or https');
  });
});

describe('sending', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const network: Network = { ...networkOf(true), timeoutMs: 5_000 };
  const never = new AbortController().signal;
  const post = (url: string, over: Network = network, signal = never) =>
    send({ url, headers: { 'webhook-id': 'msg_1' }, body }, over, signal);

  test('posts the body as JSON and reports the status', async () => {
    expect(await post(receiver.url)).toMatchObject({ failure: null, status: 204, body: '' });
    expect(receiver.arrived).toMatchObject([{ body, headers: { 'webhook-id': 'msg_1', 'content-type': 'application/json' } }]);
  });

  test('keeps the first 4 KiB of the answer, as text that can be stored', async () => {
    receiver.answer = (response) => void response.writeHead(500).end(`\0${'é'.repeat(400_000)}`);
    const { failure, status, body: kept } = await post(receiver.url);
    expect({ failure, status }).toEqual({ failure: 'STATUS', status: 500 });
    // One byte, 2,047 two-byte characters, and half a character.
    expect(kept).toBe(`\uFFFD${'é'.repeat(2047)}\uFFFD`);
  });

  test.each([301, 302, 303, 307, 308])('does not follow a redirect of status %i', async (status) => {
    const elsewhere = await startReceiver();
    receiver.answer = withStatus(status, { location: elsewhere.url });
    expect(await post(receiver.url)).toMatchObject({ failure: 'REDIRECTED', status });
    expect(elsewhere.arrived).toEqual([]);
    await elsewhere.close();
  });

  test('gives up after its time limit, also if the answer never ends', async () => {
    receiver.answer = () => {};
    expect(await post(receiver.url, { ...network, timeoutMs: 100 })).toMatchObject({ failure: 'TIMED_OUT', status: null, body: null });
    receiver.answer = (response) => void response.writeHead(200).write('so far');
    expect(await post(receiver.url, { ...network, timeoutMs: 200 })).toMatchObject({ failure: null, status: 200, body: 'so far' });
  });

  test('reports that nobody listens', async () => {
    await receiver.close();
    expect(await post(receiver.url)).toMatchObject({ failure: 'UNREACHABLE', status: null });
  });

  test('speaks TLS to an https URL, and trusts no receiver without it', async () => {
    expect(await post(receiver.url.replace('http:', 'https:'))).toMatchObject({ failure: 'UNREACHABLE', status: null });
    expect(receiver.arrived).toEqual([]);
  });

  test('can be aborted by its signal', async () => {
    receiver.answer = () => {};
    const ending = new AbortController();
    const sending = post(receiver.url, network, ending.signal);
    ending.abort();
    expect(await sending).toMatchObject({ status: null });
  });

  test.each([
    ['of IPv4', [{ address: '127.0.0.1', family: 4 }]],
    ['of the cloud’s metadata', [{ address: '169.254.169.254', family: 4 }]],
    ['of IPv6', [{ address: '::1', family: 6 }]],
    ['mapped into IPv6', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    [
      'hidden behind a public one',
      [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    ],
  ])('refuses a private address %s that a name leads to, and connects to nobody', async (_, addresses) => {
    const { port } = new URL(receiver.url);
    const refusing = { resolve: async () => addresses, privateTargets: false, timeoutMs: 5_000 };
    expect(await post(`http://hooks.example.ca:${port}/`, refusing)).toMatchObject({ failure: 'ADDRESS_REFUSED', status: null });
    expect(await post(receiver.url, refusing)).toMatchObject({ failure: 'ADDRESS_REFUSED', status: null });
    expect(receiver.arrived).toEqual([]);
  });

  test('connects to exactly the address that was looked up', async () => {
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const { port } = new URL(receiver.url);
    expect(await post(`http://hooks.example.ca:${port}/hook`, { ...network, resolve })).toMatchObject({ failure: null });
    expect(asked).toEqual(['hooks.example.ca']);
    expect(receiver.arrived[0]?.headers.host).toBe(`hooks.example.ca:${port}`);
  });

  test('reads the time to wait from the answer', async () => {
    receiver.answer = withStatus(503, { 'retry-after': '120' });
    expect(await post(receiver.url)).toMatchObject({ failure: 'STATUS', retryAfterMs: 120_000 });
  });

  describe('Retry-After', () => {
    test.each([
      ['120', undefined, 120_000],
      ['0', undefined, 0],
      // Too long, however it is written: it is bounded, not passed over.
      ['99999999999', undefined, 99_999_999_999_000],
      ['Mon, 10 Mar 2031 15:05:00 GMT', 'Mon, 10 Mar 2031 15:00:00 GMT', 300_000],
      // RFC 9110, 5.6.7: the same instant in the two forms that are obsolete and still to be understood.
      ['Monday, 10-Mar-31 15:05:00 GMT', 'Mon, 10 Mar 2031 15:00:00 GMT', 300_000],
      ['Mon Mar 10 15:05:00 2031', 'Mon, 10 Mar 2031 15:00:00 GMT', 300_000],
      ['2031-03-10T15:05:00Z', 'Mon, 10 Mar 2031 15:00:00 GMT', null],
      ['Mon, 10 Mar 2031 15:05:00 GMT', undefined, null],
      ['Mon, 10 Mar 2031 14:00:00 GMT', 'Mon, 10 Mar 2031 15:00:00 GMT', null],
      ['soon', undefined, null],
      ['-5', undefined, null],
      [undefined, undefined, null],
    ])('%j from a receiver at %j asks for %j ms', (asked, receiverNow, ms) => expect(retryAfterOf(asked, receiverNow)).toBe(ms));

    test('is respected if longer than our own interval, up to a day', () => {
      expect([waitBefore(5_000), waitBefore(5_000, 120_000), waitBefore(300_000, 120_000), waitBefore(5_000, 1e12)]).toEqual([
        5_000, 120_000, 300_000, 86_400_000,
      ]);
    });
  });
});

test('attempts come at growing intervals within three days', () => {
  expect(retryGaps.map((ms) => ms / 1000)).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 64_800, 79_200]);
  const hours = retryGaps.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(71);
  expect(hours).toBeLessThan(72);
});
