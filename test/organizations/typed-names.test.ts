import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

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
    const { data } = await server.graphql('query ($search: String) { organizations(search: $search, first: 3) { nodes { legalName } } }', {
      search,
    });
    expect(data.organizations.nodes[0]?.legalName).toBe(expected);
  });
});
