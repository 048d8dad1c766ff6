// One firm through its years, by the API alone; after each step its standing, stage, obligations, queue, calendar and feed. Every day is worked out by hand:
// The older COR is possible on audits received by 30 November 2021 and completed by 30 September 2022; IHSA approved that report in 2031.
// C1 of 2 June 2031: A1 = 2 June 2032, day 30 = 2 July, day 31 = 3 July 2032; A2 = 2 June 2033, day 90 = 31 August, day 91 = 1 September 2033.
// C2 of 1 February 2034: A1 = 1 February 2035, A2 = 1 February 2036, A3 = 1 February 2037.
// Spot check of 1 March 2035: day 80 = 20 May, day 90 = 30 May, day 91 = 31 May 2035.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clockOf } from '../../src/clock.ts';
import { toGlobalId } from '../../src/contract/global-id.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { addDays } from '../../src/rules/calendar.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { type AuditDesk, auditDesk } from '../audits/audit-desk.ts';
import { auditPapers } from '../audits/audit-papers.ts';
import { sweepOn } from '../support/registry-time.ts';
import { type MutationName, only, organizations, startWriting, type WritingServer } from '../support/writing.ts';

const number = '9000001';
const facts = { organizations, accounts: ['account,organization,wsib_account', `A,O-1,${number}`] };

let at = new Date('2031-03-09T16:00:00Z');
const clock = clockOf(() => new Date(at));

let server: WritingServer;
let account: string;
let own: string;
let desk: AuditDesk;
let papers: ReturnType<typeof auditPapers>;
let person: string;
const auditors = { ada: '', ben: '', carl: '' };
const calendars = { en: '', fr: '' };
beforeAll(async () => {
  server = await startWriting(facts, { clock });
  ({ id: account } = await server.file(number));
  const [row]: [{ id: string }] = await server.dataSource.query(`select id from organization where reference = 'O-1'`);
  own = await server.keyFor('organization', 'Bâtisseurs Exemple inc.', row.id);
  await to('2031-03-10');
  desk = auditDesk(server, { isAlone: true });
  papers = auditPapers(desk);
  auditors.ada = await desk.auditor('Ada Auditor', 'Audit Co.', '2020-01-01');
  auditors.ben = await desk.auditor('Ben Auditor', 'Assessors', '2020-01-01');
  auditors.carl = await desk.auditor('Carl Auditor', 'Assessors', '2020-01-01');
  for (const locale of ['en', 'fr'] as const) calendars[locale] = await calendarIn(locale);
});
afterAll(() => server.stop());

/** Moves to a day, and publishes what the days until then brought. */
async function to(day: string): Promise<void> {
  // Twice on one day the registry's time would go back.
  if (day === clock.today()) return;
  at = new Date(`${day}T16:00:00Z`);
  await sweepOn(server.dataSource, day);
}

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

async function calendarIn(locale: string): Promise<string> {
  const text = `mutation ($input: CreateCalendarFeedInput!) { done: createCalendarFeed(input: $input) { ... on IssuedCalendarFeed { path } } }`;
  const input = { idempotencyKey: locale, name: 'COR', locale: locale.toUpperCase() };
  return (await server.graphql(text, { input }, { key: own })).data.done.path;
}

/** The days of the firm's calendar that are not done, up to 400 days ahead, the same in both languages. */
async function calendar(): Promise<string[]> {
  const [en = [], fr = []] = await Promise.all(
    Object.values(calendars).map(async (path) => eventsOf((await server.request.get(path)).text)),
  );
  expect(fr.map(({ on }) => on)).toEqual(en.map(({ on }) => on));
  for (const [index, { summary }] of en.entries()) expect(fr[index]?.summary).not.toBe(summary);
  const last = addDays(clock.today(), 400).replaceAll('-', '');
  return en.filter(({ on, summary }) => on <= last && !summary.startsWith('Done')).map(({ on }) => on);
}

const eventsOf = (text: string) =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => ({ on: field(event, 'DTSTART;VALUE=DATE'), summary: field(event, 'SUMMARY') }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));

const field = (event: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(event)?.[1] ?? '';

/** The open items of the account in the staff's queue, the same in both languages: those obligations of which IHSA is the actor, and no other. */
async function queued(): Promise<string[]> {
  const query = `query ($w: String!) {
    workQueue(first: 100, filter: { states: [DUE, OVERDUE] }) { nodes { key kind dueOn by clauses en: because(locale: EN) fr: because(locale: FR) } }
    account(wsibAccount: $w) { obligations(states: [DUE, OVERDUE]) { kind dueOn by } } }`;
  const { data, errors } = await server.graphql(query, { w: number }, { key: server.clerk });
  if (errors) throw new Error(JSON.stringify(errors));
  const shown = ({ kind, dueOn }: Record<string, string>) => (dueOn ? `${kind} ${dueOn}` : `${kind}`);
  const { nodes } = data.workQueue;
  for (const { en, fr, clauses } of nodes) expect([fr !== en && !/[{}]/.test(en + fr), clauses.length > 0]).toEqual([true, true]);
  const owed = data.account.obligations.filter(({ by }: { by: string }) => by === 'IHSA').map(shown);
  // Of one day and consequence, their order is none.
  const items: string[] = nodes.map(shown).toSorted();
  expect(items).toEqual(expect.arrayContaining(owed));
  return items;
}

let cursor: string | null = null;
/** The standings that the feed has published since it was last read. */
async function published(): Promise<string[]> {
  await stampChanges(server.dataSource);
  const query = `query ($after: String) { changes(first: 100, after: $after, filter: { kinds: [STANDING, CORRECTION] }) {
    nodes { ... on StatusChange { effectiveOn before { standing } after { standing } } } pageInfo { endCursor } } }`;
  const { data, errors } = await server.graphql(query, { after: cursor }, { key: server.clerk });
  if (errors) throw new Error(JSON.stringify(errors));
  cursor = data.changes.pageInfo.endCursor ?? cursor;
  return data.changes.nodes.map(
    ({ effectiveOn, after }: { effectiveOn: string; after: { standing: string } }) => `${effectiveOn} ${after.standing}`,
  );
}

/** What shows a step: the stage, the staff's queue, the firm's calendar, and what the feed published since the last step. */
async function around() {
  const on = clock.today();
  given.push({ on, answer: await known(on, null), at: await server.instant() });
  const { stage } = await stands(on);
  return { stage, queue: await queued(), calendar: await calendar(), feed: await published() };
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

/** Moves to the day of a letter and issues it, on a maintenance audit received on a day and reported a week before the letter. */
async function maintained(received: string, letter: string, year: 2 | 3): Promise<void> {
  await to(letter);
  const certificate = await certificateOf((await server.file(number)).certificates.length - 1);
  const audit = await papers.internal(number, person, { on: received, received, reported: addDays(letter, -7) }, { type: 'MAINTENANCE' });
  expect((await act('issueLetterOfGoodStanding', { certificate, audit, year })).__typename).toBe('LetterOfGoodStanding');
}

const certificateOf = async (at_: number): Promise<string> => (await server.file(number)).certificates[at_]?.id ?? '';

describe('a firm over the years', () => {
  test('G-2.1.a, G-2.4.h: is registered, then certified; as known before, it was not', async () => {
    person = await desk.prepare(number, '2021-01-04');
    await act('confirmRegistration', { account, confirmedOn: '2021-01-04' });
    await papers.internal(number, person, { on: '2021-11-01', received: '2021-11-30', reported: '2022-04-01' }, { tool: 'COR' });
    const days = { planned: '2022-08-01', started: '2022-09-29', completed: '2022-09-30', reported: '2031-03-10' };
    const audit = await papers.external(number, auditors.ada, days, { tool: 'COR', without: ['REPORT_APPROVED', 'REPORT_RECEIVED'] });
    expect(await stands('2031-03-10')).toMatchObject({ standing: 'REGISTERED', clauses: expect.arrayContaining(['G-2.1.b']) });
    // G-3.4.b: its report is scored, and waits for IHSA.
    expect(await around()).toEqual({
      stage: 'EXTERNAL_AUDIT_REPORT_AWAITED',
      queue: ['AUDIT_REPORT_APPROVAL'],
      calendar: [],
      feed: ['2021-01-04 REGISTERED'],
    });
    await to('2031-06-02');
    for (const step of ['REPORT_APPROVED', 'REPORT_RECEIVED']) expect(await desk.step(audit, step, '2031-06-02')).toEqual([]);
    const before = await server.instant();
    const issued = await act('issueCertificate', { account, audit, standard: 'COR' });
    expect(issued).toMatchObject({ __typename: 'Certificate', issuedOn: '2031-06-02', endsOn: '2034-06-02' });
    expect(await stands('2031-06-02')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_1' });
    expect(await server.standing(number, '2031-06-02', before)).toBe('REGISTERED');
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_1',
      queue: [],
      calendar: ['20320403', '20320703'],
      feed: ['2031-06-02 CERTIFIED'],
    });
  });

  test('G-2.4.l, R-7, R-14: a late letter moves it to COR 2020: certified on day 30, pending from day 31, certified again from its day', async () => {
    expect([await isOn('2032-07-02'), await isOn('2032-07-03')]).toEqual(['CERTIFIED', 'PENDING']);
    await to('2032-07-20');
    expect((await stands('2032-07-20')).owed).toEqual(expect.arrayContaining([expect.stringMatching(/^MAINTENANCE_AUDIT 2032-04-03$/)]));
    const before = await server.instant();
    const certificate = await certificateOf(0);
    const days = { on: '2032-06-28', received: '2032-07-05', reported: '2032-07-18' };
    const audit = await papers.internal(number, person, days, { type: 'TRANSITION', tool: 'COR_2020' });
    expect(await around()).toEqual({
      stage: 'PENDING_LETTER',
      queue: ['LETTER_OF_GOOD_STANDING 2032-06-02', 'PENDING_CERTIFICATION 2032-08-31'],
      calendar: ['20320901', '20330403'],
      feed: ['2032-07-03 PENDING'],
    });
    expect((await act('issueLetterOfGoodStanding', { certificate, audit, year: 2 })).__typename).toBe('LetterOfGoodStanding');
    expect([await isOn('2032-07-19'), await isOn('2032-07-20')]).toEqual(['PENDING', 'CERTIFIED']);
    expect((await stands('2032-07-20')).clauses).toContain('R-14');
    expect((await stands('2032-07-19')).clauses).not.toContain('R-14');
    expect(await server.standing(number, '2032-07-20', before)).toBe('PENDING');
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_2',
      queue: [],
      calendar: ['20330403', '20330703'],
      feed: ['2032-07-20 CERTIFIED'],
    });
  });

  test('G-2.4.m, R-8: a missed letter: pending on day 90, lost on day 91, and a later letter restores nothing', async () => {
    await to('2033-08-31');
    expect(await around()).toEqual({
      stage: 'PENDING_LETTER',
      queue: ['LETTER_OF_GOOD_STANDING 2033-06-02', 'PENDING_CERTIFICATION 2033-08-31', 'STAFF_ALERT 2033-08-31'],
      calendar: ['20330403', '20330901', '20340403', '20340403', '20340602'],
      feed: ['2033-07-03 PENDING'],
    });
    await to('2033-09-01');
    expect([await isOn('2033-08-31'), await isOn('2033-09-01')]).toEqual(['PENDING', 'CERTIFICATION_LOST']);
    expect(await desk.refusedToBegin({ account: number, type: 'MAINTENANCE' })).toEqual(['G-2.4.j']);
    // Begun while it was pending, and recorded a day late.
    const days = { on: '2033-08-29', received: '2033-08-30', reported: '2033-08-31' };
    const audit = await papers.internal(number, person, days, { type: 'MAINTENANCE' });
    const refused = await act('issueLetterOfGoodStanding', { certificate: await certificateOf(0), audit, year: 3 });
    expect(refused).toMatchObject({ __typename: 'Refused' });
    expect(refused.en.map(({ clause }: { clause: string }) => clause)).toEqual(['R-8']);
    expect((await stands('2033-09-01')).owed).toEqual(expect.arrayContaining([expect.stringMatching(/^STARTING_OVER/)]));
    expect(await around()).toEqual({
      stage: 'CERTIFICATION_LOST',
      queue: [],
      calendar: ['20330901'],
      feed: ['2033-09-01 CERTIFICATION_LOST'],
    });
  });

  test('R-13, X-4: starts over with COR 2020, since the older COR is no longer possible', async () => {
    await to('2033-11-20');
    await act('confirmRegistration', { account, confirmedOn: '2033-10-03' });
    expect(await desk.refusedToBegin({ account: number, type: 'INITIAL_INTERNAL', tool: 'COR' })).toEqual(['X-4']);
    const older = await desk.begin({ account: number, type: 'INITIAL_INTERNAL', tool: 'COR', on: '2021-11-30' });
    for (const step of ['SIGNED_OFF', 'SUBMITTED']) expect(await desk.step(older, step, '2033-10-20')).toEqual([]);
    expect(await desk.step(older, 'RECEIVED', '2033-10-20')).toEqual(['X-4']);
    await papers.internal(number, person, { on: '2033-10-20', received: '2033-10-25', reported: '2033-11-20' });
    expect(await around()).toEqual({ stage: 'EXTERNAL_AUDIT_DUE', queue: [], calendar: ['20340520'], feed: ['2033-10-03 REGISTERED'] });
    await to('2034-02-01');
    const days = { planned: '2033-12-01', started: '2034-01-10', completed: '2034-01-12', reported: '2034-01-30' };
    const audit = await papers.external(number, auditors.ben, days);
    expect(await act('issueCertificate', { account, audit })).toMatchObject({ __typename: 'Certificate', standard: 'COR_2020' });
    expect((await stands('2034-02-01')).clauses).not.toContain('R-13');
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_1',
      queue: [],
      calendar: ['20341203', '20350304'],
      feed: ['2034-02-01 CERTIFIED'],
    });
  });

  test('G-2.4.j, R-15: in time for its letter; a spot check validated on day 80 takes nothing away', async () => {
    // 60 days before 1 February 2035 = 3 December 2034.
    await maintained('2034-12-03', '2035-01-20', 2);
    await to('2035-05-20');
    await act('recordSpotCheck', { account, receivedOn: '2035-03-01', correctiveAction: true, scope: 'Two sites' });
    expect([await isOn('2035-05-30'), await isOn('2035-05-31')]).toEqual(['CERTIFIED', 'CERTIFICATION_LOST']);
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_2',
      queue: ['SPOT_CHECK_IMPLEMENTATION 2035-05-30'],
      calendar: ['20350530', '20350531', '20351203'],
      feed: ['2035-05-31 CERTIFICATION_LOST'],
    });
    const { id: spotCheck, version: expectedVersion } = only((await server.file(number)).spotChecks);
    await act('recordSpotCheckEvent', { spotCheck, expectedVersion, kind: 'VALIDATED', on: '2035-05-20' });
    expect(await isOn('2035-05-31')).toBe('CERTIFIED');
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_2',
      queue: [],
      calendar: ['20351203', '20360303'],
      feed: ['2035-05-31 CERTIFIED'],
    });
  });

  test('G-3.4.a, G-2.5.b: is not renewed on an audit by the same company, but on one by another', async () => {
    await maintained('2035-12-01', '2036-01-25', 3);
    await to('2037-01-20');
    expect(await around()).toEqual({
      stage: 'RENEWAL_DUE',
      queue: ['NEW_CERTIFICATE 2037-02-01'],
      calendar: ['20361203', '20361203', '20370201', '20370304'],
      feed: [],
    });
    await act('confirmRegistration', { account, confirmedOn: '2036-06-02' });
    await papers.yearOne(number, person, '2036-10-01', '2037-01-06');
    const same = await desk.begin({ account: number, type: 'EXTERNAL', on: '2036-11-01' });
    expect(await desk.select(same, auditors.ben, '2036-11-01')).toEqual(['G-3.4.a', 'G-3.4.a']);
    expect(await desk.select(same, auditors.carl, '2036-11-01')).toEqual(['G-3.4.a']);
    const refused = await act('issueCertificate', { account, audit: same });
    expect(refused.en.map(({ clause }: { clause: string }) => clause)).toContain('G-2.4.g');
    const days = { planned: '2036-11-10', started: '2037-01-05', completed: '2037-01-06', reported: '2037-01-19' };
    const other = await papers.external(number, auditors.ada, days);
    expect(await act('issueCertificate', { account, audit: other })).toMatchObject({ __typename: 'Certificate', endsOn: '2040-01-20' });
    expect(await stands('2037-01-20')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_1' });
    expect(await around()).toEqual({ stage: 'CERTIFIED_YEAR_1', queue: [], calendar: ['20371121', '20380220'], feed: [] });
  });

  test('G-4.4.b: an unanswered spot check ends the certification on day 91, and every timeline matches the facts', async () => {
    await to('2037-01-25');
    await act('recordSpotCheck', { account, receivedOn: '2037-01-25', correctiveAction: true, scope: 'Head office' });
    // 25 January + 90 = 25 April, day 91 = 26 April 2037.
    expect([await isOn('2037-04-25'), await isOn('2037-04-26')]).toEqual(['CERTIFIED', 'CERTIFICATION_LOST']);
    expect((await stands('2037-04-26')).clauses).toContain('G-4.4.b');
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_1',
      queue: ['SPOT_CHECK_IMPLEMENTATION 2037-04-25'],
      calendar: ['20370425', '20370426', '20371121'],
      feed: ['2037-04-26 CERTIFICATION_LOST'],
    });
  });

  test('R-1, G-1.2.a: it starts over once WSIB counts it again; a suspension after that changes no standing', async () => {
    const report = (isValid: boolean, from: string) =>
      send('reportWsibAccount', '... on WsibAccountReport { isValid }', { idempotencyKey: from, wsibAccount: number, isValid, from });
    await to('2037-05-01');
    await report(false, '2037-05-01');
    expect((await act('confirmRegistration', { account })).en.map(({ clause }: { clause: string }) => clause)).toEqual(['G-1.2.a']);
    expect(await around()).toEqual({
      stage: 'CERTIFICATION_LOST',
      queue: [],
      calendar: ['20370426'],
      feed: ['2037-04-26 CERTIFICATION_LOST'],
    });
    await to('2037-06-01');
    await report(true, '2037-06-01');
    expect((await act('confirmRegistration', { account })).__typename).toBe('Registration');
    await to('2037-06-02');
    await papers.internal(number, person, { on: '2037-06-01', received: '2037-06-01', reported: '2037-06-01' });
    const days = { planned: '2037-06-01', started: '2037-06-02', completed: '2037-06-02', reported: '2037-06-02' };
    const audit = await papers.external(number, auditors.ben, days);
    expect((await act('issueCertificate', { account, audit })).__typename).toBe('Certificate');
    await to('2037-09-01');
    await report(false, '2037-09-01');
    expect(await stands('2037-09-01')).toMatchObject({ standing: 'CERTIFIED', owed: expect.arrayContaining(['WSIB_GOOD_STANDING null']) });
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_1',
      queue: ['WSIB_GOOD_STANDING'],
      calendar: ['20380403', '20380703'],
      feed: ['2037-06-01 REGISTERED', '2037-06-02 CERTIFIED'],
    });
    await to('2037-10-01');
    await report(true, '2037-10-01');
    expect(await around()).toEqual({ stage: 'CERTIFIED_YEAR_1', queue: [], calendar: ['20380403', '20380703'], feed: [] });
  });

  test('G-7.b to G-7.d, R-48: an appeal over Easter goes to level 3, and the letter rests on what it decides', async () => {
    const certificate = await certificateOf((await server.file(number)).certificates.length - 1);
    await to('2038-04-22');
    // 60 days before 2 June 2038 = 3 April.
    const days = { on: '2038-04-01', received: '2038-04-03', reported: '2038-04-22' };
    const audit = await papers.internal(number, person, days, { type: 'MAINTENANCE', overall: '79.99' });
    expect(await around()).toEqual({
      stage: 'MAINTENANCE_AUDIT_CORRECTION',
      queue: ['LETTER_OF_GOOD_STANDING 2038-06-02'],
      calendar: ['20380703', '20380831', '20390403'],
      feed: [],
    });
    const appealed = '... on Appeal { id version lastDayForSecondLevel levels { level decisionDueOn outcome } }';
    const file = { audit, grounds: 'Two records were overlooked', onOriginalEvidence: true };
    await to('2038-05-01');
    expect((await send('fileAppeal', appealed, { ...file, idempotencyKey: 'late', on: '2038-05-01' })).reasons[0].clause).toBe('G-7.b');
    await to('2038-04-30');
    let appeal = await send('fileAppeal', appealed, { ...file, idempotencyKey: 'in-time', on: '2038-04-30' });
    expect(await around()).toEqual({
      stage: 'MAINTENANCE_AUDIT_CORRECTION',
      queue: ['APPEAL_ACKNOWLEDGEMENT 2038-05-04', 'APPEAL_DECISION 2038-05-07', 'LETTER_OF_GOOD_STANDING 2038-06-02'],
      calendar: ['20380703', '20380831', '20390403'],
      feed: [],
    });
    const step = async (name: string, day: string, input: object) => {
      await to(day);
      appeal = await send(name, appealed, { appeal: appeal.id, expectedVersion: appeal.version, on: day, ...input });
      expect(appeal.__typename).toBe('Appeal');
    };
    const denied = { outcome: 'DENIED', decision: 'The scores stand' };
    await step('decideAppeal', '2038-05-07', { level: 1, ...denied });
    expect(appeal.lastDayForSecondLevel).toBe('2038-05-14');
    await step('fileSecondAppeal', '2038-05-14', {});
    await step('decideAppeal', '2038-05-14', { level: 2, ...denied });
    // Nobody files level 3: it follows the denial at level 2.
    expect(await around()).toEqual({
      stage: 'MAINTENANCE_AUDIT_CORRECTION',
      queue: ['APPEAL_FINAL_REVIEW 2038-05-21', 'LETTER_OF_GOOD_STANDING 2038-06-02'],
      calendar: ['20380703', '20380831', '20390403'],
      feed: [],
    });
    const refused = await act('issueLetterOfGoodStanding', { certificate, audit, year: 2 });
    expect(refused.__typename).toBe('Refused');
    const elements = Array.from({ length: 14 }, (_, at) => ({ element: at + 1, score: '80' }));
    const scores = { overall: '81', legislated: '100', elements };
    await step('decideAppeal', '2038-05-21', { level: 3, outcome: 'ALLOWED', decision: 'The records count', scores });
    expect((await act('issueLetterOfGoodStanding', { certificate, audit, year: 2 })).__typename).toBe('LetterOfGoodStanding');
    expect(await stands('2038-06-02')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_2' });
    expect(await around()).toEqual({ stage: 'CERTIFIED_YEAR_1', queue: [], calendar: ['20390403'], feed: [] });
  });

  test('R-46: merged into the other firm, its key and its calendar go on, and the feed has what became of it', async () => {
    // The maintenance audit for year 3: 60 days before 2 June 2039 = 3 April.
    expect(await calendar()).toContain('20390403');
    await to('2038-07-04');
    const { organization: ended } = await server.file(number);
    const [{ id: kept }]: [{ id: string }] = await server.dataSource.query(`select id from organization where reference = 'O-2'`);
    const merged = await act('mergeOrganizations', {
      ...{ organization: toGlobalId('Organization', kept), expectedVersion: 1 },
      ...{ other: ended.id, otherExpectedVersion: ended.version },
    });
    expect(merged).toMatchObject({ __typename: 'Organization', legalName: 'Made-up Paving Ltd.' });
    expect(await known('2038-07-04', null)).toMatchObject({ standing: 'CERTIFIED', organizationName: 'Made-up Paving Ltd.' });
    expect(await stands('2038-07-04')).toMatchObject({ standing: 'CERTIFIED', stage: 'CERTIFIED_YEAR_2' });
    // A new owner is told as a correction of the same standing.
    expect(await around()).toEqual({
      stage: 'CERTIFIED_YEAR_2',
      queue: [],
      calendar: ['20390403', '20390703'],
      feed: ['2038-07-04 CERTIFIED'],
    });
  });

  test('R-46: as known at the instant of each step, the answer is the one that was given then', async () => {
    expect(given).toHaveLength(21);
    for (const { at: then, on, answer } of given) expect([on, await known(on, then)]).toEqual([on, answer]);
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  });
});
