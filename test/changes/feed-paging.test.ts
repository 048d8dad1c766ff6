import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeSource } from '../../src/changes/change.source.ts';
import { criteriaOf } from '../../src/changes/change-criteria.ts';
import { cursorOf } from '../../src/changes/cursor.ts';
import { follow } from '../../src/changes/follow.ts';
import { fixedClock } from '../../src/clock.ts';
import { faults } from '../../src/errors.ts';
import { startUpkeep, type Upkeep } from '../../src/jobs/upkeep.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { until } from '../support/until.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const firms = 6;

const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...Array.from({ length: firms }, (_, at) => `A-${at},${at < 3 ? 'O-1' : 'O-2'},${5000000 + at}`),
    ...Array.from({ length: 12 }, (_, at) => `L-${at},O-1,${5000100 + at}`),
  ],
};

let server: WritingServer;
let file: (at: number) => ReturnType<WritingServer['file']>;

// Each firm is registered, which the public does not see, and certified, which it does: positions 1 to 12, the public sees the even ones.
beforeAll(async () => {
  server = await startWriting(facts);
  file = (at) => server.file(String(5000000 + at));
  for (let at = 0; at < firms; at += 1) {
    const { id: account } = await file(at);
    await server.mutate('confirmRegistration', { account });
    await server.mutate('issueCertificate', await server.issuable(account, undefined, { registers: false }));
  }
  expect(await stampChanges(server.dataSource)).toBe(12);
});

afterAll(() => server.stop());

const query = `query ($after: String, $first: Int, $filter: ChangeFilter) { changes(after: $after, first: $first, filter: $filter) {
  nodes { cursor kind ... on StatusChange { account { wsibAccount } after { standing } } }
  edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } position latest } }`;

const asked = (variables: Record<string, unknown>, key?: string) => server.graphql(query, variables, key ? { key } : {});

const page = async (variables: Record<string, unknown>, key?: string) => {
  const { data, errors } = await asked(variables, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changes;
};

const at = (position: number): string => cursorOf(String(position));
const cursors = (nodes: readonly { readonly cursor: string }[]): string[] => nodes.map(({ cursor }) => cursor);

describe('a page of the feed', () => {
  test('begins with the very first change and continues after any cursor', async () => {
    const first = await page({ first: 5 }, server.clerk);
    expect(cursors(first.nodes)).toEqual([1, 2, 3, 4, 5].map(at));
    expect(first.edges).toEqual(first.nodes.map(({ cursor }: { cursor: string }) => ({ cursor })));
    expect(first).toMatchObject({ position: at(5), latest: at(12) });
    expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: at(1), endCursor: at(5) });
    const next = await page({ first: 100, after: first.pageInfo.endCursor }, server.clerk);
    expect(cursors(next.nodes)).toEqual([6, 7, 8, 9, 10, 11, 12].map(at));
    expect(next.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: at(6), endCursor: at(12) });
  });

  test('leaves gaps for hidden changes, and one change at a time gives the same as all at once', async () => {
    const all = await page({});
    expect(cursors(all.nodes)).toEqual([2, 4, 6, 8, 10, 12].map(at));
    const one: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: { nodes: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await page({
        first: 1,
        after,
      });
      one.push(...cursors(nodes));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(one).toEqual(cursors(all.nodes));
  });

  test('that is empty says how far it read, so that nothing is read again', async () => {
    const none = await page({ filter: { kinds: ['NOTICE'] } });
    expect(none).toMatchObject({
      nodes: [],
      position: at(12),
      latest: at(12),
      pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
    });
    expect(await page({ after: none.position })).toMatchObject({ nodes: [], position: at(12) });
  });

  test('has at most 50 changes without a key, and takes only cursors of this feed', async () => {
    const fields = [
      [{ first: 51 }, 'first'],
      [{ first: 0 }, 'first'],
      [{ after: 'x' }, 'after'],
      [{ after: cursorOf('13') }, 'after'],
      [{ after: Buffer.from('changes.1.99999999999999999999').toString('base64url') }, 'after'],
      [{ after: Buffer.from('changes.2.1').toString('base64url') }, 'after'],
      [{ filter: { accounts: [] } }, 'filter.accounts'],
      [{ filter: { accounts: ['x'] } }, 'filter.accounts'],
      [{ filter: { noticeDays: [31] } }, 'filter.noticeDays'],
    ] as const;
    for (const [variables, field] of fields) {
      const { errors, text } = await asked(variables);
      expect([field, errors?.[0]?.extensions]).toEqual([field, expect.objectContaining({ code: 'BAD_USER_INPUT', field })]);
      expect(text).not.toContain('99999999999999999999');
    }
  });

  test('has only the accounts, organizations, kinds and standings asked for, as visible to the caller', async () => {
    const [{ id: account }, { organization }] = await Promise.all([file(1), file(4)]);
    expect(cursors((await page({ filter: { accounts: [account] } }, server.clerk)).nodes)).toEqual([3, 4].map(at));
    expect(cursors((await page({ filter: { organizations: [organization.id] } })).nodes)).toEqual([8, 10, 12].map(at));
    expect(cursors((await page({ filter: { kinds: ['DOCUMENT', 'CORRECTION'] } }, server.clerk)).nodes)).toEqual([]);
    expect(cursors((await page({ filter: { standings: ['REGISTERED'], accounts: [account] } }, server.clerk)).nodes)).toEqual(
      [3, 4].map(at),
    );
    expect(cursors((await page({ filter: { standings: ['REGISTERED'] } })).nodes)).toEqual([]);
    expect(cursors((await page({ filter: { standings: ['NO_CURRENT_CERTIFICATION'] } })).nodes)).toEqual([2, 4, 6, 8, 10, 12].map(at));
  });
});

describe('a caller who follows the feed', () => {
  const staff = { caller: { scope: 'staff' as const, holder: 'x', keyId: 'x', organizationId: null }, today };
  let upkeep: Upkeep;
  let spare = 0;

  beforeAll(() => {
    upkeep = startUpkeep({ source: server.dataSource, clock: fixedClock(`${today}T15:00:00Z`), log: { error: () => {} } });
  });

  afterAll(() => upkeep.close());

  /** Makes something happen to an account of its own. */
  const happens = async () => {
    const { id: account } = await server.file(String(5000100 + spare));
    spare += 1;
    return server.mutate('confirmRegistration', { account });
  };

  const following = (after: string | null, asking: () => typeof staff = () => staff) => {
    const end = new AbortController();
    const plant = { source: server.dataSource, wake: upkeep.wake };
    return { end, changes: follow(plant, { after, criteria: criteriaOf(null, staff.caller), asking, signal: end.signal }) };
  };

  const take = async (changes: AsyncGenerator<ChangeSource>, count: number): Promise<string[]> => {
    const taken: string[] = [];
    while (taken.length < count) {
      const { value, done } = await changes.next();
      if (done) break;
      taken.push(value.position);
    }
    return taken;
  };

  /** How many listening connections meet a condition. */
  const listeners = async (something: string): Promise<number> => {
    const [row]: { n: number }[] = await server.dataSource.query(
      `select count(*)::integer as n from pg_stat_activity where datname = current_database() and query like 'listen %' and ${something}`,
    );
    return row?.n ?? 0;
  };

  const latest = async (): Promise<number> => {
    const [row]: { n: string }[] = await server.dataSource.query('select max(position) as n from change');
    return Number(row?.n);
  };

  test('from a position gets what it missed and then what happens, in order and once', async () => {
    const { changes, end } = following('9');
    const taking = take(changes, 5);
    await happens();
    await happens();
    expect(await taking).toEqual(['10', '11', '12', '13', '14']);
    end.abort();
    expect(await changes.next()).toMatchObject({ done: true });
  });

  test('from now on gets only what happens afterwards, however late it reads', async () => {
    const before = await latest();
    const { changes, end } = following(null);
    server.statements();
    const first = changes.next();
    // It has read the current position, and polled for changes after it.
    let sent = '';
    await until(() => {
      sent += server.statements().join();
      return sent.includes('order by found.position');
    });
    await happens();
    expect((await first).value?.position).toBe(String(before + 1));
    await happens();
    await happens();
    await pause(20);
    expect(await take(changes, 2)).toEqual([String(before + 2), String(before + 3)]);
    end.abort();
  });

  test('is woken again after the listening connection was lost', async () => {
    const before = await latest();
    const { changes, end } = following(String(before));
    expect(await listeners('pg_terminate_backend(pid)')).toBe(1);
    await until(async () => (await listeners('true')) === 1);
    const taking = take(changes, 1);
    await happens();
    expect(await taking).toEqual([String(before + 1)]);
    end.abort();
  });

  test('gets nothing more once it loses its permission', async () => {
    let isRevoked = false;
    const { changes } = following('11', () => {
      if (isRevoked) throw faults.UNAUTHENTICATED('REVOKED');
      return staff;
    });
    const all = (await latest()) - 11;
    expect(await take(changes, all)).toHaveLength(all);
    isRevoked = true;
    await happens();
    await expect(changes.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('reads again what it consumes late, with its rights at that moment', async () => {
    let scope: 'staff' | 'buyer' = 'staff';
    const { changes, end } = following('0', () => ({ caller: { ...staff.caller, scope } as typeof staff.caller, today }));
    expect(await take(changes, 1)).toEqual(['1']);
    scope = 'buyer';
    // Longer than a read stays valid.
    await pause(1_050);
    expect(await take(changes, 3)).toEqual(['2', '4', '6']);
    end.abort();
  });
});
