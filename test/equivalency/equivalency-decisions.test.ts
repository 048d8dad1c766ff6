import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import type { RequestKind } from '../../src/rules/equivalency/facts.ts';
import { type ReadRequest, type RequestingServer, startRequesting } from '../support/requesting.ts';

// What may be decided on a request that was reviewed on 3 February 2031, the day it was submitted. A year ends on 2 February 2032.

let server: RequestingServer;
beforeAll(async () => {
  server = await startRequesting();
});
afterAll(() => server.stop());

const iso = { standard: 'ISO_45001_2018', isAccredited: true, coversWholeFirm: true, hasOntarioWork: true, expiresOn: '2031-12-31' };
const host = { association: 'ACSA', isCurrent: true, expiresOn: '2033-01-01' };

/** A request for Beta's account that staff have brought to the point of decision. */
async function decidable(kind: RequestKind, account = 'A-4', more: readonly string[] = []): Promise<string> {
  const { id } = await server.begin('clerk', account, kind);
  await server.enter(id, [...neededDocuments[kind], ...more]);
  await server.done('clerk', 'submitEquivalencyRequest', id);
  if (kind === 'OUT_OF_PROVINCE') return id;
  await server.done('clerk', 'recordRequestFee', id);
  await server.done('clerk', 'reportReview', id, { leadAuditor: 'L. Auditor', report: 'Seen.' });
  return id;
}

const reportWsib = (wsibAccount: string, isValid: boolean, from: string) =>
  server.ask(
    'wsib',
    `mutation { reportWsibAccount(input: { idempotencyKey: "${wsibAccount}-${from}", wsibAccount: "${wsibAccount}", isValid: ${isValid}, from: "${from}" }) { __typename } }`,
  );

/** The refusal of a decision: its code and the clauses. */
async function refusal(id: string, input: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await server.step('clerk', 'decideEquivalencyRequest', id, input);
  if (errors) throw new Error(JSON.stringify(errors));
  const { code, reasons } = data.decideEquivalencyRequest;
  return [code, reasons?.map(({ clause }: { clause: string }) => clause)];
}

const decide = (id: string, input: Record<string, unknown>): Promise<ReadRequest> =>
  server.done('clerk', 'decideEquivalencyRequest', id, input);

describe('ISO 45001', () => {
  test('G-6.1.b, F-25: while the account is not valid, a certificate is refused and a letter of reciprocity granted', async () => {
    await reportWsib('1000004', true, '2031-01-01');
    await reportWsib('1000004', false, '2031-02-01');
    const id = await decidable('ISO_45001');
    await server.done('clerk', 'stateIsoCertificate', id, iso);
    expect((await server.read('beta', id)).grantable).toEqual({
      grant: 'BIDDING_ONLY_RECIPROCITY',
      lastDay: '2031-12-31',
      missing: [{ grant: 'CERTIFICATE_ONE_YEAR', isKnown: true, clauses: ['G-6.1.b', 'F-25'] }],
    });
    expect(await refusal(id, { grant: 'CERTIFICATE_ONE_YEAR' })).toEqual(['GRANT_NOT_POSSIBLE', ['G-6.1.b', 'F-25']]);
    expect(await refusal(id, { grant: 'INTERIM_LOGS' })).toEqual(['GRANT_NOT_POSSIBLE', ['G-6.1.a']]);
    const { state, decision } = await decide(id, { grant: 'BIDDING_ONLY_RECIPROCITY' });
    expect(state).toEqual({ status: 'GRANTED_FOR_BIDDING_ONLY', since: '2031-02-03', lastDay: '2031-12-31' });
    expect(decision).toMatchObject({ certificate: null, biddingDocument: { issuedOn: '2031-02-03', lastDay: '2031-12-31' } });
    expect(decision.reasons).toContainEqual({ clause: 'G-6.1.b', holds: true, decides: true });
  });

  test('R-22: a firm without a WSIB account gets no certificate either', async () => {
    const id = await decidable('ISO_45001', 'A-3');
    await server.done('gamma', 'stateIsoCertificate', id, iso);
    expect(await refusal(id, { grant: 'CERTIFICATE_ONE_YEAR' })).toEqual(['GRANT_NOT_POSSIBLE', ['G-6.1.b', 'F-25', 'R-22']]);
    expect((await decide(id, { grant: 'BIDDING_ONLY_RECIPROCITY' })).state.status).toBe('GRANTED_FOR_BIDDING_ONLY');
  });

  test('G-6.1.b, F-25: the same without representative work in Ontario', async () => {
    await reportWsib('1000001', true, '2031-02-01');
    const id = await decidable('ISO_45001', 'A-1');
    await server.done('clerk', 'stateIsoCertificate', id, { ...iso, hasOntarioWork: false });
    expect(await refusal(id, { grant: 'CERTIFICATE_ONE_YEAR' })).toEqual(['GRANT_NOT_POSSIBLE', ['G-6.1.b', 'F-25']]);
    const { data } = await server.step('clerk', 'decideEquivalencyRequest', id, { grant: 'CERTIFICATE_ONE_YEAR' });
    expect(data.decideEquivalencyRequest.message).toBe('The scope of the audit includes no representative work in Ontario.');
    expect((await decide(id, { grant: 'BIDDING_ONLY_RECIPROCITY' })).decision.biddingDocument.lastDay).toBe('2031-12-31');
  });

  test('X-5, R-49: for CSA Z45001, without an accredited certifier or in part, nothing is granted, and the refusal says why', async () => {
    const id = await decidable('ISO_45001', 'A-1');
    const faults = [
      [{ standard: 'CSA_Z45001' }, ['X-5']],
      [{ isAccredited: false }, ['X-5', 'R-49']],
      [{ coversWholeFirm: null }, ['X-5']],
    ] as const;
    for (const [fault, clauses] of faults) {
      await server.done('clerk', 'stateIsoCertificate', id, { ...iso, ...fault });
      expect(await refusal(id, { grant: 'BIDDING_ONLY_RECIPROCITY' })).toEqual(['GRANT_NOT_POSSIBLE', clauses]);
    }
    const { state, decision } = await decide(id, { grant: 'NOTHING' });
    expect(state).toEqual({ status: 'REFUSED', since: '2031-02-03', lastDay: null });
    expect(decision).toMatchObject({ grant: 'NOTHING', judgement: null, certificate: null, biddingDocument: null });
    expect(decision.reasons).toContainEqual({ clause: 'X-5', holds: false, decides: true });
  });

  test('R-40: granting less than the law allows needs a reason, which is kept; R-20: the end of a certificate cannot be chosen', async () => {
    const id = await decidable('ISO_45001', 'A-1');
    await server.done('clerk', 'stateIsoCertificate', id, iso);
    expect(await refusal(id, { grant: 'NOTHING' })).toEqual(['REASON_NEEDED', ['R-40']]);
    expect(await refusal(id, { grant: 'BIDDING_ONLY_RECIPROCITY', judgement: '  ' })).toEqual(['REASON_NEEDED', ['R-40']]);
    expect(await refusal(id, { grant: 'CERTIFICATE_ONE_YEAR', lastDay: '2031-06-30' })).toEqual(['GRANT_NOT_POSSIBLE', ['R-20']]);
    const { decision } = await decide(id, { grant: 'NOTHING', judgement: 'The manual is a template.' });
    expect(decision).toMatchObject({ grant: 'NOTHING', judgement: 'The manual is a template.' });
  });

  test('R-32: the second of two certificates of one day is refused', async () => {
    const [first, second] = [await decidable('ISO_45001', 'A-1'), await decidable('ISO_45001', 'A-1')];
    for (const id of [first, second]) await server.done('clerk', 'stateIsoCertificate', id, iso);
    await decide(first, { grant: 'CERTIFICATE_ONE_YEAR' });
    expect(await refusal(second, { grant: 'CERTIFICATE_ONE_YEAR' })).toEqual(['GRANT_NOT_POSSIBLE', ['R-32']]);
  });
});

describe('reciprocity', () => {
  test('G-5.a, R-21: without the transcript a letter of reciprocity, for a year at most', async () => {
    const id = await decidable('OUT_OF_PROVINCE', 'A-3');
    await server.done('gamma', 'stateHostCor', id, host);
    await server.done('gamma', 'stateOntarioOffice', id, { hasOffice: false, on: '2031-01-15' });
    expect((await server.read('gamma', id)).grantable).toEqual({
      grant: 'BIDDING_ONLY_RECIPROCITY',
      lastDay: '2032-02-02',
      missing: [{ grant: 'INTERIM_LOGS', isKnown: true, clauses: ['F-16'] }],
    });
    expect(await refusal(id, { grant: 'INTERIM_LOGS' })).toEqual(['GRANT_NOT_POSSIBLE', ['F-16']]);
    const { state } = await decide(id, { grant: 'BIDDING_ONLY_RECIPROCITY' });
    expect(state).toEqual({ status: 'GRANTED_FOR_BIDDING_ONLY', since: '2031-02-03', lastDay: '2032-02-02' });
  });

  test('F-16.a: with an office in Ontario nothing is granted, until that statement is taken back', async () => {
    const id = await decidable('OUT_OF_PROVINCE', 'A-3', ['INTERNAL_AUDITOR_TRANSCRIPT']);
    await server.done('gamma', 'stateHostCor', id, host);
    await server.done('clerk', 'stateOntarioOffice', id, { hasOffice: true });
    expect(await refusal(id, { grant: 'BIDDING_ONLY_RECIPROCITY' })).toEqual(['GRANT_NOT_POSSIBLE', ['F-16.a']]);
    await server.done('clerk', 'stateOntarioOffice', id, { hasOffice: false });
    expect((await server.read('clerk', id)).grantable.grant).toBe('INTERIM_LOGS');
  });

  test('G-5.a, F-16.a, R-21: nothing is granted for Ontario’s own association, a COR not current, or an end not stated', async () => {
    const id = await decidable('OUT_OF_PROVINCE', 'A-3');
    const cases = [
      [{ association: 'IHSA' }, 'G-5.a'],
      [{ isCurrent: false }, 'F-16.a'],
      [{ expiresOn: null }, 'R-21'],
      [{ expiresOn: '2031-02-02' }, 'R-21'],
    ] as const;
    for (const [fault, clause] of cases) {
      await server.done('gamma', 'stateHostCor', id, { ...host, ...fault });
      expect(await refusal(id, { grant: 'BIDDING_ONLY_RECIPROCITY' })).toEqual(['GRANT_NOT_POSSIBLE', [clause]]);
    }
    await server.done('gamma', 'stateHostCor', id, { ...host, expiresOn: '2031-02-03' });
    expect((await server.read('clerk', id)).grantable).toMatchObject({ grant: 'BIDDING_ONLY_RECIPROCITY', lastDay: '2031-02-03' });
  });

  test('R-41: while IHSA waits for documents nothing is granted, though the request may be refused', async () => {
    const id = await decidable('OUT_OF_PROVINCE', 'A-3');
    await server.done('gamma', 'stateHostCor', id, host);
    await server.done('clerk', 'askForDocuments', id, { askedFor: 'The transcript.' });
    expect(await refusal(id, { grant: 'BIDDING_ONLY_RECIPROCITY' })).toEqual(['REQUEST_NOT_READY', ['R-41']]);
    const { state, clock } = await decide(id, { grant: 'NOTHING', judgement: 'The applicant does not answer.' });
    expect([state.status, clock.state]).toEqual(['REFUSED', 'ENDED']);
  });

  test('R-29: during a revocation nothing is granted', async () => {
    const id = await decidable('MLITSD_ACCREDITATION', 'A-2');
    await reportWsib('1000002', true, '2031-02-01');
    const revocation = { idempotencyKey: 'r', account: server.account('A-2'), from: '2031-02-01', reason: 'Fraud.', document: 'Letter 1' };
    const query = 'mutation ($input: RecordRevocationInput!) { recordRevocation(input: $input) { __typename } }';
    expect((await server.ask('clerk', query, { input: revocation })).data.recordRevocation.__typename).toBe('Revocation');
    expect(await refusal(id, { grant: 'CERTIFICATE_ONE_YEAR' })).toEqual(['GRANT_NOT_POSSIBLE', ['R-29']]);
  });
});

test('if two clerks decide at once, one succeeds and the other gets a conflict', async () => {
  const id = await decidable('OUT_OF_PROVINCE', 'A-3');
  await server.done('gamma', 'stateHostCor', id, host);
  const { version } = await server.read('clerk', id, 'version');
  const documents = async () => (await server.dataSource.query('select count(*)::integer as n from bidding_document'))[0].n;
  const before = await documents();
  const query = 'mutation ($input: DecideEquivalencyRequestInput!) { decideEquivalencyRequest(input: $input) { __typename } }';
  const input = { request: id, expectedVersion: version, grant: 'BIDDING_ONLY_RECIPROCITY' };
  const answers = await Promise.all((['clerk', 'otherClerk'] as const).map((who) => server.ask(who, query, { input })));
  expect(answers.map(({ data }) => data?.decideEquivalencyRequest?.__typename).toSorted()).toEqual(['EquivalencyRequest', undefined]);
  const [fault] = answers.flatMap(({ errors = [] }) => errors);
  expect(fault?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: version + 1 });
  expect(await documents()).toBe(before + 1);
});

describe('a list of requests', () => {
  /** The ids that a caller gets by a filter. */
  async function listed(
    who: 'clerk' | 'beta' | 'gamma',
    filter: Record<string, unknown> | null,
    orderBy = 'CREATED_ON_DESC',
  ): Promise<string[]> {
    const query = `query ($filter: EquivalencyRequestFilter, $orderBy: EquivalencyRequestOrder!) {
      equivalencyRequests(first: 100, filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`;
    const { data, errors } = await server.ask(who, query, { filter, orderBy });
    if (errors) throw new Error(JSON.stringify(errors));
    const { totalCount, nodes } = data.equivalencyRequests;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }: { id: string }) => id);
  }

  test('by status has the requests that have that status by the law, on any day', async () => {
    const draft = await server.begin('beta', 'A-4', 'ISO_45001');
    await server.done('clerk', 'withdrawEquivalencyRequest', (await server.begin('clerk', 'A-4', 'ISO_45001')).id);
    const submitted = await server.begin('beta', 'A-4', 'ISO_45001');
    await server.enter(submitted.id, neededDocuments.ISO_45001);
    await server.done('beta', 'submitEquivalencyRequest', submitted.id);
    const waiting = await decidable('OUT_OF_PROVINCE', 'A-4');
    await server.done('clerk', 'askForDocuments', waiting, { askedFor: 'More.' });
    expect(await listed('clerk', { statuses: ['DRAFT'] })).toEqual([draft.id]);
    const seen = new Set<string>();
    // The last days of the documents granted above, and the days after them.
    for (const day of ['2031-02-03', '2031-12-31', '2032-01-01', '2032-02-02', '2032-02-03']) {
      server.to(day);
      const all = await listed('clerk', null);
      const statuses = new Map<string, string[]>();
      for (const id of all) {
        const { status } = (await server.read('clerk', id, 'state { status }')).state;
        statuses.set(status, [...(statuses.get(status) ?? []), id]);
        seen.add(status);
      }
      for (const [status, ids] of statuses)
        expect([day, status, await listed('clerk', { statuses: [status] })]).toEqual([day, status, ids]);
      expect((await listed('clerk', { statuses: [...statuses.keys()] })).length).toBe(all.length);
    }
    expect([...seen].toSorted()).toEqual([
      'DRAFT',
      'EXPIRED',
      'GRANTED',
      'GRANTED_FOR_BIDDING_ONLY',
      'REFUSED',
      'SUBMITTED',
      'UNDER_REVIEW',
      'WAITING_FOR_DOCUMENTS',
      'WITHDRAWN',
    ]);
  });

  test('takes the same number of statements for many requests as for one', async () => {
    const query =
      'query ($first: Int!) { equivalencyRequests(first: $first) { nodes { id state { status } grantable { grant } clock { state } } } }';
    const statements = async (first: number) => {
      server.statements();
      const { data } = await server.ask('clerk', query, { first });
      return [data.equivalencyRequests.nodes.length, server.statements().length];
    };
    const [[one, few], [ten, many]] = [await statements(1), await statements(10)];
    expect([one, ten]).toEqual([1, 10]);
    expect(many).toBe(few);
  });

  test('is filtered by kind and account, in both orders and in pages, and shows an organization its own', async () => {
    server.to('2032-03-01');
    const late = await server.begin('beta', 'A-2', 'ISO_45001');
    const all = await listed('clerk', null);
    expect(all[0]).toBe(late.id);
    expect(await listed('clerk', null, 'CREATED_ON_ASC')).toEqual(all.toReversed());
    const ofAccount = await listed('clerk', { account: server.account('A-2') });
    expect(ofAccount.length).toBe(2);
    expect(await listed('beta', { account: server.account('A-2'), kind: 'ISO_45001' })).toEqual([late.id]);
    expect(await listed('gamma', { account: server.account('A-2') })).toEqual([]);
    const own = await listed('beta', null);
    expect(own.length).toBeLessThan(all.length);
    const { data } = await server.ask(
      'beta',
      'query ($a: ID!, $b: ID!) { a: node(id: $a) { ... on Account { equivalencyRequests { id } } } b: node(id: $b) { ... on Account { equivalencyRequests { id } } } }',
      { a: server.account('A-2'), b: server.account('A-4') },
    );
    const ids = [...data.a.equivalencyRequests, ...data.b.equivalencyRequests].map(({ id }: { id: string }) => id);
    expect(ids.toSorted()).toEqual(own.toSorted());
    const page =
      'query ($after: String) { equivalencyRequests(first: 4, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }';
    const first = (await server.ask('clerk', page)).data.equivalencyRequests;
    const second = (await server.ask('clerk', page, { after: first.pageInfo.endCursor })).data.equivalencyRequests;
    expect([...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id)).toEqual(all.slice(0, 8));
  });
});
