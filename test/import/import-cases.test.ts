import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countOf, importFrom } from '../support/importing.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Folders as clerks sent them, with invented firms: what becomes of each, and what the API finds afterwards by the numbers as a person sees them.
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-06-01T15:00:00Z' });
});

afterAll(() => server.stop());

const folderOf = (name: string) => fileURLToPath(new URL(`../fixtures/cases/${name}`, import.meta.url));
const imported = (name: string, dryRun = false) => importFrom(server.dataSource, folderOf(name), { dryRun });

const doubtful = 'means that there is no value, but is recorded as it stands: leave the cell empty instead';
const twice = 'has garbled letters, such as Ã© for é: type them again';
const entity = 'has the code of a character, such as &amp;, in place of the character: type the character';

describe('numbers with characters that cannot be seen', () => {
  beforeAll(async () => {
    const { lines, kept } = await imported('invisible-characters');
    expect({ lines, kept }).toEqual({
      lines: [
        `warning organizations.csv:6 legal_name: ${twice}`,
        `warning organizations.csv:7 legal_name: ${entity}`,
        `warning organizations.csv:8 former_names: ${doubtful}`,
        `warning organizations.csv:8 operating_name: ${doubtful}`,
      ],
      kept: true,
    });
  });

  const seen = ['NB-0001', 'ZW-0002', 'LR-0003', 'SH-0004', 'NB 0005', '\u00C9T-0006', 'DS 0007'];
  const asPasted: Readonly<Record<string, string>> = {
    'NB-0001': 'NB\u20110001\u00A0',
    'ZW-0002': 'ZW-0002\u200B',
    'LR-0003': '\u200ELR-0003',
    'SH-0004': 'SH-\u00AD0004',
    'NB 0005': 'NB\u00A00005',
    '\u00C9T-0006': 'E\u0301T-0006',
    'DS 0007': 'DS  0007',
  };

  test.each(seen)('%s is found by proof and by verify, as it looks and as it was pasted', async (number) => {
    for (const typed of [number, asPasted[number] ?? '']) {
      const { data } = await server.graphql(
        `query ($number: String!) {
          proof(number: $number) { number inEffect }
          verify(subject: { documentNumber: $number }) { found standing }
        }`,
        { number: typed },
      );
      expect(data).toEqual({ proof: { number, inEffect: true }, verify: { found: true, standing: 'CERTIFIED' } });
    }
  });

  test('are stored as they look, and the account with a trailing space is found', async () => {
    const rows: { number: string }[] = await server.dataSource.query('select number from certificate order by number');
    expect(rows.map(({ number }) => number).sort()).toEqual([...seen].sort());
    const { data } = await server.graphql('{ verify(subject: { wsibAccount: "7200001" }) { standing organizationName } }');
    expect(data.verify).toEqual({ standing: 'CERTIFIED', organizationName: 'Nbspford Paving Ltd.' });
  });

  test('are bad rows if another account has the number that they look like', async () => {
    const { lines, kept } = await imported('invisible-characters/twin');
    expect({ lines, kept }).toEqual({
      lines: ['error certificates.csv:2 account: differs from the registry’s record: a document does not move to another account'],
      kept: false,
    });
  });
});

describe('an account called None', () => {
  test('is a bad row, and so is every row that refers to it', async () => {
    const { lines, kept } = await imported('placeholder-account');
    expect({ lines, kept }).toEqual({
      lines: [
        'error accounts.csv:2 wsib_account: means that there is no value: leave the cell empty',
        'error registrations.csv:2 account: refers to a bad row of accounts.csv',
        'error certificates.csv:2 account: refers to a bad row of accounts.csv',
      ],
      kept: false,
    });
  });

  test.each(['None', 'none', 'N/A', 'NULL', 'TBD', 'PENDING', 'EXEMPT'])('verify does not accept %s as an account', async (wsibAccount) => {
    const query = `query ($wsibAccount: String!) {
      verify(subject: { wsibAccount: $wsibAccount }) { found standing problem { message } } }`;
    const { data } = await server.graphql(query, { wsibAccount });
    expect(data.verify).toMatchObject({
      found: false,
      standing: null,
      problem: { message: expect.stringContaining('at least one digit') },
    });
  });

  test.each([
    ['createAccount', 'organization: $id'],
    ['changeWsibAccount', 'account: $id, expectedVersion: 1'],
    ['correctAccount', 'account: $id, expectedVersion: 1'],
  ])('is refused by %s', async (name, what) => {
    const kind = name === 'createAccount' ? 'organization' : 'account';
    const found = await server.graphql('{ account(wsibAccount: "7200001") { id organization { id } } }', {}, { key: await admin() });
    const id = kind === 'account' ? found.data.account.id : found.data.account.organization.id;
    const reason = name === 'correctAccount' ? 'reason: "Made up",' : '';
    const refusal = async (wsibAccount: string) => {
      const sent = `mutation ($id: ID!) { ${name}(input: { idempotencyKey: "k-${name}", ${reason} ${what}, wsibAccount: "${wsibAccount}" }) { __typename } }`;
      return (await server.graphql(sent, { id }, { key: await admin() })).errors?.[0]?.message;
    };
    expect(await refusal('TBD')).toContain('must be a WSIB account number, not zeros or a word such as TBD1');
    expect(await refusal('Alder')).toContain('must be a WSIB account number: letters and digits, at least one digit');
    expect(await refusal('TBD1')).toContain('must be a WSIB account number, not zeros or a word such as TBD1');
    expect(await refusal('0000000')).toContain('must be a WSIB account number, not zeros or a word such as TBD1');
  });
});

const admin = () => server.keyFor('admin');

describe('what spreadsheets leave behind', () => {
  test.each(['ghost', 'shortrow', 'trailcol'])('%s: the one firm is read, and nothing else', async (name) => {
    const { files, lines, badRows } = await imported(`blank-rows/${name}`, true);
    expect({ files, lines, badRows }).toMatchObject({ files: [{ rows: 1, bad: 0, added: 1 }], lines: [], badRows: 0 });
  });
});

test('names decoded twice or containing HTML entities get a warning, and are recorded', async () => {
  const before = await countOf(server.dataSource, 'organization');
  const { lines, kept } = await imported('mojibake');
  expect(lines).toEqual([`warning organizations.csv:2 legal_name: ${twice}`, `warning organizations.csv:3 legal_name: ${entity}`]);
  expect(kept).toBe(true);
  expect(await countOf(server.dataSource, 'organization')).toBe(before + 2);
});
