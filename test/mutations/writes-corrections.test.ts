import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChangeRow } from '../../src/database/tables/change.table.ts';
import { FactHistoryRow } from '../../src/database/tables/fact-history.table.ts';
import { RecordingRow } from '../../src/database/tables/recording.table.ts';
import { checkTimelines, type TimelineProblem } from '../../src/standing/standing.check.ts';
import { only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. One account a test, so that none disturbs another.
const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...['anniversary', 'letter', 'kept', 'gone', 'error', 'overlap', 'bid', 'check', 'transition', 'registered', 'other'].map(
      (name, at) => `${name},O-1,${2000001 + at}`,
    ),
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,registered,2031-01-05,2031-02-05'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,anniversary,COR_2020,EXTERNAL_AUDIT,2030-03-10',
    'C-2,letter,COR_2020,EXTERNAL_AUDIT,2029-12-08',
    'C-3,kept,COR_2020,EXTERNAL_AUDIT,2029-12-08',
    'C-4,gone,COR_2020,EXTERNAL_AUDIT,2030-01-10',
    'C-5,error,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-6,overlap,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-8,check,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-9,transition,COR,EXTERNAL_AUDIT,2029-06-01',
  ],
  letters: [
    'number,certificate_number,year,issued_on',
    'L-2,C-2,2,2031-03-09',
    'L-3,C-3,2,2031-03-08',
    'L-4,C-4,2,2031-01-10',
    'L-9,C-9,2,2030-06-01',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-7,bid,LETTER_OF_RECIPROCITY,2031-01-15,2031-06-30'],
  spot_checks: ['spot_check,account,received_on,corrective_action', 'S-8,check,2030-12-01,yes'],
  spot_check_events: ['spot_check,on,kind', 'S-8,2031-03-01,IMPLEMENTATION_REPORTED'],
  revocations: [
    'revocation,account,from,lifted_on,reason,document',
    'V-5,error,2031-02-01,,Wrong firm,File 5',
    'V-6a,overlap,2030-10-01,2030-11-01,First,File 6a',
    'V-6b,overlap,2031-02-01,,Second,File 6b',
  ],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'A-9,transition,MAINTENANCE,COR_2020,2030-03-01,2030-03-02,2030-03-10,,,A. Auditor,,80,100',
  ],
  element_scores: ['audit,element,score', ...Array.from({ length: 14 }, (_, at) => `A-9,${at + 1},70`)],
};

let server: WritingServer;

beforeAll(async () => {
  server = await startWriting(facts);
});

afterAll(() => server.stop());

const because = { reason: 'Typed wrongly from the paper' };
const changesOf = async (account: string) => (await server.rows(ChangeRow)).filter(({ accountId }) => accountId === uuidOf(account));

describe('correctCertificate', () => {
  test('moves the anniversary, keeps the previous version, and says why', async () => {
    const { id: account, certificates } = await server.file('2000001');
    const { id: certificate, version } = only(certificates);
    const knownBefore = await server.instant();
    const { data } = await server.mutate('correctCertificate', {
      ...because,
      certificate,
      expectedVersion: version,
      issuedOn: '2030-02-01',
    });
    expect(data.correctCertificate).toMatchObject({
      id: certificate,
      number: 'C-1',
      issuedOn: '2030-02-01',
      endsOn: '2033-02-01',
      version: 2,
    });
    // A1 = 1 February 2031: day 31 is 4 March, so it is pending today; day 91 is 3 May.
    expect(await server.timeline('2000001')).toEqual([
      '0001-01-01 NOT_REGISTERED',
      '2030-02-01 CERTIFIED',
      '2031-03-04 PENDING',
      '2031-05-03 CERTIFICATION_LOST',
    ]);
    const history = only((await server.rows(FactHistoryRow)).filter(({ factId }) => factId === uuidOf(certificate)));
    expect(history).toMatchObject({
      fact: 'certificate',
      version: 1,
      reason: because.reason,
      was: { number: 'C-1', issued_on: '2030-03-10' },
    });
    expect(history.actor).toMatch(/^First clerk \(key [0-9a-f]{16}\)$/);
    const recording = only((await server.rows(RecordingRow)).filter(({ id }) => id === history.recordingId));
    expect(recording.reason).toBe(because.reason);
    // The run of different days around today begins on 4 March: certified before, pending now.
    expect(only(await changesOf(account))).toMatchObject({
      kind: 'STANDING',
      effectiveOn: '2031-03-04',
      beforeStanding: 'CERTIFIED',
      afterStanding: 'PENDING',
      recordingId: recording.id,
    });
    expect(await server.standing('2000001', today, knownBefore)).toBe('CERTIFIED');
    expect(await server.standing('2000001', today, await server.instant())).toBe('PENDING');
  });

  test('removes one recorded in error only after its letter; then it counts as never recorded', async () => {
    const { id: account, certificates, lettersOfGoodStanding } = await server.file('2000004');
    const error = { ...because, expectedVersion: 1, recordedInError: true };
    const refused = await server.mutate('correctCertificate', { ...error, certificate: only(certificates).id });
    expect(refused.data.correctCertificate).toMatchObject({ code: 'STILL_NEEDED', en: [{ clause: 'G-2.0' }] });
    const letter = await server.mutate('correctLetterOfGoodStanding', { ...error, letterOfGoodStanding: only(lettersOfGoodStanding).id });
    expect(letter.data.correctLetterOfGoodStanding).toMatchObject({ number: 'L-4', version: null });
    const gone = await server.mutate('correctCertificate', { ...error, certificate: only(certificates).id });
    expect(gone.data.correctCertificate).toMatchObject({ number: 'C-4', version: null });
    expect(await server.timeline('2000004')).toEqual(['0001-01-01 NOT_REGISTERED']);
    const after = await server.file('2000004');
    expect([after.certificates, after.lettersOfGoodStanding]).toEqual([[], []]);
    expect((await changesOf(account)).at(-1)).toMatchObject({
      kind: 'STANDING',
      effectiveOn: '2030-01-10',
      beforeStanding: 'PENDING',
      afterStanding: 'NOT_REGISTERED',
    });
    const again = await server.mutate('correctCertificate', { ...error, certificate: only(certificates).id });
    expect(only(again.errors ?? []).extensions.code).toBe('NOT_FOUND');
  });

  test('that repeats what is on record is bad input, and so is a future day or the basis of another kind of document', async () => {
    const { id: certificate, version } = only((await server.file('2000006')).certificates);
    const known = { ...because, certificate, expectedVersion: version };
    const same = await server.mutate('correctCertificate', { ...known, issuedOn: '2030-06-01', standard: 'COR_2020' });
    expect(only(same.errors ?? [])).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'input' } });
    const future = await server.mutate('correctCertificate', { ...known, issuedOn: '2031-03-11' });
    expect(only(future.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.issuedOn' });
    const bidding = await server.mutate('correctCertificate', { ...known, basis: 'INTERIM_LOGS' });
    expect(only(bidding.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.basis' });
    const silent = await server.mutate('correctCertificate', { ...known, reason: '', issuedOn: '2030-05-01' });
    expect(only(silent.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
  });
});

describe('correctLetterOfGoodStanding', () => {
  test('to a day that the law would have refused is refused, unless staff confirm that it was so', async () => {
    // C-3 of 8 December 2029: A1 = 8 December 2030, day 90 is 8 March 2031, day 91 is 9 March.
    const { id: letterOfGoodStanding, version } = only((await server.file('2000003')).lettersOfGoodStanding);
    const input = { ...because, letterOfGoodStanding, expectedVersion: version, issuedOn: '2031-03-09' };
    const refused = await server.mutate('correctLetterOfGoodStanding', input);
    expect(refused.data.correctLetterOfGoodStanding).toMatchObject({ code: 'LETTER_TOO_LATE', en: [{ clause: 'R-8' }] });
    expect(await server.standing('2000003')).toBe('CERTIFIED');
    const kept = await server.mutate('correctLetterOfGoodStanding', { ...input, keepAgainstTheLaw: true });
    expect(kept.data.correctLetterOfGoodStanding).toMatchObject({ issuedOn: '2031-03-09', version: 2 });
    expect(await server.standing('2000003')).toBe('CERTIFICATION_LOST');
  });

  test('of one that an import kept against the law restores what it should have restored', async () => {
    // L-2 of day 91 did not count; it was issued on day 90.
    expect(await server.standing('2000002')).toBe('CERTIFICATION_LOST');
    const { id: letterOfGoodStanding, version } = only((await server.file('2000002')).lettersOfGoodStanding);
    const input = { ...because, letterOfGoodStanding, expectedVersion: version, issuedOn: '2031-03-08' };
    expect((await server.mutate('correctLetterOfGoodStanding', input)).data.correctLetterOfGoodStanding.version).toBe(2);
    expect(await server.standing('2000002')).toBe('CERTIFIED');
  });
});

describe('correctRevocation', () => {
  test('of one recorded in error: it counts as never recorded, but past knowledge keeps it', async () => {
    const { id: account, revocations } = await server.file('2000005');
    const knownBefore = await server.instant();
    expect(await server.standing('2000005')).toBe('REVOKED');
    const { id: revocation, version } = only(revocations);
    const { data } = await server.mutate('correctRevocation', { ...because, revocation, expectedVersion: version, recordedInError: true });
    expect(data.correctRevocation).toMatchObject({ reason: 'Wrong firm', version: null });
    expect(await server.standing('2000005', '2031-02-01')).toBe('CERTIFIED');
    expect((await server.timeline('2000005')).filter((line) => line.endsWith('REVOKED'))).toEqual([]);
    expect(await server.standing('2000005', today, knownBefore)).toBe('REVOKED');
    expect(only(await changesOf(account))).toMatchObject({
      effectiveOn: '2031-02-01',
      beforeStanding: 'REVOKED',
      afterStanding: 'CERTIFIED',
    });
    expect((await server.file('2000005')).revocations).toEqual([]);
  });

  test('to days on which another is in effect is refused even if staff confirm that it was so', async () => {
    const { revocations } = await server.file('2000006');
    const [first, second] = revocations;
    const known = { ...because, revocation: second?.id, expectedVersion: 1 };
    const refused = await server.mutate('correctRevocation', { ...known, from: '2030-10-31', keepAgainstTheLaw: true });
    expect(refused.data.correctRevocation).toMatchObject({ code: 'REVOCATION_STANDS', en: [{ clause: 'R-29' }] });
    const beside = await server.mutate('correctRevocation', { ...known, from: '2030-11-01', revocationReason: 'Second, really' });
    expect(beside.data.correctRevocation).toMatchObject({ from: '2030-11-01', reason: 'Second, really', version: 2 });
    const unlifted = { ...because, revocation: first?.id, expectedVersion: 1, liftedOn: null };
    expect((await server.mutate('correctRevocation', unlifted)).data.correctRevocation.code).toBe('REVOCATION_STANDS');
    const disorder = await server.mutate('correctRevocation', { ...unlifted, liftedOn: '2030-09-30' });
    expect(only(disorder.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.liftedOn' });
  });
});

describe('corrections of other facts', () => {
  test('correctRegistration removes a withdrawal with null', async () => {
    const { id: registration, version } = only((await server.file('2000010')).registrations);
    const known = { ...because, registration, expectedVersion: version };
    const { data } = await server.mutate('correctRegistration', { ...known, confirmedOn: '2031-01-04', withdrawnOn: null });
    expect(data.correctRegistration).toMatchObject({ confirmedOn: '2031-01-04', withdrawnOn: null, version: 2 });
    expect(await server.timeline('2000010')).toEqual(['0001-01-01 NOT_REGISTERED', '2031-01-04 REGISTERED']);
    const gone = await server.mutate('correctRegistration', { ...known, expectedVersion: 2, recordedInError: true });
    expect(gone.data.correctRegistration.version).toBeNull();
    expect(await server.timeline('2000010')).toEqual(['0001-01-01 NOT_REGISTERED']);
  });

  test('correctBiddingDocument moves the stated end, and refuses to remove it', async () => {
    const { id: biddingDocument, version } = only((await server.file('2000007')).biddingDocuments);
    const known = { ...because, biddingDocument, expectedVersion: version };
    const refused = await server.mutate('correctBiddingDocument', { ...known, hostExpiresOn: null });
    expect(refused.data.correctBiddingDocument).toMatchObject({ code: 'WOULD_NOT_COUNT', en: [{ clause: 'R-21' }] });
    const { data } = await server.mutate('correctBiddingDocument', { ...known, hostExpiresOn: '2031-04-30' });
    expect(data.correctBiddingDocument).toMatchObject({ number: 'B-7', lastDay: '2031-04-30', version: 2 });
    expect(await server.timeline('2000007')).toEqual(['0001-01-01 NOT_REGISTERED', '2031-01-15 BIDDING_ONLY', '2031-05-01 NOT_REGISTERED']);
  });

  test('correctSpotCheck replaces what followed: without the report in time the certification is lost', async () => {
    // Letter of 1 December 2030: day 90 is 1 March 2031, the report of that day was in time.
    expect(await server.standing('2000008')).toBe('CERTIFIED');
    const { id: spotCheck, version } = only((await server.file('2000008')).spotChecks);
    const known = { ...because, spotCheck, expectedVersion: version };
    const events = [{ on: '2031-03-02', kind: 'IMPLEMENTATION_REPORTED' }];
    const { data } = await server.mutate('correctSpotCheck', { ...known, events });
    expect(data.correctSpotCheck).toMatchObject({ receivedOn: '2030-12-01', correctiveAction: true, events, version: 2 });
    expect(await server.standing('2000008', '2031-03-01')).toBe('CERTIFIED');
    expect(await server.standing('2000008', '2031-03-02')).toBe('CERTIFICATION_LOST');
    const replaced = (await server.rows(FactHistoryRow)).filter(({ fact }) => fact === 'spot_check_event');
    expect(only(replaced).was).toMatchObject({ occurred_on: '2031-03-01', kind: 'IMPLEMENTATION_REPORTED' });
    const same = await server.mutate('correctSpotCheck', { ...known, expectedVersion: 2, events });
    expect(only(same.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input' });
    const twice = await server.mutate('correctSpotCheck', { ...known, expectedVersion: 2, events: [...events, ...events] });
    expect(only(twice.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.events' });
    const gone = await server.mutate('correctSpotCheck', { ...known, expectedVersion: 2, recordedInError: true });
    expect(gone.data.correctSpotCheck.version).toBeNull();
    expect(await server.standing('2000008', '2031-03-02')).toBe('CERTIFIED');
  });

  test('correctAudit makes a maintenance audit one of transition, which moves the standard (R-14)', async () => {
    const { id: audit, version } = only((await server.file('2000009')).audits);
    const known = { ...because, audit, expectedVersion: version };
    const standardToday = async () => {
      const query = '{ verify(subject: { wsibAccount: "2000009" }) { standard } }';
      return (await server.graphql(query, {}, { key: server.clerk })).data.verify.standard;
    };
    expect(await standardToday()).toBe('COR');
    const elements = Array.from({ length: 14 }, (_, at) => ({ element: at + 1, score: at === 2 ? '99.5' : '70.00' }));
    const { data } = await server.mutate('correctAudit', {
      ...known,
      type: 'TRANSITION',
      overall: '81.5',
      reportedOn: '2030-04-01',
      elements,
    });
    expect(data.correctAudit).toMatchObject({ type: 'TRANSITION', reportedOn: '2030-04-01', overall: '81.50', version: 2 });
    expect(data.correctAudit.elements[2]).toEqual({ element: 3, score: '99.50' });
    expect(await standardToday()).toBe('COR_2020');
    const foreign = await server.mutate('correctAudit', {
      ...known,
      expectedVersion: 2,
      elements: [...elements, { element: 15, score: '70' }],
    });
    expect(only(foreign.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.elements' });
    const missing = await server.mutate('correctAudit', { ...known, expectedVersion: 2, elements: elements.slice(1) });
    expect(only(missing.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.elements' });
    const rounded = await server.mutate('correctAudit', { ...known, expectedVersion: 2, overall: '79.995' });
    expect(only(rounded.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.overall' });
    const disorder = await server.mutate('correctAudit', { ...known, expectedVersion: 2, startedOn: '2030-03-03' });
    expect(only(disorder.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.completedOn' });
    const early = await server.mutate('correctAudit', { ...known, expectedVersion: 2, receivedOn: '2030-03-01' });
    expect(only(early.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.receivedOn' });
    const gone = await server.mutate('correctAudit', { ...known, expectedVersion: 2, recordedInError: true });
    expect(gone.data.correctAudit.version).toBeNull();
    expect(await standardToday()).toBe('COR');
    // One score was replaced; then all fourteen were removed.
    expect((await server.rows(FactHistoryRow)).filter(({ fact }) => fact === 'element_score')).toHaveLength(15);
  });

  test('correctOrganization and correctAccount change no standing, and are reported', async () => {
    const { id: account, version, organization } = await server.file('2000011');
    const before = await server.count('change');
    const firm = { ...because, organization: organization.id, expectedVersion: organization.version };
    const named = await server.mutate('correctOrganization', {
      ...firm,
      legalName: 'Bâtisseurs Exemple ltée',
      operatingName: null,
      city: 'Modèleville',
    });
    expect(named.data.correctOrganization).toMatchObject({ legalName: 'Bâtisseurs Exemple ltée', city: 'Modèleville', version: 2 });
    const luhn = await server.mutate('correctOrganization', { ...firm, expectedVersion: 2, businessNumber: '123456789' });
    expect(only(luhn.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.businessNumber' });
    expect(luhn.text).not.toContain('123456789');
    const moved = await server.mutate('correctAccount', { ...because, account, expectedVersion: version, wsibAccount: '299-9999' });
    expect(moved.data.correctAccount).toMatchObject({ wsibAccount: '2999999', version: 2 });
    const taken = await server.mutate('correctAccount', { ...because, account, expectedVersion: 2, wsibAccount: '2000001' });
    expect(only(taken.errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.wsibAccount' });
    const certified = await server.file('2000001');
    const bare = await server.mutate('correctAccount', { ...because, account: certified.id, expectedVersion: 1, wsibAccount: null });
    expect(bare.data.correctAccount).toMatchObject({ code: 'CERTIFICATE_NOT_POSSIBLE', en: [{ clause: 'R-22' }] });
    // For the name and city, one change for each account of the organization, and one more where today is not public but an earlier day was (decision
    // 0242); for the number, one; for the refused ones, none.
    const [held]: { accounts: number; ended: number }[] = await server.dataSource.query(
      `select count(*)::integer as accounts, count(*) filter (where 'PUBLIC' = any(days) and today is distinct from 'PUBLIC')::integer as ended
       from (
         select array_agg(shown) as days, max(shown) filter (where valid_from <= $2 and (valid_to is null or valid_to > $2)) as today
         from account left join lateral (
           select valid_from, valid_to, case when standing in ('CERTIFIED', 'PENDING') then 'PUBLIC' else 'HIDDEN' end as shown
           from standing_period where account_id = account.id and valid_from <= $2
         ) as period on true
         where organization_id = $1 group by account.id
       ) as each`,
      [uuidOf(organization.id), today],
    );
    expect(await server.count('change')).toBe(before + (held?.accounts ?? 0) + (held?.ended ?? 0) + 1);
  });
});

test('every timeline, present and past, is still the one computed from the facts', async () => {
  const found: TimelineProblem[] = [];
  await checkTimelines(server.dataSource, { onProblem: (problem) => found.push(problem) });
  expect(found).toEqual([]);
});
