import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { RateBudget } from '../../src/access/rate-budget.ts';
import { removeOldBudgets, SharedBudgets } from '../../src/access/shared-budgets.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

// Every firm here is made up.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Made-up Paving Ltd.,,,123456782,Sampleton',
  ],
  accounts: ['account,organization,wsib_account', 'shown,O-1,1000001', 'hidden,O-1,1000002'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,hidden,2024-01-10,'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,shown,COR_2020,EXTERNAL_AUDIT,2026-02-15'],
};

const nothing = { points: 0, lookUps: 0 };

describe('a budget after many misses', () => {
  const rates = { points: { capacity: 10, perSecond: 2 }, lookUps: { capacity: 200, perSecond: 1 } };
  const restored = (budget: RateBudget) => budget.charge('a', rates, nothing).rates.lookUps.perSecond;

  test('refills as usual up to 500 of them, and ten times more slowly beyond', () => {
    const clock = new HandClock();
    const budget = new RateBudget(clock);
    budget.charge('a', rates, { points: 0, lookUps: 200 });
    budget.noteMisses('a', 500);
    expect(restored(budget)).toBe(1);
    budget.noteMisses('a', 20);
    expect(restored(budget)).toBe(0.1);
    expect(budget.charge('a', rates, { points: 0, lookUps: 3 })).toMatchObject({ short: 'lookUps', retryAfter: 30 });
    clock.passes(20);
    expect(budget.charge('a', rates, nothing).left).toEqual({ points: 10, lookUps: 2 });
  });

  test('refills as usual again after an hour, which forgives 500', () => {
    const clock = new HandClock();
    const budget = new RateBudget(clock);
    budget.charge('a', rates, nothing);
    budget.noteMisses('a', 990);
    clock.passes(3_500);
    expect(restored(budget)).toBe(0.1);
    clock.passes(100);
    expect(restored(budget)).toBe(1);
  });

  test('by one caller does not affect others', () => {
    const budget = new RateBudget(new HandClock());
    budget.charge('b', rates, nothing);
    budget.noteMisses('b', 1_000);
    expect(restored(budget)).toBe(1);
  });
});

describe('over the network', () => {
  const clock = new HandClock();
  // This asks at once what a caller without a key may ask within some hours.
  const ample = { points: { capacity: 100_000, perSecond: 100 }, lookUps: { capacity: 10_000, perSecond: 1 } };
  let server: TestServer;
  let buyer: string;
  beforeAll(async () => {
    server = await startTestServer({ clock, rates: { ...usualRates, public: ample } });
    await record(server.dataSource, facts, clock.today());
    buyer = await server.keyFor('buyer');
  });
  afterAll(() => server.stop());

  const verifyMany = 'query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { found } }';
  const unknown = (count: number) => ({ subjects: Array.from({ length: count }, (_, i) => ({ wsibAccount: String(6_000_000 + i) })) });
  const restored = (text: string) => JSON.parse(text).extensions.cost.lookUps.restoredPerSecond;
  const seen = async (key?: string) => restored((await server.graphql('{ viewer { scope } }', {}, key ? { key } : {})).text);

  async function ask(query: string, variables: object, key?: string): Promise<void> {
    expect((await server.graphql(query, { ...variables }, key ? { key } : {})).status).toBe(200);
  }

  test('a stranger who tries numbers one after the other is slowed down, in every kind of query', async () => {
    clock.passes(24 * 3600);
    for (let i = 0; i < 3; i++) await ask(verifyMany, unknown(130));
    await ask('query ($rows: [BidderRow!]!) { matchBidders(rows: $rows) { status } }', {
      rows: Array.from({ length: 100 }, (_, i) => ({ number: String(6_100_000 + i) })),
    });
    for (let i = 0; i < 5; i++) await ask(`{ account(wsibAccount: "62000${i}0") { id } proof(number: "X-62000${i}0") { kind } }`, {});
    expect(await seen()).toBe(1); // 500 misses
    await ask(verifyMany, unknown(1));
    expect(await seen()).toBe(0.1);
  });

  test('a hidden account counts as a miss, a visible one does not', async () => {
    const many = (wsibAccount: string) => ({ subjects: Array.from({ length: 150 }, () => ({ wsibAccount })) });
    for (const [wsibAccount, expected] of [
      ['1000001', 1],
      ['1000002', 0.1],
    ] as const) {
      clock.passes(24 * 3600);
      for (let i = 0; i < 5; i++) await ask(verifyMany, many(wsibAccount));
      expect(await seen()).toBe(expected);
    }
  });

  test('a key is never slowed down', async () => {
    for (let i = 0; i < 10; i++) await ask(verifyMany, unknown(150), buyer);
    expect(await seen(buyer)).toBe(5);
  });
});

describe('nodes that share their budgets', () => {
  const rates = { points: { capacity: 1_000, perSecond: 1 }, lookUps: { capacity: 200, perSecond: 0.01 } };
  const looking = (lookUps: number) => ({ points: 0, lookUps });
  let server: TestServer;
  let nodes: SharedBudgets[] = [];
  const warned: string[] = [];
  beforeAll(async () => {
    server = await startTestServer({ sharesBudgets: true, rates: { ...usualRates, public: rates } });
  });
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map((each) => each.close()));
  });
  afterAll(() => server.stop());

  /** A node’s budgets: as another process has them. */
  function node(): RateBudget {
    const budget = new RateBudget(new HandClock());
    nodes = [...nodes, new SharedBudgets(server.source, budget, { warn: (_details, message) => warned.push(message) })];
    return budget;
  }
  const left = (budget: RateBudget, caller: string) => budget.charge(caller, rates, nothing).left.lookUps;
  /** The most misses of any caller, as all nodes know them. */
  async function stored(): Promise<number> {
    const [row]: { most: number }[] = await server.source.query('select max(misses) as most from caller_budget');
    return row?.most ?? 0;
  }

  test('give a caller one budget together, and learn of each other as it asks', async () => {
    const [one, other] = [node(), node()];
    one.charge('a', rates, looking(150));
    await until(async () => (await server.source.query('select from caller_budget')).length === 1);
    other.charge('a', rates, looking(10));
    await until(() => left(other, 'a') === 40);
    expect(other.charge('a', rates, looking(50)).short).toBe('lookUps');
    one.charge('a', rates, looking(20));
    await until(() => left(one, 'a') === 20);
    expect(left(node(), 'b')).toBe(200);
  });

  test('count misses together', async () => {
    const [one, other] = [node(), node()];
    for (const budget of [one, other]) budget.charge('c', rates, nothing);
    one.noteMisses('c', 300);
    await until(async () => (await stored()) > 200);
    other.noteMisses('c', 300);
    await until(() => other.charge('c', rates, nothing).rates.lookUps.perSecond === 0.001);
  });

  test('ask the database nothing about a caller who is far from the limit', async () => {
    const one = node();
    for (let i = 0; i < 3; i += 1) one.charge('d', rates, { points: 5, lookUps: 1 });
    expect(one.hasNews).toBe(false);
    one.charge('d', rates, looking(1));
    expect(one.hasNews).toBe(true);
    await until(() => !one.hasNews);
  });

  test('go by what they know while the database is away, say so once, and tell it later', async () => {
    const one = node();
    await server.dataSource.query('alter table caller_budget rename to away');
    one.charge('e', rates, looking(150));
    await until(() => warned.length === 1);
    expect([one.hasNews, left(one, 'e')]).toEqual([true, 50]);
    await server.dataSource.query('alter table away rename to caller_budget');
    expect(one.takeNews(10)).toMatchObject([{ caller: 'e', lookUps: 150 }]);
    expect(warned).toEqual(['Budgets are kept by this node alone: the others could not be told.']);
  });

  test('refuse over HTTP what was taken elsewhere, store no address, and forget after a day', async () => {
    const one = node();
    one.charge('address 127.0.0.1', rates, looking(195));
    await until(() => !one.hasNews);
    const many = (count: number) => ({ subjects: Array.from({ length: count }, (_, i) => ({ wsibAccount: String(7_000_000 + i) })) });
    const query = 'query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { found } }';
    expect((await server.graphql(query, many(5))).status).toBe(200);
    const hasLeft = async () => JSON.parse((await server.graphql('{ viewer { scope } }')).text).extensions.cost.lookUps.left;
    await until(async () => (await hasLeft()) === 0);
    expect((await server.graphql(query, many(1))).status).toBe(429);
    const rows: { caller: Buffer }[] = await server.source.query('select caller from caller_budget');
    expect(rows.map(({ caller }) => caller.length)).toEqual(rows.map(() => 32));
    await server.dataSource.query(`update caller_budget set at = at - interval '25 hours'`);
    await removeOldBudgets(server.source.manager);
    expect(await server.source.query('select from caller_budget')).toEqual([]);
  });
});
