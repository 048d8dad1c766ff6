// Days worked out from the rulebook, section 12. Firm 1 (ready): external audit completed 10 November 2025, so the last day to apply is 10 November
// 2026 (L.a: the same day 12 months later, that day included), closed 20 January 2026 (W.3.c), action plan approved 10 February 2026, its corrections
// checked by a third party 1 April 2026 (X-1b); third-party audit again by 10 November 2028 (W.3.d).
// Firm 2: certificate of 15 March 2024, no letter for year 2: A1 is 15 March 2025, days 0 to 30 end on 14 April, day 90 is 13 June, lost on 14 June.
// Firm 3: registered only. Firm 4: the older COR, audited 1 April 2019. Firm 5: external audit of 29 February 2024, last day 28 February 2025.
// Firm 7: an equivalency certificate for ISO 45001 of 2 March 2026, whose last day is 1 March 2027.
// Firm 6: external audit completed 3 October 2022, which failed; re-audit 20 February 2023: last days 3 October 2023 and 20 February 2024.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const today = '2026-11-20';

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Ready Builders Inc.,,,123456782,Sudbury',
    'O-2,Other Builders Inc.,,,,Sudbury',
  ],
  accounts: [
    'account,organization,wsib_account',
    ...[
      'A-1,O-1,2000001',
      'A-2,O-2,2000002',
      'A-3,O-2,2000003',
      'A-4,O-2,2000004',
      'A-5,O-2,2000005',
      'A-6,O-2,2000006',
      'A-7,O-2,2000007',
    ],
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-3,A-3,2020-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-12-15',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2024-03-15',
    'C-4,A-4,COR,EXTERNAL_AUDIT,2019-05-06',
    'C-5,A-5,COR_2020,EXTERNAL_AUDIT,2024-04-02',
    'C-6,A-6,COR_2020,EXTERNAL_AUDIT,2023-03-20',
    'C-7,A-7,COR_2020,ISO_45001_EQUIVALENCY,2026-03-02',
  ],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'AU-1,A-1,EXTERNAL,COR_2020,2025-11-06,2025-11-10,2025-11-14,2025-11-28,2026-01-20,Ann Audit,Audit Co.,,',
    'AU-1M,A-1,MAINTENANCE,COR_2020,,2026-09-01,2026-09-10,,,Ira Inside,,,',
    'AU-2,A-2,EXTERNAL,COR_2020,,2024-02-20,,2024-03-01,2024-03-10,Bob Audit,,,',
    'AU-3,A-3,INITIAL_INTERNAL,COR_2020,,2020-02-03,2020-02-10,,,Ira Inside,,,',
    'AU-4,A-4,EXTERNAL,COR,,2019-04-01,,2019-04-10,2019-04-20,Bob Audit,,,',
    'AU-5,A-5,EXTERNAL,COR_2020,,2024-02-29,,2024-03-10,2024-03-20,Bob Audit,,,',
    'AU-6,A-6,EXTERNAL,COR_2020,,2022-10-03,,2022-10-20,,Bob Audit,,70.00,100',
    'AU-6R,A-6,RE_AUDIT,COR_2020,,2023-02-20,,2023-03-01,2023-03-10,Bob Audit,,90.00,100',
  ],
  element_scores: [
    'audit,element,score',
    ...['AU-6', 'AU-6R'].flatMap((audit) => Array.from({ length: 14 }, (_, at) => `${audit},${at + 1},75.00`)),
  ],
};

let server: TestServer;
const keys: Record<'staff' | 'ready' | 'other' | 'sose' | 'buyer' | 'wsib' | 'ministry', string> = {
  ...{ staff: '', ready: '', other: '', sose: '', buyer: '', wsib: '', ministry: '' },
};
type Who = keyof typeof keys | 'public';
const ids: Record<string, string> = {};
const auditId = (reference: string): string => toGlobalId('Audit', ids[reference] ?? '');

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

const leadFields =
  '... on LeadAuditor { name standings { from to inGoodStanding } version } ... on Refused { code reasons { clause } fr: reasons(locale: FR) { because } }';
const planFields =
  '... on SoseActionPlan { approvedOn approvedBy checkedOn checkedBy byThirdParty version } ... on Refused { code reasons { clause } }';
const mutations = {
  recordLeadAuditor: `mutation ($input: RecordLeadAuditorInput!) { done: recordLeadAuditor(input: $input) { ${leadFields} } }`,
  alterLeadAuditor: `mutation ($input: AlterLeadAuditorInput!) { done: alterLeadAuditor(input: $input) { ${leadFields} } }`,
  recordSoseActionPlan: `mutation ($input: RecordSoseActionPlanInput!) { done: recordSoseActionPlan(input: $input) { ${planFields} } }`,
  alterSoseActionPlan: `mutation ($input: AlterSoseActionPlanInput!) { done: alterSoseActionPlan(input: $input) { ${planFields} } }`,
};
type Mutation = keyof typeof mutations;

const inputOf = (name: Mutation, input: object) => ({
  input: { ...(name.startsWith('record') ? { idempotencyKey: randomUUID() } : {}), ...input },
});
const write = async (name: Mutation, input: object, who: Who = 'staff') => (await answer(who, mutations[name], inputOf(name, input))).done;

const everGood = [{ from: '2015-01-01', inGoodStanding: true }];
const plan = { approvedOn: '2026-02-10', approvedBy: 'IHSA', checkedOn: '2026-04-01', checkedBy: 'Audits North', byThirdParty: true };

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  for (const table of ['organization', 'account', 'audit'])
    for (const row of await server.dataSource.query(`select id, reference from ${table}`)) ids[row.reference] = row.id;
  keys.staff = await server.keyFor('staff', 'Clerk');
  keys.ready = await server.keyFor('organization', 'Ready Builders Inc.', ids['O-1']);
  keys.other = await server.keyFor('organization', 'Other Builders Inc.', ids['O-2']);
  for (const who of ['sose', 'buyer', 'wsib', 'ministry'] as const) keys[who] = await server.keyFor(who, `Test ${who}`);
  for (const audit of ['AU-1', 'AU-5', 'AU-6'])
    await write('recordLeadAuditor', { audit: auditId(audit), name: 'P. Roy', standings: everGood });
  await write('recordSoseActionPlan', { audit: auditId('AU-1'), ...plan });
  await write('recordSoseActionPlan', { audit: auditId('AU-5'), ...plan, approvedOn: '2024-04-10', checkedOn: '2024-05-10' });
  await write('recordSoseActionPlan', { audit: auditId('AU-6R'), ...plan, approvedOn: '2023-04-10', checkedOn: '2023-05-10' });
});

afterAll(() => server.stop());

const conduct = {
  convictions: { days: [], broughtBy: 'MINISTRY' },
  prosecutionUnderWay: { isSo: false, broughtBy: 'MINISTRY' },
  workerParticipation: { isSo: true, broughtBy: 'APPLICANT' },
};

const criterionFields = 'criterion finding clauses heldBy because missing evidence { kind reference on broughtBy }';
const one = `query ($number: String!, $day: LocalDate, $applicant: ApplicantFacts) {
  soseEligibility(wsibAccount: $number, applicationDay: $day, applicant: $applicant) {
    account { wsibAccount } judgesRecord outcome applicationDay system lastDayToApply nextThirdPartyAuditBy
    criteria { ${criterionFields} } movedBy { clause because } warnings { clause because } brought { field by }
  } }`;

interface Found {
  readonly outcome: string;
  readonly criteria: { readonly criterion: string; readonly finding: string }[];
}

const many = `query ($applicants: [SoseApplicant!]!) { soseEligibilities(applicants: $applicants) {
  outcome applicationDay lastDayToApply system criteria { criterion finding } warnings { clause because } } }`;

const findingOf = ({ criteria }: Found, criterion: string) => criteria.find((each) => each.criterion === criterion)?.finding;

const iso = {
  systems: [
    {
      system: 'ISO_45001',
      broughtBy: 'APPLICANT',
      certificate: { number: 'ISO-77', issuedOn: '2020-03-01', lastDay: '2023-02-28' },
      audits: [
        {
          reference: 'ISO audit 2020',
          ...{ completedOn: '2020-02-10', closedOn: '2020-04-01', byThirdParty: true, verified: true },
          body: { name: 'Sample Registrar', kind: 'ISO_17021_1_WITH_17021_10' },
        },
      ],
    },
  ],
  leadAuditors: [{ audit: 'ISO audit 2020', name: 'L. Chen', standings: everGood, broughtBy: 'APPLICANT' }],
  ...conduct,
};

describe('a page of employers with audits from 2019 to 2026', () => {
  // WSIB account, application day, outcome, and the criterion that depends on the day with its finding.
  const cases: [string, string, string, string, string, object?][] = [
    ['2000001', '2026-01-19', 'NOT_ELIGIBLE', 'AUDIT_CLOSED', 'NOT_MET'],
    ['2000001', '2026-01-20', 'NOT_ELIGIBLE', 'AUDIT_CLOSED', 'MET'],
    ['2000001', '2026-02-09', 'NOT_ELIGIBLE', 'SOSE_ACTION_PLAN', 'NOT_MET'],
    ['2000001', '2026-03-31', 'NOT_ELIGIBLE', 'SOSE_ACTION_PLAN', 'NOT_MET'],
    ['2000001', '2026-04-01', 'ELIGIBLE', 'SOSE_ACTION_PLAN', 'MET'],
    ['2000001', '2026-11-10', 'ELIGIBLE', 'AUDIT_IN_TIME', 'MET'],
    ['2000001', '2026-11-11', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'NOT_MET'],
    ['2000001', '2025-11-09', 'CANNOT_SAY_YET', 'THIRD_PARTY_AUDIT', 'NOT_KNOWN_HERE'],
    ['2000002', '2025-02-20', 'CANNOT_SAY_YET', 'AUDIT_IN_TIME', 'MET'],
    ['2000002', '2025-02-21', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'NOT_MET'],
    ['2000002', '2025-04-14', 'NOT_ELIGIBLE', 'CERTIFICATE', 'MET'],
    ['2000002', '2025-04-15', 'NOT_ELIGIBLE', 'CERTIFICATE', 'NOT_KNOWN_HERE'],
    ['2000002', '2025-06-13', 'NOT_ELIGIBLE', 'CERTIFICATE', 'NOT_KNOWN_HERE'],
    ['2000002', '2025-06-14', 'NOT_ELIGIBLE', 'CERTIFICATE', 'NOT_MET'],
    ['2000003', '2021-01-19', 'NOT_ELIGIBLE', 'CERTIFICATION_BODY', 'NOT_MET', iso],
    ['2000003', '2021-01-20', 'ELIGIBLE', 'CERTIFICATION_BODY', 'MET', iso],
    ['2000003', '2021-02-10', 'ELIGIBLE', 'AUDIT_IN_TIME', 'MET', iso],
    ['2000003', '2021-02-11', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'NOT_MET', iso],
    ['2000004', '2020-04-01', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'MET'],
    ['2000004', '2020-04-01', 'NOT_ELIGIBLE', 'ACCREDITED_SYSTEM', 'NOT_MET'],
    ['2000004', '2020-04-02', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'NOT_MET'],
    ['2000005', '2025-02-28', 'ELIGIBLE', 'AUDIT_IN_TIME', 'MET'],
    ['2000005', '2025-03-01', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'NOT_MET'],
    ['2000006', '2023-10-03', 'ELIGIBLE', 'AUDIT_IN_TIME', 'MET'],
    ['2000006', '2023-10-04', 'CANNOT_SAY_YET', 'AUDIT_IN_TIME', 'NOT_KNOWN_HERE'],
    ['2000006', '2024-02-20', 'CANNOT_SAY_YET', 'AUDIT_IN_TIME', 'NOT_KNOWN_HERE'],
    ['2000006', '2024-02-21', 'NOT_ELIGIBLE', 'AUDIT_IN_TIME', 'NOT_MET'],
    ['2000007', '2026-03-01', 'CANNOT_SAY_YET', 'ACCREDITED_SYSTEM', 'NOT_KNOWN_HERE'],
    ['2000007', '2026-03-02', 'CANNOT_SAY_YET', 'ACCREDITED_SYSTEM', 'MET'],
    ['2000007', '2027-03-01', 'CANNOT_SAY_YET', 'ACCREDITED_SYSTEM', 'MET'],
    ['2000007', '2027-03-02', 'CANNOT_SAY_YET', 'ACCREDITED_SYSTEM', 'NOT_KNOWN_HERE'],
    ['9999999', '2026-04-01', 'CANNOT_SAY_YET', 'ACCREDITED_SYSTEM', 'NOT_KNOWN_HERE'],
  ];

  test('is answered correctly on the days around each limit, in the order asked', async () => {
    const applicants = cases.map(([wsibAccount, applicationDay, , , , brought]) => ({
      wsibAccount,
      applicationDay,
      facts: brought ?? conduct,
    }));
    const { soseEligibilities } = await answer('staff', many, { applicants });
    const answered = soseEligibilities.map((found: Found & { applicationDay: string }, at: number) => {
      const [number = '', , , criterion = ''] = cases[at] ?? [];
      return [number, found.applicationDay, found.outcome, criterion, findingOf(found, criterion)];
    });
    expect(answered).toEqual(cases.map((each) => each.slice(0, 5)));
  });

  test('takes the same few statements for any number of employers', async () => {
    const count = async (size: number) => {
      const applicants = Array.from({ length: size }, (_, at) => ({ wsibAccount: String(2000001 + (at % 6)) }));
      server.statements();
      await answer('staff', many, { applicants });
      return server.statements().length;
    };
    await count(1);
    expect(await count(100)).toBe(await count(6));
  });

  test('has at most 100', async () => {
    const applicants = Array.from({ length: 101 }, () => ({ wsibAccount: '2000001' }));
    expect(await fault('staff', many, { applicants })).toEqual(['BAD_USER_INPUT applicants']);
  });
});

describe('an assessment', () => {
  test('shows each criterion with its clauses, evidence, holder and what is missing, the last day to apply and what would extend it', async () => {
    const { soseEligibility } = await answer('staff', one, { number: '200-0001', day: '2026-11-10', applicant: conduct });
    const { criteria, ...rest } = soseEligibility;
    expect(rest).toEqual({
      account: { wsibAccount: '2000001' },
      ...{ judgesRecord: true, outcome: 'ELIGIBLE', applicationDay: '2026-11-10', system: 'COR_2020' },
      ...{ lastDayToApply: '2026-11-10', nextThirdPartyAuditBy: '2028-11-10' },
      movedBy: [{ clause: 'L.a', because: expect.stringContaining('10 November 2025') }],
      warnings: [],
      brought: [
        { field: 'convictions', by: 'MINISTRY' },
        { field: 'prosecutionUnderWay', by: 'MINISTRY' },
        { field: 'workerParticipation', by: 'APPLICANT' },
      ],
    });
    expect(criteria).toHaveLength(11);
    const of = (name: string) => criteria.find(({ criterion }: { criterion: string }) => criterion === name);
    const audit = auditId('AU-1');
    expect(of('AUDIT_IN_TIME')).toEqual({
      ...{ criterion: 'AUDIT_IN_TIME', finding: 'MET', clauses: ['L.a', 'X-1'], heldBy: ['IHSA'], missing: null },
      because: 'The audit was completed on 10 November 2025 and counts for applications until 10 November 2026.',
      evidence: [{ kind: 'AUDIT', reference: audit, on: '2025-11-10', broughtBy: null }],
    });
    expect(of('CERTIFICATE').evidence).toEqual([{ kind: 'CERTIFICATE', reference: 'C-1', on: '2025-12-15', broughtBy: null }]);
    expect(of('LEAD_AUDITOR').evidence).toEqual([
      { kind: 'LEAD_AUDITOR', reference: 'P. Roy', on: '2025-11-10', broughtBy: null },
      { kind: 'LEAD_AUDITOR', reference: 'P. Roy', on: '2026-01-20', broughtBy: null },
    ]);
    expect(of('SOSE_ACTION_PLAN')).toMatchObject({
      clauses: ['X-1b'],
      evidence: [
        { kind: 'ACTION_PLAN', reference: audit, on: '2026-02-10', broughtBy: null },
        { kind: 'CORRECTIONS_CHECK', reference: audit, on: '2026-04-01', broughtBy: null },
      ],
    });
    expect(of('NO_PROSECUTION').evidence).toEqual([
      { kind: 'STATEMENT', reference: 'prosecutionUnderWay', on: null, broughtBy: 'MINISTRY' },
    ]);
  });

  test('says who holds a fact unknown here, and what is missing, in both languages', async () => {
    const query = `query ($number: String!) { soseEligibility(wsibAccount: $number, applicationDay: "2026-11-10") { outcome
      criteria { criterion finding heldBy missing fr: missing(locale: FR) } } }`;
    const { soseEligibility } = await answer('ready', query, { number: '2000001' });
    expect(soseEligibility.outcome).toBe('CANNOT_SAY_YET');
    const unknown = soseEligibility.criteria.filter(({ finding }: { finding: string }) => finding !== 'MET');
    expect(unknown.map(({ criterion, heldBy }: { criterion: string; heldBy: string[] }) => [criterion, ...heldBy])).toEqual([
      ['NO_CONVICTION', 'MINISTRY'],
      ['NO_PROSECUTION', 'MINISTRY'],
      ['WORKER_PARTICIPATION', 'APPLICANT', 'MINISTRY'],
    ]);
    for (const { missing, fr } of unknown) expect([missing, fr]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
    for (const { missing, fr } of unknown) expect(fr).not.toBe(missing);
  });

  test('warns about a pending certification, with the day it would be lost, and about a lost one', async () => {
    const warnings = async (day: string) => (await answer('staff', one, { number: '2000002', day })).soseEligibility.warnings;
    expect(await warnings('2025-04-14')).toEqual([]);
    expect(await warnings('2025-04-15')).toEqual([{ clause: 'R-23', because: expect.stringContaining('14 June 2025') }]);
    expect(await warnings('2025-06-14')).toEqual([{ clause: 'G-2.4.m', because: expect.stringContaining('14 June 2025') }]);
  });

  test('refers to a caller’s fact by the caller’s reference', async () => {
    const { soseEligibility } = await answer('sose', one, { number: '2000003', day: '2021-01-20', applicant: iso });
    expect(soseEligibility).toMatchObject({ outcome: 'ELIGIBLE', system: 'ISO_45001', judgesRecord: false, lastDayToApply: '2021-02-10' });
    expect(soseEligibility.brought).toEqual([
      { field: 'systems[0]', by: 'APPLICANT' },
      { field: 'leadAuditors[0]', by: 'APPLICANT' },
      { field: 'convictions', by: 'MINISTRY' },
      { field: 'prosecutionUnderWay', by: 'MINISTRY' },
      { field: 'workerParticipation', by: 'APPLICANT' },
    ]);
    const audit = soseEligibility.criteria.find(({ criterion }: { criterion: string }) => criterion === 'THIRD_PARTY_AUDIT');
    expect(audit.evidence).toEqual([{ kind: 'AUDIT', reference: 'ISO audit 2020', on: '2020-02-10', broughtBy: 'APPLICANT' }]);
  });

  test('attributes a fact to the key’s own holder, whatever the input says, except for the portal and staff', async () => {
    const applicant = { workerParticipation: { isSo: true, broughtBy: 'MINISTRY' } };
    const bringers: [Who, string][] = [
      ...([
        ['sose', 'MINISTRY'],
        ['staff', 'MINISTRY'],
        ['ministry', 'MINISTRY'],
        ['wsib', 'WSIB'],
      ] as [Who, string][]),
      ...([
        ['ready', 'APPLICANT'],
        ['buyer', 'APPLICANT'],
        ['public', 'APPLICANT'],
      ] as [Who, string][]),
    ];
    for (const [who, by] of bringers) {
      const { soseEligibility } = await answer(who, one, { number: '2000003', applicant });
      expect([who, soseEligibility.brought]).toEqual([who, [{ field: 'workerParticipation', by }]]);
    }
  });
});

describe('visibility', () => {
  const asked = (who: Who, number: string) => ask(who, one, { number, day: '2026-06-01' }).then(({ text }) => text);

  test('a stranger, the portal without a reference and another organization get the same for a hidden account as for a missing one', async () => {
    for (const who of ['public', 'buyer', 'wsib', 'ministry', 'sose', 'ready'] as const) {
      const hidden = await asked(who, '2000002');
      expect([who, hidden]).toEqual([who, await asked(who, '9999999')]);
      expect(hidden).toContain('"judgesRecord":false');
    }
  });

  test('and the same statements are run', async () => {
    for (const who of ['public', 'sose', 'ready'] as const) {
      const statements = async (number: string) => {
        server.statements();
        await asked(who, number);
        return server.statements();
      };
      await statements('9999998');
      expect([who, await statements('2000002')]).toEqual([who, await statements('9999999')]);
    }
  });

  test('recorded facts of a certified account are not judged for them either', async () => {
    const query = `query ($number: String!) { soseEligibility(wsibAccount: $number) { judgesRecord outcome system criteria { finding because evidence { reference } } } }`;
    for (const who of ['public', 'buyer', 'wsib', 'ministry', 'sose', 'other'] as const) {
      const { text } = await ask(who, query, { number: '2000001' });
      expect([who, text]).toEqual([who, (await ask(who, query, { number: '9999999' })).text]);
    }
  });

  test('a permission to read audit facts is not an application to SOSE', async () => {
    const permission = {
      account: toGlobalId('Account', ids['A-1'] ?? ''),
      recipient: 'Test sose',
      scope: 'AUDIT_FACTS',
      document: 'Letter',
    };
    const giving = 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id version } } }';
    const { giveConsent } = await answer('ready', giving, { input: { idempotencyKey: randomUUID(), ...permission } });
    expect((await answer('sose', one, { number: '2000001' })).soseEligibility.judgesRecord).toBe(false);
    const withdrawing = 'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }';
    await answer('ready', withdrawing, { input: { consent: giveConsent.id, expectedVersion: giveConsent.version } });
  });

  test('the portal sees the recorded facts once it has recorded an application, until that is withdrawn; each read is logged', async () => {
    const applying = 'mutation ($input: RecordSoseApplicationInput!) { recordSoseApplication(input: $input) { __typename } }';
    await answer('sose', applying, { input: { idempotencyKey: randomUUID(), wsibAccount: '2000001', reference: 'SOSE-2026-1' } });
    const applied = (await answer('sose', one, { number: '#2OOOOO1.0', day: '2026-06-01', applicant: conduct })).soseEligibility;
    expect(applied).toMatchObject({ judgesRecord: true, outcome: 'ELIGIBLE', account: { wsibAccount: '2000001' } });

    const file = `{ account(wsibAccount: "2000001") { organization { disclosures { nodes { recipient account { wsibAccount } consent { document } } } }
      file { consents { id version document } } } }`;
    const { account } = await answer('ready', file);
    expect(account.organization.disclosures.nodes).toEqual([
      { recipient: 'Test sose', account: { wsibAccount: '2000001' }, consent: { document: 'SOSE-2026-1' } },
    ]);
    const [logged] = await server.dataSource.query(`select details from audit_log where action = 'discloseAuditFacts'`);
    expect(logged.details.audits.toSorted()).toEqual([ids['AU-1'], ids['AU-1M']].toSorted());

    const withdrawing = 'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }';
    const consent = account.file.consents.find(({ document }: { document: string }) => document === 'SOSE-2026-1');
    await answer('ready', withdrawing, { input: { consent: consent.id, expectedVersion: consent.version } });
    expect((await answer('sose', one, { number: '2000001' })).soseEligibility.judgesRecord).toBe(false);
    expect(await server.dataSource.query(`select 1 from audit_log where action = 'discloseAuditFacts'`)).toHaveLength(1);
  });

  test('reads by staff and by the organization itself are logged as reads of audits', async () => {
    const readings = async () =>
      (await server.dataSource.query(`select actor from audit_log where action = 'readAudits' and subject = $1 order by id`, [ids['A-1']]))
        .length;
    const before = await readings();
    await answer('staff', one, { number: '2000001' });
    await answer('ready', one, { number: '2000001' });
    expect(await readings()).toBe(before + 2);
  });
});

describe('a caller’s facts', () => {
  test('are checked: days in order, unique references, lists of limited length, texts on one line', async () => {
    const [system] = iso.systems;
    const [audit] = system?.audits ?? [];
    const bad: [object, string][] = [
      [
        { systems: [{ ...system, certificate: { number: 'N', issuedOn: '2020-03-01', lastDay: '2020-02-29' } }] },
        'applicant.systems[0].certificate.lastDay',
      ],
      [{ systems: [{ ...system, audits: [{ ...audit, closedOn: '2020-02-09' }] }] }, 'applicant.systems[0].audits[0].closedOn'],
      [{ systems: [{ ...system, audits: [audit, audit] }] }, 'applicant.systems'],
      [{ systems: Array(6).fill(system) }, 'applicant.systems'],
      [
        { systems: [{ ...system, audits: Array.from({ length: 21 }, (_, at) => ({ ...audit, reference: `${at}` })) }] },
        'applicant.systems[0].audits',
      ],
      [{ systems: [{ ...system, audits: [{ ...audit, reference: 'a\u0000b' }] }] }, 'applicant.systems[0].audits[0].reference'],
      [{ systems: [{ ...system, broughtBy: 'IHSA' }] }, 'applicant.systems[0].broughtBy'],
      [{ leadAuditors: [{ audit: 'x', name: ' ', standings: [] }] }, 'applicant.leadAuditors[0].name'],
      [
        {
          leadAuditors: [
            { audit: auditId('AU-1'), name: 'n', standings: [{ from: '2020-01-02', to: '2020-01-01', inGoodStanding: true }] },
          ],
        },
        'applicant.leadAuditors[0].standings[0].to',
      ],
      [{ ...iso, leadAuditors: [{ audit: 'ISO Audit 2020', name: 'n', standings: [] }] }, 'applicant.leadAuditors[0].audit'],
      [{ convictions: { days: Array(51).fill('2020-01-01') } }, 'applicant.convictions.days'],
    ];
    for (const [applicant, field] of bad) {
      expect(await fault('sose', one, { number: '2000003', applicant })).toEqual([`BAD_USER_INPUT ${field}`]);
    }
    const applicants = [{ wsibAccount: '2000003' }, { wsibAccount: '?', facts: {} }];
    expect(await fault('sose', many, { applicants })).toEqual(['BAD_USER_INPUT applicants[1].wsibAccount']);
  });

  test('about a recorded audit are judged with it: a statement against the lead auditor outweighs one in favour', async () => {
    const doubt = { from: '2025-11-10', to: '2025-11-10', inGoodStanding: false };
    const applicant = { ...conduct, leadAuditors: [{ audit: auditId('AU-1'), name: 'P. Roy', standings: [doubt], broughtBy: 'MINISTRY' }] };
    const { soseEligibility } = await answer('staff', one, { number: '2000001', day: '2026-06-01', applicant });
    expect([soseEligibility.outcome, findingOf(soseEligibility, 'LEAD_AUDITOR')]).toEqual(['NOT_ELIGIBLE', 'NOT_MET']);
  });

  test('are not mistaken for a recorded audit even if they use its id', async () => {
    const stored = ids['AU-1'] ?? '';
    const [system] = iso.systems;
    const applicant = { ...iso, systems: [{ ...system, audits: [{ ...system?.audits[0], reference: stored }] }], leadAuditors: [] };
    const { soseEligibility } = await answer('staff', one, { number: '2000001', day: '2021-01-20', applicant });
    expect(findingOf(soseEligibility, 'LEAD_AUDITOR')).toBe('NOT_KNOWN_HERE');
  });
});

describe('what staff record about an audit', () => {
  const seen = `query ($id: ID!) { node(id: $id) { ... on Audit { leadAuditor { name standings { from to inGoodStanding } version }
    soseActionPlan { approvedOn approvedBy checkedOn checkedBy byThirdParty version } } } }`;
  const audit = () => auditId('AU-2');

  test('is a lead auditor, once, whose standing becomes known over time and is shown with the audit', async () => {
    const [from, to] = ['2023-01-01', '2024-02-20'];
    expect(await write('recordLeadAuditor', { audit: audit(), name: ' P. Roy ', standings: [{ from, to, inGoodStanding: true }] })).toEqual(
      {
        name: 'P. Roy',
        standings: [{ from, to, inGoodStanding: true }],
        version: 1,
      },
    );
    expect(await write('recordLeadAuditor', { audit: audit(), name: 'L. Chen', standings: [] })).toEqual({
      code: 'ALREADY_RECORDED',
      reasons: [{ clause: 'X-14' }],
      fr: [{ because: expect.stringContaining('P. Roy') }],
    });
    const criterion = async () =>
      findingOf((await answer('staff', one, { number: '2000002', day: '2025-02-01' })).soseEligibility, 'LEAD_AUDITOR');
    expect(await criterion()).toBe('NOT_KNOWN_HERE'); // The closing day, 10 March 2024, is not covered.
    const standings = [{ from, to: null, inGoodStanding: true }];
    expect(await write('alterLeadAuditor', { audit: audit(), expectedVersion: 1, standings })).toEqual({
      name: 'P. Roy',
      standings,
      version: 2,
    });
    expect(await criterion()).toBe('MET');
    expect((await answer('other', seen, { id: audit() })).node.leadAuditor).toEqual({ name: 'P. Roy', standings, version: 2 });
    expect((await answer('ready', seen, { id: audit() })).node).toBeNull();
  });

  test('is an action plan, once, then the check of its corrections', async () => {
    const approval = { approvedOn: '2024-04-01', approvedBy: 'IHSA' };
    expect(await write('recordSoseActionPlan', { audit: audit(), ...approval })).toEqual({
      ...{ ...approval, checkedOn: null, checkedBy: null, byThirdParty: null, version: 1 },
    });
    expect(await write('recordSoseActionPlan', { audit: audit(), ...approval })).toEqual({
      code: 'ALREADY_RECORDED',
      reasons: [{ clause: 'X-1b' }],
    });
    const criterion = async () =>
      findingOf((await answer('staff', one, { number: '2000002', day: '2025-02-01' })).soseEligibility, 'SOSE_ACTION_PLAN');
    expect(await criterion()).toBe('NOT_KNOWN_HERE');
    const check = { checkedOn: '2024-05-01', checkedBy: 'Audits North', byThirdParty: true };
    expect(await write('alterSoseActionPlan', { audit: audit(), expectedVersion: 1, ...check })).toEqual({
      ...approval,
      ...check,
      version: 2,
    });
    expect(await criterion()).toBe('MET');
    expect(await write('alterSoseActionPlan', { audit: audit(), expectedVersion: 2, byThirdParty: false })).toMatchObject({ version: 3 });
    expect(await criterion()).toBe('NOT_MET');
  });

  test('is refused from others, for other audits, out of order, and at another version', async () => {
    const lead = (input: object) => inputOf('recordLeadAuditor', { audit: auditId('AU-4'), name: 'n', standings: [], ...input });
    for (const who of ['public', 'sose', 'ministry', 'other'] as const) {
      expect([who, await fault(who, mutations.recordLeadAuditor, lead({}))]).toEqual([who, ['FORBIDDEN']]);
    }
    expect(await fault('staff', mutations.recordLeadAuditor, lead({ audit: auditId('AU-1M') }))).toEqual(['BAD_USER_INPUT input.audit']);
    expect(await fault('staff', mutations.recordLeadAuditor, lead({ audit: toGlobalId('Audit', randomUUID()) }))).toEqual(['NOT_FOUND']);
    const backwards = { standings: [{ from: '2024-01-02', to: '2024-01-01', inGoodStanding: true }] };
    expect(await fault('staff', mutations.recordLeadAuditor, lead(backwards))).toEqual(['BAD_USER_INPUT input.standings[0].to']);
    const altering = (input: object) => ({ input: { audit: audit(), expectedVersion: 1, ...input } });
    expect(await fault('staff', mutations.alterLeadAuditor, altering({ name: 'L. Chen' }))).toEqual(['CONFLICT input.expectedVersion']);
    expect(await fault('staff', mutations.alterLeadAuditor, altering({ expectedVersion: 2, name: 'P. Roy' }))).toEqual([
      'BAD_USER_INPUT input',
    ]);
    const early = { expectedVersion: 3, checkedOn: '2024-03-31' };
    expect(await fault('staff', mutations.alterSoseActionPlan, altering(early))).toEqual(['BAD_USER_INPUT input.checkedOn']);
    const future = { expectedVersion: 3, checkedOn: '2026-11-21' };
    expect(await fault('staff', mutations.alterSoseActionPlan, altering(future))).toEqual(['BAD_USER_INPUT input.checkedOn']);
  });

  test('is removed if recorded in error, also together with its audit; its history stays', async () => {
    expect(await write('alterLeadAuditor', { audit: audit(), expectedVersion: 2, recordedInError: true })).toMatchObject({ version: null });
    expect((await answer('staff', seen, { id: audit() })).node.leadAuditor).toBeNull();
    const correcting =
      'mutation ($input: CorrectAuditInput!) { correctAudit(input: $input) { ... on Audit { version leadAuditor { name } } } }';
    const gone = { audit: auditId('AU-5'), expectedVersion: 1, reason: 'Another firm’s.', recordedInError: true };
    expect((await answer('staff', correcting, { input: gone })).correctAudit).toEqual({ version: null, leadAuditor: null });
    const kept: { fact: string }[] = await server.dataSource.query(
      `select distinct fact from fact_history where was->>'audit_id' = $1 or fact = 'lead_auditor_standing' order by fact`,
      [ids['AU-5']],
    );
    expect(kept.map(({ fact }) => fact)).toEqual(['lead_auditor', 'lead_auditor_standing', 'sose_action_plan']);
  });
});
