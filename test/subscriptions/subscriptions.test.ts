import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { endOfFeed } from '../support/feed.ts';
import { Listener } from '../support/listener.ts';
import { type RequestingServer, startRequesting, type Who } from '../support/requesting.ts';
import { until } from '../support/until.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. One account a test, all of O-1, certified since June 2030 unless said otherwise.
const names = [
  'heard',
  'week',
  'masked',
  'consented',
  'withdrawn',
  'revoked',
  'filtered',
  'other',
  'streamed',
  'stopped',
  'alike',
  'unlike',
  'sent',
];
const numberOf = (name: string): string => String(1_000_001 + names.indexOf(name));
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
  ],
  accounts: ['account,organization,wsib_account', ...names.map((name) => `${name},O-1,${numberOf(name)}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,consented,2031-01-05,', 'R-2,withdrawn,2031-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...names
      .filter((name) => !['consented', 'withdrawn'].includes(name))
      .map((name) => `C-${name},${name},COR_2020,EXTERNAL_AUDIT,2030-06-01`),
  ],
};

let server: WritingServer;
const keys = { sudbury: '', toronto: '', admin: '' };
beforeAll(async () => {
  server = await startWriting(facts, { upkeep: true, socketLimits: { perAddress: 50 } });
  keys.sudbury = await server.keyFor('buyer', 'City of Sudbury');
  keys.toronto = await server.keyFor('buyer', 'City of Toronto');
  keys.admin = await server.keyFor('admin', 'An admin');
});
afterAll(() => server.stop());

let open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

const changed = `subscription ($after: String, $filter: ChangeFilter) { statusChanged(after: $after, filter: $filter) {
  cursor kind effectiveOn account { wsibAccount standing { standing } } before { standing } after { standing } } }`;

/** Listens with a key; returns once the starting position is known. */
async function listen(key: string | undefined, variables: Record<string, unknown> = {}): Promise<Listener> {
  const listener = await Listener.of(server, key);
  open.push(listener);
  listener.subscribe('a', changed, { after: await latest(), ...variables });
  return listener;
}

const latest = (): Promise<string> => endOfFeed(server);

const revoke = async (name: string): Promise<{ id: string; version: number }> => {
  const { id: account } = await server.file(numberOf(name));
  const { data } = await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
  expect(data.recordRevocation.__typename).toBe('Revocation');
  return data.recordRevocation;
};
const lift = async ({ id, version }: { id: string; version: number }): Promise<void> => {
  const { data } = await server.mutate('liftRevocation', { revocation: id, expectedVersion: version });
  expect(data.liftRevocation.__typename).toBe('Revocation');
};

const told = async (listener: Listener, count: number): Promise<string[]> => {
  const events = (await listener.events('a', count)) as { data: { statusChanged: Told } }[];
  return events.map(({ data: { statusChanged } }) => line(statusChanged));
};
interface Told {
  readonly cursor: string;
  readonly account: { readonly wsibAccount: string };
  readonly before: { readonly standing: string };
  readonly after: { readonly standing: string };
}
const line = ({ account, before, after }: Told): string => `${account.wsibAccount} ${before.standing} > ${after.standing}`;

describe('statusChanged', () => {
  test('delivers the change of a mutation once it is committed, to a client of graphql-ws', async () => {
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { Authorization: `Bearer ${server.clerk}` },
    });
    const events = client.iterate({ query: changed, variables: { after: await latest() } });
    await revoke('heard');
    expect((await events.next()).value.data).toEqual({
      statusChanged: {
        cursor: expect.any(String),
        kind: 'STANDING',
        effectiveOn: today,
        account: { wsibAccount: numberOf('heard'), standing: { standing: 'REVOKED' } },
        before: { standing: 'CERTIFIED' },
        after: { standing: 'REVOKED' },
      },
    });
    await events.return?.();
    await client.dispose();
  });

  test('delivers the same as Server-Sent Events, to a client of graphql-sse', async () => {
    const client = createSseClient({ url: `${server.url}/graphql/stream`, headers: { authorization: `Bearer ${keys.sudbury}` } });
    const events = client.iterate<{ statusChanged: Told }>({ query: changed, variables: { after: await latest() } });
    await revoke('sent');
    const { value } = await events.next();
    expect(line(value.data.statusChanged)).toBe(`${numberOf('sent')} CERTIFIED > NO_CURRENT_CERTIFICATION`);
    await events.return?.();
    client.dispose();
  });

  test('without a cursor begins now', async () => {
    const listener = await Listener.of(server, server.clerk);
    open.push(listener);
    listener.subscribe('a', changed);
    await until(async () => {
      await lift(await revoke('other'));
      return listener.of('a', 'next').length > 0;
    });
    // What was recorded before is not sent.
    const [first] = await told(listener, 1);
    expect(first).toMatch(new RegExp(`^${numberOf('other')} `));
    listener.subscribe('b', changed, { after: 'no cursor' });
    expect(await listener.errors('b')).toMatchObject([
      {
        message: 'after must be a cursor returned by the changes of this registry.',
        extensions: { code: 'BAD_USER_INPUT', field: 'after' },
        path: ['statusChanged'],
      },
    ]);
  });

  test('continues from the cursor after a disconnection: nothing is missed, nothing comes twice', async () => {
    const first = await listen(server.clerk);
    let revocation = await revoke('week');
    expect(await told(first, 1)).toHaveLength(1);
    const cursor = first.of('a', 'next')[0]?.payload.data.statusChanged.cursor;
    first.socket.terminate();
    for (let at = 0; at < 3; at += 1) {
      await lift(revocation);
      revocation = await revoke('week');
    }
    const second = await listen(server.clerk, { after: cursor });
    const [up, down] = [`${numberOf('week')} REVOKED > CERTIFIED`, `${numberOf('week')} CERTIFIED > REVOKED`];
    expect(await told(second, 6)).toEqual([up, down, up, down, up, down]);
    await lift(revocation);
    expect(await told(second, 7)).toEqual([up, down, up, down, up, down, up]);
  });

  test('shows each caller what is visible to it', async () => {
    const listeners = { staff: await listen(server.clerk), buyer: await listen(keys.sudbury), public: await listen(undefined) };
    await revoke('masked');
    const number = numberOf('masked');
    expect(await told(listeners.staff, 1)).toEqual([`${number} CERTIFIED > REVOKED`]);
    expect(await told(listeners.buyer, 1)).toEqual([`${number} CERTIFIED > NO_CURRENT_CERTIFICATION`]);
    expect(await told(listeners.public, 1)).toEqual([`${number} CERTIFIED > NO_CURRENT_CERTIFICATION`]);
    expect(listeners.public.of('a', 'next')[0]?.payload.data.statusChanged.account.standing).toEqual({
      standing: 'NO_CURRENT_CERTIFICATION',
    });
  });

  test('takes the filter of `changes`, and names the wrong field of an invalid one', async () => {
    const { id: account } = await server.file(numberOf('filtered'));
    const filtered = await listen(server.clerk, { filter: { accounts: [account], standings: ['REVOKED'] } });
    const [of, wrong] = [await revoke('filtered'), await listen(server.clerk, { filter: { accounts: ['SECRET'] } })];
    await lift(of);
    expect(await told(filtered, 2)).toEqual([`${numberOf('filtered')} CERTIFIED > REVOKED`, `${numberOf('filtered')} REVOKED > CERTIFIED`]);
    const [error] = await wrong.errors('a');
    expect(error).toMatchObject({
      message: 'filter.accounts must be a global id of type Account, exactly as this registry returned it.',
      extensions: { code: 'BAD_USER_INPUT', field: 'filter.accounts' },
    });
    const requests = await listen(server.clerk, { filter: { kinds: ['EQUIVALENCY_REQUEST'] } });
    expect((await requests.errors('a'))[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.kinds' });
  });

  test('reads and executes once for callers with the same question and equal rights', async () => {
    const after = await latest();
    const alike = await Promise.all(Array.from({ length: 20 }, () => listen(undefined, { after })));
    const other = await listen(keys.sudbury, { after });
    await until(() => server.statements().length === 0);
    await revoke('alike');
    for (const each of alike) expect(await told(each, 1)).toEqual([`${numberOf('alike')} CERTIFIED > NO_CURRENT_CERTIFICATION`]);
    await told(other, 1);
    const statements = server.statements();
    // Alone, each would read twice, before and after the event, and load the account once.
    expect(statements.filter((text) => text.includes('c.position >')).length).toBeLessThanOrEqual(20);
    expect(
      statements.filter((text) => text.includes('cross join lateral') && text.includes('from standing_period')).length,
    ).toBeLessThanOrEqual(10);
  });

  test('answers each caller correctly if the variable of `after` is also used elsewhere', async () => {
    const query = `subscription ($after: Boolean!) { statusChanged(after: "${await latest()}") { cursor kind @include(if: $after) } }`;
    const listeners = await Promise.all([true, false].map(() => Listener.of(server)));
    open.push(...listeners);
    for (const [at, each] of listeners.entries()) each.subscribe('a', query, { after: at === 0 });
    await revoke('unlike');
    const events = await Promise.all(listeners.map((each) => each.events('a', 1)));
    expect(events).toEqual([
      [{ data: { statusChanged: { cursor: expect.any(String), kind: 'STANDING' } } }],
      [{ data: { statusChanged: { cursor: expect.any(String) } } }],
    ]);
  });

  test('ends with its key: revoking it closes the socket at once', async () => {
    const { data } = await server.graphql(
      `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on IssuedApiKey { key apiKey { id version } } } }`,
      { input: { idempotencyKey: 'k', scope: 'BUYER', holder: 'City of Ottawa' } },
      { key: keys.admin },
    );
    const { key, apiKey } = data.createApiKey;
    const listener = await listen(key);
    await revoke('revoked');
    expect(await told(listener, 1)).toHaveLength(1);
    const input = { key: apiKey.id, expectedVersion: apiKey.version };
    await server.graphql(
      `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename } }`,
      { input },
      { key: keys.admin },
    );
    expect(await listener.closed).toEqual([4401, 'The API key was revoked. Ask for a new one.']);
  });
});

describe('a consent', () => {
  const consents = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id version } } }`;
  const give = async (name: string, recipient: string): Promise<{ id: string; version: number }> => {
    const { id: account } = await server.file(numberOf(name));
    const input = { idempotencyKey: `${name}-${recipient.length}`, account, recipient, scope: 'REGISTERED_STATUS', document: 'Letter 1' };
    return (await server.graphql(consents, { input }, { key: server.clerk })).data.giveConsent;
  };

  test('lets only its recipient receive changes of an account, from that moment on', async () => {
    const [sudbury, toronto] = [await listen(keys.sudbury), await listen(keys.toronto)];
    await give('consented', 'City of Sudbury');
    const { registrations } = await server.file(numberOf('consented'));
    const [{ id, version } = { id: '', version: 0 }] = registrations;
    await server.mutate('withdrawRegistration', { registration: id, expectedVersion: version });
    // A caller from whom the account is hidden receives later changes, but not this one.
    await revoke('streamed');
    expect(await told(sudbury, 2)).toEqual([
      `${numberOf('consented')} REGISTERED > NO_CURRENT_CERTIFICATION`,
      `${numberOf('streamed')} CERTIFIED > NO_CURRENT_CERTIFICATION`,
    ]);
    expect(await told(toronto, 1)).toEqual([`${numberOf('streamed')} CERTIFIED > NO_CURRENT_CERTIFICATION`]);
  });

  test('stops that during a subscription when it is withdrawn', async () => {
    const consent = await give('withdrawn', 'City of Sudbury');
    const sudbury = await listen(keys.sudbury);
    await server.graphql(
      `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }`,
      { input: { consent: consent.id, expectedVersion: consent.version } },
      { key: server.clerk },
    );
    const { registrations } = await server.file(numberOf('withdrawn'));
    const [{ id, version } = { id: '', version: 0 }] = registrations;
    await server.mutate('withdrawRegistration', { registration: id, expectedVersion: version });
    await revoke('stopped');
    expect(await told(sudbury, 1)).toEqual([`${numberOf('stopped')} CERTIFIED > NO_CURRENT_CERTIFICATION`]);
  });
});

describe('equivalencyRequestChanged', () => {
  let server: RequestingServer;
  beforeAll(async () => {
    server = await startRequesting({ upkeep: true });
  });
  afterAll(() => server.stop());

  let open: Listener[] = [];
  afterEach(async () => {
    await Promise.all(open.map((each) => each.close()));
    open = [];
  });

  const changed = `subscription ($after: String, $filter: EquivalencyChangeFilter) {
  equivalencyRequestChanged(after: $after, filter: $filter) { before after effectiveOn request { id state { status } } } }`;

  async function listen(who: Who, variables: Record<string, unknown> = {}): Promise<Listener> {
    const after = await endOfFeed(server);
    const listener = await Listener.of(server, server.keys[who]);
    open.push(listener);
    listener.subscribe('a', changed, { after, ...variables });
    return listener;
  }

  /** The reported changes of requests, with the status that each request then has. */
  const told = async (listener: Listener, count: number): Promise<unknown[]> =>
    (await listener.events('a', count)).map((payload) => {
      const { data } = payload as { data: { equivalencyRequestChanged: { before: string | null; after: string } } };
      return [data.equivalencyRequestChanged.before, data.equivalencyRequestChanged.after];
    });

  test('R-41: a caller who may see a request receives each of its steps, from the first visible one', async () => {
    const listeners = {
      gamma: await listen('gamma'),
      clerk: await listen('clerk'),
      beta: await listen('beta'),
      buyer: await listen('buyer'),
    };
    const { id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE');
    await server.done('gamma', 'withdrawEquivalencyRequest', id);
    const steps = [
      [null, 'DRAFT'],
      ['DRAFT', 'WITHDRAWN'],
    ];
    expect(await told(listeners.gamma, 2)).toEqual(steps);
    expect(await told(listeners.clerk, 2)).toEqual(steps);
    const other = await server.begin('beta', 'A-2', 'OUT_OF_PROVINCE');
    expect(await told(listeners.beta, 1)).toEqual([[null, 'DRAFT']]);
    expect(listeners.beta.of('a', 'next')[0]?.payload.data.equivalencyRequestChanged.request.id).toBe(other.id);
    expect(listeners.buyer.of('a')).toEqual([]);
  });

  test('can be filtered by new status, and refuses an unknown status', async () => {
    const listener = await listen('clerk', { filter: { statuses: ['WITHDRAWN'] } });
    const { id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE');
    await server.done('gamma', 'withdrawEquivalencyRequest', id);
    expect(await told(listener, 1)).toEqual([['DRAFT', 'WITHDRAWN']]);
    const wrong = await listen('clerk', { filter: { statuses: [] } });
    expect((await wrong.errors('a'))[0]).toMatchObject({
      message: 'filter.statuses must name at least one.',
      extensions: { field: 'filter.statuses' },
    });
  });
});
