import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { ApiProcess } from '../support/api-process.ts';
import { setRegistryTime } from '../support/registry-time.ts';
import type { GraphQLAnswer } from '../support/server.ts';
import { type Severed, type Severing, severed } from '../support/severed.ts';
import { type MutationName, mutationText, only, organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const checks = Array.from({ length: 4 }, (_, at) => at + 1);
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'issue,O-1,4000001', ...checks.map((at) => `check-${at},O-1,${4000001 + at}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,issue,2031-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...checks.map((at) => `C-${at},check-${at},COR_2020,EXTERNAL_AUDIT,2030-06-01`),
  ],
  spot_checks: ['spot_check,account,received_on,corrective_action', ...checks.map((at) => `S-${at},check-${at},2030-12-01,yes`)],
  spot_check_events: ['spot_check,on,kind', ...checks.map((at) => `S-${at},2031-03-01,IMPLEMENTATION_REPORTED`)],
};

const tables = [
  ...['certificate', 'registration', 'spot_check', 'spot_check_event', 'document_number', 'fact_history', 'recording'],
  ...['standing_period', 'standing_period_history', 'change', 'audit_log', 'idempotency_key'],
];

let server: WritingServer;

beforeAll(async () => {
  server = await startWriting(facts);
});

afterAll(() => server.stop());

/** The contents of every table, so that any trace shows. */
const contents = async (): Promise<string> => {
  const rows = await Promise.all(tables.map((table) => server.dataSource.query(`select t::text from ${table} t order by 1`)));
  return JSON.stringify(rows);
};

/** Waits until PostgreSQL has noticed that its client is gone: no transaction is open any more. */
const settled = async (): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row]: { n: number }[] = await server.dataSource.query(
      `select count(*)::integer as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    );
    if (row?.n === 0) return;
    await passing(20);
  }
  throw new Error('a transaction is still open');
};

const cases: [MutationName, string, () => Promise<Record<string, unknown>>][] = [
  [
    'issueCertificate',
    'a certificate, its number, the timeline, the change, the audit log and the answer under the key',
    async () => ({ ...(await server.issuable((await server.file('4000001')).id)), idempotencyKey: 'killed' }),
  ],
  [
    'correctSpotCheck',
    'a check, its events, the history, the timeline, the change, the audit log and the answer under the key',
    async () => {
      const { id, version } = only((await server.file('4000002')).spotChecks);
      // Letter of 2 December 2030: day 90 is 2 March 2031, so the report of 3 March comes too late.
      const events = [{ on: '2031-03-03', kind: 'IMPLEMENTATION_REPORTED' }];
      return { spotCheck: id, expectedVersion: version, reason: 'r', events, receivedOn: '2030-12-02', idempotencyKey: 'killed' };
    },
  ],
];

describe.each(cases)('%s, killed', (name, _what, inputOf) => {
  const attempt = (severing: Severing, input: Record<string, unknown>): Promise<Severed & { text: string }> => {
    let text = '';
    const work = async () => {
      text = (await server.mutate(name, input)).text;
    };
    return severed(server, severing, work).then((outcome) => ({ ...outcome, text }));
  };

  test('before any of its statements leaves nothing; after sending any, it leaves nothing or, once committed, everything', async () => {
    const input = await inputOf();
    const before = await contents();
    const statements: string[] = [];
    for (let statement = 1, isDone = false; !isDone; statement += 1) {
      for (const when of ['before', 'after'] as const) {
        const { sent, wasSevered, text } = await attempt({ statement, when }, input);
        await settled();
        const last = sent[statement - 1] ?? '';
        if (when === 'before') statements.push(last);
        isDone = last === 'COMMIT' && when === 'after';
        expect(wasSevered).toBe(true);
        if (isDone) break;
        expect(text).toContain('"errors"');
        expect(text).not.toMatch(/terminated|socket|at Object|node_modules/i);
        expect([statement, when, await contents()]).toEqual([statement, when, before]);
      }
    }
    expect(statements.filter((text) => /insert into (change|audit_log|recording)|copy|update idempotency_key/i.test(text))).toHaveLength(5);
    // The kill at COMMIT may have come before or after it: repeating the request has its effect once in either case.
    const { data } = await server.mutate(name, input);
    expect(data[name].version).toBeGreaterThan(0);
    const added = await server.dataSource.query(
      `select (select count(*) from change c join audit_log l on l.details ->> 'recording' = c.recording_id::text where l.action = $1) as changes,
         (select count(*) from audit_log where action = $1) as logged, (select count(*) from idempotency_key where operation = $1) as keys`,
      [name],
    );
    expect(added).toEqual([{ changes: '1', logged: '1', keys: '1' }]);
    expect(await checkTimelines(server.dataSource)).toMatchObject({ problems: 0 });
  }, 120_000);
});

test('a rolled-back mutation notifies nobody: no NOTIFY, no change', async () => {
  const listener = new Client({ connectionString: server.databaseUrl });
  await listener.connect();
  const heard: (string | undefined)[] = [];
  listener.on('notification', ({ channel, payload }) => heard.push(`${channel}:${payload}`));
  await listener.query('listen change');
  const { id, version } = only((await server.file('4000003')).spotChecks);
  const input = { spotCheck: id, expectedVersion: version, reason: 'r', receivedOn: '2030-11-30' };
  const before = await server.count('change');
  // The recording is written last: by then the change is there and NOTIFY has been called.
  const { sent } = await severed(server, { statement: 'insert into recording', when: 'before' }, () =>
    server.mutate('correctSpotCheck', input),
  );
  expect(sent.filter((text) => /insert into change|pg_notify/.test(text))).toHaveLength(2);
  await settled();
  await listener.query('select 1');
  expect([heard, await server.count('change')]).toEqual([[], before]);
  expect((await server.mutate('correctSpotCheck', input)).errors).toBeUndefined();
  await listener.query('select 1');
  expect([heard, await server.count('change')]).toEqual([['change:'], before + 1]);
  await listener.end();
});

test('a server killed between the steps of a clerk: what it had answered stays, and what was under way has its effect once when sent again', async () => {
  await setRegistryTime(server.dataSource, today);
  const settings = { DATABASE_URL: server.databaseUrl, REGISTRY_DATA_DIR: join(tmpdir(), 'registry-no-data'), REGISTRY_WORKERS: '0' };
  const node = new ApiProcess({ ...settings, REGISTRY_DEMO_ACCOUNTS: '0' });
  const url = new URL('graphql', await node.url());
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.clerk}` };
  const send = async (input: object) => {
    const body = JSON.stringify({ query: mutationText('recordRevocation'), variables: { input } });
    // The registry answers in GraphQL's form.
    const answer = (await (await fetch(url, { method: 'POST', headers, body })).json()) as GraphQLAnswer;
    return answer.data.recordRevocation;
  };
  const numbers = ['4000001', ...checks.map((at) => String(4000001 + at))];
  const inputs = await Promise.all(
    numbers.map(async (number) => {
      const { id: account } = await server.file(number);
      return { idempotencyKey: `step-${number}`, account, reason: 'False statements', document: 'File 1' };
    }),
  );
  const [first = {}, ...others] = inputs;
  const answered = await send(first);
  const underWay = others.map((input) => send(input).catch(() => null));
  await Promise.race(underWay);
  node.child.kill('SIGKILL');
  await Promise.all([...underWay, node.ended]);
  // The clerk goes on at another node: the same requests, then the same step once more under other keys.
  const again = await Promise.all(inputs.map((input) => server.mutate('recordRevocation', input)));
  expect(again.map(({ data }) => data?.recordRevocation.__typename)).toEqual(numbers.map(() => 'Revocation'));
  expect(again[0]?.data.recordRevocation).toEqual(answered);
  for (const [at, input] of inputs.entries()) {
    const { data } = await server.mutate('recordRevocation', { ...input, idempotencyKey: `other-${at}` });
    expect(data.recordRevocation).toMatchObject({ code: 'REVOCATION_STANDS', en: [{ clause: 'R-29' }] });
    expect((await server.file(numbers[at] ?? '')).revocations).toHaveLength(1);
  }
  expect(await checkTimelines(server.dataSource)).toMatchObject({ problems: 0 });
}, 60_000);
