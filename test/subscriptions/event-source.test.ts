import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endOfFeed } from '../support/feed.ts';
import { until } from '../support/until.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

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
