import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clockOf } from '../../src/clock.ts';
import { type AuditDesk, auditDesk, cor2020 } from '../audits/audit-desk.ts';
import { organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';
import { firmWalk } from './firm-walk.ts';

/*
 * One firm from its application to its certificate, day by day; every expectation is worked out from the guideline:
 *   the system is in place since 2030-04-01: the initial internal audit begins on 2031-04-01 at the earliest (G-1.2.d)
 *   received 2031-04-14 + 60 days = 2031-06-13; received again 2031-05-06 + 60 = 2031-07-05 (G-2.4.c, G-2.4.d)
 *   reported 2031-06-20 + 6 months = 2031-12-20; received 2031-06-24: 2031-12-24 (G-2.4.f, R-3)
 *   failed audit's report received 2031-08-31 + 6 months = 2032-02-29 (G-2.4.i)
 */
const number = '1000001';
const facts = { organizations, accounts: ['account,organization,wsib_account', `walked,O-1,${number}`] };

let server: WritingServer;
let desk: AuditDesk;
let account: string;
let own: string;
let walk: ReturnType<typeof firmWalk>;
let now = '2031-03-11';
const auditId: Record<string, string> = {};

beforeAll(async () => {
  server = await startWriting(facts, { clock: clockOf(() => new Date(`${now}T15:00:00Z`)) });
  desk = auditDesk(server);
  const file = await server.file(number);
  account = file.id;
  own = await server.keyFor('organization', 'The firm', uuidOf(file.organization.id));
  walk = firmWalk(server, number, account, own);
});

afterAll(() => server.stop());

const registered = { standing: 'REGISTERED', staff: ['REGISTERED'], everybody: [] };

test('G-2.1.a: it applies with its own key and is registered once WSIB reports its account as valid', async () => {
  expect(await walk.today()).toEqual({
    stage: 'NOT_REGISTERED',
    owed: [],
    standing: 'NOT_REGISTERED',
    missing: ['G-2.1.a', 'G-2.4.h'],
    staff: [],
    everybody: [],
  });
  const report = { wsibAccount: number, isValid: false, from: '2031-03-11' };
  await walk.asked('mutation ($input: ReportWsibAccountInput!) { reportWsibAccount(input: $input) { __typename } }', {
    input: { idempotencyKey: 'w1', ...report },
  });
  let application = await walk.sent(
    'applyForRegistration',
    'RegistrationApplication',
    { account, wsibAccount: number, firmNumber: '12345' },
    own,
  );
  for (const [day, name] of [
    ['2031-03-12', 'acknowledgeApplication'],
    ['2031-03-13', 'verifyApplication'],
  ] as const) {
    now = day;
    application = await walk.sent(name, 'RegistrationApplication', { application: application.id, expectedVersion: application.version });
  }
  now = '2031-03-14';
  const confirm = () =>
    walk.sent('confirmApplication', 'RegistrationApplication', { application: application.id, expectedVersion: application.version });
  const verified = application;
  expect((await confirm()).clauses).toEqual(['G-1.2.a']);
  application = verified;
  const valid = { idempotencyKey: 'w2', wsibAccount: number, isValid: true, from: '2031-03-14' };
  await walk.asked('mutation ($input: ReportWsibAccountInput!) { reportWsibAccount(input: $input) { __typename } }', { input: valid });
  expect((await confirm()).clauses).toEqual([]);
  expect(await walk.today()).toEqual({ ...registered, stage: 'PREPARING_INTERNAL_AUDIT', owed: ['INTERNAL_AUDIT'], missing: ['G-2.4.h'] });
});

test('G-1.2.c, G-2.2.a, G-1.2.d: it names its people, who get trained, and waits until its system is a year old', async () => {
  now = '2031-03-17';
  const people: Record<string, string> = {};
  for (const role of ['SENIOR_MANAGEMENT_REPRESENTATIVE', 'INTERNAL_AUDITOR'])
    people[role] = (
      await walk.sent('namePerson', 'Person', { account, role, name: role, isPermanentFullTime: true, codeSignedOn: now }, own)
    ).id;
  expect((await walk.today()).owed).toEqual(['INTERNAL_AUDIT', 'TRAINING', 'TRAINING']);
  auditId.person = people.INTERNAL_AUDITOR ?? '';
  const courses = {
    SENIOR_MANAGEMENT_REPRESENTATIVE: ['COR_ESSENTIALS'],
    INTERNAL_AUDITOR: ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'],
  };
  for (const [role, taken] of Object.entries(courses))
    for (const course of taken) {
      const { version } = (await walk.asked('query ($id: ID!) { person(id: $id) { version } }', { id: people[role] })).person;
      await walk.sent('recordCourse', 'Person', { person: people[role], expectedVersion: version, course, completedOn: now });
    }
  const { version } = await server.file(number);
  await walk.sent('recordSystemInPlace', 'Account', { account, expectedVersion: version, since: '2030-04-01' });
  now = '2031-03-31';
  auditId.internal = (await walk.sent('beginAudit', 'Audit', { account, type: 'INITIAL_INTERNAL', tool: 'COR_2020' }, own)).id;
  expect(await walk.firm('recordAuditStep', auditId.internal, { step: 'STARTED' })).toEqual(['G-1.2.d']);
  now = '2031-04-01';
  expect(await walk.firm('recordAuditStep', auditId.internal, { step: 'STARTED' })).toEqual([]);
  expect((await walk.today()).owed).toEqual(['INTERNAL_AUDIT']);
});

test('G-2.4.b, G-1.2.e, G-2.4.c: its internal audit is submitted with its material, and returned', async () => {
  const { internal = '' } = auditId;
  now = '2031-04-11';
  expect(await walk.firm('recordAuditScores', internal, { overall: '84.00', legislated: '100.00', elements: cor2020('70.00') })).toEqual(
    [],
  );
  for (const step of ['COMPLETED', 'SIGNED_OFF']) expect(await walk.firm('recordAuditStep', internal, { step })).toEqual([]);
  expect(await walk.firm('recordAuditStep', internal, { step: 'SUBMITTED' })).toEqual(['G-2.4.b']);
  await walk.sendDocument(internal, 'AUDIT_MATERIAL');
  await walk.sendDocument(internal, 'EVIDENCE', '2030-04-10');
  expect(await walk.firm('recordAuditStep', internal, { step: 'SUBMITTED' })).toEqual(['G-1.2.e']);
  await walk.takeBackEvidence(internal);
  await walk.sendDocument(internal, 'EVIDENCE', '2030-04-11');
  expect(await walk.firm('recordAuditStep', internal, { step: 'SUBMITTED' })).toEqual([]);
  expect((await walk.today()).owed).toEqual(['AUDIT_RECEIPT']);
  now = '2031-04-14';
  expect(await desk.step(internal, 'RECEIVED', now)).toEqual([]);
  expect(await walk.today()).toEqual({
    ...registered,
    stage: 'INTERNAL_AUDIT_REVIEW',
    owed: ['INTERNAL_REVIEW 2031-06-13', 'PRE_ASSESSMENT'],
    missing: ['G-2.4.h'],
  });
  expect(await desk.step(internal, 'PRE_ASSESSED', now)).toEqual(['G-3.3.a']);
  now = '2031-04-22';
  expect(await desk.step(internal, 'RETURNED', now)).toEqual([]);
  expect(await walk.today()).toMatchObject({ stage: 'PREPARING_INTERNAL_AUDIT', owed: ['INTERNAL_AUDIT'] });
});

test('G-2.4.c to G-2.4.e: it is submitted again, the 60 days restart, and it passes the review', async () => {
  const { internal = '', person = '' } = auditId;
  now = '2031-05-05';
  expect(await walk.firm('nameInternalAuditor', internal, { person })).toEqual([]);
  await walk.takeBackEvidence(internal);
  await walk.sendDocument(internal, 'EVIDENCE', '2031-03-20');
  for (const step of ['SIGNED_OFF', 'SUBMITTED']) expect(await walk.firm('recordAuditStep', internal, { step })).toEqual([]);
  now = '2031-05-06';
  expect(await desk.step(internal, 'RECEIVED', now)).toEqual([]);
  expect((await walk.today()).owed).toEqual(['INTERNAL_REVIEW 2031-07-05', 'PRE_ASSESSMENT']);
  // held for an unpaid fee, it is not pre-assessed, and its 60 days go on.
  expect(await desk.step(internal, 'HELD_UNPAID', now)).toEqual([]);
  expect(await desk.step(internal, 'PRE_ASSESSED', now)).toEqual(['X-22']);
  expect((await walk.today()).owed).toEqual(['INTERNAL_REVIEW 2031-07-05', 'AUDIT_FEE', 'PRE_ASSESSMENT']);
  now = '2031-05-09';
  expect(await desk.step(internal, 'PAYMENT_RECEIVED', now)).toEqual([]);
  expect((await desk.read(internal)).unpaidHolds).toEqual([{ heldOn: '2031-05-06', paidOn: now, endedOn: now }]);
  expect(await desk.step(internal, 'PRE_ASSESSED', now)).toEqual([]);
  expect((await walk.today()).owed).toEqual(['INTERNAL_REVIEW 2031-07-05']);
  now = '2031-06-20';
  expect(await desk.step(internal, 'REVIEWED', now)).toEqual([]);
  expect(await walk.today()).toEqual({
    ...registered,
    stage: 'EXTERNAL_AUDIT_DUE',
    owed: ['EXTERNAL_AUDIT 2031-12-20'],
    missing: ['G-2.4.h'],
  });
  now = '2031-06-24';
  expect(await desk.step(internal, 'REPORT_RECEIVED', now)).toEqual([]);
  expect((await walk.today()).owed).toEqual(['EXTERNAL_AUDIT 2031-12-24', 'CORRECTIVE_ACTION_PLAN']);
  expect(await desk.step(internal, 'ACTION_PLAN_SUBMITTED', now)).toEqual([]);
});

test('G-2.4.g, G-2.4.i: its external audit is planned, and fails', async () => {
  now = '2031-07-08';
  auditId.auditor = await desk.auditor('Ada Auditor', 'Audit Co.', '2031-01-01');
  auditId.external = await desk.begin({ account: number, type: 'EXTERNAL' });
  const { external, auditor } = auditId;
  expect(await desk.select(external, auditor, now)).toEqual([]);
  expect(await desk.step(external, 'AUDIT_PLAN_SUBMITTED', now)).toEqual([]);
  // 8 July + 21 days.
  expect((await walk.today()).owed).toEqual(['AUDIT_PLAN_APPROVAL 2031-07-29', 'EXTERNAL_AUDIT 2031-12-24']);
  expect(await desk.step(external, 'STARTED', now)).toEqual(['G-2.4.g']);
  now = '2031-07-21';
  expect(await desk.step(external, 'AUDIT_PLAN_APPROVED', now)).toEqual([]);
  now = '2031-08-04';
  expect(await desk.step(external, 'STARTED', now)).toEqual([]);
  expect(await walk.today()).toMatchObject({ stage: 'EXTERNAL_AUDIT_UNDER_WAY', owed: ['EXTERNAL_AUDIT 2031-12-24'] });
  now = '2031-08-07';
  expect(await desk.step(external, 'COMPLETED', now)).toEqual([]);
  expect(await walk.today(external)).toMatchObject({
    stage: 'EXTERNAL_AUDIT_REPORT_AWAITED',
    owed: ['EXTERNAL_AUDIT_REPORT'],
    missing: ['G-2.3', 'G-3.4.b'],
  });
  now = '2031-08-29';
  expect(await desk.score(external, '79.99', now)).toEqual([]);
  expect((await walk.today()).owed).toEqual(['AUDIT_REPORT_APPROVAL']);
  expect(await desk.step(external, 'REPORT_APPROVED', now)).toEqual([]);
  now = '2031-08-31';
  expect(await desk.step(external, 'REPORT_RECEIVED', now)).toEqual([]);
  expect(await walk.today(external)).toEqual({
    ...registered,
    stage: 'RE_AUDIT_DUE',
    owed: ['RE_AUDIT 2032-02-29', 'CORRECTIVE_ACTION_PLAN'],
    missing: ['G-2.3'],
  });
  expect((await walk.sent('issueCertificate', 'Certificate', { account, standard: 'COR_2020', audit: external })).clauses).toEqual([
    'G-2.3',
  ]);
  expect(await desk.step(external, 'ACTION_PLAN_SUBMITTED', now)).toEqual([]);
  expect((await walk.today()).owed).toEqual(['RE_AUDIT 2032-02-29', 'CORRECTIVE_ACTION_PLAN_APPROVAL']);
  expect(await desk.step(external, 'ACTION_PLAN_APPROVED', now)).toEqual([]);
});

test('G-2.4.h: its re-audit passes, and the certificate counts from the day of its issue', async () => {
  const { external = '', auditor = '' } = auditId;
  now = '2032-02-26';
  const reAudit = await desk.begin({ account: number, type: 'RE_AUDIT', reAuditOf: external });
  expect(await desk.select(reAudit, auditor, now)).toEqual([]);
  expect(await desk.step(reAudit, 'STARTED', now)).toEqual([]);
  now = '2032-03-01';
  expect(await desk.step(reAudit, 'COMPLETED', now)).toEqual(['G-2.4.i']);
  expect(await desk.step(reAudit, 'COMPLETED', '2032-02-29')).toEqual([]);
  expect(await walk.today(reAudit)).toMatchObject({
    stage: 'RE_AUDIT_REPORT_AWAITED',
    owed: ['EXTERNAL_AUDIT_REPORT'],
    missing: ['G-2.3', 'G-3.4.b'],
  });
  now = '2032-03-10';
  expect(await desk.score(reAudit, '90.00', now)).toEqual([]);
  expect(await desk.step(reAudit, 'REPORT_APPROVED', now)).toEqual([]);
  expect(await walk.today(reAudit)).toEqual({ ...registered, stage: 'CERTIFICATE_AWAITED', owed: ['CERTIFICATE'], missing: [] });
  now = '2032-03-15';
  expect((await walk.sent('issueCertificate', 'Certificate', { account, standard: 'COR_2020', audit: reAudit })).clauses).toEqual([]);
  const certified = await walk.today(reAudit);
  expect(certified).toMatchObject({
    stage: 'CERTIFIED_YEAR_1',
    standing: 'CERTIFIED',
    staff: ['REGISTERED', 'CERTIFIED'],
    everybody: ['CERTIFIED'],
  });
  // 60 days before 15 March 2033 are 14 January.
  expect(certified.owed).toContain('MAINTENANCE_AUDIT 2033-01-14');
  // The certificate keeps its support: the audit's score cannot be corrected to a failure.
  const correction = {
    audit: reAudit,
    expectedVersion: await walk.versionOf(reAudit),
    overall: '70.00',
    reason: 'Misread',
    keepAgainstTheLaw: true,
  };
  expect((await walk.sent('correctAudit', 'Audit', correction)).clauses).toEqual(['G-2.3', 'G-2.3']);
});
