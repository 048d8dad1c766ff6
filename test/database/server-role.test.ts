import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JobHelpers } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { linkPending } from '../../src/chain/link.ts';
import { verifyChain } from '../../src/chain/verify.ts';
import { fixedClock } from '../../src/clock.ts';
import { createDataSource, migrate } from '../../src/database/data-source.ts';
import { missingRights, requireRights } from '../../src/database/missing-rights.ts';
import { OrganizationRow } from '../../src/database/tables/organization.table.ts';
import { write } from '../../src/database/unit-of-work.ts';
import { CannotStart } from '../../src/errors.ts';
import { firstKeyLines } from '../../src/greeting-key.ts';
import { sweep } from '../../src/jobs/sweep.ts';
import { tasksOf, timetable } from '../../src/jobs/tasks.ts';
import { firstStaffKey } from '../../src/keys/keys.ts';
import { updateStandings } from '../../src/mutations/update-standings.service.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { Readiness } from '../../src/server/pages/readiness.ts';
import { networkOf } from '../../src/webhooks/send.ts';
import { type FreshDatabase, freshDatabase, query } from '../support/database.ts';
import { certify, enterFirm } from '../support/firm.ts';

const role = `server_${randomBytes(6).toString('hex')}`;
const author = { actor: 'clerk', today: '2031-03-10' };

let database: FreshDatabase;
let owner: DataSource;
let server: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  await query(database.url, `create role ${role} login password 'secret'`);
  owner = await createDataSource(database.url).initialize();
  await migrate(owner, role);
  const url = new URL(database.url);
  url.username = role;
  url.password = 'secret';
  server = await createDataSource(url.href).initialize();
});

afterAll(async () => {
  await server.destroy();
  await owner.query(`drop owned by ${role}`);
  await owner.destroy();
  await database.drop();
  await query(process.env.TEST_SERVER ?? '', `drop role ${role}`);
});

describe('a server whose role owns no table', () => {
  test('starts, records, corrects, publishes the change and links it to the chain', async () => {
    expect(await migrate(server)).toEqual([]);
    expect(await firstStaffKey(server)).toMatchObject({ key: expect.stringMatching(/^cor_/) });
    // A start that failed after it had made the key could not say where it is: the next one does, until the file is taken.
    const folder = mkdtempSync(join(tmpdir(), 'registry-first-key-'));
    const said = () => firstKeyLines(server, { folder, isTerminal: false, locale: 'en' });
    expect(await said()).toContain('use the staff key of the first start');
    writeFileSync(join(folder, 'first-staff-key-x'), '');
    expect(await said()).toContain(`The first staff key is in ${join(folder, 'first-staff-key-x')}.`);
    rmSync(folder, { recursive: true });
    const firm = await write(server, author, (unit) => enterFirm(unit));
    await write(server, author, async (unit) => {
      await unit.tx.update(OrganizationRow, { id: firm.organizationId }, { city: 'Timmins' });
      await certify(unit, firm, 'C-1', '2031-01-05');
      await updateStandings(unit, [firm.accountId]);
    });
    await sweep(server);
    expect(await stampChanges(server)).toBeGreaterThan(0);
    expect(await linkPending(server)).toBeGreaterThan(0);
    expect(await verifyChain(server, [], () => {})).toMatchObject({ problems: 0, pending: 0 });
  });

  test('has every right that the triggers of a table with history allow', async () => {
    const refused = await owner.query(
      `select c.relname as name, event from pg_class c, (values ('UPDATE', 16), ('DELETE', 8)) as each (event, bit)
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not has_table_privilege($1, c.oid, event)
         and c.relname not in ('migration', 'chain_form', 'registry', 'registry_clock', 'chain_pending')
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and (t.tgtype & bit) > 0
           and t.tgfoid = 'refuse_rewriting_history'::regproc and t.tgqual is null)`,
      [role],
    );
    expect(refused).toEqual([]);
  });

  test('runs the scheduled tasks', async () => {
    const selections = { problem: () => null, deprecated: () => new Map(), select: async () => ({ kind: 'INVALID' }) as const };
    const clock = fixedClock('2031-03-10T15:00:00Z');
    const parts = { source: server, clock, network: networkOf(false), selections, gaps: [], onPause: () => {} };
    const tasks = tasksOf(parts);
    // The tasks are called directly; nothing is taken from the queue.
    for (const { task } of timetable) await tasks[task]?.(null, {} as JobHelpers);
  });

  test.each([
    `alter table audit_log disable trigger all`,
    `set session_replication_role = replica`,
    `truncate audit_log`,
    `update audit_log set actor = 'nobody'`,
    `delete from audit_log`,
    `update fact_history set actor = 'nobody'`,
    `delete from recording`,
    `delete from chain_link`,
    `update chain_form set columns = '{}'`,
    `insert into chain_pending (source, row_id, version) values ('audit_log', '1', 1)`,
    `insert into migration (timestamp, name) values (1, 'x')`,
    `update registry set kind = 'DEMO'`,
    `drop table audit_log`,
    `create table another (id integer)`,
  ])('may not: %s', async (sql) => {
    await expect(server.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('lacks no right, and says at its start and while it runs which one it lost', async () => {
    const asked = (sql: string) => server.query(sql);
    expect(await missingRights(asked)).toEqual([]);
    await owner.query(`revoke select on organization from ${role}`);
    await owner.query(`revoke usage on sequence change_id_seq from ${role}`);
    const names = 'SELECT on organization, USAGE on sequence change_id_seq';
    await expect(requireRights(asked)).rejects.toThrow(`lacks rights that the registry needs: ${names}. `);
    const said: unknown[] = [];
    const log = { error: (details: object, message: string) => said.push([details, message]), info: () => {} };
    const readiness = new Readiness(server, log);
    await readiness.start();
    // Every node has this role: none could take the place of one that is not ready.
    expect([readiness.whyNotReady(), readiness.rightsMissing]).toEqual([null, 2]);
    expect(said).toEqual([[{ missing: names }, expect.stringContaining('`registry migrate` grants it')]]);
    await readiness.close();
    await migrate(owner, role);
    expect(await missingRights(asked)).toEqual([]);
  });

  test('says what to do when the tables lack a migration', async () => {
    await owner.query(`update migration set name = name || '!' where name like 'Chain%'`);
    const failed = await migrate(server).catch((error: unknown) => error);
    await owner.query(`update migration set name = rtrim(name, '!')`);
    expect(failed).toBeInstanceOf(CannotStart);
    expect(String(failed)).toContain('registry migrate');
  });
});

test('the first staff key has its entry in the audit log', async () => {
  const [logged] = await owner.query(`select actor, action, details from audit_log where action = 'createApiKey'`);
  expect(logged).toEqual({ actor: 'registry', action: 'createApiKey', details: { scope: 'staff', holder: 'First staff key' } });
});
