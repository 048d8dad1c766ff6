import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026. In order, capitals and accents aside: Alder, beech, Birch, Cedar, Dogwood, Elm, Érable, Maple.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alder Paving Ltd.,,,123456782,Sampleton',
    'O-2,Birch Roofing Inc.,,Old Birch,,Sampleton',
    'O-3,Cedar Framing Ltd.,,,,Exempleville',
    'O-4,Dogwood Drywall Ltd.,,,,Sampleton',
    'O-5,Elm Electric Ltd.,,,,sampleton',
    'O-6,Maple Masonry Ltd.,,,,Mont-Écrit',
    'O-7,beech concrete ltd.,,,,MONT-ÉCRIT',
    'O-8,Érable Béton inc.,,,,Mont-Écrit',
    'O-9,Érable Béton inc.,,,,',
    'O-10,Fir Without Accounts Ltd.,,,,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    'A-1,O-1,1000001',
    'A-1b,O-1,1000011',
    'A-1c,O-1,1000021',
    'A-2,O-2,1000002',
    'A-3,O-3,1000003',
    'A-4,O-4,1000004',
    'A-5,O-5,1000005',
    'A-6,O-6,1000006',
    'A-7,O-7,1000007',
    'A-8,O-8,1000008',
    'A-9,O-9,1000009',
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,A-2,2026-05-04,', 'R-1c,A-1c,2026-05-04,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2026-01-05',
    'C-1b,A-1b,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2026-01-05',
    'C-4,A-4,COR_2020,EXTERNAL_AUDIT,2024-01-05',
    'C-5,A-5,COR_2020,ISO_45001_EQUIVALENCY,2026-01-05',
    'C-6,A-6,COR_2020,EXTERNAL_AUDIT,2026-01-05',
    'C-7,A-7,COR_2020,EXTERNAL_AUDIT,2026-01-05',
    'C-8,A-8,COR_2020,EXTERNAL_AUDIT,2026-01-05',
    'C-9,A-9,COR_2020,EXTERNAL_AUDIT,2026-01-05',
  ],
};

// Public: Birch is only registered, Dogwood's certification is lost, Fir has no account.
const visible = [
  'Alder Paving Ltd.',
  'beech concrete ltd.',
  'Cedar Framing Ltd.',
  'Elm Electric Ltd.',
  'Érable Béton inc.',
  'Érable Béton inc.',
  'Maple Masonry Ltd.',
];

let server: TestServer;
let staff: string;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  staff = await server.keyFor('staff');
});

afterAll(() => server.stop());

const list = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: OrganizationFilter, $orderBy: OrganizationOrder) {
  organizations(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id legalName } } nodes { legalName } } }`;

const ask = (variables: Record<string, unknown>, key?: string) => server.graphql(list, variables, key ? { key } : {});

async function page(variables: Record<string, unknown>, key?: string) {
  const { data, errors } = await ask(variables, key);
  expect(errors).toBeUndefined();
  return data.organizations;
}

const namesOf = ({ nodes }: { nodes: { legalName: string }[] }) => nodes.map(({ legalName }) => legalName);

/** The ids of a whole list, page by page. */
async function walk(size: 'first' | 'last', n: number, orderBy: string): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const { edges, pageInfo } = await page({ [size]: n, [size === 'first' ? 'after' : 'before']: cursor, orderBy });
    pages.push(edges.map(({ node }: { node: { id: string } }) => node.id));
    const goesOn = size === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    cursor = goesOn ? (size === 'first' ? pageInfo.endCursor : pageInfo.startCursor) : null;
  } while (cursor !== null);
  return pages;
}

describe('organizations', () => {
  test('the public gets those with a certified or pending account, by name, and their count', async () => {
    const all = await page({});
    expect(namesOf(all)).toEqual(visible);
    expect(all.totalCount).toBe(7);
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(all.edges.map(({ node }: { node: { legalName: string } }) => node.legalName)).toEqual(visible);
  });

  test('WSIB also gets the registered ones, staff get all', async () => {
    const wsib = await page({}, await server.keyFor('wsib'));
    expect(namesOf(wsib)).toEqual([...visible.slice(0, 2), 'Birch Roofing Inc.', ...visible.slice(2)]);
    const everyone = await page({}, staff);
    expect(everyone.totalCount).toBe(10);
    expect(namesOf(everyone)).toContain('Fir Without Accounts Ltd.');
  });

  test('a city matches ignoring capitals and accents, and the count covers that city only', async () => {
    const sampleton = await page({ filter: { city: 'SAMPLETON' } });
    expect([namesOf(sampleton), sampleton.totalCount]).toEqual([['Alder Paving Ltd.', 'Elm Electric Ltd.'], 2]);
    expect(namesOf(await page({ filter: { city: ' mont-écrit ' }, orderBy: 'LEGAL_NAME_DESC' }))).toEqual([
      'Maple Masonry Ltd.',
      'Érable Béton inc.',
      'beech concrete ltd.',
    ]);
    expect((await page({ filter: { city: 'MONT-ECRIT' } })).totalCount).toBe(3);
    expect(await page({ filter: { city: 'Nowhere' } })).toEqual({
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      edges: [],
      nodes: [],
    });
  });

  test('a hidden organization changes neither a list nor its count', async () => {
    const query = '{ organizations(filter: { city: "Sampleton" }) { totalCount nodes { legalName accounts { wsibAccount } } } }';
    const { text } = await server.graphql(query);
    expect(text).toBe(
      '{"data":{"organizations":{"totalCount":2,"nodes":[{"legalName":"Alder Paving Ltd.","accounts":[{"wsibAccount":"1000001"},{"wsibAccount":"1000011"}]},{"legalName":"Elm Electric Ltd.","accounts":[{"wsibAccount":"1000005"}]}]}}}',
    );
  });

  test('a page with accounts, standings, certificates and letters takes two statements, with the count three', async () => {
    const fields =
      'nodes { legalName accounts { wsibAccount standing { standing certificate { number } letterOfGoodStanding { number } } } }';
    server.statements();
    const { data } = await server.graphql(`{ organizations { ${fields} } }`);
    expect(server.statements()).toHaveLength(2);
    expect(data.organizations.nodes[0]).toEqual({
      legalName: 'Alder Paving Ltd.',
      accounts: [
        { wsibAccount: '1000001', standing: { standing: 'CERTIFIED', certificate: { number: 'C-1' }, letterOfGoodStanding: null } },
        { wsibAccount: '1000011', standing: { standing: 'PENDING', certificate: { number: 'C-1b' }, letterOfGoodStanding: null } },
      ],
    });
    await server.graphql(`{ organizations { totalCount ${fields} } }`);
    expect(server.statements()).toHaveLength(3);
    await server.graphql('{ organizations { nodes { accounts { timeline { standing } } } } }', {}, { key: staff });
    expect(server.statements()).toHaveLength(3);
  });
});

describe('pages', () => {
  test.each([1, 2, 3, 7])('of %i return every organization once, forward and backward, in both orders', async (n) => {
    const { edges } = await page({});
    const ids: string[] = edges.map(({ node }: { node: { id: string } }) => node.id);
    expect((await walk('first', n, 'LEGAL_NAME_ASC')).flat()).toEqual(ids);
    expect((await walk('first', n, 'LEGAL_NAME_DESC')).flat()).toEqual(ids.toReversed());
    expect((await walk('last', n, 'LEGAL_NAME_ASC')).toReversed().flat()).toEqual(ids);
    expect((await walk('last', n, 'LEGAL_NAME_DESC')).toReversed().flat()).toEqual(ids.toReversed());
  });

  test('say whether the list continues before and after them', async () => {
    const first = await page({ first: 3 });
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 3, after: first.pageInfo.endCursor });
    expect([namesOf(second), second.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage]).toEqual([visible.slice(3, 6), true, true]);
    const back = await page({ last: 3, before: second.pageInfo.startCursor });
    expect([namesOf(back), back.pageInfo.hasNextPage, back.pageInfo.hasPreviousPage]).toEqual([visible.slice(0, 3), true, false]);
    expect(second.totalCount).toBe(7);
  });

  test('between two cursors have the elements between them', async () => {
    const { edges } = await page({});
    const between = await page({ after: edges[0].cursor, before: edges[3].cursor });
    expect(namesOf(between)).toEqual(visible.slice(1, 3));
    expect(between.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('of more than 50 need a key, and nobody gets more than 100', async () => {
    expect((await ask({ first: 50 })).errors).toBeUndefined();
    expect((await ask({ first: 51 })).errors).toMatchObject([
      { message: 'first must not be greater than 50 without an API key.', extensions: { code: 'BAD_USER_INPUT', field: 'first' } },
    ]);
    expect((await ask({ last: 100 }, staff)).errors).toBeUndefined();
    expect((await ask({ last: 101 }, staff)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'last' } }]);
  });

  const aCursor = Buffer.from('organizationsByName.1.01a2018f-61c5-7af9-b0ef-42fdc395dbbbelm').toString('base64url');

  test('begin after any cursor this registry would give, even if its organization is gone', async () => {
    expect(namesOf(await page({ after: aCursor }))).toEqual(visible.slice(3));
  });

  test.each([
    ['first', { first: 0 }],
    ['first', { first: -1 }],
    ['last', { last: 0 }],
    ['last', { first: 1, last: 1 }],
    ['after', { after: '' }],
    ['after', { after: 'no cursor' }],
    ['before', { before: `${aCursor}=` }],
    ['before', { before: `${aCursor}AA` }],
    ['after', { after: Buffer.from('organizationsByName.2.01a2018f-61c5-7af9-b0ef-42fdc395dbbbelm').toString('base64url') }],
    ['after', { after: Buffer.from('accountsByName.1.01a2018f-61c5-7af9-b0ef-42fdc395dbbbElm').toString('base64url') }],
    ['after', { after: Buffer.from('organizationsByName.1.01a2018f-61c5-7af9-b0ef-42fdc395dbbbE\u0000m').toString('base64url') }],
    ['filter.city', { filter: { city: '' } }],
    ['filter.city', { filter: { city: ' ' } }],
    ['filter.city', { filter: { city: 'a\u0000b' } }],
    ['filter.city', { filter: { city: 'x'.repeat(101) } }],
    ['orderBy', { orderBy: 'CITY' }],
  ])('name %s as bad input in %j', async (field, variables) => {
    const { data, errors } = await ask(variables);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
    expect(errors?.[0]?.message).toMatch(new RegExp(`^${field} `));
  });
});

describe('organization', () => {
  const byId = 'query ($id: ID!) { organization(id: $id) { legalName businessNumber formerNames accounts { wsibAccount } } }';

  test('is visible to callers who may see one of its accounts, with those accounts', async () => {
    const { edges } = await page({});
    const { data } = await server.graphql(byId, { id: edges[0].node.id });
    expect(data.organization).toEqual({
      legalName: 'Alder Paving Ltd.',
      businessNumber: null,
      formerNames: null,
      accounts: [{ wsibAccount: '1000001' }, { wsibAccount: '1000011' }],
    });
    const { data: whole } = await server.graphql(byId, { id: edges[0].node.id }, { key: staff });
    expect(whole.organization).toMatchObject({ businessNumber: '123456782', formerNames: [] });
    expect(whole.organization.accounts).toEqual([{ wsibAccount: '1000001' }, { wsibAccount: '1000011' }, { wsibAccount: '1000021' }]);
  });

  test('a hidden one and a missing one give the same bytes with the same statement', async () => {
    const all = await page({ first: 10 }, staff);
    const idOf = (name: string) => all.edges.find(({ node }: { node: { legalName: string } }) => node.legalName === name).node.id;
    const unknown = Buffer.from('Organization:01a2018f-61c5-7af9-b0ef-42fdc395dbbb').toString('base64url');
    const answers = [];
    for (const id of [unknown, ...['Birch Roofing Inc.', 'Dogwood Drywall Ltd.', 'Fir Without Accounts Ltd.'].map(idOf)]) {
      server.statements();
      const { text } = await server.graphql(byId, { id });
      answers.push({ text, statements: server.statements() });
    }
    expect(answers[0]?.text).toBe('{"data":{"organization":null}}');
    expect(answers[0]?.statements).toHaveLength(1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test.each(['', 'x', 'QWNjb3VudDowMWEyMDE4Zi02MWM1LTdhZjktYjBlZi00MmZkYzM5NWRiYmI'])('%j is not an id of an organization', async (id) => {
    const { errors } = await server.graphql(byId, { id });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'id' } }]);
  });
});
