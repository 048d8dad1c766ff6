import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { usualRates } from '../../src/server/limits/limits.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026; a firm is certified unless its line says otherwise.
const firms = [
  'O-1,"B & B Construction Ltd.",,123456782,9000001,certified',
  'O-2,1093847 Ontario Ltd.,,,9000002,certified',
  'O-3,Alder Paving Ltd.,Harbour Stone,,9000003,certified',
  'O-4,Birch Roofing Inc.,,,9000004,certified',
  'O-5,ABC Inc.,,,9000005,certified',
  'O-6,ABC Ltd.,,,9000006,lost',
  'O-7,Hidden Willow Ltd.,,,9000007,lost',
  'O-8,Cedar Masonry Ltd.,,111111118,9000008,certified',
  'O-8,,,,9000009,certified',
  'O-9,Érable Béton inc.,,,9000010,bidding',
  'O-10,MacDonald Piling Corp.,,,9000011,certified',
  'O-11,FAS Construction Ltd.,,,9000012,certified',
  'O-12,Construction Ltd.,,,9000013,certified',
  'O-13,Grand & Toy Inc. / Partners Ltd.,,,9000014,certified',
  'O-14,Dufferin Co Paving Ltd. (Ontario),,,9000015,certified',
  'O-15,Consortium Bridge Builders,,,9000016,certified',
  'O-18,B Construction Ltd.,,,9000018,certified',
  'O-19,The Excavating Company Ltd.,,,9000019,certified',
  'O-16,MacDonald Piling Corp. of Quebec,,,9000017,lost',
  'O-20,General Contracting Inc.,,,9000020,certified',
  'O-21,Construction Company Limited,,,9000021,certified',
  'O-22,Peinture Boréale inc. / Boreal Painting Inc.,,,9000022,certified',
  "O-23,D'Angelo Tile Corp.,,,9000023,certified",
  'O-24,"Smith, Wesson & Roe Ltd.",,222222226,9000024,certified',
  'O-26,Quay (1998) Ltd.,,,9000026,certified',
  'O-27,1000000 Islands Contracting Ltd.,,,9000027,certified',
  'O-28,9000004 Islands Contracting Ltd.,,,9000028,certified',
  'O-25,Alder Quay Ltd. / Béton Quai Aulne ltée,,,9000025,certified',
].map((line) => line.match(/(?:"[^"]*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []);

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    ...firms.filter(([, name]) => name).map(([id, name, operating, business]) => `${id},${name},${operating},,${business},Sampleton`),
  ],
  accounts: ['account,organization,wsib_account', ...firms.map(([id, , , , account]) => `A-${account},${id},${account}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...firms.flatMap(([, , , , account, state]) => {
      if (state === 'bidding') return [];
      // X-24: an imported number may look like an account's.
      return [
        `${account === '9000025' ? '7000025' : `C-${account}`},A-${account},COR_2020,EXTERNAL_AUDIT,${state === 'lost' ? '2022-01-05' : '2026-03-02'}`,
      ];
    }),
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-1,A-9000010,LETTER_OF_RECIPROCITY,2026-09-01,2027-01-31'],
};

const today = '2026-11-20';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, today);
});
afterAll(() => server.stop());

interface Row {
  readonly name?: string;
  readonly number?: string;
}

const firm = 'status candidates { score why wsibAccount organizationName } verification { standing wsibAccount } notLookedFor';
const query = `query ($rows: [BidderRow!]!, $on: LocalDate, $knownAt: DateTime) { matchBidders(rows: $rows, on: $on, knownAt: $knownAt) {
  row ${firm} nameAgrees problem { field looksLike message } partners { name ${firm} } } }`;

async function match(rows: readonly Row[], options: { key?: string; on?: string; knownAt?: string } = {}) {
  const { key, ...variables } = options;
  const { data, errors } = await server.graphql(query, { rows, ...variables }, key ? { key } : {});
  expect(errors).toBeUndefined();
  return data.matchBidders;
}

const matchOne = async (row: Row, options = {}) => (await match([row], options))[0];

describe('a number', () => {
  test.each([
    ['9000001', '9000001'],
    ['WSIB 9000002', '9000002'],
    ['#9000003', '9000003'],
    ['wsib # 9000003', '9000003'],
    ['Acct. No. 9000003', '9000003'],
    ['9000004.0', '9000004'],
    ['9OOOOO4', '9000004'],
    ['900-0004', '9000004'],
    ['900\u20110004', '9000004'],
    [' 9000 004\u00a0', '9000004'],
    ['9000\u200b004', '9000004'],
    ['123456782', '9000001'],
    ['12345 6782 RT0001', '9000001'],
    ['123456782rt0001', '9000001'],
    ['C-9000004', '9000004'],
    ['c-9000004', '9000004'],
    ['C\u20119000004', '9000004'],
    ['Certificate C-9000004', '9000004'],
    ['9OOOOO4.0', '9000004'],
    ["'9000004", '9000004'],
    ['="9000004"', '9000004'],
    ['9,000,004', '9000004'],
    ['9 000 004,00', '9000004'],
    ['9000004 WSIB', '9000004'],
    ['9000004 (WSIB)', '9000004'],
    ['(9000004)*', '9000004'],
    ['9000004WSIB', '9000004'],
    ['9.000.004', '9000004'],
    ['9000004/', '9000004'],
    ['\u0669\u0660\u0660\u0660\u0660\u0660\u0664', '9000004'],
    ['N° de compte 9000004', '9000004'],
    ['No de compte CSPAAT 9000004', '9000004'],
    ['TPS/TVH 123456782RT0001', '9000001'],
    ['Acctno 9000003', '9000003'],
    ['Certificate no. c_9000004', '9000004'],
    ['7000025', '9000025'],
    ['Certificate 7OOOO25', '9000025'],
  ])('%j is read whatever its kind', async (number, account) => {
    expect(await matchOne({ number })).toMatchObject({ status: 'MATCHED', verification: { standing: 'CERTIFIED', wsibAccount: account } });
    expect(await matchOne({ name: number })).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: account } });
  });

  test('shared by several accounts gives all of them as candidates', async () => {
    const { status, candidates, verification } = await matchOne({ number: '111111118' });
    expect([status, verification]).toEqual(['AMBIGUOUS', null]);
    expect(candidates.map((each: { wsibAccount: string; why: string }) => [each.wsibAccount, each.why]).sort()).toEqual([
      ['9000008', 'NUMBER'],
      ['9000009', 'NUMBER'],
    ]);
  });

  test.each([
    ['123456789', 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT'],
    ['90000A2', 'ACCOUNT_WITH_LETTERS'],
    ['416-555-0100', 'TELEPHONE_NUMBER'],
    ['(416) 555 0100', 'TELEPHONE_NUMBER'],
    ['2026-11-20', 'DATE'],
    ['bids@example.org', 'EMAIL_ADDRESS'],
    ['K1A 0B1', 'POSTAL_CODE'],
    ['9.00E+06', 'NUMBER_ROUNDED_BY_A_SPREADSHEET'],
    ['9'.repeat(80), 'TOO_LONG'],
    ['9000001 / 9000003', 'SEVERAL_NUMBERS'],
    ['9000001, 9000003', 'SEVERAL_NUMBERS'],
    ['9000001 and WSIB 9000003', 'SEVERAL_NUMBERS'],
    ['C-9000003 9000004', 'SEVERAL_NUMBERS'],
    ['9000003 C-9000004', 'SEVERAL_NUMBERS'],
    ['C-9000003 C-9000004', 'SEVERAL_NUMBERS'],
    ['C-9000003 123456782RT0001', 'SEVERAL_NUMBERS'],
    ['9000003 COR-2026-0123456789', 'SEVERAL_NUMBERS'],
    ['see 9000001', 'NUMBER_WITH_OTHER_TEXT'],
    ['$1,200,000', 'AMOUNT'],
    ['1,200,000.00', 'AMOUNT'],
    ['#REF!', 'SPREADSHEET_ERROR'],
    ['9.000001E+06', 'NUMBER_ROUNDED_BY_A_SPREADSHEET'],
    ['N/A', 'PLACEHOLDER'],
    ['pending', 'PLACEHOLDER'],
    ['TBD', 'PLACEHOLDER'],
    ['PENDING2026', 'PLACEHOLDER'],
    ['0000000', 'PLACEHOLDER'],
    ['900000', 'WRONG_NUMBER_OF_DIGITS'],
    ['12', 'WRONG_NUMBER_OF_DIGITS'],
    // A column that is too narrow for its numbers.
    ['#'.repeat(60), 'SPREADSHEET_ERROR'],
    ['9000004-RT0001', 'WRONG_NUMBER_OF_DIGITS'],
    ['00001870S', 'ACCOUNT_WITH_LETTERS'],
    ['x'.repeat(300), 'TOO_LONG'],
    ['0009000002', 'WRONG_NUMBER_OF_DIGITS'],
    ['DEMO COR 999999 9', 'DOCUMENT_NUMBER'],
    // Its digits without NONE are those of no account: 0001012.
    ['NONE COR 000101 2', 'DOCUMENT_NUMBER'],
  ])('%j is invalid, and the answer says what it looks like', async (number, looksLike) => {
    const answer = await matchOne({ number });
    expect(answer).toMatchObject({ status: 'INVALID', problem: { field: 'number', looksLike }, verification: null, candidates: [] });
    expect(answer.problem.message).not.toContain(number);
  });

  test('beside a name: the answer says whether they agree, and swapped columns are understood', async () => {
    expect(await matchOne({ name: 'Alder Paveing', number: '9000003' })).toMatchObject({ status: 'MATCHED', nameAgrees: false });
    expect(await matchOne({ name: 'Birch Roofing', number: '9000003' })).toMatchObject({ status: 'MATCHED', nameAgrees: false });
    expect(await matchOne({ name: '9000003', number: 'Alder Paving' })).toMatchObject({ status: 'MATCHED', nameAgrees: true });
    expect(await matchOne({ number: '9000003' })).toMatchObject({ nameAgrees: null });
    expect(await matchOne({ name: '9000003' })).toMatchObject({ status: 'MATCHED', nameAgrees: null, notLookedFor: [] });
  });

  test('agrees with the firm’s own names and with no other corporation’s (OBCA s. 10)', async () => {
    const agreeing = async (rows: readonly (readonly [string, string])[], key?: string) =>
      (
        await match(
          rows.map(([number, name]) => ({ number, name })),
          key ? { key } : {},
        )
      ).map(({ nameAgrees }: { nameAgrees: boolean }) => nameAgrees);
    const own = [
      ['9000001', 'B and B Construction Limited'],
      ['9000002', '1093847 ONTARIO LTD'],
      ['9000003', 'Harbour Stone'],
      ['9000003', 'Alder Paving Ltd. o/a Quarry Nine'],
      ['9000022', 'Boreal Painting Inc.'],
      ['9000022', 'Peinture Boréale incorporée'],
    ] as const;
    expect(await agreeing(own)).toEqual(own.map(() => true));
    const others = [
      ['9000001', 'B & C Construction Ltd.'],
      ['9000001', 'Construction'],
      ['9000002', '1093848 Ontario Ltd.'],
      ['9000002', '1093847 Canada Inc.'],
      ['9000003', 'Alder Paving Inc.'],
      ['9000003', 'Alder'],
      ['9000003', 'Elder Paving'],
      ['9000003', 'Quarry Nine Ltd. o/a Alder Paving'],
      ['9000022', 'Boreal Painting Ltd.'],
    ] as const;
    expect(await agreeing(others)).toEqual(others.map(() => false));
    await server.dataSource.query(`update organization set former_names = '{Willow Works Ltd.}' where legal_name = 'Birch Roofing Inc.'`);
    const former = [['9000004', 'Willow Works Ltd.']] as const;
    expect(await agreeing(former, await server.keyFor('staff'))).toEqual([true]);
    // Former names are in the file, which the public does not see.
    expect(await agreeing(former)).toEqual([false]);
    await server.dataSource.query(`update organization set former_names = '{}'`);
  });

  test('beside the exact legal name of another firm chooses neither; a hidden one changes nothing', async () => {
    const { status, verification, nameAgrees, candidates } = await matchOne({ number: '9000003', name: 'ABC Inc.' });
    expect([status, verification, nameAgrees]).toEqual(['AMBIGUOUS', null, false]);
    expect(candidates.map(({ wsibAccount, why }: { wsibAccount: string; why: string }) => [wsibAccount, why])).toEqual([
      ['9000003', 'NUMBER'],
      ['9000005', 'EXACT_LEGAL_NAME'],
    ]);
    // 9000008 and 9000009 are accounts of one firm.
    expect(await matchOne({ number: '9000009', name: 'Cedar Masonry Ltd.' })).toMatchObject({ status: 'MATCHED', nameAgrees: true });
    for (const name of ['Hidden Willow Ltd.', 'Absent Willow Ltd.'])
      expect(await matchOne({ number: '9000003', name })).toMatchObject({ status: 'MATCHED', nameAgrees: false, candidates: [] });
  });

  test.each(['C-9OOOOO4', 'c-9OOOOO4', 'C 9000004', 'C - 9OOOOO4'])('%j is read as a document’s', async (number) => {
    expect(await matchOne({ number })).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: '9000004' } });
  });

  test('of another account in each column chooses neither, whether or not somebody has it', async () => {
    const { status, candidates, verification, notLookedFor } = await matchOne({ name: '9000001', number: '9000003' });
    expect([status, verification, notLookedFor]).toEqual(['AMBIGUOUS', null, []]);
    expect(candidates.map((each: { wsibAccount: string }) => each.wsibAccount).sort()).toEqual(['9000001', '9000003']);
    const unknown = await matchOne({ name: '7777777', number: '9000003' });
    expect(unknown).toMatchObject({ status: 'AMBIGUOUS', candidates: [{ wsibAccount: '9000003', why: 'NUMBER' }], verification: null });
    const neither = await matchOne({ name: '7777777', number: '7777778' });
    expect(neither).toMatchObject({ status: 'INVALID', problem: { field: 'number', looksLike: 'SEVERAL_NUMBERS' } });
    expect(await matchOne({ name: 'WSIB 9000003', number: '900-0003' })).toMatchObject({ status: 'MATCHED', nameAgrees: null });
    expect(await matchOne({ name: '9000003', number: 'n/a' })).toMatchObject({ status: 'MATCHED' });
  });

  test('of each column that is the same account’s is matched, whatever the kinds', async () => {
    for (const name of ['9000024', 'WSIB 9000024', 'C-9000024', 'Smith, Wesson & Roe Ltd. 9000024', 'Smith Wesson Roe (WSIB 9000024)'])
      expect(await matchOne({ name, number: '222222226' })).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: '9000024' } });
    // 111111118 is the business number of 9000008 and 9000009.
    expect(await matchOne({ name: '9000008', number: '111111118' })).toMatchObject({ verification: { wsibAccount: '9000008' } });
    expect(await matchOne({ name: '9000003', number: '222222226' })).toMatchObject({ status: 'AMBIGUOUS', verification: null });
  });

  test('behind a name is its number; one that nobody has is a remark beside another, if no word says what it is', async () => {
    const roe = { verification: { wsibAccount: '9000024' } };
    for (const name of ['Smith Wesson Roe 9000024', 'Smith Wesson Roe - WSIB #9000024', 'Smith Wesson Roe (Account 900-0024)'])
      expect(await matchOne({ name })).toMatchObject({ status: 'MATCHED', nameAgrees: true, ...roe });
    expect(await matchOne({ name: 'Smith Wesson Roe 7777777', number: '9000024' })).toMatchObject({ status: 'MATCHED', ...roe });
    expect(await matchOne({ name: 'Smith Wesson Roe (WSIB 7777777)', number: '9000024' })).toMatchObject({ status: 'AMBIGUOUS' });
    expect(await matchOne({ name: 'Alder Paving Ltd. 7777777' })).toMatchObject({ status: 'AMBIGUOUS', verification: null });
    expect(await matchOne({ name: 'Ontario Ltd. 1093847' })).toMatchObject({ candidates: [{ wsibAccount: '9000002' }] });
  });

  test('before a name is its number too', async () => {
    const roe = { status: 'MATCHED', nameAgrees: true, verification: { wsibAccount: '9000024' } };
    for (const name of ['9000024 Smith Wesson Roe', 'WSIB #900-0024 - Smith Wesson Roe', '(9000024) Smith Wesson Roe'])
      expect(await matchOne({ name })).toMatchObject(roe);
    expect(await matchOne({ name: '9000024 Alder Paving Ltd.' })).toMatchObject({
      status: 'AMBIGUOUS',
      candidates: [{ wsibAccount: '9000024' }],
    });
    for (const name of ['9000026 Quay (1998) Ltd.', 'Quay (1998) Ltd. 9000026', 'Quay (1998) Ltd. (WSIB 9000026)'])
      expect(await matchOne({ name })).toMatchObject({ status: 'MATCHED', nameAgrees: true, notLookedFor: ['Quay (1998) Ltd.'] });
    const numbered = '1093847 Ontario Ltd.';
    for (const name of [numbered, `${numbered} o/a Cedar Gate`, `9000002 ${numbered}`])
      expect(await matchOne({ name })).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: '9000002' } });
  });

  // R-60: what a text beside the name says may be another firm for which the number was not given.
  test.each([
    ['Alder Paving Ltd. (in trust for Birch Roofing Inc.)', 'AMBIGUOUS'],
    ['Alder Paving Ltd. on behalf of Nobody', 'AMBIGUOUS'],
    ['Alder Paving Ltd.\nBirch Roofing', 'AMBIGUOUS'],
    ['Alder Paving Ltd.\nNobody & Nobody', 'AMBIGUOUS'],
    ['Alder Paving Ltd. (Lead: Birch Roofing Inc.)', 'AMBIGUOUS'],
    ['Alder Paving Ltd.\nSampleton', 'MATCHED'],
    ['Alder Paving Ltd.\n12 Concession Road, Kingston', 'MATCHED'],
    ['Alder Paving Ltd., Kingston', 'MATCHED'],
    ['Alder Paving Ltd. (prime contractor)', 'MATCHED'],
    ['Alder Paving Ltd. - Harbour Stone', 'MATCHED'],
    ['Alder Paving Ltd. ATTN: Jane Doe', 'MATCHED'],
  ])('beside %j is %s', async (name, status) => {
    expect(await matchOne({ name, number: '9000003' })).toMatchObject({ status, nameAgrees: true });
  });

  test('alone, that no account has, is a candidate where it is the name of a numbered company', async () => {
    const candidates = [{ wsibAccount: '9000002', why: 'SIMILAR_LEGAL_NAME' }];
    expect(await matchOne({ number: '1093847' })).toMatchObject({ status: 'AMBIGUOUS', nameAgrees: null, candidates });
    expect(await matchOne({ number: '1093848' })).toMatchObject({ status: 'NO_MATCH', candidates: [] });
    const { partners, status } = await matchOne({ name: '1093847 / 1093874 Ontario Ltd.' });
    expect([status, partners]).toMatchObject(['AMBIGUOUS', [{ name: '1093847', status: 'AMBIGUOUS' }, { status: 'AMBIGUOUS' }]]);
  });

  // R-60: one partner never decides for a joint venture, and a number behind other words may be that of another firm.
  test.each([
    'JV 9000017 & 9000003',
    'JV TBD / 9000003',
    'TBD / 9000003',
    'JV Hidden Creek Paving Ltd. / 9000003',
    'ABC Inc. / 9000003',
    'Joint venture of Nobody Ltd. and 9000003',
    'Joint venture 9000003',
    'Nobody Ltd. + 9000003',
    'Nobody Ltd. not 9000003',
    'Nobody Ltd. subcontractor 9000003',
    'Nobody Ltd. 9000003',
    'formerly 9000003',
    'Alder Paving JV 9000003',
    'Alder Paving Ltd. / 9000003',
    'Alder Paving and 9000003',
    'Alder Paving not 9000003',
    'Not Alder Paving Ltd. 9000003',
    'Alder Paving & Birch 9000003',
    'Alder Paving Ltd. or 9000003',
    'Alder Paving Ltd. / WSIB 9000003',
    'Nobody Ltd. subcontractor (WSIB 9000003)',
    '9000004 Alder Paving Ltd. 9000003',
  ])('%j is not decided by the number at its end', async (name) => {
    expect((await matchOne({ number: name })).status).not.toBe('MATCHED');
    for (const row of [{ name }, { name, number: 'n/a' }])
      expect(await matchOne(row)).toMatchObject({
        ...{ status: 'AMBIGUOUS', verification: null },
        candidates: [{ wsibAccount: '9000003', why: 'NUMBER' }],
      });
  });

  test.each([
    'in joint venture with Nobody Ltd.',
    'JV / TBD',
    'Alder Paving Ltd. in JV',
    'Alder Paving Ltd. JV',
    'JV Alder Paving Ltd. / TBD',
    'Alder Paving / Birch Roofing',
    'Alder Paving Ltd. / TBD',
    'Alder Paving Ltd. and TBD',
    'Alder Paving Ltd., TBD',
    'Alder Paving Ltd. and 7777777',
    `Alder Paving Ltd. ${'x'.repeat(200)} JV Nobody Ltd.`,
  ])('beside %j is not the only one: a partner of a joint venture may be another firm', async (name) => {
    const row = await matchOne({ name, number: '9000003' });
    expect([row.status, row.verification]).toEqual(['AMBIGUOUS', null]);
  });

  // 9000007 is the number of a hidden account, and nobody has 7777777.
  test.each(['9000007', '7777777'])('%s beside a joint venture says of no firm that it is unknown', async (number) => {
    for (const row of [
      { name: `JV Zyxwvut / ${number}` },
      { name: 'JV Zyxwvut 9000003 /', number },
      { name: 'Zyxwvut Ltd. / TBD', number },
    ])
      expect(await matchOne(row)).not.toMatchObject({ status: 'NO_MATCH' });
    const problem = {
      field: 'name',
      looksLike: 'SEVERAL_FIRMS',
      message: 'This may mean several firms: give each a row of its own, with its number.',
    };
    expect(await matchOne({ name: 'JV Zyxwvut /', number })).toMatchObject({ status: 'INVALID', problem });
    expect(await matchOne({ name: 'Zyxwvut & Sons', number })).toMatchObject({ status: 'NO_MATCH', problem: null });
  });

  test('beside the name of a firm with the words for a joint venture in it is that firm’s', async () => {
    const statuses = await match([
      { name: 'Consortium Bridge Builders', number: '9000016' },
      { name: 'Grand & Toy Inc. / Partners Ltd.', number: '9000014' },
      { name: 'Boreal Painting Inc. / Peinture Boréale inc.', number: '9000022' },
      { name: '1093847 Ontario Ltd. 9000002' },
      { name: 'Alder Paveing Ltd. 9000003' },
      { name: 'B and B Construction (9000001)' },
    ]);
    expect(statuses.map(({ status }: { status: string }) => status)).toEqual(Array.from({ length: 6 }, () => 'MATCHED'));
  });

  test('beside another in one cell of the column of names is one of several', async () => {
    for (const name of ['9000003 / 9000004', '9000003, 9000004', '9000003 and 9000004', 'C-9000003 9000004', 'C-9000003 C-9000004'])
      expect(await matchOne({ name })).toMatchObject({ status: 'INVALID', problem: { field: 'number', looksLike: 'SEVERAL_NUMBERS' } });
    expect(await matchOne({ name: '9000003 / 9000004', number: '9000003' })).toMatchObject({ status: 'AMBIGUOUS', verification: null });
  });

  test('that nobody has makes the exact legal name beside it a mere candidate', async () => {
    const answer = await matchOne({ name: 'Alder Paving Ltd.', number: '7777777' });
    expect(answer).toMatchObject({ status: 'AMBIGUOUS', candidates: [{ wsibAccount: '9000003', why: 'EXACT_LEGAL_NAME' }] });
    expect(await matchOne({ number: '7777777' })).toMatchObject({ status: 'NO_MATCH', problem: null });
    // 9000007 is the number of a hidden account.
    for (const number of ['7777777', '9000007'])
      expect(await matchOne({ name: 'Alder Paving Ltd. / Birch Roofing Inc. JV', number })).toMatchObject({
        ...{ status: 'AMBIGUOUS', verification: null },
        partners: ['9000003', '9000004'].map((wsibAccount) => ({ status: 'AMBIGUOUS', verification: null, candidates: [{ wsibAccount }] })),
      });
    expect(await matchOne({ name: 'Alder Paving Ltd.', number: 'n/a' })).toMatchObject({ status: 'MATCHED' });
  });
});

describe('a name', () => {
  test.each([
    ['B & B Construction Ltd.', '9000001'],
    ['B&B CONSTRUCTION LIMITED', '9000001'],
    ['1093847 Ontario Ltd. o/a Cedar Gate Fencing', '9000002'],
    ['1093847 Ontario Limited (Cedar Gate Fencing)', '9000002'],
    ['Halpern Roofing, a division of 1093847 Ontario Ltd.', '9000002'],
    ['FAS Construction Limited', '9000012'],
    ['Construction Ltd.', '9000013'],
    ['CONSTRUCTION LIMITED', '9000013'],
    ['Grand & Toy Inc. / Partners Ltd.', '9000014'],
    ['Dufferin Co. Paving Limited (Ontario)', '9000015'],
    ['No. 1093847 Ontario Ltd', '9000002'],
    // OBCA s. 10 (1): the full or the abbreviated form; Company is part of the name.
    ['Construction Co. Ltd.', '9000021'],
    ['CONSTRUCTION COMPANY, LTD', '9000021'],
    // OBCA s. 10 (2) and (3): either form of a name in English and French.
    ['Boreal Painting Inc.', '9000022'],
    ['PEINTURE BOREALE INC', '9000022'],
    ['Boreal Painting Inc. / Peinture Boréale inc.', '9000022'],
    ['D’ANGELO TILE CORPORATION', '9000023'],
  ])('%j is matched: it is the legal name with its ending', async (name, account) => {
    expect(await matchOne({ name })).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: account }, candidates: [] });
  });

  test.each([
    ['B & B Construction', '9000001', 'SAME_NAME_OTHER_ENDING'],
    ['Alder Paving Inc.', '9000003', 'SAME_NAME_OTHER_ENDING'],
    ['Aldr Paving Ltd.', '9000003', 'SIMILAR_LEGAL_NAME'],
    ['Harbour Stone', '9000003', 'OPERATING_NAME'],
    ['1093848 Ontario Ltd.', '9000002', 'NUMBER_ONE_DIGIT_OFF'],
    ['1093847 Ontario', '9000002', 'SAME_NAME_OTHER_ENDING'],
    ['Alder Paving Ltd., Sudbury', '9000003', 'EXACT_LEGAL_NAME'],
    ['Excavating Company Ltd.', '9000019', 'SIMILAR_LEGAL_NAME'],
    // A sign that separates partners, where the legal name has none: it may be two firms.
    ['MacDonald / Piling Corp.', '9000011', 'SIMILAR_LEGAL_NAME'],
    ['Birch; Roofing Inc.', '9000004', 'SIMILAR_LEGAL_NAME'],
    ['Birch | Roofing Inc.', '9000004', 'SIMILAR_LEGAL_NAME'],
    ['FAS Construction', '9000012', 'SAME_NAME_OTHER_ENDING'],
    ['Consortium Bridge Bldrs', '9000016', 'SIMILAR_LEGAL_NAME'],
    ['o/a Alder Paving Ltd.', '9000003', 'SIMILAR_LEGAL_NAME'],
    ['General Contractors Inc', '9000020', 'SIMILAR_LEGAL_NAME'],
    ['GEN. CONTRACTOR', '9000020', 'SIMILAR_LEGAL_NAME'],
    ['Boreal Painting Ltd.', '9000022', 'SAME_NAME_OTHER_ENDING'],
    // The articles of one firm are not the name of another.
    ['Angelo Tile Corp.', '9000023', 'SIMILAR_LEGAL_NAME'],
    // Its two names are no translations of each other, so it may be a joint venture.
    ['Alder Quay Ltd.', '9000025', 'SIMILAR_LEGAL_NAME'],
  ])('%j is ambiguous, even with one candidate', async (name, account, why) => {
    const answer = await matchOne({ name });
    expect(answer).toMatchObject({ status: 'AMBIGUOUS', verification: null });
    expect(answer.candidates[0]).toMatchObject({ wsibAccount: account, why });
    expect(answer.candidates[0].score).toBeLessThan(1);
  });

  test('of an organization with several accounts is ambiguous: a COR belongs to one account', async () => {
    const { status, candidates } = await matchOne({ name: 'Cedar Masonry Ltd.' });
    expect([status, candidates.length]).toEqual(['AMBIGUOUS', 2]);
  });

  test.each([
    ['MacDonald Piling Corporation of Canada', 'of Canada'],
    ['MacDonald Piling Corp. and Sons', 'and Sons'],
    // A firm of this name is hidden.
    ['MacDonald Piling Corp. of Quebec', 'of Quebec'],
    ['MacDonald Piling Corp. (Sudbury)', 'Sudbury'],
    ['MacDonald Piling Corp. JV', 'JV'],
  ])('%j is never matched by a part of it: the rest may belong to the name of another firm', async (name, rest) => {
    const answer = await matchOne({ name });
    expect(answer).toMatchObject({ status: 'AMBIGUOUS', verification: null, notLookedFor: [rest] });
    expect(answer.candidates[0]).toMatchObject({ wsibAccount: '9000011', why: 'EXACT_LEGAL_NAME' });
  });

  test('says which parts of it were not searched for', async () => {
    expect((await matchOne({ name: '1093847 Ontario Ltd. o/a Cedar Gate Fencing' })).notLookedFor).toEqual(['Cedar Gate Fencing']);
    expect((await matchOne({ name: 'Alder Paving Ltd. (Sudbury)' })).notLookedFor).toEqual(['Sudbury']);
    expect((await matchOne({ name: 'Alder Paving' })).notLookedFor).toEqual([]);
    const asTyped = await matchOne({ name: ' Alder  Paving\u00A0Ltd.,  “Sudbury\u2014Yard  2” ' });
    expect(asTyped.notLookedFor).toEqual(['“Sudbury\u2014Yard  2”']);
  });

  test('of a joint venture gives each partner, and the weakest status among them', async () => {
    const both = await matchOne({ name: 'Alder Paving Ltd. / Birch Roofing Inc. JV' });
    expect(both).toMatchObject({ status: 'MATCHED', verification: null });
    expect(both.partners.map((each: { verification: { wsibAccount: string } }) => each.verification.wsibAccount)).toEqual([
      '9000003',
      '9000004',
    ]);
    const { partners } = await matchOne({ name: 'Alder Paving Ltd. (60%) and B & B Construction Ltd. (40%)' });
    expect(partners).toMatchObject([
      { name: 'Alder Paving Ltd. (60%)', status: 'MATCHED', verification: { wsibAccount: '9000003' } },
      { name: 'B & B Construction Ltd. (40%)', status: 'MATCHED', verification: { wsibAccount: '9000001' } },
    ]);
    const one = await matchOne({ name: 'Alder Paving Ltd. in joint venture with Zyxwvut Corp.' });
    expect([one.status, ...one.partners.map(({ status }: { status: string }) => status)]).toEqual(['NO_MATCH', 'MATCHED', 'NO_MATCH']);
    expect((await matchOne({ name: 'Grand & Toy Inc. / Partners Ltd.' })).partners).toEqual([]);
  });

  test('a legal name that begins with seven digits is a name; where another firm has them as its account, none is chosen', async () => {
    const name = '1000000 Islands Contracting Ltd.';
    for (const row of [{ name }, { number: name }, { name: name.toUpperCase() }, { name: `${name} 9000027` }, { name, number: '9000027' }])
      expect(await matchOne(row)).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: '9000027' } });
    const { status, candidates } = await matchOne({ name: '9000004 Islands Contracting Ltd.' });
    expect([status, candidates.map((each: { wsibAccount: string }) => each.wsibAccount)]).toEqual(['AMBIGUOUS', ['9000004', '9000028']]);
    expect(await matchOne({ name: '1000001 Islands Contracting Ltd.' })).toMatchObject({ status: 'AMBIGUOUS', verification: null });
  });

  test.each([
    ['Alder Paving Ltd., Smith, Wesson & Roe Ltd.', ['9000003', '9000024'], []],
    ['Quay JV (Alder Paving Ltd.; Birch Roofing Inc.)', ['9000003', '9000004'], ['Quay']],
    ['Quay Constructors Joint Venture (Alder Paving Ltd. and Birch Roofing Inc.)', ['9000003', '9000004'], ['Quay Constructors']],
    ['Consortium Quai [Alder Paving Ltd. / Smith, Wesson & Roe Ltd.]', ['9000003', '9000024'], ['Quai']],
  ])('%j is a joint venture of its partners', async (name, accounts, notLookedFor) => {
    const answer = await matchOne({ name });
    expect(answer).toMatchObject({ status: 'MATCHED', notLookedFor });
    expect(answer.partners).toMatchObject(accounts.map((wsibAccount) => ({ status: 'MATCHED', verification: { wsibAccount } })));
  });

  test('of a partner that is not named yet is not looked for', async () => {
    const answer = await matchOne({ name: 'Alder Paving Ltd. / TBD JV' });
    expect(answer).toMatchObject({
      status: 'AMBIGUOUS',
      notLookedFor: ['TBD'],
      partners: [{ status: 'MATCHED' }, { status: 'AMBIGUOUS' }],
    });
  });

  test.each([
    ['JV Alder Paving Ltd. 9000003 / Birch Roofing Inc. 9000004', ['9000003', '9000004']],
    ['Alder Paving (9000003) / Birch Roofing (WSIB 9000004) JV', ['9000003', '9000004']],
    ['Alder Paving Ltd. 60% / Birch Roofing Inc. 40%', ['9000003', '9000004']],
    ['JV: Alder Paving Ltd. 9000003 (60%) + ABC Inc. - WSIB #9000005 40%', ['9000003', '9000005']],
    // A number beside another name, or that nobody has, decides nothing for its partner.
    ['JV Alder Paving Ltd. 9000004 / Birch Roofing Inc. 9000003', [undefined, undefined]],
    ['JV Alder Paving Ltd. 9000003 / Birch Roofing Inc. 7777777', ['9000003', undefined]],
    ['JV Alder Paving Ltd. 9000003 / Nobody Roofing Inc. 9000004', ['9000003', undefined]],
    ['JV Alder Paving Ltd. 9000003 / Hidden Willow Ltd. 9000007', ['9000003', undefined]],
  ])('of %j decides each partner by the number behind its own name', async (name, accounts) => {
    const { status, partners, notLookedFor } = await matchOne({ name });
    expect(partners.map(({ verification }: { verification: { wsibAccount: string } | null }) => verification?.wsibAccount)).toEqual(
      accounts,
    );
    expect([status === 'MATCHED', notLookedFor]).toEqual([!accounts.includes(undefined as never), []]);
  });

  test('of a numbered company whose digits stand apart, of a dash between two languages, and of one ending, says what is so', async () => {
    expect(await matchOne({ name: '109 3847 Ontario Ltd.' })).toMatchObject({
      status: 'MATCHED',
      verification: { wsibAccount: '9000002' },
    });
    for (const name of ['Peinture Boréale inc. – Boreal Painting Inc.', 'Boreal Painting Inc. (Peinture Boréale inc.)'])
      expect(await matchOne({ name })).toMatchObject({ status: 'MATCHED', verification: { wsibAccount: '9000022' } });
    const { candidates } = await matchOne({ name: 'Consortium Bridge Builders' });
    expect(candidates[0]).toMatchObject({ wsibAccount: '9000016', why: 'SIMILAR_LEGAL_NAME' });
  });

  test('of a joint venture names each partner after the sixth, and its own name, as not looked for', async () => {
    const six = Array.from({ length: 6 }, () => 'Alder Paving Ltd.').join(', ');
    const answer = await matchOne({ name: `Quay JV of ${six}, Birch Roofing Inc. and Cedar Corp.` });
    expect(answer).toMatchObject({ status: 'AMBIGUOUS', notLookedFor: ['Quay', 'Birch Roofing Inc.', 'Cedar Corp.'] });
    expect(answer.partners.slice(5)).toMatchObject([
      { name: 'Alder Paving Ltd.', status: 'MATCHED', notLookedFor: [] },
      { name: 'Birch Roofing Inc.', status: 'AMBIGUOUS', notLookedFor: ['Birch Roofing Inc.'] },
      { name: 'Cedar Corp.', status: 'AMBIGUOUS', notLookedFor: ['Cedar Corp.'] },
    ]);
  });

  test.each(['o/a', 'dba', 'now', 'also known as', 'formerly', '(formerly', ', a division of'])(
    'never matches the firm that it says it trades as or was: Hostile Ltd. %s Alder Paving Ltd.',
    async (words) => {
      const answer = await matchOne({ name: `Hostile Ltd. ${words} Alder Paving Ltd.` });
      expect(answer).toMatchObject({ status: 'AMBIGUOUS', verification: null, candidates: [{ wsibAccount: '9000003' }] });
    },
  );

  test('of a joint venture with the number of one partner still needs the other', async () => {
    const statuses = async (row: Row) => {
      const { status, partners } = await matchOne(row);
      return [status, ...partners.map((each: { status: string }) => each.status)];
    };
    const [alder, birch] = ['9000003', '9000004'];
    expect(await statuses({ name: 'Alder Paving & Zyxwvut Corp. JV', number: alder })).toEqual(['NO_MATCH', 'MATCHED', 'NO_MATCH']);
    expect(await statuses({ name: 'Alder Paving Ltd. / Birch Roofing Inc. JV', number: birch })).toEqual(['MATCHED', 'MATCHED', 'MATCHED']);
    // A name like the firm's is not the firm's: whose number it is stays open.
    expect(await statuses({ name: 'Nobody Alder Paving Corp. / Birch Roofing Inc. JV', number: alder })).toEqual([
      'AMBIGUOUS',
      'AMBIGUOUS',
      'MATCHED',
    ]);
    // 9000001 is the number of neither.
    expect(await statuses({ name: 'Alder Paving Ltd. / Birch Roofing Inc. JV', number: '9000001' })).toEqual([
      'AMBIGUOUS',
      'MATCHED',
      'MATCHED',
    ]);
  });

  test('that only says that there is none is invalid, and a number beside it counts alone', async () => {
    for (const name of ['N/A', 'TBD', 'none', 'à déterminer', 'A DETERMINER', 'To be determined', 'sans objet'])
      for (const number of [undefined, 'n/a'])
        expect(await matchOne({ name, ...(number ? { number } : {}) })).toMatchObject({
          ...{ status: 'INVALID', candidates: [], problem: { field: 'name', looksLike: 'PLACEHOLDER' } },
        });
    expect(await matchOne({ name: '-' })).toMatchObject({ status: 'INVALID', problem: { field: 'name' } });
    expect(await matchOne({ name: 'TBD', number: '9000003' })).toMatchObject({ status: 'MATCHED', nameAgrees: null });
    expect(await matchOne({ name: 'N/A', number: 'Alder Paving Ltd.' })).toMatchObject({ status: 'MATCHED' });
    expect(await matchOne({ name: 'TBD', number: '7777777' })).toMatchObject({ status: 'NO_MATCH', problem: null });
  });

  test('without any content is invalid', async () => {
    for (const row of [{}, { name: '  ' }, { name: '--', number: 'N/A' }])
      expect(await matchOne(row)).toMatchObject({ status: 'INVALID', problem: { looksLike: 'NOTHING_TO_READ' } });
    for (const name of ['a'.repeat(300), 'x'.repeat(10_000)])
      expect(await matchOne({ name })).toMatchObject({ status: 'INVALID', problem: { field: 'name', looksLike: 'TOO_LONG' } });
  });
});

describe('what is hidden', () => {
  const bytes = async (row: Row, key?: string) => (await server.graphql(query, { rows: [row], knownAt: null }, key ? { key } : {})).text;

  test('is the answer for what does not exist, byte by byte', async () => {
    expect(await bytes({ name: 'Hidden Willow Ltd.' })).toBe(await bytes({ name: 'Zyxwvut Qrstly Ltd.' }));
    expect(await bytes({ name: 'Hidden Willow' })).toBe(await bytes({ name: 'Zyxwvut Qrstly' }));
    expect(await bytes({ number: '9000007' })).toBe(await bytes({ number: '7777777' }));
    expect(await bytes({ number: 'C-9000007' })).toBe(await bytes({ number: 'C-7777777' }));
  });

  test('never decides a match: ABC Construction is ambiguous for everyone, and ABC Ltd. matches nothing', async () => {
    expect(await matchOne({ name: 'ABC' })).toMatchObject({ status: 'AMBIGUOUS', candidates: [{ wsibAccount: '9000005' }] });
    const other = await matchOne({ name: 'ABC Ltd.' });
    expect(other.status).toBe('AMBIGUOUS');
    expect(other.candidates.map(({ wsibAccount }: { wsibAccount: string }) => wsibAccount)).toEqual(['9000005']);
    const staff = await server.keyFor('staff');
    expect(await matchOne({ name: 'ABC Ltd.' }, { key: staff })).toMatchObject({
      status: 'MATCHED',
      verification: { wsibAccount: '9000006' },
    });
  });

  test('is visible to a buyer if it may bid, as of the day asked about', async () => {
    const buyer = await server.keyFor('buyer');
    expect((await matchOne({ name: 'Érable Béton inc.' })).status).toBe('NO_MATCH');
    expect(await matchOne({ name: 'ERABLE BETON INC' }, { key: buyer })).toMatchObject({
      status: 'MATCHED',
      verification: { standing: 'BIDDING_ONLY' },
    });
    expect((await matchOne({ name: 'Alder Paving Ltd.' }, { on: '2026-03-01' })).status).toBe('NO_MATCH');
    expect((await matchOne({ name: 'Hidden Willow Ltd.' }, { on: '2022-06-01' })).status).toBe('MATCHED');
  });

  test('stays hidden in answers as known at an earlier instant', async () => {
    const { data } = await server.graphql('{ verify(subject: { wsibAccount: "9000001" }) { knownAt } }');
    const { knownAt } = data.verify;
    expect((await matchOne({ name: 'Hidden Willow Ltd.' }, { knownAt })).status).toBe('NO_MATCH');
    expect((await matchOne({ name: 'Alder Paving Ltd.' }, { knownAt })).status).toBe('MATCHED');
  });
});

describe('a request', () => {
  test('takes four statements for any number of rows, one more if a number alone finds no account, and looks up each name once', async () => {
    const key = await server.keyFor('buyer');
    const rowsWith = (number: (at: number) => number) =>
      Array.from({ length: 500 }, (_, at) => (at % 2 === 0 ? { name: 'Alder Paving' } : { number: String(number(at)) }));
    const rows = rowsWith((at) => 9_000_001 + (at % 4));
    await match(rows.slice(0, 2), { key });
    server.statements();
    expect(await match(rows, { key })).toHaveLength(500);
    expect(server.statements()).toHaveLength(4);
    expect(
      await match(
        rowsWith((at) => 9_000_000 + at),
        { key },
      ),
    ).toHaveLength(500);
    expect(server.statements()).toHaveLength(5);
    await match([{ number: '9000001' }], { key });
    expect(server.statements()).toHaveLength(1);
  });

  test('of more than 500 rows is refused, and names the field', async () => {
    const key = await server.keyFor('buyer');
    const { errors } = await server.graphql(query, { rows: Array.from({ length: 501 }, () => ({ name: 'x' })) }, { key });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).toContain('rows');
  });

  test('without a key may have 100 rows, if documents and reasons are not asked for', async () => {
    const metered = await startTestServer({ now: '2026-11-20T15:00:00Z', rates: usualRates });
    const rows = Array.from({ length: 100 }, (_, at) => ({ name: `Alder ${at} Ltd.` }));
    const { errors } = await metered.graphql(query, { rows });
    await metered.stop();
    expect(errors).toBeUndefined();
  });

  test('gets an answer for each row, whatever it contains', async () => {
    const key = await server.keyFor('staff');
    const cell = fc.option(
      fc.oneof(
        fc.string({ maxLength: 80, unit: 'binary' }),
        fc.string({ maxLength: 250 }),
        fc.constantFrom('o/a', '(', 'JV / &', '1093847 Ontario Ltd. o/a (', '\0', '9\0', '%_\\', "'; --"),
      ),
      { nil: undefined },
    );
    const row = fc.record({ name: cell, number: cell }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const { status, data } = await server.graphql(query, { rows }, { key });
        expect(status).toBe(200);
        expect(data.matchBidders).toHaveLength(rows.length);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
