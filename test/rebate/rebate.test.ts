// Recognition of the firm: from 1 June 2026 to 31 May 2029, both included. A charge of 20 November 2025 lies in the look-back of 12 months
// until 20 November 2026 and in that of 24 months until 20 November 2027; between the two the WSIB decides.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const today = '2026-11-20';
const number = '4000001';

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Ready Builders Inc.,,,,Sudbury',
    'O-2,Other Builders Inc.,,,,Sudbury',
  ],
  accounts: ['account,organization,wsib_account', `A-1,O-1,${number}`],
};

let server: TestServer;
const keys: Record<'staff' | 'own' | 'other' | 'wsib' | 'ministry' | 'sose' | 'buyer', string> = {
  ...{ staff: '', own: '', other: '', wsib: '', ministry: '', sose: '', buyer: '' },
};
type Who = keyof typeof keys | 'public';

beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, facts, today);
  const organizations: { id: string; reference: string }[] = await server.dataSource.query('select id, reference from organization');
  const idOf = (reference: string) => organizations.find((each) => each.reference === reference)?.id ?? '';
  keys.own = await server.keyFor('organization', 'Ready Builders Inc.', idOf('O-1'));
  keys.other = await server.keyFor('organization', 'Other Builders Inc.', idOf('O-2'));
  for (const who of ['staff', 'wsib', 'ministry', 'sose', 'buyer'] as const) keys[who] = await server.keyFor(who);
  const input = {
    idempotencyKey: randomUUID(),
    wsibAccount: number,
    reference: 'REC-1',
    grantedOn: '2026-05-04',
    from: '2026-06-01',
    to: '2029-05-31',
  };
  const reporting = 'mutation ($input: ReportSoseRecognitionInput!) { reportSoseRecognition(input: $input) { __typename } }';
  await server.graphql(reporting, { input }, { key: keys.ministry });
});

afterAll(() => server.stop());

const query = `query ($number: String!, $on: LocalDate, $facts: RebateFacts) { rebateEligibility(wsibAccount: $number, on: $on, facts: $facts) {
  account { wsibAccount } outcome on brought { field by } notes { clause because fr: because(locale: FR) }
  criteria { criterion finding clauses heldBy because missing evidence { kind reference on broughtBy } } } }`;

const good = { schedule1: true, activeAccount: true, balancesPaid: true, charges: [], fatalities: [] };

const ask = (who: Who, variables: object) => server.graphql(query, { number, ...variables }, who === 'public' ? {} : { key: keys[who] });

async function assess(who: Who, variables: object) {
  const { data, errors } = await ask(who, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.rebateEligibility;
}

type Assessed = { readonly criteria: { readonly criterion: string; readonly finding: string }[] };
const findingOf = ({ criteria }: Assessed, criterion: string) => criteria.find((each) => each.criterion === criterion)?.finding;

describe('eligibility for the rebate', () => {
  test('is judged on the recorded recognition and the caller’s statements, each criterion with who holds the fact', async () => {
    const assessed = await assess('own', { facts: good });
    expect(assessed).toMatchObject({ account: { wsibAccount: number }, outcome: 'ELIGIBLE', on: today });
    expect(assessed.brought).toEqual(Object.keys(good).map((field) => ({ field, by: 'APPLICANT' })));
    expect(assessed.criteria.map(({ criterion, heldBy }: { criterion: string; heldBy: string[] }) => [criterion, ...heldBy])).toEqual([
      ['CPO_RECOGNITION', 'MINISTRY'],
      ...['SCHEDULE_1', 'ACTIVE_ACCOUNT', 'BALANCES_PAID', 'NO_CHARGES', 'NO_FATALITY'].map((each) => [each, 'WSIB']),
    ]);
    expect(assessed.criteria[0]).toMatchObject({
      ...{ clauses: ['X-2'], missing: null },
      evidence: [{ kind: 'RECOGNITION', reference: 'REC-1', on: '2026-06-01', broughtBy: 'MINISTRY' }],
    });
  });

  test('says that there are two look-back periods and that the day of the change is unknown', async () => {
    const [note] = (await assess('staff', {})).notes;
    expect(note).toEqual({
      clause: 'X-2',
      because: expect.stringMatching(/24 months.*12\..*not published/),
      fr: expect.stringMatching(/24 mois.*12 mois\..*publiée/),
    });
  });

  test('depends on the days of the recognition, of a charge and of a fatality', async () => {
    const cases: [string, string, string, object][] = [
      ['CPO_RECOGNITION', '2026-05-31', 'NOT_MET', {}],
      ['CPO_RECOGNITION', '2026-06-01', 'MET', {}],
      ['CPO_RECOGNITION', '2029-05-31', 'MET', {}],
      ['CPO_RECOGNITION', '2029-06-01', 'NOT_MET', {}],
      ['NO_CHARGES', '2026-11-20', 'NOT_MET', { charges: ['2025-11-20'] }],
      ['NO_CHARGES', '2026-11-21', 'NOT_KNOWN_HERE', { charges: ['2025-11-20'] }],
      ['NO_CHARGES', '2027-11-20', 'NOT_KNOWN_HERE', { charges: ['2025-11-20'] }],
      ['NO_CHARGES', '2027-11-21', 'MET', { charges: ['2025-11-20'] }],
      ['NO_FATALITY', '2026-11-20', 'MET', { fatalities: ['2026-05-31'] }],
      ['NO_FATALITY', '2026-11-20', 'NOT_MET', { fatalities: ['2026-06-01'] }],
      ['SCHEDULE_1', '2026-11-20', 'NOT_KNOWN_HERE', { schedule1: null }],
      ['SCHEDULE_1', '2026-11-20', 'NOT_MET', { schedule1: false }],
    ];
    for (const [criterion, on, finding, differing] of cases) {
      const assessed = await assess('staff', { on, facts: { ...good, ...differing } });
      expect([criterion, on, findingOf(assessed, criterion)]).toEqual([criterion, on, finding]);
      const outcome = { MET: 'ELIGIBLE', NOT_MET: 'NOT_ELIGIBLE', NOT_KNOWN_HERE: 'CANNOT_SAY_YET' }[finding];
      expect([criterion, on, assessed.outcome]).toEqual([criterion, on, outcome]);
    }
  });

  test('treats a recognition hidden from WSIB or another organization as missing', async () => {
    for (const who of ['wsib', 'other'] as const) {
      const { text } = await ask(who, { facts: good });
      expect([who, text]).toEqual([who, (await ask(who, { number: '9999999', facts: good })).text]);
      expect(text).toContain('CANNOT_SAY_YET');
    }
  });

  test('accepts a recognition stated by WSIB, its last day included', async () => {
    const brought = { ...good, recognition: { from: '2026-01-01', to: '2026-11-20' } };
    const last = await assess('wsib', { on: '2026-11-20', facts: brought });
    expect(last.outcome).toBe('ELIGIBLE');
    expect(last.brought).toContainEqual({ field: 'recognition', by: 'WSIB' });
    expect((await assess('wsib', { on: '2026-11-21', facts: brought })).outcome).toBe('NOT_ELIGIBLE');
  });

  test('is for WSIB, organizations and staff; their statements are checked', async () => {
    for (const who of ['public', 'buyer', 'sose', 'ministry'] as const) {
      const { errors = [] } = await ask(who, { facts: good });
      expect([who, errors.map(({ extensions }) => extensions.code)]).toEqual([who, ['FORBIDDEN']]);
    }
    const bad: [object, string][] = [
      [{ recognition: { from: '2026-06-01', to: '2026-05-31' } }, 'facts.recognition.to'],
      [{ charges: Array(51).fill('2026-01-01') }, 'facts.charges'],
    ];
    for (const [given, field] of bad) {
      const { errors = [] } = await ask('wsib', { facts: given });
      expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([['BAD_USER_INPUT', field]]);
    }
  });
});
