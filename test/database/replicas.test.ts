import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { Replicas } from '../../src/database/replicas.ts';
import { lsnOf, lsnText } from '../../src/database/replicas-lsn.ts';
import type { Look, WhyOut } from '../../src/database/replicas-watched.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { type FreshDatabase, freshDatabase, query } from '../support/database.ts';
import { record } from '../support/recorded.ts';
import { bytes, firstDay, startRequesting } from '../support/requesting.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const today = '2026-11-20';

const organizations = (name: string) => [
  'organization,legal_name,operating_name,former_names,business_number,city',
  `O-1,${name},,,,Sudbury`,
];

const facts = (name: string) => ({
  organizations: organizations(name),
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2026-03-02'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'AU-1,A-1,INITIAL_INTERNAL,COR_2020,2024-08-03,2024-08-05,2024-08-10,,,Ann Audit,,,',
  ],
});

/** The state of a server to be probed; a test sets what it reports. */
class Said {
  look_: Look | null = { system: '1', lsn: 100n };

  set lsn(lsn: bigint | null) {
    this.look_ = { system: '1', lsn };
  }

  async look(): Promise<Look> {
    if (this.look_ === null) throw new Error('It does not answer.');
    return this.look_;
  }

  async close(): Promise<void> {}
}

/** Databases that stand in for replicas: the name of the organization in each shows which one was read. */
let standIns: readonly FreshDatabase[];
let server: TestServer;
let replicas: Replicas;
let primary: Said;
let said: readonly Said[];
let turns: [string, WhyOut | null][];
const maxLagMs = 1_500;
/** The replicas' clock in milliseconds; a test advances it. */
let elapsed = 0;

beforeAll(async () => {
  standIns = [await freshDatabase(), await freshDatabase()];
  for (const [at, { url }] of standIns.entries()) {
    const source = await createDataSource(url).initialize();
    await record(source, facts(`Replica ${at + 1}`), today);
    await source.destroy();
  }
  [primary, said, turns] = [new Said(), [new Said(), new Said()], []];
  const parts = standIns.map(({ serverUrl }, at) => {
    return { name: `replica ${at + 1}`, source: createDataSource(serverUrl, { isReadOnly: true }), outlook: said[at] ?? primary };
  });
  const onTurn = (name: string, whyOut: WhyOut | null) => void turns.push([name, whyOut]);
  const make = (source: DataSource) =>
    new Replicas({ primary: source, outlook: primary, replicas: parts, maxLagMs, onTurn, now: () => elapsed });
  server = await startTestServer({
    now: `${today}T12:00:00-05:00`,
    rates: usualRates,
    metrics: { host: '127.0.0.1', port: 0 },
    replicas: (source) => {
      replicas = make(source);
      return replicas;
    },
  });
  await record(server.dataSource, facts('Primary'), today);
  await replicas.start();
}, 30_000);

afterAll(async () => {
  await replicas.close();
  await server.stop();
  for (const each of standIns) await each.drop();
});

beforeEach(async () => {
  for (const each of [primary, ...said]) each.lsn = 100n;
  await until(() => replicas.inService === 2);
  turns.splice(0);
});

/** Where a request reads, by the name of the firm; with a key, and with the log position that a client sends. */
async function readsFrom(options: { key?: string; lsn?: string } = {}): Promise<string> {
  const { key, lsn } = options;
  const { body } = await server.request
    .post('/graphql')
    .set({ ...(key && { authorization: `Bearer ${key}` }), ...(lsn && { 'registry-lsn': lsn }) })
    .send({ query: '{ verify(subject: { wsibAccount: "1000001" }) { organizationName } }' });
  return body.data.verify.organizationName;
}

/** Where several consecutive requests read. */
async function readFrom(options: { key?: string; lsn?: string } = {}): Promise<string[]> {
  const read: string[] = [];
  for (let asked = 0; asked < 4; asked += 1) read.push(await readsFrom(options));
  return [...new Set(read)].sort();
}

const bothReplicas = ['Replica 1', 'Replica 2'];

/** Does something while every connection to a stand-in breaks as soon as it is used. */
async function withStandInsGone<Result>(work: () => Promise<Result>): Promise<Result> {
  const query = Client.prototype.query;
  const names = standIns.map(({ url }) => new URL(url).pathname.slice(1));
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    // pg keeps a client's socket in this field.
    const { connection, database } = this as unknown as { connection: { stream: { destroy(): void } }; database: string };
    if (names.includes(database)) connection.stream.destroy();
    // This does not need to distinguish the overloads of query().
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    return await work();
  } finally {
    Client.prototype.query = query;
  }
}

/** Corrects the city of the firm; returns the answer with its log position. */
async function correct(key: string, city: string) {
  const [row]: { id: string; version: number }[] = await server.dataSource.query('select id, version from organization');
  return server.graphql(
    `mutation ($input: CorrectOrganizationInput!) { correctOrganization(input: $input) { __typename ... on Organization { legalName city } ... on Refused { message } } }`,
    {
      input: { organization: toGlobalId('Organization', row?.id ?? ''), expectedVersion: row?.version, reason: 'Moved', city },
    },
    { key },
  );
}

describe('with replicas', () => {
  test('queries read each of them in turn', async () => {
    expect(await readFrom()).toEqual(bothReplicas);
    const metrics = await (await fetch(`${server.metricsUrl}`)).text();
    expect(metrics).toMatch(/^registry_replicas_in_service 2$/m);
    expect(metrics).toMatch(/^registry_replica_lag_seconds 0$/m);
  });

  test('a mutation reads its answer from the primary, and its key reads there until a replica has caught up', async () => {
    const [writer, other] = [await server.keyFor('staff'), await server.keyFor('staff')];
    expect(await readFrom({ key: writer })).toEqual(bothReplicas);
    const { data, headers } = await correct(writer, 'Sudbury West');
    expect(data.correctOrganization).toEqual({ __typename: 'Organization', legalName: 'Primary', city: 'Sudbury West' });
    expect(await readFrom({ key: writer })).toEqual(['Primary']);
    expect(await readFrom({ key: other })).toEqual(bothReplicas);
    const written = lsnOf(headers['registry-lsn'] ?? '') ?? 0n;
    const [first] = said;
    if (first) first.lsn = written;
    await until(async () => (await readFrom({ key: writer })).join() === 'Replica 1');
  });

  test('a client that sends the log position of a mutation reads what it wrote, with any key and on any node', async () => {
    const { headers } = await correct(await server.keyFor('staff'), 'Sudbury East');
    const lsn = headers['registry-lsn'] ?? '';
    expect(lsn).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
    expect(await readFrom({ lsn })).toEqual(['Primary']);
    expect(await readFrom({ lsn: lsnText(100n) })).toEqual(bothReplicas);
    expect(await readFrom()).toEqual(bothReplicas);
  });

  test('a log position that no answer contained is an error, which does not repeat it', async () => {
    const query = { query: '{ viewer { scope } }' };
    const answer = await server.request.post('/graphql').set('registry-lsn', '16/B374D848; drop').send(query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { message: 'The header registry-lsn must be sent exactly as an answer returned it.', extensions: { code: 'BAD_REQUEST' } },
    ]);
    expect((await server.request.post('/graphql').send(query)).headers).not.toHaveProperty('registry-lsn');
  });

  test('one that does not answer, has another database, or is no longer a replica is not read until it recovers', async () => {
    const [first, second] = said;
    if (!first || !second) throw new Error('There are two.');
    first.look_ = null;
    await until(() => replicas.inService === 1);
    expect(await readFrom()).toEqual(['Replica 2']);
    second.look_ = { system: '2', lsn: 100n };
    await until(() => replicas.inService === 0);
    expect(await readFrom()).toEqual(['Primary']);
    first.lsn = null;
    await until(() => turns.length === 3);
    expect(turns).toEqual([
      ['replica 1', 'does not answer'],
      ['replica 2', 'is not a replica of the primary'],
      ['replica 1', 'is not a replica of the primary'],
    ]);
    first.lsn = 100n;
    await until(() => replicas.inService === 1);
    expect(await readFrom()).toEqual(['Replica 1']);
  });

  test('one whose lag exceeds the limit is not read, however recently it answered', async () => {
    elapsed += maxLagMs + 1;
    primary.lsn = 200n;
    const [first] = said;
    if (first) first.lsn = 200n;
    await until(() => replicas.inService === 1);
    expect(await readFrom()).toEqual(['Replica 1']);
    await until(() => turns.some(([name]) => name === 'replica 2'));
    expect(turns).toContainEqual(['replica 2', 'lags behind the primary']);
    expect(replicas.lagSeconds).toBe(0);
  });

  test('none of them is read for long if the primary does not report its position', async () => {
    primary.look_ = null;
    elapsed += maxLagMs + 1;
    await until(() => replicas.inService === 0);
    expect(await readFrom()).toEqual(['Primary']);
  });

  test('if a replica fails during a request, the primary answers, and the request is charged once', async () => {
    const key = await server.keyFor('buyer');
    const ask = () => server.graphql('{ verify(subject: { wsibAccount: "1000001" }) { organizationName } }', {}, { key });
    const before = await ask();
    expect(bothReplicas).toContain(before.data.verify.organizationName);
    const after = await withStandInsGone(ask);
    expect(after.data.verify.organizationName).toBe('Primary');
    expect(after.errors).toBeUndefined();
    const [was, is] = [before, after].map(({ text }) => JSON.parse(text).extensions.cost.lookUps.left);
    expect(is).toBe(was - 1);
    expect(server.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  test('what the role of a replica may not read is answered by the primary, and the request is charged once', async () => {
    const [{ url } = { url: '' }] = standIns;
    const key = await server.keyFor('buyer');
    await query(url, `revoke select on organization from ${process.env.TEST_SERVER_ROLE}`);
    try {
      expect(await readFrom()).toEqual(['Primary', 'Replica 2']);
      const asked = [];
      for (let turn = 0; turn < 3; turn += 1)
        asked.push(await server.graphql('{ verify(subject: { wsibAccount: "1000001" }) { organizationName } }', {}, { key }));
      expect(asked.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
      const left = asked.map(({ text }) => JSON.parse(text).extensions.cost.lookUps.left);
      expect(left).toEqual([left[0], left[0] - 1, left[0] - 2]);
    } finally {
      await query(url, `grant select on organization to ${process.env.TEST_SERVER_ROLE}`);
    }
    expect(await readFrom()).toEqual(bothReplicas);
  });

  test('a read after a page of the feed is not older than the page, in the same query and in the next', async () => {
    const [clerk, key] = [await server.keyFor('staff'), await server.keyFor('staff')];
    await correct(clerk, 'Sudbury North');
    await stampChanges(server.dataSource);
    const query = '{ changes { nodes { ... on StatusChange { account { organization { legalName } } } } } }';
    const { data, headers } = await server.graphql(query, {}, { key });
    // One for each account of the firm.
    const names = data.changes.nodes.map(
      ({ account }: { account: { organization: { legalName: string } } }) => account.organization.legalName,
    );
    expect([...new Set(names)]).toEqual(['Primary']);
    expect(await readFrom({ key })).toEqual(['Primary']);
    expect(await readFrom({ lsn: headers['registry-lsn'] ?? '' })).toEqual(['Primary']);
    expect(await readFrom()).toEqual(bothReplicas);
  });

  test('the feed, an earlier instant and the list of keys are read on the primary', async () => {
    const [row]: { at: Date }[] = await server.dataSource.query('select max(recorded_at) as at from recording');
    const key = await server.keyFor('admin');
    const { data, errors } = await server.graphql(
      `query ($at: DateTime) { verify(subject: { wsibAccount: "1000001" }, knownAt: $at) { organizationName } apiKeys { nodes { scope } } changes { latest } }`,
      { at: row?.at.toISOString() },
      { key },
    );
    expect(errors).toBeUndefined();
    expect(data.verify).toEqual({ organizationName: 'Primary' });
    expect(data.apiKeys.nodes).toContainEqual({ scope: 'ADMIN' });
  });
});

describe('a document that is sent', () => {
  test('is reported with the log position from which it can be read', async () => {
    const outlook = new Said();
    const replicas = (source: DataSource) => new Replicas({ primary: source, outlook, replicas: [], maxLagMs, onTurn: () => {} });
    const one = await startRequesting({ replicas });
    one.to(firstDay);
    const { id } = await one.begin('alpha', 'A-1', 'ISO_45001');
    const path = await one.upload('alpha', id, 'EQUIVALENCY_FORM', 'form.pdf');
    const before = await one.dataSource.query('select pg_current_wal_insert_lsn()::text as lsn');
    const sent = await one.request.put(path).set('content-type', 'application/pdf').send(bytes.pdf('sent')).expect(201);
    expect(lsnOf(sent.headers['registry-lsn'] ?? '')).toBeGreaterThan(lsnOf(before[0].lsn) ?? 0n);
    await one.stop();
  });
});

describe('a read that writes', () => {
  test('is logged on the primary, while a replica answers the rest', async () => {
    const [look, log] = [new Said(), `select action, count(*)::int as count from audit_log where action <> 'IMPORT' group by 1 order by 1`];
    let own: Replicas | undefined;
    const one = await startTestServer({
      now: `${today}T12:00:00-05:00`,
      replicas: (source) => {
        const { options } = source;
        const url = 'url' in options && typeof options.url === 'string' ? options.url : '';
        // The same database, read-only.
        const parts = [{ name: 'itself', source: createDataSource(url, { isReadOnly: true }), outlook: look }];
        own = new Replicas({ primary: source, outlook: look, replicas: parts, maxLagMs: 60_000, onTurn: () => {} });
        return own;
      },
    });
    await record(one.dataSource, facts('Firm'), today);
    await own?.start();
    const [buyer, staff] = [await one.keyFor('buyer', 'City of Sudbury'), await one.keyFor('staff')];
    await one.dataSource.query(
      `insert into consent (account_id, kind, scope, recipient, from_day, given_by, document)
       select id, 'PERMISSION', 'AUDIT_FACTS', 'City of Sudbury', '2026-01-01', 'test', 'D' from account`,
    );
    const disclosed = await one.graphql('{ account(wsibAccount: "1000001") { auditFacts { auditor } } }', {}, { key: buyer });
    expect(disclosed).toMatchObject({ data: { account: { auditFacts: [{ auditor: 'Ann Audit' }] } }, errors: undefined });
    const file = await one.graphql(
      `{ account(wsibAccount: "1000001") { file { audits { auditor } } stage { label } }
         soseEligibility(wsibAccount: "1000001", applicationDay: "2026-11-20") { account { wsibAccount } } }`,
      {},
      { key: staff },
    );
    expect(file.errors).toBeUndefined();
    expect(await one.dataSource.query(log)).toEqual([
      { action: 'discloseAuditFacts', count: 1 },
      { action: 'readAudits', count: 3 },
    ]);
    await own?.close();
    await one.stop();
  });
});
