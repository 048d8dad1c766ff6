import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import { firstDay, type ReadRequest, type RequestingServer, startRequesting, type Who } from '../support/requesting.ts';

// Arithmetic: complete on 5 February 2031, day 30 is 7 March (23 days to 28 February, then 7); complete on 3 February, 5 March.

let server: RequestingServer;
beforeAll(async () => {
  server = await startRequesting();
});
afterAll(() => server.stop());

/** The standing that staff see on a day. */
async function standing(account: string, on: string): Promise<string> {
  const query = 'query ($id: ID!, $on: LocalDate) { verify(subject: { account: $id }, on: $on) { standing } }';
  const { data } = await server.ask('clerk', query, { id: server.account(account), on });
  return data.verify.standing;
}

/** The state of a request on a day. */
async function stateOn(who: 'clerk' | 'bccsa', id: string, on: string): Promise<unknown> {
  const { data } = await server.ask(
    who,
    'query ($id: ID!, $on: LocalDate) { equivalencyRequest(id: $id) { state(on: $on) { status since } } }',
    { id, on },
  );
  return data.equivalencyRequest.state;
}

const reportWsib = (wsibAccount: string, isValid: boolean) =>
  server.ask(
    'wsib',
    `mutation { reportWsibAccount(input: { idempotencyKey: "${wsibAccount}-${isValid}", wsibAccount: "${wsibAccount}", isValid: ${isValid} }) { __typename } }`,
  );

const iso = { standard: 'ISO_45001_2018', isAccredited: true, coversWholeFirm: true, hasOntarioWork: true, expiresOn: '2033-06-30' };

describe('a request for ISO 45001, by the firm, WSIB and a clerk', () => {
  let id = '';
  const clerk = (mutation: string, input = {}) => server.done('clerk', mutation, id, input);

  test('G-6.1.a, R-41: is a draft until it has its three documents', async () => {
    server.to('2031-02-03');
    const draft = await server.begin('alpha', 'A-1', 'ISO_45001');
    id = draft.id;
    expect(draft.state).toEqual({ status: 'DRAFT', since: '2031-02-03', lastDay: null });
    expect(draft.checklist).toEqual([
      { item: 'EQUIVALENCY_FORM', neededFor: 'SUBMISSION', since: null },
      { item: 'ISO_45001_AUDIT_REPORT', neededFor: 'SUBMISSION', since: null },
      { item: 'ISO_45001_CERTIFICATE', neededFor: 'SUBMISSION', since: null },
      { item: 'FEE', neededFor: 'REVIEW', since: null },
    ]);
    await server.send('alpha', id, ['EQUIVALENCY_FORM', 'ISO_45001_AUDIT_REPORT']);
    const { data } = await server.step('alpha', 'submitEquivalencyRequest', id);
    expect(data.submitEquivalencyRequest).toEqual({
      __typename: 'Refused',
      code: 'REQUEST_NOT_READY',
      message: 'Missing: most recent ISO 45001 certificate.',
      reasons: [{ clause: 'G-6.1.a', because: 'Missing: most recent ISO 45001 certificate.' }],
      fr: [{ because: 'Document manquant\u00A0: plus récent certificat ISO\u00A045001.' }],
    });
  });

  test('R-41: is submitted, and is complete on the day its fee is recorded', async () => {
    await server.send('alpha', id, ['ISO_45001_CERTIFICATE']);
    expect((await server.done('alpha', 'stateIsoCertificate', id, iso)).version).toBe(2);
    const submitted = await server.done('alpha', 'submitEquivalencyRequest', id);
    expect(submitted.state.status).toBe('SUBMITTED');
    expect(submitted.clock.state).toBe('NOT_STARTED');
    server.to('2031-02-05');
    const { state, clock, checklist } = await clerk('recordRequestFee');
    expect(state).toEqual({ status: 'UNDER_REVIEW', since: '2031-02-05', lastDay: null });
    expect(checklist.map(({ since }: { since: string }) => since)).toEqual(['2031-02-03', '2031-02-03', '2031-02-03', '2031-02-05']);
    const days = { startedOn: '2031-02-05', originalDueOn: '2031-03-07', dueOn: '2031-03-07' };
    expect(clock).toEqual({ state: 'RUNNING', ...days, isLate: false, isTarget: false, waits: [] });
  });

  test('R-19: the clock stops while IHSA waits, and both due days are shown', async () => {
    server.to('2031-02-10');
    const asked = await clerk('askForDocuments', { askedFor: 'The scope of the audit.' });
    expect(asked.state).toEqual({ status: 'WAITING_FOR_DOCUMENTS', since: '2031-02-10', lastDay: null });
    expect(asked.clock).toMatchObject({ state: 'STOPPED', originalDueOn: '2031-03-07', dueOn: '2031-03-07' });
    server.to('2031-02-14');
    await server.send('alpha', id, ['FURTHER_DOCUMENTATION']);
    expect((await server.read('alpha', id)).clock).toMatchObject({ state: 'STOPPED', originalDueOn: '2031-03-07', dueOn: '2031-03-11' });
    const { data } = await server.step('clerk', 'reportReview', id, { leadAuditor: 'L. Auditor', report: 'Conforms.' });
    expect(data.reportReview).toMatchObject({ code: 'REQUEST_NOT_READY', reasons: [{ clause: 'R-41' }] });
    server.to('2031-02-20');
    const { state, clock } = await clerk('recordDocumentsReceived');
    expect(state).toEqual({ status: 'UNDER_REVIEW', since: '2031-02-20', lastDay: null });
    expect(clock).toMatchObject({ state: 'RUNNING', originalDueOn: '2031-03-07', dueOn: '2031-03-17', isLate: false });
    expect(clock.waits).toEqual([{ from: '2031-02-10', to: '2031-02-20', askedFor: 'The scope of the audit.' }]);
  });

  test('G-6.1.b, R-40: says what is missing for a certificate while the account is not reported as valid', async () => {
    const review = { isKnown: true, clauses: ['G-6.1.a'] };
    expect((await server.read('alpha', id)).grantable).toEqual({
      grant: 'NOTHING',
      lastDay: null,
      missing: [
        { grant: 'CERTIFICATE_ONE_YEAR', ...review },
        { grant: 'CERTIFICATE_ONE_YEAR', isKnown: false, clauses: ['G-6.1.b', 'F-25'] },
        { grant: 'BIDDING_ONLY_RECIPROCITY', ...review },
      ],
    });
    expect((await reportWsib('1000001', true)).errors).toBeUndefined();
    expect((await server.read('alpha', id)).grantable.missing).toEqual([
      { grant: 'CERTIFICATE_ONE_YEAR', ...review },
      { grant: 'BIDDING_ONLY_RECIPROCITY', ...review },
    ]);
  });

  test('G-6.1.a: is not approved before the report on its review', async () => {
    server.to('2031-03-17');
    const { data } = await server.step('clerk', 'decideEquivalencyRequest', id, { grant: 'CERTIFICATE_ONE_YEAR' });
    expect(data.decideEquivalencyRequest).toMatchObject({ code: 'REQUEST_NOT_READY', reasons: [{ clause: 'G-6.1.a' }] });
    const { clock, grantable } = await clerk('reportReview', { leadAuditor: 'L. Auditor', report: 'Conforms.' });
    expect(grantable).toEqual({ grant: 'CERTIFICATE_ONE_YEAR', lastDay: '2032-03-16', missing: [] });
    expect(clock).toMatchObject({ state: 'REVIEWED', dueOn: '2031-03-17', isLate: false });
  });

  test('G-6.1.a, R-20: is granted, and the certificate of a year is issued with it', async () => {
    server.to('2031-03-18');
    const { state, decision } = await clerk('decideEquivalencyRequest', { grant: 'CERTIFICATE_ONE_YEAR' });
    expect(state).toEqual({ status: 'GRANTED', since: '2031-03-18', lastDay: '2032-03-17' });
    expect(decision).toMatchObject({ on: '2031-03-18', grant: 'CERTIFICATE_ONE_YEAR', judgement: null, biddingDocument: null });
    expect(decision.certificate).toMatchObject({ basis: 'ISO_45001_EQUIVALENCY', issuedOn: '2031-03-18', endsOn: '2032-03-17' });
    expect(decision.certificate.number).toMatch(/^COR-2031-/);
    expect(await standing('A-1', '2031-03-18')).toBe('CERTIFIED');
    expect(await standing('A-1', '2032-03-17')).toBe('CERTIFIED');
    expect(await standing('A-1', '2032-03-18')).toBe('EXPIRED');
    expect(await stateOn('clerk', id, '2032-03-17')).toEqual({ status: 'GRANTED', since: '2031-03-18' });
    expect(await stateOn('clerk', id, '2032-03-18')).toEqual({ status: 'EXPIRED', since: '2032-03-18' });
  });

  test('records every status in turn in the outbox, and the change of standing', async () => {
    const rows = await server.dataSource.query(
      `select coalesce(before_status, '-') || ' ' || after_status || ' ' || effective_on as told from change where kind = 'EQUIVALENCY_REQUEST' order by id`,
    );
    expect(rows.map(({ told }: { told: string }) => told)).toEqual([
      '- DRAFT 2031-02-03',
      'DRAFT SUBMITTED 2031-02-03',
      'SUBMITTED UNDER_REVIEW 2031-02-05',
      'UNDER_REVIEW WAITING_FOR_DOCUMENTS 2031-02-10',
      'WAITING_FOR_DOCUMENTS UNDER_REVIEW 2031-02-20',
      'UNDER_REVIEW GRANTED 2031-03-18',
    ]);
    const standings = await server.dataSource.query(`select before_standing, after_standing from change where kind = 'STANDING'`);
    expect(standings).toEqual([{ before_standing: 'NOT_REGISTERED', after_standing: 'CERTIFIED' }]);
  });

  test('is described in French too', async () => {
    const words = 'state { label french: label(locale: FR) } decision { label(locale: FR) reasons(locale: FR) { because } }';
    const { state, decision } = await server.read('alpha', id, words);
    expect([state, decision.label]).toEqual([{ label: 'granted', french: 'approuvée' }, 'certificat de reconnaissance pour un an']);
    expect(
      (await server.read('alpha', id, 'checklist { label(locale: FR) reason(locale: FR) { clause because } }')).checklist.at(-1),
    ).toEqual({
      label: 'frais d’examen',
      reason: { clause: 'G-6.1.a', because: 'Les frais d’examen ont été consignés le 5\u00A0février\u00A02031.' },
    });
    expect(decision.reasons.map(({ because }: { because: string }) => because)).toContain(
      'La portée de la vérification comprend des travaux représentatifs en Ontario.',
    );
  });

  test('R-41: once decided, it is closed; a renewal is a new request (R-20)', async () => {
    for (const [who, mutation] of [
      ['alpha', 'withdrawEquivalencyRequest'],
      ['clerk', 'recordDocumentsReceived'],
    ] as const) {
      const { data } = await server.step(who, mutation, id);
      expect(data[mutation]).toMatchObject({ code: 'REQUEST_CLOSED', reasons: [{ clause: 'R-41' }] });
    }
    const renewal = await server.begin('alpha', 'A-1', 'ISO_45001');
    expect(renewal.state.status).toBe('DRAFT');
    expect((await server.done('alpha', 'withdrawEquivalencyRequest', renewal.id)).state.status).toBe('WITHDRAWN');
  });

  test('the report is visible to the applicant and staff only, and each read is logged (G-8.a)', async () => {
    const readings = async () =>
      (await server.dataSource.query(`select count(*)::integer as n from audit_log where action = 'readEquivalencyReview'`))[0].n;
    const before = await readings();
    const review = { reportedOn: '2031-03-17', leadAuditor: 'L. Auditor', report: 'Conforms.' };
    for (const who of ['alpha', 'clerk'] as const)
      expect(await server.read(who, id, 'review { reportedOn leadAuditor report }')).toEqual({ review });
    expect(await readings()).toBe(before + 2);
  });

  test('a certificate recorded in error is removed, and the request keeps its decision', async () => {
    const { data } = await server.ask(
      'clerk',
      'query ($id: ID!) { equivalencyRequest(id: $id) { decision { certificate { id version } } } }',
      { id },
    );
    const { certificate } = data.equivalencyRequest.decision;
    const input = { certificate: certificate.id, expectedVersion: certificate.version, reason: 'Wrong account.', recordedInError: true };
    const query = 'mutation ($input: CorrectCertificateInput!) { correctCertificate(input: $input) { __typename } }';
    expect((await server.ask('clerk', query, { input })).data.correctCertificate.__typename).toBe('Certificate');
    expect((await server.read('alpha', id, 'decision { grant certificate { id } }')).decision).toEqual({
      grant: 'CERTIFICATE_ONE_YEAR',
      certificate: null,
    });
    expect(await standing('A-1', '2031-03-18')).toBe('NOT_REGISTERED');
  });
});

describe('a request on the ministry’s accreditation', () => {
  let request: ReadRequest;

  test('G-6.2.a, R-40: without a valid WSIB account nothing can be granted', async () => {
    server.to('2031-02-03');
    const { id } = await server.begin('beta', 'A-2', 'MLITSD_ACCREDITATION');
    await server.send('beta', id, neededDocuments.MLITSD_ACCREDITATION);
    await server.done('beta', 'submitEquivalencyRequest', id);
    await server.done('clerk', 'recordRequestFee', id);
    request = await server.done('clerk', 'reportReview', id, { leadAuditor: 'L. Auditor', report: 'Conforms.' });
    expect(request.clock).toMatchObject({ startedOn: '2031-02-03', originalDueOn: '2031-03-05', state: 'REVIEWED' });
    expect(request.grantable).toMatchObject({
      grant: 'NOTHING',
      lastDay: null,
      missing: [{ grant: 'CERTIFICATE_ONE_YEAR', isKnown: false, clauses: ['G-1.2.a'] }],
    });
    const { data } = await server.step('clerk', 'decideEquivalencyRequest', id, { grant: 'CERTIFICATE_ONE_YEAR' });
    expect(data.decideEquivalencyRequest).toMatchObject({ code: 'GRANT_NOT_POSSIBLE', reasons: [{ clause: 'G-1.2.a' }] });
    const bidding = await server.step('clerk', 'decideEquivalencyRequest', id, { grant: 'BIDDING_ONLY_RECIPROCITY' });
    expect(bidding.data.decideEquivalencyRequest).toMatchObject({ code: 'GRANT_NOT_POSSIBLE', reasons: [{ clause: 'G-6.2.a' }] });
  });

  test('G-6.2.a: with one it is granted a certificate for a year', async () => {
    await reportWsib('1000002', true);
    const { state, decision } = await server.done('clerk', 'decideEquivalencyRequest', request.id, { grant: 'CERTIFICATE_ONE_YEAR' });
    expect(state).toEqual({ status: 'GRANTED', since: '2031-02-03', lastDay: '2032-02-02' });
    expect(decision.certificate).toMatchObject({ basis: 'MLITSD_EQUIVALENCY', issuedOn: '2031-02-03', endsOn: '2032-02-02' });
    expect(await standing('A-2', '2032-02-02')).toBe('CERTIFIED');
    expect(await standing('A-2', '2032-02-03')).toBe('EXPIRED');
  });
});

describe('a request for reciprocity, by a firm without a WSIB account (R-22)', () => {
  let id = '';

  test('G-5.a, F-16: is under review once submitted: no source names a fee, and the due day is a target', async () => {
    server.to('2031-02-03');
    ({ id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE'));
    await server.send('gamma', id, neededDocuments.OUT_OF_PROVINCE);
    await server.done('gamma', 'stateHostCor', id, { association: 'BCCSA', isCurrent: true, expiresOn: '2031-08-31' });
    await server.done('gamma', 'stateOntarioOffice', id, { hasOffice: false });
    expect(await server.read('bccsa', id)).toBeNull();
    const { state, clock } = await server.done('gamma', 'submitEquivalencyRequest', id);
    expect(state).toEqual({ status: 'UNDER_REVIEW', since: '2031-02-03', lastDay: null });
    expect(clock).toMatchObject({ originalDueOn: '2031-03-05', isTarget: true });
    const fee = await server.step('clerk', 'recordRequestFee', id);
    expect(fee.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.request' });
  });

  test('the association named in it sees the firm and the status, and nothing else; another sees nothing', async () => {
    server.to('2031-02-04');
    const fields = 'id kind applicant { legalName businessNumber } account { id } state { status since }';
    const hidden = 'createdOn submittedOn hostCor { association } documents { fileName } checklist { item } clock { state }';
    const more = 'grantable { grant } review { report } decision { grant } isoCertificate { standard } version';
    expect(await server.read('bccsa', id, `${fields} ${hidden} ${more}`)).toEqual({
      id,
      kind: 'OUT_OF_PROVINCE',
      applicant: { legalName: 'Gamma Builders Inc.', businessNumber: null },
      account: null,
      state: { status: 'UNDER_REVIEW', since: '2031-02-03' },
      ...{ createdOn: null, submittedOn: null, hostCor: null, documents: null, checklist: null, clock: null },
      ...{ grantable: null, review: null, decision: null, isoCertificate: null, version: null },
    });
    const listed = 'query { equivalencyRequests { totalCount nodes { id } } }';
    expect((await server.ask('bccsa', listed)).data.equivalencyRequests).toEqual({ totalCount: 1, nodes: [{ id }] });
    expect((await server.ask('acsa', listed)).data.equivalencyRequests).toEqual({ totalCount: 0, nodes: [] });
    expect(await server.read('acsa', id)).toBeNull();
    const { errors } = await server.ask(
      'bccsa',
      'mutation ($input: WithdrawEquivalencyRequestInput!) { withdrawEquivalencyRequest(input: $input) { __typename } }',
      {
        input: { request: id, expectedVersion: 1 },
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('F-16: without the transcript an interim letter is refused; with it, the letter is granted to the end that staff set', async () => {
    const refused = await server.step('clerk', 'decideEquivalencyRequest', id, { grant: 'INTERIM_LOGS' });
    expect(refused.data.decideEquivalencyRequest).toMatchObject({ code: 'GRANT_NOT_POSSIBLE', reasons: [{ clause: 'F-16' }] });
    await server.send('gamma', id, ['INTERNAL_AUDITOR_TRANSCRIPT']);
    expect((await server.read('gamma', id)).grantable).toEqual({ grant: 'INTERIM_LOGS', lastDay: '2031-08-31', missing: [] });
    const late = await server.step('clerk', 'decideEquivalencyRequest', id, { grant: 'INTERIM_LOGS', lastDay: '2031-09-01' });
    expect(late.data.decideEquivalencyRequest).toMatchObject({ code: 'GRANT_NOT_POSSIBLE', reasons: [{ clause: 'R-21' }] });
    const { state, decision } = await server.done('clerk', 'decideEquivalencyRequest', id, {
      grant: 'INTERIM_LOGS',
      lastDay: '2031-06-30',
    });
    expect(state).toEqual({ status: 'GRANTED_FOR_BIDDING_ONLY', since: '2031-02-04', lastDay: '2031-06-30' });
    expect(decision).toMatchObject({ certificate: null, biddingDocument: { issuedOn: '2031-02-04', lastDay: '2031-06-30' } });
    const { number } = decision.biddingDocument;
    const proof = await server.ask(null, 'query ($number: String!) { proof(number: $number) { kind organizationName } }', { number });
    expect(proof.data.proof).toEqual({ kind: 'INTERIM_LETTER_OF_GOOD_STANDING', organizationName: 'Gamma Builders Inc.' });
    expect(await standing('A-3', '2031-06-30')).toBe('BIDDING_ONLY');
    expect(await standing('A-3', '2031-07-01')).toBe('NOT_REGISTERED');
    expect(await stateOn('bccsa', id, '2031-02-04')).toEqual({ status: 'GRANTED_FOR_BIDDING_ONLY', since: '2031-02-04' });
    expect(await stateOn('bccsa', id, '2031-07-01')).toEqual({ status: 'EXPIRED', since: '2031-07-01' });
    expect(await stateOn('bccsa', id, '2031-02-02')).toBeNull();
  });
});

describe('the federation', () => {
  test('X-9: has two members each in Saskatchewan and Manitoba, with a source and a day', async () => {
    const { data } = await server.ask(
      null,
      '{ sk: associations(province: SK) { id source checkedOn } mb: associations(province: MB) { id } pe: associations(province: PE) { id } all: associations { id } qc: associations(province: QC) { issuesCor isSure } }',
    );
    expect(data.sk.map(({ id }: { id: string }) => id)).toEqual(['SCSA', 'HCSAS']);
    expect(data.mb.map(({ id }: { id: string }) => id)).toEqual(['CSAM', 'MHCA']);
    expect(data.sk[0]).toMatchObject({ source: expect.stringContaining('X-9'), checkedOn: '2026-11-22' });
    expect([data.pe, data.all.length, data.qc]).toEqual([[], 13, [{ issuesCor: null, isSure: false }]]);
    const french = await server.ask(null, '{ associations(province: AB, locale: FR) { issuer source } }');
    expect(french.data.associations).toEqual([
      { issuer: 'gouvernement de l’Alberta', source: 'X-9\u00A0: les pages de la fédération et de ses membres' },
    ]);
  });
});

describe('rights', () => {
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
        for (const request of [id, absent])
          expect(await send('beta', mutation, { request, expectedVersion: 1, ...input })).toEqual(notFound);
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
});
