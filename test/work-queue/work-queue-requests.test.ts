import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import type { RequestKind } from '../../src/rules/equivalency/facts.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

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
