import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { logAct } from '../../src/access/audit-log.ts';
import { keptHeads, publishedHeads, publishHead, readKeptHead } from '../../src/chain/heads.ts';
import { chainLag, linkPending } from '../../src/chain/link.ts';
import { type FoundProblem, type KeptHead, type VerifiedChain, verifyChain } from '../../src/chain/verify.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { OrganizationRow } from '../../src/database/tables/organization.table.ts';
import { type Unit, write } from '../../src/database/unit-of-work.ts';
import { updateStandings } from '../../src/mutations/update-standings.service.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm } from '../support/firm.ts';

const author = { actor: 'clerk', today: '2031-03-10' };

let database: FreshDatabase;
let source: DataSource;

/** A registry with a firm that was corrected and certified, and entries of the log; all of it linked. */
beforeEach(async () => {
  database = await freshDatabase();
  source = await createDataSource(database.url, { poolSize: 10 }).initialize();
  const firm = await write(source, author, (unit) => enterFirm(unit));
  await write(source, { ...author, reason: 'Moved' }, async (unit) => {
    await unit.tx.update(OrganizationRow, { id: firm.organizationId }, { city: 'Timmins' });
    await certify(unit, firm, 'C-1', '2031-01-05');
    await updateStandings(unit, [firm.accountId]);
    await act(unit, 'issueCertificate');
  });
  for (const action of ['looked', 'lookedAgain', 'lookedOnceMore']) await write(source, author, (unit) => act(unit, action));
  await settle();
});

const act = (unit: Unit, action: string) => logAct(unit, { action, subject: 'S-1', details: { why: 'Somebody asked' }, requestId: null });

const settle = async () => {
  await stampChanges(source);
  await linkPending(source);
};

afterEach(async () => {
  await source.destroy();
  await database.drop();
});

async function verified(kept: readonly KeptHead[] = []): Promise<VerifiedChain & { readonly found: readonly string[] }> {
  const found: FoundProblem[] = [];
  const outcome = await verifyChain(source, kept, (each) => found.push(each));
  return { ...outcome, found: found.map(({ problem, source: table }) => `${table}: ${problem}`) };
}

/** Runs SQL as the owner of the tables, who can switch every guard off. */
async function tamper(sql: string): Promise<void> {
  await source.transaction(async (tx) => {
    await tx.query('set local session_replication_role = replica');
    await tx.query(sql);
  });
}

describe('the chain', () => {
  test('covers the log, the feed, and every version of every fact, and is sound', async () => {
    const sources: { source: string; n: number }[] = await source.query(
      'select source, count(*)::integer as n from chain_link group by source order by source',
    );
    const counts = Object.fromEntries(sources.map(({ source: table, n }) => [table, n]));
    // The organization was entered and corrected: two versions. The correction is a row of the history as well.
    expect(counts).toMatchObject({ organization: 2, account: 1, certificate: 1, audit_log: 4, fact_history: 1, recording: 2, change: 1 });
    expect(await verified()).toMatchObject({ problems: 0, pending: 0, erased: 0, found: [] });
  });

  test.each([
    [
      'a row of the log that was altered',
      `update audit_log set actor = 'nobody' where action = 'looked'`,
      'audit_log: the row was changed',
    ],
    [
      'a detail of the log that was altered',
      `update audit_log set details = '{}' where action = 'looked'`,
      'audit_log: the personal data of the row were changed',
    ],
    ['a row of the log that was removed', `delete from audit_log where action = 'looked'`, 'audit_log: the row is gone'],
    ['a fact that was removed', 'delete from certificate', 'certificate: the row is gone'],
    ['a fact that was altered', `update certificate set issued_on = '2030-01-05'`, 'certificate: the row was changed'],
    [
      'a replaced fact that was altered',
      `update fact_history set was = jsonb_set(was, '{city}', '"Barrie"')`,
      'organization: the row was changed',
    ],
    ['a change of the feed that was altered', `update change set after_standing = 'REVOKED'`, 'change: the row was changed'],
    [
      'an instant that was altered',
      `update recording set recorded_at = recorded_at - interval '1 day' where id = (select max(id) from recording)`,
      'recording: the row was changed',
    ],
    [
      'a row that was entered past the guards',
      `insert into audit_log (actor, action) values ('nobody', 'looked')`,
      'audit_log: the row has no link',
    ],
    ['a link that was altered', `update chain_link set digest = sha256('x') where position = 2`, 'the chain is altered from here on'],
    ['a link that was removed', 'delete from chain_link where position = 2', 'a position is missing'],
  ])('shows %s', async (_what, sql, problem) => {
    await tamper(sql);
    const { problems, found } = await verified();
    expect(problems).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(problem);
  });

  test('reveals two rows that were swapped, in the log or in the chain', async () => {
    await tamper(`
      update audit_log as a set action = b.action from audit_log as b
      where (a.action, b.action) in (('looked', 'lookedAgain'), ('lookedAgain', 'looked'))`);
    expect((await verified()).found).toEqual(['audit_log: the row was changed', 'audit_log: the row was changed']);
    await tamper(`
      update chain_link as a set (source, row_id, version, form, digest, personal) = (b.source, b.row_id, b.version, b.form, b.digest, b.personal)
      from chain_link as b where (a.position, b.position) in ((3, 4), (4, 3))`);
    expect((await verified()).found.join('\n')).toContain('the chain is altered from here on');
  });

  test('reveals that its end was cut off if a head was kept, and not otherwise', async () => {
    await write(source, author, (unit) => act(unit, 'lookedAtLast'));
    await settle();
    const before = await verified();
    const kept = await readKeptHead(`${before.links}:${before.head}`, null);
    expect(await verified([kept])).toMatchObject({ problems: 0 });
    await tamper(`
      delete from audit_log where action = 'lookedAtLast';
      delete from chain_link where position = (select max(position) from chain_link)`);
    expect(await verified()).toMatchObject({ problems: 0 });
    expect((await verified([kept])).found).toEqual(['null: the chain does not have the head that was published']);
  });

  test('reveals a chain that was built anew, by a published head', async () => {
    expect(await publishHead(source, '2031-03-10', null)).toBe(true);
    expect(await publishHead(source, '2031-03-10', null)).toBe(false);
    expect(await publishedHeads(source)).toMatchObject([{ day: '2031-03-10', position: (await verified()).links, signed: null }]);
    await tamper(`
      update audit_log set actor = 'nobody' where action = 'looked';
      delete from chain_link; delete from chain_salt;
      insert into chain_pending (source, row_id, version) select 'audit_log', id::text, 1 from audit_log order by id;
      insert into chain_pending (source, row_id, version) select 'recording', id::text, 1 from recording order by id;
      insert into chain_pending (source, row_id, version) select 'change', id::text, 1 from change order by id;
      insert into chain_pending (source, row_id, version) select 'fact_history', id::text, 1 from fact_history order by id;
      insert into chain_pending (source, row_id, version) select 'organization', id::text, v from organization, generate_series(1, 2) as v;
      insert into chain_pending (source, row_id, version) select 'account', id::text, 1 from account;

      insert into chain_pending (source, row_id, version) select 'certificate', id::text, 1 from certificate`);
    await linkPending(source);
    expect((await verified()).problems).toBe(0);
    expect((await verified(await keptHeads(source))).found.join('\n')).toContain('the chain does not have the head that was published');
  });

  test('stays whole when personal data are erased with their salt, and says so', async () => {
    await tamper(`
      delete from chain_salt where position in (select position from chain_link where source = 'recording');
      update recording set reason = null`);
    expect(await verified()).toMatchObject({ problems: 0, erased: 1 });
    await tamper(`update recording set reason = 'Another' where actor = 'clerk' and id = (select max(id) from recording)`);
    expect((await verified()).found.join('\n')).toContain('recording: the personal data of the row were changed');
  });

  test('stays whole when a table gains a column, which later digests cover', async () => {
    await source.query(`alter table certificate add remark text; select settle_chain('{}')`);
    expect(await verified()).toMatchObject({ problems: 0 });
    await source.query(`update certificate set remark = 'Reprinted'`);
    await settle();
    expect(await verified()).toMatchObject({ problems: 0, pending: 0 });
    await tamper(`update certificate set remark = 'Never seen'`);
    expect((await verified()).found).toEqual(['certificate: the row was changed']);
  });

  test('is linked once by concurrent linkers while others write', async () => {
    const writing = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let at = 0; at < 20; at += 1)
          await write(source, author, async (unit) => {
            await act(unit, `act ${writer}-${at}`);
            await unit.tx.query('select pg_sleep($1)', [Math.random() / 100]);
          });
      }),
    );
    const closing = new AbortController();
    const linkers = Array.from({ length: 3 }, async () => {
      while (!closing.signal.aborted) {
        await linkPending(source);
        await pause(5);
      }
    });
    await writing;
    closing.abort();
    await Promise.all(linkers);
    expect(await chainLag(source)).toBeGreaterThanOrEqual(0);
    await settle();
    expect(await chainLag(source)).toBe(0);
    expect(await verified()).toMatchObject({ problems: 0, pending: 0 });
  });
});

describe('every table of facts', () => {
  test('is under the chain', async () => {
    const outside: unknown[] = await source.query(
      `select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgfoid = 'keep_replaced_fact'::regproc
         and 2 > (select count(*) from pg_trigger o where o.tgrelid = t.tgrelid and o.tgfoid = 'note_fact_for_chain'::regproc)`,
    );
    expect(outside).toEqual([]);
  });
});
