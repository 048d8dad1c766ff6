import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. It is renamed after it was first recorded. The server's day is 20 November 2026.
const today = '2026-11-20';
const head = 'organization,legal_name,operating_name,former_names,business_number,city';
const facts = {
  organizations: [
    head,
    'O-1,Alder Paving Ltd.,Harbour Stone,,,Sampleton',
    'O-2,Zinnia Roofing Inc.,,,,Sampleton',
    'O-3,Hidden Elm Ltd.,,,,Sampleton',
    'O-4,Larch Bridges Ltd.,,,,Sampleton',
    'O-5,Hidden Fir Ltd.,,,,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    'A-1,O-1,9000001',
    'A-2,O-2,9000002',
    'A-3,O-3,9000003',
    'A-4,O-4,9000004',
    'A-5,O-5,9000005',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2026-03-02',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2026-03-02',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2022-01-05',
    'C-4,A-4,COR_2020,EXTERNAL_AUDIT,2026-03-02',
    'C-5,A-5,COR_2020,EXTERNAL_AUDIT,2022-01-05',
  ],
};

let server: TestServer;
let then: string;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, today);
  then = (await server.graphql('{ verify(subject: { wsibAccount: "9000001" }) { knownAt } }')).data.verify.knownAt;
  const renamed = { organizations: [head, 'O-1,Quarry Holdings Inc.,Quarry,,,Sampleton', 'O-3,Open Oak Ltd.,,,,Sampleton'] };
  await record(server.dataSource, renamed, today);
  for (const ended of ['9000004', '9000005']) await mergeInto('9000002', ended);
});
afterAll(() => server.stop());

/** Merges the firm of an account into that of another, as staff do. */
async function mergeInto(kept: string, ended: string): Promise<void> {
  const key = await server.keyFor('staff', `Clerk ${ended}`);
  const of = async (wsibAccount: string): Promise<{ id: string; version: number }> =>
    (await server.graphql(`{ account(wsibAccount: "${wsibAccount}") { organization { id version } } }`, {}, { key })).data.account
      .organization;
  const [into, other] = [await of(kept), await of(ended)];
  const merge = 'mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) { __typename } }';
  const input = { organization: into.id, expectedVersion: into.version, other: other.id, otherExpectedVersion: other.version };
  expect((await server.graphql(merge, { input }, { key })).data.mergeOrganizations).toEqual({ __typename: 'Organization' });
}

const query = `query ($rows: [BidderRow!]!, $knownAt: DateTime) { matchBidders(rows: $rows, knownAt: $knownAt) {
  status candidates { why organizationName } verification { wsibAccount organizationName account { organization { legalName } } } } }`;
const ask = async (names: readonly string[], knownAt: string | null) => {
  const { data, errors } = await server.graphql(query, { rows: names.map((name) => ({ name })), knownAt });
  expect(errors).toBeUndefined();
  return data.matchBidders;
};

describe('a firm that was renamed', () => {
  test('is found by the name it had then, and the record beside it has today’s name', async () => {
    const [match] = await ask(['Alder Paving Limited'], then);
    expect(match).toEqual({
      status: 'MATCHED',
      candidates: [],
      verification: {
        wsibAccount: '9000001',
        organizationName: 'Alder Paving Ltd.',
        account: { organization: { legalName: 'Quarry Holdings Inc.' } },
      },
    });
    expect((await ask(['Alder Paving Limited'], null))[0].status).toBe('NO_MATCH');
  });

  test('is a candidate by a mistyped name and by its operating name of that time', async () => {
    const [typed, operating] = await ask(['Aldr Paving Ltd.', 'Harbour Stone'], then);
    expect(typed).toMatchObject({ status: 'AMBIGUOUS', candidates: [{ organizationName: 'Alder Paving Ltd.' }] });
    expect(operating).toMatchObject({
      status: 'AMBIGUOUS',
      candidates: [{ why: 'OPERATING_NAME', organizationName: 'Alder Paving Ltd.' }],
    });
  });

  test('is not found, as known then, by the name it has now', async () => {
    expect((await ask(['Quarry Holdings Inc.', 'Quarry'], then)).map(({ status }: { status: string }) => status)).toEqual([
      'NO_MATCH',
      'NO_MATCH',
    ]);
    expect((await ask(['Quarry Holdings Inc.'], null))[0].status).toBe('MATCHED');
  });

  test('whose standing is hidden looks like one that does not exist, by either name', async () => {
    for (const name of ['Hidden Elm Ltd.', 'Open Oak Ltd.', 'Hidden Fir Ltd.'])
      expect(await ask([name], then)).toEqual([{ status: 'NO_MATCH', candidates: [], verification: null }]);
  });

  test('that was merged into another since is found by the name that it had then, and not by the other’s', async () => {
    const [former, other] = await ask(['Larch Bridges Ltd.', 'Zinnia Roofing Inc.'], then);
    expect(former).toMatchObject({
      status: 'MATCHED',
      verification: {
        wsibAccount: '9000004',
        organizationName: 'Larch Bridges Ltd.',
        account: { organization: { legalName: 'Zinnia Roofing Inc.' } },
      },
    });
    expect(other).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: '9000002' } });
    expect((await ask(['Larch Bridges Ltd.'], null))[0].status).toBe('NO_MATCH');
  });

  test('takes one more statement for any number of names', async () => {
    const statementsFor = async (knownAt: string | null, count: number) => {
      await ask(['Alder Paving Ltd.'], knownAt);
      server.statements();
      await ask(
        Array.from({ length: count }, (_, at) => (at % 2 === 0 ? `Alder Paving ${at} Ltd.` : 'Zinnia Roofing Inc.')),
        knownAt,
      );
      return server.statements().length;
    };
    expect((await statementsFor(then, 60)) - (await statementsFor(then, 2))).toBe(0);
  });
});
