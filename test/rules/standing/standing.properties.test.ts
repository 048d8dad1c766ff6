import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/rules/calendar.ts';
import type { AccountFacts } from '../../../src/rules/facts.ts';
import { decideStanding, type Standing } from '../../../src/rules/standing/standing.ts';
import { BEGINNING, type Period, periodOn, standingTimeline } from '../../../src/rules/standing/timeline.ts';
import { daysOfFacts, effectiveBy, reordered, someDay, someFacts, windowFrom } from '../arbitrary-facts.ts';
import { livedThrough } from '../oracle.ts';

const rank: Record<Standing, number> = {
  CERTIFIED: 7,
  PENDING: 6,
  BIDDING_ONLY: 5,
  REGISTERED: 4,
  EXPIRED: 3,
  CERTIFICATION_LOST: 2,
  NOT_REGISTERED: 1,
  REVOKED: 0,
};

/** What a period says about a day, apart from what follows it. */
const ofTheDay = ({ standing, basis, standard, certificate, letter, biddingDocument, biddingLastDay, reasons }: Period) => ({
  standing,
  basis,
  standard,
  certificate,
  letter,
  biddingDocument,
  biddingLastDay,
  reasons,
});

const decided = (facts: AccountFacts, on: Day) => {
  const { outcome: standing, basis, standard, certificate, letter, biddingDocument, biddingLastDay, reasons } = decideStanding(facts, on);
  return { standing, basis, standard, certificate, letter, biddingDocument, biddingLastDay, reasons };
};

/** Compared as text, because `toEqual` on every day of every run would take most of the time. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const everyDay = Array.from({ length: 2923 }, (_, n) => addDays(windowFrom, n));

const isIn = ({ from, to }: Period, day: Day): boolean => from <= day && (to === null || day < to);

const expectNaive = (facts: AccountFacts, days: Iterable<Day>): void => {
  const timeline = standingTimeline(facts);
  for (const [day, naive] of livedThrough(facts, days)) {
    const { standing, certificate, letter, biddingDocument, basis, standard } = periodOn(timeline, day);
    const lawful = { standing, certificate, letter, biddingDocument, basis, standard };
    if (!same(lawful, naive)) expect({ day, ...lawful }).toEqual({ day, ...naive });
  }
};

const around = (days: Iterable<Day>): Day[] => [...days].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);

test('the timeline agrees with the naive reading around every change, around every fact and on random days', () => {
  fc.assert(
    fc.property(someFacts, fc.array(someDay, { minLength: 5, maxLength: 10 }), (facts, days) => {
      const changes = standingTimeline(facts)
        .slice(1)
        .map(({ from }) => from);
      expectNaive(facts, new Set([...around(changes), ...around(daysOfFacts(facts)), ...days]));
    }),
    { numRuns: 500 },
  );
});

test('the timeline agrees with the naive reading on every day of eight years', () => {
  fc.assert(
    fc.property(someFacts, (facts) => expectNaive(facts, everyDay)),
    { numRuns: 20 },
  );
});

test('periods follow each other from the first day on, without gap, overlap or end, and neighbours differ', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const timeline = standingTimeline(facts);
      expect(timeline[0]?.from).toBe(BEGINNING);
      expect(timeline.at(-1)?.to).toBeNull();
      for (const [index, period] of timeline.entries()) {
        const next = timeline[index + 1];
        if (next === undefined) continue;
        if (period.to !== next.from || period.from >= next.from || same(ofTheDay(period), ofTheDay(next))) expect(period).not.toEqual(next);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a standing holds from the first day of its run until the first day of another one', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const timeline = standingTimeline(facts);
      for (const [index, { standing, since, holdsUntil, then }] of timeline.entries()) {
        const before = timeline.findLastIndex((one, at) => at < index && one.standing !== standing);
        const next = timeline.find((one, at) => at > index && one.standing !== standing);
        const found = { since: timeline[before + 1]?.from, holdsUntil: next?.from ?? null, then: next?.standing ?? null };
        if (!same({ since, holdsUntil, then }, found)) expect({ since, holdsUntil, then }).toEqual(found);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the standing still holds the day before it changes, and then is the one forecast', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, day) => {
      const { standing, holdsUntil, then } = periodOn(standingTimeline(facts), day);
      if (holdsUntil === null) return;
      expect(decideStanding(facts, addDays(holdsUntil, -1)).outcome).toBe(standing);
      expect(decideStanding(facts, holdsUntil).outcome).toBe(then);
    }),
    { numRuns: 1000 },
  );
});

test('a period says on each of its days what the law says for that day', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      let index = 0;
      const timeline = standingTimeline(facts);
      for (const day of everyDay) {
        while (!isIn(timeline[index]!, day)) index++;
        if (!same(decided(facts, day), ofTheDay(timeline[index]!)))
          expect({ day, ...decided(facts, day) }).toEqual({ day, ...ofTheDay(timeline[index]!) });
      }
    }),
    { numRuns: 8 },
  );
});

test('a period agrees with the law on its first days, its last days and any other', () => {
  fc.assert(
    fc.property(someFacts, fc.array(someDay, { maxLength: 5 }), (facts, days) => {
      const timeline = standingTimeline(facts);
      const edges = timeline.slice(1).flatMap(({ from }) => [addDays(from, -1), from, addDays(from, 1)]);
      for (const day of [...edges, ...days]) {
        const [law, period] = [decided(facts, day), ofTheDay(periodOn(timeline, day))];
        if (!same(law, period)) expect({ day, ...law }).toEqual({ day, ...period });
      }
    }),
    { numRuns: 500 },
  );
});

test('a fact dated after a day changes neither the outcome of that day nor its since nor its reasons', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, day) => {
      const known = standingTimeline(effectiveBy(day, facts)).filter(({ from }) => from <= day);
      const later = standingTimeline(facts).filter(({ from }) => from <= day);
      const told = (periods: readonly Period[]) =>
        periods.map((period) => ({ from: period.from, since: period.since, ...ofTheDay(period) }));
      if (!same(told(later), told(known))) expect(told(later)).toEqual(told(known));
    }),
    { numRuns: 1000 },
  );
});

test('a standing never improves on a day on which nothing new happens', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const days = daysOfFacts(facts);
      const timeline = standingTimeline(facts);
      const improved = timeline.filter(({ standing }, at) => at > 0 && rank[standing] > rank[timeline[at - 1]!.standing]);
      expect(improved.filter(({ from }) => !days.has(from))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('the order of the facts does not matter', () => {
  fc.assert(
    fc.property(
      someFacts.chain((facts) => fc.tuple(fc.constant(facts), reordered(facts))),
      ([facts, others]) => {
        if (!same(standingTimeline(others), standingTimeline(facts))) expect(standingTimeline(others)).toEqual(standingTimeline(facts));
      },
    ),
    { numRuns: 500 },
  );
});

test('R-29 is consulted first, the deciding clause holds, and pending counts as certified only where the law says so', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const { standing, reasons } of standingTimeline(facts)) {
        const clauses = (holds: boolean) => reasons.filter((reason) => reason.holds === holds).map(({ clause }) => clause);
        if (reasons[0]?.clause !== 'R-29' || reasons[0].holds !== (standing === 'REVOKED')) throw new Error('R-29 is not first');
        if (!reasons.some(({ decides }) => decides)) throw new Error('nothing decided');
        if (standing !== 'PENDING' && standing !== 'CERTIFIED' && clauses(true).includes('G-2.4.n'))
          throw new Error('G-2.4.n out of place');
      }
    }),
    { numRuns: 500 },
  );
});
