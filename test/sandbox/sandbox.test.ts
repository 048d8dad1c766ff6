import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayInToronto } from '../../src/clock.ts';
import { registryPresent } from '../../src/database/primary-clock.ts';
import { advanceClock, createSandbox } from '../../src/jobs/sandbox.ts';
import { sweep } from '../../src/jobs/sweep.ts';
import { addDays, type Day } from '../../src/rules/calendar.ts';
import { writeDay } from '../../src/rules/messages/messages.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { workOn } from '../support/webhook-owner.ts';

let server: TestServer;
let staff: string;
let issuedOn: Day;
const years = (count: number): Day => `${Number(issuedOn.slice(0, 4)) + count}${issuedOn.slice(4)}`;

beforeAll(async () => {
  server = await startTestServer({ upkeep: true, goesByDatabase: true });
  await createSandbox(server.dataSource);
  const { today } = await registryPresent(server.dataSource);
  // Not 29 February, which not every year has.
  issuedOn = today.endsWith('-02-29') ? addDays(today, -1) : today;
  await record(
    server.dataSource,
    {
      organizations: [
        'organization,legal_name,operating_name,former_names,business_number,city',
        'O-1,Alder Paving (synthetic) Ltd.,,,,Sampleton',
      ],
      accounts: ['account,organization,wsib_account', 'A-1,O-1,9100001'],
      certificates: ['number,account,standard,basis,issued_on', `C-1,A-1,COR_2020,EXTERNAL_AUDIT,${issuedOn}`],
    },
    today,
  );
  staff = await server.keyFor('staff');
});
afterAll(() => server.stop());

const query = `{
  changes(first: 50, filter: { kinds: [STANDING, NOTICE] }) {
    nodes { recordedAt effectiveOn ... on StatusChange { kind noticeDays before { standing } after { standing } } }
  }
  verify(subject: { wsibAccount: "9100001" }) { standing on }
}`;

/** The changes published since the certificate, each with the day on which it became known. */
async function told(): Promise<unknown[]> {
  const { data } = await server.graphql(query, {}, { key: staff });
  return data.changes.nodes
    .filter(({ after, before }: Told) => before.standing === 'CERTIFIED' || before.standing === 'PENDING' || after.standing === 'PENDING')
    .map(({ recordedAt, kind, noticeDays, effectiveOn, after }: Told) => [
      dayInToronto(new Date(recordedAt)),
      kind,
      noticeDays,
      effectiveOn,
      after.standing,
    ]);
}

interface Told {
  readonly recordedAt: string;
  readonly kind: string;
  readonly noticeDays: number | null;
  readonly effectiveOn: Day;
  readonly before: { readonly standing: string };
  readonly after: { readonly standing: string };
}

const advance = `mutation ($input: AdvanceClockInput!) {
  advanceClock(input: $input) { ... on Sandbox { today advancingTo isReady } }
}`;

/** How many changes are recorded. */
const changes = async (): Promise<number> => (await server.dataSource.query('select count(*)::integer as count from change'))[0].count;

/** Sweeps until something is done, as a server on the same database does. */
async function sweepingBeside<T>(done: Promise<T>): Promise<T> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  done.then(end, end);
  while (!isDone) await sweep(server.source);
  return done;
}

const isSaid = (day: Day) => until(async () => (await server.request.get('/healthz')).headers['registry-sandbox'] === day);

describe('a sandbox', () => {
  test('walks a firm from certificate to loss, with every notice on its day', async () => {
    const anniversary = years(1);
    const [pendingOn, lostOn] = [addDays(anniversary, 31), addDays(anniversary, 91)];
    const before = await changes();
    const moving = advanceClock(server.dataSource, lostOn);
    const { today, count } = await sweepingBeside(moving);
    expect(today).toBe(lostOn);
    // Whoever swept the day.
    expect(count).toBe((await changes()) - before);
    await isSaid(lostOn);
    const notice = (days: number, of: Day, standing: string) => [addDays(of, -days), 'NOTICE', days, of, standing];
    expect(await told()).toEqual([
      notice(30, pendingOn, 'PENDING'),
      notice(14, pendingOn, 'PENDING'),
      notice(7, pendingOn, 'PENDING'),
      [pendingOn, 'STANDING', null, pendingOn, 'PENDING'],
      notice(30, lostOn, 'CERTIFICATION_LOST'),
      notice(14, lostOn, 'CERTIFICATION_LOST'),
      notice(7, lostOn, 'CERTIFICATION_LOST'),
      [lostOn, 'STANDING', null, lostOn, 'CERTIFICATION_LOST'],
    ]);
    const { data } = await server.graphql(query, {}, { key: staff });
    expect(data.verify).toEqual({ standing: 'CERTIFICATION_LOST', on: lostOn });
  });

  test('says that it is a sandbox, and its day, in every answer', async () => {
    const { today } = await registryPresent(server.dataSource);
    await isSaid(today);
    expect((await server.graphql('{ viewer { scope } }')).headers['registry-sandbox']).toBe(today);
    expect((await server.request.get('/nowhere')).headers['registry-sandbox']).toBe(today);
    const { text } = await server.request.get('/proof').set('accept', 'text/html');
    // A page holds a day together.
    expect(text.replaceAll('\u00A0', ' ')).toContain(
      `Sandbox: a registry to try things on, whose clock can be moved. Its day is ${writeDay('en', today)}.`,
    );
  });

  test('moves forward only, by a limited number of days at once, and stays a sandbox', async () => {
    const { today } = await registryPresent(server.dataSource);
    await expect(advanceClock(server.dataSource, today)).rejects.toThrow('only goes forward');
    await expect(advanceClock(server.dataSource, addDays(today, 3_661))).rejects.toThrow('at most 3660 days');
    const { dataSource } = server;
    await expect(dataSource.query('update registry_clock set shift_seconds = 0')).rejects.toThrow('only goes forward');
    await expect(dataSource.query('update registry_clock set sandbox = false')).rejects.toThrow('stays one');
  });

  test('is moved by a mutation of staff, and says when it is ready', async () => {
    const { today } = await registryPresent(server.dataSource);
    const to = addDays(today, 3);
    const asked = await server.graphql(advance, { input: { to, idempotencyKey: 'on' } }, { key: staff });
    expect(asked.data.advanceClock).toEqual({ today, advancingTo: to, isReady: false });
    // No worker has begun: the first stays the only one, and repeating it changes nothing.
    const again = await server.graphql(advance, { input: { to: addDays(to, 1), idempotencyKey: 'further' } }, { key: staff });
    expect(again.errors?.[0]).toMatchObject({ message: expect.stringContaining('moving already'), extensions: { field: 'input.to' } });
    expect((await server.graphql(advance, { input: { to, idempotencyKey: 'on' } }, { key: staff })).data).toEqual(asked.data);
    const worker = await workOn(server);
    await until(async () => (await server.graphql('{ sandbox { isReady } }')).data.sandbox.isReady).finally(worker.close);
    const { data } = await server.graphql('{ sandbox { today advancingTo } verify(subject: { wsibAccount: "9100001" }) { on } }');
    expect(data).toEqual({ sandbox: { today: to, advancingTo: null }, verify: { on: to } });
  });

  test('is moved by a mutation forward only, so far, and by staff alone', async () => {
    const { today } = await registryPresent(server.dataSource);
    const fault = async (to: Day, key: string) =>
      (await server.graphql(advance, { input: { to, idempotencyKey: `to ${to}`.replace(' ', '-') } }, { key })).errors?.[0];
    expect((await fault(today, staff))?.message).toBe('input.to must be after the present day of the sandbox: its time only goes forward.');
    expect((await fault(addDays(today, 3_661), staff))?.message).toBe('input.to must be at most 3,660 days ahead.');
    expect((await fault(addDays(today, 1), await server.keyFor('buyer')))?.extensions.code).toBe('FORBIDDEN');
    expect((await registryPresent(server.dataSource)).today).toBe(today);
  });

  test('keeps keys on real time', async () => {
    const { errors } = await server.graphql('{ viewer { scope } }', {}, { key: staff });
    expect(errors).toBeUndefined();
  });
});

describe('a registry that is not a sandbox', () => {
  let real: TestServer;
  beforeAll(async () => {
    real = await startTestServer({ goesByDatabase: true });
  });
  afterAll(() => real.stop());

  test('does not move its day, and does not mention one', async () => {
    const { today } = await registryPresent(real.dataSource);
    await expect(advanceClock(real.dataSource, addDays(today, 1))).rejects.toThrow('no sandbox');
    await expect(real.dataSource.query('select advance_sandbox_clock($1)', [addDays(today, 1)])).rejects.toThrow('no sandbox');
    expect((await real.request.get('/healthz')).headers['registry-sandbox']).toBeUndefined();
    const key = await real.keyFor('staff');
    const { errors } = await real.graphql(advance, { input: { to: addDays(today, 1), idempotencyKey: 'on' } }, { key });
    expect(errors?.[0]?.message).toBe('This registry is no sandbox: its time cannot be moved.');
    expect((await real.graphql('{ sandbox { today } }')).data.sandbox).toBeNull();
  });

  test('cannot become one once it has data', async () => {
    const organizations = [
      'organization,legal_name,operating_name,former_names,business_number,city',
      'O-1,Alder Paving (synthetic) Ltd.,,,,Sampleton',
    ];
    await record(real.dataSource, { organizations }, (await registryPresent(real.dataSource)).today);
    await expect(createSandbox(real.dataSource)).rejects.toThrow('already holds a registry');
    await expect(real.dataSource.query('update registry_clock set sandbox = true')).rejects.toThrow('only while it is empty');
  });
});
