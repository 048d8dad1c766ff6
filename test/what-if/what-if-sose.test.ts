import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

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
  readonly soseEligibility: { readonly criteria: { readonly criterion: string; readonly finding: string; readonly evidence: object[] }[] };
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
    }
  });
});
