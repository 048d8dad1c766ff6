import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../../src/contract/global-id.ts';
import { AuditRow } from '../../src/database/tables/audit.table.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { type AuditDesk, auditDesk } from '../audits/audit-desk.ts';
import { auditPapers } from '../audits/audit-papers.ts';
import { inUnit } from '../support/sound-audits.ts';
import { organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. Gaps that once let a certificate through: each is refused with every clause, and passes once the missing facts are recorded.
const names = ['nobody', 'failed', 'twice', 'late', 'excepted', 'letter', 'kept', 'spared', 'anew'];
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...names.map((name, at) => `${name},O-1,${6000001 + at}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-4,twice,COR_2020,EXTERNAL_AUDIT,2028-03-20',
    'C-7,letter,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-8,spared,COR_2020,EXTERNAL_AUDIT,2030-03-15',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-4,C-4,2,2029-03-10', 'L-5,C-4,3,2030-03-10'],
};

let server: WritingServer;
let admin: string;
let desk: AuditDesk;
let papers: ReturnType<typeof auditPapers>;
let auditors: Record<'ada' | 'ben', string>;

beforeAll(async () => {
  server = await startWriting(facts);
  admin = await server.keyFor('admin', 'Administrator');
  desk = auditDesk(server, { isAlone: true });
  papers = auditPapers(desk);
  auditors = {
    ada: await desk.auditor('Ada Auditor', 'Audit Co.', '2020-01-01'),
    ben: await desk.auditor('Ben Auditor', 'Assessors', '2020-01-01'),
  };
});

afterAll(() => server.stop());

const numberOf = (name: string): string => String(6000001 + names.indexOf(name));

const account = async (name: string): Promise<string> => (await server.file(numberOf(name))).id;

const issue = async (input: Record<string, unknown>) => (await server.mutate('issueCertificate', input)).data.issueCertificate;

const clausesOf = ({ en }: { en: { clause: string }[] }): string[] => en.map(({ clause }) => clause);

const asked = async (query: string, variables: Record<string, unknown>, key = server.clerk) => {
  const { data, errors } = await server.graphql(query, variables, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

const reasons = '{ clause because }';
const readiness = async (input: { account: string; audit?: string; exception?: string }) =>
  (
    await asked(
      `query ($account: ID!, $audit: ID, $exception: ID) { certificateReadiness(account: $account, audit: $audit, exception: $exception) {
        isReady code missing ${reasons} others { clause holds } fr: missing(locale: FR) ${reasons} } }`,
      input,
    )
  ).certificateReadiness;

const exception = async (input: Record<string, unknown>, key = admin) => {
  const mutation = `mutation ($input: RecordIssuingExceptionInput!) { recordIssuingException(input: $input) {
    __typename ... on IssuingException { id servedDocument } ... on Refused { code reasons { clause } } } }`;
  const given = { idempotencyKey: `exception-${Math.random()}`, grounds: 'The plan was approved by telephone.', document: 'Memo 7' };
  const variables = { input: { ...given, decidedBy: 'Manager, COR', ...input } };
  return server.graphql(mutation, variables, { key });
};

/** What a first certificate needs, through the API: registered and trained in July 2030, the report of the internal audit received on 1 October. */
async function toExternal(name: string, reported = '2030-10-01'): Promise<string> {
  await server.mutate('confirmRegistration', { account: await account(name), confirmedOn: '2030-07-01' });
  const person = await desk.prepare(numberOf(name), '2030-07-01');
  await papers.internal(numberOf(name), person, { on: '2030-07-01', received: '2030-07-01', reported });
  return person;
}

const visited = { planned: '2031-01-10', started: '2031-01-20', completed: '2031-01-21', reported: '2031-02-10' };

describe('a certificate', () => {
  test('for an account never registered and never audited is refused, and so is one of a day on which WSIB reported it as not valid', async () => {
    const id = await account('nobody');
    const refused = await issue({ account: id, standard: 'COR_2020' });
    expect(clausesOf(refused)).toEqual(['G-2.1.a', 'G-2.4.h']);
    expect(await readiness({ account: id })).toMatchObject({
      isReady: false,
      code: refused.code,
      missing: refused.en.map(({ clause, because }: { clause: string; because: string }) => ({ clause, because })),
    });
    await toExternal('nobody');
    const sound = { account: id, audit: await papers.external(numberOf('nobody'), auditors.ada, visited) };
    for (const [isValid, from] of [
      [false, '2031-02-11'],
      [true, '2031-03-01'],
    ] as const)
      await asked('mutation ($input: ReportWsibAccountInput!) { reportWsibAccount(input: $input) { __typename } }', {
        input: { idempotencyKey: from, wsibAccount: numberOf('nobody'), isValid, from },
      });
    expect(clausesOf(await issue({ ...sound, issuedOn: '2031-02-28' }))).toEqual(['G-1.2.a']);
    expect(await readiness(sound)).toMatchObject({ isReady: true, code: null, missing: [] });
    expect(await issue({ ...sound, issuedOn: '2031-03-01' })).toMatchObject({ __typename: 'Certificate', standard: 'COR_2020' });
  });

  test('on a failed audit is refused, and passes on its re-audit', async () => {
    const id = await account('failed');
    await toExternal('failed');
    const failed = await papers.external(numberOf('failed'), auditors.ada, visited, { overall: '79.99' });
    expect(clausesOf(await issue({ account: id, audit: failed }))).toEqual(['G-2.3']);
    const days = { planned: '2031-02-20', started: '2031-03-01', completed: '2031-03-02', reported: today };
    const audit = await papers.external(numberOf('failed'), auditors.ada, days, { reAuditOf: failed });
    expect(await issue({ account: id, audit })).toMatchObject({ __typename: 'Certificate' });
  });

  // Six months from the report of the first audit end on 1 February 2031: no external audit follows it, so they do not run.
  test('G-2.4.e: waits for the new internal audit that IHSA chose, and passes once that was reviewed', async () => {
    const [id, number] = [await account('anew'), numberOf('anew')];
    await server.mutate('confirmRegistration', { account: id, confirmedOn: '2030-07-01' });
    const person = await desk.prepare(number, '2030-07-01');
    const days = { on: '2030-07-01', received: '2030-07-01', reported: '2030-08-01' };
    const first = await papers.internal(number, person, days, { overall: '79.99' });
    expect(await desk.step(first, 'NEW_AUDIT_CHOSEN', '2030-08-15')).toEqual([]);
    const awaited = 'query ($w: String!) { account(wsibAccount: $w) { stage { stage } obligations { kind state because } } }';
    const { stage, obligations } = (await asked(awaited, { w: number })).account;
    expect(stage).toEqual({ stage: 'PREPARING_INTERNAL_AUDIT' });
    expect(obligations.filter(({ state }: { state: string }) => state !== 'DONE')).toEqual([
      { kind: 'INTERNAL_AUDIT', state: 'DUE', because: 'On 15 August 2030 IHSA asked for a new internal audit, which is to be submitted.' },
    ]);
    const early = await desk.begin({ account: number, type: 'EXTERNAL', on: '2030-08-20' });
    expect(await desk.select(early, auditors.ada, '2030-08-20')).toEqual([]);
    for (const step of ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_APPROVED']) expect(await desk.step(early, step, '2030-08-20')).toEqual([]);
    // A new audit was chosen, and no plan is approved in its place.
    expect(await desk.step(early, 'STARTED', '2030-08-20')).toEqual(['G-2.4.e', 'G-2.4.e']);
    await papers.internal(number, person, { on: '2030-09-02', received: '2030-09-09', reported: '2030-10-01' });
    const audit = await papers.external(number, auditors.ben, visited);
    expect(await issue({ account: id, audit })).toMatchObject({ __typename: 'Certificate' });
  });

  // C-4 of 20 March 2028 is renewed. Its audit is recorded from paper after the renewal's, so the selection could not see it yet.
  test('on an audit by the same auditor as the previous one is refused, and passes with another auditor', async () => {
    const id = await account('twice');
    const person = await desk.prepare(numberOf('twice'), '2027-06-01');
    await server.mutate('confirmRegistration', { account: id, confirmedOn: '2027-06-01' });
    await server.mutate('confirmRegistration', { account: id, confirmedOn: '2030-11-01' });
    await papers.yearOne(numberOf('twice'), person, '2030-12-01', '2031-01-20');
    const input = { account: id, audit: await papers.external(numberOf('twice'), auditors.ada, visited) };
    await papers.internal(numberOf('twice'), person, { on: '2027-07-01', received: '2027-08-01', reported: '2027-10-01' });
    const before = { planned: '2028-01-10', started: '2028-02-01', completed: '2028-02-03', reported: '2028-03-01' };
    await papers.external(numberOf('twice'), auditors.ada, before);
    const refused = await issue(input);
    // Neither the auditor nor the company.
    expect(clausesOf(refused)).toEqual(['G-3.4.a', 'G-3.4.a']);
    expect(refused.message).toContain('3 February 2028');
    const again = await desk.begin({ account: numberOf('twice'), type: 'EXTERNAL' });
    expect(await desk.select(again, auditors.ada, today)).toEqual(['G-3.4.a', 'G-3.4.a']);
    const other = { planned: '2031-02-15', started: '2031-02-20', completed: '2031-02-21', reported: today };
    await papers.yearOne(numberOf('twice'), person, '2030-12-02', '2031-02-21');
    const audit = await papers.external(numberOf('twice'), auditors.ben, other);
    expect(await issue({ account: id, audit })).toMatchObject({ __typename: 'Certificate' });
  });

  // Report received on 1 July 2030: the last day is 1 January 2031. It was entered as of 2 July, and the audit ended in time for that.
  test('on an audit completed after the six months is refused, and passes after a restart', async () => {
    const id = await account('late');
    const number = numberOf('late');
    await server.mutate('confirmRegistration', { account: id, confirmedOn: '2030-05-01' });
    const person = await desk.prepare(number, '2030-05-01');
    const internal = await papers.internal(
      number,
      person,
      { on: '2030-05-01', received: '2030-05-20', reported: '2030-07-01' },
      { without: ['REPORT_RECEIVED'] },
    );
    expect(await desk.step(internal, 'REPORT_RECEIVED', '2030-07-02')).toEqual([]);
    const days = { planned: '2030-12-01', started: '2030-12-30', completed: '2031-01-02', reported: '2031-02-01' };
    const input = { account: id, audit: await papers.external(number, auditors.ada, days) };
    expect(await desk.undo(internal, 'REPORT_RECEIVED')).toEqual([]);
    expect(await desk.step(internal, 'REPORT_RECEIVED', '2030-07-01')).toEqual([]);
    expect(clausesOf(await issue(input))).toEqual(['G-2.4.f']);
    const tooLate = await desk.begin({ account: number, type: 'EXTERNAL' });
    await desk.select(tooLate, auditors.ben, '2030-12-02');
    for (const step of ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_APPROVED']) await desk.step(tooLate, step, '2030-12-02');
    expect(await desk.step(tooLate, 'STARTED', '2031-01-02')).toEqual(['G-2.4.f']);
    await papers.internal(number, person, { on: '2031-01-10', received: '2031-01-10', reported: '2031-02-10' });
    const restarted = { planned: '2031-02-10', started: '2031-02-20', completed: '2031-02-21', reported: today };
    const audit = await papers.external(number, auditors.ben, restarted);
    expect(await issue({ account: id, audit })).toMatchObject({ __typename: 'Certificate' });
  });
});

describe('the support of a certificate', () => {
  const rests = `query ($id: ID!) { node(id: $id) { ... on Certificate { restsOn {
    audit { id type } internalAudit { type } yearOneAudit { type } failedAudit { type } registration { confirmedOn } exception { id }
    reasons { clause holds } } } } }`;

  test('is kept with it and visible only to callers who may see the file', async () => {
    const { certificates } = await server.file('6000001');
    const { restsOn } = (await asked(rests, { id: certificates[0]?.id })).node;
    expect(restsOn).toMatchObject({
      audit: { type: 'EXTERNAL' },
      internalAudit: { type: 'INITIAL_INTERNAL' },
      yearOneAudit: null,
      failedAudit: null,
      registration: { confirmedOn: '2030-07-01' },
      exception: null,
    });
    const held = restsOn.reasons.filter(({ holds }: { holds: boolean }) => holds).map(({ clause }: { clause: string }) => clause);
    expect(held).toEqual(expect.arrayContaining(['G-1.2.a', 'G-2.1.a', 'G-2.3', 'G-2.4.b', 'G-2.4.f', 'G-2.4.g', 'G-3.4.b']));
    // There is no earlier external audit.
    const unknown = restsOn.reasons.filter(({ holds }: { holds: boolean }) => !holds).map(({ clause }: { clause: string }) => clause);
    expect(unknown).toEqual(['R-45']);
    expect((await asked(rests, { id: certificates[0]?.id }, await server.keyFor('buyer', 'City'))).node.restsOn).toBeNull();
  });
});

describe('an issued document', () => {
  test('G-2.4.f: keeps what it rests on: a step that would take it away is refused, and its readiness says so', async () => {
    const id = await account('kept');
    const input = await server.issuable(id, '2031-02-10');
    const internal = await server.dataSource.getRepository(AuditRow).findOneByOrFail({ accountId: uuidOf(id), type: 'INITIAL_INTERNAL' });
    await inUnit(server.dataSource, today, ({ tx }) => tx.update(AuditRow, { id: internal.id }, { reportReceivedOn: null }));
    expect(await issue({ ...input, issuedOn: '2031-02-10' })).toMatchObject({ __typename: 'Certificate' });
    const audit = toGlobalId('Audit', internal.id);
    const step = async (on: string) => {
      const read = `query ($audit: ID!, $on: LocalDate) { auditReadiness(audit: $audit, on: $on) { step isReady reasons ${reasons} }
        node(id: $audit) { ... on Audit { version } } }`;
      const { auditReadiness, node } = await asked(read, { audit, on });
      const text = `mutation ($input: RecordAuditStepInput!) { recordAuditStep(input: $input) { __typename ... on Refused { reasons ${reasons} } } }`;
      const given = { audit, step: 'REPORT_RECEIVED', on, expectedVersion: node.version };
      const { recordAuditStep } = await asked(text, { input: given });
      const ready = auditReadiness.find((each: { step: string }) => each.step === 'REPORT_RECEIVED');
      expect(ready.isReady).toBe(recordAuditStep.__typename === 'Audit');
      expect(ready.reasons).toEqual(recordAuditStep.reasons ?? []);
      return ready.reasons.map(({ clause }: { clause: string }) => clause);
    };
    // The external audit was completed on 10 February: a report that came later did not precede it.
    expect(await step('2031-02-11')).toEqual(['G-2.4.f', 'G-2.4.f']);
    expect(await step('2031-02-10')).toEqual([]);
  });
});

test('G-2.4.g, R-44: to keep a corrected auditor against the law does not stand for the exception that an issued certificate needs', async () => {
  const { id, audits } = await server.file(numberOf('kept'));
  const cyd = await desk.auditor('Cyd Auditor', null, '2031-03-01');
  const external = await server.dataSource.getRepository(AuditRow).findOneByOrFail({ accountId: uuidOf(id), type: 'EXTERNAL' });
  const audit = toGlobalId('Audit', external.id);
  const expectedVersion = audits.find((each) => each.id === audit)?.version;
  const input = { audit, expectedVersion, externalAuditor: cyd, reason: 'Two namesakes' };
  const corrected = async (given: object) => {
    const { __typename, code, en = [] } = (await server.mutate('correctAudit', { ...input, ...given })).data.correctAudit;
    return [code ?? __typename, ...new Set(en.map(({ clause }: { clause: string }) => clause))];
  };
  const { id: named } = (await exception({ account: id, clauses: ['G-2.4.g'] })).data.recordIssuingException;
  // Cyd was not on the approved list on 10 February.
  expect(await corrected({})).toEqual(['AUDITOR_NOT_POSSIBLE', 'G-2.4.g']);
  expect(await corrected({ keepAgainstTheLaw: true })).toEqual(['STILL_NEEDED', 'G-2.4.g']);
  expect(await corrected({ exception: named })).toEqual(['AUDITOR_NOT_POSSIBLE', 'G-2.4.g']);
  expect(await corrected({ keepAgainstTheLaw: true, exception: named })).toEqual(['Audit']);
  expect((await checkTimelines(server.dataSource)).problems).toBe(0);
});

describe('R-44: an exception', () => {
  /** The exceptions among the reasons of a certified account. */
  const excepted = async (name: string, key = server.clerk): Promise<string[]> => {
    const verify = 'query ($w: String!) { verify(subject: { wsibAccount: $w }) { standing reasons { clause because } } }';
    const { standing, reasons: given } = (await asked(verify, { w: numberOf(name) }, key)).verify;
    expect(standing).toBe('CERTIFIED');
    return given.filter(({ clause }: { clause: string }) => clause === 'R-44').map(({ because }: { because: string }) => because);
  };

  test('is for administrators, and never for clauses that cannot be set aside', async () => {
    const input = { account: await account('excepted'), clauses: ['G-2.4.g'] };
    expect((await exception(input, server.clerk)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const never = (await exception({ ...input, clauses: ['G-2.4.g', 'G-2.3', 'R-13'] })).data.recordIssuingException;
    expect(never).toMatchObject({ code: 'EXCEPTION_NOT_POSSIBLE', reasons: [{ clause: 'G-2.3' }, { clause: 'R-13' }] });
    expect((await exception({ ...input, clauses: ['G-99'] })).errors?.[0]?.extensions).toMatchObject({ field: 'input.clauses' });
  });

  test('sets its clauses aside for one document, and is shown with that document and in the file', async () => {
    const id = await account('excepted');
    const input = await server.issuable(id, today, { external: { planApprovedOn: null } });
    expect(clausesOf(await issue(input))).toEqual(['G-2.4.g']);
    const { id: named } = (await exception({ account: id, clauses: ['G-2.4.g'] })).data.recordIssuingException;
    expect(await readiness(input)).toMatchObject({ isReady: false, missing: [{ clause: 'G-2.4.g' }] });
    const ready = await readiness({ ...input, exception: named });
    expect(ready).toMatchObject({ isReady: true, missing: [], others: expect.arrayContaining([{ clause: 'G-2.4.g', holds: false }]) });
    const issued = await issue({ ...input, exception: named });
    expect(issued.__typename).toBe('Certificate');
    const query = `query ($id: ID!, $w: String!) {
      node(id: $id) { ... on Certificate { restsOn { exception { grounds document decidedBy servedDocument } reasons { clause because } } } }
      account(wsibAccount: $w) { file { exceptions { id clauses } } } }`;
    const { node, account: file } = await asked(query, { id: issued.id, w: numberOf('excepted') });
    expect(node.restsOn.exception).toMatchObject({ document: 'Memo 7', servedDocument: issued.number });
    expect(node.restsOn.reasons).toContainEqual({ clause: 'R-44', because: expect.stringContaining('G-2.4.g') });
    expect(file.file.exceptions).toEqual([{ id: named, clauses: ['G-2.4.g'] }]);
    expect(await excepted('excepted')).toEqual([expect.stringMatching(new RegExp(`${issued.number}.* 10 March 2031.*G-2.4.g`))]);
    expect(await excepted('excepted', await server.keyFor('buyer', 'Third city'))).toEqual([]);
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
    const again = await issue({ ...(await server.issuable(id)), exception: named });
    expect(again).toMatchObject({ code: 'EXCEPTION_NOT_POSSIBLE', en: [{ clause: 'R-44' }] });
    expect(again.message).toContain(issued.number);
    const used = { isReady: false, code: 'EXCEPTION_NOT_POSSIBLE', missing: [{ clause: 'R-44' }], others: [] };
    expect(await readiness({ ...input, exception: named })).toMatchObject(used);
    const foreign = { account: await account('nobody'), exception: named };
    await expect(readiness(foreign)).rejects.toThrow('exception must be an exception of the account.');
    const others = await server.mutate('issueCertificate', { ...(await server.issuable(await account('nobody'))), exception: named });
    expect(others.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.exception' });
    expect(fromGlobalId(named)?.type).toBe('IssuingException');
  });

  test('that a correction was made with is named by each standing that rests on the document it concerned', async () => {
    const { id, certificates } = await server.file(numberOf('nobody'));
    const before = await excepted('nobody');
    const rests = 'query ($id: ID!) { node(id: $id) { ... on Certificate { restsOn { registration { id version } } } } }';
    const { id: registration, version } = (await asked(rests, { id: certificates[0]?.id })).node.restsOn.registration;
    // the internal audit of July 2030 then precedes the registration.
    const input = { registration, expectedVersion: version, confirmedOn: '2030-12-01', reason: 'Misread.' };
    const refused = (await server.mutate('correctRegistration', input)).data.correctRegistration;
    expect(new Set(clausesOf(refused))).toEqual(new Set(['R-35']));
    const { id: named } = (await exception({ account: id, clauses: ['R-35'] })).data.recordIssuingException;
    const corrected = await server.mutate('correctRegistration', { ...input, exception: named });
    expect(corrected.data.correctRegistration).toMatchObject({ __typename: 'Registration' });
    const after = await excepted('nobody');
    expect(after).toEqual([...before, expect.stringMatching(new RegExp(`${certificates[0]?.number}.* 10 March 2031.*R-35`))]);
    expect(await excepted('nobody', await server.keyFor('buyer', 'Fourth city'))).toEqual([]);
    const { node } = await asked('query ($id: ID!) { node(id: $id) { ... on IssuingException { servedDocuments } } }', { id: named });
    expect(node.servedDocuments).toEqual([certificates[0]?.number]);
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  });

  test('sets the missing audit of a letter aside, and is named by each standing that rests on the letter', async () => {
    const { id, certificates } = await server.file(numberOf('spared'));
    const { id: named } = (await exception({ account: id, clauses: ['G-2.4.j'] })).data.recordIssuingException;
    expect(await excepted('spared')).toEqual([]);
    const input = { certificate: certificates[0]?.id, year: 2, exception: named };
    const query = `query ($certificate: ID!, $year: Int!, $exception: ID) {
      letterReadiness(certificate: $certificate, year: $year, exception: $exception) { isReady missing { clause } } }`;
    const ready = async (given: Record<string, unknown>) => (await asked(query, given)).letterReadiness;
    expect(await ready({ ...input, exception: null })).toEqual({ isReady: false, missing: [{ clause: 'G-2.4.j' }] });
    expect(await ready(input)).toEqual({ isReady: true, missing: [] });
    const issued = (await server.mutate('issueLetterOfGoodStanding', input)).data.issueLetterOfGoodStanding;
    expect(await excepted('spared')).toEqual([expect.stringMatching(new RegExp(`${issued.number}.* 10 March 2031.*G-2.4.j`))]);
  });
});

describe('a letter', () => {
  const readinessOf = async (input: Record<string, unknown>) =>
    (
      await asked(
        `query ($certificate: ID!, $year: Int!, $audit: ID) { letterReadiness(certificate: $certificate, year: $year, audit: $audit) {
          isReady missing { clause } others { clause holds } } }`,
        { year: 2, ...input },
      )
    ).letterReadiness;

  test('without an audit or on a failed one is refused; on one that passed it names the audit', async () => {
    const certificate = (await server.file(numberOf('letter'))).certificates[0]?.id ?? '';
    const { data } = await server.mutate('issueLetterOfGoodStanding', { certificate, year: 2 });
    expect(clausesOf(data.issueLetterOfGoodStanding)).toEqual(['G-2.4.j']);
    // Failed, its report received on 20 February; corrected and scored again on 1 March, before day 90 after 15 March.
    const number = numberOf('letter');
    expect(await desk.refusedToBegin({ account: number, type: 'MAINTENANCE', on: '2030-03-14' })).toEqual(['G-2.4.j']);
    const person = await desk.prepare(number, '2030-07-01');
    const days = { on: '2031-01-05', received: '2031-01-12', reported: '2031-02-20' };
    const audit = await papers.internal(number, person, days, { type: 'MAINTENANCE', overall: '79.99' });
    const input = { certificate, audit };
    const failed = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 2 });
    expect(clausesOf(failed.data.issueLetterOfGoodStanding)).toEqual(['G-2.3']);
    expect(await readinessOf(input)).toMatchObject({ isReady: false, missing: [{ clause: 'G-2.3' }] });
    expect(await desk.score(audit, '80.00', '2031-03-01')).toEqual([]);
    expect(await readinessOf(input)).toMatchObject({ isReady: true, missing: [] });
    const issued = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 2, issuedOn: '2031-03-05' });
    const rests = 'query ($id: ID!) { node(id: $id) { ... on LetterOfGoodStanding { restsOn { audit { id } auditFailsSince } } } }';
    const { id } = issued.data.issueLetterOfGoodStanding;
    expect((await asked(rests, { id })).node.restsOn).toEqual({ audit: { id: input.audit }, auditFailsSince: null });
    // the letter of 5 March still counts when scores of 10 March fail; the correction is due by day 90, 13 June.
    expect(await desk.score(audit, '79.99', '2031-03-10')).toEqual([]);
    expect((await asked(rests, { id })).node.restsOn).toEqual({ audit: { id: input.audit }, auditFailsSince: '2031-03-10' });
    const owing =
      'query ($wsib: String!) { account(wsibAccount: $wsib) { standing { standing } obligations { kind by state dueOn clauses } } }';
    const owed = (await asked(owing, { wsib: number })).account;
    expect(owed.standing.standing).toBe('CERTIFIED');
    // a due day is shown as due from 90 days before it, 15 March.
    const [clauses, correction] = [['R-64', 'G-2.4.k'], { kind: 'MAINTENANCE_CORRECTION', by: 'ORGANIZATION', dueOn: '2031-06-13' }];
    expect(owed.obligations).toContainEqual({ ...correction, state: 'UPCOMING', clauses });
    expect(owed.obligations).toContainEqual({ kind: 'STAFF_ALERT', by: 'IHSA', state: 'DUE', dueOn: null, clauses });
  });

  test('readiness is for staff only', async () => {
    const query = 'query ($account: ID!) { certificateReadiness(account: $account) { isReady } }';
    const buyer = { key: await server.keyFor('buyer', 'Another city') };
    expect((await server.graphql(query, { account: await account('letter') }, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
