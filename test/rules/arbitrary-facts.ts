import fc from 'fast-check';
import { addDays, addYears, type Day } from '../../src/rules/calendar.ts';
import type {
  AccountFacts,
  BiddingDocumentFact,
  CertificateFact,
  LetterFact,
  RegistrationFact,
  RevocationFact,
  SpotCheckEventFact,
  SpotCheckFact,
} from '../../src/rules/facts.ts';

/** First day of the eight years that the properties cover; the generated facts lie within. */
export const windowFrom: Day = '2019-06-01';

/** Any day of the window. */
export const someDay: fc.Arbitrary<Day> = fc.nat({ max: 2922 }).map((n) => addDays(windowFrom, n));

// Facts of one account gather around a few days and their anniversaries, because limits are where two of them meet.
const centres: fc.Arbitrary<readonly Day[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('2020-02-29', '2020-02-28', '2020-03-01', '2021-02-28', '2020-12-31') },
    { weight: 5, arbitrary: fc.nat({ max: 700 }).map((n) => addDays('2020-01-01', n)) },
  ),
  { minLength: 1, maxLength: 2 },
);

const offset: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(-91, -90, -31, -30, -1, 0, 0, 0, 1, 30, 31, 32, 60, 89, 90, 91, 92, 121, 122, 181, 182) },
  { weight: 2, arbitrary: fc.integer({ min: -200, max: 400 }) },
);

const near = (days: readonly Day[], years: number): fc.Arbitrary<Day> =>
  fc.tuple(fc.constantFrom(...days), fc.nat({ max: years }), offset).map(([day, n, days]) => addDays(addYears(day, n), days));

const after = (day: Day, ...offsets: number[]): fc.Arbitrary<Day> =>
  fc.oneof(fc.constantFrom(...offsets), fc.nat({ max: 800 })).map((days) => addDays(day, days));

/** Plausible and adversarial facts of one account: at most one COR and one equivalency certificate a day; numbers and ids differ. */
export const someFacts: fc.Arbitrary<AccountFacts> = centres.chain((days) =>
  fc
    .record({
      registrations: fc.array(registration(days), { maxLength: 3 }),
      certificates: fc.uniqueArray(certificate(days), { maxLength: 4, selector: kindAndDay }),
      biddingDocuments: fc.array(biddingDocument(days), { maxLength: 2 }),
      spotChecks: fc.array(spotCheck(days), { maxLength: 3 }),
      revocations: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(revocation(days), { maxLength: 2 }) },
      ),
      transitionAudits: fc.array(
        near(days, 3).map((completedOn) => ({ id: '', completedOn })),
        { maxLength: 2 },
      ),
    })
    .map(withNumbers),
);

const kindAndDay = ({ basis, issuedOn }: CertificateFact): string => `${basis === 'EXTERNAL_AUDIT'} ${issuedOn}`;

const registration = (days: readonly Day[]): fc.Arbitrary<RegistrationFact> =>
  near(days, 4).chain((confirmedOn) =>
    fc.option(after(confirmedOn, 0, 1, 30, 91)).map((withdrawnOn) => ({ id: '', confirmedOn, withdrawnOn })),
  );

const certificate = (days: readonly Day[]): fc.Arbitrary<CertificateFact> =>
  fc
    .tuple(
      near(days, 4),
      fc.constantFrom('COR', 'COR_2020'),
      fc.constantFrom('EXTERNAL_AUDIT', 'EXTERNAL_AUDIT', 'EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY'),
    )
    .chain(([issuedOn, standard, basis]) => lettersOf(issuedOn).map((letters) => ({ number: '', standard, basis, issuedOn, letters })));

/** Half of them in good order, so that certificates last for years; the others arbitrary. */
const lettersOf = (issuedOn: Day): fc.Arbitrary<LetterFact[]> =>
  fc.oneof(
    fc.tuple(
      letter(2, addYears(issuedOn, 1), fc.integer({ min: -60, max: 91 })),
      letter(3, addYears(issuedOn, 2), fc.integer({ min: -60, max: 91 })),
    ),
    fc.array(
      fc.constantFrom<(2 | 3)[]>(2, 3).chain((year) => near([issuedOn], 3).map((day) => ({ number: '', year, issuedOn: day }))),
      { maxLength: 4 },
    ),
  );

const letter = (year: 2 | 3, due: Day, days: fc.Arbitrary<number>): fc.Arbitrary<LetterFact> =>
  days.map((n) => ({ number: '', year, issuedOn: addDays(due, n) }));

const biddingDocument = (days: readonly Day[]): fc.Arbitrary<BiddingDocumentFact> =>
  fc
    .tuple(near(days, 4), fc.constantFrom('INTERIM_LOGS', 'LETTER_OF_RECIPROCITY'))
    .chain(([issuedOn, kind]) =>
      fc
        .option(after(issuedOn, -1, 0, 1, 90, 364, 365, 366, 400), { freq: 6 })
        .map((hostExpiresOn) => ({ number: '', kind, issuedOn, hostExpiresOn })),
    );

const spotCheck = (days: readonly Day[]): fc.Arbitrary<SpotCheckFact> =>
  fc
    .tuple(near(days, 4), fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }))
    .chain(([receivedOn, correctiveAction]) =>
      fc.array(spotCheckEvent(receivedOn), { maxLength: 5 }).map((events) => ({ id: '', receivedOn, correctiveAction, events })),
    );

const spotCheckEvent = (receivedOn: Day): fc.Arbitrary<SpotCheckEventFact> =>
  fc
    .tuple(
      fc.oneof(fc.constantFrom(-1, 0, 1, 55, 56, 79, 80, 81, 89, 90, 91, 92), fc.nat({ max: 130 })),
      fc.constantFrom('IMPLEMENTATION_REPORTED', 'IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED'),
    )
    .map(([days, kind]) => ({ on: addDays(receivedOn, days), kind }));

const revocation = (days: readonly Day[]): fc.Arbitrary<RevocationFact> =>
  near(days, 4).chain((from) => fc.option(after(from, 0, 1, 30, 90), { freq: 6 }).map((liftedOn) => ({ id: '', from, liftedOn })));

/** Distinct numbers and ids, assigned from the end so that their order is not the order of the facts. */
function withNumbers(facts: AccountFacts): AccountFacts {
  return {
    registrations: facts.registrations.map((one, n) => ({ ...one, id: `R${9 - n}` })),
    certificates: facts.certificates.map((one, n) => ({
      ...one,
      number: `C${9 - n}`,
      letters: one.letters.map((letter, m) => ({ ...letter, number: `C${9 - n}-L${9 - m}` })),
    })),
    biddingDocuments: facts.biddingDocuments.map((one, n) => ({ ...one, number: `B${9 - n}` })),
    spotChecks: facts.spotChecks.map((one, n) => ({ ...one, id: `S${9 - n}` })),
    revocations: facts.revocations.map((one, n) => ({ ...one, id: `V${9 - n}` })),
    transitionAudits: facts.transitionAudits.map((one, n) => ({ ...one, id: `T${9 - n}` })),
  };
}

const shuffled = <Fact>(facts: readonly Fact[]): fc.Arbitrary<Fact[]> => fc.shuffledSubarray([...facts], { minLength: facts.length });

/** The same facts in another order. */
export const reordered = (facts: AccountFacts): fc.Arbitrary<AccountFacts> =>
  fc.record({
    registrations: shuffled(facts.registrations),
    certificates: shuffled(facts.certificates.map((one) => ({ ...one, letters: one.letters.toReversed() }))),
    biddingDocuments: shuffled(facts.biddingDocuments),
    spotChecks: shuffled(facts.spotChecks.map((one) => ({ ...one, events: one.events.toReversed() }))),
    revocations: shuffled(facts.revocations),
    transitionAudits: shuffled(facts.transitionAudits),
  });

/** What was in effect by a day: without facts dated later, and without later withdrawals, lifts, letters and events. */
export const effectiveBy = (day: Day, facts: AccountFacts): AccountFacts => ({
  registrations: facts.registrations
    .filter(({ confirmedOn }) => confirmedOn <= day)
    .map((one) => ({ ...one, withdrawnOn: atMost(day, one.withdrawnOn) })),
  certificates: facts.certificates
    .filter(({ issuedOn }) => issuedOn <= day)
    .map((one) => ({ ...one, letters: one.letters.filter(({ issuedOn }) => issuedOn <= day) })),
  biddingDocuments: facts.biddingDocuments.filter(({ issuedOn }) => issuedOn <= day),
  spotChecks: facts.spotChecks
    .filter(({ receivedOn }) => receivedOn <= day)
    .map((one) => ({ ...one, events: one.events.filter(({ on }) => on <= day) })),
  revocations: facts.revocations.filter(({ from }) => from <= day).map((one) => ({ ...one, liftedOn: atMost(day, one.liftedOn) })),
  transitionAudits: facts.transitionAudits.filter(({ completedOn }) => completedOn <= day),
});

const atMost = (day: Day, other: Day | null): Day | null => (other !== null && other <= day ? other : null);

/** Every day on which a recorded event happens; the end of a host COR is not one. */
export const daysOfFacts = (facts: AccountFacts): ReadonlySet<Day> =>
  new Set(
    [
      ...facts.registrations.flatMap(({ confirmedOn, withdrawnOn }) => [confirmedOn, withdrawnOn]),
      ...facts.certificates.flatMap(({ issuedOn, letters }) => [issuedOn, ...letters.map((one) => one.issuedOn)]),
      ...facts.biddingDocuments.map(({ issuedOn }) => issuedOn),
      ...facts.spotChecks.flatMap(({ receivedOn, events }) => [receivedOn, ...events.map(({ on }) => on)]),
      ...facts.revocations.flatMap(({ from, liftedOn }) => [from, liftedOn]),
      ...facts.transitionAudits.map(({ completedOn }) => completedOn),
    ].filter((day) => day !== null),
  );
