import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { dayInToronto } from '../../src/clock.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { PrimaryClock, type PrimaryTimes } from '../../src/database/primary-clock.ts';
import { nextMidnight } from '../../src/jobs/midnight.ts';
import { findPublishedEarly, repairPublishedEarly } from '../../src/jobs/published-early.ts';
import { Sweeper } from '../../src/jobs/sweeper.ts';
import { startUpkeep } from '../../src/jobs/upkeep.ts';
import { compiled } from '../support/compiled.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type Files, record } from '../support/recorded.ts';
import { setRegistryTime, sweepOn } from '../support/registry-time.ts';
import { until } from '../support/until.ts';
import { organizations } from '../support/writing.ts';

const imported = '2031-03-10';

// Pending from 15 April 2031 (day 31 after 15 March), lost from 14 June (day 91).
const facts: Files = {
  organizations,
  accounts: ['account,organization,wsib_account', 'due,O-1,6000001', 'met,O-1,6000002'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,due,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-2,met,COR_2020,EXTERNAL_AUDIT,2030-03-15',
  ],
};

let database: FreshDatabase;
let source: DataSource;
const begin = async () => {
  database = await freshDatabase();
  source = await createDataSource(database.url).initialize();
};
const end = async () => {
  await source.destroy();
  await database.drop();
};

async function told(from = 0): Promise<string[]> {
  const rows: { line: string }[] = await source.query(
    `select concat_ws(' ', a.reference, c.kind, c.effective_on, c.before_standing, c.after_standing, c.notice_days) as line
     from change c join account a on a.id = c.account_id order by c.id`,
  );
  return rows.slice(from).map(({ line }) => line);
}

/** A primary whose clock is `ahead` seconds ahead of this machine's. */
const primaryAhead = (seconds: number) => async (): Promise<PrimaryTimes> => {
  const at = new Date(Date.now() + seconds * 1000);
  return { registry: at, primary: at };
};

describe('the clock of a process', () => {
  beforeAll(begin);
  afterAll(end);

  test('takes the registry’s time from the primary, and asks again when it is shifted', async () => {
    const clock = await PrimaryClock.of(source);
    expect(Math.abs(clock.registryNow().getTime() - Date.now())).toBeLessThan(1_000);
    const upkeep = startUpkeep({ source, clock, log: { error: () => {} } });
    await setRegistryTime(source, '2031-06-30T12:00:00Z');
    await until(async () => clock.today() === '2031-06-30').finally(() => upkeep.close());
    expect(Math.abs(clock.wallNow().getTime() - Date.now())).toBeLessThan(1_000);
    // Shifting a registry's time requires that the clocks agree.
    expect(clock.whyUnwell()).toBeNull();
  });

  test.each([
    [-61, '61 seconds ahead of'],
    [61, '61 seconds behind'],
  ])('is unwell where the primary is %i seconds from it', async (seconds, words) => {
    const clock = await PrimaryClock.asking(primaryAhead(seconds));
    expect(clock.whyUnwell()).toContain(words);
  });

  test.each([-59, 0, 59])('is healthy if the primary is %i seconds away', async (seconds) => {
    expect((await PrimaryClock.asking(primaryAhead(seconds))).whyUnwell()).toBeNull();
  });

  test('keeps its last measurement if an answer took too long to be exact', async () => {
    let ask = primaryAhead(0);
    const clock = await PrimaryClock.asking(() => ask());
    const before = clock.registryNow().getTime();
    ask = async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      return { registry: new Date(0), primary: new Date(0) };
    };
    await clock.measure();
    expect(clock.registryNow().getTime()).toBeGreaterThan(before);
  });
});

test.each([
  ['2031-03-09T04:59:00Z', '2031-03-08', '2031-03-09T05:00:00.000Z'],
  ['2031-03-10T03:59:00Z', '2031-03-09', '2031-03-10T04:00:00.000Z'],
  ['2031-11-02T03:59:00Z', '2031-11-01', '2031-11-02T04:00:00.000Z'],
  ['2031-11-03T04:59:00Z', '2031-11-02', '2031-11-03T05:00:00.000Z'],
])('at %s, a night on which clocks change, database and process agree on the day and on its end', async (instant, day, midnight) => {
  await begin();
  await setRegistryTime(source, instant);
  const [there]: { today: string }[] = await source.query('select registry_today() as today');
  const clock = await PrimaryClock.of(source);
  expect([there?.today, clock.today()]).toEqual([day, day]);
  expect(nextMidnight(clock.registryNow()).toISOString()).toBe(midnight);
  await end();
});

describe('a sweep', () => {
  beforeAll(begin);
  afterAll(end);

  test('never goes beyond the database’s present, whatever the node’s clock says', async () => {
    await setRegistryTime(source, imported);
    await record(source, facts, imported);
    const aYearAhead = { registryNow: () => new Date('2032-03-10T16:00:00Z'), today: () => '2032-03-10' };
    const faults: unknown[] = [];
    const sweeper = new Sweeper(source, aYearAhead, (error) => faults.push(error));
    sweeper.start();
    await until(async () => (await source.query('select from sweep')).length === 1);
    await sweeper.close();
    expect(await told()).toEqual([]);
    expect(await source.query('select swept_through from sweep')).toEqual([{ swept_through: imported }]);
    expect(faults).toEqual([]);
  });

  test('waits while the clocks of the machine and the database disagree', async () => {
    await setRegistryTime(source, '2031-04-15');
    const clock = await PrimaryClock.of(source);
    const sweeper = new Sweeper(
      source,
      clock,
      () => {},
      () => 'They disagree.',
    );
    sweeper.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await sweeper.close();
    expect(await told()).toEqual([]);
  });
});

describe('changes that were published before their day', () => {
  beforeAll(async () => {
    await begin();
    await setRegistryTime(source, imported);
    await record(source, facts, imported);
    await sweepOn(source, imported);
    // The database's clock is some months ahead, and is corrected afterwards.
    await sweepOn(source, '2031-06-20');
    await setRegistryTime(source, '2031-04-20');
  });
  afterAll(end);

  test('are found, with the last published day', async () => {
    // For both, the pending day has come meanwhile; the day of the loss, announced or published, has not.
    expect(await findPublishedEarly(source)).toEqual({ changes: 2, sweptThrough: '2031-06-20' });
  });

  test('make a sweep report them and publish nothing more', async () => {
    const before = (await told()).length;
    const faults: unknown[] = [];
    const sweeper = new Sweeper(source, await PrimaryClock.of(source), (error) => faults.push(error));
    sweeper.start();
    await until(async () => faults.length > 0);
    await sweeper.close();
    expect(String(faults[0])).toContain('2031-06-20');
    expect((await told()).length).toBe(before);
  });

  test('are withdrawn by corrections, once, and what really happened meanwhile is published', async () => {
    // The letter came in time: certified for another year, whatever was published before.
    await record(source, { letters: ['number,certificate_number,year,issued_on', 'L-2,C-2,2,2031-04-10'] }, '2031-04-20');
    const before = (await told()).length;
    const author = { actor: 'test', today: '2031-04-20' };
    expect(await repairPublishedEarly(source, author)).toMatchObject({ withdrawn: 2 });
    const repaired = (await told(before)).toSorted();
    expect(repaired).toEqual([
      'due CORRECTION 2031-06-14 CERTIFICATION_LOST PENDING',
      'due NOTICE 2031-06-14 PENDING CERTIFICATION_LOST 60',
      'met CORRECTION 2031-06-14 CERTIFICATION_LOST CERTIFIED',
    ]);
    expect(await findPublishedEarly(source)).toEqual({ changes: 0, sweptThrough: null });
    expect(await repairPublishedEarly(source, author)).toEqual({ withdrawn: 0, publishedLate: 0 });
  });

  test('are published again when their day comes, once', async () => {
    const before = (await told()).length;
    await sweepOn(source, '2031-06-14');
    expect(await told(before)).toContain('due STANDING 2031-06-14 PENDING CERTIFICATION_LOST');
    expect((await told(before)).filter((line) => line.startsWith('met STANDING'))).toEqual([]);
    expect((await sweepOn(source, '2031-06-14')).count).toBe(0);
  });
});

const library = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((each) => `/usr/lib/${each}/faketime/libfaketime.so.1`).find(existsSync);

// libfaketime, if it is installed (apt-get install faketime), makes a whole process believe another time.
(library ? describe : describe.skip)('a process whose machine is wrong about the time', () => {
  beforeAll(async () => {
    await begin();
    await setRegistryTime(source, imported);
    await record(source, facts, imported);
    await sweepOn(source, imported);
    await setRegistryTime(source, '2031-04-16');
  });
  afterAll(end);

  const reasonOf = (port: number): Promise<string> =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      async (answer) => String(((await answer.json()) as { reason?: string }).reason ?? 'ready'),
      () => 'not up',
    );

  test.each([
    ['+400d', 'ahead of'],
    ['-400d', 'behind'],
  ])(
    'that is off by %s is not ready, and publishes nothing',
    async (shift, words) => {
      const port = await freePort();
      const child = startUnder(shift, port);
      try {
        let reason = '';
        await until(async () => {
          reason = await reasonOf(port);
          return reason.includes('seconds');
        }, 30_000);
        expect(reason).toContain(words);
        expect(await told()).toEqual([]);
        expect(await source.query('select swept_through from sweep')).toEqual([{ swept_through: imported }]);
      } finally {
        child.kill('SIGKILL');
      }
    },
    60_000,
  );

  test('that is right is ready, and publishes what happened', async () => {
    const port = await freePort();
    const child = startUnder('+0d', port);
    try {
      await until(async () => (await reasonOf(port)) === 'ready' && (await told()).length > 0, 30_000);
      expect(await told()).toContain('due STANDING 2031-04-15 CERTIFIED PENDING');
      expect(await told()).not.toContain('due STANDING 2031-06-14 PENDING CERTIFICATION_LOST');
      expect(dayInToronto(new Date())).not.toBe('2031-04-16');
    } finally {
      child.kill('SIGKILL');
    }
  }, 60_000);
});

function startUnder(shift: string, port: number): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    REGISTRY_DATA_DIR: join(tmpdir(), 'registry-no-data'),
    REGISTRY_WORKERS: '0',
    ...{ LD_PRELOAD: library, FAKETIME: shift, FAKETIME_DONT_FAKE_MONOTONIC: '1' },
  };
  return spawn(process.execPath, [compiled('src/main.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
