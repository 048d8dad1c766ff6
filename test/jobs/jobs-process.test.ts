import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { compiled } from '../support/compiled.ts';
import { certify, ownWebhook } from '../support/webhook-owner.ts';
import { startReceiver, until, withStatus } from '../support/webhook-receiver.ts';
import { organizations, startWriting, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'A-1,O-1,4000001', 'A-2,O-1,4000002'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-1,2031-01-05,', 'R-2,A-2,2031-01-05,'],
};

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(facts, { privateTargets: true });
}, 60_000);
afterAll(async () => {
  await server.stop();
});

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) await ended(child, 'SIGKILL');
});

function start(settings: Record<string, string> = {}): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: server.databaseUrl,
    REGISTRY_DATA_DIR: join(tmpdir(), 'registry-no-data'),
    REGISTRY_WEBHOOK_PRIVATE_TARGETS: 'allow',
    ...settings,
  };
  const child = spawn(process.execPath, [compiled('src/main.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(child);
  return child;
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once('exit', resolve);
    child.kill(signal);
  });

test('an API process killed while sending loses nothing: another sends the message again under the same id', async () => {
  const receiver = await startReceiver();
  await ownWebhook(server, receiver);
  receiver.answer = () => {};
  const first = start();
  await certify(server, '4000001');
  await until(() => receiver.arrived.length === 1, 'the first message', 25);
  await ended(first, 'SIGKILL');

  // After two minutes, the worker that held the job counts as dead.
  await server.dataSource.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '3 minutes' where locked_at is not null`,
  );
  receiver.answer = withStatus(204);
  const second = start();
  await certify(server, '4000002');
  await until(() => receiver.arrived.length === 3, 'the message again, and the next', 25);
  const ids = receiver.arrived.map(({ headers }) => headers['webhook-id']);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(await ended(second, 'SIGTERM')).toBe(0);
  await receiver.close();
}, 60_000);

test('registry jobs lists parked jobs, and retries or drops them', async () => {
  const registry = (...given: string[]) =>
    promisify(execFile)(process.execPath, [compiled('src/cli/registry.js'), 'jobs', ...given], {
      env: { ...process.env, DATABASE_URL: server.databaseUrl },
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  expect(await registry()).toMatchObject({ code: 0, stdout: expect.stringMatching(/^0 parked\.$/m) });
  const [{ id }] = await server.dataSource.query(`select id::text from graphile_worker.add_job('sendTestEvent', '{}', max_attempts => 1)`);
  await server.dataSource.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'Not to be done\\nat all' where id = $1`,
    [id],
  );
  const listed = await registry();
  expect(listed.code).toBe(1);
  expect(listed.stdout).toMatch(new RegExp(`^parked ${id} sendTestEvent, after 1 attempts, since .*: Not to be done$`, 'm'));
  expect(await registry('retry', String(id))).toEqual({ code: 0, stdout: '1 of 1 will be tried again.\n' });
  expect(await registry('drop', String(id))).toEqual({ code: 1, stdout: '0 of 1 removed.\n' });
  expect((await registry('drop', 'all')).code).toBe(2);
}, 60_000);
