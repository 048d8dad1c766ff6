import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { RateBudget } from '../../src/access/rate-budget.ts';
import { removeOldBudgets, SharedBudgets } from '../../src/access/shared-budgets.ts';
import { loadConfig } from '../../src/config.ts';
import { limitsOf, ratesWith, usualRates } from '../../src/server/limits/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const verifyMany = 'query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { found standing wsibAccount } }';
const subjects = (n: number, from = 5_000_000) => Array.from({ length: n }, (_, i) => ({ wsibAccount: String(from + i) }));

describe('a budget', () => {
  const rates = { points: { capacity: 10, perSecond: 2 }, lookUps: { capacity: 5, perSecond: 0.5 } };

  test('is used until it is empty, and refills over time', () => {
    const clock = new HandClock();
    const budget = new RateBudget(clock);
    expect(budget.charge('a', rates, { points: 7, lookUps: 1 })).toMatchObject({ short: null, left: { points: 3, lookUps: 4 } });
    expect(budget.charge('a', rates, { points: 5, lookUps: 0 })).toMatchObject({ short: 'points', retryAfter: 1, left: { points: 3 } });
    clock.passes(1);
    expect(budget.charge('a', rates, { points: 5, lookUps: 0 })).toMatchObject({ short: null, left: { points: 0, lookUps: 4 } });
    clock.passes(3600);
    expect(budget.charge('a', rates, { points: 0, lookUps: 0 })).toMatchObject({ left: { points: 10, lookUps: 5 } });
  });

  test('that lacks one kind of points is not charged for the other', () => {
    const budget = new RateBudget(new HandClock());
    expect(budget.charge('a', rates, { points: 1, lookUps: 6 })).toMatchObject({
      short: 'lookUps',
      retryAfter: 2,
      left: { points: 10, lookUps: 5 },
    });
  });

  test('that lacks both says how long the slower kind takes', () => {
    const budget = new RateBudget(new HandClock());
    budget.charge('a', rates, { points: 10, lookUps: 5 });
    expect(budget.charge('a', rates, { points: 6, lookUps: 7 })).toMatchObject({ short: 'lookUps', retryAfter: 14 });
    expect(budget.charge('a', rates, { points: 10, lookUps: 1 })).toMatchObject({ short: 'points', retryAfter: 5 });
  });

  test('takes unused points back, and never exceeds its maximum', () => {
    const budget = new RateBudget(new HandClock());
    budget.charge('a', rates, { points: 7, lookUps: 3 });
    expect(budget.giveBack('a', rates, { points: 6, lookUps: 3 })).toMatchObject({ left: { points: 9, lookUps: 5 } });
    expect(budget.giveBack('a', rates, { points: 60, lookUps: 30 })).toMatchObject({ left: { points: 10, lookUps: 5 } });
  });

  test('is separate for each caller', () => {
    const budget = new RateBudget(new HandClock());
    budget.charge('a', rates, { points: 10, lookUps: 0 });
    expect(budget.charge('b', rates, { points: 10, lookUps: 0 }).short).toBeNull();
  });

  test('refills nothing if the clock is set back', () => {
    const clock = new HandClock();
    const budget = new RateBudget(clock);
    budget.charge('a', rates, { points: 10, lookUps: 0 });
    clock.passes(-600);
    expect(budget.charge('a', rates, { points: 1, lookUps: 0 }).short).toBe('points');
    clock.passes(1);
    expect(budget.charge('a', rates, { points: 0, lookUps: 0 }).left.points).toBe(2);
  });

  test('is kept for a limited number of callers', () => {
    const budget = new RateBudget(new HandClock(), 1_000);
    for (let i = 0; i < 100_000; i++) budget.charge(`address ${i}`, rates, { points: 1, lookUps: 0 });
    expect(budget.size).toBe(1_000);
  });
});

describe('the default budgets', () => {
  test.each(Object.entries(usualRates))('of %s hold what one operation may cost', (scope, { points }) => {
    expect(points.capacity).toBeGreaterThanOrEqual(
      limitsOf({ keyId: scope === 'public' ? null : 'k', scope: 'public', holder: null, organizationId: null }).cost,
    );
  });

  test('are replaced by configured ones', () => {
    const { rateLimits } = loadConfig({ REGISTRY_RATE_LIMITS: 'buyer.lookUps=6000/10, public.points=500/0.5' });
    const rates = ratesWith(rateLimits ?? []);
    expect(rates.buyer).toEqual({ ...usualRates.buyer, lookUps: { capacity: 6000, perSecond: 10 } });
    expect(rates.public).toEqual({ ...usualRates.public, points: { capacity: 500, perSecond: 0.5 } });
    expect(rates.staff).toEqual(usualRates.staff);
    expect(loadConfig({ REGISTRY_RATE_LIMITS: 'off' }).rateLimits).toBeNull();
  });

  test.each(['buyer', 'nobody.points=1/1', 'buyer.points=0/1', 'buyer.points=1/0', 'buyer.cost=1/1', 'buyer.points=1'])(
    'are not replaced by %s',
    (text) => {
      expect(() => loadConfig({ REGISTRY_RATE_LIMITS: text })).toThrow(/^REGISTRY_RATE_LIMITS must be off, or budgets such as/);
    },
  );
});

describe('over the network', () => {
  const clock = new HandClock();
  let server: TestServer;
  let proxied: TestServer;
  let buyer: string;
  beforeAll(async () => {
    server = await startTestServer({ clock, rates: usualRates });
    proxied = await startTestServer({ clock, rates: usualRates, proxies: 1 });
    buyer = await server.keyFor('buyer');
  });
  afterAll(() => Promise.all([server.stop(), proxied.stop()]));

  /** Refills every budget. */
  const later = () => clock.passes(24 * 3600);

  test('a buyer can ask about 300 bidders at once on a closing day, and again', async () => {
    later();
    for (const left of [2_700, 2_400]) {
      const answer = await server.graphql(verifyMany, { subjects: subjects(300) }, { key: buyer });
      expect([answer.status, answer.data.verifyMany.length]).toEqual([200, 300]);
      expect(JSON.parse(answer.text).extensions.cost.lookUps).toEqual({ asked: 300, left, restoredPerSecond: 5 });
    }
  });

  test('a stranger who goes through the numbers is stopped at 200, however the requests are split', async () => {
    later();
    const aliased = `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: verify(subject: { wsibAccount: "600000${i}" }) { found }`).join(' ')} }`;
    for (let i = 0; i < 10; i++) expect((await server.graphql(aliased)).status).toBe(200);
    expect((await server.graphql(verifyMany, { subjects: subjects(90) })).status).toBe(200);
    const nodes = await server.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 11 }, () => 'T3JnYW5pemF0aW9u'),
    });
    expect([nodes.status, nodes.data, nodes.errors?.[0]?.extensions]).toEqual([429, undefined, { code: 'RATE_LIMITED', retryAfter: 1 }]);
    expect(nodes.headers['retry-after']).toBe('1');
    clock.passes(1);
    const ten = await server.graphql(verifyMany, { subjects: subjects(20) });
    expect([ten.status, ten.errors?.[0]?.extensions.retryAfter]).toEqual([429, 9]);
  });

  test('what exceeds a full budget is refused as too much, not as too early', async () => {
    later();
    const answer = await server.graphql(verifyMany, { subjects: subjects(201) });
    expect([answer.status, answer.errors?.[0]?.extensions]).toEqual([400, { code: 'TOO_COMPLEX', limit: 200, asked: 201 }]);
    expect(answer.errors?.[0]?.message).toBe(
      'The operation asks for too much: 201 things looked up by number, name or id; at most 200 are allowed. Split the list into several requests.',
    );
    expect(JSON.parse(answer.text).extensions.cost.left).toBe(999);
  });

  const costOf = ({ text }: { text: string }) => JSON.parse(text).extensions.cost;
  const onePoint = (left: number, lookUpsLeft: number) => ({
    asked: 1,
    left,
    restoredPerSecond: 200,
    lookUps: { asked: 0, left: lookUpsLeft, restoredPerSecond: 5 },
  });

  test('what is refused before any resolver runs costs one point: 501 subjects, and unreadable variables', async () => {
    later();
    const tooMany = await server.graphql(verifyMany, { subjects: subjects(501) }, { key: buyer });
    expect([tooMany.errors?.[0]?.extensions.code, tooMany.errors?.[0]?.extensions.field]).toEqual(['BAD_USER_INPUT', 'subjects']);
    expect(costOf(tooMany)).toEqual(onePoint(19_999, 3_000));
    const unreadable = await server.graphql(verifyMany, { subjects: [...subjects(400), { nothing: 1 }] }, { key: buyer });
    expect(unreadable.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(costOf(unreadable)).toEqual(onePoint(19_998, 3_000));
  });

  test('a refused field and an executed one in the same request are both charged', async () => {
    later();
    const two = `query ($many: [VerificationSubject!]!, $few: [VerificationSubject!]!) {
      a: verifyMany(subjects: $many) { found } b: verifyMany(subjects: $few) { found } }`;
    const answer = await server.graphql(two, { many: subjects(501), few: subjects(20) }, { key: buyer });
    expect(answer.errors).toHaveLength(1);
    expect(costOf(answer).lookUps).toEqual({ asked: 521, left: 2_479, restoredPerSecond: 5 });
    const hidden = `query ($many: [VerificationSubject!]!, $few: [VerificationSubject!]!) {
      a: verifyMany(subjects: $many) { found } ... { b: verifyMany(subjects: $few) { found } } }`;
    expect(costOf(await server.graphql(hidden, { many: subjects(501), few: subjects(20) }, { key: buyer })).lookUps.left).toBe(1_958);
  });

  test('the cost of an operation can be asked for without running it', async () => {
    later();
    const asked = (variables: object) =>
      server.request.post('/graphql').send({ query: verifyMany, variables, extensions: { dryRun: true } });
    const { body, status } = await asked({ subjects: subjects(150) });
    expect([status, body]).toEqual([
      200,
      {
        data: null,
        extensions: { cost: { asked: 150, left: 999, restoredPerSecond: 20, lookUps: { asked: 150, left: 200, restoredPerSecond: 1 } } },
      },
    ]);
    expect((await asked({ subjects: subjects(201) })).body.errors[0].extensions).toEqual({ code: 'TOO_COMPLEX', limit: 200, asked: 201 });
    const byGet = await server.request
      .get('/graphql')
      .query({ query: '{ viewer { scope } }', extensions: JSON.stringify({ dryRun: true }) });
    expect(byGet.body).toMatchObject({ data: null, extensions: { cost: { asked: 1 } } });
  });

  test('the answer shows the cost, what is left and how fast it refills', async () => {
    later();
    const { headers, text } = await server.graphql(
      '{ a: verify(subject: { wsibAccount: "6000001" }) { found reasons { clause } } viewer { scope } }',
    );
    // verify 1, its reasons 5, viewer 1.
    expect(JSON.parse(text).extensions).toEqual({
      cost: { asked: 7, left: 993, restoredPerSecond: 20, lookUps: { asked: 1, left: 199, restoredPerSecond: 1 } },
    });
    expect(headers['ratelimit-policy']).toBe('"points";q=1000;w=50, "lookups";q=200;w=200');
    expect(headers.ratelimit).toBe('"points";r=993;t=1, "lookups";r=199;t=1');
    expect(headers['retry-after']).toBeUndefined();
  });

  test('the result does not change the cost: hidden and missing cost the same', async () => {
    later();
    const [one, two] = [
      await server.graphql('{ verify(subject: { wsibAccount: "1" }) { found } }'),
      await server.graphql('{ verify(subject: { wsibAccount: "6000001" }) { found } }'),
    ];
    expect([JSON.parse(one.text).extensions.cost.asked, JSON.parse(two.text).extensions.cost.asked]).toEqual([1, 1]);
  });

  test('a key has one budget from every address, and uses nobody else’s', async () => {
    later();
    await server.graphql(verifyMany, { subjects: subjects(200) });
    expect((await server.graphql(verifyMany, { subjects: subjects(1) })).status).toBe(429);
    expect((await server.graphql(verifyMany, { subjects: subjects(1) }, { key: buyer })).status).toBe(200);
  });

  test('failed requests cost one point each, and once all are used up the body is not even read', async () => {
    later();
    const narrow = await startTestServer({
      clock,
      rates: { ...usualRates, public: { points: { capacity: 3, perSecond: 0.5 }, lookUps: usualRates.public.lookUps } },
    });
    const post = (body: string) => narrow.request.post('/graphql').set('content-type', 'application/json').send(body);
    expect([(await post('{')).status, (await post('{"query":"{ nonsense"}')).status, (await post('{"query":"{ none }"}')).status]).toEqual([
      400, 200, 200,
    ]);
    const { status, body, headers } = await post('{');
    expect([status, body.errors[0].extensions, headers['retry-after']]).toEqual([429, { code: 'RATE_LIMITED', retryAfter: 2 }, '2']);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    await narrow.stop();
  });

  test('a caller who tries invalid keys must wait', async () => {
    later();
    const attempt = (i: number) =>
      server.graphql('{ viewer { scope } }', {}, { key: `cor_${String(i).padStart(16, '0')}_${'x'.repeat(43)}` });
    const statuses = [];
    for (let i = 0; i < 201; i++) statuses.push((await attempt(i)).status);
    expect([statuses[0], statuses[199], statuses[200]]).toEqual([401, 401, 429]);
    expect((await server.graphql('{ viewer { scope } }', {}, { key: buyer })).status).toBe(200);
  });

  test('pages for monitoring and people are not metered', async () => {
    later();
    await server.graphql(verifyMany, { subjects: subjects(200) });
    for (const page of ['/healthz', '/readyz', '/schema.graphql']) {
      const { status, headers } = await server.request.get(page);
      expect([status, headers.ratelimit]).toEqual([200, undefined]);
    }
  });

  const from = async (to: TestServer, forwarded: string) => {
    const { headers } = await to.request.post('/graphql').set('x-forwarded-for', forwarded).send({ query: '{ viewer { scope } }' });
    return headers.ratelimit?.split(',')[0];
  };

  test('X-Forwarded-For is trusted from nobody by default', async () => {
    later();
    expect([await from(server, '203.0.113.1'), await from(server, '203.0.113.2')]).toEqual(['"points";r=999;t=1', '"points";r=998;t=1']);
  });

  test('behind one proxy its last entry is trusted, and what the caller wrote before it is not', async () => {
    later();
    expect(await from(proxied, '203.0.113.1')).toBe('"points";r=999;t=1');
    expect(await from(proxied, '203.0.113.2')).toBe('"points";r=999;t=1');
    expect(await from(proxied, '198.51.100.7, 203.0.113.2')).toBe('"points";r=998;t=1');
    expect(await from(proxied, '198.51.100.8, 203.0.113.2')).toBe('"points";r=997;t=1');
  });

  test('all addresses of one IPv6 network share a budget; an IPv4-mapped address counts as IPv4', async () => {
    later();
    expect(await from(proxied, '2001:db8:1:2::1')).toBe('"points";r=999;t=1');
    expect(await from(proxied, '2001:0db8:0001:0002:ffff:ffff:ffff:ffff')).toBe('"points";r=998;t=1');
    expect(await from(proxied, '2001:db8:1:3::1')).toBe('"points";r=999;t=1');
    expect(await from(proxied, '::ffff:192.0.2.9')).toBe('"points";r=999;t=1');
    expect(await from(proxied, '192.0.2.9')).toBe('"points";r=998;t=1');
  });

  test('an entry that is not an address counts as the proxy itself', async () => {
    later();
    expect(await from(proxied, 'unknown')).toBe('"points";r=999;t=1');
    expect(await from(proxied, '')).toBe('"points";r=998;t=1');
  });
});

describe('the page on limits', () => {
  const page = readFileSync('docs/limits.md', 'utf8');
  const rows = [...page.matchAll(/^\| (?!scope|---)(.*) \|$/gm)].map(([, row = '']) => row.split(' | '));
  const figures = (row: string): number[] =>
    (rows.find(([name]) => name === row) ?? []).slice(1).map((figure) => Number(figure.replaceAll(',', '')));

  describe('docs/limits.md', () => {
    const nobody = { scope: 'public', holder: null, organizationId: null } as const;
    const [without, withKey] = [limitsOf({ ...nobody, keyId: null }), limitsOf({ ...nobody, keyId: 'k' })];

    test.each([
      ['cost points', without.cost, withKey.cost],
      ['levels of fields', without.depth, withKey.depth],
      ['lists within lists', without.nestedLists, withKey.nestedLists],
      ['aliases', without.aliases, withKey.aliases],
      ['root fields', without.rootFields, withKey.rootFields],
      ['directives', without.directives, withKey.directives],
      ['tokens', without.tokens, withKey.tokens],
      ['bytes of the body', without.bodyBytes, withKey.bodyBytes],
      ['seconds', without.deadlineMs / 1000, withKey.deadlineMs / 1000],
    ])('has the limits of %s', (row, one, other) => expect(figures(row)).toEqual([one, other]));

    test.each(Object.entries(usualRates))('has the budgets of %s', (scope, { points, lookUps }) => {
      expect(figures(`\`${scope}\``)).toEqual([points.capacity, points.perSecond, lookUps.capacity, lookUps.perSecond]);
    });

    describe('its example', () => {
      let server: TestServer;
      beforeAll(async () => {
        server = await startTestServer({ rates: usualRates });
      });
      afterAll(() => server.stop());

      test('gets its cost as the answer', async () => {
        const [, body = ''] = /-d '(.*)'$/m.exec(page) ?? [];
        const answer = await server.request.post('/graphql').set('content-type', 'application/json').send(body);
        // The connection, 50 accounts and their 50 organizations.
        expect(answer.body).toMatchObject({ data: null, extensions: { cost: { asked: 101, left: 999 } } });
      });
    });
  });
});

describe('look-ups that find nothing', () => {
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
});
