import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { assertObjectType, type GraphQLSchema } from 'graphql';
import { Webhook } from 'standardwebhooks';
import { DeprecatedUses, deprecatedUses } from '../../src/access/deprecated-uses.ts';
import { RateBudget } from '../../src/access/rate-budget.ts';
import { clockOf } from '../../src/clock.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { ChangeSelections } from '../../src/server/change-selections.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { RequestContext } from '../../src/server/request/request-context.ts';
import { makeSchema } from '../../src/server/schema.ts';
import { makeLog } from '../../src/server/telemetry/log.ts';
import { deliver } from '../../src/webhooks/deliver.ts';
import { mustBeValid } from '../../src/webhooks/selection.ts';
import { networkOf } from '../../src/webhooks/send.ts';
import { comparable, promised } from '../support/webhook-golden.ts';
import { certify, ownWebhook, workOn } from '../support/webhook-owner.ts';
import { type Arrived, type Receiver, startReceiver, until, withStatus } from '../support/webhook-receiver.ts';
import { organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. Every account was registered and gets its certificate in a test.
const COUNT = 37;
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...Array.from({ length: COUNT }, (_, at) => `A-${at},O-1,${4000001 + at}`)],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    ...Array.from({ length: COUNT }, (_, at) => `R-${at},A-${at},2031-01-05,`),
  ],
};

let server: WritingServer;
let worker: Awaited<ReturnType<typeof workOn>>;
let receiver: Receiver;
let next = 0;

beforeAll(async () => {
  server = await startWriting(facts, { privateTargets: true, metrics: { host: '127.0.0.1', port: 0 } });
  worker = await workOn(server);
});
afterAll(async () => {
  await worker.close();
  await server.stop();
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  // One test's jobs must not occupy the next one's workers.
  await server.dataSource.query(`update webhook_endpoint set paused_at = now(), pause_reason = 'BY_OWNER' where paused_at is null`);
});

/** Certifies `count` accounts, one after the other; returns their numbers. */
async function certifyNext(count = 1): Promise<string[]> {
  const numbers = Array.from({ length: count }, () => String(4000001 + next++));
  for (const number of numbers) await certify(server, number);
  return numbers;
}

const arrived = (count: number, at = receiver) =>
  until(() => (at.arrived.length >= count ? at.arrived : null), `${count} messages, there are ${at.arrived.length}`);

/** Resumes a webhook and keeps the worker away, by a job that is not due; returns the key of the job. */
async function resumeWithoutWorker(id: string): Promise<string> {
  const job = `webhook:${uuidOf(id)}`;
  const add = `select graphile_worker.add_job('deliverWebhook', job_key => $1, run_at => now() + interval '1 hour')`;
  await server.dataSource.query(add, [job]);
  await server.dataSource.query('update webhook_endpoint set paused_at = null, pause_reason = null where id = $1', [uuidOf(id)]);
  return job;
}

interface Shown {
  readonly cursor: string;
  readonly body: string;
}

const accountOf = ({ body }: Arrived): string => JSON.parse(body).data.account.wsibAccount;
const idOf = ({ headers }: Arrived): unknown => headers['webhook-id'];
const verified = (secret: string, { headers, body }: Arrived) => new Webhook(secret).verify(body, headers as Record<string, string>);

describe('a webhook', () => {
  test('gets a change soon after its mutation, signed, with what is visible to the owner', async () => {
    const { secret, look } = await ownWebhook(server, receiver);
    await certifyNext();
    const [message] = await arrived(1);
    expect(verified(secret, message as Arrived)).toMatchObject({ type: 'change.standing' });
    // The registration is visible to staff and the firm alone: for others `before` is NO_CURRENT_CERTIFICATION.
    expect(comparable(message?.body ?? '')).toEqual(promised());
    const { deliveries, deliveredUpTo, failedAttempts } = await until(async () => {
      const seen = await look();
      return seen.deliveredUpTo === JSON.parse(message?.body ?? '').data.cursor ? seen : null;
    }, 'the place of the delivery');
    expect(deliveries.nodes[0]).toMatchObject({
      messageId: idOf(message as Arrived),
      change: deliveredUpTo,
      attempt: 1,
      requestBody: message?.body,
      responseStatus: 204,
      failure: null,
    });
    expect(failedAttempts).toBe(0);
  });

  test('sends what `webhookMessages` shows its owner, with the same filter', async () => {
    const { key } = await ownWebhook(server, receiver);
    const before = (await server.graphql('{ changes(first: 1) { latest } }')).data.changes.latest;
    await certifyNext(2);
    await arrived(2);
    const text = `query ($after: String, $filter: ChangeFilter, $first: Int! = 5) {
      webhookMessages(after: $after, filter: $filter, first: $first) { nodes { cursor type body } position } }`;
    const { nodes, position } = (await server.graphql(text, { after: before }, { key })).data.webhookMessages;
    expect(nodes.map(({ body }: Shown) => JSON.parse(body))).toEqual(receiver.arrived.map(({ body }) => JSON.parse(body)));
    expect(nodes.map(({ cursor }: Shown) => cursor)).toEqual(receiver.arrived.map(({ body }) => JSON.parse(body).data.cursor));
    expect(position).toBe(nodes[1].cursor);
    const notices = await server.graphql(text, { after: before, filter: { kinds: ['NOTICE'] } }, { key });
    expect(notices.data.webhookMessages).toEqual({ nodes: [], position });
    expect((await server.graphql(text, { after: before })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await server.graphql(text, { after: 'nowhere' }, { key })).errors?.[0]?.extensions).toMatchObject({ field: 'after' });
  });

  test('gets changes in the order of the feed, each once', async () => {
    await ownWebhook(server, receiver);
    const numbers = await certifyNext(4);
    await arrived(4);
    expect(receiver.arrived.map(accountOf)).toEqual(numbers);
    expect(new Set(receiver.arrived.map(idOf)).size).toBe(4);
  });

  test('gets only what its filter asks for', async () => {
    const wanted = String(4000001 + next + 1);
    await ownWebhook(server, receiver, { filter: { accounts: [(await server.file(wanted)).id] } });
    await certifyNext(3);
    await arrived(1);
    expect(receiver.arrived.map(accountOf)).toEqual([wanted]);
  });

  test('gets a failed message again under the same id, then the rest in order', async () => {
    const { look } = await ownWebhook(server, receiver);
    let refusals = 2;
    receiver.answer = (response) => withStatus(refusals-- > 0 ? 503 : 200)(response);
    const [first = '', second = ''] = await certifyNext(2);
    await arrived(4);
    expect(receiver.arrived.map(accountOf)).toEqual([first, first, first, second]);
    expect(new Set(receiver.arrived.slice(0, 3).map(idOf)).size).toBe(1);
    const { deliveries } = await until(async () => {
      const seen = await look();
      return seen.deliveries.nodes.length === 4 ? seen : null;
    }, 'four attempts in the log');
    expect(
      deliveries.nodes.map(({ attempt, responseStatus, failure }: Record<string, unknown>) => [attempt, responseStatus, failure]),
    ).toEqual([
      [1, 200, null],
      [3, 200, null],
      [2, 503, 'STATUS'],
      [1, 503, 'STATUS'],
    ]);
  });

  test('is paused with a notice when every attempt has failed, and loses nothing', async () => {
    const { look, alter } = await ownWebhook(server, receiver);
    receiver.answer = withStatus(500);
    const numbers = await certifyNext(2);
    const paused = await until(async () => {
      const seen = await look();
      return seen.pausedAt ? seen : null;
    }, 'the pause');
    expect(paused).toMatchObject({ pauseReason: 'RECEIVER_FAILED', failedAttempts: 4, nextAttemptAt: null });
    expect(paused.notice).toMatch(/failed.*resumeWebhook sends everything that came in the meantime\.$/);
    expect(receiver.arrived).toHaveLength(4);
    receiver.answer = withStatus(200);
    await alter('resumeWebhook');
    await arrived(6);
    expect(receiver.arrived.slice(4).map(accountOf)).toEqual(numbers);
  });

  test('is paused at once when the receiver answers that it is gone', async () => {
    const { look } = await ownWebhook(server, receiver);
    receiver.answer = withStatus(410);
    await certifyNext();
    const paused = await until(async () => {
      const seen = await look();
      return seen.pausedAt ? seen : null;
    }, 'the pause');
    expect(paused).toMatchObject({ pauseReason: 'RECEIVER_GONE', failedAttempts: 1 });
    const metrics = await (await fetch(server.metricsUrl ?? '')).text();
    expect(metrics).toMatch(/^registry_webhooks_paused [1-9]\d*$/m);
    expect(receiver.arrived).toHaveLength(1);
  });

  test('counts a redirect as a failure and does not follow it', async () => {
    const { look } = await ownWebhook(server, receiver);
    const elsewhere = await startReceiver();
    receiver.answer = withStatus(307, { location: elsewhere.url });
    await certifyNext();
    const failed = await until(async () => {
      const seen = await look();
      return seen.deliveries.nodes[0] ?? null;
    }, 'the attempt');
    expect(failed).toMatchObject({ failure: 'REDIRECTED', responseStatus: 307 });
    expect(elsewhere.arrived).toEqual([]);
    await elsewhere.close();
  });
});

describe('the owner', () => {
  test('rotates the secret, and messages are signed with the old one too until the overlap ends', async () => {
    const { secret, alter } = await ownWebhook(server, receiver);
    const rotated = await alter('rotateWebhookSecret', { oldSecretUntil: '2031-04-01T00:00:00Z' });
    expect(rotated).toMatchObject({ webhook: { oldSecretUntil: '2031-04-01T00:00:00.000Z' } });
    await certifyNext();
    const [both] = await arrived(1);
    for (const each of [secret, String(rotated.secret)]) expect(verified(each, both as Arrived)).toHaveProperty('data');

    const ended = await alter('rotateWebhookSecret', { oldSecretUntil: '2031-03-10T00:00:00Z' });
    expect(ended).toMatchObject({ webhook: { oldSecretUntil: null } });
    await certifyNext();
    const [, one] = await arrived(2);
    expect(verified(String(ended.secret), one as Arrived)).toHaveProperty('data');
    expect(() => verified(String(rotated.secret), one as Arrived)).toThrow('No matching signature found');
  });

  test('pauses, and gets on resuming what came meanwhile', async () => {
    const { alter } = await ownWebhook(server, receiver);
    expect(await alter('pauseWebhook')).toMatchObject({ pauseReason: 'BY_OWNER' });
    const other = await startReceiver();
    await ownWebhook(server, other);
    const numbers = await certifyNext(2);
    await arrived(2, other);
    expect(receiver.arrived).toEqual([]);
    await alter('resumeWebhook');
    await arrived(2);
    expect(receiver.arrived.map(accountOf)).toEqual(numbers);
    await other.close();
  });

  test('replays from a cursor: the same messages under the same ids', async () => {
    const { alter, look } = await ownWebhook(server, receiver);
    await certifyNext(3);
    const before = [...(await arrived(3))];
    await until(async () => (await look()).deliveries.nodes.length === 3, 'three deliveries in the log');
    await alter('replayWebhook', { after: JSON.parse(before[0]?.body ?? '').data.cursor });
    await arrived(5);
    expect(receiver.arrived.slice(3).map(({ body }) => body)).toEqual(before.slice(1).map(({ body }) => body));
    expect(receiver.arrived.slice(3).map(idOf)).toEqual(before.slice(1).map(idOf));
  });

  test('sends a test event, even while paused', async () => {
    const { id, key, secret, alter, look } = await ownWebhook(server, receiver);
    await alter('pauseWebhook');
    const { data } = await server.graphql(
      'mutation ($input: SendTestEventInput!) { sendTestEvent(input: $input) { ... on SentTestEvent { messageId } } }',
      { input: { webhook: id, idempotencyKey: 'try' } },
      { key },
    );
    const [message] = await arrived(1);
    expect(verified(secret, message as Arrived)).toMatchObject({ type: 'test', data: { webhook: id } });
    expect(idOf(message as Arrived)).toBe(data.sendTestEvent.messageId);
    const { deliveries } = await until(async () => {
      const seen = await look();
      return seen.deliveries.nodes.length === 1 ? seen : null;
    }, 'the test event in the log');
    expect(deliveries.nodes[0]).toMatchObject({ messageId: data.sendTestEvent.messageId, change: null, responseStatus: 204 });
  });

  test('deletes it: nothing more is sent, and the secret is gone', async () => {
    const { id, alter, look } = await ownWebhook(server, receiver);
    await alter('deleteWebhook');
    expect(await look()).toBeUndefined();
    const [row] = await server.dataSource.query('select secret, deleted_at from webhook_endpoint where id = $1', [uuidOf(id)]);
    expect(row).toMatchObject({ secret: null, deleted_at: expect.any(Date) });
    const other = await startReceiver();
    await ownWebhook(server, other);
    await certifyNext();
    await arrived(1, other);
    expect(receiver.arrived).toEqual([]);
    await other.close();
  });

  test('gets nothing after its last key ends, until there is another', async () => {
    const { id } = await ownWebhook(server, receiver);
    await server.dataSource.query(
      'update api_key set revoked_at = now() where holder = (select holder from webhook_endpoint where id = $1)',
      [uuidOf(id)],
    );
    await certifyNext();
    const row = await until(async () => {
      const [found] = await server.dataSource.query('select pause_reason from webhook_endpoint where id = $1', [uuidOf(id)]);
      return found.pause_reason ? found : null;
    }, 'the pause');
    expect(row.pause_reason).toBe('NO_VALID_KEY');
    expect(receiver.arrived).toEqual([]);
  });
});

describe('whatever happens', () => {
  test('a slow receiver does not delay others', async () => {
    const held: (() => void)[] = [];
    const slow = await Promise.all([startReceiver(), startReceiver(), startReceiver()]);
    for (const each of slow) {
      each.answer = (response) => void held.push(() => response.writeHead(204).end());
      await ownWebhook(server, each);
    }
    // The log shows that each was slow before, so together they get half of the four workers.
    await server.dataSource.query(
      `insert into webhook_delivery (endpoint_id, message_id, attempt, sent_at, duration_ms, request_body)
       select id, 'msg_before', 1, now(), 5000, '' from webhook_endpoint where url = any($1::text[])`,
      [slow.map(({ url }) => url)],
    );
    await ownWebhook(server, receiver);
    await certifyNext(2);
    await arrived(2);
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThanOrEqual(2);
    for (const each of slow) each.answer = withStatus(204);
    for (const release of held) release();
    for (const each of slow) await arrived(2, each);
    await Promise.all(slow.map((each) => each.close()));
  });

  test('a process that dies between sending and recording causes a repeat under the same id', async () => {
    const { id, alter } = await ownWebhook(server, receiver);
    await alter('pauseWebhook');
    await certifyNext(2);
    const job = await resumeWithoutWorker(id);
    const dying = Object.create(worker.source, { transaction: { value: () => Promise.reject(new Error('The process died.')) } });
    const clock = { ...clockOf(() => new Date()), today: () => today };
    const selections = server.selectionsOn(worker.source);
    const parts = { source: dying, clock, network: networkOf(true), selections, gaps: [], onPause: () => {} };
    await expect(deliver(parts, uuidOf(id), new AbortController().signal)).rejects.toThrow('The process died.');
    expect(receiver.arrived).toHaveLength(1);
    await server.dataSource.query('select graphile_worker.remove_job($1)', [job]);
    await certifyNext();
    await arrived(4);
    const ids = receiver.arrived.map(idOf);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('a message', () => {
  test('names its owner’s receipts that a change may concern, and nobody else’s', async () => {
    const other = await startReceiver();
    const own = await ownWebhook(server, receiver);
    await ownWebhook(server, other);
    const [number = ''] = await certifyNext();
    await arrived(1);
    const keep = `mutation { keepReceipt(input: { idempotencyKey: "1", subjects: [{ wsibAccount: "${number}" }] }) { ... on Receipt { number } } }`;
    const { data } = await server.graphql(keep, {}, { key: own.key });
    const { id: account } = await server.file(number);
    await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
    await stampChanges(server.dataSource);
    const told = (at: typeof receiver) =>
      until(
        () => at.arrived.map(({ body }) => JSON.parse(body).data).find(({ after }) => after.standing !== 'CERTIFIED'),
        'the revocation',
      );
    expect((await told(receiver)).receipts).toEqual([data.keepReceipt.number]);
    expect((await told(other)).receipts).toEqual([]);
    await other.close();
  });
});

describe('a selection', () => {
  const selection = `{ __typename cursor ...Where ... on StatusChange { after { standing reasons(locale: FR) { because } } } }
    fragment Where on StatusChange { account { wsibAccount organization { legalName } } }`;

  /** What `deliver` sends with, by a schema and under budgets of its own. */
  function sending(schema: GraphQLSchema, rates: typeof usualRates = usualRates) {
    const clock = { ...clockOf(() => new Date()), today: () => today };
    const shared = { source: worker.source, clock };
    const [uses, authentication] = [new DeprecatedUses(worker.source), { forget: () => {} }];
    const limits = { budget: new RateBudget(clock), rates };
    const log = makeLog('silent', new Writable());
    const selections = new ChangeSelections({ ...shared, schema, log, limits, authentication, uses });
    return { parts: { ...shared, network: networkOf(true), selections, gaps: [], onPause: () => {} }, uses };
  }

  test('becomes the data of each message, as the dry run showed it', async () => {
    const { key, look } = await ownWebhook(server, receiver, { selection });
    const before = (await server.graphql('{ changes(first: 1) { latest } }')).data.changes.latest;
    const [number] = await certifyNext();
    const [message] = await arrived(1);
    const { type, data, ...rest } = JSON.parse(message?.body ?? '');
    expect(type).toBe('change.standing');
    expect(data).toMatchObject({ __typename: 'StatusChange', account: { wsibAccount: number }, after: { standing: 'CERTIFIED' } });
    expect(Object.keys(data)).toEqual(['__typename', 'cursor', 'account', 'after']);
    expect(Object.keys(rest)).toEqual(['timestamp']);
    const asked = 'query ($after: String, $selection: String) { webhookMessages(after: $after, selection: $selection) { nodes { body } } }';
    const shown = await server.graphql(asked, { after: before, selection }, { key });
    expect(shown.data.webhookMessages.nodes).toEqual([{ body: message?.body }]);
    expect(await look()).toMatchObject({ selection });
  });

  test.each([
    ['{ cursor noSuchField }', 'Cannot query field "noSuchField" on type "Change".'],
    ['{ cursor', 'Syntax Error: Expected Name, found <EOF>.'],
    ['mutation { cursor }', 'no query, mutation or name before its first brace, and after its last one only fragments.'],
    [
      '{ cursor } query Other { viewer { scope } }',
      'no query, mutation or name before its first brace, and after its last one only fragments.',
    ],
    ['{ cursor } } viewer { scope }', 'Syntax Error: Unexpected "}".'],
    ['{ ... on StatusChange { account { standing(on: $day) { standing } } } }', 'it has variables, and nothing can give them values.'],
    [
      `{ ... on StatusChange { account { ${'organization { accounts { '.repeat(4)} id ${'} }'.repeat(4)} } } }`,
      expect.stringMatching(/^The operation asks for too much: \d/),
    ],
  ])('is refused when the webhook is made if it is %s', async (wrong, why) => {
    const key = await server.keyFor('buyer');
    const { errors } = await server.graphql(
      'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }',
      { input: { url: receiver.url, idempotencyKey: 'wrong', selection: wrong } },
      { key },
    );
    const [message = '', reason] = (errors?.[0]?.message ?? '').split('such as { cursor kind }: ');
    expect([message, reason]).toEqual(['input.selection must be a selection of fields of Change, ', why]);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.selection' });
  });

  test('that the schema has broken pauses the webhook with its reason, until there is another', async () => {
    const { id, alter, look } = await ownWebhook(server, receiver, { selection });
    await alter('pauseWebhook');
    const [number] = await certifyNext();
    await server.dataSource.query(`update webhook_endpoint set selection = '{ removed }' where id = $1`, [uuidOf(id)]);
    await alter('resumeWebhook');
    const paused = await until(async () => {
      const seen = await look();
      return seen.pausedAt ? seen : null;
    }, 'the pause');
    expect(paused).toMatchObject({ pauseReason: 'SELECTION_INVALID', failedAttempts: 0, deliveries: { nodes: [] } });
    expect(paused.notice).toMatch(/^Its selection was no longer valid.*changeWebhookSelection/);
    await alter('changeWebhookSelection', { selection: '{ ... on StatusChange { account { wsibAccount } } }' });
    await alter('resumeWebhook');
    const [message] = await arrived(1);
    expect(JSON.parse(message?.body ?? '').data).toEqual({ account: { wsibAccount: number } });
  });

  test('is read with the rights of its moment, and logged as a reading of the newest key for the message', async () => {
    const read = '{ ... on StatusChange { account { wsibAccount file { audits { id } } } } }';
    const input = { url: receiver.url, idempotencyKey: 'file', selection: read };
    const text = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }';
    for (const scope of ['staff', 'buyer'] as const)
      expect((await server.graphql(text, { input }, { key: await server.keyFor(scope, 'Reader') })).errors).toBeUndefined();
    await certifyNext();
    await arrived(2);
    const files = receiver.arrived.map(({ body }) => JSON.parse(body).data.account.file);
    expect(files).toContain(null);
    expect(files).toContainEqual({ audits: expect.arrayContaining([{ id: expect.any(String) }]) });
    const sent = receiver.arrived.find(({ body }) => JSON.parse(body).data.account.file);
    const logged = await server.dataSource.query(`select actor from audit_log where action = 'readAudits' and request_id = $1`, [
      idOf(sent as Arrived),
    ]);
    expect(logged).toEqual([{ actor: expect.stringMatching(/^Reader/) }]);
  });

  test('waits, and counts no attempt, while the budget of its owner is used up', async () => {
    const { id, alter, look } = await ownWebhook(server, receiver, { selection });
    await alter('pauseWebhook');
    await certifyNext(2);
    const job = await resumeWithoutWorker(id);
    const rate = { points: { capacity: 20, perSecond: 0.01 }, lookUps: { capacity: 1, perSecond: 1 } };
    const { parts } = sending(await makeSchema(), { ...usualRates, buyer: rate });
    await deliver(parts, uuidOf(id), new AbortController().signal);
    expect(receiver.arrived).toHaveLength(1);
    const { nextAttemptAt, failedAttempts, pausedAt } = await look();
    expect({ failedAttempts, pausedAt }).toEqual({ failedAttempts: 0, pausedAt: null });
    expect(Date.parse(nextAttemptAt)).toBeGreaterThan(Date.now() + 10_000);
    await server.dataSource.query('select graphile_worker.remove_job($1)', [job]);
  });

  test('that uses what is deprecated is counted for its key at each message, which warns of it, as does the answer that takes it', async () => {
    const { id, alter } = await ownWebhook(server, receiver, { selection });
    await alter('pauseWebhook');
    await certifyNext();
    const job = await resumeWithoutWorker(id);
    const schema = await makeSchema();
    Object.assign(assertObjectType(schema.getType('StatusChange')).getFields().account ?? {}, { deprecationReason: 'Leave it out.' });
    const { parts, uses } = sending(schema);
    await deliver(parts, uuidOf(id), new AbortController().signal);
    await uses.close();
    const counted = (await deprecatedUses(worker.source)).map(({ coordinate, holder, uses: count }) => [coordinate, holder, count]);
    expect(counted).toEqual([['StatusChange.account', expect.stringMatching(/^City/), 1]]);
    const warned = { deprecated: [{ coordinate: 'StatusChange.account', reason: 'Leave it out.' }] };
    expect(JSON.parse((await arrived(1))[0]?.body ?? '')).toMatchObject({ type: 'change.standing', extensions: warned });
    const caller = { scope: 'buyer', keyId: 'one key', organizationId: null, holder: 'City of Sudbury' } as const;
    const asking = { source: worker.source, clock: parts.clock, authentication: { forget: () => {} }, selections: parts.selections };
    const context = new RequestContext(asking, caller, 'one request', null);
    mustBeValid(context, selection, 'input.selection');
    expect([...(context.notes.deprecated ?? [])]).toEqual([['StatusChange.account', 'Leave it out.']]);
    await server.dataSource.query('select graphile_worker.remove_job($1)', [job]);
  });
});
