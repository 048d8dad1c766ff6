import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { linkPending } from '../../src/chain/link.ts';
import { createDataSource, poolOf } from '../../src/database/data-source.ts';
import { PrimaryClock } from '../../src/database/primary-clock.ts';
import { write } from '../../src/database/unit-of-work.ts';
import { startUpkeep } from '../../src/jobs/upkeep.ts';
import { recordRequestChange } from '../../src/outbox/record-request-change.ts';
import { Sequencer, sequencerLag, stampChanges } from '../../src/outbox/sequencer.ts';
import { Wake } from '../../src/outbox/wake.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { enterFirm } from '../support/firm.ts';
import { until } from '../support/until.ts';

const author = { actor: 'test', today: '2031-03-10' };

let database: FreshDatabase;
let source: DataSource;
let accountId: string;

/** The backends of the test's own connections, which must not be ended. */
const ownPids = new Set<number>();

beforeAll(async () => {
  database = await freshDatabase();
  source = await createDataSource(database.url, { poolSize: 12 }).initialize();
  poolOf(source).on('connect', (client) => ownPids.add(Number(Reflect.get(client, 'processID'))));
  // Some were recorded before anybody listened.
  for (const { pid } of await rows('select pid from pg_stat_activity where datname = current_database()')) ownPids.add(Number(pid));
  ({ accountId } = await write(source, author, (unit) => enterFirm(unit)));
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

// The outbox cannot be emptied, so each test counts from its present end.
let before: number;

beforeEach(async () => {
  await stampChanges(source);
  before = Number((await rows('select coalesce(max(position), 0) as n from change'))[0]?.n);
});

const rows = (sql: string): Promise<Record<string, string>[]> => source.query(sql);

/** Records one change in its own transaction, which commits some time after the change has its id. */
const recordOne = (requestId: string, effectiveOn: string, ms: number) =>
  write(source, author, async (unit) => {
    await recordRequestChange(unit, { requestId, accountId, before: 'SUBMITTED', after: 'UNDER_REVIEW', effectiveOn });
    await unit.tx.query('select pg_sleep($1)', [ms / 1000]);
  });

/** One writer: records changes of one request, one after the other. */
async function writeMany(requestId: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await recordOne(requestId, '2031-01-01', Math.random() * 12);
}

/** Sequencers as in `count` processes, each with a listening connection and a pool. */
async function startSequencers(count: number, faults: unknown[]): Promise<() => Promise<void>> {
  const sources = await Promise.all(Array.from({ length: count }, () => createDataSource(database.url, { poolSize: 2 }).initialize()));
  const note = (error: unknown) => faults.push(error);
  const wakes = sources.map((each) => new Wake(each, note));
  const sequencers = sources.map((each, at) => new Sequencer(each, wakes[at] as Wake, note));
  for (const wake of wakes) void wake.start();
  for (const sequencer of sequencers) sequencer.start();
  return async () => {
    await Promise.all(sequencers.map((each) => each.close()));
    await Promise.all(wakes.map((each) => each.close()));
    await Promise.all(sources.map((each) => each.destroy()));
  };
}

/** Ends some of the sequencers' connections at intervals: those that assign positions and those that listen. */
async function killAtRandom(signal: AbortSignal): Promise<number> {
  let killed = 0;
  while (!signal.aborted || killed === 0) {
    await pause(60);
    const ended = await rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and random() < 0.3
         and query ~ 'set position|pg_try_advisory|change_stamped' and pid <> pg_backend_pid() and not pid = any('{${[...ownPids]}}'::integer[])`,
    );
    killed += ended.length;
  }
  return killed;
}

/** A follower that remembers only the highest position it has read. */
async function readAlong(signal: AbortSignal): Promise<string[]> {
  const seen: string[] = [];
  let last = String(before);
  do {
    const found = await rows(`select id, position from change where position > ${last} order by position`);
    seen.push(...found.map(({ id }) => id ?? ''));
    last = found.at(-1)?.position ?? last;
    await pause(3);
  } while (!signal.aborted);
  return seen;
}

describe('the sequencer', () => {
  test('numbers every change once and without a gap under eight writers and random kills of three sequencers, and no reader misses one', async () => {
    const faults: unknown[] = [];
    const stop = await startSequencers(3, faults);
    const [killing, reading] = [new AbortController(), new AbortController()];
    const killed = killAtRandom(killing.signal);
    const read = readAlong(reading.signal);
    const requests = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all(requests.map((requestId) => writeMany(requestId, 30)));
    killing.abort();
    expect(await killed).toBeGreaterThan(0);
    await until(async () => (await rows('select from change where position is null')).length === 0);
    reading.abort();
    const seen = await read;
    await stop();
    const stored = await rows(`select id, position, request_id from change where position > ${before} order by position`);
    expect(stored.map(({ position }) => Number(position))).toEqual(Array.from({ length: 240 }, (_, at) => before + at + 1));
    // What the reader saw is what there is, in that order.
    expect([...seen, ...stored.map(({ id }) => id).slice(seen.length)]).toEqual(stored.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    // A writer commits its changes in order, so their ids ascend with the positions.
    for (const requestId of requests) {
      const ids = stored.filter((row) => row.request_id === requestId).map(({ id }) => Number(id));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    }
  });

  test('gives a change that commits late a higher position, although it took its id first', async () => {
    const [slow, fast] = [randomUUID(), randomUUID()];
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query(insertOf(slow));
    await recordOne(fast, '2031-01-02', 0);
    expect(await stampChanges(source)).toBe(1);
    await client.query('commit');
    await client.end();
    expect(await stampChanges(source)).toBe(1);
    const order = await rows(`select request_id, position from change where request_id in ('${slow}', '${fast}') order by position`);
    expect(order).toEqual([
      { request_id: fast, position: String(before + 1) },
      { request_id: slow, position: String(before + 2) },
    ]);
  });

  test('waits while another is at work, and takes over if that one dies halfway', async () => {
    await recordOne(randomUUID(), '2031-01-03', 0);
    const dying = new Client({ connectionString: database.url });
    dying.on('error', () => {}); // It is ended from outside.
    await dying.connect();
    await dying.query('begin');
    // The lock of src/changes/sequencer.ts, "SEQ".
    const { rows: held } = await dying.query('select pg_try_advisory_xact_lock(5457233) as taken, pg_backend_pid() as pid');
    expect(held[0].taken).toBe(true);
    await dying.query(`update change set position = ${before + 1} where position is null`);
    expect(await stampChanges(source)).toBe(0);
    await source.query('select pg_terminate_backend($1)', [held[0].pid]);
    await until(async () => (await stampChanges(source)) === 1);
    expect((await rows('select max(position) as n from change'))[0]?.n).toBe(String(before + 1));
  });

  test('ends after its batch when it is closed, and what is left waits for the next start', async () => {
    await recordOne(randomUUID(), '2031-01-03', 0);
    expect(await stampChanges(source, () => {}, AbortSignal.abort())).toBe(0);
    expect(await linkPending(source, AbortSignal.abort())).toBe(0);
    expect(await stampChanges(source)).toBe(1);
    expect(await linkPending(source)).toBeGreaterThan(0);
  });

  test('logs no error when its process stops and takes its connections from it', async () => {
    const [errors, own]: [string[], DataSource] = [
      [],
      await createDataSource(database.url, { poolSize: 2, connectionTimeout: 500 }).initialize(),
    ];
    const upkeep = startUpkeep({ source: own, clock: await PrimaryClock.of(own), log: { error: (_, message) => errors.push(message) } });
    const closed = upkeep.close();
    await own.destroy();
    await closed;
    expect(errors).toEqual([]);
  });

  test('knows how long the oldest change has been waiting', async () => {
    expect(await sequencerLag(source)).toBe(0);
    await recordOne(randomUUID(), '2031-01-04', 20);
    const lag = await sequencerLag(source);
    expect(lag).toBeGreaterThanOrEqual(0.02);
    await stampChanges(source);
    expect(await sequencerLag(source)).toBe(0);
  });
});

test('a position is assigned once and never again', async () => {
  await recordOne(randomUUID(), '2031-01-05', 0);
  await stampChanges(source);
  await expect(source.query('update change set position = position + 1000000')).rejects.toThrow('keeps its history');
  await expect(source.query(`update change set told_on = '2031-01-01'`)).rejects.toThrow('keeps its history');
});

const insertOf = (requestId: string): string =>
  `insert into change (kind, account_id, organization_id, effective_on, told_on, request_id, after_status)
   select 'EQUIVALENCY_REQUEST', id, organization_id, '2031-01-01', '2031-03-10', '${requestId}', 'SUBMITTED' from account where id = '${accountId}'`;
