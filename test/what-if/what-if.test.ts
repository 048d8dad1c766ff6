import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { auditForCertificate, auditForLetter } from '../support/sound-audits.ts';

const today = '2026-11-20';

// 1000001 of O-1 is pending: its letter for year 2 was due on 1 October 2026, so day 30 is 31 October, day 90 is 30 December and it is lost from
// 31 December. 1000002 of O-2 is registered with an internal audit under review. 1000003 of O-2 lost its certification on 31 August 2026, day 91
// after 1 June.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,', 'O-2,Birch Ltd.,,,,'],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-2,1000002', 'A-3,O-2,1000003', 'A-4,O-2,'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,A-2,2026-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2025-06-01',
  ],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'U-1,A-1,EXTERNAL,COR_2020,2025-08-11,2025-08-14,,2025-09-01,,,,,',
    'U-2,A-2,INITIAL_INTERNAL,COR_2020,,,2026-03-02,,,,,,',
  ],
  element_scores: ['audit,element,score'],
};

let server: TestServer;
let staff: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  staff = await server.keyFor('staff');
  for (const table of ['organization', 'account', 'audit'])
    for (const row of await server.dataSource.query(`select id, reference from ${table}`)) ids[row.reference] = row.id;
});

afterAll(() => server.stop());

const outlook = `standing consideredCertified certificateNumber letterNumber since holdsUntil then
  stage { stage } obligations { key state dueOn } reasons { clause decides because }`;
const query = `query ($account: ID!, $facts: HypotheticalFacts!, $on: LocalDate) { whatIf(account: $account, facts: $facts, on: $on) {
  on before { ${outlook} } after { ${outlook} } changes { from to before after }
  refusals { fact refusal { code message reasons { clause because } fr: reasons(locale: FR) { because } } } } }`;

/** An internal audit that passes on a day, and an external one. */
const internal = (type: string, day: string) => ({
  ...{ type, startedOn: day, completedOn: day, receivedOn: day, signedOffOn: day, preAssessedOn: day, reviewedOn: day },
  ...{ reportedOn: day, passed: true },
});
const external = (day: string) => ({
  ...{ type: 'EXTERNAL', planApprovedOn: day, startedOn: day, completedOn: day, reportedOn: day, reportApprovedOn: day, passed: true },
});

/** A letter for year 2, dated a day, with its audit. */
const letterOn = (day: string) => ({ audits: [internal('MAINTENANCE', day)], lettersOfGoodStanding: [{ year: 2, issuedOn: day }] });

const accountId = (reference: string): string => toGlobalId('Account', ids[reference] ?? '');

const ask = (reference: string, supposed: object, on: string | null = null, key: string | null = staff) =>
  server.graphql(query, { account: accountId(reference), facts: supposed, on }, key ? { key } : {});

async function whatIf(reference: string, supposed: object, on: string | null = null, key = staff) {
  const { data, errors } = await ask(reference, supposed, on, key);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.whatIf;
}

describe('a letter', () => {
  test('R-7: on day 90 would keep the certification, with its consequences', async () => {
    const answer = await whatIf('A-1', letterOn('2026-12-30'), '2026-12-31');
    expect(answer.refusals).toEqual([]);
    expect(answer.before).toMatchObject({ standing: 'CERTIFICATION_LOST', consideredCertified: false, since: '2026-12-31', then: null });
    // The letter for year 3 is due on 1 October 2027: pending from 1 November, lost from 31 December.
    expect(answer.after).toMatchObject({ standing: 'CERTIFIED', certificateNumber: 'C-1', letterNumber: 'HYP-1', since: '2026-12-30' });
    expect(answer.after).toMatchObject({ holdsUntil: '2027-11-01', then: 'PENDING', consideredCertified: true });
    expect(answer.changes).toEqual([
      { from: '2026-12-30', to: '2026-12-31', before: 'PENDING', after: 'CERTIFIED' },
      { from: '2026-12-31', to: '2027-11-01', before: 'CERTIFICATION_LOST', after: 'CERTIFIED' },
      { from: '2027-11-01', to: '2027-12-31', before: 'CERTIFICATION_LOST', after: 'PENDING' },
    ]);
    expect([answer.before.stage.stage, answer.after.stage.stage]).toEqual(['CERTIFICATION_LOST', 'CERTIFIED_YEAR_2']);
    expect(answer.after.reasons).toContainEqual(expect.objectContaining({ clause: 'G-2.4.l', because: expect.stringContaining('HYP-1') }));
  });

  test('R-8: on day 91 is refused with its clause and changes nothing', async () => {
    const answer = await whatIf('A-1', { lettersOfGoodStanding: [{ year: 2, issuedOn: '2026-12-31' }] }, '2027-01-01');
    expect(answer.after).toEqual(answer.before);
    expect(answer.changes).toEqual([]);
    const [{ fact, refusal }] = answer.refusals;
    expect([fact, refusal.code]).toEqual(['facts.lettersOfGoodStanding[0]', 'LETTER_TOO_LATE']);
    expect(refusal.reasons.map(({ clause }: { clause: string }) => clause)).toContain('R-8');
    expect(refusal.message).toContain('31 December 2026');
    expect(refusal.fr[0].because).toContain('31\u00A0décembre\u00A02026');
  });

  test('without a certificate is refused', async () => {
    const { refusals } = await whatIf('A-2', { lettersOfGoodStanding: [{ year: 2, issuedOn: today }] });
    expect(refusals).toMatchObject([{ refusal: { code: 'LETTER_NOT_POSSIBLE', reasons: [{ clause: 'G-2.4.h' }] } }]);
  });
});

describe('a certificate', () => {
  test('G-2.4.h, G-2.0: and the following letter are applied in order of their days', async () => {
    const supposed = {
      ...letterOn('2028-02-01'),
      certificates: [{ standard: 'COR_2020', issuedOn: '2027-02-01' }],
    };
    supposed.audits.push(internal('INITIAL_INTERNAL', '2026-12-01'), { ...internal('EXTERNAL', '2027-01-20'), ...external('2027-01-20') });
    const answer = await whatIf('A-2', supposed, '2028-03-03');
    // 2 March 2028 is day 30 after the first anniversary: without the letter it would be pending on the 3rd.
    expect(answer.before).toMatchObject({ standing: 'REGISTERED', since: '2026-01-05', holdsUntil: null });
    expect(answer.after).toMatchObject({ standing: 'CERTIFIED', certificateNumber: 'HYP-1', letterNumber: 'HYP-2', since: '2027-02-01' });
    expect(answer.after.obligations).toContainEqual({ key: 'LETTER_OF_GOOD_STANDING:HYP-1:3', state: 'UPCOMING', dueOn: '2029-02-01' });
    const without = await whatIf('A-2', { audits: supposed.audits, certificates: supposed.certificates }, '2028-03-03');
    expect(without.after).toMatchObject({ standing: 'PENDING', since: '2028-03-03', then: 'CERTIFICATION_LOST' });
  });

  test('R-13: after a loss is refused without a new registration, and allowed with one', async () => {
    const certificates = [{ standard: 'COR_2020', issuedOn: '2026-12-01' }];
    const refused = await whatIf('A-3', { certificates }, '2026-12-01');
    expect(refused.refusals).toMatchObject([{ fact: 'facts.certificates[0]', refusal: { code: 'REGISTRATION_NEEDED' } }]);
    expect(refused.after.standing).toBe('CERTIFICATION_LOST');
    const allowed = await whatIf(
      'A-3',
      {
        certificates,
        registrations: [{ confirmedOn: '2026-11-30' }],
        audits: [internal('INITIAL_INTERNAL', '2026-11-30'), external('2026-12-01')],
      },
      '2026-12-01',
    );
    expect([allowed.refusals, allowed.after.standing]).toEqual([[], 'CERTIFIED']);
  });

  test('G-3.4.a, G-2.5.b: a further external audit is supposed to be made by another auditor, so that a renewal is possible', async () => {
    const shown = { type: 'RECERTIFICATION_INTERNAL', startedOn: '2027-10-04', completedOn: '2027-10-05', shownToAuditorOn: '2027-11-10' };
    const supposed = {
      registrations: [{ confirmedOn: '2027-02-01' }],
      audits: [internal('INITIAL_INTERNAL', '2026-12-01'), external('2027-01-11'), shown, external('2027-11-10')],
      certificates: ['2027-01-20', '2027-12-01'].map((issuedOn) => ({ standard: 'COR_2020', issuedOn })),
    };
    const { after, refusals } = await whatIf('A-2', supposed, '2028-12-01');
    expect([refusals, after.standing, after.holdsUntil]).toEqual([[], 'CERTIFIED', '2029-01-01']);
  });

  test('G-2.4.h: with an audit that does not earn it is refused', async () => {
    const audit = toGlobalId('Audit', ids['U-2'] ?? '');
    const { refusals } = await whatIf('A-2', { certificates: [{ standard: 'COR_2020', issuedOn: today, audit }] });
    expect(refusals).toMatchObject([{ refusal: { code: 'AUDIT_DOES_NOT_SUPPORT', reasons: [{ clause: 'G-2.4.h' }] } }]);
  });
});

describe('an audit', () => {
  test('G-2.4.e, G-2.4.f: on record, once reported and passed, leads to the next stage and its day', async () => {
    const audits = [{ audit: toGlobalId('Audit', ids['U-2'] ?? ''), reportedOn: '2026-04-20', passed: true }];
    const { before, after, changes } = await whatIf('A-2', { audits }, '2026-06-01');
    expect([before.stage.stage, after.stage.stage]).toEqual(['INTERNAL_AUDIT_REVIEW', 'EXTERNAL_AUDIT_DUE']);
    expect(after.obligations).toContainEqual(expect.objectContaining({ state: 'UPCOMING', dueOn: '2026-10-20' }));
    expect([after.standing, changes]).toEqual([before.standing, []]);
  });

  test('G-2.4.j: that is received is no longer owed', async () => {
    const owed = async (supposed: object) =>
      (await whatIf('A-1', supposed, '2026-12-01')).after.obligations.find(({ key }: { key: string }) => key === 'MAINTENANCE_AUDIT:C-1:2');
    expect(await owed({})).toMatchObject({ state: 'OVERDUE', dueOn: '2026-08-02' });
    expect(await owed({ audits: [{ type: 'MAINTENANCE', receivedOn: '2026-11-25' }] })).toMatchObject({ state: 'DONE' });
  });
});

describe('a revocation', () => {
  test('R-29: is in effect from its day, and nothing is issued until it is lifted', async () => {
    const revoked = { revocations: [{ from: '2026-11-25' }], ...letterOn('2026-12-01') };
    const standing = await whatIf('A-1', revoked, '2026-12-02');
    expect(standing.after).toMatchObject({ standing: 'REVOKED', since: '2026-11-25', then: null });
    expect(standing.refusals).toMatchObject([{ fact: 'facts.lettersOfGoodStanding[0]', refusal: { code: 'REVOCATION_STANDS' } }]);
    const lifted = await whatIf('A-1', { ...revoked, revocationLiftedOn: '2026-11-30' }, '2026-12-02');
    expect(lifted.refusals).toEqual([]);
    expect(lifted.after).toMatchObject({ standing: 'CERTIFIED', since: '2026-12-01' });
    const nothing = await whatIf('A-1', { revocationLiftedOn: '2026-11-30' });
    expect(nothing.refusals).toMatchObject([{ fact: 'facts.revocationLiftedOn', refusal: { code: 'NOT_STANDING' } }]);
  });
});

describe('a report of WSIB', () => {
  const refused = (field: string) => [{ fact: field, refusal: { code: 'WSIB_ACCOUNT_NOT_VALID', reasons: [{ clause: 'G-1.2.a' }] } }];
  const lapse = [
    { from: '2026-12-01', isValid: false },
    { from: '2026-12-15', isValid: true },
  ];

  test.each([
    ['2026-11-30', true],
    ['2026-12-01', false],
    ['2026-12-14', false],
    ['2026-12-15', true],
  ])('R-1, G-1.2.a: not valid from 1 to 14 December, a registration confirmed on %s is possible: %s', async (confirmedOn, isPossible) => {
    const answer = await whatIf('A-3', { wsibReports: lapse, registrations: [{ confirmedOn }] }, '2026-12-31');
    expect(answer.refusals).toMatchObject(isPossible ? [] : refused('facts.registrations[0]'));
    expect(answer.after.standing).toBe(isPossible ? 'REGISTERED' : 'CERTIFICATION_LOST');
  });

  test.each([
    ['2026-12-14', false],
    ['2026-12-15', true],
  ])('R-1: a certificate of %s is possible: %s', async (issuedOn, isPossible) => {
    const audits = [internal('INITIAL_INTERNAL', '2026-12-02'), external('2026-12-10')];
    const certificates = [{ standard: 'COR_2020', issuedOn }];
    const answer = await whatIf('A-2', { wsibReports: lapse, audits, certificates }, '2026-12-31');
    expect(answer.refusals).toMatchObject(isPossible ? [] : refused('facts.certificates[0]'));
    expect(answer.after.standing).toBe(isPossible ? 'CERTIFIED' : 'REGISTERED');
    for (const { refusal } of answer.refusals) expect(refusal.reasons).toHaveLength(1);
    for (const { refusal } of answer.refusals) expect(refusal.fr[0].because).toContain('WSIB');
  });

  test('R-1: changes no standing and refuses no letter; the organization owes its good standing until the next report', async () => {
    const supposed = { wsibReports: lapse, ...letterOn('2026-12-10') };
    const owed = async (on: string) => {
      const { refusals, after } = await whatIf('A-1', supposed, on);
      expect(refusals).toEqual([]);
      return after.obligations.flatMap(({ key, state }: { key: string; state: string }) => (key.startsWith('WSIB_') ? [state] : []));
    };
    expect(await owed('2026-11-30')).toEqual([]);
    expect(await owed('2026-12-01')).toEqual(['DUE']);
    expect(await owed('2026-12-14')).toEqual(['DUE']);
    expect(await owed('2026-12-15')).toEqual(['DONE']);
    const { changes } = await whatIf('A-1', { wsibReports: lapse });
    expect(changes).toEqual([]);
  });

  test('of one day replaces the one on record, and the last one supposed counts', async () => {
    const report = `mutation { reportWsibAccount(input: { idempotencyKey: "w", wsibAccount: "1000003", isValid: false, from: "${today}" }) { __typename } }`;
    await server.graphql(report, {}, { key: staff });
    const registered = async (...reports: boolean[]) => {
      const wsibReports = reports.map((isValid) => ({ from: today, isValid }));
      return (await whatIf('A-3', { wsibReports, registrations: [{ confirmedOn: today }] })).after.standing === 'REGISTERED';
    };
    expect([await registered(), await registered(true), await registered(true, false), await registered(false, true)]).toEqual([
      ...[false, true, false, true],
    ]);
  });

  test('is for an account with a number', async () => {
    const { errors } = await ask('A-4', { wsibReports: lapse });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'facts.wsibReports[0]' } }]);
  });
});

/** The rows of every table as one hash each, except those written by reading audits. */
async function everything(): Promise<Record<string, string>> {
  const tables: { name: string }[] = await server.dataSource.query(`select tablename as name from pg_tables where schemaname = 'public'`);
  const hashes: [string, string][] = [];
  for (const { name } of tables) {
    const [{ hash }] = await server.dataSource.query(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from "${name}" t`,
    );
    hashes.push([name, hash]);
  }
  const ofReading = ['audit_log', 'chain_pending', 'api_key'];
  return Object.fromEntries(hashes.filter(([name]) => !ofReading.includes(name)));
}

test('nothing is recorded except that audits were read, and the standing stays as it was', async () => {
  const before = await everything();
  const verify = '{ verify(subject: { wsibAccount: "1000001" }) { standing since holdsUntil } }';
  const { text } = await server.graphql(verify);
  const [{ last_value: recordings }] = await server.dataSource.query('select last_value from recording_id_seq');
  const [{ n }] = await server.dataSource.query('select count(*)::integer as n from audit_log');
  await whatIf('A-1', {
    registrations: [{ confirmedOn: '2026-12-01' }],
    certificates: [{ standard: 'COR_2020', issuedOn: '2026-12-15' }],
    lettersOfGoodStanding: [{ year: 2, issuedOn: '2026-11-20' }],
    revocations: [{ from: '2027-01-05', liftedOn: '2027-02-01' }],
    audits: [{ type: 'EXTERNAL', completedOn: '2026-12-05', reportedOn: '2026-12-10', passed: true }],
  });
  expect(await everything()).toEqual(before);
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['certificate', 'standing_period', 'change', 'statement', 'idempotency_key']));
  const logged = await server.dataSource.query('select action, subject from audit_log order by id offset $1', [n]);
  expect(logged).toEqual([{ action: 'readAudits', subject: ids['A-1'] }]);
  expect(await server.dataSource.query('select last_value from recording_id_seq')).toEqual([{ last_value: recordings }]);
  expect((await server.graphql(verify)).text).toBe(text);
});

describe('who may ask', () => {
  test('is an organization about its own accounts; other accounts do not exist for it', async () => {
    const alder = await server.keyFor('organization', 'Alder Ltd.', ids['O-1']);
    const own = await whatIf('A-1', letterOn(today), null, alder);
    expect(own.after.standing).toBe('CERTIFIED');
    ids.none = '00000000-0000-7000-8000-000000000000';
    const [others, none] = [await ask('A-2', {}, null, alder), await ask('none', {}, null, alder)];
    expect(others.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(others.errors?.[0]?.message).toBe(none.errors?.[0]?.message);
  });

  test('and staff, and nobody else', async () => {
    for (const scope of ['buyer', 'wsib', 'ministry', 'association'] as const) {
      const { errors } = await ask('A-1', {}, null, await server.keyFor(scope));
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect((await ask('A-1', {}, null, null)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

test('bad input names its field', async () => {
  const letters = Array.from({ length: 11 }, () => ({ year: 2, issuedOn: today }));
  const bad = [
    [{ lettersOfGoodStanding: letters }, 'facts.lettersOfGoodStanding'],
    [{ lettersOfGoodStanding: [{ year: 4, issuedOn: today }] }, 'facts.lettersOfGoodStanding[0].year'],
    [{ lettersOfGoodStanding: [{ year: 2, issuedOn: today, certificate: 'C-3' }] }, 'facts.lettersOfGoodStanding[0].certificate'],
    [{ audits: [{ completedOn: today }] }, 'facts.audits[0]'],
    [{ audits: [{ audit: toGlobalId('Audit', ids['U-2'] ?? '') }] }, 'facts.audits[0].audit'],
    [{ certificates: [{ standard: 'COR', issuedOn: today, audit: accountId('A-1') }] }, 'facts.certificates[0].audit'],
    [{ revocations: [{ from: today, liftedOn: '2026-11-19' }] }, 'facts.revocations[0].liftedOn'],
  ] as const;
  for (const [supposed, field] of bad) {
    const { errors } = await ask('A-1', supposed);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  }
});

describe('what happens then', () => {
  const today = '2026-11-20';

  // 1000001 is pending without its letter of 1 October 2026; 1000002 lost its certification on 31 August 2026.
  const facts = {
    organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,'],
    accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-1,1000002', 'A-3,O-1,1000003', 'A-4,O-1,1000004'],
    registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-3,A-3,2026-01-05,', 'R-4,A-4,2026-01-05,'],
    certificates: [
      'number,account,standard,basis,issued_on',
      'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-10-01',
      'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2025-06-01',
    ],
    auditors: ['auditor,name', 'X-1,Ann Approved', 'X-2,Bo Unlisted', 'X-3,Cy Same', 'X-4,Di Same'],
    auditing_companies: ['company,name', 'Y-1,Assessors'],
    approved_list: ['auditor,from,to,company', 'X-1,2020-01-01,,', 'X-3,2020-01-01,,Y-1', 'X-4,2020-01-01,,Y-1'],
    audits: [
      'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
      'U-9,A-4,EXTERNAL,COR_2020,2026-06-01,2026-06-03,,2026-06-15,,,,,',
    ],
    element_scores: ['audit,element,score'],
  };

  let server: TestServer;
  let staff: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    server = await startTestServer({ now: `${today}T15:00:00Z` });
    await record(server.dataSource, facts, today);
    staff = await server.keyFor('staff');
    const known = await server.dataSource.query(`
    select reference as name, id from account union all select number, id from certificate union all select reference, id from external_auditor
      union all select reference, id from audit`);
    for (const { name, id } of known) ids[name] = id;
  });

  afterAll(() => server.stop());

  const globalId = (type: 'Account' | 'Audit' | 'Certificate' | 'ExternalAuditor', name: string): string =>
    toGlobalId(type, ids[name] ?? '');

  const words = 'code message reasons { clause holds decides because }';
  const outlook = 'standing since holdsUntil then stage { stage } obligations { kind state opensOn dueOn lastDay doneOn }';

  async function asked(query: string, variables: object) {
    const { data, errors } = await server.graphql(query, { ...variables }, { key: staff });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  const suppose = async (account: string, supposed: object) =>
    (
      await asked(
        `query ($account: ID!, $facts: HypotheticalFacts!) { whatIf(account: $account, facts: $facts) {
        after { ${outlook} } refusals { refusal { ${words} } } } }`,
        { account: globalId('Account', account), facts: supposed },
      )
    ).whatIf;

  const present = async (wsibAccount: string) => {
    const { account } = await asked(
      `query ($w: String!) { account(wsibAccount: $w) { standing { standing since holdsUntil then } stage { stage }
      obligations { kind state opensOn dueOn lastDay doneOn } } }`,
      { w: wsibAccount },
    );
    const { standing, ...rest } = account;
    return { ...standing, ...rest };
  };

  const mutate = async (name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refused { ${words} } } }`;
    return (await asked(text, { input: { idempotencyKey: randomUUID(), ...input } }))[name];
  };

  test('R-13: what is refused as an assumption is refused as a fact, in the same words', async () => {
    const { refusals } = await suppose('A-2', { certificates: [{ standard: 'COR_2020', issuedOn: today }] });
    const { __typename, ...refused } = await mutate('issueCertificate', { account: globalId('Account', 'A-2'), standard: 'COR_2020' });
    expect(__typename).toBe('Refused');
    expect(refused.code).toBe('REGISTRATION_NEEDED');
    expect(refusals).toEqual([{ refusal: refused }]);
  });

  test('G-2.4.k: a letter does what was predicted', async () => {
    const certificate = globalId('Certificate', 'C-1');
    const audit = await auditForLetter(server.dataSource, certificate, today);
    const { after } = await suppose('A-1', { lettersOfGoodStanding: [{ year: 2, issuedOn: today }] });
    expect(after).toMatchObject({ standing: 'CERTIFIED', since: today });
    await mutate('issueLetterOfGoodStanding', { certificate, audit, year: 2 });
    expect(await present('1000001')).toEqual(after);
  });

  test('R-29: a revocation does what was predicted', async () => {
    const { after } = await suppose('A-1', { revocations: [{ from: today }] });
    expect(after).toMatchObject({ standing: 'REVOKED', since: today });
    await mutate('recordRevocation', { account: globalId('Account', 'A-1'), from: today, reason: 'A reason', document: 'D-1' });
    expect(await present('1000001')).toEqual(after);
  });

  test('G-2.1.a, R-13: a registration and a certificate after a loss do what was predicted', async () => {
    const account = globalId('Account', 'A-2');
    const audit = await auditForCertificate(server.dataSource, account, today, { registers: false });
    const supposed = { registrations: [{ confirmedOn: '2026-11-19' }], certificates: [{ standard: 'COR_2020', issuedOn: today }] };
    const { after, refusals } = await suppose('A-2', supposed);
    expect([after.standing, refusals]).toEqual(['CERTIFIED', []]);
    await mutate('confirmRegistration', { account, confirmedOn: '2026-11-19' });
    await mutate('issueCertificate', { account, audit });
    expect(await present('1000002')).toEqual(after);
  });

  /** An initial internal audit and an external one of account A-3, with what differs; both pass. */
  const internal = (given: object = {}) => {
    const day = '2026-03-02';
    const days = {
      startedOn: day,
      completedOn: day,
      receivedOn: day,
      signedOffOn: day,
      preAssessedOn: day,
      reviewedOn: day,
      reportedOn: day,
    };
    return { type: 'INITIAL_INTERNAL', ...days, passed: true, ...given };
  };
  const external = (day: string, given: object = {}) => {
    const days = { planApprovedOn: day, startedOn: day, completedOn: day, reportedOn: day, reportApprovedOn: day };
    return { type: 'EXTERNAL', ...days, passed: true, ...given };
  };
  const certificates = [{ standard: 'COR_2020', issuedOn: today }];
  const refusedBy = async (audits: object[], account = 'A-3'): Promise<string[]> => {
    const { refusals } = await suppose(account, { audits, certificates });
    return refusals.flatMap(({ refusal }: { refusal: { reasons: { clause: string }[] } }) => refusal.reasons.map(({ clause }) => clause));
  };

  test('G-2.4.g: an auditor who is named for a supposed audit is judged as recorded', async () => {
    const by = (name: string) => [internal(), external('2026-06-01', { auditor: globalId('ExternalAuditor', name) })];
    expect(await refusedBy(by('X-1'))).toEqual([]);
    expect(await refusedBy(by('X-2'))).toEqual(['G-2.4.g']);
  });

  test('R-29: what is dated on the first day of a supposed revocation is refused, and what is dated on the day before or when it is lifted is not', async () => {
    const audits = [internal(), external('2026-06-01')];
    const refusals = async (revocation: object): Promise<string[]> =>
      (await suppose('A-3', { audits, certificates, revocations: [revocation] })).refusals.map(
        ({ refusal }: { refusal: { code: string } }) => refusal.code,
      );
    expect(await refusals({ from: today })).toEqual(['REVOCATION_STANDS']);
    expect(await refusals({ from: '2026-11-21' })).toEqual([]);
    expect(await refusals({ from: '2026-11-19', liftedOn: today })).toEqual([]);
  });

  test('G-3.4.a: an auditor who is named for an audit on record acts for the company of its first day', async () => {
    const [first, second] = ['X-3', 'X-4'].map((name) => globalId('ExternalAuditor', name));
    const audits = (auditor?: string) => [
      internal(),
      external('2026-05-04', { auditor: first }),
      { audit: globalId('Audit', 'U-9'), auditor, passed: true, planApprovedOn: '2026-06-01', reportApprovedOn: '2026-06-15' },
    ];
    expect(await refusedBy(audits(second), 'A-4')).toEqual(['G-3.4.a']);
    expect(await refusedBy(audits(globalId('ExternalAuditor', 'X-1')), 'A-4')).toEqual([]);
  });

  test('G-2.4.e: after a review that fails, a new internal audit that is asked for holds up the certificate, and an approved plan does not', async () => {
    const failed = (given: object) => [internal({ passed: false, ...given }), external('2026-06-01')];
    expect(await refusedBy(failed({ planOfActionApprovedOn: '2026-04-01' }))).toEqual([]);
    expect(await refusedBy(failed({ newAuditAskedForOn: '2026-04-01' }))).toEqual(['G-2.4.e']);
  });

  test('G-2.4.i, R-5: a re-audit belongs to the audit that is named, on record or supposed, and has its six months', async () => {
    const walk = (day: string, base: string) => [
      internal(),
      external('2026-04-01', { passed: false, reportReceivedOn: '2026-04-01' }),
      external(day, { type: 'RE_AUDIT', reAuditOf: base }),
    ];
    expect(await refusedBy(walk('2026-10-01', 'HYP-AUDIT-2'))).toEqual([]);
    expect(await refusedBy(walk('2026-10-02', 'HYP-AUDIT-2'))).toEqual(['G-2.4.i']);
    for (const base of ['HYP-AUDIT-3', 'HYP-AUDIT-9', globalId('Account', 'A-3')])
      await expect(refusedBy(walk('2026-10-01', base))).rejects.toThrow('facts.audits[2].reAuditOf must be an external audit');
  });

  test('G-2.4.e, G-2.4.i: once an action plan is submitted it is done, and its approval is due', async () => {
    const plans = async (audits: object[]): Promise<string[]> => {
      const { after } = await suppose('A-3', { audits });
      const owed: Record<string, string>[] = after.obligations;
      return owed.flatMap(({ kind = '', state, doneOn }) => (/PLAN/.test(kind) ? [`${kind} ${state} ${doneOn ?? ''}`.trim()] : []));
    };
    const failed = (given: object) => [internal(), external('2026-08-01', { passed: false, reportReceivedOn: '2026-08-01', ...given })];
    const submitted = ['CORRECTIVE_ACTION_PLAN DONE 2026-10-15', 'CORRECTIVE_ACTION_PLAN_APPROVAL DUE'];
    expect(await plans(failed({}))).toEqual(['CORRECTIVE_ACTION_PLAN DUE']);
    expect(await plans(failed({ actionPlanSubmittedOn: '2026-10-15' }))).toEqual(submitted);
    expect(await plans([internal({ passed: false, actionPlanSubmittedOn: '2026-10-15' })])).toEqual(submitted);
  });

  test('naming an auditor is for staff, and for external audits', async () => {
    const [{ id }] = await server.dataSource.query(`select organization_id as id from account where reference = 'A-3'`);
    const owner = await server.keyFor('organization', 'Alder', id);
    const ask = (key: string, audit: object) =>
      server.graphql(
        'query ($account: ID!, $facts: HypotheticalFacts!) { whatIf(account: $account, facts: $facts) { on } }',
        { account: globalId('Account', 'A-3'), facts: { audits: [{ ...audit, auditor: globalId('ExternalAuditor', 'X-1') }] } },
        { key },
      );
    expect((await ask(owner, external(today))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(staff, internal())).errors?.[0]?.extensions.field).toBe('facts.audits[0].auditor');
  });
});

describe('for SOSE', () => {
  const today = '2026-11-20';

  // 1000001 is certified after an external audit completed on 20 May 2026 and not closed: the last day to apply is 20 May 2027 (L.a). 1000002 lost
  // its certification on 31 August 2026, day 91 after 1 June.
  const facts = {
    organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,'],
    accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-1,1000002'],
    certificates: [
      'number,account,standard,basis,issued_on',
      'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2026-06-15',
      'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2025-06-01',
    ],
    audits: [
      'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
      'U-1,A-1,EXTERNAL,COR_2020,2026-05-18,2026-05-20,,2026-06-01,,Ann Audit,,,',
      'U-2,A-2,EXTERNAL,COR_2020,2025-05-05,2025-05-07,,2025-05-15,,Ann Audit,,,',
    ],
    element_scores: ['audit,element,score'],
  };

  let server: TestServer;
  const keys = { staff: '', alder: '', sose: '' };
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    server = await startTestServer({ now: `${today}T15:00:00Z` });
    await record(server.dataSource, facts, today);
    for (const table of ['organization', 'account', 'audit'])
      for (const row of await server.dataSource.query(`select id, reference from ${table}`)) ids[row.reference] = row.id;
    keys.staff = await server.keyFor('staff');
    keys.alder = await server.keyFor('organization', 'Alder Ltd.', ids['O-1']);
    keys.sose = await server.keyFor('sose', 'SOSE portal');
  });

  afterAll(() => server.stop());

  const globalId = (type: 'Account' | 'Audit', reference: string): string => toGlobalId(type, ids[reference] ?? '');

  const assessment =
    'soseEligibility { outcome applicationDay judgesRecord lastDayToApply criteria { criterion finding evidence { kind reference on } } }';
  const outlook = `standing certificateNumber since reasons { clause } stage { stage } obligations { key } ${assessment}`;
  const query = `query ($account: ID!, $facts: HypotheticalFacts!, $on: LocalDate) { whatIf(account: $account, facts: $facts, on: $on) {
  before { ${outlook} } after { ${outlook} } changes { from } refusals { fact } } }`;

  const ask = (who: keyof typeof keys, account: string, supposed: object, on: string | null = null) =>
    server.graphql(query, { account: globalId('Account', account), facts: supposed, on }, { key: keys[who] });

  async function whatIf(who: keyof typeof keys, account: string, supposed: object, on: string | null = null) {
    const { data, errors } = await ask(who, account, supposed, on);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.whatIf;
  }

  interface Judged {
    readonly soseEligibility: {
      readonly criteria: { readonly criterion: string; readonly finding: string; readonly evidence: object[] }[];
    };
  }

  const criterion = ({ soseEligibility }: Judged, name: string) => soseEligibility.criteria.find((each) => each.criterion === name);

  const closing = () => ({ audits: [{ audit: globalId('Audit', 'U-1'), closedOn: '2026-11-10', passed: true }] });

  describe('eligibility under SOSE', () => {
    test('W.3.c: an audit that is not closed would be met once it is', async () => {
      for (const who of ['staff', 'alder'] as const) {
        const { before, after } = await whatIf(who, 'A-1', closing());
        expect(criterion(before, 'AUDIT_CLOSED')?.finding).not.toBe('MET');
        expect(criterion(after, 'AUDIT_CLOSED')).toMatchObject({
          finding: 'MET',
          evidence: [{ kind: 'AUDIT', reference: globalId('Audit', 'U-1'), on: '2026-11-10' }],
        });
        expect(after.soseEligibility).toMatchObject({ applicationDay: today, judgesRecord: true, lastDayToApply: '2027-05-20' });
      }
    });

    test('L.a: another audit would extend the last day to apply', async () => {
      const audits = [{ type: 'EXTERNAL', completedOn: '2027-04-01', reportedOn: '2027-04-15', closedOn: '2027-05-03', passed: true }];
      const { before, after } = await whatIf('staff', 'A-1', { audits }, '2027-05-21');
      expect(criterion(before, 'AUDIT_IN_TIME')?.finding).toBe('NOT_MET');
      expect(criterion(after, 'AUDIT_IN_TIME')?.finding).toBe('MET');
      expect(after.soseEligibility.lastDayToApply).toBe('2028-04-01');
      expect(criterion(after, 'AUDIT_CLOSED')?.evidence).toEqual([{ kind: 'AUDIT', reference: 'HYP-AUDIT-1', on: '2027-05-03' }]);
    });

    test('with nothing assumed is the same as in soseEligibility', async () => {
      const { before } = await whatIf('staff', 'A-1', {});
      const { data } = await server.graphql(`{ ${assessment.replace('{', '(wsibAccount: "1000001") {')} }`, {}, { key: keys.staff });
      expect(before.soseEligibility).toEqual(data.soseEligibility);
    });
  });

  describe('the SOSE portal', () => {
    const applying = 'mutation ($input: RecordSoseApplicationInput!) { recordSoseApplication(input: $input) { __typename } }';
    const apply = (wsibAccount: string) =>
      server.graphql(applying, { input: { idempotencyKey: randomUUID(), wsibAccount, reference: `S-${wsibAccount}` } }, { key: keys.sose });

    test('sees no account before it has recorded an application', async () => {
      ids.none = '00000000-0000-7000-8000-000000000000';
      const answers = [await ask('sose', 'A-1', closing()), await ask('sose', 'A-2', {}), await ask('sose', 'none', {})];
      for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect(new Set(answers.map(({ errors }) => errors?.[0]?.message)).size).toBe(1);
    });

    test('R-28: under an application it assumes audits, sees what is visible to it, and is logged', async () => {
      await apply('1000001');
      const { before, after, changes, refusals } = await whatIf('sose', 'A-1', closing());
      expect(criterion(after, 'AUDIT_CLOSED')?.finding).toBe('MET');
      expect(after).toMatchObject({ standing: 'CERTIFIED', certificateNumber: 'C-1', stage: null, obligations: null });
      expect([before.standing, changes, refusals]).toEqual(['CERTIFIED', [], []]);
      const logged = await server.dataSource.query(
        `select details->>'recipient' as recipient from audit_log where subject = $1 and action = 'discloseAuditFacts'`,
        [ids['A-1']],
      );
      expect(logged).toEqual([{ recipient: 'SOSE portal' }]);
    });

    test('does not learn a hidden standing, nor from what the law would refuse', async () => {
      await apply('1000002');
      const { before, after } = await whatIf('sose', 'A-2', { audits: [{ type: 'MAINTENANCE', receivedOn: today }] });
      for (const shown of [before, after])
        expect(shown).toMatchObject({
          standing: 'NO_CURRENT_CERTIFICATION',
          certificateNumber: null,
          since: null,
          reasons: [{ clause: 'X-7' }],
        });
      for (const account of ['A-1', 'A-2', 'none']) {
        const { errors } = await ask('sose', account, { lettersOfGoodStanding: [{ year: 2, issuedOn: today }] });
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
        const { errors: ofReport } = await ask('sose', account, { wsibReports: [{ from: today, isValid: false }] });
        expect(ofReport).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      }
    });
  });
});
