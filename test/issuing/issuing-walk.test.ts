import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';
import { sixMonthsAfter } from './days.ts';
import { firmsWalk } from './firms-walk.ts';
import { type Act, type Firm, type IssuingDesk, issuingDesk } from './issuing-desk.ts';
import { forbidden } from './issuing-model.ts';

// Today is 10 March 2031. Clerks act at random, also at the same time: no certificate is issued that the guideline forbids (decision 0070), none loses its
// support, and nothing fails. ISSUING_WALK_SECONDS sets how long to walk, ISSUING_WALK_SEED where to begin.
const seconds = Number(process.env.ISSUING_WALK_SECONDS ?? 0);
const seed = Number(process.env.ISSUING_WALK_SEED ?? 20310310);

let server: WritingServer;
let desk: IssuingDesk;

beforeAll(async () => {
  server = await startWriting({ organizations, accounts: ['account,organization,wsib_account', 'first,O-1,1000001'] });
  desk = issuingDesk(server, (await server.file('1000001')).organization.id);
});

afterAll(() => server.stop());

/** Days around the limits: the review's report of 15 August 2030 is good until 15 February 2031. */
const days = [
  '2030-08-14',
  '2030-08-15',
  '2030-09-10',
  '2030-10-05',
  '2030-10-06',
  '2031-02-14',
  '2031-02-15',
  '2031-02-16',
  '2031-03-05',
  today,
];

interface Move {
  readonly name: string;
  /** Whether it changes the register of auditors, on which earlier certificates do not depend. */
  readonly isOfRegister?: boolean;
  /** For a move that only issues: on which audit, on which day. */
  readonly issues?: { readonly at: number; readonly on: string };
  readonly act: (firm: Firm) => Promise<readonly Act[]>;
}

const anyDay = fc.constantFrom(...days);
const anyAuditor = fc.integer({ min: 0, max: 2 });
/** Usually the last audit begun. */
const anyAudit = fc.constantFrom(-1, -1, -1, -2, 0);
const anyScore = fc.constantFrom('79.99', '80.00', '90.00');
const auditorOf = (firm: Firm, at: number): string => firm.auditors[at] ?? '';

const onAudit = (name: string, at: number, act: (audit: string, firm: Firm) => Promise<Act>): Move => ({
  name,
  act: async (firm) => {
    const audit = firm.audits.at(at);
    return audit === undefined ? [] : [await act(audit, firm)];
  },
});

const steps = ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_APPROVED', 'STARTED', 'COMPLETED', 'REPORT_APPROVED', 'REPORT_RECEIVED'];
const anyStep = fc.constantFrom(...steps);

const oneMove: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(anyAudit, anyStep, anyDay).map(([at, step, on]) => onAudit(`${step} ${on}`, at, (audit) => desk.step(audit, step, on))),
  fc.tuple(anyAudit, anyStep).map(([at, step]) => onAudit(`undo ${step}`, at, (audit) => desk.undo(audit, step))),
  fc.tuple(anyAudit, anyScore, anyDay).map(([at, score, on]) => onAudit(`${score} ${on}`, at, (audit) => desk.score(audit, score, on))),
  fc
    .tuple(anyAudit, anyAuditor, anyDay)
    .map(([at, one, on]) => onAudit(`auditor ${one} ${on}`, at, (audit, firm) => desk.select(audit, auditorOf(firm, one), on))),
  fc
    .tuple(anyAudit, fc.constantFrom('startedOn', 'completedOn', 'reportedOn'), anyDay)
    .map(([at, field, on]) => onAudit(`correct ${field} ${on}`, at, (audit) => desk.correct(audit, { [field]: on }))),
  fc
    .tuple(anyAudit, anyAuditor)
    .map(([at, one]) =>
      onAudit(`correct auditor ${one}`, at, (audit, firm) => desk.correct(audit, { externalAuditor: auditorOf(firm, one) })),
    ),
  fc.tuple(anyAudit, anyScore).map(([at, overall]) => onAudit(`correct ${overall}`, at, (audit) => desk.correct(audit, { overall }))),
  anyAudit.map((at) => onAudit('removed in error', at, (audit) => desk.correct(audit, { recordedInError: true }))),
  anyDay.map((on): Move => ({ name: `withdrawn ${on}`, act: async (firm) => [await desk.withdraw(firm, on)] })),
);

const register: fc.Arbitrary<Move> = fc
  .tuple(fc.constantFrom('remove' as const, 'consult' as const, 'conflict' as const, 'endListing' as const), anyAuditor, anyDay)
  .map(([what, one, on]) => ({
    name: `${what} ${one} ${on}`,
    isOfRegister: true,
    act: async (firm) => [await desk[what](auditorOf(firm, one), on)],
  }));

const issue = fc
  .tuple(anyAudit, fc.constantFrom('2031-02-16', '2031-03-05', today, today))
  .map(([at, on]): Move => ({ ...onAudit(`issue ${on}`, at, (audit, firm) => desk.issue(firm, audit, on)), issues: { at, on } }));

/** An audit with its steps in order, from a day on; one step may be left out. Without it, walks rarely reach a certificate. */
const course: fc.Arbitrary<Move> = fc
  .record({
    isReAudit: fc.boolean(),
    one: anyAuditor,
    from: fc.integer({ min: 1, max: 7 }),
    score: anyScore,
    leftOut: fc.constantFrom(null, null, null, ...steps),
    // Another auditor once the plan is approved: the plan was of the one before (G-2.4.g).
    other: fc.constantFrom(null, null, 0, 1, 2),
    isPlannedAnew: fc.boolean(),
  })
  .map(({ isReAudit, one, from, score, leftOut, other, isPlannedAnew }) => ({
    name: `${isReAudit ? 're-audit' : 'audit'} by ${one}, then ${other}, planned anew ${isPlannedAnew}, from ${days[from]}: ${score}, without ${leftOut}`,
    act: async (firm) => {
      const base = isReAudit ? (firm.audits.at(-1) ?? null) : null;
      const begun = await desk.beginAudit(firm, base === null ? 'EXTERNAL' : 'RE_AUDIT', base);
      const audit = begun.id;
      if (audit === null) return [begun];
      const on = (later: number) => days[Math.min(from + later, days.length - 1)] ?? today;
      const acts = [begun, await desk.select(audit, auditorOf(firm, one), on(0))];
      for (const [at, step] of steps.entries()) {
        if (step !== leftOut && !(base !== null && at < 2)) acts.push(await desk.step(audit, step, on(at < 3 ? 0 : 1)));
        if (step === 'AUDIT_PLAN_APPROVED' && other !== null) {
          acts.push(await desk.select(audit, auditorOf(firm, other), on(0)));
          if (isPlannedAnew) for (const again of steps.slice(0, 2)) acts.push(await desk.step(audit, again, on(0)));
        }
        if (step === 'COMPLETED') acts.push(await desk.score(audit, score, on(1)));
      }
      return acts;
    },
  }));

/** Clerks who work independently. */
const atOnce: fc.Arbitrary<Move> = fc.array(fc.oneof(oneMove, oneMove, issue, issue), { minLength: 2, maxLength: 4 }).map((moves) => ({
  name: `at once: ${moves.map(({ name }) => name).join(' | ')}`,
  act: async (firm) => (await Promise.all(moves.map(({ act }) => act(firm)))).flat(),
}));

const walks = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: course },
    { weight: 4, arbitrary: issue },
    { weight: 3, arbitrary: oneMove },
    { weight: 1, arbitrary: register },
    { weight: 2, arbitrary: atOnce },
  ),
  { minLength: 4, maxLength: 12 },
);

const tally = { walks: 0, acts: 0, issued: 0, refused: 0, conflicts: 0 };

/** Only errors that say the caller came too late or asked for the impossible. */
const expected = [null, 'CONFLICT', 'BAD_USER_INPUT', 'NOT_FOUND'];

/** Whether nothing forbids the first certificate of a firm. */
async function allows(firm: Firm, { at, on }: { readonly at: number; readonly on: string }): Promise<boolean> {
  const [audit, paper] = [firm.audits.at(at), await desk.paper(firm)];
  return audit !== undefined && paper.certificates.length === 0 && forbidden(paper, audit, on).length === 0;
}

async function walk(moves: readonly Move[]): Promise<void> {
  const firm = await desk.begin();
  let seen = 0;
  let isRegisterChanged = false;
  const told: string[] = [];
  for (const move of moves) {
    told.push(move.name);
    const due = move.issues ? await allows(firm, move.issues) : false;
    const acts = await move.act(firm);
    tally.acts += acts.length;
    tally.refused += acts.filter(({ clauses }) => clauses.length > 0).length;
    tally.conflicts += acts.filter(({ error }) => error === 'CONFLICT').length;
    expect({ told, errors: acts.filter(({ error }) => !expected.includes(error)) }).toEqual({ told, errors: [] });
    if (move.isOfRegister && acts.some(({ done }) => done)) isRegisterChanged = seen > 0 || isRegisterChanged;
    if (due) expect({ told, acts }).toEqual({ told, acts: [expect.objectContaining({ done: true })] });
    const paper = await desk.paper(firm);
    const named = paper.certificates.map(({ restsOn }) => restsOn.audit.id);
    expect({ told, twice: named.length - new Set(named).size }).toEqual({ told, twice: 0 });
    const judged = isRegisterChanged ? paper.certificates.slice(seen) : paper.certificates;
    const unlawful = judged.flatMap(({ restsOn, issuedOn }) => forbidden(paper, restsOn.audit.id, issuedOn));
    expect({ told, unlawful }).toEqual({ told, unlawful: [] });
    tally.issued += paper.certificates.length - seen;
    seen = paper.certificates.length;
  }
  tally.walks += 1;
}

test(
  'random clerks issue what the guideline allows and never what it forbids, and no certificate loses what it rests on',
  async () => {
    const bounds =
      seconds > 0 ? { numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false } : { numRuns: 6 };
    await fc.assert(fc.asyncProperty(walks, walk), { seed, endOnFailure: true, ...bounds });
    if (seconds > 0) console.log(`seed ${seed}: ${JSON.stringify(tally)}`);
    // Walks that never reached a certificate would prove nothing.
    expect(tally.issued).toBeGreaterThan(0);
  },
  180_000 + seconds * 1000,
);

test(
  'random clerks who name and train people, apply, share submissions and merge what was entered twice lose nothing and issue nothing that is forbidden',
  async () => {
    const { walks: firms, walk: over, tally: done } = firmsWalk(server);
    const bounds =
      seconds > 0 ? { numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false } : { numRuns: 3 };
    await fc.assert(fc.asyncProperty(firms, over), { seed, endOnFailure: true, ...bounds });
    console.log(`seed ${seed}: ${JSON.stringify(done)}`);
    // What most of a hundred walks reach; few walks are a matter of luck.
    expect(done.registered).toBeGreaterThan(0);
    expect(done.issued).toBeGreaterThanOrEqual(Math.floor(done.walks / 10));
    expect((await checkTimelines(server.dataSource)).problems).toBe(0);
  },
  180_000 + seconds * 1000,
);

test('two clerks who issue on one audit at the same time issue one certificate', async () => {
  const firm = await desk.begin();
  const { id } = await desk.beginAudit(firm, 'EXTERNAL', null);
  const audit = String(id);
  await desk.select(audit, auditorOf(firm, 0), '2030-10-05');
  for (const step of steps.slice(0, 4)) await desk.step(audit, step, '2030-10-05');
  await desk.score(audit, '90.00', '2030-10-05');
  for (const step of steps.slice(4)) await desk.step(audit, step, '2030-10-06');
  const acts = await Promise.all(['2031-03-05', today, today].map((on) => desk.issue(firm, audit, on)));
  expect(acts.filter(({ done }) => done)).toHaveLength(1);
  expect(acts.filter(({ done, clauses }) => !done && clauses.length === 0)).toEqual([]);
  expect((await desk.paper(firm)).certificates).toHaveLength(1);
});

test('the model knows the limits it was written from', () => {
  expect(sixMonthsAfter('2030-08-31')).toBe('2031-02-28');
  expect(sixMonthsAfter('2027-08-31')).toBe('2028-02-29');
  expect(sixMonthsAfter('2030-03-31')).toBe('2030-09-30');
});
