import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { compiled } from '../support/compiled.ts';
import { until } from '../support/until.ts';
import { startReceiver, withStatus } from '../support/webhook-receiver.ts';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Paving (synthetic) Ltd.,,,,'],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

let server: WritingServer;
const folder = mkdtempSync(join(tmpdir(), 'registry-watch-'));
const cursorFile = join(folder, 'cursor');
beforeAll(async () => {
  server = await startWriting(facts, { upkeep: true });
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

interface Watching {
  readonly child: ChildProcess;
  readonly shown: () => string;
  readonly told: () => string;
  readonly ended: Promise<number | null>;
}

const running: Watching[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

const watch = (...flags: string[]): Watching => run('watch', '--url', server.url, ...flags);

function run(...words: string[]): Watching {
  const child = spawn(process.execPath, [compiled('src/cli/registry.js'), ...words]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += String(text);
  });
  child.stderr.on('data', (text) => {
    said.err += String(text);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const watching = { child, shown: () => said.out, told: () => said.err, ended };
  running.push(watching);
  return watching;
}

/** Revokes the firm's COR and lifts that again. */
async function twoChanges(): Promise<void> {
  const { id: account } = await server.file('1000001');
  const { data } = await server.mutate('recordRevocation', { account, from: today, reason: 'Fraud', document: 'File 7' });
  const { id, version } = data.recordRevocation;
  await server.mutate('liftRevocation', { revocation: id, expectedVersion: version });
}

const who = 'standing    1000001 Alder Paving (synthetic) Ltd.';

test('registry watch says that it is following, and resumes from where it began even if it has shown nothing yet', async () => {
  const first = watch('--cursor-file', cursorFile);
  await until(() => first.told() === `Following ${server.url}. Ctrl-C ends it.\n`);
  expect(readFileSync(cursorFile, 'utf8')).toMatch(/^\S+\n$/);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(130);
  await twoChanges();
  const then = watch('--cursor-file', cursorFile, '--standings', 'certified', '--kinds', 'STANDING');
  await until(() => then.shown().split('\n').length === 3);
  const [revoked, lifted] = then.shown().split('\n');
  expect(revoked).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d {2}/);
  expect(revoked?.slice(18)).toBe(`${who}: certified → no current certification on record, from ${today} (X-7)`);
  expect(lifted?.slice(18)).toContain(`${who}: no current certification on record → certified`);
  then.child.kill('SIGINT');
  expect(await then.ended).toBe(130);
  expect(first.shown()).toBe('');
}, 60_000);

test('registry watch prints JSON to programs, and ends when they stop reading', async () => {
  const { data } = await server.graphql('{ changes(first: 1) { latest } }');
  const watching = watch('--json', '--after', data.changes.latest);
  await twoChanges();
  await until(() => watching.shown().split('\n').length === 3);
  const [line = ''] = watching.shown().split('\n');
  expect(JSON.parse(line)).toMatchObject({ kind: 'STANDING', account: { wsibAccount: '1000001' }, effectiveOn: today });
  watching.child.stdout?.destroy();
  await twoChanges();
  expect(await watching.ended).toBe(130);
}, 60_000);

test.each([
  ['--url', 'ftp://registry.example/', '--url must be an address such as https://registry.example/.'],
  ['--key', 'cor_0123456789abcdef_wrong', 'The API key is wrong. Send it in full, as it was issued: `Authorization: Bearer cor_…`.'],
  ['--watch-list', 'none', 'filter.watchList must be a global id of type WatchList, exactly as this registry returned it.'],
])('registry watch ends on a lasting error: %s %s', async (flag, value, message) => {
  const watching = watch(flag, value);
  expect(await watching.ended).toBe(2);
  expect(watching.told().split('\n').at(-2)).toBe(message);
});

test('registry listen posts each message of a webhook to a receiver, signed, and again if it was not accepted', async () => {
  const receiver = await startReceiver();
  const { data } = await server.graphql('{ changes(first: 1) { latest } }');
  let refusals = 1;
  receiver.answer = (response) => withStatus(refusals-- > 0 ? 503 : 204)(response);
  const key = await server.keyFor('buyer');
  await twoChanges();
  const listening = run('listen', '--url', server.url, '--key', key, '--forward', receiver.url, '--after', data.changes.latest);
  await until(() => receiver.arrived.length === 3, 30_000);
  const secret = /Signing secret: (\S+)/.exec(listening.shown())?.[1] ?? '';
  const text = 'query ($after: String) { webhookMessages(after: $after) { nodes { body } } }';
  const { nodes } = (await server.graphql(text, { after: data.changes.latest }, { key })).data.webhookMessages;
  // Node.js gives these headers once each.
  const posted = receiver.arrived.map(({ headers, body }) => new Webhook(secret).verify(body, headers as Record<string, string>));
  // The first was refused once.
  expect(posted).toEqual([nodes[0], nodes[0], nodes[1]].map(({ body }) => JSON.parse(body)));
  expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
  listening.child.kill('SIGINT');
  expect(await listening.ended).toBe(130);
  expect(listening.shown()).toMatch(/change\.standing {2}\S+ {2}503\n.*204\n/);
  const after = ['--after', JSON.parse(nodes[0].body).data.cursor];
  run('listen', '--url', server.url, '--key', key, '--forward', receiver.url, ...after, '--select', '{ kind effectiveOn }');
  await until(() => receiver.arrived.length === 4, 30_000);
  expect(JSON.parse(receiver.arrived[3]?.body ?? '').data).toEqual({ kind: 'STANDING', effectiveOn: expect.any(String) });
  await receiver.close();
}, 60_000);

test('registry listen needs a key, and an address to forward to', async () => {
  const refused = run('listen', '--url', server.url, '--forward', 'http://127.0.0.1:9/');
  expect(await refused.ended).toBe(2);
  expect(refused.told()).toContain('This needs an API key that permits');
  expect(refused.shown()).toBe('');
  const invalid = run(
    'listen',
    '--url',
    server.url,
    '--key',
    await server.keyFor('buyer'),
    '--forward',
    'http://127.0.0.1:9/',
    '--select',
    '{ no }',
  );
  expect(await invalid.ended).toBe(2);
  // Nothing is forwarded, so it does not say that it does.
  expect([invalid.shown(), invalid.told()]).toEqual(['', expect.stringContaining('Cannot query field "no" on type "Change".')]);
  const misdirected = run('listen', '--url', server.url, '--forward', 'localhost:3000');
  expect(await misdirected.ended).toBe(2);
  expect(misdirected.told()).toBe('--forward must be an address such as http://localhost:3000/hook.\n');
}, 60_000);
