import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditLogRow } from '../../src/database/tables/audit-log.table.ts';
import { ChangeRow } from '../../src/database/tables/change.table.ts';
import { DocumentNumberRow } from '../../src/database/tables/document-number.table.ts';
import { FactHistoryRow } from '../../src/database/tables/fact-history.table.ts';
import { IdempotencyKeyRow } from '../../src/database/tables/idempotency-key.table.ts';
import { RecordingRow } from '../../src/database/tables/recording.table.ts';
import { StandingPeriodHistoryRow } from '../../src/database/tables/standing-period.table.ts';
import { decodeReasons } from '../../src/standing/reasons.ts';
import { type MutationName, mutations, only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. One account a test, so that none disturbs another.
const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...['fresh', 'lost', 'moved', 'due', 'late', 'early', 'revoked', 'twice', 'registered', 'empty', 'certified', 'audited', 'same'].map(
      (name, at) => `${name},O-1,${1000001 + at}`,
    ),
    'without,O-2,',
  ],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,fresh,2031-01-05,',
    'R-2,registered,2031-01-05,',
    'R-3,lost,2027-01-05,',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-2,lost,COR_2020,EXTERNAL_AUDIT,2028-03-01',
    'C-3,moved,COR_2020,EXTERNAL_AUDIT,2030-03-10',
    'C-4,due,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-5,late,COR_2020,EXTERNAL_AUDIT,2029-12-09',
    'C-6,early,COR_2020,EXTERNAL_AUDIT,2030-03-10',
    'C-7,revoked,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-8,twice,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-11,certified,COR_2020,EXTERNAL_AUDIT,2030-06-01',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-6,C-6,2,2031-03-01'],
  revocations: ['revocation,account,from,lifted_on,reason,document', 'V-7,revoked,2031-02-01,,Fraud,File 7'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'A-1,audited,EXTERNAL,COR_2020,2031-01-10,2031-01-12,,2031-02-01,,A. Auditor,Audits Inc.,79.99,100.00',
  ],
  element_scores: ['audit,element,score', ...Array.from({ length: 14 }, (_, at) => `A-1,${at + 1},90.00`)],
};

let server: WritingServer;

beforeAll(async () => {
  server = await startWriting(facts);
});

afterAll(() => server.stop());

const number = /^COR-2031-[0-9A-HJKMNP-TV-Z]{10}$/;

describe('issueCertificate', () => {
  test('issues the certificate, updates its standing, the outbox and the audit log, all under one recording', async () => {
    const { id: account } = await server.file('1000001');
    const knownBefore = await server.instant();
    const supported = await server.issuable(account, today, { registers: false });
    const input = { idempotencyKey: 'first', ...supported, standard: 'COR_2020', note: 'By post' };
    const { data, errors, headers } = await server.mutate('issueCertificate', input);
    expect(errors).toBeUndefined();
    const issued = data.issueCertificate;
    expect(issued).toEqual({
      __typename: 'Certificate',
      id: issued.id,
      number: expect.stringMatching(number),
      standard: 'COR_2020',
      basis: 'EXTERNAL_AUDIT',
      issuedOn: today,
      endsOn: '2034-03-10',
      version: 1,
    });
    // A1 = 10 March 2032: day 31 is 10 April, day 91 is 9 June.
    expect(await server.timeline('1000001')).toEqual([
      '0001-01-01 NOT_REGISTERED',
      '2031-01-05 REGISTERED',
      '2031-03-10 CERTIFIED',
      '2032-04-10 PENDING',
      '2032-06-09 CERTIFICATION_LOST',
    ]);
    const actor = `First clerk (key ${server.clerk.split('_')[1]})`;
    const accountId = uuidOf(account);
    const recording = only((await server.rows(RecordingRow)).filter((each) => each.actor === actor));
    expect(recording.reason).toBe('By post');
    expect((await server.rows(StandingPeriodHistoryRow)).filter((each) => each.accountId === accountId)).toMatchObject([
      { validFrom: '0001-01-01', standing: 'NOT_REGISTERED', endedByRecordingId: recording.id },
      { validFrom: '2031-01-05', standing: 'REGISTERED', endedByRecordingId: recording.id },
    ]);
    const change = only((await server.rows(ChangeRow)).filter((each) => each.accountId === accountId));
    expect(change).toMatchObject({
      kind: 'STANDING',
      position: null,
      effectiveOn: today,
      beforeStanding: 'REGISTERED',
      afterStanding: 'CERTIFIED',
      recordingId: recording.id,
    });
    expect(change.beforePeriod).toMatchObject({
      standing: 'REGISTERED',
      validFrom: '2031-01-05',
      validTo: null,
      certificateNumber: null,
    });
    expect(change.afterPeriod).toMatchObject({
      standing: 'CERTIFIED',
      validFrom: today,
      validTo: '2032-04-10',
      nextStanding: 'PENDING',
      certificateNumber: issued.number,
      certificateIssuedOn: today,
    });
    expect(decodeReasons(change.afterPeriod?.reasons ?? '[]')).toContainEqual({
      clause: 'G-2.4.h',
      holds: true,
      decides: true,
      because: { id: 'certificate-issued', values: { certificate: issued.number, issuedOn: today } },
    });
    expect(only((await server.rows(AuditLogRow)).filter((each) => each.action === 'issueCertificate'))).toMatchObject({
      actor,
      subject: accountId,
      requestId: headers['x-request-id'],
      details: { recording: recording.id, input },
    });
    expect(await server.rows(DocumentNumberRow)).toContainEqual({ number: issued.number, kind: 'CERTIFICATE' });
    expect(only(await server.rows(IdempotencyKeyRow))).toMatchObject({ actor, operation: 'issueCertificate', key: 'first' });
    expect(await server.standing('1000001', today, knownBefore)).toBe('REGISTERED');
    expect(await server.standing('1000001', today, await server.instant())).toBe('CERTIFIED');
  });

  test('is refused after a loss without a registration since, with the clause in both languages, and leaves nothing', async () => {
    const tables = ['certificate', 'standing_period_history', 'change', 'audit_log', 'recording', 'idempotency_key', 'document_number'];
    const { id: account } = await server.file('1000002');
    const input = await server.issuable(account, today, { registers: false });
    const before = await Promise.all(tables.map(server.count));
    const { data } = await server.mutate('issueCertificate', input);
    // C-2 of 1 March 2028 had no letter for year 2: due 1 March 2029, lost on day 91, 31 May 2029.
    expect(data.issueCertificate).toEqual({
      __typename: 'Refused',
      code: 'REGISTRATION_NEEDED',
      message:
        'The certification was lost on 31 May 2029: a certificate dated 10 March 2031 needs a registration confirmed since then and still in effect.',
      en: [
        {
          clause: 'R-13',
          holds: true,
          decides: true,
          because:
            'The certification was lost on 31 May 2029: a certificate dated 10 March 2031 needs a registration confirmed since then and still in effect.',
        },
      ],
      fr: [
        {
          because:
            'La certification a été perdue le 31\u00A0mai\u00A02029\u00A0: un certificat du 10\u00A0mars\u00A02031 exige une inscription confirmée depuis et toujours en vigueur.',
          unofficial: true,
        },
      ],
    });
    expect(await Promise.all(tables.map(server.count))).toEqual(before);
  });

  test('for the older COR is refused after COR 2020', async () => {
    const { id: account } = await server.file('1000003');
    const { data } = await server.mutate('issueCertificate', { ...(await server.issuable(account)), standard: 'COR' });
    // An audit with the tool of COR 2020 does not earn it either.
    expect(data.issueCertificate).toMatchObject({ code: 'STANDARD_NOT_POSSIBLE', en: [{ clause: 'F-12' }, { clause: 'G-2.4.h' }] });
  });

  test('is refused while a revocation stands', async () => {
    const { id: account } = await server.file('1000007');
    const input = await server.issuable(account, '2031-01-31');
    const { data } = await server.mutate('issueCertificate', { ...input, issuedOn: '2031-01-31' });
    expect(data.issueCertificate).toMatchObject({ code: 'REVOCATION_STANDS', en: [{ clause: 'R-29' }] });
  });

  test('is refused to a firm without a WSIB account', async () => {
    const [account]: { id: string }[] = await server.dataSource.query(`select id from account where reference = 'without'`);
    const id = Buffer.from(`Account:${account?.id}`).toString('base64url');
    const { data } = await server.mutate('issueCertificate', await server.issuable(id));
    expect(data.issueCertificate).toMatchObject({ code: 'CERTIFICATE_NOT_POSSIBLE', en: [{ clause: 'R-22' }] });
  });

  test('is refused on an audit that did not pass, and on one of another account it is bad input', async () => {
    const { id: account } = await server.file('1000012');
    const named = await server.issuable(account, today, { external: { overall: '79.99' } });
    const { data } = await server.mutate('issueCertificate', named);
    // Overall 79.99 against the 80 of G-2.3.
    expect(data.issueCertificate).toMatchObject({ code: 'AUDIT_DOES_NOT_SUPPORT', en: [{ clause: 'G-2.3' }] });
    const { errors } = await server.mutate('issueCertificate', { ...named, account: (await server.file('1000010')).id });
    expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.audit' });
  });

  test('the second of a kind on one day is refused', async () => {
    const { id: account } = await server.file('1000013');
    const first = await server.mutate('issueCertificate', await server.issuable(account));
    expect(first.data.issueCertificate.__typename).toBe('Certificate');
    const { data } = await server.mutate('issueCertificate', await server.issuable(account));
    expect(data.issueCertificate).toMatchObject({ code: 'ALREADY_ISSUED', en: [{ clause: 'R-32' }] });
  });

  test('a future day, an unknown account and a malformed id are bad input', async () => {
    const { id: account } = await server.file('1000010');
    const future = await server.mutate('issueCertificate', { account, standard: 'COR_2020', issuedOn: '2031-03-11' });
    expect(only(future.errors ?? [])).toMatchObject({
      message: 'input.issuedOn must be today in Toronto or an earlier day.',
      extensions: { code: 'BAD_USER_INPUT', field: 'input.issuedOn' },
    });
    const nobody = Buffer.from('Account:00000000-0000-4000-8000-000000000000').toString('base64url');
    const unknown = await server.mutate('issueCertificate', { account: nobody, standard: 'COR_2020' });
    expect(only(unknown.errors ?? []).extensions.code).toBe('NOT_FOUND');
    const malformed = await server.mutate('issueCertificate', { account: 'SECRET', standard: 'COR_2020' });
    expect(only(malformed.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.account' });
    expect(malformed.text).not.toContain('SECRET');
  });
});

describe('issueLetterOfGoodStanding', () => {
  test('issues a letter before the anniversary: today’s standing stays, the forecast changes', async () => {
    const { id, certificates } = await server.file('1000004');
    // A1 = 15 March 2031. Without the letter pending from 15 April, lost from 14 June 2031.
    expect(await server.timeline('1000004')).toEqual([
      '0001-01-01 NOT_REGISTERED',
      '2030-03-15 CERTIFIED',
      '2031-04-15 PENDING',
      '2031-06-14 CERTIFICATION_LOST',
    ]);
    const input = await server.issuableLetter(only(certificates).id);
    const { data } = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 2 });
    expect(data.issueLetterOfGoodStanding).toMatchObject({ number: expect.stringMatching(number), year: 2, issuedOn: today, version: 1 });
    // With it: that for year 3 is due on 15 March 2032, pending from 15 April, lost from 14 June 2032.
    expect(await server.timeline('1000004')).toEqual([
      '0001-01-01 NOT_REGISTERED',
      '2030-03-15 CERTIFIED',
      '2031-03-10 CERTIFIED',
      '2032-04-15 PENDING',
      '2032-06-14 CERTIFICATION_LOST',
    ]);
    expect(only((await server.rows(ChangeRow)).filter(({ accountId }) => accountId === uuidOf(id)))).toMatchObject({
      kind: 'DOCUMENT',
      effectiveOn: today,
      beforeStanding: 'CERTIFIED',
      afterStanding: 'CERTIFIED',
      beforePeriod: { letterNumber: null, holdsUntil: '2031-04-15' },
      afterPeriod: { letterNumber: data.issueLetterOfGoodStanding.number, holdsUntil: '2032-04-15' },
    });
  });

  test('is refused on day 91, when the certification is lost', async () => {
    // C-5 of 9 December 2029: A1 = 9 December 2030, day 91 is 10 March 2031.
    const { certificates } = await server.file('1000005');
    const input = await server.issuableLetter(only(certificates).id);
    const { data } = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 2 });
    expect(data.issueLetterOfGoodStanding).toMatchObject({
      code: 'LETTER_TOO_LATE',
      message: 'The letter for year 2 was due on 9 December 2030: one dated 10 March 2031 comes after day 90 and restores nothing.',
      en: [{ clause: 'R-8' }],
    });
  });

  test('is issued on day 90, and the account is certified again from that day', async () => {
    const { certificates } = await server.file('1000005');
    const { data } = await server.mutate('issueLetterOfGoodStanding', {
      ...(await server.issuableLetter(only(certificates).id, '2031-03-09')),
      year: 2,
      issuedOn: '2031-03-09',
    });
    expect(data.issueLetterOfGoodStanding.__typename).toBe('LetterOfGoodStanding');
    expect(await server.standing('1000005', '2031-03-08')).toBe('PENDING');
    expect(await server.standing('1000005', '2031-03-09')).toBe('CERTIFIED');
  });

  test('for year 3 is refused on the first anniversary, outside its window', async () => {
    const { certificates } = await server.file('1000006');
    const input = await server.issuableLetter(only(certificates).id);
    const { data } = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 3 });
    // An audit received on the anniversary is not one for year 3 either.
    expect(data.issueLetterOfGoodStanding).toMatchObject({ code: 'LETTER_TOO_EARLY', en: [{ clause: 'R-9' }, { clause: 'G-2.4.j' }] });
  });

  test('any year except 2 and 3 is bad input', async () => {
    const { certificates } = await server.file('1000006');
    const { errors } = await server.mutate('issueLetterOfGoodStanding', { certificate: only(certificates).id, year: 4 });
    expect(only(errors ?? [])).toMatchObject({ message: 'input.year must be 2 or 3.', extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('confirmRegistration and withdrawRegistration', () => {
  test('a registration is confirmed with a number from this registry, and is in effect until it is withdrawn', async () => {
    const { id: account } = await server.file('1000010');
    const { data } = await server.mutate('confirmRegistration', { account, confirmedOn: '2031-03-01' });
    const { id, version } = data.confirmRegistration;
    expect(data.confirmRegistration).toEqual({
      __typename: 'Registration',
      id,
      number: expect.stringMatching(number),
      confirmedOn: '2031-03-01',
      withdrawnOn: null,
      version: 1,
    });
    const again = await server.mutate('confirmRegistration', { account });
    expect(again.data.confirmRegistration).toMatchObject({ code: 'ALREADY_REGISTERED', en: [{ clause: 'R-31' }] });
    const withdrawn = await server.mutate('withdrawRegistration', {
      registration: id,
      expectedVersion: version,
      withdrawnOn: '2031-03-20',
    });
    expect(withdrawn.data.withdrawRegistration).toMatchObject({ withdrawnOn: '2031-03-20', version: 2 });
    expect(await server.timeline('1000010')).toEqual(['0001-01-01 NOT_REGISTERED', '2031-03-01 REGISTERED', '2031-03-20 NOT_REGISTERED']);
    const twice = await server.mutate('withdrawRegistration', { registration: id, expectedVersion: 2 });
    expect(twice.data.withdrawRegistration).toMatchObject({ code: 'NOT_STANDING', en: [{ clause: 'G-2.1.b' }] });
    expect(only((await server.rows(FactHistoryRow)).filter(({ factId }) => factId === uuidOf(id)))).toMatchObject({
      fact: 'registration',
      version: 1,
      was: { confirmed_on: '2031-03-01', withdrawn_on: null },
    });
  });

  test('a withdrawal dated before the confirmation is bad input', async () => {
    const { registrations } = await server.file('1000009');
    const { id, version } = only(registrations);
    const { errors } = await server.mutate('withdrawRegistration', {
      registration: id,
      expectedVersion: version,
      withdrawnOn: '2031-01-04',
    });
    expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.withdrawnOn' });
  });
});

describe('recordRevocation and liftRevocation', () => {
  test('a revocation takes effect at once, prevents issuing, and is lifted', async () => {
    const { id: account, certificates } = await server.file('1000008');
    const { data } = await server.mutate('recordRevocation', {
      account,
      from: '2031-03-01',
      reason: 'Records were forged',
      document: 'Letter 12',
    });
    const { id } = data.recordRevocation;
    expect(data.recordRevocation).toEqual({
      __typename: 'Revocation',
      id,
      from: '2031-03-01',
      liftedOn: null,
      reason: 'Records were forged',
      document: 'Letter 12',
      version: 1,
    });
    expect(await server.standing('1000008')).toBe('REVOKED');
    // The days with a different standing begin on 1 March.
    expect(only((await server.rows(ChangeRow)).filter(({ accountId }) => accountId === uuidOf(account)))).toMatchObject({
      kind: 'STANDING',
      effectiveOn: '2031-03-01',
      beforeStanding: 'CERTIFIED',
      afterStanding: 'REVOKED',
    });
    const letter = await server.mutate('issueLetterOfGoodStanding', {
      ...(await server.issuableLetter(only(certificates).id)),
      year: 2,
    });
    expect(letter.data.issueLetterOfGoodStanding).toMatchObject({ code: 'REVOCATION_STANDS', en: [{ clause: 'R-29' }] });
    const second = await server.mutate('recordRevocation', { account, reason: 'Again', document: 'Letter 13' });
    expect(second.data.recordRevocation).toMatchObject({ code: 'REVOCATION_STANDS', en: [{ clause: 'R-29' }] });
    const disorder = await server.mutate('liftRevocation', { revocation: id, expectedVersion: 1, liftedOn: '2031-02-28' });
    expect(only(disorder.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.liftedOn' });
    const lifted = await server.mutate('liftRevocation', { revocation: id, expectedVersion: 1 });
    expect(lifted.data.liftRevocation).toMatchObject({ liftedOn: today, version: 2 });
    expect(await server.standing('1000008')).toBe('CERTIFIED');
    expect(await server.standing('1000008', '2031-03-09')).toBe('REVOKED');
    const twice = await server.mutate('liftRevocation', { revocation: id, expectedVersion: 2 });
    expect(twice.data.liftRevocation).toMatchObject({ code: 'NOT_STANDING', en: [{ clause: 'R-29' }] });
  });

  test('a future revocation changes the forecast, and nothing today', async () => {
    const { id: account } = await server.file('1000011');
    const input = { account, from: '2031-04-01', reason: 'From next month', document: 'Letter 14' };
    expect((await server.mutate('recordRevocation', input)).data.recordRevocation.from).toBe('2031-04-01');
    expect(await server.standing('1000011')).toBe('CERTIFIED');
    expect(await server.standing('1000011', '2031-04-01')).toBe('REVOKED');
  });

  test.each([
    ['a NUL', '\u0000'],
    ['half a character', '\ud800'],
    ['an escape', '\u001b[31m'],
  ])('a text with %s is bad input', async (_what, text) => {
    const { id: account } = await server.file('1000011');
    for (const field of ['reason', 'document']) {
      const { errors } = await server.mutate('recordRevocation', { account, reason: 'r', document: 'd', [field]: `a${text}b` });
      expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    }
    const { errors } = await server.mutate('confirmRegistration', { account, note: text });
    expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.note' });
  });

  test('a revocation without a reason or a document is bad input', async () => {
    const { id: account } = await server.file('1000011');
    for (const empty of [{ reason: '' }, { document: '' }, { document: 'two\nlines' }]) {
      const { errors } = await server.mutate('recordRevocation', { account, reason: 'r', document: 'd', ...empty });
      expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: `input.${Object.keys(empty)[0]}` });
    }
  });
});

describe('callers', () => {
  const names = Object.keys(mutations) as MutationName[];
  const nothing = '00000000-0000-4000-8000-000000000000';
  const nothingElse = '00000000-0000-4000-8000-000000000001';
  const idOf = (type: string, id = nothing) => Buffer.from(`${type}:${id}`).toString('base64url');
  const inputs: Record<MutationName, Record<string, unknown>> = {
    issueCertificate: { account: idOf('Account'), standard: 'COR_2020' },
    correctCertificate: { certificate: idOf('Certificate'), expectedVersion: 1, reason: 'r' },
    issueLetterOfGoodStanding: { certificate: idOf('Certificate'), year: 2 },
    correctLetterOfGoodStanding: { letterOfGoodStanding: idOf('LetterOfGoodStanding'), expectedVersion: 1, reason: 'r' },
    correctBiddingDocument: { biddingDocument: idOf('BiddingDocument'), expectedVersion: 1, reason: 'r' },
    confirmRegistration: { account: idOf('Account') },
    withdrawRegistration: { registration: idOf('Registration'), expectedVersion: 1 },
    correctRegistration: { registration: idOf('Registration'), expectedVersion: 1, reason: 'r' },
    recordRevocation: { account: idOf('Account'), reason: 'r', document: 'd' },
    liftRevocation: { revocation: idOf('Revocation'), expectedVersion: 1 },
    correctRevocation: { revocation: idOf('Revocation'), expectedVersion: 1, reason: 'r' },
    recordSpotCheck: { account: idOf('Account'), correctiveAction: true, scope: 's' },
    recordSpotCheckEvent: { spotCheck: idOf('SpotCheck'), kind: 'VALIDATED', expectedVersion: 1 },
    correctSpotCheck: { spotCheck: idOf('SpotCheck'), expectedVersion: 1, reason: 'r' },
    correctAudit: { audit: idOf('Audit'), expectedVersion: 1, reason: 'r' },
    correctOrganization: { organization: idOf('Organization'), expectedVersion: 1, reason: 'r' },
    correctAccount: { account: idOf('Account'), expectedVersion: 1, reason: 'r' },
    createOrganization: { legalName: 'New Firm Ltd.' },
    mergeOrganizations: { organization: idOf('Organization'), expectedVersion: 1, other: idOf('Organization'), otherExpectedVersion: 1 },
    createAccount: { organization: idOf('Organization') },
    changeWsibAccount: { account: idOf('Account'), wsibAccount: '7000001', expectedVersion: 1 },
    mergeAccounts: { account: idOf('Account'), expectedVersion: 1, other: idOf('Account', nothingElse), otherExpectedVersion: 1 },
  };
  /** All except the one that concerns nothing on record. */
  const ofRecords = names.filter((name) => name !== 'createOrganization');

  test.each(['buyer', 'sose', 'wsib', 'ministry', 'association', 'organization'] as const)('%s may write nothing', async (scope) => {
    const key = await server.keyFor(scope);
    server.statements();
    for (const name of names) {
      const { errors } = await server.mutate(name, inputs[name], key);
      expect([name, only(errors ?? []).extensions.code]).toEqual([name, 'FORBIDDEN']);
    }
    expect(server.statements().filter((text) => !/rate|last_used|from migration/.test(text))).toEqual([]);
  });

  test('a caller without a key may not either; an administrator may', async () => {
    const text = 'mutation ($input: LiftRevocationInput!) { liftRevocation(input: $input) { __typename } }';
    const { errors } = await server.graphql(text, { input: inputs.liftRevocation });
    expect(only(errors ?? []).extensions.code).toBe('FORBIDDEN');
    const admin = await server.keyFor('admin');
    for (const name of ofRecords) {
      const answer = await server.mutate(name, inputs[name], admin);
      expect([name, only(answer.errors ?? []).extensions.code]).toEqual([name, 'NOT_FOUND']);
    }
  });

  test('versions and the file are for staff', async () => {
    const query = '{ account(wsibAccount: "1000001") { version organization { version } file { audits { id } } } }';
    const { data } = await server.graphql(query, {}, { key: await server.keyFor('buyer') });
    expect(data.account).toEqual({ version: null, organization: { version: null }, file: null });
    const { id } = only((await server.file('1000007')).revocations);
    const node = 'query ($id: ID!) { node(id: $id) { id ... on Revocation { reason } } }';
    expect((await server.graphql(node, { id }, { key: await server.keyFor('wsib') })).data.node).toBeNull();
    expect((await server.graphql(node, { id }, { key: server.clerk })).data.node).toEqual({ id, reason: 'Fraud' });
  });

  test('each read of an audit by staff is logged', async () => {
    const before = await server.count('audit_log');
    const { id, audits } = await server.file('1000012');
    const [first] = audits;
    const node = 'query ($id: ID!) { node(id: $id) { ... on Audit { overall } } }';
    expect((await server.graphql(node, { id: first?.id }, { key: server.clerk })).data.node.overall).toBe('79.99');
    const logged = (await server.rows(AuditLogRow)).filter(({ action }) => action === 'readAudits');
    expect(await server.count('audit_log')).toBe(before + 2);
    expect(logged.at(-1)).toMatchObject({ subject: uuidOf(id), details: { audits: [first?.id] } });
  });
});
