import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Change, changes, document, RegistryClient, RegistryError, verify, verifyMany } from '../../clients/typescript/src/index.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { record } from '../support/recorded.ts';
import { sweepOn } from '../support/registry-time.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Two made-up firms: the first certified from 5 January, the second without any document yet.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alder Paving (synthetic) Ltd.,,,,Sampleton',
    'O-2,Birch Roofing (synthetic) Inc.,,,,Sampleton',
  ],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-2,1000002'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2031-01-05'],
};

let server: TestServer;
let staff: string;
let account: string;

beforeAll(async () => {
  server = await startTestServer({ now: '2031-03-10T15:00:00Z', upkeep: true, socketLimits: { heartbeatMs: 200 } });
  await record(server.dataSource, facts, '2031-03-10');
  staff = await server.keyFor('staff');
  const { data } = await server.graphql('{ account(wsibAccount: "1000001") { id } }', {}, { key: staff });
  account = data.account.id;
});

afterAll(() => server.stop());

const registry = (key: string | null = null, ownFetch?: typeof fetch) => new RegistryClient({ url: server.url, key, fetch: ownFetch });

const writing = document<{ done: { id: string; version: number } }, { input: object }>(
  `mutation ($input: RecordRevocationInput!) { done: recordRevocation(input: $input) { ... on Revocation { id version } } }`,
);
const lifting = document<{ done: object }, { input: object }>(
  `mutation ($input: LiftRevocationInput!) { done: liftRevocation(input: $input) { __typename } }`,
);

let written = 0;
/** Revokes the first firm's COR and lifts that again: two changes of standing. */
async function twoChanges(): Promise<void> {
  const clerk = registry(staff);
  const idempotencyKey = () => `k${written++}`;
  const { done } = await clerk.ask(writing, {
    input: { account, reason: 'False statements', document: 'Letter', idempotencyKey: idempotencyKey() },
  });
  await clerk.ask(lifting, { input: { revocation: done.id, expectedVersion: done.version, idempotencyKey: idempotencyKey() } });
}

const latest = async (): Promise<string> => (await registry().ask(changes, { first: 1 })).changes.latest;

/** Takes `count` changes and stops. */
async function take(followed: AsyncGenerator<Change>, count: number): Promise<Change[]> {
  const taken: Change[] = [];
  for await (const change of followed) {
    taken.push(change);
    if (taken.length === count) break;
  }
  return taken;
}

const standings = (taken: readonly Change[]) => taken.map(({ before, after }) => `${before.standing} ${after.standing}`);

describe('asking', () => {
  test('returns one answer, or several in the order asked', async () => {
    const { verify: one } = await registry().ask(verify, { subject: { wsibAccount: '1000001' } });
    expect(one).toMatchObject({ standing: 'CERTIFIED', since: '2031-01-05', certificate: { number: 'C-1' } });
    const subjects = [{ wsibAccount: '1000002' }, { wsibAccount: '' }, { wsibAccount: '1000001' }];
    const { verifyMany: all } = await registry().ask(verifyMany, { subjects });
    expect(all.map(({ standing, problem }) => problem?.field ?? standing)).toEqual([
      'NO_CURRENT_CERTIFICATION',
      'wsibAccount',
      'CERTIFIED',
    ]);
  });

  test('throws what the registry refuses, with its code and field, and never the key', async () => {
    const refused = await registry('cor_0123456789abcdef_wrong')
      .ask(verify, { subject: { wsibAccount: '1' } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RegistryError);
    expect(refused).toMatchObject({ code: 'UNAUTHENTICATED', isPassing: false });
    const misasked = await registry()
      .ask(verify, { subject: { wsibAccount: '1000001' }, on: 'today' })
      .catch((error: unknown) => error);
    expect(misasked).toMatchObject({ code: 'BAD_USER_INPUT', isPassing: false });
    expect(JSON.stringify([refused, misasked])).not.toContain('wrong');
  });
});

describe('following', () => {
  test('begins now if no cursor is given, and gives what is visible to the caller', async () => {
    let isOpened = () => {};
    const opened = new Promise<void>((resolve) => {
      isOpened = resolve;
    });
    // The stream is requested once the client knows where to begin.
    const watched: typeof fetch = (input, init) => {
      if (String(input).endsWith('/graphql/stream')) isOpened();
      return fetch(input, init);
    };
    const mine = take(registry(null, watched).follow(), 2);
    await opened;
    await twoChanges();
    expect(standings(await mine)).toEqual(['CERTIFIED NO_CURRENT_CERTIFICATION', 'NO_CURRENT_CERTIFICATION CERTIFIED']);
  });

  test('continues after the saved cursor: nothing is missed while away, and nothing comes twice', async () => {
    let saved = await latest();
    const saveCursor = (cursor: string) => {
      saved = cursor;
    };
    await twoChanges();
    const first = await take(registry(staff).follow({ after: saved, saveCursor }), 2);
    expect(standings(first)).toEqual(['CERTIFIED REVOKED', 'REVOKED CERTIFIED']);
    // The second was taken but not handled to the end, so it comes again: that is what its cursor is for.
    expect(saved).toBe(first[0]?.cursor);
    await twoChanges();
    const then = await take(registry(staff).follow({ after: saved, saveCursor }), 3);
    expect(then[0]?.cursor).toBe(first[1]?.cursor);
    expect(standings(then)).toEqual(['REVOKED CERTIFIED', 'CERTIFIED REVOKED', 'REVOKED CERTIFIED']);
  });

  test('reconnects when a connection breaks, and delivers each change once', async () => {
    const after = await latest();
    const lines: AbortController[] = [];
    const breakable: typeof fetch = (input, init) => {
      const line = new AbortController();
      lines.push(line);
      const signal = init?.signal ? AbortSignal.any([init.signal, line.signal]) : line.signal;
      return fetch(input, { ...init, signal });
    };
    const breaks: number[] = [];
    const onBreak = (_error: Error, waitMs: number) => breaks.push(waitMs);
    const cursors: string[] = [];
    const followed = registry(staff, breakable).follow({ after, onBreak });
    for (let round = 0; round < 3; round++) {
      await twoChanges();
      for (let each = 0; each < 2; each++) {
        const { value } = await followed.next();
        if (value) cursors.push(value.cursor);
      }
      lines.at(-1)?.abort();
    }
    await followed.return(undefined);
    expect(new Set(cursors).size).toBe(6);
    expect(breaks.length).toBeGreaterThanOrEqual(2);
    const { changes: all } = await registry(staff).ask(changes, { after, first: 10 });
    expect(cursors).toEqual(all.nodes.map(({ cursor }) => cursor));
  });

  test('retries when nobody answers, at growing intervals, until it is stopped', async () => {
    const gaps: number[] = [];
    const stop = new AbortController();
    const nowhere = new RegistryClient({ url: 'http://127.0.0.1:1/' });
    const onBreak = (_error: Error, waitMs: number) => {
      gaps.push(waitMs);
      if (gaps.length === 3) stop.abort();
    };
    expect(await take(nowhere.follow({ onBreak, signal: stop.signal }), 1)).toEqual([]);
    const [first = 0, second = 0, third = 0] = gaps;
    expect(first).toBeGreaterThanOrEqual(250);
    expect(first).toBeLessThanOrEqual(500);
    expect(second).toBeGreaterThanOrEqual(500);
    expect(third).toBeGreaterThanOrEqual(1000);
  });

  test('treats a connection without heartbeats as broken', async () => {
    const breaks: string[] = [];
    const stop = new AbortController();
    const silent: typeof fetch = async () => new Response(new ReadableStream({}), { headers: { 'content-type': 'text/event-stream' } });
    const onBreak = ({ message }: Error) => {
      breaks.push(message);
      stop.abort();
    };
    await take(registry(null, silent).follow({ after: 'anywhere', onBreak, silenceMs: 50, signal: stop.signal }), 1);
    expect(breaks).toEqual(['Nothing came from the registry for too long.']);
  });

  test('ends on a lasting error: an invalid cursor, a wrong key', async () => {
    await expect(registry().follow({ after: 'nonsense' }).next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(registry('cor_0123456789abcdef_wrong').follow().next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a consumer that was offline for a week', () => {
  // Issued in February 2030 without a letter for year 2, each of the seven is pending from day 31 after its anniversary (G-2.4.l).
  const firms = [8, 9, 10, 11, 12, 13, 14];
  const days = ['2031-03-11', '2031-03-12', '2031-03-13', '2031-03-14', '2031-03-15', '2031-03-16', '2031-03-17'];
  let week: TestServer;

  beforeAll(async () => {
    week = await startTestServer({ now: '2031-03-18T15:00:00Z' });
    const files = {
      organizations: [String(facts.organizations[0]), ...firms.map((day) => `O-${day},Firm ${day} (synthetic) Ltd.,,,,`)],
      accounts: [String(facts.accounts[0]), ...firms.map((day) => `A-${day},O-${day},${1_000_000 + day}`)],
      certificates: [
        String(facts.certificates[0]),
        ...firms.map((day) => `C-${day},A-${day},COR_2020,EXTERNAL_AUDIT,2030-02-${String(day).padStart(2, '0')}`),
      ],
    };
    await record(week.dataSource, files, '2031-03-10');
    await sweepOn(week.dataSource, '2031-03-10');
    await stampChanges(week.dataSource);
  });

  afterAll(() => week.stop());

  test('gets every change of the days in between, in order, and nothing twice', async () => {
    const client = new RegistryClient({ url: week.url });
    const left = (await client.ask(changes, { first: 1 })).changes.latest;
    for (const day of days) {
      await sweepOn(week.dataSource, day);
      await stampChanges(week.dataSource);
    }
    const taken = await take(client.follow({ after: left, filter: { kinds: ['STANDING'] } }), 7);
    expect(taken.map(({ effectiveOn }) => effectiveOn)).toEqual(days);
    expect(new Set(standings(taken))).toEqual(new Set(['CERTIFIED PENDING']));
    expect(taken.map(({ account: { wsibAccount } }) => wsibAccount)).toEqual(firms.map((day) => String(1_000_000 + day)));
    const { changes: rest } = await client.ask(changes, { after: taken.at(-1)?.cursor ?? null, filter: { kinds: ['STANDING'] }, first: 5 });
    expect(rest.nodes).toEqual([]);
  });
});
