// Recognition of firm 1 (account 3000001): granted 4 May 2026, from 1 June 2026 to 31 May 2029; the day of a revocation no longer counts.
// Firm 2 (account 3000002) is only registered, so that its account is hidden from the ministry.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { inventBusinessNumber } from '../../src/demo/names.ts';
import { isPublic } from '../../src/recognition/sose-recognition.loader.ts';
import { isPublicOn } from '../../src/rules/sose/recognition.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { statementsOf, touchedBy } from '../support/touched.ts';

const today = '2026-11-20';

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Ready Builders Inc.,,,123456782,Sudbury',
    'O-2,Other Builders Inc.,,,111111118,Sudbury',
  ],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,3000001', 'A-2,O-2,3000002'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,A-2,2026-01-05,'],
  certificates: ['number,account,standard,basis,issued_on', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-12-15'],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'AU-1,A-1,EXTERNAL,COR_2020,,2025-11-10,,2025-11-28,2026-01-20,Ann Audit,,,',
  ],
};

let server: TestServer;
const keys: Record<'staff' | 'ready' | 'other' | 'ministry' | 'ministry2' | 'sose' | 'buyer' | 'wsib' | 'stranger' | 'office', string> = {
  ...{ staff: '', ready: '', other: '', ministry: '', ministry2: '', sose: '', buyer: '', wsib: '', stranger: '', office: '' },
};
type Who = keyof typeof keys | 'public';

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  const organizations: { id: string; reference: string }[] = await server.dataSource.query('select id, reference from organization');
  const idOf = (reference: string) => organizations.find((each) => each.reference === reference)?.id ?? '';
  keys.staff = await server.keyFor('staff', 'Clerk');
  keys.ready = await server.keyFor('organization', 'Ready Builders Inc.', idOf('O-1'));
  keys.other = await server.keyFor('organization', 'Other Builders Inc.', idOf('O-2'));
  keys.ministry = await server.keyFor('ministry', 'Ministry');
  keys.ministry2 = await server.keyFor('ministry', 'Another office');
  for (const who of ['sose', 'buyer', 'wsib'] as const) keys[who] = await server.keyFor(who);
  // Callers without an account or a report of their own.
  keys.stranger = await server.keyFor('organization', 'Another firm');
  keys.office = await server.keyFor('ministry', 'An office that reported nothing');
});

afterAll(() => server.stop());

const ask = (who: Who, query: string, variables: Record<string, unknown> = {}) =>
  server.graphql(query, variables, who === 'public' ? {} : { key: keys[who] });

async function answer(who: Who, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(who, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const fault = async (who: Who, query: string, variables: Record<string, unknown>) => {
  const { errors = [] } = await ask(who, query, variables);
  return errors.map(({ extensions }) => [extensions.code, ...(extensions.field ? [extensions.field] : [])].join(' '));
};

const fields = 'id reference grantedOn from to revokedOn revocationReason reportedBy version account { wsibAccount }';
const done = `... on SoseRecognition { ${fields} } ... on Refused { code message reasons { clause } fr: reasons(locale: FR) { because } }`;
const reporting = `mutation ($input: ReportSoseRecognitionInput!) { done: reportSoseRecognition(input: $input) { ${done} } }`;
const revoking = `mutation ($input: RevokeSoseRecognitionInput!) { done: revokeSoseRecognition(input: $input) { ${done} } }`;
const correcting = `mutation ($input: CorrectSoseRecognitionInput!) { done: correctSoseRecognition(input: $input) { ${done} } }`;

const reported = (input: object = {}) => ({
  input: { idempotencyKey: randomUUID(), wsibAccount: '3000001', reference: 'REC-1', grantedOn: '2026-05-04', ...input },
});
const report = async (input: object = {}, who: Who = 'ministry') => (await answer(who, reporting, reported(input))).done;
const termed = { from: '2026-06-01', to: '2029-05-31' };

const seenBy = async (who: Who, wsibAccount: string) =>
  answer(
    who,
    `query ($number: String!) { soseRecognitions(wsibAccount: $number) { reference }
      account(wsibAccount: $number) { soseRecognitions { reference } recognizedOn(on: "2026-07-01") } }`,
    { number: wsibAccount },
  );

describe('a recognition', () => {
  test('is reported by the ministry and in effect from its first to its last day, both included', async () => {
    expect(await report(termed)).toEqual({
      ...{ id: expect.any(String), reference: 'REC-1', grantedOn: '2026-05-04', from: '2026-06-01', to: '2029-05-31' },
      ...{ revokedOn: null, revocationReason: null, reportedBy: 'Ministry', version: 1, account: { wsibAccount: '3000001' } },
    });
    const query = `{ account(wsibAccount: "3000001") { a: recognizedOn(on: "2026-05-31") b: recognizedOn(on: "2026-06-01") today: recognizedOn
      c: recognizedOn(on: "2029-05-31") d: recognizedOn(on: "2029-06-01") } }`;
    for (const who of ['ministry', 'ready', 'staff'] as const) {
      expect((await answer(who, query)).account).toEqual({ a: false, b: true, today: true, c: true, d: false });
    }
  });

  test('is reported once under its reference, and repeating the request has no second effect', async () => {
    const again = reported({ reference: 'REC-2' });
    const first = (await answer('ministry', reporting, again)).done;
    expect((await answer('ministry', reporting, again)).done).toEqual(first);
    expect(first).toMatchObject({ from: '2026-05-04', to: null });
    expect(await report({ grantedOn: '2026-08-01' })).toEqual({
      code: 'ALREADY_RECORDED',
      message:
        'Recognition REC-1 of this account is already on record, granted on 4 May 2026; correct that record if something in it is wrong.',
      reasons: [{ clause: 'X-1' }],
      fr: [{ because: expect.stringContaining('4\u00A0mai\u00A02026') }],
    });
    const mine = await answer('ministry', '{ soseRecognitions(wsibAccount: "3000001") { reference } }');
    expect(mine.soseRecognitions).toEqual([{ reference: 'REC-2' }, { reference: 'REC-1' }]);
  });

  test('is visible to its reporter, the organization and staff; for others it does not exist', async () => {
    const both = [{ reference: 'REC-2' }, { reference: 'REC-1' }];
    for (const who of ['ministry', 'ready', 'staff'] as const) {
      expect([who, await seenBy(who, '3000001')]).toEqual([
        who,
        { soseRecognitions: both, account: { soseRecognitions: both, recognizedOn: true } },
      ]);
    }
    expect(await seenBy('ministry2', '3000001')).toEqual({ soseRecognitions: [], account: { soseRecognitions: [], recognizedOn: false } });
    for (const who of ['public', 'buyer', 'sose', 'wsib', 'other'] as const) {
      expect([who, await seenBy(who, '3000001')]).toEqual([
        who,
        { soseRecognitions: [], account: { soseRecognitions: null, recognizedOn: null } },
      ]);
    }
  });

  test('W.4: once published by the ministry is public from that day, without its reporter and version', async () => {
    const before = await seenBy('public', '3000001');
    expect(before.soseRecognitions).toEqual([]);
    const input = { reference: 'REC-P', publishedOn: '2026-11-20', from: '2026-06-01' };
    const { id } = await report(input);
    const shown = `${fields} publishedOn nextThirdPartyAuditBy`;
    const seen = await answer('public', `{ soseRecognitions(wsibAccount: "3000001") { ${shown} } }`);
    expect(seen.soseRecognitions).toEqual([
      {
        ...{ id, reference: 'REC-P', grantedOn: '2026-05-04', from: '2026-06-01', to: null, publishedOn: '2026-11-20' },
        ...{ revokedOn: null, revocationReason: null, reportedBy: null, version: null, nextThirdPartyAuditBy: null },
        account: { wsibAccount: '3000001' },
      },
    ]);
    for (const who of ['public', 'buyer', 'sose', 'wsib', 'other', 'ministry2'] as const) {
      const all = [{ reference: 'REC-P' }];
      expect([who, await seenBy(who, '3000001')]).toEqual([
        who,
        { soseRecognitions: all, account: { soseRecognitions: all, recognizedOn: true } },
      ]);
    }
    const { version } = (await answer('ministry', `query ($id: ID!) { node(id: $id) { ... on SoseRecognition { version } } }`, { id }))
      .node;
    const { done: revoked } = await answer('ministry', revoking, {
      input: { recognition: id, expectedVersion: version, revocationReason: 'False information.' },
    });
    expect(revoked.revokedOn).toBe(today);
    expect((await seenBy('public', '3000001')).soseRecognitions).toEqual([]);
    expect((await answer('public', `query ($id: ID!) { node(id: $id) { id } }`, { id })).node).toBeNull();
    await answer('staff', correcting, { input: { recognition: id, expectedVersion: revoked.version, recordedInError: true } });
  });

  test('W.4: cannot be published before it was granted, nor tomorrow', async () => {
    expect(await fault('ministry', reporting, reported({ reference: 'REC-Q', publishedOn: '2026-05-03' }))).toEqual([
      'BAD_USER_INPUT input.publishedOn',
    ]);
    expect(await fault('ministry', reporting, reported({ reference: 'REC-Q', publishedOn: '2026-11-21' }))).toEqual([
      'BAD_USER_INPUT input.publishedOn',
    ]);
  });

  test('of an account hidden from the ministry can be found by its id and number, without the account', async () => {
    const { id, account } = await report({ wsibAccount: '300-0002', reference: 'REC-3' });
    expect(account).toBeNull();
    const node = `query ($id: ID!) { node(id: $id) { ... on SoseRecognition { reference account { wsibAccount } } } }`;
    expect((await answer('ministry', node, { id })).node).toEqual({ reference: 'REC-3', account: null });
    expect((await answer('other', node, { id })).node).toEqual({ reference: 'REC-3', account: { wsibAccount: '3000002' } });
    for (const who of ['public', 'ministry2', 'ready', 'sose'] as const)
      expect([who, (await answer(who, node, { id })).node]).toEqual([who, null]);
    expect(await seenBy('ministry', '3000002')).toEqual({ soseRecognitions: [{ reference: 'REC-3' }], account: null });
    const hidden =
      'query ($number: String!) { soseRecognitions(wsibAccount: $number) { id } account(wsibAccount: $number) { recognizedOn } }';
    for (const who of ['public', 'ministry2', 'ready', 'sose'] as const) {
      const texts = await Promise.all(['3000002', '9999999'].map(async (number) => (await ask(who, hidden, { number })).text));
      expect([who, texts[0]]).toEqual([who, texts[1]]);
    }
  });

  test('no longer counts from the day it is revoked, and is revoked once', async () => {
    const { id, version } = await report({ reference: 'REC-4', wsibAccount: '3000002', from: '2026-06-01' });
    const revocation = { recognition: id, expectedVersion: version, revokedOn: '2026-10-15', revocationReason: 'False information.' };
    expect((await answer('ministry', revoking, { input: revocation })).done).toMatchObject({
      ...{ revokedOn: '2026-10-15', revocationReason: 'False information.', version: 2 },
    });
    const { id: other, version: at } = (
      await answer('staff', '{ soseRecognitions(wsibAccount: "3000002") { id reference version } }')
    ).soseRecognitions.find(({ reference }: { reference: string }) => reference === 'REC-3');
    await answer('staff', correcting, { input: { recognition: other, expectedVersion: at, recordedInError: true } });
    const days = '{ account(wsibAccount: "3000002") { last: recognizedOn(on: "2026-10-14") first: recognizedOn(on: "2026-10-15") } }';
    expect((await answer('other', days)).account).toEqual({ last: true, first: false });
    expect((await answer('ministry', revoking, { input: { ...revocation, expectedVersion: 2 } })).done).toMatchObject({
      ...{ code: 'NOT_STANDING', message: 'Recognition REC-4 is already revoked from 15 October 2026.' },
    });
    const undone = { recognition: id, expectedVersion: 2, revokedOn: null };
    expect((await answer('ministry', correcting, { input: undone })).done).toMatchObject({
      revokedOn: null,
      revocationReason: null,
      version: 3,
    });
    expect((await answer('other', days)).account).toEqual({ last: true, first: true });
  });

  test('cannot be reported, revoked or corrected by others', async () => {
    const { id, version } = await report({ reference: 'REC-5' });
    const revocation = { input: { recognition: id, expectedVersion: version, revocationReason: 'None.' } };
    for (const who of ['public', 'sose', 'wsib', 'buyer', 'ready'] as const) {
      expect([who, await fault(who, reporting, reported({ reference: 'REC-6' }))]).toEqual([who, ['FORBIDDEN']]);
      expect([who, await fault(who, revoking, revocation)]).toEqual([who, ['FORBIDDEN']]);
    }
    const unknown = { input: { ...revocation.input, recognition: toGlobalId('SoseRecognition', randomUUID()) } };
    const texts = await Promise.all([revocation, unknown].map(async (variables) => (await ask('ministry2', revoking, variables)).text));
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('NOT_FOUND');
    expect(await fault('ministry2', correcting, { input: { recognition: id, expectedVersion: 1, to: '2027-01-01' } })).toEqual([
      'NOT_FOUND',
    ]);
    // A refusal does not reveal what another caller reported either.
    expect(await report({ reference: 'REC-5', grantedOn: '2026-09-01' }, 'ministry2')).toMatchObject({
      version: 1,
      grantedOn: '2026-09-01',
    });
  });

  test('is refused with future days or days out of order, for an unknown account, and at another version', async () => {
    expect(await fault('ministry', reporting, reported({ reference: 'X', grantedOn: '2026-11-21' }))).toEqual([
      'BAD_USER_INPUT input.grantedOn',
    ]);
    expect(await fault('ministry', reporting, reported({ reference: 'X', from: '2026-06-02', to: '2026-06-01' }))).toEqual([
      'BAD_USER_INPUT input.to',
    ]);
    expect(await fault('ministry', reporting, reported({ reference: ' ' }))).toEqual(['BAD_USER_INPUT input.reference']);
    expect(await fault('ministry', reporting, reported({ wsibAccount: '9999999' }))).toEqual(['NOT_FOUND']);
    const { id } = await report({ reference: 'REC-7' });
    const revocation = (input: object) => ({ input: { recognition: id, expectedVersion: 1, revocationReason: 'Why.', ...input } });
    expect(await fault('ministry', revoking, revocation({ revokedOn: '2026-05-03' }))).toEqual(['BAD_USER_INPUT input.revokedOn']);
    expect(await fault('ministry', revoking, revocation({ revokedOn: '2026-11-21' }))).toEqual(['BAD_USER_INPUT input.revokedOn']);
    expect(await fault('ministry', revoking, revocation({ expectedVersion: 2 }))).toEqual(['CONFLICT input.expectedVersion']);
    const correction = (input: object) => ({ input: { recognition: id, expectedVersion: 1, ...input } });
    expect(await fault('ministry', correcting, correction({ revokedOn: '2026-06-01' }))).toEqual(['BAD_USER_INPUT input.revokedOn']);
    expect(await fault('ministry', correcting, correction({ grantedOn: '2026-05-04' }))).toEqual(['BAD_USER_INPUT input']);
  });

  test('requires a third-party audit three years after the last, which only the organization and staff see (W.3.d)', async () => {
    const query = '{ soseRecognitions(wsibAccount: "3000001") { reference reportedBy nextThirdPartyAuditBy } }';
    const told = async (who: Who) =>
      (await answer(who, query)).soseRecognitions.find(({ reference }: { reference: string }) => reference === 'REC-1');
    const recognition = { reference: 'REC-1', reportedBy: 'Ministry' };
    for (const who of ['ready', 'staff'] as const) expect(await told(who)).toEqual({ ...recognition, nextThirdPartyAuditBy: '2028-11-10' });
    expect(await told('ministry')).toEqual({ ...recognition, nextThirdPartyAuditBy: null });
  });

  test('W.4: is public for the statement when it is public for the rule', async () => {
    const [before, after] = ['2026-11-19', '2026-11-21'];
    const days = [null, before, today, after];
    const cases = days.flatMap((publishedOn) =>
      [before, today, after].flatMap((from) => days.flatMap((to) => days.map((revokedOn) => ({ publishedOn, from, to, revokedOn })))),
    );
    const rows: { public: boolean | null }[] = await server.dataSource.query(
      `select ${isPublic('$1')} as public from unnest($2::date[], $3::date[], $4::date[], $5::date[]) with ordinality
        as recognition (published_on, from_day, to_day, revoked_on, at) order by at`,
      [today, ...(['publishedOn', 'from', 'to', 'revokedOn'] as const).map((day) => cases.map((each) => each[day]))],
    );
    const byRule = cases.map((each) => isPublicOn({ reference: 'REC', grantedOn: before, ...each }, today));
    expect(rows.map((row) => row.public ?? false)).toEqual(byRule);
    // Published yesterday or today, begun yesterday or today, and with no end or one that has not come: 2 × 2 × 3 last days × 2 revocations.
    expect(byRule.filter(Boolean)).toHaveLength(24);
  });

  test('keeps what was known before a correction', async () => {
    const { id } = await report({ reference: 'REC-8' });
    const corrected = await answer('ministry', correcting, {
      input: { recognition: id, expectedVersion: 1, to: '2027-05-03', note: 'Typing error.' },
    });
    expect(corrected.done).toMatchObject({ to: '2027-05-03', version: 2 });
    const [was] = await server.dataSource.query(
      `select was, reason from fact_history where fact = 'sose_recognition' and was->>'reference' = 'REC-8'`,
    );
    expect(was).toMatchObject({ was: { to_day: null }, reason: 'Typing error.' });
  });
});

describe('PostgreSQL touches the same for a hidden number as for an unknown one, row by row and page by page', () => {
  const verify = '($s: VerificationSubject!) { verify(subject: $s) { found standing reasons { because } } }';
  const knownThen = '($s: VerificationSubject!, $then: DateTime!) { verify(subject: $s, knownAt: $then) { found standing } }';
  const many = '($l: [VerificationSubject!]!) { verifyMany(subjects: $l) { found standing reasons { because } } }';
  const bidders = '($r: [BidderRow!]!) { matchBidders(rows: $r) { status verification { found standing } } }';
  const requirement = '($r: [BidderRow!]!) { checkRequirement(requirement: { routes: [COR] }, rows: $r) { outcome } }';
  const recognitions = '($n: String!) { soseRecognitions(wsibAccount: $n) { reference } }';
  const applicants = '($l: [SoseApplicant!]!) { soseEligibilities(applicants: $l) { outcome judgesRecord } }';

  type Kind = 'wsibAccount' | 'businessNumber';
  const hidden: Readonly<Record<Kind, string>> = { wsibAccount: '3000002', businessNumber: '111111118' };
  const unknown: Record<Kind, string> = { wsibAccount: '3000009', businessNumber: '' };

  let then: string;

  beforeAll(async () => {
    then = new Date().toISOString();
    await report({ reference: 'REC-H', wsibAccount: hidden.wsibAccount });
    await server.dataSource.query('vacuum analyze');
    // In a registry of two accounts, many a number is beyond the last account that could stand in: one like the hidden one in that.
    const isWithin = (number: string) => `exists (select from account where md5(id::text) >= md5(left(${number}, 9)))`;
    const [other]: { number: string }[] = await server.dataSource.query(
      `select number from unnest($1::text[]) as number where md5(left(number, 9)) >= '2' and ${isWithin('number')} = ${isWithin('$2')} limit 1`,
      [Array.from({ length: 500 }, (_, at) => inventBusinessNumber(at + 1)), hidden.businessNumber],
    );
    // Nine digits like the hidden one: with a program account behind them they would not be read as the name of a numbered company as well.
    unknown.businessNumber = other?.number.slice(0, 9) ?? '';
  });

  const touched = async (who: Who, query: string, kind: Kind, number: string) => {
    const subject = { [kind]: number };
    const asked = () => answer(who, `query ${query}`, { n: number, s: subject, l: [subject], r: [{ number }], then });
    await asked(); // What is kept for the next request, such as the caller's key, is read now.
    return touchedBy(server.dataSource, await statementsOf(asked));
  };

  test.each<[string, Who, Kind, string]>([
    ['verify', 'public', 'wsibAccount', verify],
    ['verify', 'public', 'businessNumber', verify],
    ['verify as known at an instant', 'buyer', 'wsibAccount', knownThen],
    ['verify as known at an instant', 'buyer', 'businessNumber', knownThen],
    ['verifyMany', 'buyer', 'wsibAccount', many],
    ['verifyMany', 'buyer', 'businessNumber', many],
    ['matchBidders', 'buyer', 'wsibAccount', bidders],
    ['matchBidders', 'buyer', 'businessNumber', bidders],
    ['checkRequirement', 'buyer', 'wsibAccount', requirement],
    ['checkRequirement', 'buyer', 'businessNumber', requirement],
    ['account', 'public', 'wsibAccount', '($n: String!) { account(wsibAccount: $n) { id standing { standing } } }'],
    ['account', 'buyer', 'wsibAccount', '($n: String!) { account(wsibAccount: $n) { id standing { standing } } }'],
    ['soseRecognitions', 'public', 'wsibAccount', recognitions],
    ['soseRecognitions', 'office', 'wsibAccount', recognitions],
    ['soseRecognitions', 'stranger', 'wsibAccount', recognitions],
    ['rebateEligibility', 'wsib', 'wsibAccount', '($n: String!) { rebateEligibility(wsibAccount: $n) { outcome } }'],
    ['soseEligibility', 'sose', 'wsibAccount', '($n: String!) { soseEligibility(wsibAccount: $n) { outcome judgesRecord } }'],
    ['soseEligibilities', 'sose', 'wsibAccount', applicants],
  ])('%s, as %s, by %s', async (_field, who, kind, query) => {
    const ofHidden = await touched(who, query, kind, hidden[kind]);
    expect(ofHidden.filter((line) => /rows, \d+ pages$/.test(line)).length).toBeGreaterThan(0);
    expect(await touched(who, query, kind, unknown[kind])).toEqual(ofHidden);
    expect(ofHidden.filter((line) => line.endsWith('a whole period'))).toEqual([]);
  });

  test('but not for staff, from whom nothing is hidden: the comparison sees the difference', async () => {
    for (const kind of ['wsibAccount', 'businessNumber'] as const) {
      expect(await touched('staff', verify, kind, unknown[kind])).not.toEqual(await touched('staff', verify, kind, hidden[kind]));
    }
  });
});
