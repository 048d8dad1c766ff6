import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up, and certified unless its name says otherwise. The server's day is 20 November 2026.
const firms = [
  "L'Erable Construction Inc.,,",
  "L'Erable Construction Ltd.,,",
  'Erable Constructions Nord inc.,,',
  'Érable Béton inc.,,Béton Boréal inc.',
  'Érablière Roofing Ltd.,,',
  'Maple Masonry Ltd.,Harbourfront Stone,',
  'Dufferin Excavating & Grading of Simcoe Ltd.,,Old Quarry Haulage Ltd.',
  'Duff Paving Ltd.,,',
  'J.P. Whitewater Roofing Ltd.,,',
  'Construction Tremblay inc.,,',
  'Saint-Laurent Mécanique S.E.N.C.,,',
  'Hidden Birch Paving Ltd.,,',
];
const hidden = firms.length;

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    ...firms.map((names, at) => {
      const [legal, operating, former] = names.split(',');
      return `O-${at + 1},"${legal}",${operating},${former},,${at % 2 === 0 ? 'Sampleton' : ''}`;
    }),
  ],
  accounts: ['account,organization,wsib_account', ...firms.map((_, at) => `A-${at + 1},O-${at + 1},${1_000_000 + at}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...firms.flatMap((_, at) => (at + 1 === hidden ? [] : [`C-${at + 1},A-${at + 1},COR_2020,EXTERNAL_AUDIT,2026-01-05`])),
  ],
};

let server: TestServer;
let staff: string;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  staff = await server.keyFor('staff');
});

afterAll(() => server.stop());

interface Searched {
  readonly key?: string | undefined;
  readonly variables?: Record<string, unknown>;
}

async function page(search: string, { key, variables = {} }: Searched = {}) {
  const query = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String, $orderBy: OrganizationOrder, $filter: OrganizationFilter) {
    organizations(search: $search, first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
      totalCount totalCountIsExact pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { legalName } } }`;
  const { data, errors } = await server.graphql(query, { search, ...variables }, key ? { key } : {});
  expect(errors).toBeUndefined();
  return data.organizations;
}

const found = async (search: string, searched?: Searched): Promise<string[]> =>
  (await page(search, searched)).nodes.map(({ legalName }: { legalName: string }) => legalName);

describe('a search', () => {
  test.each([
    ["L'Érable Const. Inc", "L'Erable Construction Inc."],
    ['l’erable construction', "L'Erable Construction Inc."],
    ['LERABLE CONSTR LTD', "L'Erable Construction Ltd."],
    ['erable beton', 'Érable Béton inc.'],
    ['Harborfront Stone', 'Maple Masonry Ltd.'],
    ['Dufferin', 'Dufferin Excavating & Grading of Simcoe Ltd.'],
    ['Duferin Excav. and Grading', 'Dufferin Excavating & Grading of Simcoe Ltd.'],
    ['JP Whitewater', 'J.P. Whitewater Roofing Ltd.'],
    ['St Laurent Mec', 'Saint-Laurent Mécanique S.E.N.C.'],
    ['St-Laurent Mécanique', 'Saint-Laurent Mécanique S.E.N.C.'],
    ['Tremblay Construction', 'Construction Tremblay inc.'],
    ['Erabel', "L'Erable Construction Inc."],
  ])('for %j finds %j first', async (search, name) => {
    expect((await found(search))[0]).toBe(name);
  });

  test('ranks the legal form searched for before another, and both before names that share less', async () => {
    expect((await found("L'Érable Const. Ltd")).slice(0, 2)).toEqual(["L'Erable Construction Ltd.", "L'Erable Construction Inc."]);
    const names = await found("L'Érable Const. Inc");
    expect(names.indexOf('Érable Béton inc.')).toBeGreaterThan(names.indexOf('Erable Constructions Nord inc.'));
    expect(names).not.toContain('Maple Masonry Ltd.');
  });

  test('for a common word finds the names that begin with it', async () => {
    expect(await found('construction')).toEqual(['Construction Tremblay inc.']);
  });

  test('for a name that nobody has finds nothing', async () => {
    expect(await page('Zyxwvut Qrst')).toMatchObject({ totalCount: 0, totalCountIsExact: true, nodes: [] });
  });

  test('finds former names for staff only', async () => {
    for (const former of ['Old Quarry Haulage', 'Béton Boréal'])
      expect((await found(former)).length).toBe(former === 'Béton Boréal' ? 1 : 0);
    expect((await found('Old Quarry Haulage', { key: staff }))[0]).toBe('Dufferin Excavating & Grading of Simcoe Ltd.');
    expect((await found('Beton Boreal', { key: staff }))[0]).toBe('Érable Béton inc.');
  });

  test('finds no hidden firm: the answer is the same as for a name that nobody has', async () => {
    const bytes = async (search: string) =>
      (await server.graphql('query ($search: String) { organizations(search: $search) { totalCount nodes { id } } }', { search })).text;
    expect(await bytes('Hidden Birch')).toBe(await bytes('Zyxwvut Qrst'));
    expect(await found('Hidden Birch', { key: staff })).toEqual(['Hidden Birch Paving Ltd.']);
  });

  test('applies the filter too, and is ordered by name on request', async () => {
    const erable = await found('erable');
    expect(erable).toHaveLength(5);
    expect(await found('erable', { variables: { orderBy: 'LEGAL_NAME_ASC' } })).toEqual([
      'Érable Béton inc.',
      'Erable Constructions Nord inc.',
      'Érablière Roofing Ltd.',
      "L'Erable Construction Inc.",
      "L'Erable Construction Ltd.",
    ]);
    expect((await found('erable', { variables: { filter: { city: 'sampleton' } } })).sort()).toEqual([
      'Erable Constructions Nord inc.',
      "L'Erable Construction Inc.",
      'Érablière Roofing Ltd.',
    ]);
    expect(await found('erable', { variables: { filter: { standing: 'PENDING' } } })).toEqual([]);
  });

  test('goes page by page in both directions', async () => {
    const all = await found('erable');
    const walked: string[][] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo, totalCount } = await page('erable', { variables: { first: 2, after } });
      expect(totalCount).toBe(all.length);
      walked.push(nodes.map(({ legalName }: { legalName: string }) => legalName));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked.flat()).toEqual(all);
    const last = await page('erable', { variables: { last: 2 } });
    expect(last.nodes.map(({ legalName }: { legalName: string }) => legalName)).toEqual(all.slice(-2));
    const before = await page('erable', { variables: { last: 2, before: last.pageInfo.startCursor } });
    expect(before.nodes.map(({ legalName }: { legalName: string }) => legalName)).toEqual(all.slice(-4, -2));
    expect(before.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  test('forgives two swapped letters anywhere in a name of two distinctive words', async () => {
    const names = ['Maple Masonry Ltd.', 'J.P. Whitewater Roofing Ltd.', 'Dufferin Excavating & Grading of Simcoe Ltd.'];
    const missed: string[] = [];
    for (const name of names)
      for (const { index: at } of name.matchAll(/(?=[A-Za-z]{2})/g)) {
        const mistyped = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
        if (!(await found(mistyped)).includes(name)) missed.push(mistyped);
      }
    expect(missed).toEqual([]);
  });

  test('adds firms that are only spelled like it, unless twenty have its word already: those would come first anyway', async () => {
    const alike = [...Array.from({ length: 20 }, (_, at) => `Quillfeather Paving of Ward ${at + 1} Ltd.`), 'Quillfather Masonry Ltd.'];
    const more = {
      organizations: ['organization,legal_name,city', ...alike.map((name, at) => `Q-${at},${name},Sampleton`)],
      accounts: ['account,organization,wsib_account', ...alike.map((_, at) => `QA-${at},Q-${at},${2_000_000 + at}`)],
      certificates: [
        'number,account,standard,basis,issued_on',
        ...alike.map((_, at) => `QC-${at},QA-${at},COR_2020,EXTERNAL_AUDIT,2026-01-05`),
      ],
    };
    await record(server.dataSource, more, '2026-11-20');
    const all = { variables: { first: 50 } };
    expect((await found('Quillfeather', all)).toSorted()).toEqual(alike.slice(0, 20).toSorted());
    const rarer = await found('Quillfather', all);
    expect(rarer[0]).toBe('Quillfather Masonry Ltd.');
    expect(rarer).toHaveLength(21);
  });
});

describe('typed names', () => {
  /** The files of a fixture, as lines. */
  const filesOf = (folder: URL) =>
    Object.fromEntries(
      readdirSync(folder).map((file) => [file.replace('.csv', ''), readFileSync(new URL(file, folder), 'utf8').trim().split('\n')]),
    );

  const lists: readonly (readonly [fixture: string, names: readonly (readonly [typed: string, expected: string])[]])[] = [
    [
      'initials',
      [
        ['B & B Construction Ltd.', 'B & B Construction Ltd.'],
        ['B&B Construction', 'B & B Construction Ltd.'],
        ['B and B Const.', 'B & B Construction Ltd.'],
        ['P & R Builders Limited', 'P & R Builders Limited'],
        ['A.B.C. Construction Ltd.', 'A.B.C. Construction Ltd.'],
        ['ABC Construction', 'A.B.C. Construction Ltd.'],
        ['HLF Builders', 'H.L.F. Builders Inc.'],
        ['C.M.S. Group Inc.', 'C.M.S. Group Inc.'],
      ],
    ],
    [
      'operating-as',
      [
        ['1093847 Ontario Ltd. o/a Cedar Gate Fencing', '1093847 Ontario Ltd.'],
        ['1093847 Ontario Ltd. operating as Cedar Gate Fencing', '1093847 Ontario Ltd.'],
        ['1093847 Ontario Ltd (Cedar Gate Fencing)', '1093847 Ontario Ltd.'],
        ['2019483 Ontario Limited dba Shoreline Decks and Docks', '2019483 Ontario Limited'],
        ['Halpern Roofing & Sheet Metal, a division of 1847362 Ontario Inc.', '1847362 Ontario Inc.'],
      ],
    ],
  ];

  describe.each(lists)('names with %s', (fixture, names) => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
      await record(server.dataSource, filesOf(new URL(`../fixtures/names/${fixture}/`, import.meta.url)), '2026-11-20');
    });
    afterAll(() => server.stop());

    test.each(names)('%s finds %s first', async (search, expected) => {
      const { data } = await server.graphql(
        'query ($search: String) { organizations(search: $search, first: 3) { nodes { legalName } } }',
        {
          search,
        },
      );
      expect(data.organizations.nodes[0]?.legalName).toBe(expected);
    });
  });
});
