import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Made-up Paving Ltd.,,,,Sampleton'],
  accounts: ['account,organization,wsib_account', 'renewed,O-1,1000001', 'lost,O-1,1000002', 'bidding,O-1,1000003'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-old,renewed,COR,EXTERNAL_AUDIT,2022-12-01',
    'C-new,renewed,COR_2020,EXTERNAL_AUDIT,2025-11-24',
    'C-lost,lost,COR_2020,EXTERNAL_AUDIT,2024-01-08',
  ],
  letters: [
    'number,certificate_number,year,issued_on',
    'L-old-2,C-old,2,2023-12-01',
    'L-old-3,C-old,3,2024-12-02',
    'L-new-2,C-new,2,2026-11-16',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-1,bidding,INTERIM_LOGS,2026-09-01,2028-01-31'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'A-1,renewed,TRANSITION,COR_2020,2024-10-01,2024-10-03,,,,,,91.5,100',
  ],
};

let server: TestServer;
let staff: string;
let buyer: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  staff = await server.keyFor('staff');
  buyer = await server.keyFor('buyer');
  const tables = {
    organization: 'reference',
    account: 'reference',
    certificate: 'number',
    letter_of_good_standing: 'number',
    bidding_document: 'number',
  };
  const types = ['Organization', 'Account', 'Certificate', 'LetterOfGoodStanding', 'BiddingDocument'];
  for (const [at, [table, name]] of Object.entries(tables).entries()) {
    const rows: { id: string; name: string }[] = await server.dataSource.query(`select id, ${name} as name from ${table}`);
    for (const row of rows) ids.set(row.name, Buffer.from(`${types[at]}:${row.id}`).toString('base64url'));
  }
});

afterAll(() => server.stop());

const fields = `__typename id
  ... on Organization { legalName }
  ... on Account { wsibAccount standing { standing } }
  ... on Certificate { number standard basis issuedOn endsOn }
  ... on LetterOfGoodStanding { number year issuedOn }
  ... on BiddingDocument { number issuedOn lastDay }`;

const idOf = (name: string) => ids.get(name) ?? name;

async function node(name: string, key?: string) {
  const { data, errors } = await server.graphql(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id: idOf(name) }, key ? { key } : {});
  expect(errors).toBeUndefined();
  return data.node;
}

async function nodes(names: readonly string[], key?: string) {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  return server.graphql(query, { ids: names.map(idOf) }, key ? { key } : {});
}

describe('node', () => {
  test('finds an organization, an account, and the documents behind its standing', async () => {
    expect(await node('O-1')).toEqual({ __typename: 'Organization', id: idOf('O-1'), legalName: 'Made-up Paving Ltd.' });
    expect(await node('renewed')).toEqual({
      __typename: 'Account',
      id: idOf('renewed'),
      wsibAccount: '1000001',
      standing: { standing: 'CERTIFIED' },
    });
    expect(await node('C-new')).toEqual({
      __typename: 'Certificate',
      id: idOf('C-new'),
      number: 'C-new',
      standard: 'COR_2020',
      basis: 'EXTERNAL_AUDIT',
      issuedOn: '2025-11-24',
      endsOn: '2028-11-24',
    });
    expect(await node('L-new-2')).toEqual({
      __typename: 'LetterOfGoodStanding',
      id: idOf('L-new-2'),
      number: 'L-new-2',
      year: 2,
      issuedOn: '2026-11-16',
    });
  });

  test('returns the same ids as other queries', async () => {
    const { data } = await server.graphql(
      '{ account(wsibAccount: "1000001") { id organization { id } standing { certificate { record { id } } letterOfGoodStanding { record { id } } } } }',
    );
    expect(data.account).toEqual({
      id: idOf('renewed'),
      organization: { id: idOf('O-1') },
      standing: { certificate: { record: { id: idOf('C-new') } }, letterOfGoodStanding: { record: { id: idOf('L-new-2') } } },
    });
  });

  test('hides superseded and lost certificates and their letters from everyone except staff', async () => {
    const hidden = ['C-old', 'L-old-2', 'L-old-3', 'C-lost', 'lost', 'bidding', 'B-1'];
    expect((await nodes(hidden)).data.nodes).toEqual(hidden.map(() => null));
    expect((await nodes(hidden, staff)).data.nodes).toEqual(hidden.map((name) => ({ id: idOf(name) })));
  });

  test('shows a superseded certificate with the last standard it was held to', async () => {
    // L-old-3 follows a transition audit.
    expect(await node('C-old', staff)).toMatchObject({ standard: 'COR_2020', endsOn: '2025-12-01' });
  });

  test('shows a buyer a bidding-only document with its last day, one day less than a year after its issue', async () => {
    expect(await node('B-1', buyer)).toEqual({
      __typename: 'BiddingDocument',
      id: idOf('B-1'),
      number: 'B-1',
      issuedOn: '2026-09-01',
      lastDay: '2027-08-31',
    });
    expect(await node('bidding', buyer)).toMatchObject({ standing: { standing: 'BIDDING_ONLY' } });
  });

  test('a hidden record and a missing one give the same bytes with the same statement', async () => {
    for (const [type, name] of [
      ['Account', 'lost'],
      ['Certificate', 'C-lost'],
      ['LetterOfGoodStanding', 'L-old-2'],
      ['BiddingDocument', 'B-1'],
    ] as const) {
      const unknown = Buffer.from(`${type}:01a2018f-61c5-7af9-b0ef-42fdc395dbbb`).toString('base64url');
      const answers = [];
      for (const id of [name, unknown]) {
        server.statements();
        const { text } = await nodes([id]);
        answers.push({ text, statements: server.statements() });
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toMatchObject({ text: '{"data":{"nodes":[null]}}', statements: [expect.any(String)] });
    }
  });

  test('nodes come in the order asked, repeated as asked, with one statement for each kind', async () => {
    server.statements();
    const asked = ['C-new', 'renewed', 'C-lost', 'O-1', 'renewed', 'L-new-2'];
    const { data } = await nodes(asked);
    expect(data.nodes).toEqual(asked.map((name) => (name === 'C-lost' ? null : { id: idOf(name) })));
    expect(server.statements()).toHaveLength(4);
  });

  test('at most 100 nodes are returned', async () => {
    expect((await nodes(Array.from({ length: 100 }, () => 'renewed'))).data.nodes).toHaveLength(100);
    expect(
      (
        await nodes(
          Array.from({ length: 101 }, () => 'renewed'),
          staff,
        )
      ).errors,
    ).toMatchObject([{ message: 'ids must hold at most 100 ids.', extensions: { code: 'BAD_USER_INPUT', field: 'ids' } }]);
  });

  const uuid = '01a2018f-61c5-7af9-b0ef-42fdc395dbbb';

  test.each([
    ['nothing', ''],
    ['no base64url', '!!'],
    ['no uuid', Buffer.from('Account:1').toString('base64url')],
    ['an unknown type', Buffer.from(`Recording:${uuid}`).toString('base64url')],
    ['a property every object has', Buffer.from(`constructor:${uuid}`).toString('base64url')],
    ['a uuid in capitals', Buffer.from(`Account:${uuid.toUpperCase()}`).toString('base64url')],
    ['padding', Buffer.from(`Account:${uuid}`).toString('base64').concat('=')],
    ['more after the uuid', Buffer.from(`Account:${uuid}\n`).toString('base64url')],
  ])('%s is no global id, and the answer names the field', async (_, id) => {
    const { errors } = await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'id' } }]);
    const { errors: ofList } = await server.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [idOf('O-1'), id] });
    expect(ofList).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'ids' } }]);
  });
});
