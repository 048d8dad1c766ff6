import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { record } from '../support/recorded.ts';
import { bytes } from '../support/requesting.ts';
import { until } from '../support/until.ts';
import { startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. O-1 was entered with its number and without; O-2 holds two accounts with numbers of their own.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Twice Entered Framing Ltd.,,,,Sampleton',
    'O-2,Two Accounts Paving Ltd.,,,,Sampleton',
    'O-3,Number Found Later Ltd.,,,,Sampleton',
    'O-4,Merged Both Ways Ltd.,,,,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    ...['A-1,O-1,1000001', 'A-2,O-1,', 'A-3,O-2,1000003', 'A-4,O-2,1000004', 'A-5,O-3,', 'A-6,O-3,1000006', 'A-7,O-4,1000007', 'A-8,O-4,'],
  ],
  registrations: ['registration,account,confirmed_on', 'R-2,A-2,2031-01-15', 'R-5,A-5,2031-01-15'],
  certificates: ['number,account,standard,basis,issued_on', 'C-6,A-6,COR_2020,EXTERNAL_AUDIT,2030-06-01'],
};

let server: WritingServer;
let before: string;
let kept: { id: string; version: number };
let ended: { id: string; version: number };
let buyer: string;
let personId: string | undefined;

const asked = async (query: string, key = server.clerk) => {
  const { data, errors } = await server.graphql(query, {}, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** The account without a number, found by its source's reference. */
const withoutNumber = async (reference: string) => {
  const [row]: { id: string; version: number }[] = await server.dataSource.query('select id, version from account where reference = $1', [
    reference,
  ]);
  return { id: Buffer.from(`Account:${row?.id}`).toString('base64url'), version: row?.version ?? 0 };
};

const merging = (account: { id: string; version: number }, other: { id: string; version: number }) =>
  server.mutate('mergeAccounts', {
    ...{ account: account.id, expectedVersion: account.version },
    ...{ other: other.id, otherExpectedVersion: other.version },
  });

const consenting = (id: string) => `mutation { giveConsent(input: { idempotencyKey: "consent-${id}", account: "${id}",
  recipient: "City of Sampleton", scope: REGISTERED_STATUS, document: "Form 7" }) { ... on Consent { id } ... on Refused { message } } }`;

const watching = (
  id: string,
) => `mutation { createWatchList(input: { idempotencyKey: "watch-${id}", name: "Bridge", accounts: ["${id}"] }) {
  ... on WatchList { id } } }`;

/** The tables, besides append-only ones, with rows of an account. */
async function leftAt(account: string): Promise<string[]> {
  const columns: { table: string }[] = await server.dataSource.query(
    `select table_name as "table" from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'account_id' and table_type = 'BASE TABLE'
       and table_name <> all('{change,receipt_subject,standing_period_history,work_mark}')`,
  );
  const found: string[] = [];
  for (const { table } of columns) {
    const rows: unknown[] = await server.dataSource.query(`select from ${table} where account_id = $1 limit 1`, [uuidOf(account)]);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

beforeAll(async () => {
  server = await startWriting(facts);
  buyer = await server.keyFor('buyer', 'City of Sampleton');
  kept = await server.file('1000001');
  ended = await withoutNumber('A-2');
  await asked(consenting(ended.id));
  for (const [account, from] of [
    [ended.id, '2029-01-01'],
    [kept.id, '2030-06-01'],
  ] as const) {
    const person = personId ? `person: "${personId}"` : 'name: "Sam Both"';
    const { namePerson } = await asked(`mutation { namePerson(input: { idempotencyKey: "name-${from}", account: "${account}", ${person},
      role: INTERNAL_AUDITOR, from: "${from}", isPermanentFullTime: true, codeSignedOn: "${from}" }) { ... on Person { id } } }`);
    personId = namePerson.id;
  }
  await asked(watching(ended.id), buyer);
  const { verify } = await asked(`{ verify(subject: { account: "${ended.id}" }) { knownAt standing } }`);
  expect(verify.standing).toBe('REGISTERED');
  before = verify.knownAt;
});

afterAll(() => server.stop());

describe('mergeAccounts', () => {
  test('makes one account of two: both ids lead to it, and it says so', async () => {
    const { data } = await merging(kept, ended);
    expect(data.mergeAccounts).toMatchObject({ __typename: 'Account', id: kept.id, wsibAccount: '1000001', version: kept.version + 1 });
    for (const id of [kept.id, ended.id]) {
      const { node, verify } = await asked(`{ node(id: "${id}") { id ... on Account { formerIds wsibAccount } }
        verify(subject: { account: "${id}" }) { found standing wsibAccount } }`);
      expect(node).toEqual({ id: kept.id, formerIds: [ended.id], wsibAccount: '1000001' });
      expect(verify).toEqual({ found: true, standing: 'REGISTERED', wsibAccount: '1000001' });
    }
  });

  test('moves what was recorded: only append-only records stay on the account that ended', async () => {
    expect(await leftAt(ended.id)).toEqual([]);
  });

  test('G-3.2.a: a person with the same role on both has had it since the earlier day', async () => {
    const rows = await server.dataSource.query(
      'select account_id as account, from_day as from, code_signed_on as signed from designation where to_day is null',
    );
    expect(rows).toEqual([{ account: uuidOf(kept.id), from: '2029-01-01', signed: '2029-01-01' }]);
  });

  test('is no longer in any list', async () => {
    const { organization, accounts } = await asked(
      `{ organization(id: "${(await server.file('1000001')).organization.id}") { accounts { id } }
         accounts(first: 50, orderBy: ORGANIZATION_NAME_ASC) { totalCount nodes { id } } }`,
    );
    expect(organization.accounts).toEqual([{ id: kept.id }]);
    expect(accounts.nodes.map(({ id }: { id: string }) => id)).not.toContain(ended.id);
    expect(accounts.totalCount).toBe(accounts.nodes.length);
  });

  test('R-46: as known before the merge, the account that ended is what it was', async () => {
    const { verify } = await asked(`{ verify(subject: { account: "${ended.id}" }, knownAt: "${before}") { standing wsibAccount } }`);
    expect(verify).toEqual({ standing: 'REGISTERED', wsibAccount: null });
    const { verify: other } = await asked(`{ verify(subject: { account: "${kept.id}" }, knownAt: "${before}") { standing wsibAccount } }`);
    expect(other).toEqual({ standing: 'NOT_REGISTERED', wsibAccount: '1000001' });
  });

  test('carries consents and watch lists over: the buyer sees the registration and its change', async () => {
    await stampChanges(server.dataSource);
    const { watchLists, verify } = await asked(
      `{ watchLists { id accounts(first: 5) { nodes { account { id } } } } verify(subject: { account: "${ended.id}" }) { standing } }`,
      buyer,
    );
    expect(verify.standing).toBe('REGISTERED');
    expect(watchLists[0].accounts.nodes).toEqual([{ account: { id: kept.id } }]);
    const { changes } = await asked(
      `{ changes(first: 20, filter: { watchList: "${watchLists[0].id}" }) { nodes { kind ... on StatusChange { account { id } after { standing } } } } }`,
      buyer,
    );
    expect(changes.nodes.at(-1)).toMatchObject({ account: { id: kept.id }, after: { standing: 'REGISTERED' } });
  });

  test('the feed filtered by either id has what was recorded under both', async () => {
    const feedOf = async (id: string) =>
      (await asked(`{ changes(first: 20, filter: { accounts: ["${id}"] }) { nodes { cursor kind } } }`)).changes.nodes;
    expect(await feedOf(ended.id)).toEqual(await feedOf(kept.id));
    expect((await feedOf(kept.id)).map(({ kind }: { kind: string }) => kind)).toContain('CORRECTION');
  });

  test('what is recorded under the former id is recorded for the account', async () => {
    const day = `mutation { recordSystemInPlace(input: { account: "${ended.id}", since: "2029-05-01", expectedVersion: ${kept.version + 1} }) {
      ... on Account { id wsibAccount } } }`;
    expect((await asked(day)).recordSystemInPlace).toEqual({ id: kept.id, wsibAccount: '1000001' });
    const { account } = await asked('{ account(wsibAccount: "1000001") { file { systemInPlaceSince } } }');
    expect(account.file.systemInPlaceSince).toBe('2029-05-01');
    const { createEquivalencyRequest } = await asked(`mutation { createEquivalencyRequest(input: { idempotencyKey: "former",
      account: "${ended.id}", kind: OUT_OF_PROVINCE }) { ... on EquivalencyRequest { id } } }`);
    for (const id of [kept.id, ended.id]) {
      const { equivalencyRequests } = await asked(`{ equivalencyRequests(first: 9, filter: { account: "${id}" }) { nodes { id } } }`);
      expect(equivalencyRequests.nodes).toEqual([createEquivalencyRequest]);
    }
  });

  test('an import that still names it goes to the other account, and enters nothing twice', async () => {
    const accounts = await server.count('account');
    await record(server.dataSource, facts, today);
    expect(await server.count('account')).toBe(accounts);
    const { node } = await asked(`{ node(id: "${ended.id}") { id } }`);
    expect(node.id).toBe(kept.id);
  });

  test('gives the number to the account that stays, if only the other has one', async () => {
    const [stays, ends] = [await withoutNumber('A-5'), await server.file('1000006')];
    const { data } = await merging(stays, ends);
    expect(data.mergeAccounts).toMatchObject({ id: stays.id, wsibAccount: '1000006' });
    const { verify } = await asked('{ verify(subject: { documentNumber: "C-6" }) { standing wsibAccount certificate { number } } }');
    expect(verify).toEqual({ standing: 'CERTIFIED', wsibAccount: '1000006', certificate: { number: 'C-6' } });
    const { verify: then } = await asked(
      `{ verify(subject: { documentNumber: "C-6" }, knownAt: "${before}") { standing wsibAccount certificate { number } } }`,
    );
    expect(then).toEqual({ standing: 'CERTIFIED', wsibAccount: '1000006', certificate: { number: 'C-6' } });
  });

  test('G-1.2.b: two numbers are two accounts', async () => {
    const { data } = await merging(await server.file('1000003'), await server.file('1000004'));
    expect(data.mergeAccounts).toMatchObject({ __typename: 'Refused', code: 'MERGER_NOT_POSSIBLE' });
    expect(data.mergeAccounts.en).toMatchObject([{ clause: 'G-1.2.b' }]);
    expect(data.mergeAccounts.fr[0].because).toContain('comptes différents');
  });

  test('refuses to merge an account with itself, with one of another organization, or with one that has changed since', async () => {
    const [one, other] = [await server.file('1000003'), await server.file('1000001')];
    const fieldOf = async (...both: Parameters<typeof merging>) => (await merging(...both)).errors?.[0]?.extensions;
    expect(await fieldOf(one, one)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.other' });
    expect(await fieldOf(one, other)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.other' });
    expect(await fieldOf(one, { ...other, version: other.version + 1 })).toMatchObject({ code: 'CONFLICT' });
    // The id of the account that ended leads to the one that stayed.
    expect(await fieldOf(other, ended)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.other' });
  });

  test('of two mergers at once in opposite directions one is made, and the other is a conflict', async () => {
    const [one, other] = [await server.file('1000007'), await withoutNumber('A-8')];
    const holder = server.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from account for no key update');
    const both = [merging(one, other), merging(other, one)];
    // Both have read the two accounts and wait for them.
    await until(async () => (await server.dataSource.query(waitingSql)).length === 2);
    await holder.rollbackTransaction();
    await holder.release();
    const answers = await Promise.all(both);
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions)).toMatchObject([
      { code: 'CONFLICT', currentVersion: 2 },
    ]);
    expect(answers.flatMap(({ data }) => data?.mergeAccounts ?? [])).toMatchObject([{ __typename: 'Account', wsibAccount: '1000007' }]);
  });

  test('G-1.2.b: what waits while its account is merged away is recorded at the account that stays', async () => {
    const { id: organization } = (await server.file('1000007')).organization;
    const enter = async (wsibAccount: string | null) => {
      const { data } = await server.mutate('createAccount', { idempotencyKey: `late-${wsibAccount}`, organization, wsibAccount });
      return { id: String(data.createAccount.id), version: 1 };
    };
    const [other, one] = [await enter(null), await enter('1000009')];
    const holder = server.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from account where id = $1 for no key update', [uuidOf(one.id)]);
    // The merger holds the older account and waits for the other one; the audit then waits for the older one.
    const waiting = async (n: number) => until(async () => (await server.dataSource.query(waitingSql)).length === n);
    const merger = merging(one, other);
    await waiting(1);
    const begun =
      asked(`mutation { beginAudit(input: { idempotencyKey: "late", account: "${other.id}", type: INITIAL_INTERNAL, tool: COR_2020 }) {
      ... on Audit { id } } }`);
    await waiting(2);
    await holder.rollbackTransaction();
    await holder.release();
    expect((await merger).data.mergeAccounts).toMatchObject({ __typename: 'Account', wsibAccount: '1000009' });
    const { beginAudit } = await begun;
    expect((await server.file('1000009')).audits.map(({ id }) => id)).toEqual([beginAudit.id]);
  });

  const recorded = {
    consent: ({ id }: Entered) => asked(consenting(id)),
    person: ({ id }: Entered) =>
      asked(`mutation { namePerson(input: { idempotencyKey: "behind", account: "${id}", name: "Sam Behind", role: INTERNAL_AUDITOR,
        from: "2031-01-01", isPermanentFullTime: true }) { ... on Person { id } } }`),
    'watch list': ({ id }: Entered) => asked(watching(id).replace('Bridge', 'Tunnel'), buyer),
    recognition: async ({ number }: Entered) =>
      asked(
        `mutation { reportSoseRecognition(input: { idempotencyKey: "behind", wsibAccount: "${number}", reference: "S-1",
          grantedOn: "2031-01-05" }) { ... on SoseRecognition { id } } }`,
        await server.keyFor('ministry', 'Ministry'),
      ),
    document: async ({ path }: Entered) => {
      await server.request.put(path).set('content-type', 'application/pdf').send(bytes.pdf('manual')).expect(201);
    },
  };

  interface Entered {
    readonly id: string;
    readonly number: string;
    /** Where a document of its audit is sent. */
    readonly path: string;
  }

  test.each(Object.entries(recorded))('G-1.2.b: nothing stays behind of a %s that waits meanwhile', async (what, act) => {
    const { id: organization } = (await server.file('1000007')).organization;
    const number = String(1000020 + Object.keys(recorded).indexOf(what));
    const enter = async (wsibAccount: string | null) => {
      const { data } = await server.mutate('createAccount', { organization, wsibAccount });
      return { id: String(data.createAccount.id), version: 1 };
    };
    const [other, one] = [await enter(number), await enter(null)];
    const { beginAudit } = await asked(`mutation { beginAudit(input: { idempotencyKey: "behind-${number}", account: "${other.id}",
      type: INITIAL_INTERNAL, tool: COR_2020 }) { ... on Audit { id } } }`);
    const { requestAuditUpload } = await asked(`mutation { requestAuditUpload(input: { audit: "${beginAudit.id}", kind: AUDIT_MATERIAL,
      fileName: "manual.pdf" }) { ... on AuditUpload { path } } }`);
    const holder = server.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select from account where id = $1 for no key update', [uuidOf(one.id)]);
    const waiting = async (n: number) => until(async () => (await server.dataSource.query(waitingSql)).length === n);
    const merger = merging(one, other);
    await waiting(1);
    const begun = act({ id: other.id, number, path: requestAuditUpload.path });
    await waiting(2);
    await holder.rollbackTransaction();
    await holder.release();
    expect((await merger).data.mergeAccounts).toMatchObject({ __typename: 'Account', wsibAccount: number });
    await begun;
    expect(await leftAt(other.id)).toEqual([]);
  });
});

const waitingSql = `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'select from account where id%'`;
