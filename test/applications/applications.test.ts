import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. Each test has an account of its own.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Alpha Framing Ltd.,,,,Sampleton',
    'O-2,Beta Paving Ltd.,,,,Exempleville',
  ],
  accounts: ['account,organization,wsib_account', ...[1, 2, 3, 4, 5].map((n) => `A-${n},O-1,100000${n}`), 'A-6,O-2,1000006'],
};

let server: WritingServer;
let own: string;
let other: string;

beforeAll(async () => {
  server = await startWriting(facts);
  own = await server.keyFor('organization', 'Alpha', uuidOf((await server.file('1000001')).organization.id));
  other = await server.keyFor('organization', 'Beta', uuidOf((await server.file('1000006')).organization.id));
});

afterAll(() => server.stop());

const fields = `id status account acknowledgedOn verifiedOn rejectedOn rejectedFor rejectionReason confirmedOn registration version
  readiness { isReady on reasons { clause because } }`;

let sent = 0;

async function send(name: string, input: Record<string, unknown>, key = server.clerk) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on RegistrationApplication { ${fields} }
    ... on Refused { code reasons { clause because } fr: reasons(locale: FR) { because } } } }`;
  sent += 1;
  const given = name === 'applyForRegistration' ? { idempotencyKey: `k-${sent}`, ...input } : input;
  const { data, errors } = await server.graphql(text, { input: given }, { key });
  return { done: data?.[name], errors };
}

/** Takes a step with an application at its current version. */
async function step(name: string, application: { id: string; version: number }, input: Record<string, unknown> = {}) {
  const { done, errors } = await send(name, { application: application.id, expectedVersion: application.version, ...input });
  if (errors) throw new Error(JSON.stringify(errors));
  return done;
}

async function applied(wsibAccount: string, key?: string) {
  const { id: account } = await server.file(wsibAccount);
  return (await send('applyForRegistration', { account, wsibAccount, firmNumber: '12345', appliedOn: '2031-03-01' }, key)).done;
}

/** The applications in the queue of staff. */
const queued = async () =>
  (
    await server.graphql(
      '{ workQueue(filter: { kinds: [REGISTRATION_APPLICATION] }) { nodes { kind since state clauses } } }',
      {},
      { key: server.clerk },
    )
  ).data.workQueue.nodes;

describe('an application', () => {
  test('G-2.1.a: of an organization is acknowledged, verified and confirmed; its confirmation is genuine', async () => {
    let application = await applied('1000001', own);
    expect(application).toMatchObject({ status: 'APPLIED', version: 1, readiness: { isReady: false } });
    // 1 March 2031 is the day of the application.
    expect(await queued()).toEqual([{ kind: 'REGISTRATION_APPLICATION', since: '2031-03-01', state: 'DUE', clauses: ['G-2.1.a'] }]);
    application = await step('acknowledgeApplication', application, { on: '2031-03-02' });
    application = await step('verifyApplication', application, { on: '2031-03-03' });
    expect(application).toMatchObject({ status: 'VERIFIED', readiness: { isReady: true, on: '2031-03-10' } });
    application = await step('confirmApplication', application, { on: '2031-03-05' });
    expect(await queued()).toEqual([]);
    expect(application).toMatchObject({ status: 'CONFIRMED', confirmedOn: '2031-03-05' });
    expect(await server.standing('1000001', '2031-03-04')).toBe('NOT_REGISTERED');
    expect(await server.standing('1000001', '2031-03-05')).toBe('REGISTERED');
    const query = '{ account(wsibAccount: "1000001") { file { applications { status } registrations { id number } } } }';
    const { data } = await server.graphql(query, {}, { key: own });
    expect(data.account.file.applications).toEqual([{ status: 'CONFIRMED' }]);
    const [registration] = data.account.file.registrations;
    expect(registration.id).toBe(application.registration);
    const { data: proved } = await server.graphql(`{ proof(number: "${registration.number}") { kind inEffect } }`, {});
    expect(proved.proof).toEqual({ kind: 'CONFIRMATION_OF_REGISTRATION', inEffect: true });
  });

  test('is refused with everything that is missing, the same list as its readiness gives', async () => {
    const application = await applied('1000002');
    const wsib = await server.keyFor('wsib', 'WSIB');
    const report = `mutation { reportWsibAccount(input: { idempotencyKey: "r", wsibAccount: "1000002", isValid: false }) { __typename } }`;
    await server.graphql(report, {}, { key: wsib });
    const refused = await step('confirmApplication', application);
    expect(refused).toMatchObject({ __typename: 'Refused', code: 'REQUEST_NOT_READY', fr: { length: 3 } });
    const clauses = refused.reasons.map(({ clause }: { clause: string }) => clause);
    expect(clauses).toEqual(['G-2.1.a', 'G-2.1.a', 'G-1.2.a']);
    const query = `{ node(id: "${application.id}") { ... on RegistrationApplication { readiness { isReady reasons { clause } } } } }`;
    const { data } = await server.graphql(query, {}, { key: own });
    expect(data.node.readiness).toEqual({ isReady: false, reasons: clauses.map((clause: string) => ({ clause })) });
  });

  test('that was rejected is not reopened: the organization applies again', async () => {
    const application = await applied('1000003');
    const rejected = await step('rejectApplication', application, { rejectedFor: ['FIRM_NUMBER'], why: 'No such firm number.' });
    expect(rejected).toMatchObject({ status: 'REJECTED', rejectedFor: ['FIRM_NUMBER'], rejectionReason: 'No such firm number.' });
    expect(await step('acknowledgeApplication', rejected)).toMatchObject({ __typename: 'Refused', code: 'REQUEST_CLOSED' });
    expect(await applied('1000003')).toMatchObject({ status: 'APPLIED' });
  });

  test('that is open allows no second one, and no confirmation beside it', async () => {
    await applied('1000004');
    expect(await applied('1000004')).toMatchObject({ __typename: 'Refused', code: 'ALREADY_RECORDED' });
    const { id: account } = await server.file('1000004');
    const { data } = await server.mutate('confirmRegistration', { account });
    expect(data.confirmRegistration).toMatchObject({ __typename: 'Refused', code: 'ALREADY_RECORDED', en: [{ clause: 'G-2.1.a' }] });
  });

  test('of another organization looks like one that does not exist; its steps are for staff only', async () => {
    const { id: account } = await server.file('1000005');
    const theirs = await send('applyForRegistration', { account }, other);
    expect(theirs.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const application = await applied('1000005', own);
    const node = `{ node(id: "${application.id}") { id } }`;
    expect((await server.graphql(node, {}, { key: other })).data).toEqual({ node: null });
    expect((await server.graphql(node, {}, { key: own })).data).toEqual({ node: { id: application.id } });
    const acknowledging = { application: application.id, expectedVersion: application.version };
    expect((await send('acknowledgeApplication', acknowledging, own)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const buyer = await server.keyFor('buyer');
    expect((await send('applyForRegistration', { account }, buyer)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each([
    ['acknowledgeApplication', { on: '2031-02-28' }],
    ['acknowledgeApplication', { on: '2031-03-11' }],
  ])('%s refuses a day before the application, and a future day', async (name, given) => {
    const { account } = (
      await server.graphql('{ account(wsibAccount: "1000005") { file { applications { id version } } } }', {}, { key: own })
    ).data;
    const [application] = account.file.applications;
    const { errors } = await send(name, { application: application.id, expectedVersion: application.version, ...given });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.on' });
  });
});
