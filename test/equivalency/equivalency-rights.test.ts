import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import { firstDay, type RequestingServer, startRequesting, type Who } from '../support/requesting.ts';

let server: RequestingServer;
let id = '';
beforeAll(async () => {
  server = await startRequesting();
  ({ id } = await server.begin('alpha', 'A-1', 'OUT_OF_PROVINCE'));
});
afterAll(() => server.stop());

const everythingOf = `query ($id: ID!, $account: ID!) {
  equivalencyRequest(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id }
  equivalencyRequests { totalCount nodes { id } pageInfo { endCursor } edges { cursor } }
  filtered: equivalencyRequests(filter: { account: $account, statuses: [DRAFT], kind: OUT_OF_PROVINCE }) { nodes { id } } }`;

/** What a caller sees of a request, in every way there is. */
const seenBy = async (who: Who | null, request: string) =>
  (await server.ask(who, everythingOf, { id: request, account: server.account('A-1') })).data;

const absent = Buffer.from(`EquivalencyRequest:${randomUUID()}`).toString('base64url');

test('a request of another firm looks like one that does not exist', async () => {
  for (const who of [null, 'beta', 'buyer', 'wsib', 'bccsa'] as const) {
    const seen = await seenBy(who, id);
    expect(seen).toEqual(await seenBy(who, absent));
    expect(seen.equivalencyRequests).toEqual({ totalCount: 0, nodes: [], pageInfo: { endCursor: null }, edges: [] });
    expect([seen.equivalencyRequest, seen.node, seen.nodes, seen.filtered.nodes]).toEqual([null, null, [null], []]);
  }
  const own = await seenBy('alpha', id);
  expect([own.equivalencyRequest, own.node, own.nodes, own.filtered.nodes]).toEqual([{ id }, { id }, [{ id }], [{ id }]]);
});

describe('altering a request', () => {
  const applicants = {
    stateHostCor: { association: 'BCCSA' },
    stateOntarioOffice: { hasOffice: false },
    submitEquivalencyRequest: {},
    withdrawEquivalencyRequest: {},
  };
  const ofStaff = {
    recordRequestFee: {},
    askForDocuments: { askedFor: 'More.' },
    recordDocumentsReceived: {},
    reportReview: { leadAuditor: 'L. Auditor', report: 'Seen.' },
    decideEquivalencyRequest: { grant: 'NOTHING' },
  };
  const send = async (who: Who | null, mutation: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { errors = [], data } = await server.ask(who, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
      input,
    });
    return errors.map(({ extensions, message }) => [extensions.code, message])[0] ?? data;
  };

  test('is for the firm itself and staff; another firm’s request is not found, like one that does not exist', async () => {
    for (const [mutation, input] of Object.entries(applicants)) {
      const notFound = ['NOT_FOUND', 'There is no such request.'];
      for (const request of [id, absent]) expect(await send('beta', mutation, { request, expectedVersion: 1, ...input })).toEqual(notFound);
      for (const who of [null, 'buyer', 'wsib', 'bccsa'] as const)
        expect((await send(who, mutation, { request: id, expectedVersion: 1, ...input }))[0]).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
    }
    const upload = { request: id, kind: 'RECIPROCITY_FORM', fileName: 'x' };
    expect(await send('beta', 'requestUpload', upload)).toEqual(['NOT_FOUND', 'There is no such request.']);
    expect((await send('buyer', 'requestUpload', upload))[0]).toBe('FORBIDDEN');
    const creating = { idempotencyKey: randomUUID(), account: server.account('A-1'), kind: 'ISO_45001' };
    expect(await send('beta', 'createEquivalencyRequest', creating)).toEqual(['NOT_FOUND', 'There is no such account.']);
    expect((await send('buyer', 'createEquivalencyRequest', creating))[0]).toBe('FORBIDDEN');
  });

  test('with IHSA’s own steps is for staff', async () => {
    for (const [mutation, input] of Object.entries(ofStaff))
      for (const who of ['alpha', 'bccsa', 'wsib'] as const)
        expect(await send(who, mutation, { request: id, expectedVersion: 1, ...input })).toEqual([
          'FORBIDDEN',
          'This needs an API key that permits recording as IHSA’s staff.',
        ]);
  });

  test('requires the version that was read, and takes effect once under a key', async () => {
    const conflict = await send('alpha', 'withdrawEquivalencyRequest', { request: id, expectedVersion: 7 });
    expect(conflict).toEqual(['CONFLICT', 'The record has changed since you read it: it is now at version 1. Your change was not made.']);
    const input = { idempotencyKey: 'once', account: server.account('A-1'), kind: 'MLITSD_ACCREDITATION' };
    const query =
      'mutation ($input: CreateEquivalencyRequestInput!) { createEquivalencyRequest(input: $input) { ... on EquivalencyRequest { id } } }';
    const answers = await Promise.all([1, 2, 3].map(() => server.ask('alpha', query, { input })));
    expect(new Set(answers.map(({ data }) => data.createEquivalencyRequest.id)).size).toBe(1);
  });

  test('names the field at fault and changes nothing', async () => {
    const blank = await server.step('clerk', 'askForDocuments', id, { askedFor: ' \n ' });
    expect(blank.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.askedFor' });
    const control = await server.step('clerk', 'reportReview', id, { leadAuditor: 'L.\u0007', report: 'Seen.' });
    expect(control.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.leadAuditor' });
    const ofIso = await server.step('alpha', 'stateIsoCertificate', id, { standard: 'ISO_45001_2018' });
    expect(ofIso.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.request' });
    const future = await server.step('alpha', 'stateOntarioOffice', id, { hasOffice: true, on: '2031-02-04' });
    expect(future.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.on' });
    const paid = (await server.begin('alpha', 'A-1', 'MLITSD_ACCREDITATION')).id;
    await server.done('clerk', 'recordRequestFee', paid);
    const fee = await server.step('clerk', 'recordRequestFee', paid);
    expect(fee.errors?.[0]?.message).toBe(`input.request must be one without a fee on record: it was recorded on ${firstDay}.`);
    await server.done('alpha', 'stateHostCor', id, { association: 'ACSA' });
    const same = await server.step('alpha', 'stateHostCor', id, { association: 'ACSA' });
    expect(same.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input' });
    expect(await server.read('alpha', id, 'version state { status }')).toEqual({ version: 2, state: { status: 'DRAFT' } });
  });

  test('keeps what it replaced, and who replaced it', async () => {
    await server.done('clerk', 'stateHostCor', id, { association: 'BCCSA', isCurrent: true });
    const [{ was, actor }] = await server.dataSource.query(
      `select was, actor from fact_history where fact = 'equivalency_request' order by id desc limit 1`,
    );
    expect([was.host_association, was.host_cor_is_current, actor]).toEqual(['ACSA', null, expect.stringContaining('First clerk')]);
    await expect(server.dataSource.query('truncate equivalency_request cascade')).rejects.toThrow('keeps its history');
    await server.enter(id, neededDocuments.OUT_OF_PROVINCE);
    await expect(server.dataSource.query('delete from request_document')).rejects.toThrow('keeps its history');
  });
});
