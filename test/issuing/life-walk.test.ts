import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockOf } from '../../src/clock.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { organizations, startWriting, type WritingServer } from '../support/writing.ts';
import { Life, type Reach } from './life.ts';
import { type LifeDesk, lifeDesk } from './life-desk.ts';
import { live } from './life-years.ts';

// Whole lives of firms, day by day: from an application over internal and external audits to a certificate, its years, its renewal or its loss (decision 0478).
// ISSUING_WALK_SECONDS sets how long to walk, ISSUING_WALK_SEED where to begin.
const seconds = Number(process.env.ISSUING_WALK_SECONDS ?? 0);
const seed = Number(process.env.ISSUING_WALK_SEED ?? 5);

const clock = { now: '2018-01-02T15:00:00Z' };
/** What is reached at least, in each life on average: about two thirds of what was measured (decision 0478). */
const least = { certificate: 1.5, 'certificate first': 0.75, 'certificate again': 0.5, 'certificate on a re-audit': 0.2, letter: 1 };
/** What is rarer, so that a few lives may do without it. */
const leastOfMany = {
  ...{
    'certificate of a renewal': 0.2,
    'certificate after a loss': 0.1,
    'certificate with an exception': 0.03,
    'certifications lost': 0.05,
  },
  ...{
    'letter of year 2': 0.2,
    'letter of year 3': 0.2,
    'letter after corrections': 0.2,
    'races won': 0.2,
    'external audit too late': 0.05,
  },
};
const MANY = 20;

/** What was reached less often than it must be. */
function shortfall(reach: Reach): string[] {
  const { lives = 0 } = reach;
  const floors = Object.entries({ ...least, ...(lives >= MANY ? leastOfMany : {}) });
  return floors.flatMap(([what, rate]) =>
    (reach[what] ?? 0) < Math.ceil(rate * lives) ? [`${what}: ${reach[what] ?? 0} in ${lives} lives`] : [],
  );
}

let server: WritingServer;
let desk: LifeDesk;

beforeAll(async () => {
  const facts = { organizations, accounts: ['account,organization,wsib_account', 'first,O-1,1000001'] };
  server = await startWriting(facts, { clock: clockOf(() => new Date(clock.now)) });
  desk = lifeDesk(server, (await server.file('1000001')).organization.id, await server.keyFor('admin', 'Administrator'));
});

afterAll(() => server.stop());

test(
  'random lives of firms come to certificates, letters and losses as the guideline says, and to nothing that it forbids',
  async () => {
    const reach: Reach = {};
    const bounds =
      seconds > 0 ? { numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false } : { numRuns: 4 };
    const lives = fc.asyncProperty(fc.gen(), async (g) => {
      const from = g(fc.constantFrom, '2019-03-04', '2031-03-03', '2031-08-25');
      const firm = await desk.begin('2010-01-01');
      const life = new Life({ desk, firm, reach, g, clock }, from);
      life.other = server.otherClerk;
      await live(life);
      life.count('lives');
    });
    await fc.assert(lives, { seed, endOnFailure: true, includeErrorInReport: true, ...bounds });
    console.log(`seed ${seed}: ${JSON.stringify(Object.fromEntries(Object.entries(reach).toSorted()))}`);
    expect(shortfall(reach)).toEqual([]);
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  },
  180_000 + seconds * 1000,
);
