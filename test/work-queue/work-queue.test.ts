import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { addDays } from '../../src/rules/calendar.ts';
import { obligationsOn } from '../../src/rules/cycle/obligations.ts';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import { type RequestKind } from '../../src/rules/equivalency/facts.ts';
import { accountFacts } from '../../src/standing/standing.facts.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const today = '2026-11-20';
const names = Array.from({ length: 12 }, (_, at) => `A-${at + 1}`);

// 1000001 is pending since 1 November without its letter of 1 October 2026, and lost from 31 December; 1000002 without the certificate due on
// 10 October, lost from 9 January. 1000003 and 1000004 are certified by equivalency, the first to 30 November, the second to 31 May 2027 (90 days
// before is 2 March). 1000005 may bid until 15 January. 1000006 got the letter of a spot check on 1 October: 90 days after is 30 December.
// 1000007 reported on another on 15 October. WSIB reports what 1000008 owes. The rest have no clock running: 1000009 is certified, 1000010
// lost, 1000011 registered, and the check of 1000012 is validated.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,'],
  accounts: ['account,organization,wsib_account', ...names.map((name, at) => `${name},O-1,${1_000_001 + at}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-11,A-11,2026-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2023-10-10',
    'C-3,A-3,COR_2020,ISO_45001_EQUIVALENCY,2025-12-01',
    'C-4,A-4,COR_2020,MLITSD_EQUIVALENCY,2026-06-01',
    ...[6, 7, 8, 9, 12].map((at) => `C-${at},A-${at},COR_2020,EXTERNAL_AUDIT,2026-02-01`),
    'C-10,A-10,COR_2020,EXTERNAL_AUDIT,2025-06-01',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-2,C-2,2,2024-09-20', 'L-3,C-2,3,2025-09-20'],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-5,A-5,LETTER_OF_RECIPROCITY,2026-03-01,2027-01-15'],
  spot_checks: [
    'spot_check,account,received_on,corrective_action',
    ...['S-6,A-6,2026-10-01,yes', 'S-7,A-7,2026-09-01,yes', 'S-9,A-9,2026-10-01,no', 'S-12,A-12,2026-09-01,yes'],
  ],
  spot_check_events: [
    'spot_check,on,kind',
    ...['S-7,2026-10-15,IMPLEMENTATION_REPORTED', 'S-12,2026-10-15,IMPLEMENTATION_REPORTED', 'S-12,2026-10-20,VALIDATED'],
  ],
};

let server: TestServer;
let staff: string;

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  staff = await server.keyFor('staff');
  await report('1000008', false, '2026-11-10');
});

afterAll(() => server.stop());

const reporting = 'mutation ($input: ReportWsibAccountInput!) { reportWsibAccount(input: $input) { __typename } }';

async function report(wsibAccount: string, isValid: boolean, from: string): Promise<void> {
  const input = { idempotencyKey: randomUUID(), wsibAccount, isValid, from };
  const { errors } = await server.graphql(reporting, { input }, { key: await server.keyFor('wsib') });
  expect(errors).toBeUndefined();
}

const query = `query ($filter: WorkQueueFilter, $first: Int, $after: String, $last: Int, $before: String) {
  workQueue(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { key kind by clauses state since dueOn label french: label(locale: FR) because frenchBecause: because(locale: FR)
      account { wsibAccount } } } }`;

interface Item {
  readonly kind: string;
  readonly state: string;
  readonly since: string;
  readonly dueOn: string | null;
  readonly account: { readonly wsibAccount: string };
}

async function queue({ filter, ...page }: Record<string, unknown> = {}) {
  const variables = { ...page, filter: { kinds: watched, ...(filter ?? {}) } };
  const { data, errors } = await server.graphql(query, variables, { key: staff });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.workQueue;
}

const inShort = ({ kind, state, since, dueOn, account }: Item): string =>
  [account.wsibAccount, kind, state, since, dueOn ?? 'no day'].join(' ');

const listed = async (filter?: object): Promise<string[]> => (await queue({ filter })).nodes.map(inShort);

/** What staff watch, besides what IHSA owes on every certificate, and one validation that it owes. */
const watched = [
  ...['EQUIVALENCY_RENEWAL', 'BIDDING_DOCUMENT_END', 'WSIB_GOOD_STANDING', 'BECOMING_PENDING', 'PENDING_CERTIFICATION'],
  ...['SPOT_CHECK_IMPLEMENTATION', 'SPOT_CHECK_VALIDATION'],
];

// First due items, by consequence and day; then upcoming ones.
const everything = [
  '1000003 EQUIVALENCY_RENEWAL DUE 2025-12-01 2026-11-30',
  '1000001 PENDING_CERTIFICATION DUE 2026-11-01 2026-12-30',
  '1000006 SPOT_CHECK_IMPLEMENTATION DUE 2026-10-01 2026-12-30',
  '1000002 PENDING_CERTIFICATION DUE 2026-11-10 2027-01-08',
  '1000005 BIDDING_DOCUMENT_END DUE 2026-03-01 2027-01-15',
  '1000007 SPOT_CHECK_VALIDATION DUE 2026-10-15 no day',
  '1000008 WSIB_GOOD_STANDING DUE 2026-11-10 no day',
  '1000004 EQUIVALENCY_RENEWAL UPCOMING 2026-06-01 2027-05-31',
];

/** Items of the same day have no fixed order. */
const dayOf = (item: string): string => item.split(' ').at(-1) ?? '';

describe('workQueue', () => {
  test('lists everything with a clock running, by consequence and day', async () => {
    const items = await listed();
    expect(items.map(dayOf)).toEqual(everything.map(dayOf));
    expect(items.map((item) => item.split(' ')[2])).toEqual([...Array(7).fill('DUE'), 'UPCOMING']);
    expect(items.toSorted()).toEqual(everything.toSorted());
    expect((await queue()).totalCount).toBe(8);
  });

  test('says whose turn it is, under which clauses and why, in both languages', async () => {
    const { nodes } = await queue();
    const of = (wsibAccount: string) => nodes.find(({ account }: Item) => account.wsibAccount === wsibAccount);
    expect(of('1000001')).toMatchObject({ by: 'IHSA', clauses: ['G-2.4.m', 'G-2.4.l', 'G-2.4.n'], label: 'pending certification' });
    expect(of('1000001').because).toContain('31 December 2026');
    expect(of('1000002')).toMatchObject({ by: 'IHSA', clauses: ['G-2.5.c', 'G-2.4.n'] });
    expect(of('1000003')).toMatchObject({ by: 'ORGANIZATION', clauses: ['R-20', 'G-6.1.a'] });
    expect(of('1000004')).toMatchObject({ by: 'ORGANIZATION', clauses: ['R-20', 'G-6.2.a'] });
    expect(of('1000005')).toMatchObject({ by: 'ORGANIZATION', clauses: ['R-21', 'G-5.a'] });
    expect(of('1000006')).toMatchObject({ by: 'ORGANIZATION', clauses: ['G-4.4.b', 'R-15'] });
    expect(of('1000007')).toMatchObject({ by: 'IHSA', clauses: ['G-4.4.c', 'R-15'], french: 'validation après un contrôle ponctuel' });
    expect(of('1000008')).toMatchObject({ by: 'IHSA', clauses: ['R-1', 'G-1.2.a'] });
    expect(of('1000008').frenchBecause).toContain('10\u00A0novembre\u00A02026');
    for (const { because, frenchBecause } of nodes) expect(because + frenchBecause).not.toMatch(/[{}]/);
  });

  test('returns the same items in pages, from either end', async () => {
    const whole = (await queue()).nodes.map(({ key }: { key: string }) => key);
    const forwards: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await queue({ first: 3, after });
      forwards.push(...nodes.map(({ key }: { key: string }) => key));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(forwards).toEqual(whole);
    const back = await queue({ last: 5 });
    expect(back.nodes.map(({ key }: { key: string }) => key)).toEqual(whole.slice(3));
    expect(back.pageInfo.hasPreviousPage).toBe(true);
    const before = await queue({ last: 5, before: back.pageInfo.startCursor });
    expect(before.nodes.map(({ key }: { key: string }) => key)).toEqual(whole.slice(0, 3));
  });

  test('filtered by kind, state or due day has only those items', async () => {
    expect(await listed({ kinds: ['WSIB_GOOD_STANDING', 'SPOT_CHECK_VALIDATION'] })).toEqual(everything.slice(5, 7));
    expect(await listed({ kinds: ['EQUIVALENCY_REVIEW', 'EQUIVALENCY_DECISION', 'EQUIVALENCY_DOCUMENTS'] })).toEqual([]);
    expect(await listed({ states: ['UPCOMING', 'OVERDUE'] })).toEqual(everything.slice(7));
    expect(await listed({ dueBy: '2026-11-29' })).toEqual([]);
    expect(await listed({ dueBy: '2026-11-30' })).toEqual([everything[0]]);
    expect((await queue({ filter: { states: ['DUE'] }, first: 1 })).totalCount).toBe(7);
  });

  test('G-1.2.a, R-1: has an account until it is valid again or revoked', async () => {
    const lapsed = () => listed({ kinds: ['WSIB_GOOD_STANDING'] });
    const item = (account: string, since: string) => `${account} WSIB_GOOD_STANDING DUE ${since} no day`;
    await report('1000009', false, '2026-11-01');
    await report('1000009', false, '2026-11-15');
    // Lost, for bidding only or never registered: nothing is at risk.
    for (const account of ['1000010', '1000005']) await report(account, false, '2026-11-01');
    expect(await lapsed()).toEqual([item('1000009', '2026-11-01'), item('1000008', '2026-11-10')]);
    await report('1000008', true, '2026-11-18');
    expect(await lapsed()).toEqual([item('1000009', '2026-11-01')]);
    const [{ id }] = await server.dataSource.query(`select id from account where reference = 'A-9'`);
    const input = { idempotencyKey: randomUUID(), account: toGlobalId('Account', id), from: today, reason: 'Closed', document: 'D-1' };
    const revoking = 'mutation ($input: RecordRevocationInput!) { recordRevocation(input: $input) { __typename } }';
    await server.graphql(revoking, { input }, { key: staff });
    expect(await lapsed()).toEqual([]);
    // A second lapse is a new item, with its own day.
    await report('1000008', false, '2026-11-19');
    expect(await lapsed()).toEqual([item('1000008', '2026-11-19')]);
  });

  test('is for staff only', async () => {
    for (const scope of ['buyer', 'wsib', 'sose', 'ministry', 'association', 'organization'] as const) {
      const { errors } = await server.graphql(query, {}, { key: await server.keyFor(scope) });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await server.graphql(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('refuses a cursor that it did not give, and an empty filter', async () => {
    const ask = (variables: object) => server.graphql(query, { ...variables }, { key: staff });
    expect((await ask({ after: 'bm90aGluZw' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
    expect((await ask({ filter: { kinds: [] } })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: 'filter.kinds' } },
    ]);
  });
});

describe('spot checks in the queue', () => {
  let other: TestServer;

  // Day 90 after 22 August is today, and day 91 after 21 August: every way in which reports, findings and validations can follow each other.
  const histories = ['2026-08-21', '2026-08-22', '2026-10-01'].flatMap((received) =>
    [null, 0, 20, 50].flatMap((reported) =>
      [null, 10, 20, 30].flatMap((rejected) => [null, 10, 20, 40].map((validated) => ({ received, reported, rejected, validated }))),
    ),
  );

  const eventsOf = (check: string, { received, reported, rejected, validated }: (typeof histories)[number]) =>
    Object.entries({ IMPLEMENTATION_REPORTED: reported, FOUND_NOT_IMPLEMENTED: rejected, VALIDATED: validated }).flatMap(([kind, days]) =>
      days === null ? [] : [`${check},${addDays(received, days)},${kind}`],
    );

  beforeAll(async () => {
    other = await startTestServer({ now: `${today}T15:00:00Z` });
    const each = histories.map((history, at) => ({ history, at }));
    const imported = {
      organizations: facts.organizations,
      accounts: ['account,organization,wsib_account', ...each.map(({ at }) => `A-${at},O-1,${2_000_000 + at}`)],
      certificates: [
        'number,account,standard,basis,issued_on',
        ...each.map(({ at }) => `C-${at},A-${at},COR_2020,EXTERNAL_AUDIT,2026-02-01`),
      ],
      spot_checks: [
        'spot_check,account,received_on,corrective_action',
        ...each.map(({ at, history }) => `S-${at},A-${at},${history.received},yes`),
      ],
      spot_check_events: ['spot_check,on,kind', ...each.flatMap(({ at, history }) => eventsOf(`S-${at}`, history))],
    };
    await record(other.dataSource, imported, today);
  });

  afterAll(() => other.stop());

  test('R-15: are exactly those owed under the law', async () => {
    const ids: { id: string; number: string }[] = await other.dataSource.query('select id, wsib_account as number from account');
    const byAccount = await other.dataSource.transaction((tx) =>
      accountFacts(
        tx,
        ids.map(({ id }) => id),
      ),
    );
    const owed = ids.flatMap(({ id, number }) => {
      const its = byAccount.get(id);
      const obligations = its ? obligationsOn({ ...its, audits: [], wsibStatements: [] }, today) : [];
      const open = obligations.filter(({ kind, state }) => kind.startsWith('SPOT_CHECK') && state !== 'DONE');
      return open.map(({ kind, state, opensOn, dueOn }) => [number, kind, state, opensOn, dueOn ?? 'no day'].join(' '));
    });
    const key = await other.keyFor('staff');
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const kinds = ['SPOT_CHECK_IMPLEMENTATION', 'SPOT_CHECK_VALIDATION'];
      const { data } = await other.graphql(query, { first: 100, after, filter: { kinds } }, { key });
      found.push(...data.workQueue.nodes.map(inShort));
      [after, more] = [data.workQueue.pageInfo.endCursor, data.workQueue.pageInfo.hasNextPage];
    }
    expect(new Set(owed.map((line) => line.split(' ')[1]))).toEqual(new Set(['SPOT_CHECK_IMPLEMENTATION', 'SPOT_CHECK_VALIDATION']));
    expect(found.toSorted()).toEqual(owed.toSorted());
  });
});

describe('requests in the queue', () => {
  const today = '2026-11-20';

  const facts = {
    organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,'],
    accounts: ['account,organization,wsib_account', ...Array.from({ length: 9 }, (_, at) => `A-${at + 1},O-1,${1_000_001 + at}`)],
  };

  /** A request of an account, by its days; its documents came on the day it was submitted. */
  interface Given {
    readonly kind?: RequestKind;
    readonly submittedOn?: string;
    readonly feeRecordedOn?: string;
    readonly reviewedOn?: string;
    readonly withdrawnOn?: string;
    readonly decidedOn?: string;
    readonly wait?: readonly [from: string, to: string | null];
  }

  // 30 days after 21 October is today, and after 20 October yesterday; after 10 October it is 9 November, and eleven days of waiting make it today.
  const requests: readonly Given[] = [
    { submittedOn: '2026-10-12', feeRecordedOn: '2026-10-21' },
    { submittedOn: '2026-10-20', feeRecordedOn: '2026-10-15' },
    { kind: 'OUT_OF_PROVINCE', submittedOn: '2026-10-10', wait: ['2026-10-20', '2026-10-31'] },
    { kind: 'MLITSD_ACCREDITATION', submittedOn: '2026-10-21', feeRecordedOn: '2026-10-21', wait: ['2026-11-10', null] },
    { submittedOn: '2026-10-12', feeRecordedOn: '2026-10-12', reviewedOn: '2026-11-05' },
    // A draft, one without its fee, one decided and one withdrawn have no clock running.
    {},
    { submittedOn: '2026-10-12' },
    { submittedOn: '2026-10-12', feeRecordedOn: '2026-10-12', reviewedOn: '2026-11-05', decidedOn: '2026-11-06' },
    { submittedOn: '2026-10-12', feeRecordedOn: '2026-10-12', withdrawnOn: '2026-11-06' },
  ];

  let server: TestServer;
  let staff: string;

  beforeAll(async () => {
    server = await startTestServer({ now: `${today}T15:00:00Z` });
    await record(server.dataSource, facts, today);
    staff = await server.keyFor('staff');
    for (const [at, given] of requests.entries()) await enter(`A-${at + 1}`, given);
  });

  afterAll(() => server.stop());

  async function enter(account: string, { kind = 'ISO_45001', submittedOn, wait, decidedOn, ...given }: Given): Promise<void> {
    const [{ id }] = await server.dataSource.query(
      `insert into equivalency_request (account_id, kind, created_on, created_by, submitted_on, fee_recorded_on, reviewed_on, review_report,
         withdrawn_on, decided_on, decision_grant, decided_by, decision_reasons)
       select id, $2, '2026-10-01', 'test', $3::date, $4::date, $5::date, case when $5::date is null then null else 'Found' end, $6::date,
         $7::date, case when $7::date is null then null else 'NOTHING' end, case when $7::date is null then null else 'test' end,
         case when $7::date is null then null else '[]' end
     from account where reference = $1 returning id`,
      [account, kind, submittedOn, given.feeRecordedOn, given.reviewedOn, given.withdrawnOn, decidedOn],
    );
    for (const document of submittedOn ? neededDocuments[kind] : []) {
      await server.dataSource.query(
        `insert into request_document (request_id, kind, name, sha256, size, media_type, received_on, received_by)
       values ($1, $2, 'a.pdf', $3, 1, 'application/pdf', $4, 'test')`,
        [id, document, 'a'.repeat(64), submittedOn],
      );
    }
    if (wait) {
      const values = [id, ...wait];
      await server.dataSource.query(
        `insert into request_wait (request_id, from_day, to_day, asked_for, asked_by) values ($1, $2, $3, 'More', 'test')`,
        values,
      );
    }
  }

  const query = `query ($filter: WorkQueueFilter, $first: Int, $after: String) { workQueue(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor } nodes { kind by clauses state since dueOn because french: because(locale: FR)
    account { wsibAccount } request { id kind version account { wsibAccount } } } } }`;

  async function queue(variables: Record<string, unknown> = {}) {
    const { data, errors } = await server.graphql(query, variables, { key: staff });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.workQueue;
  }

  type Node = Record<'kind' | 'state' | 'since' | 'dueOn', string | null> & { account: { wsibAccount: string } };

  const inShort = ({ kind, state, since, dueOn, account }: Node): string =>
    [account.wsibAccount, kind, state, since, dueOn ?? 'no day'].join(' ');

  const ofAccount = async (wsibAccount: string) => (await queue()).nodes.find(({ account }: Node) => account.wsibAccount === wsibAccount);

  test('R-19: reviews are due 30 days after a complete submission, and their clock stops while documents are awaited', async () => {
    const { nodes, totalCount } = await queue();
    expect(totalCount).toBe(5);
    expect([nodes[0], nodes[3], nodes[4]].map(inShort)).toEqual([
      '1000002 EQUIVALENCY_REVIEW OVERDUE 2026-10-20 2026-11-19',
      '1000005 EQUIVALENCY_DECISION DUE 2026-11-05 no day',
      '1000004 EQUIVALENCY_DOCUMENTS DUE 2026-11-10 no day',
    ]);
    // Two of the same day have no fixed order.
    expect(nodes.slice(1, 3).map(inShort).toSorted()).toEqual([
      '1000001 EQUIVALENCY_REVIEW DUE 2026-10-21 2026-11-20',
      '1000003 EQUIVALENCY_REVIEW DUE 2026-10-10 2026-11-20',
    ]);
  });

  test('each says whose turn it is and under which clauses, and leads to its request', async () => {
    expect(await ofAccount('1000001')).toMatchObject({ by: 'IHSA', clauses: ['G-6.1.a', 'R-19'], request: { kind: 'ISO_45001' } });
    expect(await ofAccount('1000003')).toMatchObject({ by: 'IHSA', clauses: ['R-19'], request: { kind: 'OUT_OF_PROVINCE' } });
    expect(await ofAccount('1000004')).toMatchObject({ by: 'ORGANIZATION', clauses: ['G-6.1.c', 'G-6.2.a', 'R-19'] });
    expect(await ofAccount('1000005')).toMatchObject({ by: 'IHSA', clauses: ['R-41', 'G-6.1.a', 'R-19'] });
    const stopped = await ofAccount('1000004');
    // Both days are shown: the first due day, 20 November, and the day on which the clock was stopped.
    expect(stopped.because).toContain('20 November 2026');
    expect(stopped.because).toContain('10 November 2026');
    for (const { because, french, account, request } of (await queue()).nodes) {
      expect(because + french).not.toMatch(/[{}]/);
      expect(request.account).toEqual(account);
    }
  });

  test('requests are paged and filtered with the rest', async () => {
    const { nodes, pageInfo } = await queue({ first: 2 });
    const rest = await queue({ after: pageInfo.endCursor });
    expect([...nodes, ...rest.nodes].map(inShort)).toEqual((await queue()).nodes.map(inShort));
    const overdue = await queue({ filter: { states: ['OVERDUE'], kinds: ['EQUIVALENCY_REVIEW'] } });
    expect(overdue.nodes.map(inShort)).toEqual(['1000002 EQUIVALENCY_REVIEW OVERDUE 2026-10-20 2026-11-19']);
    expect((await queue({ filter: { dueBy: today } })).totalCount).toBe(3);
  });

  test('R-19: a request for documents by staff stops the clock at once', async () => {
    const { request } = await ofAccount('1000001');
    const asking = 'mutation ($input: AskForDocumentsInput!) { askForDocuments(input: $input) { __typename ... on Refused { message } } }';
    const input = { idempotencyKey: randomUUID(), request: request.id, expectedVersion: request.version, askedFor: 'The risk register' };
    const { data } = await server.graphql(asking, { input }, { key: staff });
    expect(data.askForDocuments).toEqual({ __typename: 'EquivalencyRequest' });
    expect(inShort(await ofAccount('1000001'))).toBe(`1000001 EQUIVALENCY_DOCUMENTS DUE ${today} no day`);
  });
});
