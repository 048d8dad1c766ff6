import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { Dice, type ListedFirm, listedFirms, type MessyName, messyNames, namesOfNobody } from './messy-names.ts';
import { typedByHand } from './typed-by-hand.ts';

// 3,000 made-up firms, all certified, and a list of their names as a clerk types them: see messy-names.ts.
const seed = Number(process.env.MESSY_NAMES_SEED ?? 20_261_129);
const dice = new Dice(seed);
const byHand: readonly ListedFirm[] = [...new Set(typedByHand.map(([legalName]) => legalName))].map((legalName, at) => ({
  reference: `H-${at}`,
  legalName,
  operatingName: null,
}));
const firms: readonly ListedFirm[] = [...listedFirms(3_000, dice), ...byHand];
let server: TestServer;
let key: string;

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
  key = await server.keyFor('buyer');
}, 120_000);

afterAll(() => server.stop());

const searching = 'query ($search: String) { organizations(search: $search, first: 3) { edges { score node { legalName } } } }';
const matching = `query ($rows: [BidderRow!]!) { matchBidders(rows: $rows) { status candidates { organizationName } verification { organizationName } } }`;

interface Answer {
  readonly status: string;
  /** The firm matched, or the first candidate. */
  readonly first: string | null;
}

async function matchAll(typed: readonly string[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < typed.length; at += 500) {
    const rows = typed.slice(at, at + 500).map((name) => ({ name }));
    const { data, errors } = await server.graphql(matching, { rows }, { key });
    expect(errors).toBeUndefined();
    for (const { status, candidates, verification } of data.matchBidders)
      answers.push({ status, first: (verification ?? candidates[0])?.organizationName ?? null });
  }
  return answers;
}

async function searchFirst(search: string): Promise<string | undefined> {
  const { data, errors } = await server.graphql(searching, { search });
  expect(errors).toBeUndefined();
  return data.organizations.edges[0]?.node.legalName;
}

const show = (label: string, found: readonly string[], of: number): void => {
  if (process.env.MESSY_NAMES_SHOW) console.log(`${label}: ${found.length} of ${of}\n${found.join('\n')}`);
};

describe('names as a clerk types them', () => {
  const names: readonly MessyName[] = messyNames(firms, 15, dice);

  test('have the right firm first in 97 of 100 cases, matched or as the first candidate', async () => {
    expect(names.length).toBeGreaterThan(350);
    const answers = await matchAll(names.map(({ typed }) => typed));
    const wrong = names.flatMap(({ typed, meant, rule }, at) =>
      answers[at]?.first === meant ? [] : [`${rule}: ${typed} → ${answers[at]?.first} (${meant})`],
    );
    show('matchBidders', wrong, names.length);
    expect(wrong.length / names.length).toBeLessThanOrEqual(0.03);
  }, 120_000);

  test('are never matched with a wrong firm', async () => {
    const answers = await matchAll(names.map(({ typed }) => typed));
    const wrong = names.filter(({ meant }, at) => answers[at]?.status === 'MATCHED' && answers[at]?.first !== meant);
    expect(wrong).toEqual([]);
  }, 120_000);

  test('are always matched by the exact legal name', async () => {
    const exact = firms.map(({ legalName }) => legalName).filter((_, at) => at % 3 === 0);
    const answers = await matchAll(exact);
    const missed = exact.filter((name, at) => answers[at]?.first !== name);
    expect(missed).toEqual([]);
    expect(answers.filter(({ status }) => status !== 'MATCHED')).toEqual([]);
  }, 120_000);

  test('have the right firm first, also in the kinds that were written by hand', async () => {
    const answers = await matchAll(typedByHand.map(([, typed]) => typed));
    const wrong = typedByHand.flatMap(([meant, typed], at) =>
      answers[at]?.first === meant ? [] : [`${typed} → ${answers[at]?.first} (${meant})`],
    );
    expect(wrong).toEqual([]);
    const exact = await matchAll(byHand.map(({ legalName }) => legalName));
    expect(exact).toEqual(byHand.map(({ legalName }) => ({ status: 'MATCHED', first: legalName })));
  }, 120_000);

  test('of firms not on record are never matched', async () => {
    const typed = namesOfNobody(firms, 150, dice);
    const answers = await matchAll(typed);
    expect(typed.filter((_, at) => answers[at]?.status === 'MATCHED')).toEqual([]);
  }, 120_000);

  test('have the right firm first in a search as well', async () => {
    const some = names.filter((_, at) => at % 6 === 0);
    const wrong: string[] = [];
    for (const { typed, meant } of some) if ((await searchFirst(typed)) !== meant) wrong.push(`${typed} (${meant})`);
    show('organizations', wrong, some.length);
    expect(wrong.length / some.length).toBeLessThanOrEqual(0.03);
  }, 240_000);
});
