import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const today = '2026-11-20';

// Today 1000001 is certified, 1000002 registered, 1000003 pending (since day 31 after 1 October 2026), 1000004 bidding only, 1000005 lost (since
// day 91 after 1 June 2026), and 1000006 has nothing recorded. All except 1000001 and 1000007 belong to O-2; 1000007 is registered.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,', 'O-2,Birch Ltd.,,,,'],
  accounts: [
    'account,organization,wsib_account',
    ...[
      'A-1,O-1,1000001',
      'A-2,O-2,1000002',
      'A-3,O-2,1000003',
      'A-4,O-2,1000004',
      'A-5,O-2,1000005',
      'A-6,O-2,1000006',
      'A-7,O-1,1000007',
    ],
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,A-2,2026-01-05,', 'R-7,A-7,2026-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2026-06-01',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-5,A-5,COR_2020,EXTERNAL_AUDIT,2025-06-01',
  ],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-4,A-4,INTERIM_LOGS,2026-08-01,2027-03-31'],
};

let server: TestServer;
const keys: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  const [{ id }] = await server.dataSource.query(`select id from organization where reference = 'O-1'`);
  for (const scope of ['wsib', 'staff', 'buyer', 'sose', 'ministry', 'association'] as const) keys[scope] = await server.keyFor(scope);
  keys.alder = await server.keyFor('organization', 'Alder Ltd.', id);
  keys.birch = await server.keyFor('organization', 'Birch Ltd.');
});

afterAll(() => server.stop());

const ask = (who: string, query: string, variables: Record<string, unknown> = {}) => {
  const key = keys[who];
  return server.graphql(query, variables, key ? { key } : {});
};

const reporting = `mutation ($input: ReportWsibAccountInput!) { reportWsibAccount(input: $input) {
  ... on WsibAccountReport { wsibAccount isValid from reportedAt account { wsibAccount } } ... on Refused { code } } }`;

const report = (who: string, input: object) => ask(who, reporting, { input: { idempotencyKey: randomUUID(), ...input } });

async function told(who: string, input: object) {
  const { data, errors } = await report(who, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.reportWsibAccount;
}

const obligationsQuery = `query ($wsibAccount: String!, $on: LocalDate) { account(wsibAccount: $wsibAccount) {
  obligations(on: $on) { key kind by clauses state opensOn dueOn doneOn label because french: because(locale: FR) } } }`;

async function goodStanding(who: string, wsibAccount: string, on = today) {
  const { data } = await ask(who, obligationsQuery, { wsibAccount, on });
  return data.account.obligations.filter(({ kind }: { kind: string }) => kind === 'WSIB_GOOD_STANDING');
}

const recorded = async (): Promise<number> => {
  const [{ n }] = await server.dataSource.query('select count(*)::integer as n from statement');
  return n;
};

describe('what WSIB sees in bulk', () => {
  test('is certified and pending like everyone else, also registered, and nothing more (X-7)', async () => {
    const numbers = ['1000001', '1000002', '1000003', '1000004', '1000005', '1000006', '9999999'];
    const query = `query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) {
      found standing consideredCertified wsibAccount organizationName since holdsUntil then certificate { number } reasons { clause because } } }`;
    const { data } = await ask('wsib', query, { subjects: numbers.map((wsibAccount) => ({ wsibAccount })) });
    const [certified, registered, pending, ...hidden] = data.verifyMany;
    expect(certified).toMatchObject({ found: true, standing: 'CERTIFIED', wsibAccount: '1000001', certificate: { number: 'C-1' } });
    expect(registered).toMatchObject({ found: true, standing: 'REGISTERED', wsibAccount: '1000002', since: '2026-01-05' });
    expect(pending).toMatchObject({ found: true, standing: 'PENDING', holdsUntil: '2026-12-31', then: 'NO_CURRENT_CERTIFICATION' });
    // Bidding only, lost, nothing recorded and not on record give the same bytes.
    expect(hidden).toHaveLength(4);
    expect(new Set(hidden.map((each: object) => JSON.stringify(each))).size).toBe(1);
    expect(hidden[0]).toMatchObject({ found: false, standing: 'NO_CURRENT_CERTIFICATION', wsibAccount: null });
  });

  test('takes one statement for any number of accounts', async () => {
    const query = 'query ($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { standing } }';
    const subjects = Array.from({ length: 500 }, (_, at) => ({ wsibAccount: String(1_000_001 + at) }));
    server.statements();
    const { data } = await ask('wsib', query, { subjects });
    expect(data.verifyMany.slice(0, 3).map(({ standing }: { standing: string }) => standing)).toEqual([
      'CERTIFIED',
      'REGISTERED',
      'PENDING',
    ]);
    expect(server.statements()).toHaveLength(1);
  });
});

describe('reportWsibAccount', () => {
  const verify = '{ verify(subject: { wsibAccount: "1000001" }) { standing since holdsUntil then reasons { clause because } } }';

  test('G-1.2.a, R-1: creates an obligation at once and changes no standing', async () => {
    const before = (await ask('public', verify)).text;
    expect(await goodStanding('alder', '1000001')).toEqual([]);
    const answer = await told('wsib', { wsibAccount: '100-0001', isValid: false, from: '2026-11-03', note: 'Account closed' });
    expect(answer).toEqual({
      ...{ wsibAccount: '1000001', isValid: false, from: '2026-11-03' },
      ...{ reportedAt: '2026-11-20T15:00:00.000Z', account: { wsibAccount: '1000001' } },
    });
    for (const who of ['alder', 'staff']) {
      expect(await goodStanding(who, '1000001')).toEqual([
        expect.objectContaining({ by: 'ORGANIZATION', clauses: ['G-1.2.a', 'R-1'], state: 'DUE', opensOn: '2026-11-03', dueOn: null }),
      ]);
    }
    const [owed] = await goodStanding('alder', '1000001');
    expect(owed).toMatchObject({ label: 'WSIB account in good standing', because: expect.stringContaining('3 November 2026') });
    expect(owed.french).toContain('3\u00A0novembre\u00A02026');
    expect(await goodStanding('alder', '1000001', '2026-11-02')).toEqual([]);
    expect((await ask('public', verify)).text).toBe(before);
    expect(before).toContain('CERTIFIED');
    expect(await server.dataSource.query('select from change')).toEqual([]);
  });

  test('is listed in the file with its reporter, visible only to the organization and staff', async () => {
    const query = '{ account(wsibAccount: "1000001") { file { statements { kind isSo from note statedBy } } } }';
    const stated = { kind: 'WSIB_ACCOUNT_VALID', isSo: false, from: '2026-11-03', note: 'Account closed', statedBy: 'Test wsib' };
    for (const who of ['alder', 'staff']) expect((await ask(who, query)).data.account.file.statements).toEqual([stated]);
    for (const who of ['public', 'wsib', 'buyer', 'birch']) expect((await ask(who, query)).data.account.file).toBeNull();
    const [{ subject, action }] = await server.dataSource.query(`select subject, action from audit_log where action = 'reportWsibAccount'`);
    const [{ id }] = await server.dataSource.query(`select id from account where reference = 'A-1'`);
    expect([subject, action]).toEqual([id, 'reportWsibAccount']);
  });

  test('marks the obligation as done from the day the account is valid again', async () => {
    await told('staff', { wsibAccount: '1000001', isValid: true, from: '2026-11-18' });
    expect(await goodStanding('alder', '1000001')).toEqual([expect.objectContaining({ state: 'DONE', doneOn: '2026-11-18' })]);
    expect(await goodStanding('alder', '1000001', '2026-11-17')).toEqual([expect.objectContaining({ state: 'DUE' })]);
  });

  test('a second report for the same day replaces the first', async () => {
    await told('wsib', { wsibAccount: '1000007', isValid: false });
    expect(await goodStanding('staff', '1000007')).toEqual([expect.objectContaining({ opensOn: today })]);
    await told('wsib', { wsibAccount: '1000007', isValid: true });
    expect(await goodStanding('staff', '1000007')).toEqual([]);
  });

  test('does not reveal to WSIB whether the registry has an account hidden from it', async () => {
    const lost = await told('wsib', { wsibAccount: '1000005', isValid: false });
    const nothing = await told('wsib', { wsibAccount: '1000006', isValid: false });
    const absent = await told('wsib', { wsibAccount: '9999999', isValid: false });
    expect(lost).toEqual({ ...absent, wsibAccount: '1000005' });
    expect(nothing).toEqual({ ...absent, wsibAccount: '1000006' });
    expect(absent).toMatchObject({ wsibAccount: '9999999', isValid: false, from: today, account: null });
    // Staff may see it, so their answer does.
    const { errors } = await report('staff', { wsibAccount: '9999999', isValid: false });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('is recorded once when sent twice under one key', async () => {
    const input = { idempotencyKey: 'report-1', wsibAccount: '1000002', isValid: false, from: '2026-11-19' };
    const before = await recorded();
    const [first, second] = [await report('wsib', input), await report('wsib', input)];
    expect(second.text).toBe(first.text);
    expect(await recorded()).toBe(before + 1);
    const { errors } = await report('wsib', { ...input, isValid: true });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  test('is for WSIB and staff only, and bad input names its field and changes nothing', async () => {
    const before = await recorded();
    for (const who of ['public', 'buyer', 'sose', 'ministry', 'association', 'alder']) {
      const { errors } = await report(who, { wsibAccount: '1000001', isValid: false });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const bad = [
      [{ wsibAccount: '10_0001', isValid: false }, 'input.wsibAccount'],
      [{ wsibAccount: '1000001', isValid: false, from: '2026-11-21' }, 'input.from'],
      [{ wsibAccount: '1000001', isValid: false, note: 'a\u0000b' }, 'input.note'],
    ] as const;
    for (const [input, field] of bad) {
      const { errors, text } = await report('wsib', input);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
      expect(text).not.toContain('10_0001');
    }
    expect(await recorded()).toBe(before);
  });
});
