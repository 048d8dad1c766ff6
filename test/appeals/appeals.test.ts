import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AppealRow } from '../../src/database/tables/appeal.table.ts';
import { AuditLogRow } from '../../src/database/tables/audit-log.table.ts';
import { ChangeRow } from '../../src/database/tables/change.table.ts';
import { enterAudit, enterInternalAuditor, inUnit } from '../support/sound-audits.ts';
import { only, organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is Monday 10 March 2031; Family Day was Monday 17 February. A report received on Monday 3 March: its fifth business day is today.
// Certificates: A1 of 10 December 2029 + 1 year is 10 December 2030, day 90 is today; A1 of 9 December 2030 has its day 91 today.
const names = ['first', 'ninety', 'lost', 'third', 'agreed', 'late', 'raced', 'internal'];
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...names.map((name, at) => `${name},O-1,${5000001 + at}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,first,2030-01-05,', 'R-8,internal,2030-01-05,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-2,ninety,COR_2020,EXTERNAL_AUDIT,2029-12-10',
    'C-3,lost,COR_2020,EXTERNAL_AUDIT,2029-12-09',
    'C-7,raced,COR_2020,EXTERNAL_AUDIT,2029-12-10',
  ],
};

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(facts);
});
afterAll(() => server.stop());

const fields = `id audit grounds lastDayForSecondLevel agreedOn agreement version
  levels { level filedOn acknowledgementDueOn acknowledgedOn decisionDueOn decidedOn outcome decision }`;

let keys = 0;

/** Sends a mutation of appeals and returns its answer. */
async function act(name: string, input: Record<string, unknown>, key = server.clerk) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Appeal { ${fields} }
    ... on Refused { code en: reasons { clause because } fr: reasons(locale: FR) { because } } } }`;
  keys += 1;
  const given = name === 'fileAppeal' ? { idempotencyKey: `appeal-${keys}`, ...input } : input;
  return server.graphql(text, { input: given }, { key });
}

async function done(name: string, input: Record<string, unknown>) {
  const { data, errors } = await act(name, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}

/** Records a failed audit of an account whose report was received on a day. Returns its global id. */
async function failed(wsibAccount: string, type: 'EXTERNAL' | 'MAINTENANCE' | 'INITIAL_INTERNAL', day: string): Promise<string> {
  const { id } = await server.file(wsibAccount);
  const days = { startedOn: '2031-02-10', completedOn: '2031-02-11', reportedOn: day, reportReceivedOn: day };
  const internal = { signedOffOn: '2031-02-11', receivedOn: '2031-02-11', preAssessedOn: '2031-02-12', reviewedOn: day };
  const given = {
    accountId: uuidOf(id),
    tool: 'COR_2020',
    type,
    overall: '79.99',
    ...days,
    ...(type === 'EXTERNAL' ? {} : internal),
  } as const;
  return inUnit(server.dataSource, day, async (unit) => {
    // Who makes it is qualified well before its first day.
    const internalAuditorId = type === 'MAINTENANCE' ? await enterInternalAuditor(unit, uuidOf(id), '2031-01-05') : null;
    return enterAudit(unit, { ...given, internalAuditorId });
  });
}

const scores = { overall: '80', legislated: '100', elements: Array.from({ length: 14 }, (_, at) => ({ element: at + 1, score: '65' })) };
const grounds = 'Two records were overlooked';
const file = (audit: string, on = '2031-03-10') => done('fileAppeal', { audit, on, grounds, onOriginalEvidence: true });
const clausesOf = ({ en }: { en: { clause: string }[] }): string[] => en.map(({ clause }) => clause);

describe('an appeal', () => {
  const undecided = { decidedOn: null, outcome: null, decision: null };
  let appeal: string;

  test('G-7.b: is filed on the fifth business day; IHSA owes its acknowledgement and decision, and the queue shows it', async () => {
    const filed = await file(await failed('5000001', 'EXTERNAL', '2031-03-03'));
    appeal = filed.id;
    expect(only(filed.levels)).toMatchObject({ level: 1, acknowledgementDueOn: '2031-03-12', decisionDueOn: '2031-03-17' });
    const query = '{ account(wsibAccount: "5000001") { obligations { kind by dueOn clauses } file { appeals { id } } } }';
    const { account } = (await server.graphql(query, {}, { key: server.clerk })).data;
    const clauses = ['G-7.b', 'R-27'];
    expect(account.obligations).toContainEqual({ kind: 'APPEAL_ACKNOWLEDGEMENT', by: 'IHSA', dueOn: '2031-03-12', clauses });
    expect(account.obligations).toContainEqual({ kind: 'APPEAL_DECISION', by: 'IHSA', dueOn: '2031-03-17', clauses });
    expect(account.file.appeals).toEqual([{ id: appeal }]);
    expect((await server.rows(AuditLogRow)).map(({ action }) => action)).toContain('readAppeals');
  });

  test('is acknowledged, denied, taken to level 2, denied again, and decided at level 3', async () => {
    let version = 1;
    const step = async (name: string, input: object) => {
      const answer = await done(name, { appeal, expectedVersion: version, on: '2031-03-10', ...input });
      expect([answer.__typename, answer.version]).toEqual(['Appeal', version + 1]);
      version += 1;
      return answer;
    };
    await step('acknowledgeAppeal', { level: 1 });
    const denied = { outcome: 'DENIED', decision: 'The scores stand' };
    expect((await step('decideAppeal', { level: 1, ...denied })).lastDayForSecondLevel).toBe('2031-03-17');
    await step('fileSecondAppeal', {});
    const second = await step('decideAppeal', { level: 2, ...denied });
    expect(second.levels[1]).toMatchObject({
      level: 2,
      acknowledgementDueOn: '2031-03-12',
      decisionDueOn: '2031-03-17',
      outcome: 'DENIED',
    });
    // G-7.d: five business days from Monday 10 March.
    expect(second.levels.slice(2)).toEqual([
      { level: 3, filedOn: null, acknowledgementDueOn: null, acknowledgedOn: null, decisionDueOn: '2031-03-17', ...undecided },
    ]);
    const third = await step('decideAppeal', { level: 3, ...denied });
    expect(third.levels[2]).toMatchObject({ level: 3, filedOn: null, acknowledgementDueOn: null, decisionDueOn: '2031-03-17' });
    const again = await done('decideAppeal', { appeal, expectedVersion: version, level: 3, ...denied });
    expect(clausesOf(again)).toEqual(['G-7.d']);
    const history = await server.dataSource.query(
      `select count(*)::integer as n from fact_history where fact in ('appeal', 'appeal_level')`,
    );
    expect(history[0].n).toBeGreaterThanOrEqual(8);
  });
});

describe('R-48: a decision that changes the result', () => {
  const readiness = async (certificate: string, audit: string, issuedOn?: string) => {
    const query = `query ($certificate: ID!, $audit: ID, $issuedOn: LocalDate) {
      letterReadiness(certificate: $certificate, year: 2, audit: $audit, issuedOn: $issuedOn) { isReady missing { clause } } }`;
    return (await server.graphql(query, { certificate, audit, issuedOn }, { key: server.clerk })).data.letterReadiness;
  };

  test('on day 90 counts from its day: the letter may be issued, and the feed reports it', async () => {
    const audit = await failed('5000002', 'MAINTENANCE', '2031-03-03');
    const { id: certificate } = only((await server.file('5000002')).certificates);
    expect(await server.standing('5000002')).toBe('PENDING');
    expect((await readiness(certificate, audit)).isReady).toBe(false);
    const { id: appeal } = await file(audit);
    await done('decideAppeal', { appeal, expectedVersion: 1, level: 1, outcome: 'ALLOWED', decision: 'The records count', scores });
    expect((await readiness(certificate, audit)).isReady).toBe(true);
    expect((await readiness(certificate, audit, '2031-03-09')).isReady).toBe(false);
    const issued = await server.mutate('issueLetterOfGoodStanding', { certificate, year: 2, audit });
    expect(issued.data.issueLetterOfGoodStanding.__typename).toBe('LetterOfGoodStanding');
    expect(await server.standing('5000002')).toBe('CERTIFIED');
    const { id } = await server.file('5000002');
    const told = (await server.rows(ChangeRow)).filter(({ accountId, kind }) => accountId === uuidOf(id) && kind === 'STANDING');
    expect(told.map(({ beforeStanding, afterStanding }) => [beforeStanding, afterStanding])).toEqual([['PENDING', 'CERTIFIED']]);
    // the letter rests on the scores that the appeal gave.
    const removed = await done('removeAppeal', { appeal, expectedVersion: 2, reason: 'Another firm’s form' });
    expect(removed.code).toBe('STILL_NEEDED');
    expect(clausesOf(removed)).toContain('G-2.3');
    expect(await server.rows(AppealRow)).toHaveLength(2);
  });

  test('on day 91 restores nothing: the result changes, and the letter is refused', async () => {
    const audit = await failed('5000003', 'MAINTENANCE', '2031-03-03');
    const { id: certificate } = only((await server.file('5000003')).certificates);
    const { id: appeal } = await file(audit);
    await done('decideAppeal', { appeal, expectedVersion: 1, level: 1, outcome: 'ALLOWED', decision: 'The records count', scores });
    expect(await server.standing('5000003')).toBe('CERTIFICATION_LOST');
    const { data } = await server.mutate('issueLetterOfGoodStanding', { certificate, year: 2, audit });
    expect(data.issueLetterOfGoodStanding.en.map(({ clause }: { clause: string }) => clause)).toEqual(['R-8']);
    const query = 'query ($id: ID!) { node(id: $id) { ... on Audit { overall laterScores { on overall } steps { step on note } } } }';
    const read = (await server.graphql(query, { id: audit }, { key: server.clerk })).data.node;
    expect(read).toMatchObject({ overall: '79.99', laterScores: [{ on: '2031-03-10', overall: '80.00' }] });
    expect(read.steps).toEqual([{ step: 'SCORED', on: '2031-03-10', note: 'Appeal, level 1' }]);
  });

  test('recorded in error is removed, and the scores that it gave go with it', async () => {
    const { appeals } = (
      await server.graphql('{ account(wsibAccount: "5000003") { file { appeals { id version } } } }', {}, { key: server.clerk })
    ).data.account.file;
    const [{ id: appeal, version: expectedVersion }] = appeals;
    expect((await done('removeAppeal', { appeal, expectedVersion, reason: 'Another firm’s form' })).version).toBeNull();
    const [row] = await server.dataSource.query(`select count(*)::integer as n from later_scoring where scored_on = '2031-03-10'`);
    expect(row.n).toBe(1);
  });
});

describe('refusals', () => {
  test('the refusal of a late one names the last day, in both languages', async () => {
    const refused = await file(await failed('5000006', 'EXTERNAL', '2031-02-28'));
    expect([refused.code, clausesOf(refused)]).toEqual(['APPEAL_TOO_LATE', ['G-7.b']]);
    expect(refused.en[0].because).toContain('the last day to appeal was 7 March 2031');
    expect(refused.fr[0].because).toContain('le dernier jour pour interjeter appel était le 7\u00A0mars\u00A02031');
  });

  test('an initial internal audit, and other evidence, are refused together', async () => {
    const audit = await failed('5000008', 'INITIAL_INTERNAL', '2031-03-03');
    const refused = await done('fileAppeal', { audit, grounds, onOriginalEvidence: false });
    expect(clausesOf(refused)).toEqual(['G-7.a', 'G-7.a']);
  });

  test('scores are given with ALLOWED only, and all of them', async () => {
    const { id: appeal } = await file(await failed('5000004', 'EXTERNAL', '2031-03-05'));
    const base = { appeal, expectedVersion: 1, level: 1, decision: 'd' };
    const fields = [
      [{ outcome: 'ALLOWED' }, 'input.scores'],
      [{ outcome: 'DENIED', scores }, 'input.scores'],
      [{ outcome: 'ALLOWED', scores: { ...scores, elements: scores.elements.slice(1) } }, 'input.scores.elements'],
      [{ outcome: 'DENIED', on: '2031-03-11' }, 'input.on'],
    ] as const;
    for (const [given, field] of fields) {
      const { errors } = await act('decideAppeal', { ...base, ...given });
      expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
  });

  test('an agreement at level 2 ends it', async () => {
    const { id: appeal } = await file(await failed('5000005', 'EXTERNAL', '2031-03-05'));
    expect(clausesOf(await done('recordAppealAgreement', { appeal, expectedVersion: 1, agreement: 'a' }))).toEqual(['G-7.c']);
    await done('decideAppeal', { appeal, expectedVersion: 1, level: 1, outcome: 'DENIED', decision: 'd' });
    await done('fileSecondAppeal', { appeal, expectedVersion: 2 });
    const agreed = await done('recordAppealAgreement', { appeal, expectedVersion: 3, agreement: 'A new visit', scores });
    expect(agreed).toMatchObject({ agreedOn: '2031-03-10', agreement: 'A new visit', version: 4 });
    expect(clausesOf(await done('decideAppeal', { appeal, expectedVersion: 4, level: 2, outcome: 'DENIED', decision: 'd' }))).toEqual([
      'G-7.c',
    ]);
  });

  test('only staff record one, and for others it does not exist', async () => {
    const { data } = await server.graphql('{ account(wsibAccount: "5000001") { file { appeals { id } } } }', {}, { key: server.clerk });
    const [{ id }] = data.account.file.appeals;
    for (const scope of ['buyer', 'sose', 'wsib', 'organization'] as const) {
      const key = await server.keyFor(scope);
      const { errors } = await act('fileSecondAppeal', { appeal: id, expectedVersion: 6 }, key);
      expect(only(errors ?? []).extensions.code).toBe('FORBIDDEN');
      expect((await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id }, { key })).data.node).toBeNull();
    }
  });
});

test('one decided while a letter is issued on its result: the letter waits, then is issued or refused, and nothing hangs', async () => {
  const audit = await failed('5000007', 'MAINTENANCE', '2031-03-03');
  const { id: certificate } = only((await server.file('5000007')).certificates);
  const { id: appeal } = await file(audit);
  const decision = { appeal, expectedVersion: 1, level: 1, outcome: 'ALLOWED', decision: 'd', scores };
  const [decided, issued] = await Promise.all([
    done('decideAppeal', decision),
    server.mutate('issueLetterOfGoodStanding', { certificate, year: 2, audit }, server.otherClerk),
  ]);
  expect(decided.__typename).toBe('Appeal');
  const letter = issued.data.issueLetterOfGoodStanding.__typename;
  expect(['LetterOfGoodStanding', 'Refused']).toContain(letter);
  expect(await server.standing('5000007')).toBe(letter === 'Refused' ? 'PENDING' : 'CERTIFIED');
});
