import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditLogRow } from '../../src/database/tables/audit-log.table.ts';
import { bytes } from '../support/requesting.ts';
import { enterAudit, enterInternalAuditor, inUnit } from '../support/sound-audits.ts';
import { organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';
import { type AuditDesk, auditDesk, cor2020 } from './audit-desk.ts';

// Today is 10 March 2031.
const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    ...['first', 'kept', 'other', 'renewing'].map((name, at) => `${name},O-1,${1000001 + at}`),
  ],
  registrations: [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,first,2030-01-05,',
    'R-2,other,2030-01-05,',
    'R-4,renewing,2030-03-01,',
  ],
  // A1 of C-2 is 15 March 2031: the audit is due by 14 January 2031. A3 of C-4 is 10 February 2031, its day 31 is 13 March, its day 91 is 12 May.
  certificates: [
    'number,account,standard,basis,issued_on',
    ...['C-2,kept,COR_2020,EXTERNAL_AUDIT,2030-03-15', 'C-4,renewing,COR_2020,EXTERNAL_AUDIT,2028-02-10'],
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-2,C-4,2,2029-02-10', 'L-3,C-4,3,2030-02-10'],
};

let server: WritingServer;
let desk: AuditDesk;

beforeAll(async () => {
  server = await startWriting(facts);
  desk = auditDesk(server);
});

afterAll(() => server.stop());

describe('the audits of a first certification', () => {
  let auditor: string;
  let internal: string;
  let external: string;
  let person: string;

  beforeAll(async () => {
    auditor = await desk.auditor('First Auditor', 'First Company', '2029-01-01');
    person = await desk.prepare('1000001', '2030-01-07');
  });

  test('an internal audit is signed off, submitted, received, returned, and received again', async () => {
    internal = await desk.begin({ account: '1000001', type: 'INITIAL_INTERNAL' });
    expect(await desk.step(internal, 'RECEIVED', '2030-03-01')).toEqual(['G-2.4.b']);
    for (const step of ['SIGNED_OFF', 'SUBMITTED', 'RECEIVED', 'RETURNED'])
      expect(await desk.step(internal, step, '2030-03-01')).toEqual([]);
    expect(await desk.step(internal, 'PRE_ASSESSED', '2030-03-02')).toEqual(['R-51', 'G-2.4.b', 'G-2.3']);
    expect(await desk.step(internal, 'STARTED', '2030-01-06')).toEqual(['G-1.2.d']);
    expect(await desk.step(internal, 'STARTED', '2030-02-04')).toEqual([]);
    for (const step of ['SIGNED_OFF', 'SUBMITTED', 'RECEIVED']) expect(await desk.step(internal, step, '2030-04-01')).toEqual([]);
    expect(await desk.score(internal, '84.00', '2030-04-01')).toEqual([]);
    expect(await desk.step(internal, 'PRE_ASSESSED', '2030-04-02')).toEqual(['G-3.3.a']);
    expect(await desk.conducted(internal, person)).toEqual([]);
    expect(await desk.step(internal, 'PRE_ASSESSED', '2030-04-02')).toEqual([]);
    const { receivedOn, steps } = await desk.read(internal);
    expect(receivedOn).toBe('2030-04-01');
    expect(steps.filter(({ step }) => step === 'RECEIVED').map(({ on }) => on)).toEqual(['2030-03-01', '2030-04-01']);
  });

  test('is reviewed; after a failed review an action plan is requested, sent back, and approved', async () => {
    expect(await desk.score(internal, '79.99', '2030-05-01')).toEqual([]);
    expect(await desk.step(internal, 'REVIEWED', '2030-05-01')).toEqual([]);
    expect(await desk.step(internal, 'REPORT_RECEIVED', '2030-05-31')).toEqual([]);
    expect(await desk.step(internal, 'ACTION_PLAN_SUBMITTED', '2030-06-01')).toEqual(['G-2.4.e']);
    expect(await desk.step(internal, 'ACTION_PLAN_CHOSEN', '2030-06-01')).toEqual([]);
    for (const step of ['ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK', 'ACTION_PLAN_SUBMITTED'])
      expect(await desk.step(internal, step, '2030-06-02')).toEqual([]);
    external = await desk.begin({ account: '1000001', type: 'EXTERNAL' });
    expect(await desk.step(external, 'STARTED', '2030-06-10')).toEqual(['G-2.4.g', 'G-2.4.g', 'G-2.4.e']);
    expect(await desk.step(internal, 'ACTION_PLAN_APPROVED', '2030-06-09')).toEqual([]);
  });

  test('an external audit is planned and conducted, fails, and is followed by a re-audit by the same auditor', async () => {
    expect(await desk.select(external, auditor, '2030-06-10')).toEqual([]);
    expect(await desk.step(external, 'AUDIT_PLAN_SUBMITTED', '2030-06-10')).toEqual([]);
    expect((await desk.read(external)).planApprovalDueOn).toBe('2030-07-01');
    expect(await desk.step(external, 'AUDIT_PLAN_APPROVED', '2030-06-20')).toEqual([]);
    for (const step of ['STARTED', 'COMPLETED']) expect(await desk.step(external, step, '2030-06-20')).toEqual([]);
    expect(await desk.score(external, '70.00', '2030-06-21')).toEqual([]);
    for (const step of ['REPORT_APPROVED', 'REPORT_RECEIVED']) expect(await desk.step(external, step, '2030-08-31')).toEqual([]);
    const reAudit = await desk.begin({ account: '1000001', type: 'RE_AUDIT', reAuditOf: external });
    expect(await desk.select(reAudit, auditor, '2030-10-01')).toEqual([]);
    expect(await desk.step(reAudit, 'STARTED', '2031-02-27')).toEqual([]);
    expect(await desk.step(reAudit, 'COMPLETED', '2031-03-01')).toEqual(['G-2.4.i']);
    expect(await desk.step(reAudit, 'COMPLETED', '2031-02-28')).toEqual([]);
  });

  test('every step is in the audit log, and readiness says what the mutation would answer, in both languages', async () => {
    const log = await server.rows(AuditLogRow);
    expect(log.filter(({ action }) => action === 'recordAuditStep').length).toBeGreaterThan(20);
    const again = await desk.readiness(internal, '2030-07-01');
    expect(again.REVIEWED?.en[0]?.because).toBe('It is already recorded that IHSA reviewed the audit: on 1 May 2030.');
    expect(again.REVIEWED?.fr[0]?.because).toContain('Il est déjà consigné que l’IHSA a examiné la vérification');
  });

  test('the last step is taken back, which restores what it had replaced', async () => {
    const before = await desk.read(internal);
    await desk.step(internal, 'ACTION_PLAN_APPROVED', '2030-07-01');
    expect(await desk.undo(internal, 'ACTION_PLAN_APPROVED')).toEqual([]);
    expect((await desk.read(internal)).actionPlanApprovedOn).toBeNull();
    expect((await desk.read(internal)).actionPlanSubmittedOn).toBe(before.actionPlanSubmittedOn);
  });
});

test('a maintenance audit is scored again after a correction, and the first scores stay with their days', async () => {
  const person = await desk.prepare('1000002', '2031-01-02');
  const audit = await desk.begin({ account: '1000002', type: 'MAINTENANCE' });
  expect(await desk.step(audit, 'STARTED', '2031-01-02')).toEqual([]);
  expect(await desk.conducted(audit, person)).toEqual([]);
  for (const step of ['SIGNED_OFF', 'SUBMITTED', 'RECEIVED']) expect(await desk.step(audit, step, '2031-01-15')).toEqual([]);
  expect(await desk.score(audit, '81.00', '2031-01-15')).toEqual([]);
  expect(await desk.step(audit, 'PRE_ASSESSED', '2031-01-16')).toEqual([]);
  expect(await desk.score(audit, '60.00', '2031-02-01')).toEqual([]);
  expect(await desk.step(audit, 'REVIEWED', '2031-02-01')).toEqual([]);
  expect(await desk.score(audit, '90.00', '2031-02-01')).toEqual(['G-2.4.k']);
  expect(await desk.score(audit, '90.00', '2031-03-01')).toEqual([]);
  expect(await desk.score(audit, '91.00', '2031-03-01')).toEqual(['G-2.4.k']);
  const { overall, laterScores } = await desk.read(audit);
  expect([overall, laterScores]).toEqual(['60.00', [{ on: '2031-03-01', overall: '90.00' }]]);
});

// The report of 31 July 2030 leaves until 31 January 2031 for the re-audit.
test('R-47: a failed renewal audit restarts the process after its six months, and the running certificate’s clocks run on', async () => {
  const all = async (audit: string, steps: string, day: string) => {
    for (const step of steps.split(' ')) expect([step, await desk.step(audit, step, day)]).toEqual([step, []]);
  };
  const auditors: Record<string, string> = {};
  const planned = async (name: string, day: string) => {
    const audit = await desk.begin({ account: '1000004', type: 'EXTERNAL' });
    auditors[audit] = await desk.auditor(name, `${name} Ltd.`, '2029-01-01');
    await desk.select(audit, auditors[audit], day);
    await all(audit, 'AUDIT_PLAN_SUBMITTED AUDIT_PLAN_APPROVED', day);
    return audit;
  };
  const person = await desk.prepare('1000004', '2030-03-04');
  const failed = await planned('Third Auditor', '2030-07-01');
  await all(failed, 'STARTED COMPLETED', '2030-07-01');
  expect(await desk.score(failed, '79.99', '2030-07-01')).toEqual([]);
  await all(failed, 'REPORT_APPROVED REPORT_RECEIVED', '2030-07-31');
  const reAudit = await desk.begin({ account: '1000004', type: 'RE_AUDIT', reAuditOf: failed });
  await desk.select(reAudit, await desk.auditor('Fourth Auditor', null, '2029-01-01'), '2031-01-20');
  await all(reAudit, 'STARTED', '2031-01-30');
  expect(await desk.step(reAudit, 'COMPLETED', '2031-02-01')).toEqual(['G-2.4.i']);
  const again = await planned('Fifth Auditor', '2031-02-03');
  expect(await desk.step(again, 'STARTED', '2031-03-05')).toEqual(['G-2.4.i']);
  const internal = await desk.begin({ account: '1000004', type: 'INITIAL_INTERNAL' });
  await all(internal, 'STARTED', '2031-02-10');
  expect(await desk.conducted(internal, person)).toEqual([]);
  await all(internal, 'SIGNED_OFF SUBMITTED RECEIVED', '2031-02-12');
  expect(await desk.score(internal, '85.00', '2031-02-12')).toEqual([]);
  await all(internal, 'PRE_ASSESSED REVIEWED REPORT_RECEIVED', '2031-03-03');
  await all(again, 'STARTED', '2031-03-05');
  const standings = ['2031-03-12', '2031-03-13', '2031-05-11', '2031-05-12'].map((on) => server.standing('1000004', on));
  expect(await Promise.all(standings)).toEqual(['CERTIFIED', 'PENDING', 'PENDING', 'CERTIFICATION_LOST']);

  // A wrong auditor of an audit that has started is corrected: by G-2.4.g on 5 March, by R-45 with the audits before and after.
  const corrected = async (of: string, externalAuditor: string) => {
    const { version: expectedVersion } = await desk.read(of);
    const text = `mutation ($input: CorrectAuditInput!) { correctAudit(input: $input) {
      ... on Audit { auditor auditingCompany planApprovedOn } ... on Refused { reasons { clause } } } }`;
    const input = { audit: of, expectedVersion, externalAuditor, reason: 'Two namesakes' };
    return (await server.graphql(text, { input }, { key: server.clerk })).data.correctAudit;
  };
  const clauses = (...each: string[]) => ({ reasons: each.map((clause) => ({ clause })) });
  const [third = '', fifth = ''] = [auditors[failed], auditors[again]];
  expect(await corrected(again, third)).toEqual(clauses('G-3.4.a', 'G-3.4.a'));
  expect(await corrected(failed, fifth)).toEqual(clauses('G-3.4.a', 'G-3.4.a'));
  expect(await corrected(again, await desk.auditor('Late Auditor', 'Late Ltd.', '2031-03-06'))).toEqual(clauses('G-2.4.g'));
  const right = await desk.auditor('Seventh Auditor', 'Seventh Company', '2031-03-05');
  const kept = { auditor: 'Seventh Auditor', auditingCompany: 'Seventh Company', planApprovedOn: '2031-02-03' };
  expect(await corrected(again, right)).toEqual(kept);
  // Completed, and no longer followed by an audit of the fifth auditor.
  expect(await corrected(failed, fifth)).toMatchObject({ auditor: 'Fifth Auditor' });

  // its re-audit may be by the same auditor, but not by that of the audit before it.
  await all(again, 'COMPLETED', '2031-03-05');
  expect(await desk.score(again, '79.99', '2031-03-05')).toEqual([]);
  await all(again, 'REPORT_APPROVED REPORT_RECEIVED', '2031-03-06');
  const second = await desk.begin({ account: '1000004', type: 'RE_AUDIT', reAuditOf: again });
  expect(await desk.select(second, fifth, '2031-03-07')).toEqual(['G-3.4.a', 'G-3.4.a']);
  expect(await desk.select(second, right, '2031-03-07')).toEqual([]);
  await all(second, 'STARTED', '2031-03-08');
  expect(await corrected(second, fifth)).toEqual(clauses('G-3.4.a', 'G-3.4.a'));
  expect(await corrected(second, await desk.auditor('Eighth Auditor', null, '2031-03-08'))).toMatchObject({ auditor: 'Eighth Auditor' });
});

test('X-15: each score of COR 2020 has the name of its element, and says how far the name is official', async () => {
  const audit = await desk.begin({ account: '1000002', type: 'MAINTENANCE' });
  const { id: of, version: expectedVersion } = await desk.read(audit);
  const elements = cor2020('70.00');
  await server.mutate('correctAudit', { audit: of, expectedVersion, overall: '60', legislated: '100', elements, reason: 'On paper' });
  const words = 'element en: name(locale: EN) fr: name(locale: FR) note(locale: EN)';
  const query = `query ($id: ID!) { node(id: $id) { ... on Audit { elements { ${words} } } } }`;
  const { data } = await server.graphql(query, { id: audit }, { key: server.clerk });
  expect(data.node.elements).toHaveLength(14);
  expect(data.node.elements[5]).toEqual({
    ...{ element: 6, en: 'Personal Protective Equipment', fr: 'Équipement de protection individuelle' },
    note: 'Official name; the number follows the order of IHSA’s list.',
  });
});

test('an auditor who consults, was asked to withdraw or was removed is refused with every reason', async () => {
  const auditor = await desk.auditor('Second Auditor', null, '2029-01-01');
  const { organization } = await server.file('1000003');
  await desk.register('recordConsultingEngagement', auditor, { organization: organization.id, from: '2030-01-01' });
  const conflict = {
    organization: organization.id,
    declaredOn: '2030-02-01',
    description: 'Owns shares',
    withdrawalRequestedOn: '2030-02-02',
  };
  await desk.register('recordConflictOfInterest', auditor, conflict);
  await desk.register('removeExternalAuditor', auditor, { on: '2030-03-01', because: 'Broke the code of ethics' });
  const audit = await desk.begin({ account: '1000003', type: 'EXTERNAL' });
  expect(await desk.select(audit, auditor, '2030-03-01')).toEqual(['R-17', 'G-3.4.a', 'G-3.4.a']);
});

test('today’s approved list is public, with names and companies only; the register is not', async () => {
  const everybody = await server.graphql('{ approvedAuditors { name company } }');
  expect(everybody.data).toEqual({
    approvedAuditors: [
      { name: 'Eighth Auditor', company: null },
      { name: 'Fifth Auditor', company: 'Fifth Auditor Ltd.' },
      { name: 'First Auditor', company: 'First Company' },
      { name: 'Fourth Auditor', company: null },
      { name: 'Late Auditor', company: 'Late Ltd.' },
      { name: 'Seventh Auditor', company: 'Seventh Company' },
      { name: 'Third Auditor', company: 'Third Auditor Ltd.' },
    ],
  });
  const register = await server.graphql('{ externalAuditors { name } }');
  expect(register.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('incomplete scores, future days and steps of other audits are bad input', async () => {
  const audit = await desk.begin({ account: '1000003', type: 'EXTERNAL' });
  expect(await desk.fault('recordAuditStep', audit, { step: 'RECEIVED' })).toBe('input.audit');
  expect(await desk.fault('recordAuditStep', audit, { step: 'STARTED', on: '2031-03-11' })).toBe('input.on');
  const scores = { overall: '80', legislated: '100', elements: cor2020('80').slice(1) };
  expect(await desk.fault('recordAuditScores', audit, scores)).toBe('input.elements');
  // scores are kept as given, so nobody guesses whether 0.85 is 85 %; files say so too.
  const whole = { ...scores, elements: cor2020('80') };
  for (const score of ['0.85', '1', '1.00', '0.01'])
    expect([score, await desk.fault('recordAuditScores', audit, { ...whole, overall: score })]).toEqual([score, 'input.overall']);
  expect(await desk.fault('recordAuditScores', audit, { ...scores, elements: cor2020('0.85') })).toBe('input.elements[0].score');
  const auditor = await desk.auditor('Sixth Auditor', 'Sixth Company', '2030-01-01');
  expect(await desk.select(audit, auditor, '2031-03-10')).toEqual([]);
  expect(await desk.fault('correctAudit', audit, { auditor: 'Somebody Else', reason: 'Misread' })).toBe('input.auditor');
  const kept = { auditor: 'Sixth Auditor', auditingCompany: 'Another Company', reason: 'Misread' };
  expect(await desk.fault('correctAudit', audit, kept)).toBe('input.auditingCompany');
  expect(await desk.fault('correctAudit', audit, { externalAuditor: auditor, reason: 'Misread' })).toBe('input.externalAuditor');
});

describe('one submission for several accounts with a single OHSMS', () => {
  let own: string;
  let first: string;
  let second: string;

  const sent = async (name: string, fields: string, input: object, key = own) => {
    const text = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
      __typename ${fields} ... on Refused { reasons { clause } } } }`;
    const { data, errors } = await server.graphql(text, { input }, { key });
    return errors ? errors[0]?.extensions : data[name];
  };

  /** The clauses that refuse what the firm itself submits. */
  const submitted = async (audit: string, on: string): Promise<string[]> => {
    const input = { audit, step: 'SUBMITTED', on, expectedVersion: (await desk.read(audit)).version };
    const { reasons = [] } = await sent('recordAuditStep', '', input);
    return reasons.map(({ clause }: { clause: string }) => clause);
  };

  const upload = (audit: string, kind: string, createdOn?: string) =>
    sent('requestAuditUpload', '... on AuditUpload { path }', { audit, kind, createdOn, fileName: `${kind}.pdf` });

  const send = async (audit: string, kind: string, createdOn?: string) => {
    const { path } = await upload(audit, kind, createdOn);
    await server.request.put(path).set('content-type', 'application/pdf').send(bytes.pdf(kind)).expect(201);
  };

  beforeAll(async () => {
    const { id: account, organization } = await server.file('1000003');
    own = await server.keyFor('organization', 'The firm', uuidOf(organization.id));
    first = await desk.begin({ account: '1000002', type: 'INITIAL_INTERNAL' });
    const shared = { account, type: 'INITIAL_INTERNAL', tool: 'COR_2020', sharesSubmissionOf: first };
    const begin = (input: object, key?: string) => sent('beginAudit', '... on Audit { id }', { ...shared, ...input }, key ?? server.clerk);
    expect(await begin({ idempotencyKey: 's1' })).toMatchObject({ field: 'input.sharingAgreedOn' });
    expect(await begin({ idempotencyKey: 's2', sharingAgreedOn: '2030-01-07' }, own)).toMatchObject({ code: 'FORBIDDEN' });
    ({ id: second } = await begin({ idempotencyKey: 's3', sharingAgreedOn: '2030-01-07' }));
    expect(await begin({ idempotencyKey: 's4', sharingAgreedOn: '2030-01-07', sharesSubmissionOf: second })).toMatchObject({
      field: 'input.sharesSubmissionOf',
    });
  });

  test('G-2.4.b, G-1.2.e: its documents count for each account, on the day each is submitted', async () => {
    expect(await desk.step(second, 'SIGNED_OFF', '2030-03-01')).toEqual([]);
    expect(await submitted(second, '2030-03-04')).toEqual(['G-2.4.b']);
    await send(first, 'AUDIT_MATERIAL');
    await send(first, 'EVIDENCE', '2029-03-04');
    expect(await submitted(second, '2030-03-05')).toEqual(['G-1.2.e']);
    expect(await submitted(second, '2030-03-04')).toEqual([]);
  });

  test('G-2.4.b: they stay as they are while any of the accounts has submitted them', async () => {
    expect(await upload(first, 'EVIDENCE', '2030-03-01')).toMatchObject({ reasons: [{ clause: 'G-2.4.b' }] });
    expect(await upload(second, 'EVIDENCE', '2030-03-01')).toMatchObject({ reasons: [{ clause: 'G-2.4.b' }] });
  });

  test('G-2.4.c: an account whose submission was returned submits its own', async () => {
    for (const step of ['RECEIVED', 'RETURNED', 'SIGNED_OFF']) expect(await desk.step(second, step, '2030-03-10')).toEqual([]);
    expect(await submitted(second, '2030-03-11')).toEqual(['G-2.4.b']);
    await send(second, 'AUDIT_MATERIAL');
    expect(await submitted(second, '2030-03-11')).toEqual([]);
    expect(await upload(first, 'EVIDENCE', '2030-03-01')).toMatchObject({ path: expect.any(String) });
  });
});

describe('the statements', () => {
  const numbers = Array.from({ length: 50 }, (_, at) => 4000001 + at);
  const facts = {
    organizations,
    accounts: ['account,organization,wsib_account', ...numbers.map((number) => `A-${number},O-1,${number}`)],
    registrations: ['registration,account,confirmed_on,withdrawn_on', ...numbers.map((number) => `R-${number},A-${number},2030-01-05,`)],
  };

  let server: WritingServer;

  beforeAll(async () => {
    server = await startWriting(facts);
    const accounts: { id: string }[] = await server.dataSource.query('select id from account');
    await inUnit(server.dataSource, today, async (unit) => {
      for (const { id: accountId } of accounts) {
        const internalAuditorId = await enterInternalAuditor(unit, accountId, '2030-06-03');
        const audit = { accountId, tool: 'COR_2020', internalAuditorId, startedOn: '2030-06-03', receivedOn: '2030-06-10' } as const;
        await enterAudit(unit, { ...audit, type: 'INITIAL_INTERNAL' });
      }
    });
  }, 60_000);

  afterAll(() => server.stop());

  test('50 accounts with their stage, obligations, people and audits take no more statements than two accounts', async () => {
    const list = `query ($first: Int) { accounts(first: $first) { nodes { stage { stage } obligations { kind }
    file { people { role person { name } } audits { type steps { step } documents { kind } } } } } }`;
    const statements = async (first: number): Promise<number> => {
      server.statements();
      const { data, errors } = await server.graphql(list, { first }, { key: server.clerk });
      expect(errors).toBeUndefined();
      expect(data.accounts.nodes).toHaveLength(first);
      expect(
        data.accounts.nodes.every(
          ({ file }: { file: { audits: unknown[]; people: unknown[] } }) => file.audits.length + file.people.length === 2,
        ),
      ).toBe(true);
      return server.statements().length;
    };
    // The first read of a process may prepare something.
    await statements(3);
    const two = await statements(2);
    expect(await statements(50)).toBeLessThanOrEqual(two);
  });
});

test('G-2.4.g: an auditor who is selected in place of another has a plan of their own to submit', async () => {
  const [one, other] = [
    await desk.auditor('Planning Auditor', null, '2029-01-01'),
    await desk.auditor('Later Auditor', null, '2029-01-01'),
  ];
  const audit = await desk.begin({ account: '1000003', type: 'EXTERNAL' });
  expect(await desk.select(audit, one, '2030-06-10')).toEqual([]);
  for (const step of ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_APPROVED']) expect(await desk.step(audit, step, '2030-06-20')).toEqual([]);
  expect(await desk.select(audit, other, '2030-06-21')).toEqual([]);
  expect(await desk.step(audit, 'AUDIT_PLAN_APPROVED', '2030-06-22')).toEqual(['G-2.4.g']);
  expect(await desk.step(audit, 'STARTED', '2030-06-22')).toContain('G-2.4.g');
  for (const step of ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_APPROVED']) expect(await desk.step(audit, step, '2030-06-22')).toEqual([]);
});

describe('of an audit that came with an import', () => {
  const fields = 'signedOffOn submittedOn receivedOn reviewer reportedOn reportApprovedOn';
  const days = async (id: string) => {
    const { data } = await server.graphql(
      `query ($id: ID!) { node(id: $id) { ... on Audit { ${fields} } } }`,
      { id },
      { key: server.clerk },
    );
    return data.node;
  };
  const entered = async (audit: Parameters<typeof enterAudit>[1]) => {
    const accountId = uuidOf((await server.file('1000003')).id);
    return inUnit(server.dataSource, today, (unit) => enterAudit(unit, { tool: 'COR_2020', ...audit, accountId }));
  };

  test('G-3.4.b: the day of the report stays when IHSA approves it, and when that is taken back or the day is corrected', async () => {
    const onSite = { type: 'EXTERNAL', startedOn: '2030-05-06', completedOn: '2030-05-07' } as const;
    const audit = await entered({ ...onSite, reportedOn: '2030-05-20' });
    expect(await desk.step(audit, 'REPORT_APPROVED', '2030-06-03')).toEqual([]);
    expect(await days(audit)).toMatchObject({ reportedOn: '2030-05-20', reportApprovedOn: '2030-06-03' });
    expect(await desk.undo(audit, 'REPORT_APPROVED')).toEqual([]);
    expect(await days(audit)).toMatchObject({ reportedOn: '2030-05-20', reportApprovedOn: null });
    const undated = await entered(onSite);
    expect(await desk.step(undated, 'REPORT_APPROVED', '2030-06-03')).toEqual([]);
    expect(await days(undated)).toMatchObject({ reportedOn: '2030-06-03', reportApprovedOn: '2030-06-03' });
    const correction = {
      audit: undated,
      expectedVersion: (await desk.read(undated)).version,
      reportedOn: '2030-05-21',
      reason: 'Its date',
    };
    expect((await server.mutate('correctAudit', correction)).errors).toBeUndefined();
    expect(await desk.undo(undated, 'REPORT_APPROVED')).toEqual([]);
    expect(await days(undated)).toMatchObject({ reportedOn: '2030-05-21', reportApprovedOn: null });
  });

  test('an auditor recorded by name is corrected there, and an internal audit has no external one', async () => {
    const externalAuditor = await desk.auditor('Ninth Auditor', null, '2030-01-01');
    const refused = async (audit: string) => {
      const { version: expectedVersion } = await desk.read(audit);
      const { errors } = await server.mutate('correctAudit', { audit, expectedVersion, externalAuditor, reason: 'Another name' });
      return [errors?.[0]?.extensions.field, errors?.[0]?.message];
    };
    const onSite = { startedOn: '2030-04-06', completedOn: '2030-04-07' } as const;
    expect(await refused(await entered({ type: 'EXTERNAL', ...onSite, auditor: 'A Name' }))).toEqual([
      'input.externalAuditor',
      'input.externalAuditor must be left out: no auditor was selected from the register, so `auditor` and `auditingCompany` say who it was.',
    ]);
    const internal = 'input.externalAuditor is for an external audit or a re-audit.';
    expect(await refused(await entered({ type: 'MAINTENANCE', ...onSite }))).toEqual(['input.externalAuditor', internal]);
  });

  test('G-2.4.c: a return or a reviewer that is taken back leaves it as it was', async () => {
    const submission = { signedOffOn: '2030-05-08', submittedOn: '2030-05-09', receivedOn: '2030-05-10' };
    const audit = await entered({ type: 'INITIAL_INTERNAL', startedOn: '2030-05-06', completedOn: '2030-05-07', ...submission });
    expect(await desk.step(audit, 'RETURNED', '2030-05-20')).toEqual([]);
    expect(await days(audit)).toMatchObject({ signedOffOn: null, submittedOn: null, receivedOn: null });
    expect(await desk.undo(audit, 'RETURNED')).toEqual([]);
    expect(await days(audit)).toMatchObject(submission);
    const assessed = await entered({ type: 'MAINTENANCE', startedOn: '2030-05-06', ...submission, preAssessedOn: '2030-05-21' });
    const { version } = await desk.read(assessed);
    const assign = `mutation ($input: RecordAuditStepInput!) { recordAuditStep(input: $input) { ... on Audit { reviewer } } }`;
    const input = {
      idempotencyKey: 'assign',
      audit: assessed,
      expectedVersion: version,
      step: 'REVIEWER_ASSIGNED',
      reviewer: 'A reviewer',
    };
    const { data } = await server.graphql(assign, { input: { ...input, on: '2030-05-22' } }, { key: server.clerk });
    expect(data.recordAuditStep).toEqual({ reviewer: 'A reviewer' });
    expect(await desk.undo(assessed, 'REVIEWER_ASSIGNED')).toEqual([]);
    expect((await days(assessed)).reviewer).toBeNull();
  });
});
