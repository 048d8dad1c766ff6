// Today is 10 March 2031. Clerks try letters and renewals on whatever is recorded, some with an exception. The model is written from rulebook §18 (decision 0070) and
// uses none of the product's code: what is issued has every condition or an exception for those that it lacks; what is refused names each of the others.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RegistrationRow } from '../../src/database/tables/registration.table.ts';
import { updateStandings } from '../../src/mutations/update-standings.service.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { enterAudit, enterAuditor, enterInternalAuditor, inUnit } from '../support/sound-audits.ts';
import { only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

const runs = 12;
const seed = 20310310;
const numbersFrom = (first: number) => Array.from({ length: runs }, (_, at) => String(first + at));
// The anniversary of the letters' certificates was 10 December 2030, so today is their day 90; the renewals were due on 1 February 2031.
const [letters, renewals] = [numbersFrom(7_000_001), numbersFrom(7_100_001)];
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...[...letters, ...renewals].map((number) => `${number},O-1,${number}`)],
  registrations: ['registration,account,confirmed_on,withdrawn_on', ...renewals.map((number) => `R-${number},${number},2028-02-01,`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...letters.map((number) => `C-${number},${number},COR_2020,EXTERNAL_AUDIT,2029-12-10`),
    ...renewals.map((number) => `C-${number},${number},COR_2020,EXTERNAL_AUDIT,2028-02-01`),
  ],
  letters: [
    'number,certificate_number,year,issued_on',
    ...renewals.flatMap((number) => [`L-${number},C-${number},2,2029-02-01`, `M-${number},C-${number},3,2030-02-01`]),
  ],
};

let server: WritingServer;
let admin: string;
beforeAll(async () => {
  server = await startWriting(facts);
  admin = await server.keyFor('admin', 'Administrator');
});
afterAll(() => server.stop());

const anyOf = fc.boolean();
/** Mostly met: walks that always lack something would never come to a document. */
const mostly = fc.constantFrom(true, true, true, false);
const exceptions = (...clauses: string[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.subarray(clauses, { minLength: 1 }) });

/** Records an exception of an account for some clauses; null for none. */
async function excepted(account: string, clauses: readonly string[]): Promise<string | null> {
  if (clauses.length === 0) return null;
  const text = `mutation ($input: RecordIssuingExceptionInput!) { recordIssuingException(input: $input) { ... on IssuingException { id } } }`;
  const input = { idempotencyKey: randomUUID(), account, clauses, grounds: 'As agreed', document: 'Memo', decidedBy: 'Manager' };
  const { data, errors } = await server.graphql(text, { input }, { key: admin });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.recordIssuingException.id;
}

/** Tries to issue; what a refusal names, or null where the document was issued. */
async function tried(name: 'issueCertificate' | 'issueLetterOfGoodStanding', input: Record<string, unknown>): Promise<string[] | null> {
  const { data, errors } = await server.mutate(name, input);
  if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  const { __typename, en = [] } = data[name];
  return __typename === 'Refused' ? [...new Set<string>(en.map(({ clause }: { clause: string }) => clause))].toSorted() : null;
}

/** What is left of the missing clauses; null if nothing is. */
const forbidden = (missing: readonly (string | false)[], setAside: readonly string[]): string[] | null => {
  const left = missing.filter((clause): clause is string => clause !== false && !setAside.includes(clause));
  return left.length === 0 ? null : [...new Set(left)].toSorted();
};

const letterTry = fc.record({
  signedOff: mostly,
  reviewed: mostly,
  qualified: mostly,
  passes: mostly,
  isTooOld: fc.constantFrom(false, false, true),
  setAside: exceptions('G-2.4.j', 'G-2.4.k'),
});

test('a letter is issued on a maintenance audit that has everything or an exception, once, and refused with all its clauses', async () => {
  let next = 0;
  let issued = 0;
  const property = fc.asyncProperty(fc.array(letterTry, { minLength: 1, maxLength: 4 }), async (tries) => {
    const { id: account, certificates } = await server.file(letters[next++] ?? '');
    const certificate = only(certificates).id;
    for (const { signedOff, reviewed, qualified, passes, isTooOld, setAside } of tries) {
      const day = '2031-02-20';
      const audit = await inUnit(server.dataSource, today, async (unit) => {
        const accountId = uuidOf(account);
        const internalAuditorId = await enterInternalAuditor(unit, accountId, qualified ? day : today);
        const days = { startedOn: day, completedOn: day, reportedOn: day, receivedOn: isTooOld ? '2029-12-10' : day };
        const steps = { signedOffOn: signedOff ? day : null, reviewedOn: reviewed ? day : null, overall: passes ? '80.00' : '79.99' };
        return enterAudit(unit, { accountId, tool: 'COR_2020', type: 'MAINTENANCE', internalAuditorId, ...days, ...steps });
      });
      const missing = [!signedOff && 'G-2.4.j', !qualified && 'G-2.4.j', isTooOld && 'G-2.4.j', !reviewed && 'G-2.4.k', !passes && 'G-2.3'];
      const exception = await excepted(account, setAside);
      const outcome = await tried('issueLetterOfGoodStanding', { certificate, audit, year: 2, exception });
      expect({ tries, outcome }).toEqual({ tries, outcome: forbidden(missing, setAside) });
      if (outcome !== null) continue;
      issued += 1;
      expect(await tried('issueLetterOfGoodStanding', { certificate, audit, year: 2 })).not.toBeNull();
      expect((await server.file(letters[next - 1] ?? '')).lettersOfGoodStanding).toHaveLength(1);
      return;
    }
    expect((await server.file(letters[next - 1] ?? '')).lettersOfGoodStanding).toEqual([]);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  expect(issued).toBeGreaterThan(0);
  expect((await checkTimelines(server.dataSource)).problems).toBe(0);
}, 60_000);

const renewalTry = fc.record({
  registers: mostly,
  shows: mostly,
  planInTime: mostly,
  approved: mostly,
  bySame: anyOf,
  setAside: exceptions('G-2.5.a', 'G-2.5.b', 'G-2.4.g', 'G-3.4.a', 'G-3.4.b'),
});

test('a renewal is issued on an external audit that has everything or an exception, once, and refused with all its clauses', async () => {
  let next = 0;
  let issued = 0;
  const property = fc.asyncProperty(fc.array(renewalTry, { minLength: 1, maxLength: 4 }), anyOf, async (tries, lastPasses) => {
    const number = renewals[next++] ?? '';
    const { id: account } = await server.file(number);
    const accountId = uuidOf(account);
    let [isRegistered, isShown] = [false, false];
    let before: string | null = null;
    for (const [at, { registers, shows, planInTime, approved, bySame, setAside }] of tries.entries()) {
      const day = `2031-02-1${at}`;
      // After an audit that failed, a re-audit would follow: only the last one may fail.
      const passes = at < tries.length - 1 || lastPasses;
      const auditor: string = bySame && before !== null ? before : await inUnit(server.dataSource, today, enterAuditor);
      const audit = await inUnit(server.dataSource, today, async (unit) => {
        const reference = randomUUID();
        if (registers && !isRegistered) {
          await unit.tx.insert(RegistrationRow, { reference, number: reference, accountId, confirmedOn: '2028-02-02' });
          await updateStandings(unit, [accountId]);
        }
        const inner = { accountId, tool: 'COR_2020', type: 'RECERTIFICATION_INTERNAL', completedOn: '2031-01-20' } as const;
        if (shows && !isShown) await enterAudit(unit, { ...inner, startedOn: '2031-01-20', shownOn: '2031-02-10' });
        const days = { startedOn: day, completedOn: day, reportedOn: day, reportApprovedOn: approved ? day : null };
        const who = { externalAuditorId: auditor, planApprovedOn: planInTime ? day : '2031-03-01', overall: passes ? '90.00' : '79.99' };
        return enterAudit(unit, { accountId, tool: 'COR_2020', type: 'EXTERNAL', ...days, ...who });
      });
      [isRegistered, isShown] = [isRegistered || registers, isShown || shows];
      const missing = [
        !isRegistered && 'G-2.5.a',
        !isShown && 'G-2.5.b',
        !planInTime && 'G-2.4.g',
        auditor === before && 'G-3.4.a',
        !approved && 'G-3.4.b',
        !passes && 'G-2.3',
      ];
      before = auditor;
      const outcome = await tried('issueCertificate', { account, audit, exception: await excepted(account, setAside) });
      expect({ tries, at, outcome }).toEqual({ tries, at, outcome: forbidden(missing, setAside) });
      if (outcome !== null) continue;
      issued += 1;
      expect(await tried('issueCertificate', { account, audit })).not.toBeNull();
      expect((await server.file(number)).certificates).toHaveLength(2);
      expect(await server.standing(number)).toBe('CERTIFIED');
      return;
    }
    expect((await server.file(number)).certificates).toHaveLength(1);
    expect(await server.standing(number)).toBe('PENDING');
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  expect(issued).toBeGreaterThan(0);
  expect((await checkTimelines(server.dataSource)).problems).toBe(0);
}, 60_000);
