import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditLogRow } from '../../src/database/tables/audit-log.table.ts';
import { ChangeRow } from '../../src/database/tables/change.table.ts';
import { only, organizations, startWriting, uuidOf, type WritingServer } from '../support/writing.ts';

// Today is 10 March 2031. A letter received on 9 December 2030 has its day 90 on 9 March 2031; one of 10 December 2030 has it today.
const names = ['first', 'missed', 'unfollowed', 'bare', 'raced', 'early'];
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...names.map((name, at) => `${name},O-1,${4000001 + at}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...names.filter((name) => name !== 'bare').map((name) => `C-${name},${name},COR_2020,EXTERNAL_AUDIT,2030-06-01`),
  ],
};

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(facts);
});
afterAll(() => server.stop());

const scope = 'Two sites, working at heights';

/** Records a letter and returns the answer. */
async function letter(wsibAccount: string, receivedOn: string, correctiveAction = true) {
  const { id: account } = await server.file(wsibAccount);
  const { data, errors } = await server.mutate('recordSpotCheck', { account, receivedOn, correctiveAction, scope });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.recordSpotCheck;
}

/** Records what followed an account's only letter; returns the answer. */
async function follow(wsibAccount: string, kind: string, on: string) {
  const { id: spotCheck, version: expectedVersion } = only((await server.file(wsibAccount)).spotChecks);
  const { data, errors } = await server.mutate('recordSpotCheckEvent', { spotCheck, expectedVersion, kind, on });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.recordSpotCheckEvent;
}

const clausesOf = ({ en }: { en: { clause: string }[] }): string[] => en.map(({ clause }) => clause);

describe('a spot check of a certified account', () => {
  test('G-4.4.a, G-4.4.b: its letter starts the 90 days, which the standing, the obligations and the queue show', async () => {
    const before = await server.instant();
    const recorded = await letter('4000001', '2030-12-10');
    expect(recorded).toMatchObject({ receivedOn: '2030-12-10', correctiveAction: true, scope, lastDayToReport: '2031-03-10', version: 1 });
    expect(await server.standing('4000001')).toBe('CERTIFIED');
    expect(await server.standing('4000001', '2031-03-11')).toBe('CERTIFICATION_LOST');
    expect(await server.standing('4000001', '2031-03-11', before)).toBe('CERTIFIED');
    const query = `{ account(wsibAccount: "4000001") { obligations(states: [DUE]) { kind dueOn } }
      workQueue(filter: { kinds: [SPOT_CHECK_IMPLEMENTATION] }) { nodes { dueOn account { wsibAccount } } } }`;
    const { data } = await server.graphql(query, {}, { key: server.clerk });
    const due = { kind: 'SPOT_CHECK_IMPLEMENTATION', dueOn: '2031-03-10' };
    expect(data.account.obligations).toContainEqual(due);
    expect(data.workQueue.nodes).toEqual([{ dueOn: '2031-03-10', account: { wsibAccount: '4000001' } }]);
  });

  test('R-15: is followed by a plan, a report, a finding, and a validation on day 90, which ends the finding', async () => {
    expect(await follow('4000001', 'PLAN_SUBMITTED', '2030-12-20')).toMatchObject({ version: 2 });
    await follow('4000001', 'IMPLEMENTATION_REPORTED', '2031-02-01');
    expect(await server.standing('4000001', '2031-03-11')).toBe('CERTIFIED');
    await follow('4000001', 'FOUND_NOT_IMPLEMENTED', '2031-02-20');
    expect(await server.standing('4000001', '2031-03-11')).toBe('CERTIFICATION_LOST');
    const { events } = await follow('4000001', 'VALIDATED', '2031-03-10');
    expect(await server.standing('4000001', '2031-03-11')).toBe('CERTIFIED');
    expect(events.map(({ on, kind }: { on: string; kind: string }) => `${on} ${kind}`)).toEqual([
      '2030-12-20 PLAN_SUBMITTED',
      '2031-02-01 IMPLEMENTATION_REPORTED',
      '2031-02-20 FOUND_NOT_IMPLEMENTED',
      '2031-03-10 VALIDATED',
    ]);
  });

  test('G-4.4.c: the fee is charged, then paid', async () => {
    expect(clausesOf(await follow('4000001', 'FEE_PAID', '2031-03-10'))).toEqual(['G-4.4.c']);
    await follow('4000001', 'FEE_CHARGED', '2031-03-09');
    expect((await follow('4000001', 'FEE_PAID', '2031-03-10')).__typename).toBe('SpotCheck');
  });

  test('every record of it is in the audit log, and its own history keeps each version', async () => {
    const log = (await server.rows(AuditLogRow)).filter(({ action }) => action.startsWith('recordSpotCheck'));
    const { id } = await server.file('4000001');
    expect(log.filter(({ subject }) => subject === uuidOf(id)).map(({ action }) => action)).toEqual([
      'recordSpotCheck',
      ...Array(6).fill('recordSpotCheckEvent'),
    ]);
    const [row] = await server.dataSource.query(`select max(version) as version from fact_history where fact = 'spot_check'`);
    expect(row.version).toBe(6);
  });
});

describe('without a report by day 90', () => {
  test('a letter recorded on day 91 ends the certification at once, and the feed says so', async () => {
    await letter('4000002', '2030-12-09');
    expect(await server.standing('4000002')).toBe('CERTIFICATION_LOST');
    const { id } = await server.file('4000002');
    const told = (await server.rows(ChangeRow)).filter(({ accountId }) => accountId === uuidOf(id));
    expect(told.map(({ beforeStanding, afterStanding }) => [beforeStanding, afterStanding])).toEqual([['CERTIFIED', 'CERTIFICATION_LOST']]);
  });

  test('a report of day 91 is refused with the last day and the loss, in both languages', async () => {
    const refused = await follow('4000002', 'IMPLEMENTATION_REPORTED', '2031-03-10');
    expect(clausesOf(refused)).toEqual(['R-15', 'G-4.4.b']);
    expect(refused.en[0].because).toContain('by 9 March 2031');
    expect(refused.fr[0].because).toContain('9\u00A0mars\u00A02031');
    expect(refused.fr[1].because).toContain('perdue le 10\u00A0mars\u00A02031');
  });

  test('a report of day 90 entered late restores a certification that was never really lost', async () => {
    await follow('4000002', 'IMPLEMENTATION_REPORTED', '2031-03-09');
    expect(await server.standing('4000002')).toBe('CERTIFIED');
  });
});

describe('refusals', () => {
  test('a letter that requires nothing changes nothing, and nothing may follow it', async () => {
    const recorded = await letter('4000003', '2031-02-01', false);
    expect(recorded).toMatchObject({ correctiveAction: false, lastDayToReport: null });
    expect(clausesOf(await follow('4000003', 'PLAN_SUBMITTED', '2031-02-02'))).toEqual(['G-4.4.a']);
    expect(await server.standing('4000003', '2031-05-20')).toBe('CERTIFIED');
  });

  test('R-16: an account without a certificate is not checked, and the attempt leaves no trace', async () => {
    const before = await server.count('spot_check');
    expect(clausesOf(await letter('4000004', '2031-02-01'))).toEqual(['R-16']);
    expect(await server.count('spot_check')).toBe(before);
  });

  test('a future day and an empty scope are bad input', async () => {
    const { id: account } = await server.file('4000006');
    for (const [field, value] of Object.entries({ receivedOn: '2031-03-11', scope: '' })) {
      const { errors } = await server.mutate('recordSpotCheck', { account, correctiveAction: true, scope, [field]: value });
      expect(only(errors ?? []).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    }
  });

  test('of two clerks with the same letter or report, one takes effect', async () => {
    const { id: account } = await server.file('4000005');
    const input = { account, receivedOn: '2031-03-01', correctiveAction: true, scope };
    const letters = await Promise.all([
      server.mutate('recordSpotCheck', input),
      server.mutate('recordSpotCheck', input, server.otherClerk),
    ]);
    const kinds = letters.map(({ data }) => data.recordSpotCheck.__typename);
    expect(kinds.toSorted()).toEqual(['Refused', 'SpotCheck']);
    const { id: spotCheck, version: expectedVersion } = only((await server.file('4000005')).spotChecks);
    const report = { spotCheck, expectedVersion, kind: 'IMPLEMENTATION_REPORTED', on: '2031-03-05' };
    const reports = await Promise.all([
      server.mutate('recordSpotCheckEvent', report),
      server.mutate('recordSpotCheckEvent', report, server.otherClerk),
    ]);
    expect(reports.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
  });
});
