import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDataSource } from '../../src/database/data-source.ts';
import { Sequencer, stampChanges } from '../../src/outbox/sequencer.ts';
import { Wake } from '../../src/outbox/wake.ts';
import { until } from '../support/until.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

let server: WritingServer;
let reason: string | null = null;

beforeAll(async () => {
  const facts = { organizations, accounts: ['account,organization,wsib_account', 'A-1,O-1,8000001'] };
  server = await startWriting(facts, { now: `${today}T15:00:00Z`, whyUnwell: () => reason, metrics: { host: '127.0.0.1', port: 0 } });
});

afterAll(() => server.stop());

const lag = async (): Promise<number> => {
  const answer = await fetch(server.metricsUrl ?? '');
  return Number(/^registry_sequencer_lag_seconds (\S+)$/m.exec(await answer.text())?.[1]);
};

test('a change without a position shows in the metrics until it has one', async () => {
  expect(await lag()).toBe(0);
  const { id: account } = await server.file('8000001');
  await server.mutate('confirmRegistration', { account });
  expect(await lag()).toBeGreaterThan(0);
  expect(await stampChanges(server.dataSource)).toBe(1);
  expect(await lag()).toBe(0);
});

test('a process that cannot poll for changes is not ready', async () => {
  await server.request.get('/readyz').expect(200, { status: 'ready' });
  reason = 'Changes could not be given their positions for a minute.';
  await server.request.get('/readyz').expect(503, { status: 'not ready', reason });
});

test('a sequencer reports how long ago it last polled, and keeps trying', async () => {
  const source = await createDataSource(server.databaseUrl, { poolSize: 1 }).initialize();
  const faults: unknown[] = [];
  const wake = new Wake(source, () => {});
  const sequencer = new Sequencer(source, wake, (error) => faults.push(error));
  const untried = sequencer.secondsSinceLook;
  await source.destroy();
  sequencer.start();
  await until(() => faults.length > 0);
  // A failed attempt does not count as a poll.
  expect(sequencer.secondsSinceLook).toBeGreaterThan(untried);
  await source.initialize();
  const before = sequencer.secondsSinceLook;
  await until(() => sequencer.secondsSinceLook < before);
  await sequencer.close();
  await wake.close();
  await source.destroy();
});
