// Races of two clerks on real connections: of two writes that exclude each other one takes effect, and the other is refused or gets a conflict.
// Today is 10 March 2031. Certificate of 10 December 2029: A1 = 10 December 2030, its day 90 is today. Its renewals: a certificate of today.
// INTERLEAVINGS sets how many random ones there are, INTERLEAVINGS_SEED which.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import type { GraphQLAnswer } from '../support/server.ts';
import { enterAudit, enterInternalAuditor, inUnit } from '../support/sound-audits.ts';
import { type MutationName, only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

const runs = Number(process.env.INTERLEAVINGS ?? 20);
const seed = Number(process.env.INTERLEAVINGS_SEED ?? 20310310);
const numbers = Array.from({ length: 8 + runs }, (_, at) => String(8_000_001 + at));
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', ...numbers.map((number) => `${number},O-1,${number}`)],
  certificates: [
    'number,account,standard,basis,issued_on',
    ...numbers.map((number) => `C-${number},${number},COR_2020,EXTERNAL_AUDIT,2029-12-10`),
  ],
};

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(facts);
});
afterAll(() => server.stop());

interface Answer {
  readonly name: string;
  readonly typename: string | null;
  readonly code: string | null;
}

/** How a write ended: its result, or why not. Anything except an answer, a refusal or a conflict is a bug. */
async function ended(name: string, sent: Promise<GraphQLAnswer>): Promise<Answer> {
  const { data, errors } = await sent;
  const thing = data?.[name];
  return { name, typename: thing?.__typename ?? null, code: errors?.[0]?.extensions.code ?? thing?.code ?? null };
}

const write = (name: MutationName, input: Record<string, unknown>, key = server.clerk): Promise<Answer> =>
  ended(name, server.mutate(name, input, key));

const isDone = ({ code }: Answer): boolean => code === null;
const endings = ['CONFLICT', 'NOT_FOUND'];

/** A maintenance audit of an account that failed, its report received on 3 March 2031, and the appeal against it. */
async function appealed(wsibAccount: string) {
  const accountId = uuidOf((await server.file(wsibAccount)).id);
  const days = { startedOn: '2031-02-10', completedOn: '2031-02-11', reportedOn: '2031-03-03', reportReceivedOn: '2031-03-03' };
  const internal = { signedOffOn: '2031-02-11', receivedOn: '2031-02-11', preAssessedOn: '2031-02-12', reviewedOn: '2031-03-03' };
  const audit = await inUnit(server.dataSource, '2031-03-03', async (unit) => {
    const internalAuditorId = await enterInternalAuditor(unit, accountId, '2031-01-05');
    return enterAudit(unit, {
      accountId,
      tool: 'COR_2020',
      type: 'MAINTENANCE',
      overall: '79.99',
      ...days,
      ...internal,
      internalAuditorId,
    });
  });
  const text = `mutation ($input: FileAppealInput!) { fileAppeal(input: $input) { ... on Appeal { id version } } }`;
  const input = { idempotencyKey: `appeal-${wsibAccount}`, audit, on: today, grounds: 'A record', onOriginalEvidence: true };
  const { data } = await server.graphql(text, { input }, { key: server.clerk });
  return { audit, appeal: data.fileAppeal };
}

const scores = { overall: '80', legislated: '100', elements: Array.from({ length: 14 }, (_, at) => ({ element: at + 1, score: '65' })) };

const allow = ({ id, version }: { id: string; version: number }): Promise<Answer> => {
  const text = `mutation ($input: DecideAppealInput!) { decideAppeal(input: $input) { __typename ... on Refused { code } } }`;
  const input = { appeal: id, expectedVersion: version, level: 1, outcome: 'ALLOWED', decision: 'The records count', scores };
  return ended('decideAppeal', server.graphql(text, { input }, { key: server.otherClerk }));
};

describe('an appeal decided while a letter is issued', () => {
  test.each(numbers.slice(0, 4))('of %s: the letter rests on the decision or is refused, and can then be issued', async (wsibAccount) => {
    const { audit, appeal } = await appealed(wsibAccount);
    const certificate = only((await server.file(wsibAccount)).certificates).id;
    const letter = { certificate, audit, year: 2 };
    const [issued, decided] = await Promise.all([write('issueLetterOfGoodStanding', letter), allow(appeal)]);
    expect(decided).toMatchObject({ typename: 'Appeal', code: null });
    if (isDone(issued)) expect(issued.typename).toBe('LetterOfGoodStanding');
    else {
      expect(issued.code).toBe('AUDIT_DOES_NOT_SUPPORT');
      expect(await write('issueLetterOfGoodStanding', letter)).toMatchObject({ typename: 'LetterOfGoodStanding' });
    }
    expect((await server.file(wsibAccount)).lettersOfGoodStanding).toHaveLength(1);
    expect(await server.standing(wsibAccount)).toBe('CERTIFIED');
    expect(await server.standing(wsibAccount, '2031-03-09')).toBe('PENDING');
  });
});

describe('a correction racing a renewal', () => {
  test.each(numbers.slice(4, 8))('of %s: both in one order or the other, and every timeline is that of the facts', async (wsibAccount) => {
    const { id: account, certificates } = await server.file(wsibAccount);
    const { id: certificate, version } = only(certificates);
    const renewal = await server.issuable(account);
    const correction = { certificate, expectedVersion: version, issuedOn: '2029-12-05', reason: 'Misread', keepAgainstTheLaw: true };
    const answers = await Promise.all([write('issueCertificate', renewal), write('correctCertificate', correction, server.otherClerk)]);
    // From 5 December 2029 the certification would be lost on 6 March 2031: the renewal then needs what a first certification needs, and has it.
    expect(answers.filter(isDone).length).toBeGreaterThanOrEqual(1);
    for (const answer of answers) if (!isDone(answer)) expect(answer.typename ?? answer.code).toMatch(/Refused|CONFLICT/);
    const issued = answers.find(({ name }) => name === 'issueCertificate');
    expect((await server.file(wsibAccount)).certificates).toHaveLength(issued && isDone(issued) ? 2 : 1);
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  });
});

const acts = ['letter', 'appeal', 'renew', 'correct', 'revoke', 'remove', 'check'] as const;

test(
  'random interleavings of clerks at work leave each effect once, no fault, and timelines computed from the facts',
  async () => {
    let next = 8;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 3, maxLength: 7 }), async (chosen) => {
        const wsibAccount = numbers[next++] ?? '';
        const { id: account, certificates } = await server.file(wsibAccount);
        const { id: certificate, version } = only(certificates);
        const failed = chosen.includes('appeal') ? await appealed(wsibAccount) : null;
        const letter = failed ? { certificate, audit: failed.audit } : await server.issuableLetter(certificate);
        const renewal = chosen.includes('renew') ? await server.issuable(account) : {};
        const known = { certificate, expectedVersion: version, reason: 'Misread' };
        const does = {
          letter: () => write('issueLetterOfGoodStanding', { ...letter, year: 2 }),
          appeal: () => allow(failed?.appeal),
          renew: () => write('issueCertificate', renewal),
          correct: () => write('correctCertificate', { ...known, issuedOn: '2029-12-20' }),
          revoke: () => write('recordRevocation', { account, reason: 'r', document: 'd' }),
          remove: () => write('correctCertificate', { ...known, recordedInError: true }),
          check: () => write('recordSpotCheck', { account, receivedOn: today, correctiveAction: true, scope: 'A site' }),
        } as const;
        const answers = await Promise.all(chosen.map((act) => does[act]()));
        for (const { typename, code } of answers) if (typename === null) expect(endings).toContain(code);
        const done = (name: string) => answers.filter((answer) => answer.name === name && isDone(answer)).length;
        for (const name of ['issueLetterOfGoodStanding', 'decideAppeal', 'issueCertificate', 'correctCertificate', 'recordRevocation'])
          expect(done(name)).toBeLessThanOrEqual(1);
        const file = await server.file(wsibAccount);
        const isRemoved = file.certificates.every(({ id }) => id !== certificate);
        expect(file.certificates).toHaveLength((isRemoved ? 0 : 1) + done('issueCertificate'));
        expect(file.lettersOfGoodStanding).toHaveLength(done('issueLetterOfGoodStanding'));
        expect(file.revocations).toHaveLength(done('recordRevocation'));
        expect((await checkTimelines(server.dataSource)).problems).toBe(0);
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );
  },
  90_000 + runs * 2_000,
);
