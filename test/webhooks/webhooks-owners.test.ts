import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ownWebhook, webhookFields } from '../support/webhook-owner.ts';
import { organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'A-1,O-1,4000001'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

const url = 'https://hooks.example.ca/cor';

// No worker runs, because nothing needs to be sent here.
const unless = ', unless the operator sets REGISTRY_WEBHOOK_PRIVATE_TARGETS=allow for development';

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(facts);
});
afterAll(() => server.stop());

const createText = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) {
  ... on IssuedWebhook { secret webhook { ${webhookFields} } } } }`;

const create = (key: string | undefined, input: Record<string, unknown>) =>
  server.graphql(createText, { input: { url, idempotencyKey: `k-${Math.random()}`, ...input } }, key ? { key } : {});

const list = async (key: string) => (await server.graphql('{ webhooks { id url } }', {}, { key })).data.webhooks;

describe('createWebhook', () => {
  test('shows the secret once, and keeps it out of the stored answer and the audit log', async () => {
    const key = await server.keyFor('buyer', 'City of Once');
    const [first, again] = [await create(key, { idempotencyKey: 'one' }), await create(key, { idempotencyKey: 'one' })];
    const { secret, webhook } = first.data.createWebhook;
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(again.data.createWebhook).toEqual({ secret: null, webhook });
    expect(webhook).toMatchObject({
      url,
      filter: null,
      pausedAt: null,
      notice: null,
      failedAttempts: 0,
      version: 1,
      deliveries: { nodes: [] },
    });
    for (const table of ['idempotency_key', 'audit_log']) {
      const [{ found }] = await server.dataSource.query(
        `select exists (select from ${table} as t where to_json(t)::text like '%' || $1 || '%') as found`,
        [secret.slice('whsec_'.length)],
      );
      expect(found).toBe(false);
    }
  });

  test.each([
    ['http://hooks.example.ca/', `input.url must be a whole URL of the scheme https${unless}.`],
    ['https://10.0.0.7/hook', `input.url must lead to a host on the public Internet${unless}.`],
    ['https://[::ffff:169.254.169.254]/', `input.url must lead to a host on the public Internet${unless}.`],
    ['https://user:hunter2@hooks.example.ca/', 'input.url must have no user, password or fragment.'],
    [`https://hooks.example.ca/${'x'.repeat(2000)}`, 'input.url must have at most 2000 characters.'],
  ])('refuses URL %# and does not repeat it', async (given, message) => {
    const { errors } = await create(await server.keyFor('buyer'), { url: given });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', field: 'input.url' } }]);
  });

  test.each([
    ['after', { after: 'no cursor' }, 'input.after must be a cursor returned by changes.'],
    // base64url of changes.1.999999: a position that the feed has not reached.
    ['after', { after: 'Y2hhbmdlcy4xLjk5OTk5OQ' }, 'input.after must be a cursor returned by changes.'],
    ['filter.kinds', { filter: { kinds: [] } }, 'input.filter.kinds must name at least one.'],
  ])('names %s when it is at fault', async (field, input, message) => {
    const { errors } = await create(await server.keyFor('buyer'), input);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', field: `input.${field}` } }]);
  });

  test('stores the filter and returns it', async () => {
    const filter = { kinds: ['STANDING', 'NOTICE'], standings: ['PENDING'], noticeDays: [30] };
    const { data } = await create(await server.keyFor('wsib'), { filter });
    expect(JSON.parse(data.createWebhook.webhook.filter)).toEqual(filter);
  });

  test('stops at twenty for one owner', async () => {
    const key = await server.keyFor('buyer', 'City of Many');
    for (let made = 0; made < 20; made++) expect((await create(key, {})).errors).toBeUndefined();
    expect((await create(key, {})).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'input' } }]);
    expect(await list(key)).toHaveLength(20);
  });
});

describe('a webhook', () => {
  test('is visible with each key of its holder and scope, and to nobody else', async () => {
    const owner = await ownWebhook(server, { url });
    const [{ holder }] = await server.dataSource.query('select holder from webhook_endpoint where id = $1', [uuidOf(owner.id)]);
    const second = await server.keyFor('buyer', holder.toUpperCase());
    expect(await list(second)).toEqual([{ id: owner.id, url }]);
    const found = async (key: string) =>
      (await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id: owner.id }, { key })).data.node;
    expect(await found(second)).toEqual({ id: owner.id });

    for (const key of [await server.keyFor('buyer', 'Another City'), await server.keyFor('wsib', holder), await server.keyFor('admin')]) {
      expect(await list(key)).toEqual([]);
      expect(await found(key)).toBeNull();
      const { errors } = await server.graphql(
        'mutation ($input: PauseWebhookInput!) { pauseWebhook(input: $input) { __typename } }',
        { input: { webhook: owner.id, expectedVersion: 1 } },
        { key },
      );
      expect(errors).toMatchObject([{ message: 'There is no such webhook.', extensions: { code: 'NOT_FOUND' } }]);
    }
  });

  test('of an organization belongs to that organization', async () => {
    const { organization } = await server.file('4000001');
    const key = await server.keyFor('organization', 'Example Builders', uuidOf(organization.id));
    expect((await create(key, {})).errors).toBeUndefined();
    expect(await list(key)).toHaveLength(1);
    expect(await list(await server.keyFor('organization', 'Example Builders'))).toEqual([]);
  });

  test('is for callers with a key', async () => {
    expect((await server.graphql('{ webhooks { id } }')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await create(undefined, {})).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('changed meanwhile is a conflict, and stays as it is', async () => {
    const owner = await ownWebhook(server, { url });
    await owner.alter('pauseWebhook');
    const { errors } = await server.graphql(
      'mutation ($input: ResumeWebhookInput!) { resumeWebhook(input: $input) { __typename } }',
      { input: { webhook: owner.id, expectedVersion: 1 } },
      { key: owner.key },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', currentVersion: 2 } }]);
    expect(await owner.look()).toMatchObject({ pauseReason: 'BY_OWNER', notice: expect.stringMatching(/^You paused this webhook\./) });
  });

  test('says in French why it is paused', async () => {
    const owner = await ownWebhook(server, { url });
    await owner.alter('pauseWebhook');
    const { data } = await server.graphql('{ webhooks { notice(locale: FR) } }', {}, { key: owner.key });
    expect(data.webhooks).toEqual([{ notice: expect.stringMatching(/^Vous avez suspendu ce webhook\. Rien n’est perdu/) }]);
  });

  test('lists its attempts page by page, newest first, with one statement for several webhooks', async () => {
    const key = await server.keyFor('buyer', 'City of Pages');
    for (let made = 0; made < 2; made++) await create(key, {});
    await server.dataSource.query(
      `insert into webhook_delivery (endpoint_id, message_id, attempt, sent_at, duration_ms, request_body)
       select e.id, 'msg_' || n, 1, now(), 5, '{}' from webhook_endpoint e, generate_series(1, 5) as n where holder = 'City of Pages'`,
    );
    const page = async (args: string) => {
      const query = `{ webhooks { deliveries(${args}) { nodes { messageId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
      const { data, errors } = await server.graphql(query, {}, { key });
      if (errors) throw new Error(JSON.stringify(errors));
      // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
      return data.webhooks.map(({ deliveries }: any) => ({ ...deliveries, ids: deliveries.nodes.map(({ messageId }: any) => messageId) }));
    };
    server.statements();
    const [first, other] = await page('first: 2');
    expect(server.statements().filter((text) => text.includes('webhook_delivery'))).toHaveLength(1);
    expect(first).toMatchObject({ ids: ['msg_5', 'msg_4'], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(other.ids).toEqual(['msg_5', 'msg_4']);
    const [rest] = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
    expect(rest).toMatchObject({ ids: ['msg_3', 'msg_2', 'msg_1'], pageInfo: { hasNextPage: false } });
    expect((await page(`last: 2, before: "${rest.pageInfo.endCursor}"`))[0].ids).toEqual(['msg_3', 'msg_2']);
  });
});

describe('the log of deliveries', () => {
  test('refuses to be rewritten or emptied, and allows deletions only after 90 days', async () => {
    await ownWebhook(server, { url });
    const insert = (age: string) =>
      server.dataSource.query(
        `insert into webhook_delivery (endpoint_id, message_id, attempt, sent_at, duration_ms, request_body, recorded_at)
         select id, 'msg_old', 1, now(), 5, '{}', now() - interval '${age}' from webhook_endpoint limit 1`,
      );
    await insert('89 days');
    await expect(server.dataSource.query(`update webhook_delivery set failure = 'STATUS'`)).rejects.toThrow('update is refused');
    await expect(server.dataSource.query(`delete from webhook_delivery where message_id = 'msg_old'`)).rejects.toThrow('delete is refused');
    await expect(server.dataSource.query('truncate webhook_delivery')).rejects.toThrow('truncate is refused');
  });
});
