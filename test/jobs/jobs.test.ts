import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newestJobMigration } from '../../src/database/job-schema.ts';
import { countParked, dropParked, parkedJobs, retryParked, waitingJobs } from '../../src/jobs/parked.ts';
import { queueTestEvent } from '../../src/webhooks/delivery-queue.ts';
import { removeOldDeliveries } from '../../src/webhooks/retention.ts';
import { query } from '../support/database.ts';
import { certify, ownWebhook, workOn } from '../support/webhook-owner.ts';
import { type Receiver, startReceiver, until, withStatus } from '../support/webhook-receiver.ts';
import { organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

const COUNT = 20;
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...Array.from({ length: COUNT }, (_, at) => `A-${at},O-1,${4000001 + at}`)],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    ...Array.from({ length: COUNT }, (_, at) => `R-${at},A-${at},2031-01-05,`),
  ],
};

let server: WritingServer;
let receiver: Receiver;
let next = 4000001;
const workers: Awaited<ReturnType<typeof workOn>>[] = [];

beforeAll(async () => {
  server = await startWriting(facts, { privateTargets: true, metrics: { host: '127.0.0.1', port: 0 } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((each) => each.close()));
  await receiver.close();
  await server.dataSource.query(`update webhook_endpoint set paused_at = now(), pause_reason = 'BY_OWNER' where paused_at is null`);
});

const work = async (over: Parameters<typeof workOn>[1] = {}) => {
  const worker = await workOn(server, over);
  workers.push(worker);
  return worker;
};

const certifyNext = (): Promise<void> => certify(server, String(next++));
const arrived = (count: number) => until(() => receiver.arrived.length >= count, `${count} messages, there are ${receiver.arrived.length}`);
const ids = () => receiver.arrived.map(({ headers }) => headers['webhook-id']);
const jobs = async (): Promise<number> => Number((await server.dataSource.query('select count(*) from graphile_worker.jobs'))[0].count);

test('a start looks for the last migration that the package of the queue has', async () => {
  expect(await server.dataSource.query('select max(id) as newest from graphile_worker.migrations')).toEqual([
    { newest: newestJobMigration },
  ]);
});

describe('a job that fails for good', () => {
  /** It names no endpoint, so its statement fails. */
  const poison = async () => {
    const [{ id }] = await server.dataSource.query(
      `select id::text from graphile_worker.add_job('deliverWebhook', '{"endpoint": "none"}', max_attempts => 1)`,
    );
    return String(id);
  };

  test('is parked, listed with its error, and counted by the metric', async () => {
    const id = await poison();
    expect(await countParked(server.dataSource)).toBe(0);
    await work();
    await until(() => countParked(server.dataSource), 'a parked job');
    expect(await parkedJobs(server.dataSource)).toEqual([
      { id, task: 'deliverWebhook', attempts: 1, parkedAt: expect.any(Date), lastError: expect.stringContaining('invalid input syntax') },
    ]);
    const metrics = await (await fetch(server.metricsUrl ?? '')).text();
    expect(metrics.split('\n')).toContain('registry_jobs_parked 1');
    await dropParked(server.dataSource, [id]);
  });

  test('is retried on command, or removed', async () => {
    const [id, other] = [await poison(), await poison()];
    await work();
    await until(async () => (await countParked(server.dataSource)) === 2, 'two parked jobs');
    await workers.splice(0)[0]?.close();
    expect(await retryParked(server.dataSource, [id])).toBe(1);
    expect(await waitingJobs(server.dataSource)).toMatchObject([{ task: 'deliverWebhook', waiting: 1, running: 0 }]);
    // A job that is not parked is neither retried nor removed.
    expect(await dropParked(server.dataSource, [id])).toBe(0);
    expect(await dropParked(server.dataSource, [other, '999999'])).toBe(1);
    await work();
    await until(() => countParked(server.dataSource), 'the first one parked again');
    expect(await dropParked(server.dataSource, [id])).toBe(1);
  });
});

test('a job is queued if its transaction commits, and not otherwise', async () => {
  const { id } = await ownWebhook(server, receiver);
  const before = await jobs();
  const undone = server.dataSource.transaction(async (tx) => {
    await queueTestEvent(tx, uuidOf(id), 'test_undone');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await jobs()).toBe(before);
});

test('two workers deliver each change once and in order', async () => {
  await ownWebhook(server, receiver);
  await Promise.all([work(), work()]);
  for (let count = 0; count < 4; count++) await certifyNext();
  await arrived(4);
  expect(new Set(ids()).size).toBe(4);
  const positions = ids().map((id) => Number(String(id).split('_')[2]));
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
});

test('a host name that now leads to a private address gets nothing, and the attempt says why', async () => {
  const { port } = new URL(receiver.url);
  const { look } = await ownWebhook(server, { url: `http://hooks.example.ca:${port}/` });
  const asked: string[] = [];
  const resolve = async (name: string) => {
    asked.push(name);
    return [{ address: '127.0.0.1', family: 4 }];
  };
  await work({ network: { resolve, privateTargets: false, timeoutMs: 3_000 } });
  await certifyNext();
  const attempt = await until(async () => (await look()).deliveries.nodes[0], 'the attempt');
  expect(attempt).toMatchObject({ failure: 'ADDRESS_REFUSED', responseStatus: null, responseBody: null });
  expect(asked[0]).toBe('hooks.example.ca');
  expect(receiver.arrived).toEqual([]);
});

test('a worker that closes leaves unfinished jobs to another', async () => {
  await ownWebhook(server, receiver);
  receiver.answer = () => {};
  const first = await workOn(server, { graceMs: 50 });
  await certifyNext();
  await arrived(1);
  await first.close();
  receiver.answer = withStatus(204);
  // The interrupted job waits some seconds before its retry; the test does not.
  await server.dataSource.query('select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())');
  await work();
  await arrived(2);
  expect(ids()[1]).toBe(ids()[0]);
});

test('a dead worker’s job is done by another', async () => {
  const { id } = await ownWebhook(server, receiver);
  await certifyNext();
  await server.dataSource.query(
    `select graphile_worker.add_job('deliverWebhook', json_build_object('endpoint', $1::text), job_key => 'webhook:' || $1)`,
    [uuidOf(id)],
  );
  const lock = (age: string) =>
    server.dataSource.query(
      `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '${age}' where key = $1`,
      [`webhook:${uuidOf(id)}`],
    );
  // Until then that worker may still be working.
  await lock('1 minute');
  await work();
  await certifyNext();
  expect(receiver.arrived).toEqual([]);
  await workers.splice(0)[0]?.close();
  await lock('3 minutes');
  await work();
  await arrived(2);
});

test('a worker continues after PostgreSQL has cut its connections', async () => {
  await ownWebhook(server, receiver);
  const held: (() => void)[] = [];
  receiver.answer = (response) => void held.push(() => response.writeHead(204).end());
  await work();
  await certifyNext();
  await arrived(1);
  await query(
    process.env.TEST_SERVER ?? '',
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(server.databaseUrl).pathname.slice(1)}'`,
  );
  receiver.answer = withStatus(204);
  for (const release of held) release();
  const askTogether = () => Promise.all(Array.from({ length: 4 }, () => server.dataSource.query('select 1')));
  await until(() => askTogether().catch(() => null), 'connections of the server');
  await certifyNext();
  // The first message may come twice if it could not be recorded; its job is then retried after some seconds, here at once.
  await until(async () => {
    await server.dataSource.query(
      `update graphile_worker._private_jobs set locked_by = null, locked_at = null, run_at = now() where locked_by is not null or run_at > now()`,
    );
    return new Set(ids()).size === 2;
  }, 'the next message');
});

test('attempts more than 90 days old are removed, and no others', async () => {
  const { id, look } = await ownWebhook(server, receiver);
  for (const age of ['92 days', '90 days', '1 day']) {
    await server.dataSource.query(
      `insert into webhook_delivery (endpoint_id, message_id, attempt, sent_at, duration_ms, request_body, recorded_at)
       values ($1, $2::text, 1, now(), 5, '{}', now() - $2::text::interval)`,
      [uuidOf(id), age],
    );
  }
  await removeOldDeliveries(server.dataSource.manager);
  expect((await look()).deliveries.nodes.map(({ messageId }: { messageId: string }) => messageId)).toEqual(['1 day', '90 days']);

  // A deleted webhook stays as long as its attempts.
  const kept = async () =>
    (await server.dataSource.query('select from webhook_endpoint where id = any($1)', [[uuidOf(id), uuidOf(other.id)]])).length;
  const other = await ownWebhook(server, receiver);
  await server.dataSource.query(`update webhook_endpoint set deleted_at = now() - interval '92 days', secret = null where id = any($1)`, [
    [uuidOf(id), uuidOf(other.id)],
  ]);
  expect(await kept()).toBe(2);
  await removeOldDeliveries(server.dataSource.manager);
  expect(await kept()).toBe(1);
});
