import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, type Day, dayBefore, daysBetween, isDay } from '../../../src/rules/calendar.ts';
import { Refusal } from '../../../src/rules/decision.ts';
import { associations, associationsIn, isAssociationId, isOutOfProvince } from '../../../src/rules/equivalency/associations.ts';
import { reviewClock } from '../../../src/rules/equivalency/clock.ts';
import { decideRequest, grantableNow } from '../../../src/rules/equivalency/decision.ts';
import { documentOf, isGrantOf, isMore, mayGrant } from '../../../src/rules/equivalency/equivalency.ts';
import type { Grant, RequestFacts, WaitFact } from '../../../src/rules/equivalency/facts.ts';
import { requestOn } from '../../../src/rules/equivalency/request.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { equivalencyCases, requestOf } from './equivalency.cases.ts';
import { requestCases } from './equivalency-request.cases.ts';

const start: Day = '2026-02-02';
const grants: readonly Grant[] = ['CERTIFICATE_ONE_YEAR', 'INTERIM_LOGS', 'BIDDING_ONLY_RECIPROCITY', 'NOTHING'];
const someDay = fc.integer({ min: -40, max: 800 }).map((n) => addDays(start, n));

const someWaits: fc.Arbitrary<readonly WaitFact[]> = fc.array(
  fc
    .tuple(fc.integer({ min: -10, max: 60 }), fc.option(fc.integer({ min: 0, max: 40 }), { freq: 6 }))
    .map(([from, days]) => ({ from: addDays(start, from), to: days === null ? null : addDays(start, from + days) })),
  { maxLength: 4 },
);

/** A request of the cases with different waits. */
const someRequest: fc.Arbitrary<RequestFacts> = fc
  .tuple(fc.constantFrom(...[...equivalencyCases, ...requestCases].map(({ facts }) => requestOf(facts))), someWaits)
  .map(([facts, waits]) => ({ ...facts, waits }))
  .filter(({ createdOn, submittedOn }) => submittedOn === null || createdOn <= submittedOn);

const open = requestOf({
  kind: 'OUT_OF_PROVINCE',
  submittedOn: start,
  documents: { RECIPROCITY_FORM: start, HOST_ASSOCIATION_LETTER: start },
});

describe('the clock', () => {
  test('R-19: moves the due day by the days on which it was stopped by then, and never back', () => {
    fc.assert(
      fc.property(someWaits, fc.nat({ max: 150 }), (waits, days) => {
        const on = addDays(start, days);
        const { originalDueOn, dueOn, waits: stood } = reviewClock({ ...open, waits }, on);
        // In order: each wait that began by the due day of that time moves it; the first that began later, and all after it, do not.
        const byHand = stood.reduce(
          (due, { from, to }) => (from > due ? due : addDays(due, daysBetween(from, to ?? on))),
          originalDueOn ?? '',
        );
        expect(byHand).toBe(dueOn);
        const next = reviewClock({ ...open, waits }, addDays(on, 1));
        expect((next.dueOn ?? '') >= (dueOn ?? '')).toBe(true);
      }),
    );
  });

  test('R-41: once overdue, a request stays overdue until its review is reported', () => {
    fc.assert(
      fc.property(someWaits, fc.nat({ max: 150 }), fc.nat({ max: 90 }), (waits, days, more) => {
        const facts = { ...open, waits };
        const on = addDays(start, days);
        if (reviewClock(facts, on).isLate) expect(reviewClock(facts, addDays(on, more)).isLate).toBe(true);
      }),
    );
  });

  test('accepts the waits in any order, and is late exactly after its due day', () => {
    fc.assert(
      fc.property(someRequest, someDay, (facts, on) => {
        const clock = reviewClock(facts, on);
        expect(reviewClock({ ...facts, waits: facts.waits.toReversed(), documents: facts.documents.toReversed() }, on)).toEqual(clock);
        if (clock.state === 'RUNNING') expect(clock.isLate).toBe(clock.dueOn !== null && on > clock.dueOn);
        const last = clock.waits.at(-1);
        if (clock.state === 'STOPPED') expect(clock.isLate).toBe((last?.from ?? '') > (clock.dueOn ?? ''));
        const runs = clock.state === 'RUNNING' || clock.state === 'STOPPED';
        if (runs) expect(clock.state === 'STOPPED').toBe(requestOn(facts, on)?.status === 'WAITING_FOR_DOCUMENTS');
      }),
    );
  });
});

describe('a grant', () => {
  test('is never more than the law allows, and what the law allows may be decided in its turn', () => {
    fc.assert(
      fc.property(someRequest, someDay, fc.constantFrom(...grants), (facts, on, grant) => {
        const { outcome } = mayGrant(facts, on);
        const answer = decideRequest(facts, { grant, lastDay: null, judgement: 'A reason.' }, on);
        if (answer instanceof Refusal) return expect(answer.reasons.length).toBeGreaterThan(0);
        expect(isMore(facts.kind, answer.grant, outcome)).toBe(false);
        expect(answer.isJudgement).toBe(answer.grant !== outcome);
        expect(requestOn(facts, on)?.status).toMatch(/^(SUBMITTED|WAITING_FOR_DOCUMENTS|UNDER_REVIEW)$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('R-40, R-41: `grantable` is exactly what a decision on the day could grant', () => {
    fc.assert(
      fc.property(someRequest, someDay, (facts, on) => {
        const { outcome, missing, reasons } = grantableNow(facts, on);
        for (const grant of grants.filter((each) => isGrantOf(facts.kind, each) && each !== 'NOTHING')) {
          const answer = decideRequest(facts, { grant, lastDay: null, judgement: 'A reason.' }, on);
          expect(answer instanceof Refusal).toBe(isMore(facts.kind, grant, outcome));
          expect(missing.some((each) => each.grant === grant)).toBe(isMore(facts.kind, grant, outcome));
          // A refusal names all of it at once.
          const named = answer instanceof Refusal ? answer.reasons.map(({ because }) => because.id) : [];
          const its = missing.filter((each) => each.grant === grant).map(({ because }) => because.id);
          expect([...new Set(named)].toSorted()).toEqual([...new Set(its)].toSorted());
        }
        const decisive = reasons.filter(({ decides }) => decides);
        expect(decisive.length).toBeGreaterThan(0);
        // What decides that nothing may be granted stands against a grant: it is among what is missing.
        const against = missing.map(({ because }) => because.id);
        if (outcome === 'NOTHING') expect(decisive.filter(({ because }) => !against.includes(because.id))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('lists what is missing for every greater grant, and nothing if there is none', () => {
    fc.assert(
      fc.property(someRequest, someDay, (facts, on) => {
        const { outcome, missing, reasons } = mayGrant(facts, on);
        for (const { grant, because } of missing) {
          expect(isMore(facts.kind, grant, outcome)).toBe(true);
          expect(render('fr', because.id, because.values)).not.toMatch(/[{}]/);
        }
        expect(missing.length === 0).toBe(!grants.some((grant) => isMore(facts.kind, grant, outcome)));
        expect(reasons.some(({ decides }) => decides)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('R-20, R-21: its document runs from its day for less than a year, and for bidding no longer than the host states', () => {
    fc.assert(
      fc.property(someRequest, someDay, fc.constantFrom(...grants), (facts, on, grant) => {
        if (mayGrant(facts, on).outcome !== grant) return;
        const document = documentOf(facts, grant, on);
        expect(document === null).toBe(grant === 'NOTHING');
        if (!document) return;
        expect(document.issuedOn).toBe(on);
        expect(on <= document.lastDay && document.lastDay <= dayBefore(addYears(on, 1))).toBe(true);
        if (document.type === 'BIDDING_DOCUMENT') expect(document.lastDay <= document.hostExpiresOn).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the state of a request', () => {
  test('holds since a day with the same state, and not the day before', () => {
    fc.assert(
      fc.property(someRequest, someDay, (facts, on) => {
        const state = requestOn(facts, on);
        if (state === null) return expect(on < facts.createdOn).toBe(true);
        expect(state.since <= on).toBe(true);
        expect(requestOn(facts, state.since)).toEqual(state);
        expect(requestOn(facts, dayBefore(state.since))?.status).not.toBe(state.status);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the associations (X-9)', () => {
  test('are thirteen, each with a source and the day it was checked', () => {
    const all = Object.values(associations);
    expect(all).toHaveLength(13);
    expect(all.filter(({ source, checkedOn, name }) => source.en === '' || source.fr === '' || name === '' || !isDay(checkedOn))).toEqual(
      [],
    );
  });

  test('are two each in Saskatchewan and Manitoba, none on Prince Edward Island, and IHSA in Ontario', () => {
    expect([associationsIn('SK'), associationsIn('MB'), associationsIn('PE'), associationsIn('ON'), associationsIn('NU')]).toEqual([
      ['SCSA', 'HCSAS'],
      ['CSAM', 'MHCA'],
      [],
      ['IHSA'],
      ['NSA'],
    ]);
    expect(Object.keys(associations).filter((id) => isAssociationId(id) && !isOutOfProvince(id))).toEqual(['IHSA']);
  });

  test('say who issues the COR if they do not, and that Quebec’s is uncertain', () => {
    expect([associations.BCCSA.issuer?.en, associations.ACSA.issuer?.en, associations.ACSA.issuer?.fr, associations.SCSA.issuer]).toEqual([
      'WorkSafeBC',
      'Government of Alberta',
      'gouvernement de l’Alberta',
      null,
    ]);
    expect(associations.ASP).toMatchObject({ provinces: ['QC'], issuesCor: 'NOT_SURE', certainty: 'unsure' });
    expect(isAssociationId('constructor')).toBe(false);
  });
});
