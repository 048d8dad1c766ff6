import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { Dice, type ListedFirm, listedFirms, type MessyName, messyNames } from './messy-names.ts';

// 3,000 made-up firms, all certified, and a list of their names as a clerk types them: see messy-names.ts.
const seed = Number(process.env['MESSY_NAMES_SEED'] ?? 20_261_129);
const dice = new Dice(seed);
const firms: readonly ListedFirm[] = listedFirms(3_000, dice);
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  const facts = {
    organizations: [
      'organization,legal_name,operating_name,former_names,business_number,city',
      ...firms.map(({ reference, legalName, operatingName }) => `${reference},"${legalName}","${operatingName ?? ''}",,,Sampleton`),
    ],
    accounts: ['account,organization,wsib_account', ...firms.map(({ reference }, at) => `A-${at},${reference},${6_000_000 + at}`)],
    certificates: [
      'number,account,standard,basis,issued_on',
      ...firms.map((_, at) => `C-${at},A-${at},COR_2020,EXTERNAL_AUDIT,2026-03-02`),
    ],
  };
  await record(server.dataSource, facts, '2026-11-20');
}, 120_000);

afterAll(() => server.stop());

const query = 'query ($search: String) { organizations(search: $search, first: 3) { edges { score node { legalName } } } }';

async function firstFor(search: string): Promise<string | undefined> {
  const { data, errors } = await server.graphql(query, { search });
  expect(errors).toBeUndefined();
  return data.organizations.edges[0]?.node.legalName;
}

/** Names whose firm does not come first. A firm of the same words with another ending is as right where the ending is not typed. */
async function missed(names: readonly MessyName[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { typed, meant, rule } of names) {
    const first = await firstFor(typed);
    if (first !== meant) found.push(`${rule}: ${typed} → ${first} (${meant})`);
  }
  return found;
}

describe('names as a clerk types them', () => {
  test('put the right firm first, but for 3 in 100', async () => {
    const names = messyNames(firms, Number(process.env['MESSY_NAMES_EACH'] ?? 3), dice);
    expect(names.length).toBeGreaterThan(60);
    const wrong = await missed(names);
    if (process.env['MESSY_NAMES_SHOW']) console.log(`${wrong.length} of ${names.length}\n${wrong.join('\n')}`);
    expect(wrong.length / names.length).toBeLessThanOrEqual(0.03);
  }, 240_000);

  test('put the firm first by its exact legal name, always', async () => {
    const names = firms.filter((_, at) => at % 60 === 0).map(({ legalName }) => ({ typed: legalName, meant: legalName, rule: 'exact' }));
    expect(await missed(names)).toEqual([]);
  }, 240_000);
});
