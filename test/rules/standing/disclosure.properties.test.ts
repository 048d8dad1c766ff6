// What is hidden from a caller leaves no trace in what the caller sees (G-8.a, G-8.b, X-7, R-28, R-37), over facts of all kinds.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/rules/calendar.ts';
import type { AccountFacts, CertificateFact, SpotCheckFact } from '../../../src/rules/facts.ts';
import { render } from '../../../src/rules/messages/messages.ts';
import { maySee, type ShownRun, seesWholeFile, showPeriod, showTimeline, type Viewer } from '../../../src/rules/standing/disclosure.ts';
import { type Period, periodOn, standingTimeline } from '../../../src/rules/standing/timeline.ts';
import { someDay, someFacts } from '../arbitrary-facts.ts';
import { viewers } from './disclosure.cases.ts';

const all = Object.values(viewers);
const othersOnly = fc.constantFrom(...all.filter((viewer) => !seesWholeFile(viewer)));
const anybody = fc.constantFrom(...all);
const thePublic: Viewer = { scope: 'public', isOwnFile: false, hasRegisteredConsent: false };

/** As text, to compare byte for byte. */
const text = (value: unknown): string => JSON.stringify(value);

const expectSame = (a: unknown, b: unknown): void => {
  if (text(a) === text(b)) return;
  expect(a).toEqual(b);
  throw new Error('equal, but not byte for byte');
};

/** What the viewer sees of a single day: the standing and its documents, and for a registration the day of its confirmation. */
function knownOf(viewer: Viewer, period: Period) {
  if (!maySee(viewer, period.standing)) return 'NO_CURRENT_CERTIFICATION';
  const { standing, basis, standard, certificate, letter, biddingDocument, biddingLastDay, reasons } = period;
  const confirmedOn = standing === 'REGISTERED' && reasons.find(({ clause }) => clause === 'G-2.1.b')?.because.values.confirmedOn;
  return { standing, basis, standard, certificate, letter, biddingDocument, biddingLastDay, confirmedOn };
}

const ofTheDay = ({ from, to, since, holdsUntil, then, ...rest }: ShownRun) => rest;

const turnsOf = (...timelines: readonly (readonly { from: Day }[])[]): Day[] => timelines.flat().map(({ from }) => from);

test('since, holdsUntil and then follow from the visible standings, and are empty for a hidden one', () => {
  fc.assert(
    fc.property(someFacts, othersOnly, (facts, viewer) => {
      const runs = showTimeline(viewer, standingTimeline(facts));
      for (const [index, { standing, since, holdsUntil, then }] of runs.entries()) {
        const before = runs.findLastIndex((one, at) => at < index && one.standing !== standing);
        const next = runs.find((one, at) => at > index && one.standing !== standing);
        const followed = { since: runs[before + 1]?.from, holdsUntil: next?.from ?? null, then: next?.standing ?? null };
        const hidden = { since: null, holdsUntil: null, then: null };
        expectSame({ since, holdsUntil, then }, standing === 'NO_CURRENT_CERTIFICATION' ? hidden : followed);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the visible periods follow each other without gap or overlap, and each is shown on its days', () => {
  fc.assert(
    fc.property(someFacts, anybody, fc.array(someDay, { maxLength: 5 }), (facts, viewer, days) => {
      const timeline = standingTimeline(facts);
      const runs = showTimeline(viewer, timeline);
      expect([runs[0]?.from, runs.at(-1)?.to]).toEqual([timeline[0]?.from, null]);
      for (const [index, { to }] of runs.slice(0, -1).entries()) expect(to).toBe(runs[index + 1]?.from);
      for (const day of [...turnsOf(timeline), ...days]) {
        const run = runs.findLast(({ from }) => from <= day);
        expectSame(withoutDays({ ...run, ...showPeriod(viewer, periodOn(timeline, day)) }), withoutDays(run));
      }
    }),
    { numRuns: 1000 },
  );
});

const withoutDays = (shown: object | undefined): object => ({ ...shown, from: null, to: null });

test('adjacent periods differ in something visible', () => {
  fc.assert(
    fc.property(someFacts, othersOnly, (facts, viewer) => {
      const runs = showTimeline(viewer, standingTimeline(facts));
      for (const [index, run] of runs.slice(0, -1).entries()) {
        const next = runs[index + 1];
        if (next && text(ofTheDay(run)) === text(ofTheDay(next))) expect(run).not.toEqual(next);
      }
    }),
    { numRuns: 1000 },
  );
});

const kindAndDay = ({ basis, issuedOn }: CertificateFact): string => `${basis === 'EXTERNAL_AUDIT'} ${issuedOn}`;

/** Facts of one account, and the same account with more recorded: anything but letters and audits of its certificates. */
const withMore: fc.Arbitrary<readonly [AccountFacts, AccountFacts]> = fc
  .tuple(someFacts, someFacts, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([facts, more, [registrations, certificates, documents, checks, revocations]]) => {
    const taken = new Set(facts.certificates.map(kindAndDay));
    const others = more.certificates.filter((one) => !taken.has(kindAndDay(one)));
    const together = {
      registrations: [...facts.registrations, ...(registrations ? more.registrations : [])],
      certificates: [...facts.certificates, ...(certificates ? others.map((one) => ({ ...one, number: `more ${one.number}` })) : [])],
      biddingDocuments: [
        ...facts.biddingDocuments,
        ...(documents ? more.biddingDocuments.map((one) => ({ ...one, number: `more ${one.number}` })) : []),
      ],
      spotChecks: [...facts.spotChecks, ...(checks ? more.spotChecks.map((one) => ({ ...one, id: `more ${one.id}` })) : [])],
      revocations: [...facts.revocations, ...(revocations ? more.revocations : [])],
      transitionAudits: facts.transitionAudits,
    };
    return [oneLetterAYear(facts), oneLetterAYear(together)] as const;
  });

/** Whether a letter counts may depend on a revocation; then a second letter of its year would be another document, and shown as such. */
const oneLetterAYear = (facts: AccountFacts): AccountFacts => ({
  ...facts,
  certificates: facts.certificates.map((one) => ({
    ...one,
    letters: ([2, 3] as const).flatMap((year) => one.letters.find((letter) => letter.year === year) ?? []),
  })),
});

test('if the viewer sees the same about a day, the reasons are the same, whatever else is recorded', () => {
  fc.assert(
    fc.property(withMore, othersOnly, fc.array(someDay, { maxLength: 5 }), ([facts, more], viewer, days) => {
      const [one, other] = [standingTimeline(facts), standingTimeline(more)];
      for (const day of [...turnsOf(one, other), ...days]) {
        const [a, b] = [periodOn(one, day), periodOn(other, day)];
        if (text(knownOf(viewer, a)) !== text(knownOf(viewer, b))) continue;
        expectSame(showPeriod(viewer, a).reasons, showPeriod(viewer, b).reasons);
      }
    }),
    { numRuns: 1000 },
  );
});

test('two accounts that look the same to the viewer on every day are shown identically, byte for byte', () => {
  fc.assert(
    fc.property(withMore, othersOnly, ([facts, more], viewer) => {
      const [one, other] = [standingTimeline(facts), standingTimeline(more)];
      const known = (timeline: readonly Period[]) => turnsOf(one, other).map((day) => knownOf(viewer, periodOn(timeline, day)));
      if (text(known(one)) !== text(known(other))) return;
      expectSame(showTimeline(viewer, one), showTimeline(viewer, other));
    }),
    { numRuns: 1000 },
  );
});

const answeredCheck: fc.Arbitrary<SpotCheckFact> = fc
  .tuple(someDay, fc.nat({ max: 90 }), fc.option(fc.nat({ max: 200 })))
  .map(([receivedOn, reported, validated]) => ({
    id: 'answered',
    receivedOn,
    correctiveAction: true,
    events: [
      { on: addDays(receivedOn, reported), kind: 'IMPLEMENTATION_REPORTED' as const },
      ...(validated === null ? [] : [{ on: addDays(receivedOn, reported + validated), kind: 'VALIDATED' as const }]),
    ],
  }));

test('a spot check that is answered in time leaves no trace', () => {
  fc.assert(
    fc.property(someFacts, answeredCheck, othersOnly, (facts, check, viewer) => {
      const checked = { ...facts, spotChecks: [...facts.spotChecks, check] };
      expectSame(showTimeline(viewer, standingTimeline(checked)), showTimeline(viewer, standingTimeline(facts)));
    }),
    { numRuns: 1000 },
  );
});

test('registrations and bidding-only documents leave no trace for the public', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const without = { ...facts, registrations: [], biddingDocuments: [] };
      expectSame(showTimeline(thePublic, standingTimeline(facts)), showTimeline(thePublic, standingTimeline(without)));
    }),
    { numRuns: 1000 },
  );
});

test('no reason shown to others mentions a spot check, a lifted revocation or a hidden document', () => {
  fc.assert(
    fc.property(someFacts, othersOnly, (facts, viewer) => {
      for (const { certificate, biddingDocument, reasons } of showTimeline(viewer, standingTimeline(facts))) {
        const sentences = reasons.map(({ because: { id, values } }) => render('en', id, values));
        const numbers = reasons.flatMap(({ because: { values } }) => [values.certificate, values.document]);
        const shown: readonly (string | null | undefined)[] = [certificate, biddingDocument, undefined];
        expect(sentences.filter((sentence) => /spot check|corrective action|lifted|withdrawn/i.test(sentence))).toEqual([]);
        expect(numbers.filter((number) => !shown.includes(number))).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the whole file is shown whole', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...all.filter(seesWholeFile)), (facts, viewer) => {
      const timeline = standingTimeline(facts);
      expectSame(showTimeline(viewer, timeline), timeline);
    }),
    { numRuns: 300 },
  );
});
