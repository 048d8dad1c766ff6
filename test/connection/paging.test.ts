import { afterAll, beforeAll, describe, test } from '@jest/globals';
import fc from 'fast-check';
import { write } from '../../src/database/unit-of-work.ts';
import { addDays } from '../../src/rules/calendar.ts';
import { storeTimelines } from '../../src/standing/standing.service.ts';
import { certify, enterFirm } from '../support/firm.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Pages of a list while firms are entered and removed. The server's day is 20 November 2026.

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
});

afterAll(() => server.stop());

/** Enters a certified firm; `at` from 0 to 9 decides its name and its first certified day, so that several firms share them. */
async function enter(at: number): Promise<string> {
  return write(server.dataSource, { actor: 'test', today: '2026-11-20' }, async (unit) => {
    const firm = await enterFirm(unit);
    await unit.tx.query('update organization set legal_name = $2 where id = $1', [firm.organizationId, `Firm ${at}`]);
    await certify(unit, firm, `C-${firm.accountId}`, addDays('2026-03-01', at));
    await storeTimelines(unit, [firm.accountId]);
    return firm.wsibAccount;
  });
}

/** Removes a firm without a trace. */
async function takeAway(wsibAccount: string): Promise<void> {
  await server.dataSource.query(
    `with gone as (select id, organization_id from account where wsib_account = $1),
       periods as (delete from standing_period where account_id in (select id from gone)),
       certificates as (delete from certificate where account_id in (select id from gone))
     select`,
    [wsibAccount],
  );
  await server.dataSource.query('delete from account where wsib_account = $1', [wsibAccount]);
}

const lists = {
  accounts: 'wsibAccount',
  organizations: 'accounts { wsibAccount }',
  certificates: 'account { wsibAccount }',
} as const;

const orders = {
  accounts: ['SINCE_ASC', 'SINCE_DESC', 'ORGANIZATION_NAME_ASC', 'ORGANIZATION_NAME_DESC'],
  organizations: ['LEGAL_NAME_ASC', 'LEGAL_NAME_DESC'],
  certificates: ['ISSUED_ON_ASC', 'ISSUED_ON_DESC'],
} as const;

const someWalk = fc.constantFrom(...(['accounts', 'organizations', 'certificates'] as const)).chain((list) =>
  fc.record({
    list: fc.constant(list),
    orderBy: fc.constantFrom(...orders[list]),
    size: fc.integer({ min: 1, max: 4 }),
    isForward: fc.boolean(),
    there: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 }),
    // What happens after each page: firms are entered, and one of the original firms is removed.
    changes: fc.array(fc.record({ entered: fc.option(fc.nat({ max: 9 })), goes: fc.option(fc.nat({ max: 7 })) }), { maxLength: 8 }),
  }),
);

type Walk = typeof someWalk extends fc.Arbitrary<infer Generated> ? Generated : never;

interface Node {
  readonly wsibAccount?: string;
  readonly account?: Node;
  readonly accounts?: readonly Node[];
}

const wsibAccountOf = ({ wsibAccount, account, accounts }: Node): string =>
  wsibAccount ?? account?.wsibAccount ?? accounts?.[0]?.wsibAccount ?? '';

async function pageOf({ list, orderBy, size, isForward }: Walk, cursor: string | null) {
  const [count, place] = isForward ? ['first', 'after'] : ['last', 'before'];
  const from = cursor === null ? '' : `, ${place}: "${cursor}"`;
  const { data } = await server.graphql(
    `{ ${list}(${count}: ${size}${from}, orderBy: ${orderBy}) { nodes { ${lists[list]} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  const { nodes, pageInfo } = data[list];
  const goesOn: boolean = isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
  const next: string | null = goesOn ? (isForward ? pageInfo.endCursor : pageInfo.startCursor) : null;
  return { firms: (isForward ? nodes : nodes.toReversed()).map(wsibAccountOf) as string[], next };
}

describe('a list that changes while it is read', () => {
  test('returns every firm that was there throughout exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(someWalk, async (walk) => {
        const entered: string[] = [];
        const atFirst: string[] = [];
        for (const at of walk.there) atFirst.push(await enter(at));
        const gone = new Set<string>();
        const seen: string[] = [];
        let cursor: string | null = null;
        for (let turn = 0; turn === 0 || cursor !== null; turn++) {
          const { firms, next } = await pageOf(walk, cursor);
          seen.push(...firms);
          cursor = next;
          const { entered: more = null, goes = null } = walk.changes[turn] ?? {};
          if (more !== null) entered.push(await enter(more));
          const leaving = goes === null ? undefined : atFirst[goes];
          if (leaving !== undefined && !gone.has(leaving)) {
            gone.add(leaving);
            await takeAway(leaving);
          }
        }
        for (const each of [...atFirst, ...entered]) if (!gone.has(each)) await takeAway(each);
        const missed = atFirst.filter((each) => !gone.has(each) && !seen.includes(each));
        return missed.length === 0 && new Set(seen).size === seen.length;
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});
