import type { Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import type { AccountFacts, CertificateFact, LetterFact } from '../facts.ts';
import { isEquivalency, revocationStands } from '../standing/certificate-life.ts';
import { readHistory, registrationStands } from '../standing/history.ts';
import { type DatedStatement, lastStatement } from '../statement.ts';
import { either, type Finding, notKnown, objectionsAmong } from './finding.ts';
import { type Objection, objection, objectionsTo, refusalOf } from './objections.ts';

/** A number that no document has: numbers are assigned after the law has allowed the document. */
const noNumber = '';

/** The proposed certificate, without what it rests on. */
interface NewCertificate extends Pick<CertificateFact, 'standard' | 'issuedOn'> {
  /** false for a firm without a WSIB account. */
  readonly hasWsibAccount: boolean;
}

/**
 * What forbids a certificate, whatever it rests on: dated during a revocation, a second one on a day, a return to COR, no registration after a loss.
 */
export function certificateObjections(facts: AccountFacts, proposed: NewCertificate, today: Day): readonly Objection[] {
  const { standard, issuedOn, hasWsibAccount } = proposed;
  const certificate: CertificateFact = { number: noNumber, standard, basis: 'EXTERNAL_AUDIT', issuedOn, letters: [] };
  const before = unrevoked(facts, issuedOn);
  const after = { ...before, certificates: [...facts.certificates, certificate] };
  return [
    ...whileRevoked(facts, issuedOn, today),
    ...(hasWsibAccount ? [] : [objection('CERTIFICATE_NOT_POSSIBLE', 'R-22', because('refused-without-wsib-account'))]),
    ...sameDayObjections(after),
    ...objectionsTo(before, after),
  ];
}

/**
 * A document dated during a revocation does not count, so no other clause would apply: the rest is judged as if no revocation were in effect on its
 * day.
 */
const unrevoked = (facts: AccountFacts, on: Day): AccountFacts => ({
  ...facts,
  revocations: facts.revocations.filter((revocation) => !revocationStands(revocation, on)),
});

/** nothing is issued during a revocation, or dated so that it would not count. */
function whileRevoked({ revocations }: AccountFacts, issuedOn: Day, today: Day): readonly Objection[] {
  return revocations
    .filter((revocation) => revocationStands(revocation, issuedOn) || revocationStands(revocation, today))
    .map(({ from }) => objection('REVOCATION_STANDS', 'R-29', because('refused-while-revoked', { from })));
}

/** two COR certificates, or two equivalency certificates, of one account on one day. */
export function sameDayObjections({ certificates }: AccountFacts): readonly Objection[] {
  return certificates.flatMap((certificate, at) => {
    const earlier = certificates.slice(0, at).find((other) => isOfOneKindAndDay(certificate, other));
    if (!earlier) return [];
    const { number, issuedOn } = earlier;
    return [objection('ALREADY_ISSUED', 'R-32', because('refused-same-day', { certificate: number, issuedOn }))];
  });
}

const isOfOneKindAndDay = (a: CertificateFact, b: CertificateFact): boolean =>
  a.issuedOn === b.issuedOn && isEquivalency(a) === isEquivalency(b);

/** The proposed letter, without what it rests on; `certificate` is the number of its certificate. */
interface NewLetter extends Pick<LetterFact, 'year' | 'issuedOn'> {
  readonly certificate: string;
}

/**
 * What forbids a letter, whatever it rests on: dated during a revocation, outside its days, a second one for its year. The facts must contain its
 * certificate.
 */
export function letterObjections(facts: AccountFacts, proposed: NewLetter, today: Day): readonly Objection[] {
  const { year, issuedOn } = proposed;
  const before = unrevoked(facts, issuedOn);
  const certificates = facts.certificates.map((certificate) =>
    certificate.number === proposed.certificate
      ? { ...certificate, letters: [...certificate.letters, { number: noNumber, year, issuedOn }] }
      : certificate,
  );
  return [...whileRevoked(facts, issuedOn, today), ...heldAlready(facts, proposed), ...objectionsTo(before, { ...before, certificates })];
}

/** one letter a year counts, and R-29: a certificate that does not count has no letters. */
function heldAlready(facts: AccountFacts, { certificate: number, year }: NewLetter): readonly Objection[] {
  const life = readHistory(facts).certificates.find(({ certificate }) => certificate.number === number);
  if (!life) {
    const issuedOn = facts.certificates.find((certificate) => certificate.number === number)?.issuedOn ?? '';
    return [objection('LETTER_NOT_POSSIBLE', 'R-29', because('refused-letter-for-nothing', { issuedOn }))];
  }
  const held = life.letterTerms.find((term) => term.year === year)?.letter;
  if (!held || life.isEquivalency) return [];
  const values = { letter: held.number, year: String(year), issuedOn: held.issuedOn };
  return [objection('ALREADY_ISSUED', 'R-9', because('refused-letter-held', values))];
}

/** Why a registration may not be confirmed; null if it may. */
export function refuseRegistration(facts: RegistrationFacts, confirmedOn: Day, today: Day): Refusal | null {
  return refusalOf([...registrationObjections(facts, confirmedOn, today), ...objectionsAmong([wsibFinding(facts, confirmedOn)])]);
}

/** what in the account's file forbids a confirmation. */
export const registrationObjections = (facts: AccountFacts, confirmedOn: Day, today: Day): readonly Objection[] => [
  ...whileRevoked(facts, confirmedOn, today),
  ...registeredAlready(facts, confirmedOn),
];

/** The facts that decide on a confirmation of a registration: the account's and WSIB's reports. */
export type RegistrationFacts = AccountFacts & WsibReports;

interface WsibReports {
  readonly wsibStatements: readonly DatedStatement[];
}

/** G-1.2.a, R-1: WSIB's last report that covers the day does not say that the account is not valid; a missing report is no refusal. */
export function wsibFinding({ wsibStatements }: WsibReports, day: Day): Finding {
  const last = lastStatement(wsibStatements, day);
  if (last === null) return notKnown('R-1', because('wsib-silent', { day }));
  const values = { from: last.on, day };
  return either(
    last.isTrue,
    'G-1.2.a',
    because('rests-on-wsib', values),
    because('refused-wsib-not-valid', values),
    'WSIB_ACCOUNT_NOT_VALID',
  );
}

/** R-31, G-2.5.a: a registration in effect is not confirmed again, except for the next cycle, once a certificate has followed it. */
function registeredAlready(facts: AccountFacts, on: Day): readonly Objection[] {
  const { registrations, certificates } = readHistory(facts);
  const isUsed = (confirmedOn: Day): boolean =>
    confirmedOn < on && certificates.some(({ certificate: { issuedOn } }) => confirmedOn <= issuedOn && issuedOn <= on);
  return registrations
    .filter((history) => registrationStands(history, on) && !isUsed(history.registration.confirmedOn))
    .map(({ registration: { confirmedOn } }) =>
      objection('ALREADY_REGISTERED', 'R-31', because('refused-registered-already', { confirmedOn })),
    );
}
