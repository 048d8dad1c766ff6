import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { organizations, startWriting, type WritingServer } from '../support/writing.ts';
import { type AuditDesk, auditDesk } from './audit-desk.ts';

// Today is 10 March 2031. The model is written from clauses G-2.4.b to G-2.4.e and uses none of the product's code.
const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'walked,O-1,1000001'],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-1,walked,2030-01-05,'],
};

let server: WritingServer;
let desk: AuditDesk;
let person: string;

beforeAll(async () => {
  server = await startWriting(facts);
  desk = auditDesk(server);
  person = await desk.prepare('1000001', '2030-05-01');
});

afterAll(() => server.stop());

/** What happened to the audit, as a clerk would keep it on paper. */
interface Paper {
  done: Set<string>;
  score: 'none' | 'passes' | 'fails';
}

const once = (step: string, ...needs: string[]) => ({
  mayHappen: ({ done }: Paper) => !done.has(step) && needs.every((need) => done.has(need)),
  then: ({ done }: Paper) => void done.add(step),
});

const choice = (step: string) => ({
  mayHappen: ({ done, score }: Paper) =>
    score === 'fails' && done.has('REVIEWED') && !done.has('ACTION_PLAN_CHOSEN') && !done.has('NEW_AUDIT_CHOSEN'),
  then: ({ done }: Paper) => void done.add(step),
});

const scoring = (score: Paper['score']) => ({
  mayHappen: ({ done }: Paper) => !done.has('REVIEWED'),
  then: (paper: Paper) => {
    paper.score = score;
  },
});

interface Rule {
  readonly mayHappen: (paper: Paper) => boolean;
  readonly then: (paper: Paper) => void;
}

const rules: Readonly<Record<string, Rule>> = {
  SIGNED_OFF: once('SIGNED_OFF'),
  SUBMITTED: once('SUBMITTED', 'SIGNED_OFF'),
  RECEIVED: once('RECEIVED', 'SUBMITTED'),
  RETURNED: {
    mayHappen: ({ done }) => done.has('RECEIVED') && !done.has('PRE_ASSESSED'),
    then: ({ done }) => {
      for (const step of ['SIGNED_OFF', 'SUBMITTED', 'RECEIVED']) done.delete(step);
    },
  },
  PRE_ASSESSED: {
    mayHappen: ({ done, score }) => done.has('RECEIVED') && !done.has('PRE_ASSESSED') && score === 'passes',
    then: ({ done }) => void done.add('PRE_ASSESSED'),
  },
  REVIEWED: once('REVIEWED', 'PRE_ASSESSED'),
  REPORT_RECEIVED: once('REPORT_RECEIVED', 'REVIEWED'),
  ACTION_PLAN_CHOSEN: choice('ACTION_PLAN_CHOSEN'),
  NEW_AUDIT_CHOSEN: choice('NEW_AUDIT_CHOSEN'),
  '90.00': scoring('passes'),
  '79.99': scoring('fails'),
};

const day = '2030-06-03';
const act = (audit: string, move: string): Promise<string[]> =>
  /^\d/.test(move) ? desk.score(audit, move, day) : desk.step(audit, move, day);

test('random clerks get the result that the paper file predicts, step by step, and every refusal names its clauses', async () => {
  // Steps in their right order are mixed in, so that walks get far.
  const far = fc.constantFrom(
    ['SIGNED_OFF', 'SUBMITTED', 'RECEIVED', '90.00'],
    ['PRE_ASSESSED', '79.99', 'REVIEWED'],
    ['90.00', 'PRE_ASSESSED'],
  );
  const any = fc.constantFrom(...Object.keys(rules)).map((move) => [move]);
  const walks = fc.array(fc.oneof(far, any), { minLength: 4, maxLength: 10 }).map((moves) => moves.flat());
  await fc.assert(
    fc.asyncProperty(walks, async (moves) => {
      const audit = await desk.begin({ account: '1000001', type: 'INITIAL_INTERNAL' });
      await desk.conducted(audit, person);
      await desk.step(audit, 'STARTED', '2030-05-02');
      const paper: Paper = { done: new Set(), score: 'none' };
      for (const move of moves) {
        const rule = rules[move];
        const may = rule?.mayHappen(paper) ?? false;
        expect({ moves, move, refused: (await act(audit, move)).length > 0 }).toEqual({ moves, move, refused: !may });
        if (may) rule?.then(paper);
      }
    }),
    { numRuns: 12, seed: 20310310 },
  );
}, 180_000);

test('if several clerks record one step at once, one succeeds and the others get a conflict', async () => {
  const audit = await desk.begin({ account: '1000001', type: 'INITIAL_INTERNAL' });
  const answers = await Promise.allSettled(Array.from({ length: 6 }, () => desk.step(audit, 'SIGNED_OFF', day)));
  const recorded = answers.filter((each) => each.status === 'fulfilled' && each.value.length === 0);
  const others = answers.filter((each) => !recorded.includes(each));
  expect(recorded).toHaveLength(1);
  expect(others.every((each) => (each.status === 'rejected' ? /CONFLICT/.test(String(each.reason)) : each.value.length > 0))).toBe(true);
  expect((await desk.read(audit)).steps.map(({ step }) => step)).toEqual(['SIGNED_OFF']);
});
