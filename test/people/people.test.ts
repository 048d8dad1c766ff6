import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkPending } from '../../src/chain/link.ts';
import { verifyChain } from '../../src/chain/verify.ts';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { eraseOldNames } from '../../src/people/retention.ts';
import { internalAuditorsQualified } from '../../src/qualifications/person.facts.ts';
import { auditForLetter, enterInternalAuditor, inUnit } from '../support/sound-audits.ts';
import { startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. Each test has accounts of its own.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alpha Framing Ltd.,,,,Sampleton',
    'O-2,Beta Paving Ltd.,,,,Exempleville',
  ],
  accounts: [
    'account,organization,wsib_account',
    'A-1,O-1,1000001',
    'A-2,O-2,1000002',
    'A-3,O-1,1000003',
    'A-4,O-1,1000004',
    'A-5,O-1,1000005',
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,A-1,2030-01-05,', 'R-3,A-3,2030-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-4,A-4,COR_2020,EXTERNAL_AUDIT,2030-03-15',
    'C-5,A-5,COR_2020,EXTERNAL_AUDIT,2030-03-15',
  ],
};

const audits = {
  audits: [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    'I-1,A-1,INITIAL_INTERNAL,COR_2020,2031-01-01,2031-01-02,,,,,,,',
    'E-1,A-1,EXTERNAL,COR_2020,2031-02-01,2031-02-02,,,,,,,',
    'M-3,A-3,MAINTENANCE,COR_2020,2030-07-01,2030-07-02,,,,Ines Textual,,,',
    'M-4,A-3,MAINTENANCE,COR_2020,2030-08-01,2030-08-02,,,,ines textual,,,',
    'M-5,A-3,MAINTENANCE,COR_2020,2030-09-01,2030-09-02,,,,Otto Stays,,,',
    'E-3,A-3,EXTERNAL,COR_2020,2030-10-01,2030-10-02,,,,Ines Textual,,,',
  ],
};

const fourCourses = ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'];

let server: WritingServer;
let first: { id: string; organization: string };
let second: { id: string; organization: string };

beforeAll(async () => {
  server = await startWriting({ ...facts, ...audits });
  const [a, b] = [await server.file('1000001'), await server.file('1000002')];
  first = { id: a.id, organization: a.organization.id };
  second = { id: b.id, organization: b.organization.id };
});

afterAll(() => server.stop());

const fields = `id name email erasedOn version designations { role from to isPermanentFullTime codeSignedOn person { id } }
  training { courses { course completedOn } exemptions { course requestedOn decidedOn isGranted } retrainings { requiredOn completedOn } }`;

let sent = 0;

/** Sends a mutation of a person as a clerk; returns `Refused` with its clauses. */
async function send(name: string, input: Record<string, unknown>, key = server.clerk) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Person { ${fields} }
    ... on Refused { code reasons { clause because } fr: reasons(locale: FR) { because } } } }`;
  sent += 1;
  const given = name === 'recordPerson' ? { idempotencyKey: `k-${sent}`, ...input } : input;
  const { data, errors } = await server.graphql(text, { input: given }, { key });
  return { done: data?.[name], errors };
}

/** The same, on a person at the current version. */
async function sendOf(name: string, person: { id: string; version: number }, input: Record<string, unknown>) {
  const { done, errors } = await send(name, { person: person.id, expectedVersion: person.version, ...input });
  if (errors) throw new Error(JSON.stringify(errors));
  return done;
}

const enter = async (name: string) => (await send('recordPerson', { name, email: 'somebody@firm.example' })).done;

async function trained(name: string, account: string) {
  let person = await enter(name);
  const role = { account, role: 'INTERNAL_AUDITOR', from: '2031-01-01', isPermanentFullTime: true, codeSignedOn: '2031-01-01' };
  person = await sendOf('designatePerson', person, role);
  for (const course of fourCourses) person = await sendOf('recordCourse', person, { course, completedOn: '2030-12-01' });
  return person;
}

/** The days of the requests for exemptions in the queue. */
const queuedExemptions = async (): Promise<string[]> => {
  const query = '{ workQueue(filter: { kinds: [TRAINING_EXEMPTION] }) { nodes { since } } }';
  return (await asked(query, server.clerk)).workQueue.nodes.map(({ since }: { since: string }) => since);
};

const asked = async (query: string, key: string) => (await server.graphql(query, {}, { key })).data;

const qualification = async (id: string, on: string) =>
  (
    await asked(
      `{ person(id: "${id}") { training { qualifiesAsInternalAuditor(on: "${on}") { qualifies on missing reasons { clause holds because } } } } }`,
      server.clerk,
    )
  ).person.training.qualifiesAsInternalAuditor;

const owed = async (wsibAccount: string) =>
  (await asked(`{ account(wsibAccount: "${wsibAccount}") { obligations(states: [DUE]) { kind clauses because } } }`, server.clerk)).account
    .obligations;

describe('an internal auditor', () => {
  test('qualifies with four courses and a role; until then the answer says what is missing', async () => {
    const person = await trained('Ada Auditor', first.id);
    expect(await qualification(person.id, '2031-01-01')).toMatchObject({ qualifies: true, missing: [] });
    expect(await qualification(person.id, '2030-11-30')).toMatchObject({ qualifies: false, missing: fourCourses });
    expect((await qualification(person.id, '2030-12-31')).reasons.at(-2)).toMatchObject({ clause: 'G-3.3.a', holds: false });
  });

  test('F-14, G-3.2.a: a person who leaves keeps the training, and the vacancy becomes an obligation with its clauses', async () => {
    const { id: account } = await server.file('1000003');
    const person = await trained('Lea Leaver', account);
    const key = await server.keyFor('organization', 'Alpha', uuidOf(first.organization));
    const seen = `{ person(id: "${person.id}") { name version training { courses { course } } designations { to } } }`;
    expect((await asked(seen, key)).person).toMatchObject({ name: 'Lea Leaver', version: null, training: { courses: { length: 4 } } });
    await sendOf('endDesignation', person, { account, role: 'INTERNAL_AUDITOR', to: '2031-03-09' });
    expect((await asked(seen, key)).person).toMatchObject({ name: 'Lea Leaver', training: null, designations: [{ to: '2031-03-09' }] });
    expect(await owed('1000003')).toContainEqual(
      expect.objectContaining({ kind: 'INTERNAL_AUDITOR', clauses: ['G-2.2.a', 'G-3.2.a', 'F-14'] }),
    );
  });

  test('G-4.2: conducts no new audit from the day on which retraining is required until it is completed', async () => {
    let person = await trained('Rea Trainer', first.id);
    person = await sendOf('requireRetraining', person, { requiredOn: '2031-02-01' });
    expect(await qualification(person.id, '2031-01-31')).toMatchObject({ qualifies: true });
    expect(await qualification(person.id, '2031-02-01')).toMatchObject({ qualifies: false });
    await sendOf('completeRetraining', person, { requiredOn: '2031-02-01', completedOn: '2031-02-20' });
    expect(await qualification(person.id, '2031-02-20')).toMatchObject({ qualifies: true });
  });
});

describe('R-44: the internal auditor on whose audit of 20 February a letter rests', () => {
  const firstDay = '2031-02-20';

  /** An internal auditor of an account since 5 January, who made its maintenance audit. */
  async function auditing(number: string) {
    const { id: account, certificates } = await server.file(number);
    const [accountId, certificate] = [uuidOf(account), certificates[0]?.id ?? ''];
    const internalAuditorId = await inUnit(server.dataSource, firstDay, (unit) => enterInternalAuditor(unit, accountId, '2031-01-05'));
    const audit = await auditForLetter(server.dataSource, certificate, firstDay, { internalAuditorId });
    const id = toGlobalId('Person', internalAuditorId);
    const read = async () => (await asked(`{ person(id: "${id}") { id version } }`, server.clerk)).person;
    const issue = async () => {
      const { data } = await server.mutate('issueLetterOfGoodStanding', { certificate, audit, year: 2, issuedOn: '2031-03-01' });
      return data.issueLetterOfGoodStanding.number;
    };
    return { account, id, read, issue };
  }

  const clauses = ({ code, reasons }: { code: string; reasons: { clause: string }[] }) => [
    code,
    ...new Set(reasons.map(({ clause }) => clause)),
  ];

  test('G-4.1: did not leave before that day, for staff and for the firm, unless an administrator’s exception sets that aside', async () => {
    const { account, id, read, issue } = await auditing('1000004');
    const letter = await issue();
    const role = { account, role: 'INTERNAL_AUDITOR', to: '2031-02-19' };
    const refused = await sendOf('endDesignation', await read(), role);
    expect(clauses(refused)).toEqual(['STILL_NEEDED', 'G-2.4.j']);
    expect(refused.reasons[0].because).toContain(letter);
    expect(refused.fr[0].because).toContain(letter);
    const own = await server.keyFor('organization', 'Alpha', uuidOf(first.organization));
    const departure = { person: id, ...role, idempotencyKey: 'departure-before-the-audit' };
    expect(clauses((await send('recordDeparture', departure, own)).done)).toEqual(['STILL_NEEDED', 'G-2.4.j']);
    const text =
      'mutation ($input: RecordIssuingExceptionInput!) { recordIssuingException(input: $input) { ... on IssuingException { id } } }';
    const input = { account, clauses: ['G-2.4.j'], grounds: 'On site until March.', document: 'Memo 9', decidedBy: 'Manager, COR' };
    const admin = { key: await server.keyFor('admin', 'Administrator') };
    const { data } = await server.graphql(text, { input: { ...input, idempotencyKey: 'left-before-the-audit' } }, admin);
    const exception = data.recordIssuingException.id;
    const foreign = { account: first.id, role: 'INTERNAL_AUDITOR', to: '2031-02-19' };
    const other = await trained('Olga Other', first.id);
    const elsewhere = await send('endDesignation', { person: other.id, expectedVersion: other.version, ...foreign, exception });
    expect(elsewhere.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.exception' });
    expect(await sendOf('endDesignation', await read(), { ...role, exception })).toMatchObject({ __typename: 'Person' });
    const served = await asked(`{ node(id: "${exception}") { ... on IssuingException { servedDocuments } } }`, server.clerk);
    expect(served.node.servedDocuments).toEqual([letter]);
  });

  test('G-4.2: was not to be retrained on that day: a retraining required then, or completed later, is refused; one of the next day is not', async () => {
    const { account, read, issue } = await auditing('1000005');
    await sendOf('requireRetraining', await read(), { requiredOn: '2031-01-10' });
    await sendOf('completeRetraining', await read(), { requiredOn: '2031-01-10', completedOn: firstDay });
    await issue();
    const later = { requiredOn: '2031-01-10', completedOn: '2031-02-21' };
    expect(clauses(await sendOf('completeRetraining', await read(), later))).toEqual(['STILL_NEEDED', 'G-2.4.j', 'G-4.2']);
    expect(clauses(await sendOf('requireRetraining', await read(), { requiredOn: firstDay }))).toEqual([
      'STILL_NEEDED',
      'G-2.4.j',
      'G-4.2',
    ]);
    expect(await sendOf('requireRetraining', await read(), { requiredOn: '2031-02-21' })).toMatchObject({ __typename: 'Person' });
    const role = { account, role: 'INTERNAL_AUDITOR', to: firstDay };
    expect(await sendOf('endDesignation', await read(), role)).toMatchObject({ designations: [{ to: firstDay }] });
  });
});

describe('nameInternalAuditor', () => {
  test('G-4.1, R-51: names who conducted an internal audit, and whether the person was qualified on its first day', async () => {
    const person = await trained('Nia Named', first.id);
    const { audits: found } = await server.file('1000001');
    const text = 'mutation ($input: NameInternalAuditorInput!) { nameInternalAuditor(input: $input) { ... on Audit { id version } } }';
    const name = async (audit: (typeof found)[number] | undefined) =>
      server.graphql(text, { input: { audit: audit?.id, person: person.id, expectedVersion: audit?.version } }, { key: server.clerk });
    const [a, b] = [await name(found[0]), await name(found[1])];
    expect([a, b].map(({ errors }) => errors?.[0]?.extensions.field ?? null).sort()).toEqual(['input.audit', null].sort());
    const account = uuidOf(first.id);
    const qualified = await server.dataSource.transaction((tx) => internalAuditorsQualified(tx, [account]));
    expect([...qualified.values()]).toEqual([
      { isByQualifiedAuditor: true, auditorLacks: { courses: [], role: null }, retrainingSince: null },
    ]);
    // G-4.2: a retraining that was open on the first day of the audit is named; the day after it is not.
    const retrained = await sendOf('requireRetraining', person, { requiredOn: '2019-01-01' });
    const again = await server.dataSource.transaction((tx) => internalAuditorsQualified(tx, [account]));
    expect([...again.values()]).toEqual([
      { isByQualifiedAuditor: false, auditorLacks: { courses: [], role: null }, retrainingSince: '2019-01-01' },
    ]);
    expect(retrained.id).toBe(person.id);
  });
});

describe('decideTrainingExemption', () => {
  test('G-2.2.b: refuses with every unmet condition at once, in both languages, and grants what meets them all', async () => {
    let person = await enter('Eve Exempted');
    const role = { account: second.id, role: 'INTERNAL_AUDITOR', isPermanentFullTime: true };
    person = await sendOf('designatePerson', person, role);
    const request = { requestedOn: '2031-03-01', provider: 'CFCSA_MEMBER', evidence: ['TRANSCRIPT', 'COURSE_OUTLINE'] };
    person = await sendOf('requestTrainingExemption', person, { ...request, course: 'COR_ESSENTIALS', courseCompletedOn: '2028-03-01' });
    person = await sendOf('requestTrainingExemption', person, {
      ...{ ...request, course: 'COR_INTERNAL_AUDITOR', courseCompletedOn: '2028-02-29', evidence: ['WALLET_CARD'] },
    });
    expect(await queuedExemptions()).toEqual(['2031-03-01', '2031-03-01']);
    const refused = await sendOf('decideTrainingExemption', person, {
      ...{ course: 'COR_INTERNAL_AUDITOR', requestedOn: '2031-03-01', isGranted: true },
    });
    expect(refused).toMatchObject({ __typename: 'Refused', code: 'EXEMPTION_NOT_POSSIBLE', reasons: { length: 5 }, fr: { length: 5 } });
    person = await sendOf('decideTrainingExemption', person, {
      course: 'COR_INTERNAL_AUDITOR',
      requestedOn: '2031-03-01',
      isGranted: false,
    });
    person = await sendOf('decideTrainingExemption', person, { course: 'COR_ESSENTIALS', requestedOn: '2031-03-01', isGranted: true });
    expect(person.training.exemptions).toEqual([
      { course: 'COR_ESSENTIALS', requestedOn: '2031-03-01', decidedOn: '2031-03-10', isGranted: true },
      { course: 'COR_INTERNAL_AUDITOR', requestedOn: '2031-03-01', decidedOn: '2031-03-10', isGranted: false },
    ]);
    expect((await qualification(person.id, '2031-03-10')).missing).toEqual(fourCourses.slice(1));
    expect(await queuedExemptions()).toEqual([]);
  });

  test('G-2.2.b: what was denied may be requested again on the same day, and is decided for itself', async () => {
    let person = await enter('Ned Denied');
    const named = { course: 'COR_ESSENTIALS', requestedOn: '2031-03-01' };
    const request = { ...named, provider: 'CFCSA_MEMBER', courseCompletedOn: '2030-03-01', evidence: ['TRANSCRIPT'] };
    const again = async () =>
      (await send('requestTrainingExemption', { person: person.id, expectedVersion: person.version, ...request })).errors;
    person = await sendOf('requestTrainingExemption', person, request);
    expect((await again())?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.requestedOn' });
    person = await sendOf('decideTrainingExemption', person, { ...named, isGranted: false });
    person = await sendOf('requestTrainingExemption', person, { ...request, evidence: ['TRANSCRIPT', 'COURSE_OUTLINE'] });
    person = await sendOf('decideTrainingExemption', person, { ...named, isGranted: true });
    expect(person.training.exemptions.map(({ isGranted }: { isGranted: boolean }) => isGranted)).toEqual([false, true]);
    expect((await again())?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.requestedOn' });
  });
});

describe('the name of a person', () => {
  test('R-46, R-52: is in no history, log or cached answer, and is gone once erased', async () => {
    let person = await enter('Zacharias Unforgettable');
    person = await sendOf('designatePerson', person, {
      account: first.id,
      role: 'SENIOR_MANAGEMENT_REPRESENTATIVE',
      isPermanentFullTime: true,
    });
    person = await sendOf('correctPerson', person, { name: 'Zacharias Unforgettable-Smith' });
    expect(person).toMatchObject({ name: 'Zacharias Unforgettable-Smith', email: 'somebody@firm.example' });
    const kept = `select (select count(*) from fact_history where was::text ilike '%unforgettable%')
      + (select count(*) from audit_log where details::text ilike '%unforgettable%' or details::text ilike '%firm.example%')
      + (select count(*) from idempotency_key where answer::text ilike '%unforgettable%')
      + (select count(*) from recording where reason ilike '%unforgettable%') as n`;
    expect(await server.dataSource.query(kept)).toEqual([{ n: '0' }]);
    person = await sendOf('erasePerson', person, {});
    expect(person).toMatchObject({ name: null, email: null, erasedOn: '2031-03-10', designations: { length: 1 } });
    const [{ n }] = await server.dataSource.query(`select count(*) as n from person_name where name ilike '%unforgettable%'`);
    expect(n).toBe('0');
    // G-3.3.a: whom nobody can name any more is not named again.
    const again = {
      person: person.id,
      expectedVersion: person.version,
      account: second.id,
      role: 'INTERNAL_AUDITOR',
      isPermanentFullTime: true,
    };
    const [internal] = await server.dataSource.query(`select id, version from audit where reference = 'I-1'`);
    const audit = Buffer.from(`Audit:${internal.id}`).toString('base64url');
    for (const [name, input] of [
      ['designatePerson', again],
      ['nameInternalAuditor', { audit, person: person.id, expectedVersion: internal.version }],
    ] as const) {
      const text = `mutation ($input: ${name === 'designatePerson' ? 'DesignatePerson' : 'NameInternalAuditor'}Input!) { ${name}(input: $input) { __typename } }`;
      const { errors } = await server.graphql(text, { input }, { key: server.clerk });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.person' });
    }
  });

  test('R-46, R-52: leaves internal audits and their history too, and the chain proves the rest', async () => {
    const third = await server.file('1000003');
    let person = await trained('Ines Textual', third.id);
    const held = () =>
      server.dataSource.query(
        `select reference, id, version, auditor from audit where auditor is not null
      and account_id = $1 order by reference`,
        [uuidOf(third.id)],
      );
    const m3 = (await held()).find(({ reference }: { reference: string }) => reference === 'M-3');
    const input = { audit: toGlobalId('Audit', m3.id), expectedVersion: m3.version };
    const name = 'mutation ($input: NameInternalAuditorInput!) { nameInternalAuditor(input: $input) { __typename } }';
    const naming = { ...input, person: person.id, idempotencyKey: 'ines' };
    expect((await server.graphql(name, { input: naming }, { key: server.clerk })).data.nameInternalAuditor.__typename).toBe('Audit');
    await stampChanges(server.dataSource);
    await linkPending(server.dataSource);
    person = await sendOf('erasePerson', person, {});
    // The external audit is by an external auditor of that name, whom `eraseExternalAuditor` erases.
    expect((await held()).map((each: { reference: string }) => each.reference)).toEqual(['E-3', 'M-5']);
    const kept = `select (select count(*) from fact_history where was::text ilike '%ines textual%')
      + (select count(*) from audit_log where details::text ilike '%ines textual%')
      + (select count(*) from idempotency_key where answer::text ilike '%ines textual%') as n`;
    expect(await server.dataSource.query(kept)).toEqual([{ n: '0' }]);
    const shown = `{ node(id: "${input.audit}") { ... on Audit { auditor auditorErasedOn } } }`;
    expect((await asked(shown, server.clerk)).node).toEqual({ auditor: null, auditorErasedOn: '2031-03-10' });
    await stampChanges(server.dataSource);
    await linkPending(server.dataSource);
    expect(await verifyChain(server.dataSource, [], () => undefined)).toMatchObject({ problems: 0, pending: 0, erased: 3 });
  });

  test('R-52: is kept until three years after the last role ended, that day included, and erased on the next', async () => {
    let person = await enter('Rita Retained');
    person = await sendOf('designatePerson', person, {
      account: first.id,
      role: 'SENIOR_MANAGEMENT_REPRESENTATIVE',
      isPermanentFullTime: true,
    });
    const role = { account: first.id, role: 'SENIOR_MANAGEMENT_REPRESENTATIVE', to: '2031-03-10' };
    person = await sendOf('endDesignation', person, role);
    const name = async () => (await asked(`{ person(id: "${person.id}") { name erasedOn } }`, server.clerk)).person;
    await eraseOldNames(server.dataSource, '2034-03-10');
    expect(await name()).toEqual({ name: 'Rita Retained', erasedOn: null });
    await eraseOldNames(server.dataSource, '2034-03-11');
    expect(await name()).toEqual({ name: null, erasedOn: '2034-03-11' });
  });

  test('is visible to staff and to the organization whose accounts the person has a role at, and to nobody else', async () => {
    let person = await enter('Vera Visible');
    person = await sendOf('designatePerson', person, {
      account: second.id,
      role: 'SENIOR_MANAGEMENT_REPRESENTATIVE',
      isPermanentFullTime: true,
    });
    const query = `{ person(id: "${person.id}") { name } node(id: "${person.id}") { id } }`;
    const seen = { person: { name: 'Vera Visible' }, node: { id: person.id } };
    const keyOf = (organization: string) => server.keyFor('organization', 'Firm', uuidOf(organization));
    expect(await asked(query, server.clerk)).toEqual(seen);
    expect(await asked(query, await keyOf(second.organization))).toEqual(seen);
    for (const key of [await keyOf(first.organization), await server.keyFor('buyer'), await server.keyFor('wsib')])
      expect(await asked(query, key)).toEqual({ person: null, node: null });
  });
});

describe('mutations of people', () => {
  test('are for staff, and require the version that was read', async () => {
    const person = await enter('Vic Version');
    const key = await server.keyFor('organization', 'Alpha', uuidOf(first.organization));
    const own = await send('erasePerson', { person: person.id, expectedVersion: person.version }, key);
    expect(own.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const stale = await send('erasePerson', { person: person.id, expectedVersion: person.version + 1 });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
  });

  test.each([
    ['designatePerson', { role: 'INTERNAL_AUDITOR', from: '2031-03-11', isPermanentFullTime: true }, 'input.from'],
    ['recordCourse', { course: 'COR_ESSENTIALS', completedOn: '2031-03-11' }, 'input.completedOn'],
    ['correctPerson', { email: 'no address' }, 'input.email'],
  ])('%s names the field that is wrong', async (name, given, field) => {
    const person = await enter('Bea Badinput');
    const account = name === 'designatePerson' ? { account: first.id } : {};
    const { errors } = await send(name, { person: person.id, expectedVersion: person.version, ...account, ...given });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

test('fifty accounts with their people take the same number of statements as one', async () => {
  const query = (first: number) => `{ accounts(first: ${first}) { nodes { file { systemInPlaceSince people { role person { name training {
    qualifiesAsInternalAuditor { qualifies } } } } } } } }`;
  const counted = async (first: number) => {
    server.statements();
    const { errors } = await server.graphql(query(first), {}, { key: server.clerk });
    expect(errors).toBeUndefined();
    return server.statements().filter((text) => !/rate|last_used/.test(text)).length;
  };
  expect(await counted(50)).toBe(await counted(1));
});

test('G-1.2.d: recordSystemInPlace shows in the file from which day the system has been in place', async () => {
  const { id: account, version } = await server.file('1000002');
  const text = `mutation ($input: RecordSystemInPlaceInput!) { recordSystemInPlace(input: $input) { ... on Account { version } } }`;
  const input = { account, expectedVersion: version, since: '2030-01-01' };
  const { data } = await server.graphql(text, { input }, { key: server.clerk });
  expect(data.recordSystemInPlace).toEqual({ version: version + 1 });
  const { account: seen } = await asked('{ account(wsibAccount: "1000002") { file { systemInPlaceSince } } }', server.clerk);
  expect(seen.file.systemInPlaceSince).toBe('2030-01-01');
});
