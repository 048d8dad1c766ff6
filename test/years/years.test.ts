// One firm through its years, by the API; only its audits are entered directly, sound or not as each step needs. Every day is worked out by hand:
// C1 of 2 June 2031: A1 = 2 June 2032, day 30 = 2 July, day 31 = 3 July 2032; A2 = 2 June 2033, day 90 = 31 August, day 91 = 1 September 2033.
// C2 of 1 February 2034: A1 = 1 February 2035, A2 = 1 February 2036, A3 = 1 February 2037.
// Spot check of 1 March 2035: day 80 = 20 May, day 90 = 30 May, day 91 = 31 May 2035.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { clockOf } from '../../src/clock.ts';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { auditForCertificate, auditForLetter } from '../support/sound-audits.ts';
import { type MutationName, only, organizations, startWriting, type WritingServer } from '../support/writing.ts';

const number = '9000001';
const facts = { organizations, accounts: ['account,organization,wsib_account', `A,O-1,${number}`] };

let at = new Date('2031-03-10T15:00:00Z');
const clock = clockOf(() => new Date(at));

let server: WritingServer;
let account: string;
let own: string;
beforeAll(async () => {
  server = await startWriting(facts, { clock });
  ({ id: account } = await server.file(number));
  const [row]: [{ id: string }] = await server.dataSource.query(`select id from organization where reference = 'O-1'`);
  own = await server.keyFor('organization', 'Bâtisseurs Exemple inc.', row.id);
});
afterAll(() => server.stop());

const to = (day: string): void => {
  at = new Date(`${day}T15:00:00Z`);
};

async function act(name: MutationName, input: Record<string, unknown>) {
  const { data, errors } = await server.mutate(name, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}

/** The firm's standing on a day, as it reads it in both languages. */
async function stands(on: string) {
  const query = `query ($w: String!, $on: LocalDate!) {
    verify(subject: { wsibAccount: $w }, on: $on) { standing en: reasons(locale: EN) { clause because } fr: reasons(locale: FR) { because } }
    account(wsibAccount: $w) { stage(on: $on) { stage en: label(locale: EN) fr: label(locale: FR) }
      obligations(on: $on) { kind state dueOn en: because(locale: EN) fr: because(locale: FR) } } }`;
  const { data, errors } = await server.graphql(query, { w: number, on }, { key: own });
  if (errors) throw new Error(JSON.stringify(errors));
  const { verify, account: file } = data;
  const words = [...file.obligations, file.stage].flatMap(({ en, fr }: { en: string; fr: string }) => [en, fr]);
  const reasons = [...verify.en, ...verify.fr].map(({ because }: { because: string }) => because);
  for (const sentence of [...words, ...reasons]) expect(sentence).toMatch(/^[^{}]+$/);
  const owed = file.obligations
    .filter(({ state }: { state: string }) => state === 'DUE' || state === 'OVERDUE')
    .map(({ kind, dueOn }: Record<string, string>) => `${kind} ${dueOn}`);
  return { standing: verify.standing, stage: file.stage.stage, owed, clauses: verify.en.map(({ clause }: { clause: string }) => clause) };
}

/** What staff read of the firm for a day, as known now or at an instant. */
async function known(on: string, knownAt: string | null) {
  const query = `query ($w: String!, $on: LocalDate!, $at: DateTime) { verify(subject: { wsibAccount: $w }, on: $on, knownAt: $at) {
    standing since holdsUntil then organizationName certificate { number endsOn } reasons { clause because } } }`;
  const { data, errors } = await server.graphql(query, { w: number, on, at: knownAt }, { key: server.clerk });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.verify;
}

/** What was answered after each step, and when. */
const given: { readonly at: string; readonly on: string; readonly answer: unknown }[] = [];
afterEach(async () => {
  const on = clock.today();
  given.push({ on, answer: await known(on, null), at: await server.instant() });
});

/** The open items of the account in the staff's queue. */
async function queued(): Promise<string[]> {
  const query = '{ workQueue(first: 100, filter: { states: [DUE, OVERDUE] }) { nodes { kind dueOn account { wsibAccount } } } }';
  const { data, errors } = await server.graphql(query, {}, { key: server.clerk });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.workQueue.nodes.map(({ kind, dueOn }: Record<string, string>) => `${kind} ${dueOn}`);
}

/** Any mutation, as staff: the fields of its thing, or the clauses that refuse it. */
async function send(name: string, thing: string, input: Record<string, unknown>, key = server.clerk) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { done: ${name}(input: $input) { __typename ${thing} ... on Refused { reasons { clause } } } }`;
  const { data, errors } = await server.graphql(text, { input }, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.done;
}

const isOn = async (on: string): Promise<string> => (await stands(on)).standing;

async function exceptionFor(clauses: readonly string[]): Promise<string> {
  const text = `mutation ($input: RecordIssuingExceptionInput!) { recordIssuingException(input: $input) { ... on IssuingException { id } } }`;
  const input = {
    idempotencyKey: `${clock.today()}`,
    account,
    clauses,
    grounds: 'Begun before.',
    document: 'Memo 7',
    decidedBy: 'Manager',
  };
  const { data } = await server.graphql(text, { input }, { key: await server.keyFor('admin', 'Administrator') });
  return data.recordIssuingException.id;
}

const certificateOf = async (at_: number): Promise<string> => (await server.file(number)).certificates[at_]?.id ?? '';

describe('a firm over the years', () => {
  test('G-2.1.a, G-2.4.h: is registered, then certified; as known before, it was not', async () => {
    await act('confirmRegistration', { account });
    expect(await stands('2031-03-10')).toMatchObject({ standing: 'REGISTERED', clauses: expect.arrayContaining(['G-2.1.b']) });
    to('2031-06-02');
    const before = await server.instant();
    const audit = await auditForCertificate(server.dataSource, account, '2031-06-02', { tool: 'COR', registers: false });
    const refused = await act('issueCertificate', { account, audit, standard: 'COR' });
    expect(refused.en.map(({ clause }: { clause: string }) => clause)).toContain('X-4');
    const issued = await act('issueCertificate', { account, audit, standard: 'COR', exception: await exceptionFor(['X-4']) });
    expect(issued).toMatchObject({ __typename: 'Certificate', issuedOn: '2031-06-02', endsOn: '2034-06-02' });
    expect(await stands('2031-06-02')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_1' });
    expect(await server.standing(number, '2031-06-02', before)).toBe('REGISTERED');
  });

  test('G-2.4.l, R-7: a late letter: certified on day 30, pending from day 31, certified again from its day', async () => {
    expect([await isOn('2032-07-02'), await isOn('2032-07-03')]).toEqual(['CERTIFIED', 'PENDING']);
    to('2032-07-20');
    expect((await stands('2032-07-20')).owed).toEqual(expect.arrayContaining([expect.stringMatching(/^MAINTENANCE_AUDIT 2032-04-03$/)]));
    const before = await server.instant();
    const certificate = await certificateOf(0);
    await act('issueLetterOfGoodStanding', {
      certificate,
      audit: await auditForLetter(server.dataSource, certificate, '2032-07-20'),
      year: 2,
    });
    expect([await isOn('2032-07-19'), await isOn('2032-07-20')]).toEqual(['PENDING', 'CERTIFIED']);
    expect(await server.standing(number, '2032-07-20', before)).toBe('PENDING');
  });

  test('G-2.4.m, R-8: a missed letter: pending on day 90, lost on day 91, and a later letter restores nothing', async () => {
    to('2033-09-01');
    expect([await isOn('2033-08-31'), await isOn('2033-09-01')]).toEqual(['PENDING', 'CERTIFICATION_LOST']);
    const certificate = await certificateOf(0);
    const audit = await auditForLetter(server.dataSource, certificate, '2033-09-01');
    const refused = await act('issueLetterOfGoodStanding', { certificate, audit, year: 3 });
    expect(refused.__typename).toBe('Refused');
    expect((await stands('2033-09-01')).owed).toEqual(expect.arrayContaining([expect.stringMatching(/^STARTING_OVER/)]));
  });

  test('R-13, R-14: starts over, and moves to COR 2020 by the letter of a transition audit', async () => {
    to('2034-02-01');
    const audit = await auditForCertificate(server.dataSource, account, '2034-02-01', { tool: 'COR' });
    expect((await act('issueCertificate', { account, audit, standard: 'COR', exception: await exceptionFor(['X-4']) })).__typename).toBe(
      'Certificate',
    );
    expect((await stands('2034-02-01')).clauses).not.toContain('R-13');
    to('2035-01-20');
    const certificate = (await server.file(number)).certificates.at(-1)?.id ?? '';
    const transition = await auditForLetter(server.dataSource, certificate, '2035-01-20', { type: 'TRANSITION', tool: 'COR_2020' });
    expect((await act('issueLetterOfGoodStanding', { certificate, audit: transition, year: 2 })).__typename).toBe('LetterOfGoodStanding');
    expect((await stands('2035-01-20')).clauses).toContain('R-14');
    expect((await stands('2035-01-19')).clauses).not.toContain('R-14');
  });

  test('R-15: a spot check validated on day 80 takes nothing away', async () => {
    to('2035-05-20');
    await act('recordSpotCheck', { account, receivedOn: '2035-03-01', correctiveAction: true, scope: 'Two sites' });
    expect([await isOn('2035-05-30'), await isOn('2035-05-31')]).toEqual(['CERTIFIED', 'CERTIFICATION_LOST']);
    const { id: spotCheck, version: expectedVersion } = only((await server.file(number)).spotChecks);
    await act('recordSpotCheckEvent', { spotCheck, expectedVersion, kind: 'VALIDATED', on: '2035-05-20' });
    expect(await isOn('2035-05-31')).toBe('CERTIFIED');
  });

  test('G-3.4.a, G-2.5.b: is not renewed on an audit by the same company, but on one by another', async () => {
    to('2036-01-25');
    const certificate = (await server.file(number)).certificates.at(-1)?.id ?? '';
    const audit = await auditForLetter(server.dataSource, certificate, '2036-01-25', { tool: 'COR_2020' });
    expect((await act('issueLetterOfGoodStanding', { certificate, audit, year: 3 })).__typename).toBe('LetterOfGoodStanding');
    to('2037-01-20');
    const [row]: [{ id: string }] = await server.dataSource.query(
      `select external_auditor_id as id from audit where external_auditor_id is not null order by completed_on desc limit 1`,
    );
    const last = row.id;
    const same = await auditForCertificate(server.dataSource, account, '2037-01-20', { external: { externalAuditorId: last } });
    const refused = await act('issueCertificate', { account, audit: same });
    expect(refused.en.map(({ clause }: { clause: string }) => clause)).toContain('G-3.4.a');
    const other = await auditForCertificate(server.dataSource, account, '2037-01-20', { registers: false });
    expect(await act('issueCertificate', { account, audit: other })).toMatchObject({ __typename: 'Certificate', endsOn: '2040-01-20' });
    expect(await stands('2037-01-20')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_1' });
  });

  test('G-4.4.b: an unanswered spot check ends the certification on day 91, and every timeline matches the facts', async () => {
    to('2037-01-25');
    await act('recordSpotCheck', { account, receivedOn: '2037-01-25', correctiveAction: true, scope: 'Head office' });
    // 25 January + 90 = 25 April, day 91 = 26 April 2037.
    expect([await isOn('2037-04-25'), await isOn('2037-04-26')]).toEqual(['CERTIFIED', 'CERTIFICATION_LOST']);
    expect((await stands('2037-04-26')).clauses).toContain('G-4.4.b');
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  });

  test('R-1, G-1.2.a: it starts over once WSIB counts it again; a suspension after that changes no standing', async () => {
    const report = (isValid: boolean, from: string) =>
      send('reportWsibAccount', '... on WsibAccountReport { isValid }', { idempotencyKey: from, wsibAccount: number, isValid, from });
    to('2037-05-01');
    await report(false, '2037-05-01');
    expect((await act('confirmRegistration', { account })).en.map(({ clause }: { clause: string }) => clause)).toEqual(['G-1.2.a']);
    to('2037-06-01');
    await report(true, '2037-06-01');
    expect((await act('confirmRegistration', { account })).__typename).toBe('Registration');
    to('2037-06-02');
    const audit = await auditForCertificate(server.dataSource, account, '2037-06-02', { registers: false });
    expect((await act('issueCertificate', { account, audit })).__typename).toBe('Certificate');
    to('2037-09-01');
    await report(false, '2037-09-01');
    expect(await stands('2037-09-01')).toMatchObject({ standing: 'CERTIFIED', owed: expect.arrayContaining(['WSIB_GOOD_STANDING null']) });
    expect(await queued()).toContain('WSIB_GOOD_STANDING null');
    to('2037-10-01');
    await report(true, '2037-10-01');
    expect(await queued()).not.toContain('WSIB_GOOD_STANDING null');
  });

  // The report came on Thursday 22 April 2038. Easter is on 25 April: Good Friday is no business day, Easter Monday is one. Five business days:
  // 26, 27, 28, 29, 30 April; from 30 April: 3 to 7 May; from 14 May: 17 to 21 May.
  test('G-7.b to G-7.d, R-48: an appeal over Easter goes to level 3, and the letter rests on what it decides', async () => {
    const certificate = await certificateOf((await server.file(number)).certificates.length - 1);
    const audit = await auditForLetter(server.dataSource, certificate, '2038-04-22', { overall: '79.99' });
    const appealed = '... on Appeal { id version lastDayForSecondLevel levels { level decisionDueOn outcome } }';
    const file = { audit, grounds: 'Two records were overlooked', onOriginalEvidence: true };
    to('2038-05-01');
    expect((await send('fileAppeal', appealed, { ...file, idempotencyKey: 'late', on: '2038-05-01' })).reasons[0].clause).toBe('G-7.b');
    to('2038-04-30');
    let appeal = await send('fileAppeal', appealed, { ...file, idempotencyKey: 'in-time', on: '2038-04-30' });
    expect(await queued()).toEqual(expect.arrayContaining(['APPEAL_DECISION 2038-05-07']));
    const step = async (name: string, day: string, input: object) => {
      to(day);
      appeal = await send(name, appealed, { appeal: appeal.id, expectedVersion: appeal.version, on: day, ...input });
      expect(appeal.__typename).toBe('Appeal');
    };
    const denied = { outcome: 'DENIED', decision: 'The scores stand' };
    await step('decideAppeal', '2038-05-07', { level: 1, ...denied });
    expect(appeal.lastDayForSecondLevel).toBe('2038-05-14');
    await step('fileSecondAppeal', '2038-05-14', {});
    await step('decideAppeal', '2038-05-14', { level: 2, ...denied });
    expect(appeal.levels[2]?.decisionDueOn ?? (await queued()).join()).toContain('2038-05-21');
    const refused = await act('issueLetterOfGoodStanding', { certificate, audit, year: 2 });
    expect(refused.__typename).toBe('Refused');
    const elements = Array.from({ length: 14 }, (_, at) => ({ element: at + 1, score: '80' }));
    const scores = { overall: '81', legislated: '100', elements };
    await step('decideAppeal', '2038-05-21', { level: 3, outcome: 'ALLOWED', decision: 'The records count', scores });
    expect((await act('issueLetterOfGoodStanding', { certificate, audit, year: 2 })).__typename).toBe('LetterOfGoodStanding');
    expect(await stands('2038-06-02')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_2' });
  });

  test('R-46: merged into the other firm, its key and its calendar go on, and the feed has what became of it', async () => {
    const calendar = `mutation { done: createCalendarFeed(input: { idempotencyKey: "c", name: "COR" }) { ... on IssuedCalendarFeed { path } } }`;
    const { path } = (await server.graphql(calendar, {}, { key: own })).data.done;
    // The maintenance audit for year 3: 60 days before 2 June 2039 = 3 April.
    const events = async () => (await server.request.get(path)).text;
    expect(await events()).toContain('DTSTART;VALUE=DATE:20390403');
    to('2038-07-04');
    const { organization: ended } = await server.file(number);
    const [{ id: kept }]: [{ id: string }] = await server.dataSource.query(`select id from organization where reference = 'O-2'`);
    const merged = await act('mergeOrganizations', {
      ...{ organization: toGlobalId('Organization', kept), expectedVersion: 1 },
      ...{ other: ended.id, otherExpectedVersion: ended.version },
    });
    expect(merged).toMatchObject({ __typename: 'Organization', legalName: 'Made-up Paving Ltd.' });
    expect(await known('2038-07-04', null)).toMatchObject({ standing: 'CERTIFIED', organizationName: 'Made-up Paving Ltd.' });
    expect(await stands('2038-07-04')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_2' });
    expect(await events()).toContain('DTSTART;VALUE=DATE:20390403');
    await stampChanges(server.dataSource);
    const query = '{ changes(first: 100) { nodes { __typename ... on StatusChange { before { standing } after { standing } } } } }';
    const { data } = await server.graphql(query, {}, { key: server.clerk });
    const told = data.changes.nodes.map(
      ({ before, after }: Record<string, { standing: string } | undefined>) => `${before?.standing} ${after?.standing}`,
    );
    expect(told).toEqual(expect.arrayContaining(['REGISTERED CERTIFIED', 'PENDING CERTIFIED', 'CERTIFICATION_LOST REGISTERED']));
  });

  test('R-46: as known at the instant of each step, the answer is the one that was given then', async () => {
    expect(given.length).toBeGreaterThanOrEqual(10);
    for (const { at: then, on, answer } of given) expect([on, await known(on, then)]).toEqual([on, answer]);
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  });
});
