import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { only, startWriting, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. `kept` is certified since 19 January 2031; `ended` was, until the day 91 after 19 January 2030.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Cedar Framing (synthetic) Ltd.,,,,Sampleton',
    'O-2,Spruce Roofing (synthetic) Ltd.,,,,Sampleton',
  ],
  accounts: ['account,organization,wsib_account', 'kept,O-1,1000001', 'ended,O-2,1000002'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,kept,COR_2020,EXTERNAL_AUDIT,2031-01-19',
    'C-2,ended,COR_2020,EXTERNAL_AUDIT,2029-01-19',
  ],
};

let server: WritingServer;
const keys = { sudbury: '', sudburyToo: '', toronto: '' };

beforeAll(async () => {
  server = await startWriting(facts);
  keys.sudbury = await server.keyFor('buyer', 'City of Sudbury');
  keys.sudburyToo = await server.keyFor('buyer', 'City of Sudbury');
  keys.toronto = await server.keyFor('buyer', 'City of Toronto');
});
afterAll(() => server.stop());

const answer = 'standing organizationName certificateIssuedOn since proof { number issuedOn }';
const fields = `number rows { said { ${answer} } now { ${answer} } differs why }`;
let asked = 0;

// A test reads whatever fields it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
async function keep(input: object, key = keys.sudbury): Promise<any> {
  const query = `mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { ... on Receipt { ${fields} } } }`;
  asked += 1;
  const { data, errors } = await server.graphql(query, { input: { idempotencyKey: `k${asked}`, ...input } }, { key });
  expect(errors).toBeUndefined();
  return data.keepReceipt;
}

const read = async (number: string, key?: string) =>
  (await server.graphql(`query ($number: String!) { receipt(number: $number) { ${fields} } }`, { number }, key ? { key } : {})).data
    .receipt;

const changedFor = async (key: string): Promise<string[]> => {
  const { data } = await server.graphql('{ receipts(changed: true) { nodes { number } } }', {}, { key });
  return data.receipts.nodes.map(({ number }: { number: string }) => number);
};

/** The feed as JSON, as far as it leads to receipts. */
const feed = async (key: string): Promise<string> => {
  await stampChanges(server.dataSource);
  const query = '{ changes(first: 100) { nodes { ... on StatusChange { account { wsibAccount } receipts { number } } } } }';
  return JSON.stringify((await server.graphql(query, {}, { key })).data.changes.nodes);
};

test('is listed for staff and its holder after a correction, with what differs and why', async () => {
  const concerned = await keep({ subjects: [{ wsibAccount: '1000001' }] });
  const ofDocument = await keep({ documents: [{ number: 'C-1' }] });
  const other = await keep({ subjects: [{ wsibAccount: '9999999' }], on: '2031-03-10' });
  expect(await changedFor(keys.sudbury)).toEqual([]);
  const { certificates } = await server.file('1000001');
  const { id: certificate, version } = only(certificates);
  await server.mutate('correctCertificate', {
    certificate,
    expectedVersion: version,
    issuedOn: '2031-01-18',
    reason: 'Typo',
    keepAgainstTheLaw: true,
  });
  const [row] = (await read(concerned.number, keys.sudbury)).rows;
  expect(row).toMatchObject({
    said: { certificateIssuedOn: '2031-01-19', since: '2031-01-19' },
    now: { certificateIssuedOn: '2031-01-18', since: '2031-01-18' },
    why: 'RECORDED_SINCE',
  });
  expect(row.differs).toEqual(expect.arrayContaining(['certificateIssuedOn', 'since']));
  expect((await read(ofDocument.number, keys.sudbury)).rows[0]).toMatchObject({
    differs: ['proof.issuedOn', 'proof.effectiveUntil'],
    why: 'RECORDED_SINCE',
  });
  for (const key of [keys.sudbury, server.clerk]) {
    const changed = await changedFor(key);
    expect(changed).toContain(ofDocument.number);
    expect(changed).toContain(concerned.number);
    expect(changed).not.toContain(other.number);
  }
  expect(await changedFor(keys.toronto)).toEqual([]);
  // The feed leads from the correction to the holder's own receipts only.
  expect(await feed(keys.sudburyToo)).toContain(concerned.number);
  for (const key of [keys.toronto, server.clerk]) expect(await feed(key)).not.toContain('REC-');
  // The kept answer stays word for word.
  expect((await read(concerned.number, keys.sudbury)).rows[0].said).toEqual(concerned.rows[0].said);
  await expect(server.dataSource.query(`update receipt set said = '[]'`)).rejects.toThrow('keeps its history');
});

test('of any day is in the feed of its holder after a name was corrected, also where the certification has ended since', async () => {
  const concerned = [
    await keep({ subjects: [{ wsibAccount: '1000001' }], on: '2031-02-01' }),
    await keep({ subjects: [{ wsibAccount: '1000002' }], on: '2029-06-01' }),
    await keep({ documents: [{ number: 'C-2', holder: { wsibAccount: '1000002' } }], on: '2029-06-01' }),
  ].map(({ number }) => number);
  expect((await read(concerned[1] ?? '', keys.sudbury)).rows[0].said.standing).toBe('CERTIFIED');
  for (const [account, legalName] of [
    ['1000001', 'Cedar Framers (synthetic) Ltd.'],
    ['1000002', 'Spruce Roofers (synthetic) Ltd.'],
  ]) {
    const { id: organization, version: expectedVersion } = (await server.file(account ?? '')).organization;
    await server.mutate('correctOrganization', { organization, expectedVersion, legalName, reason: 'Misread' });
  }
  const [told, others] = [await feed(keys.sudburyToo), await feed(keys.toronto)];
  for (const number of concerned) {
    expect(told).toContain(number);
    expect(others).not.toContain(number);
    expect((await read(number, keys.sudbury)).rows[0]).toMatchObject({ differs: ['organizationName'], why: 'RECORDED_SINCE' });
  }
});

/** Copies the receipt of a number, with what it says, as if another one had been kept when `knownAs` was; returns nothing. */
const copied = (number: string, knownAs: string, count: number) =>
  server.dataSource.query(
    `with copy as (
       insert into receipt (number, scope, holder, organization_id, question, asked, said, on_day, known_at, rules_version, kept_at, kept_by)
       select 'REC-2031-' || lpad(n::text, 10, '0'), scope, holder, organization_id, question, asked, said, on_day,
         (select known_at from receipt where number = $2), rules_version, kept_at, kept_by
       from receipt cross join generate_series(1, $3::integer) n where number = $1 returning id)
     insert into receipt_subject (receipt_id, account_id)
     select copy.id, s.account_id from copy cross join receipt_subject s join receipt r on r.id = s.receipt_id where r.number = $1`,
    [number, knownAs, count],
  );

const paged = 'nodes { number } edges { cursor } position pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const page = async (asked: string, key = keys.sudbury) => {
  const { data, errors } = await server.graphql(`{ receipts(${asked}) { ${paged} } }`, {}, { key });
  expect(errors).toBeUndefined();
  const { nodes, ...rest } = data.receipts;
  return { numbers: nodes.map(({ number }: { number: string }) => number), ...rest };
};

test('is reached page by page, forward and back, however many there are; changed ones behind 200 that did not change too', async () => {
  const changed = await keep({ subjects: [{ wsibAccount: '1000001' }] });
  const { id: organization, version: expectedVersion } = (await server.file('1000001')).organization;
  await server.mutate('correctOrganization', { organization, expectedVersion, legalName: 'Cedar (synthetic) Ltd.', reason: 'Misread' });
  const present = await keep({ subjects: [{ wsibAccount: '1000001' }] });
  await copied(present.number, changed.number, 205);

  const all: string[] = [];
  for (let after = '', more = true; more; ) {
    const { numbers, pageInfo, edges } = await page(`first: 100 ${after}`);
    all.push(...numbers);
    expect(pageInfo).toMatchObject({ startCursor: edges[0].cursor, endCursor: edges.at(-1).cursor, hasPreviousPage: after !== '' });
    after = `after: "${pageInfo.endCursor}"`;
    more = pageInfo.hasNextPage;
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(205);
  expect(all.slice(-20)).toEqual(expect.arrayContaining([changed.number]));
  const back = await page('last: 3');
  expect(back).toMatchObject({ numbers: all.slice(-3), pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  expect((await page(`last: 2, before: "${back.pageInfo.startCursor}"`)).numbers).toEqual(all.slice(-5, -3));

  // The copies are concerned by the correction, and say what is said now.
  const first = await page('changed: true, first: 5');
  expect(first).toMatchObject({ numbers: [], pageInfo: { hasNextPage: true, startCursor: null } });
  expect((await page(`changed: true, first: 5, after: "${first.position}"`)).numbers[0]).toBe(changed.number);
}, 20_000);

test('is listed by its own cursors only, at most 100 at once', async () => {
  for (const [asked, field] of [
    ['after: "cmVjZWlwdHMuMS4"', 'after'],
    ['first: 101', 'first'],
    ['first: 1, last: 1', 'last'],
  ]) {
    const { errors } = await server.graphql(`{ receipts(${asked}) { position } }`, {}, { key: keys.sudbury });
    expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ field })] });
  }
});
