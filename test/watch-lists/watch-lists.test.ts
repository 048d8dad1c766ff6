import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { Listener } from '../support/listener.ts';
import { record } from '../support/recorded.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. One account a test, of O-1, certified since June 2030.
const names = ['watched', 'unwatched', 'shown', 'late', 'added', 'gone', 'sent'];
const numberOf = (name: string): string => String(1_000_001 + names.indexOf(name));
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
  ],
  accounts: ['account,organization,wsib_account', ...names.map((name) => `${name},O-1,${numberOf(name)}`), 'hidden,O-1,2000001'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,hidden,2031-01-05,'],
  certificates: ['number,account,standard,basis,issued_on', ...names.map((name) => `C-${name},${name},COR_2020,EXTERNAL_AUDIT,2030-06-01`)],
};

let server: WritingServer;
const keys = { sudbury: '', sudburyToo: '', toronto: '', wsib: '', alpha: '', sose: '' };
beforeAll(async () => {
  server = await startWriting(facts, { upkeep: true, socketLimits: { perAddress: 50 } });
  keys.sudbury = await server.keyFor('buyer', 'City of Sudbury');
  keys.sudburyToo = await server.keyFor('buyer', 'City of Sudbury');
  keys.toronto = await server.keyFor('buyer', 'City of Toronto');
  keys.wsib = await server.keyFor('wsib', 'City of Sudbury');
  keys.alpha = await server.keyFor('organization', 'Bâtisseurs Exemple inc.');
  keys.sose = await server.keyFor('sose');
});
afterAll(() => server.stop());

let open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
});

const shown = `__typename ... on WatchList { id name contract from to noticeDays size version
  accounts { nodes { wsibAccount account { wsibAccount standing { standing } } } pageInfo { hasNextPage endCursor } } }`;
const texts = {
  create: `mutation ($input: CreateWatchListInput!) { done: createWatchList(input: $input) { ${shown} } }`,
  change: `mutation ($input: ChangeWatchListInput!) { done: changeWatchList(input: $input) { ${shown} } }`,
  delete: `mutation ($input: DeleteWatchListInput!) { done: deleteWatchList(input: $input) { ${shown} } }`,
};

let requests = 0;
async function send(text: keyof typeof texts, input: Record<string, unknown>, key = keys.sudbury) {
  requests += 1;
  const idempotencyKey = text === 'create' ? { idempotencyKey: `k-${requests}` } : {};
  return server.graphql(texts[text], { input: { ...idempotencyKey, ...input } }, { key });
}
async function done(...given: Parameters<typeof send>) {
  const { data, errors } = await send(...given);
  expect(errors).toBeUndefined();
  return data.done;
}
async function fault(...given: Parameters<typeof send>): Promise<unknown> {
  const { errors } = await send(...given);
  return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.field];
}

const listsOf = async (key: string): Promise<unknown> =>
  (await server.graphql(`{ watchLists { ${shown.replace('__typename ... on WatchList', '... on WatchList')} } }`, {}, { key })).data
    .watchLists;

describe('a watch list', () => {
  test('is created, changed and deleted by its key’s holder', async () => {
    const { id: account } = await server.file(numberOf('shown'));
    const made = await done('create', {
      name: ' Bridge 12 ',
      contract: 'T-2031-7',
      from: '2031-04-01',
      to: '2032-03-31',
      noticeDays: [7, 30],
      accounts: [account, account],
      wsibAccounts: ['100 0001', 'WSIB 1000001', '#1OOOOO1', '１０００００１', '9-999999', "'2000001.0"],
    });
    const empty = { account: null };
    expect(made).toEqual({
      __typename: 'WatchList',
      id: made.id,
      name: 'Bridge 12',
      contract: 'T-2031-7',
      from: '2031-04-01',
      to: '2032-03-31',
      noticeDays: [30, 7],
      size: 4,
      version: 1,
      accounts: {
        nodes: [
          { wsibAccount: null, account: { wsibAccount: numberOf('shown'), standing: { standing: 'CERTIFIED' } } },
          { wsibAccount: '1000001', account: { wsibAccount: '1000001', standing: { standing: 'CERTIFIED' } } },
          // No account has the first number, and the second is only registered: they look the same.
          { wsibAccount: '9999999', ...empty },
          { wsibAccount: '2000001', ...empty },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
    const { __typename, ...list } = made;
    expect(await listsOf(keys.sudburyToo)).toEqual([list]);
    const changed = await done(
      'change',
      {
        watchList: made.id,
        expectedVersion: 1,
        contract: null,
        to: null,
        removeAccounts: [account],
        removeWsibAccounts: ['WSIB 9999999', '5'],
        addWsibAccounts: ['77'],
      },
      keys.sudburyToo,
    );
    expect(changed).toMatchObject({ name: 'Bridge 12', contract: null, from: '2031-04-01', to: null, size: 3, version: 2 });
    expect(changed.accounts.nodes.map(({ wsibAccount }: { wsibAccount: string }) => wsibAccount)).toEqual(['1000001', '2000001', '77']);
    expect(await fault('change', { watchList: made.id, expectedVersion: 1, name: 'Other' })).toEqual(['CONFLICT', 'input.expectedVersion']);
    await done('delete', { watchList: made.id, expectedVersion: 2 });
    expect(await listsOf(keys.sudbury)).toEqual([]);
    expect(await fault('change', { watchList: made.id, expectedVersion: 3 })).toEqual(['NOT_FOUND', undefined]);
  });

  test('does not exist for anyone else', async () => {
    const { id } = await done('create', { name: 'Ours' });
    const node = `query ($id: ID!) { node(id: $id) { id } }`;
    for (const key of [keys.toronto, keys.wsib, keys.alpha, server.clerk]) {
      expect(await listsOf(key)).toEqual([]);
      expect((await server.graphql(node, { id }, { key })).data.node).toBeNull();
      expect(await fault('change', { watchList: id, expectedVersion: 1, name: 'Theirs' }, key)).toEqual(['NOT_FOUND', undefined]);
      expect(await fault('delete', { watchList: id, expectedVersion: 1 }, key)).toEqual(['NOT_FOUND', undefined]);
      const { errors } = await server.graphql(changes, { filter: { watchList: id } }, { key });
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await server.graphql(changes, { filter: { watchList: id } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await server.graphql(node, { id }, { key: keys.sudbury })).data.node).toEqual({ id });
    expect(await fault('create', { name: 'Mine' }, keys.sose)).toEqual(['FORBIDDEN', undefined]);
    expect((await server.graphql(texts.create, { input: { idempotencyKey: 'k', name: 'Mine' } })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect(await done('create', { name: 'Ours' }, keys.alpha)).toMatchObject({ name: 'Ours' });
  });

  test('takes the same statements for a hidden account as for a number that nobody has', async () => {
    const query = '{ watchLists { id accounts { nodes { wsibAccount account { id } } } } }';
    const lists = async () => (await server.graphql(query, {}, { key: keys.toronto })).data.watchLists;
    const taken = [];
    for (const wsibAccount of ['2000001', '9999999']) {
      await done('create', { name: wsibAccount, wsibAccounts: [wsibAccount] }, keys.toronto);
      await lists(); // What the mutation leaves to be done after its answer is over by then.
      server.statements();
      const [list] = await lists();
      taken.push([list.accounts.nodes, server.statements().length]);
      await done('delete', { watchList: list.id, expectedVersion: 1 }, keys.toronto);
    }
    expect(taken).toEqual([
      [[{ wsibAccount: '2000001', account: null }], 3],
      [[{ wsibAccount: '9999999', account: null }], 3],
    ]);
  });

  test('names the field that is wrong', async () => {
    await done('create', { name: 'Taken' });
    for (const [input, field] of [
      [{ name: ' taken ' }, 'input.name'],
      [{ name: ' ' }, 'input.name'],
      [{ name: 'x', from: '2031-04-02', to: '2031-04-01' }, 'input.to'],
      [{ name: 'x', noticeDays: [29] }, 'input.noticeDays'],
      [{ name: 'x', noticeDays: [30, 30] }, 'input.noticeDays'],
      [{ name: 'x', accounts: [toGlobalId('Organization', '018f3b5e-7c1a-7def-8000-000000000000')] }, 'input.accounts'],
      [{ name: 'x', wsibAccounts: ['SECRET!'] }, 'input.wsibAccounts'],
      [{ name: 'x', wsibAccounts: ['1000001', 'TBD1'] }, 'input.wsibAccounts'],
      [{ name: 'x', wsibAccounts: ['000-0000'] }, 'input.wsibAccounts'],
      [{ name: 'x', wsibAccounts: Array.from({ length: 501 }, (_, at) => String(at)) }, 'input.wsibAccounts'],
    ] as const)
      expect([input, await fault('create', input)]).toEqual([input, ['BAD_USER_INPUT', field]]);
  });

  test('shows its accounts page by page', async () => {
    const numbers = Array.from({ length: 7 }, (_, at) => String(3_000_000 + at));
    const { id } = await done('create', { name: 'Long', wsibAccounts: numbers });
    const page = `query ($id: ID!, $first: Int, $after: String, $last: Int) { node(id: $id) { ... on WatchList {
      accounts(first: $first, after: $after, last: $last) { nodes { wsibAccount } pageInfo { hasNextPage endCursor } } } } }`;
    const read = async (variables: object) => {
      const { nodes, pageInfo } = (await server.graphql(page, { id, ...variables }, { key: keys.sudbury })).data.node.accounts;
      return { numbers: nodes.map(({ wsibAccount }: { wsibAccount: string }) => wsibAccount), ...pageInfo };
    };
    const first = await read({ first: 4 });
    expect(first).toMatchObject({ numbers: numbers.slice(0, 4), hasNextPage: true });
    expect(await read({ first: 4, after: first.endCursor })).toMatchObject({ numbers: numbers.slice(4), hasNextPage: false });
    expect(await read({ last: 2 })).toMatchObject({ numbers: numbers.slice(5), hasNextPage: false });
  });
});

const changes =
  'query ($filter: ChangeFilter, $after: String) { changes(filter: $filter, after: $after, first: 50) { latest nodes { kind effectiveOn ... on StatusChange { noticeDays account { wsibAccount } } } } }';
const changed =
  'subscription ($filter: ChangeFilter, $after: String) { statusChanged(filter: $filter, after: $after) { account { wsibAccount } after { standing } } }';

const latest = async (): Promise<string> => (await server.graphql('{ changes { latest } }')).data.changes.latest;

async function revoke(name: string, from = today): Promise<void> {
  const { id: account } = await server.file(numberOf(name));
  const { data } = await server.mutate('recordRevocation', { account, from, reason: 'Fraud', document: 'File 7' });
  expect(data.recordRevocation.__typename).toBe('Revocation');
}

async function listen(filter: Record<string, unknown>, after: string, key = keys.sudbury): Promise<Listener> {
  const listener = await Listener.of(server, key);
  open.push(listener);
  listener.subscribe('a', changed, { filter, after });
  return listener;
}
const told = async (listener: Listener, count: number): Promise<string[]> =>
  (await listener.events('a', count)).map((payload) => {
    const { account, after } = (payload as { data: { statusChanged: { account: { wsibAccount: string }; after: { standing: string } } } })
      .data.statusChanged;
    return `${account.wsibAccount} ${after.standing}`;
  });

describe('a watch list in a filter', () => {
  test('reports only its accounts, including one added while a subscriber listens', async () => {
    const list = await done('create', { name: 'Followed', wsibAccounts: [numberOf('watched')] });
    const listener = await listen({ watchList: list.id }, await latest());
    await revoke('unwatched');
    await revoke('watched');
    expect(await told(listener, 1)).toEqual([`${numberOf('watched')} NO_CURRENT_CERTIFICATION`]);
    const { id: account } = await server.file(numberOf('added'));
    await done('change', { watchList: list.id, expectedVersion: 1, addAccounts: [account] });
    await revoke('added');
    expect(await told(listener, 2)).toEqual([
      `${numberOf('watched')} NO_CURRENT_CERTIFICATION`,
      `${numberOf('added')} NO_CURRENT_CERTIFICATION`,
    ]);
  });

  test('reports nothing that takes effect after the last day of the contract', async () => {
    const after = await latest();
    const [short, long] = [
      await done('create', { name: 'Short', to: '2031-04-30', wsibAccounts: [numberOf('late')] }),
      await done('create', { name: 'Long enough', to: '2031-05-01', wsibAccounts: [numberOf('late')] }),
    ];
    await revoke('late', '2031-05-01');
    const read = async ({ id }: { id: string }): Promise<unknown[]> => {
      const { data } = await server.graphql(changes, { filter: { watchList: id, kinds: ['CORRECTION'] }, after }, { key: keys.sudbury });
      return data.changes.nodes.map(({ effectiveOn }: { effectiveOn: string }) => effectiveOn);
    };
    const listener = await listen({ watchList: long.id }, after);
    await listener.events('a', 1);
    expect(await read(long)).toEqual(['2031-05-01']);
    expect(await read(short)).toEqual([]);
  });

  test('decides by the visible day whether a change takes effect in time, not by a day on which something hidden changed', async () => {
    const after = await latest();
    // Registered since February (which no buyer may see) and certified since 1 March, both recorded at once: the change reaches back to February.
    await record(
      server.dataSource,
      {
        accounts: ['account,organization,wsib_account', 'backdated,O-1,1000099'],
        registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-99,backdated,2031-02-03,'],
        certificates: ['number,account,standard,basis,issued_on', 'C-99,backdated,COR_2020,EXTERNAL_AUDIT,2031-03-01'],
      },
      today,
    );
    const daysTold = async (to: string): Promise<unknown[]> => {
      const { id } = await done('create', { name: `Until ${to}`, to, wsibAccounts: ['1000099'] });
      const { data } = await server.graphql(changes, { filter: { watchList: id }, after }, { key: keys.sudbury });
      return data.changes.nodes.map(({ effectiveOn }: { effectiveOn: string }) => effectiveOn);
    };
    await listen({}, after).then((listener) => listener.events('a', 1));
    expect([await daysTold('2031-02-28'), await daysTold('2031-03-01')]).toEqual([[], ['2031-03-01']]);
  });

  test('delivers the notices it asks for; without a list, the default ones or those asked for', async () => {
    const after = await latest();
    const { id: account } = await server.file(numberOf('shown'));
    const uuid = Buffer.from(account, 'base64url').toString().split(':')[1];
    const rows: { period: object }[] = await server.dataSource.query(
      'select after_period as period from change where after_period is not null limit 1',
    );
    for (const days of [90, 60, 30, 14, 7, 1])
      await server.dataSource.query(
        `insert into change (kind, account_id, organization_id, effective_on, before_standing, after_standing, before_period, after_period, notice_days, told_on)
         select 'NOTICE', id, organization_id, '2031-04-09', 'CERTIFIED', 'PENDING', p.value::json, jsonb_set(p.value, '{standing}', '"PENDING"')::json, $2, '2031-03-10'
         from account, (select $3::jsonb || '{"standing": "CERTIFIED"}' as value) as p where id = $1`,
        [uuid, days, JSON.stringify(rows[0]?.period)],
      );
    await server.dataSource.query(`select pg_notify('change', '')`);
    const list = await done('create', { name: 'Notices', noticeDays: [14, 60], wsibAccounts: [numberOf('shown')] });
    const listener = await listen({ watchList: list.id }, after, keys.sudbury);
    await listener.events('a', 2);
    const daysTold = async (filter: Record<string, unknown>): Promise<number[]> => {
      const { data } = await server.graphql(changes, { filter, after }, { key: keys.sudbury });
      return data.changes.nodes.map(({ noticeDays }: { noticeDays: number }) => noticeDays);
    };
    const watchList = list.id;
    expect(await daysTold({ watchList })).toEqual([60, 14]);
    expect(await daysTold({ watchList, noticeDays: [60, 30] })).toEqual([60]);
    expect(await daysTold({ accounts: [account] })).toEqual([30, 14, 7]);
    expect(await daysTold({ accounts: [account], noticeDays: [1, 90] })).toEqual([90, 1]);
    expect(await daysTold({ accounts: [account], noticeDays: [] })).toEqual([]);
  });

  test('ends its subscriptions when it is deleted, with the cursor to continue after; another caller’s is not found', async () => {
    const list = await done('create', { name: 'Soon gone', wsibAccounts: [numberOf('gone')] });
    const after = await latest();
    const listener = await listen({ watchList: list.id }, after);
    await revoke('gone');
    await told(listener, 1);
    await done('delete', { watchList: list.id, expectedVersion: 1 });
    await revoke('sent');
    const [error] = await listener.errors('a');
    expect(error).toMatchObject({ message: 'There is no such watch list.', extensions: { code: 'NOT_FOUND', cursor: expect.any(String) } });
    const strange = await listen({ watchList: list.id }, after, keys.toronto);
    expect((await strange.errors('a'))[0].extensions.code).toBe('NOT_FOUND');
  });

  test('used by a webhook stays until the webhook is gone', async () => {
    const list = await done('create', { name: 'Sent on' });
    const hook =
      'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on IssuedWebhook { webhook { id version } } } }';
    const make = (key: string, idempotencyKey: string) =>
      server.graphql(hook, { input: { idempotencyKey, url: 'https://example.com/hook', filter: { watchList: list.id } } }, { key });
    expect((await make(keys.toronto, 'h-1')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { data } = await make(keys.sudbury, 'h-2');
    expect(await fault('delete', { watchList: list.id, expectedVersion: 1 })).toEqual(['BAD_USER_INPUT', 'input.watchList']);
    const { id: webhook, version: expectedVersion } = data.createWebhook.webhook;
    await server.graphql(
      'mutation ($input: DeleteWebhookInput!) { deleteWebhook(input: $input) { __typename } }',
      { input: { webhook, expectedVersion } },
      { key: keys.sudbury },
    );
    expect(await done('delete', { watchList: list.id, expectedVersion: 1 })).toMatchObject({ version: 2 });
  });
});
