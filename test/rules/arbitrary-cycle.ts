import fc from 'fast-check';
import { addDays, type Day } from '../../src/rules/calendar.ts';
import type { AuditFact, CycleFacts } from '../../src/rules/cycle/facts.ts';
import type { AccountFacts } from '../../src/rules/facts.ts';
import type { DatedStatement } from '../../src/rules/statement.ts';
import { daysOfFacts, effectiveBy, reordered, someDay, someFacts, windowFrom } from './arbitrary-facts.ts';

const offset: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(-60, -59, -1, 0, 1, 30, 60, 61, 90, 91, 181, 184, 305, 306, 365, 640, 671) },
  { weight: 2, arbitrary: fc.integer({ min: -200, max: 1200 }) },
);

/** Days from one step of an audit to the next; null if it is not recorded. */
const step: fc.Arbitrary<number | null> = fc.option(fc.oneof(fc.constantFrom(0, 1, 7, 60, 61), fc.nat({ max: 200 })), { freq: 5 });

/** Audits whose recorded days are in order and near the other facts. */
const audits = (facts: AccountFacts): fc.Arbitrary<AuditFact[]> =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom(
          'INITIAL_INTERNAL',
          'EXTERNAL',
          'EXTERNAL',
          'RE_AUDIT',
          'MAINTENANCE',
          'TRANSITION',
          'RECERTIFICATION_INTERNAL',
        ),
        tool: fc.constantFrom('COR_2020', 'COR_2020', 'COR'),
        from: fc.tuple(fc.constantFrom(windowFrom, ...daysOfFacts(facts)), offset).map(([day, days]) => addDays(day, days)),
        steps: fc.tuple(step, step, step, step, step),
        passed: fc.constantFrom(true, true, false, false, null),
      }),
      { maxLength: 6 },
    )
    .map((drawn) => drawn.map(({ from, steps, ...audit }, n) => ({ ...audit, id: `A${9 - n}`, ...daysFrom(from, steps) })));

type AuditDays = Pick<AuditFact, 'startedOn' | 'completedOn' | 'receivedOn' | 'reportedOn' | 'closedOn'>;

function daysFrom(from: Day, steps: readonly (number | null)[]): AuditDays {
  let reached = from;
  const [startedOn = null, completedOn = null, receivedOn = null, reportedOn = null, closedOn = null] = steps.map((days) => {
    if (days === null) return null;
    reached = addDays(reached, days);
    return reached;
  });
  return { startedOn, completedOn, receivedOn, reportedOn, closedOn };
}

const nothing: AccountFacts = {
  registrations: [],
  certificates: [],
  biddingDocuments: [],
  spotChecks: [],
  revocations: [],
  transitionAudits: [],
};

/** Days after a report on which the next audit is completed: around the six months, or any. */
const monthsAfter: fc.Arbitrary<number> = fc.oneof(fc.constantFrom(180, 181, 182, 183, 184, 185), fc.nat({ max: 250 }));

/** A first certification in its usual order: registration, internal audit, external audit, re-audit; each may fail, be late or never happen. */
const process: fc.Arbitrary<CycleFacts> = fc
  .record({
    confirmedOn: fc.nat({ max: 900 }).map((n) => addDays(windowFrom, n)),
    preparing: fc.nat({ max: 300 }),
    review: fc.constantFrom(30, 59, 60, 61, 75),
    waits: fc.tuple(monthsAfter, monthsAfter, monthsAfter),
    report: fc.nat({ max: 40 }),
    results: fc.tuple(
      fc.constantFrom(true, false),
      fc.constantFrom(true, false, false, null),
      fc.constantFrom(true, false, null),
      fc.boolean(),
    ),
    count: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ confirmedOn, preparing, review, waits, report, results, count }) => {
    const receivedOn = addDays(confirmedOn, preparing);
    const reviewedOn = addDays(receivedOn, review);
    const [external, reAudit, again] = waits;
    const reportedOn = addDays(reviewedOn, external + report);
    const internal = { ...unrecorded, id: 'A5', type: 'INITIAL_INTERNAL', receivedOn, reportedOn: reviewedOn, passed: results[0] } as const;
    const after = (id: string, type: AuditFact['type'], day: Day, passed: boolean | null): AuditFact => ({
      ...unrecorded,
      ...{ id, type, passed, startedOn: addDays(day, -3), completedOn: day, reportedOn: addDays(day, report) },
    });
    const all: AuditFact[] = [
      internal,
      after('A4', 'EXTERNAL', addDays(reviewedOn, external), results[1]),
      after('A3', 'RE_AUDIT', addDays(reportedOn, reAudit), results[2]),
      after('A2', 'RE_AUDIT', addDays(reportedOn, again), results[3]),
    ];
    return { ...nothing, registrations: [{ id: 'R1', confirmedOn, withdrawnOn: null }], audits: all.slice(0, count), wsibStatements: [] };
  });

const unrecorded = { tool: 'COR_2020', startedOn: null, completedOn: null, receivedOn: null, reportedOn: null, closedOn: null } as const;

/** Statements near the days of the other facts, some positive and some negative. */
const statements = (facts: AccountFacts): fc.Arbitrary<DatedStatement[]> =>
  fc.array(
    fc.record({
      on: fc.tuple(fc.constantFrom(windowFrom, ...daysOfFacts(facts)), offset).map(([day, days]) => addDays(day, days)),
      isTrue: fc.boolean(),
    }),
    { maxLength: 4 },
  );

/** The facts of an account with its audits and statements. */
export const someCycleFacts: fc.Arbitrary<CycleFacts> = fc.oneof(
  someFacts.chain((facts) =>
    fc.record({ audits: audits(facts), wsibStatements: statements(facts) }).map((drawn) => ({ ...facts, ...drawn })),
  ),
  process,
);

/** Facts with a day to ask about: near one of their days and its limits, or any day. */
export const somethingAsked: fc.Arbitrary<readonly [CycleFacts, Day]> = someCycleFacts.chain((facts) => {
  const near = fc.tuple(fc.constantFrom(windowFrom, ...daysOfCycle(facts)), offset).map(([day, days]) => addDays(day, days));
  return fc.tuple(fc.constant(facts), fc.oneof(near, near, someDay));
});

/** The same facts in another order. */
export const reorderedCycle = (facts: CycleFacts): fc.Arbitrary<CycleFacts> =>
  reordered(facts).map((others) => ({ ...others, audits: facts.audits.toReversed(), wsibStatements: facts.wsibStatements.toReversed() }));

/** What was in effect by a day; the result of an audit is in effect from its report. */
export const cycleEffectiveBy = (day: Day, facts: CycleFacts): CycleFacts => ({
  ...effectiveBy(day, facts),
  wsibStatements: facts.wsibStatements.filter(({ on }) => on <= day),
  audits: facts.audits.map((audit) => {
    const byDay = (other: Day | null) => (other !== null && other <= day ? other : null);
    const reported = byDay(audit.reportedOn ?? audit.closedOn);
    return {
      ...audit,
      startedOn: byDay(audit.startedOn),
      completedOn: byDay(audit.completedOn),
      receivedOn: byDay(audit.receivedOn),
      reportedOn: byDay(audit.reportedOn),
      closedOn: byDay(audit.closedOn),
      passed: reported === null ? null : audit.passed,
    };
  }),
});

/** Every day on which a recorded event happens. */
export const daysOfCycle = (facts: CycleFacts): ReadonlySet<Day> =>
  new Set([
    ...daysOfFacts(facts),
    ...facts.wsibStatements.map(({ on }) => on),
    ...facts.audits
      .flatMap(({ startedOn, completedOn, receivedOn, reportedOn, closedOn }) => [startedOn, completedOn, receivedOn, reportedOn, closedOn])
      .filter((day) => day !== null),
  ]);
