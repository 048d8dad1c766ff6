import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/rules/calendar.ts';
import { calendarOn } from '../../../src/rules/cycle/calendar.ts';
import type { CycleFacts } from '../../../src/rules/cycle/facts.ts';
import { type Obligation, type ObligationState, obligationsOn } from '../../../src/rules/cycle/obligations.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { readHistory } from '../../../src/rules/standing/history.ts';
import { cycleEffectiveBy, daysOfCycle, reorderedCycle, somethingAsked } from '../arbitrary-cycle.ts';

const runs = { numRuns: 500 };

/** Compared as text, because `toEqual` takes longer than the rule. */
const expectSame = (a: unknown, b: unknown): void => {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
};

const isQuiet = (facts: CycleFacts, after: Day, to: Day): boolean => ![...daysOfCycle(facts)].some((day) => day > after && day <= to);

const isLossBetween = (facts: CycleFacts, after: Day, to: Day): boolean =>
  readHistory(facts).certificates.some(({ loss }) => loss !== null && loss.on > after && loss.on <= to);

/** R-36, from the days only. */
function stateFrom({ opensOn, dueOn, doneOn }: Obligation, day: Day): ObligationState {
  if (doneOn !== null && doneOn <= day) return 'DONE';
  if (dueOn !== null && dueOn < day) return 'OVERDUE';
  return opensOn === null || day < opensOn ? 'UPCOMING' : 'DUE';
}

test('each obligation is listed once, by due day, with the state that follows from its days', () => {
  fc.assert(
    fc.property(somethingAsked, ([facts, day]) => {
      const obligations = obligationsOn(facts, day);
      const keys = obligations.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const dueDays = obligations.map(({ dueOn }) => dueOn ?? '9999-12-31');
      expect(dueDays).toEqual(dueDays.toSorted());
      expect(obligations.filter((each) => each.state !== stateFrom(each, day))).toEqual([]);
      expect(obligations.filter(({ state, lastDay }) => state !== 'DONE' && lastDay !== null && lastDay < day)).toEqual([]);
      expect(obligations.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
      expect(obligations.filter(({ because }) => /[{}]/.test(render('fr', because.id, because.values)))).toEqual([]);
    }),
    runs,
  );
});

test('each entry of a calendar has a key of its own', () => {
  fc.assert(
    fc.property(somethingAsked, ([facts, day]) => {
      const keys = calendarOn(facts, day).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    runs,
  );
});

test('later facts do not change an earlier day', () => {
  fc.assert(
    fc.property(somethingAsked, ([facts, day]) => {
      expectSame(obligationsOn(cycleEffectiveBy(day, facts), day), obligationsOn(facts, day));
    }),
    runs,
  );
});

test('the order of the facts does not matter', () => {
  fc.assert(
    fc.property(
      somethingAsked.chain(([facts, day]) => fc.tuple(fc.constant(facts), reorderedCycle(facts), fc.constant(day))),
      ([facts, others, day]) => {
        expectSame(obligationsOn(others, day), obligationsOn(facts, day));
      },
    ),
    runs,
  );
});

test('with nothing new and no loss, a done obligation stays done', () => {
  fc.assert(
    fc.property(somethingAsked, fc.nat({ max: 300 }), ([facts, day], days) => {
      const later = addDays(day, days);
      if (!isQuiet(facts, day, later) || isLossBetween(facts, day, later)) return;
      const done = obligationsOn(facts, day).filter(({ state }) => state === 'DONE');
      const doneLater = obligationsOn(facts, later).map((each) => JSON.stringify(each));
      expect(done.filter((each) => !doneLater.includes(JSON.stringify(each)))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('with nothing new, an obligation only moves forward: upcoming, due, overdue, gone', () => {
  const rank: Record<ObligationState, number> = { UPCOMING: 0, DUE: 1, OVERDUE: 2, DONE: 3 };
  fc.assert(
    fc.property(somethingAsked, fc.nat({ max: 300 }), ([facts, day], days) => {
      const later = addDays(day, days);
      if (!isQuiet(facts, day, later)) return;
      const before = new Map(obligationsOn(facts, day).map((each) => [each.key, each]));
      for (const { key, state } of obligationsOn(facts, later)) {
        const earlier = before.get(key);
        // A loss ends the registration by which an earlier loss was followed up: starting over is due again.
        const isUndone = earlier?.state === 'DONE' && isLossBetween(facts, day, later);
        if (earlier && earlier.state !== state && !isUndone)
          expect([rank[state] > rank[earlier.state], state]).toEqual([true, expect.not.stringMatching('DONE')]);
      }
    }),
    { numRuns: 1500 },
  );
});
