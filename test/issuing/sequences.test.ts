import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../../src/contract/global-id.ts';
import { AuditRow } from '../../src/database/tables/audit.table.ts';
import { enterAudit, enterAuditor, inUnit } from '../support/sound-audits.ts';
import { organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. Gaps that once let a certificate through: each is refused with every clause, and passes once the missing facts are recorded.
const names = ['nobody', 'failed', 'wsib', 'twice', 'late', 'excepted', 'letter', 'kept'];
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...names.map((name, at) => `${name},O-1,${6000001 + at}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-4,twice,COR_2020,EXTERNAL_AUDIT,2028-03-20',
    'C-7,letter,COR_2020,EXTERNAL_AUDIT,2030-03-15',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-4,C-4,2,2029-03-10', 'L-5,C-4,3,2030-03-10'],
};

let server: WritingServer;
let admin: string;

beforeAll(async () => {
  server = await startWriting(facts);
  admin = await server.keyFor('admin', 'Administrator');
});

afterAll(() => server.stop());

const account = async (name: string): Promise<string> => (await server.file(String(6000001 + names.indexOf(name)))).id;

const issue = async (input: Record<string, unknown>) => (await server.mutate('issueCertificate', input)).data.issueCertificate;

const clausesOf = ({ en }: { en: { clause: string }[] }): string[] => en.map(({ clause }) => clause);

const asked = async (query: string, variables: Record<string, unknown>, key = server.clerk) => {
  const { data, errors } = await server.graphql(query, variables, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

const reasons = '{ clause because }';
const readiness = async (input: { account: string; audit?: string }) =>
  (
    await asked(
      `query ($account: ID!, $audit: ID) { certificateReadiness(account: $account, audit: $audit) {
        isReady code missing ${reasons} others { clause holds } fr: missing(locale: FR) ${reasons} } }`,
      input,
    )
  ).certificateReadiness;

/** Changes the recorded facts of an audit as its mutations would. */
const alter = (audit: string, changes: Partial<AuditRow>) =>
  inUnit(server.dataSource, today, ({ tx }) => tx.update(AuditRow, { id: uuidOf(audit) }, changes));

const exception = async (input: Record<string, unknown>, key = admin) => {
  const mutation = `mutation ($input: RecordIssuingExceptionInput!) { recordIssuingException(input: $input) {
    __typename ... on IssuingException { id servedDocument } ... on Refused { code reasons { clause } } } }`;
  const given = { idempotencyKey: `exception-${Math.random()}`, grounds: 'The plan was approved by telephone.', document: 'Memo 7' };
  const variables = { input: { ...given, decidedBy: 'Manager, COR', ...input } };
  return server.graphql(mutation, variables, { key });
};

describe('a certificate', () => {
  test('for an account never registered and never audited is refused, and its readiness says so', async () => {
    const id = await account('nobody');
    const refused = await issue({ account: id, standard: 'COR_2020' });
    expect(clausesOf(refused)).toEqual(['G-2.1.a', 'G-2.4.h']);
    expect(await readiness({ account: id })).toMatchObject({
      isReady: false,
      code: refused.code,
      missing: refused.en.map(({ clause, because }: { clause: string; because: string }) => ({ clause, because })),
    });
    const sound = await server.issuable(id);
    expect(await readiness(sound)).toMatchObject({ isReady: true, code: null, missing: [] });
    expect(await issue(sound)).toMatchObject({ __typename: 'Certificate', standard: 'COR_2020' });
  });

  test('on a failed audit is refused, and passes on its re-audit', async () => {
    const id = await account('failed');
    const failed = await server.issuable(id, '2031-02-10', { external: { overall: '79.99' } });
    expect(clausesOf(await issue(failed))).toEqual(['G-2.3']);
    const { externalAuditorId } = await server.dataSource.getRepository(AuditRow).findOneByOrFail({ id: uuidOf(failed.audit) });
    const days = { startedOn: today, completedOn: today, reportedOn: today, reportReceivedOn: today, reportApprovedOn: today };
    const reAudit = {
      accountId: uuidOf(id),
      type: 'RE_AUDIT',
      tool: 'COR_2020',
      reAuditOfId: uuidOf(failed.audit),
      externalAuditorId,
    } as const;
    const audit = await inUnit(server.dataSource, today, (unit) => enterAudit(unit, { ...reAudit, ...days }));
    expect(await issue({ account: id, audit })).toMatchObject({ __typename: 'Certificate' });
  });

  test('dated a day when WSIB reported the account as not valid is refused, though it is valid again', async () => {
    const id = await account('wsib');
    const report = `mutation ($input: ReportWsibAccountInput!) { reportWsibAccount(input: $input) { __typename } }`;
    const statements = [
      { isValid: false, from: '2031-02-01' },
      { isValid: true, from: '2031-03-01' },
    ];
    for (const [at, statement] of statements.entries())
      await asked(report, { input: { idempotencyKey: `wsib-${at}`, wsibAccount: '6000003', ...statement } });
    const input = await server.issuable(id, '2031-02-15');
    expect(clausesOf(await issue({ ...input, issuedOn: '2031-02-15' }))).toEqual(['G-1.2.a']);
    expect(await issue({ ...input, issuedOn: '2031-03-01' })).toMatchObject({ __typename: 'Certificate' });
  });

  test('on an audit by the same auditor as the previous one is refused, and passes with another auditor', async () => {
    const id = await account('twice');
    const auditor = await inUnit(server.dataSource, today, enterAuditor);
    const before = { accountId: uuidOf(id), type: 'EXTERNAL', tool: 'COR_2020', externalAuditorId: auditor } as const;
    const days = { startedOn: '2028-02-01', completedOn: '2028-02-03', reportedOn: '2028-03-01' };
    await inUnit(server.dataSource, today, (unit) => enterAudit(unit, { ...before, ...days }));
    const input = await server.issuable(id, today, { external: { externalAuditorId: auditor } });
    const refused = await issue(input);
    expect(clausesOf(refused)).toEqual(['G-3.4.a']);
    expect(refused.message).toContain('3 February 2028');
    await alter(input.audit, { externalAuditorId: await inUnit(server.dataSource, today, enterAuditor) });
    expect(await issue(input)).toMatchObject({ __typename: 'Certificate' });
  });

  test('on an audit completed after the six months is refused, and passes after a restart', async () => {
    const id = await account('late');
    const input = await server.issuable(id, '2030-07-01', { external: { startedOn: today, completedOn: today } });
    await alter(input.audit, { startedOn: '2031-01-02', completedOn: '2031-01-02', reportedOn: '2031-02-01', reportReceivedOn: null });
    // Report received on 1 July 2030: the last day is 1 January 2031.
    expect(clausesOf(await issue(input))).toEqual(['G-2.4.f']);
    const restarted = await server.issuable(id, today, { registers: false });
    expect(await issue(restarted)).toMatchObject({ __typename: 'Certificate' });
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
      registration: { confirmedOn: today },
      exception: null,
    });
    const held = restsOn.reasons.filter(({ holds }: { holds: boolean }) => holds).map(({ clause }: { clause: string }) => clause);
    expect(held).toEqual(expect.arrayContaining(['G-2.1.a', 'G-2.3', 'G-2.4.b', 'G-2.4.f', 'G-2.4.g', 'G-3.4.b']));
    // WSIB has reported nothing, and there is no earlier external audit.
    const unknown = restsOn.reasons.filter(({ holds }: { holds: boolean }) => !holds).map(({ clause }: { clause: string }) => clause);
    expect(unknown.toSorted()).toEqual(['R-1', 'R-45']);
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

describe('R-44: an exception', () => {
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
    const issued = await issue({ ...input, exception: named });
    expect(issued.__typename).toBe('Certificate');
    const query = `query ($id: ID!, $w: String!) {
      node(id: $id) { ... on Certificate { restsOn { exception { grounds document decidedBy servedDocument } reasons { clause because } } } }
      account(wsibAccount: $w) { file { exceptions { id clauses } } } }`;
    const { node, account: file } = await asked(query, { id: issued.id, w: '6000006' });
    expect(node.restsOn.exception).toMatchObject({ document: 'Memo 7', servedDocument: issued.number });
    expect(node.restsOn.reasons).toContainEqual({ clause: 'R-44', because: expect.stringContaining('G-2.4.g') });
    expect(file.file.exceptions).toEqual([{ id: named, clauses: ['G-2.4.g'] }]);
    const again = await issue({ ...(await server.issuable(id)), exception: named });
    expect(again).toMatchObject({ code: 'EXCEPTION_NOT_POSSIBLE', en: [{ clause: 'R-44' }] });
    expect(again.message).toContain(issued.number);
    const others = await server.mutate('issueCertificate', { ...(await server.issuable(await account('nobody'))), exception: named });
    expect(others.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.exception' });
    expect(fromGlobalId(named)?.type).toBe('IssuingException');
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
    const certificate = (await server.file('6000007')).certificates[0]?.id ?? '';
    const { data } = await server.mutate('issueLetterOfGoodStanding', { certificate, year: 2 });
    expect(clausesOf(data.issueLetterOfGoodStanding)).toEqual(['G-2.4.j']);
    const input = await server.issuableLetter(certificate);
    await alter(input.audit, { overall: '79.99' });
    const failed = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 2 });
    expect(clausesOf(failed.data.issueLetterOfGoodStanding)).toEqual(['G-2.3']);
    expect(await readinessOf(input)).toMatchObject({ isReady: false, missing: [{ clause: 'G-2.3' }] });
    await alter(input.audit, { overall: '80.00' });
    expect(await readinessOf(input)).toMatchObject({ isReady: true, missing: [] });
    const issued = await server.mutate('issueLetterOfGoodStanding', { ...input, year: 2 });
    const rests = 'query ($id: ID!) { node(id: $id) { ... on LetterOfGoodStanding { restsOn { audit { id } } } } }';
    const { node } = await asked(rests, { id: issued.data.issueLetterOfGoodStanding.id });
    expect(node.restsOn.audit.id).toBe(input.audit);
  });

  test('readiness is for staff only', async () => {
    const query = 'query ($account: ID!) { certificateReadiness(account: $account) { isReady } }';
    const buyer = { key: await server.keyFor('buyer', 'Another city') };
    expect((await server.graphql(query, { account: await account('letter') }, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
