import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const audit = (key: string, account: string, type: string, received: string, reported: string, scores: string) =>
  `${key},${account},${type},COR_2020,${received},${received},${received},${reported},,An Auditor,,${scores}`;

const elements = (key: string, last: string) => Array.from({ length: 14 }, (_, at) => `${key},${at + 1},${at === 13 ? last : '80.00'}`);

// The server's day is 20 November 2026. A-1 and A-5 are in the first year of a certificate, without its maintenance audit; A-2 to A-4 are on the way to
// a first certificate: one internal audit not reviewed, one that passed, one with an element of 64.99.
const facts = {
  organizations: ['organization,legal_name,operating_name,former_names,business_number,city', 'O-1,Alder Ltd.,,,,', 'O-2,Birch Ltd.,,,,'],
  accounts: [
    'account,organization,wsib_account',
    ...['A-1,O-1,1000001', 'A-2,O-2,1000002', 'A-3,O-2,1000003', 'A-4,O-2,1000004', 'A-5,O-1,1000005'],
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-2,A-2,2026-01-05,', 'R-3,A-3,2026-01-05,', 'R-4,A-4,2026-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-12-15',
    'C-5,A-5,COR_2020,EXTERNAL_AUDIT,2026-01-10',
  ],
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    audit('U-2', 'A-2', 'INITIAL_INTERNAL', '2026-09-01', '', ','),
    audit('U-3', 'A-3', 'INITIAL_INTERNAL', '2026-04-01', '2026-05-15', '80.00,100.00'),
    audit('U-4', 'A-4', 'INITIAL_INTERNAL', '2026-04-01', '2026-05-15', '80.00,100.00'),
  ],
  element_scores: ['audit,element,score', ...elements('U-3', '65.00'), ...elements('U-4', '64.99')],
};

let server: TestServer;
let staff: string;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  staff = await server.keyFor('staff');
});

afterAll(() => server.stop());

const query = `query ($wsibAccount: String!, $on: LocalDate, $states: [ObligationState!]) { account(wsibAccount: $wsibAccount) {
  stage(on: $on) { stage on label french: label(locale: FR) reasons { clause holds decides because } }
  obligations(on: $on, states: $states) { key kind label french: label(locale: FR) by clauses state opensOn dueOn lastDay doneOn isLate because } } }`;

async function ask(wsibAccount: string, more: Record<string, unknown> = {}, key = staff) {
  const { data, errors } = await server.graphql(query, { wsibAccount, ...more }, { key });
  expect(errors).toBeUndefined();
  return data.account;
}

const stageOn = async (wsibAccount: string, on: string) => (await ask(wsibAccount, { on })).stage.stage;

interface Owed {
  readonly kind: string;
  readonly state: string;
}

describe('account.stage', () => {
  test('G-2.4.j: a maintenance audit not received 60 days before the anniversary is late, on the day after', async () => {
    // The anniversary is 15 December 2026; 60 days before is 16 October.
    expect(await stageOn('1000001', '2026-10-16')).toBe('MAINTENANCE_AUDIT_DUE');
    expect(await stageOn('1000001', '2026-10-17')).toBe('MAINTENANCE_AUDIT_LATE');
    const { stage } = await ask('1000001');
    expect(stage).toMatchObject({ stage: 'MAINTENANCE_AUDIT_LATE', on: '2026-11-20', label: 'maintenance audit late' });
    expect(stage.french).toBe('vérification de maintien en retard');
    expect(stage.reasons.filter(({ decides }: { decides: boolean }) => decides)).toEqual([
      {
        clause: 'G-2.4.j',
        holds: false,
        decides: true,
        because: 'The maintenance audit for year 2 was due by 16 October 2026 and had not been received by then.',
      },
    ]);
  });

  test('G-2.4.f: after a review that passes, the external audit is due within six months; then the process restarts', async () => {
    expect(await stageOn('1000003', '2026-05-14')).toBe('INTERNAL_AUDIT_REVIEW');
    expect(await stageOn('1000003', '2026-05-15')).toBe('EXTERNAL_AUDIT_DUE');
    expect(await stageOn('1000003', '2026-11-15')).toBe('EXTERNAL_AUDIT_DUE');
    expect(await stageOn('1000003', '2026-11-16')).toBe('MUST_RESTART');
  });

  test('G-2.3: an element of 64.99 fails the review', async () => {
    expect(await stageOn('1000004', '2026-06-01')).toBe('INTERNAL_AUDIT_CORRECTION');
  });
});

describe('account.obligations', () => {
  test('say what must be done, by when, by whom and under which clauses', async () => {
    const { obligations } = await ask('1000001');
    const [audit, letter] = obligations;
    expect(audit).toMatchObject({
      kind: 'MAINTENANCE_AUDIT',
      by: 'ORGANIZATION',
      clauses: ['G-2.4.j', 'G-3.2.c'],
      state: 'OVERDUE',
      isLate: true,
    });
    expect(audit).toMatchObject({ dueOn: '2026-10-16', lastDay: '2027-03-15', doneOn: null, label: 'maintenance audit' });
    // Day 90 after 15 December 2026 is 15 March 2027; an obligation becomes due 90 days before that.
    expect(letter).toMatchObject({ kind: 'LETTER_OF_GOOD_STANDING', by: 'IHSA', clauses: ['G-2.0', 'R-6', 'G-2.4.m'], state: 'DUE' });
    expect(letter).toMatchObject({ opensOn: '2026-09-16', dueOn: '2026-12-15', lastDay: '2027-03-15', isLate: false });
    expect(letter.because).toContain('15 December 2026');
    const dueDays = obligations.map(({ dueOn }: { dueOn: string | null }) => dueOn ?? '9999');
    expect(dueDays).toEqual([...dueDays].sort());
  });

  test('can be filtered by state', async () => {
    const { obligations } = await ask('1000001', { states: ['OVERDUE', 'DUE'] });
    expect(obligations.map(({ kind, state }: Owed) => [kind, state])).toEqual([
      ['MAINTENANCE_AUDIT', 'OVERDUE'],
      ['LETTER_OF_GOOD_STANDING', 'DUE'],
    ]);
  });

  test('G-2.4.d: IHSA owes the review within 60 days of the receipt', async () => {
    // 60 days after 1 September 2026 is 31 October.
    const review = async (on: string) => {
      const { obligations } = await ask('1000002', { on });
      return obligations.find(({ kind }: Owed) => kind === 'INTERNAL_REVIEW');
    };
    expect(await review('2026-10-31')).toMatchObject({ by: 'IHSA', dueOn: '2026-10-31', state: 'DUE', isLate: false });
    expect(await review('2026-11-01')).toMatchObject({ state: 'OVERDUE', isLate: true });
  });
});

describe('obligations', () => {
  const list = `query ($organization: ID, $first: Int, $after: String, $last: Int, $before: String, $states: [ObligationState!], $by: [Party!]) {
    obligations(organization: $organization, first: $first, after: $after, last: $last, before: $before, states: $states, by: $by) {
      nodes { account { wsibAccount } obligation { key kind dueOn consequence clauses state by } }
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;

  const organizationOf = async (reference: string): Promise<string> => {
    const [{ id }] = await server.dataSource.query('select id from organization where reference = $1', [reference]);
    return id;
  };

  const listed = async (variables: Record<string, unknown>, key: string) => {
    const { data, errors } = await server.graphql(list, variables, { key });
    expect(errors).toBeUndefined();
    return data.obligations;
  };

  interface Entry {
    readonly account: { readonly wsibAccount: string };
    readonly obligation: Owed & { readonly key: string; readonly dueOn: string | null; readonly consequence: string };
  }

  const shown = ({ nodes }: { nodes: Entry[] }) =>
    nodes.map(
      ({ account, obligation: { kind, dueOn, consequence } }) => `${account.wsibAccount.slice(-1)} ${kind} ${dueOn} ${consequence}`,
    );

  // 60 days before 15 December 2026 is 16 October, and before 10 January 2027 it is 11 November 2026. Each has a last day: day 90.
  const dueNow = [
    '1 MAINTENANCE_AUDIT 2026-10-16 LOSS',
    '5 MAINTENANCE_AUDIT 2026-11-11 LOSS',
    '1 LETTER_OF_GOOD_STANDING 2026-12-15 LOSS',
    '5 LETTER_OF_GOOD_STANDING 2027-01-10 LOSS',
  ];

  test('of an organization are one list over its accounts: what is lost without it first, then by day', async () => {
    const own = await server.keyFor('organization', 'Alder', await organizationOf('O-1'));
    const whole = await listed({ first: 100 }, own);
    expect(shown(whole).slice(0, 4)).toEqual(dueNow);
    expect(whole.nodes[0].obligation.clauses).toEqual(['G-2.4.j', 'G-3.2.c']);
    expect(shown(await listed({ states: ['DUE', 'OVERDUE'], by: ['IHSA'] }, own))).toEqual([dueNow[2], dueNow[3]]);
    const first = await listed({ first: 1 }, own);
    const next = await listed({ first: 2, after: first.pageInfo.endCursor }, own);
    expect([...shown(first), ...shown(next)]).toEqual(dueNow.slice(0, 3));
    expect(shown(await listed({ last: 1, before: next.pageInfo.startCursor }, own))).toEqual(shown(first));
    expect(whole).toMatchObject({ totalCount: whole.nodes.length, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  });

  test('are, for staff, those of each account of the organization they name', async () => {
    const organization = `${Buffer.from(`Organization:${await organizationOf('O-2')}`).toString('base64url')}`;
    const { nodes } = await listed({ organization, first: 100, states: ['UPCOMING', 'DUE', 'OVERDUE', 'DONE'] }, staff);
    const united = await Promise.all(['1000002', '1000003', '1000004'].map(async (number) => (await ask(number)).obligations));
    const keys = (all: readonly { readonly key: string }[]) => all.map(({ key }) => key).toSorted();
    expect(keys(nodes.map(({ obligation }: Entry) => obligation))).toEqual(keys(united.flat()));
  });

  test('of another organization look like those of one that does not exist; other scopes are refused', async () => {
    const own = await server.keyFor('organization', 'Alder', await organizationOf('O-1'));
    const idOf = (uuid: string) => Buffer.from(`Organization:${uuid}`).toString('base64url');
    for (const uuid of [await organizationOf('O-2'), '00000000-0000-4000-8000-000000000000'])
      expect(await listed({ organization: idOf(uuid) }, own)).toBeNull();
    for (const key of [undefined, await server.keyFor('buyer'), await server.keyFor('wsib')]) {
      const { errors } = await server.graphql(list, {}, key ? { key } : {});
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const { errors } = await server.graphql(list, {}, { key: staff });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'organization' }] });
  });
});

describe('the file', () => {
  test('is visible to its own organization and to staff, and nobody else learns whether it has anything', async () => {
    const [{ id }] = await server.dataSource.query(`select id from organization where reference = 'O-1'`);
    const own = await server.keyFor('organization', 'Alder', id);
    expect((await ask('1000001', {}, own)).stage.stage).toBe('MAINTENANCE_AUDIT_LATE');
    const ofOthers = '{ account(wsibAccount: "1000001") { stage { stage } obligations { key } } }';
    for (const key of [undefined, await server.keyFor('buyer'), await server.keyFor('wsib'), await server.keyFor('organization')]) {
      const { text } = await server.graphql(ofOthers, {}, key ? { key } : {});
      expect(text).toBe('{"data":{"account":{"stage":null,"obligations":null}}}');
    }
  });

  test('of many accounts takes as many statements as that of one, and each read of audits is logged', async () => {
    const list = 'query ($first: Int) { accounts(first: $first) { nodes { wsibAccount stage { stage } obligations { kind } } } }';
    const statements = async (first: number) => {
      server.statements();
      const { data } = await server.graphql(list, { first }, { key: staff });
      expect(data.accounts.nodes).toHaveLength(first);
      return server.statements().length;
    };
    expect(await statements(4)).toBe(await statements(2));
    const [{ logged }] = await server.dataSource.query(`
      select count(distinct subject)::integer as logged from audit_log where action = 'readAudits'`);
    expect(logged).toBe(3);
  });
});
