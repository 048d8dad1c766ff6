import type { Day } from '../calendar.ts';
import type { AuditFact } from '../cycle/facts.ts';
import { usesToolInForce } from '../cycle/known-audit.ts';
import { because, type Refusal } from '../decision.ts';
import type { AccountFacts, CertificateFact, LetterFact, Standard } from '../facts.ts';
import { isEquivalency, revocationStands } from '../standing/certificate-life.ts';
import { readHistory, registrationStands } from '../standing/history.ts';
import { type DatedStatement, lastStatement } from '../statement.ts';
import { either, type Finding, notKnown, objectionsAmong } from './finding.ts';
import { type Objection, objection, objectionsTo, refusalOf } from './objections.ts';

/** A Certificate of Recognition that staff want to issue after an external audit (G-2.4.h). */
export interface ProposedCertificate {
  readonly standard: Standard;
  readonly issuedOn: Day;
  /** The audit it follows; null where none is named, and then none is asked about. */
  readonly audit: AuditFact | null;
  /** false for a firm without a WSIB account. */
  readonly hasWsibAccount: boolean;
}

/** A Letter of Good Standing that staff want to issue; `certificate` is the number of the one it is for. */
export interface ProposedLetter {
  readonly certificate: string;
  readonly year: 2 | 3;
  readonly issuedOn: Day;
}

/** No document has it: numbers are drawn when the law has agreed. */
export const noNumber = '';

/** Why a certificate may not be issued; null if it may. */
export function refuseCertificate(facts: AccountFacts, proposed: ProposedCertificate, today: Day): Refusal | null {
  const { standard, issuedOn, hasWsibAccount } = proposed;
  const revoked = whileRevoked(facts, issuedOn, today);
  if (revoked.length > 0) return refusalOf(revoked);
  const certificate: CertificateFact = { number: noNumber, standard, basis: 'EXTERNAL_AUDIT', issuedOn, letters: [] };
  const withIt = { ...facts, certificates: [...facts.certificates, certificate] };
  return refusalOf([
    ...(hasWsibAccount ? [] : [objection('CERTIFICATE_NOT_POSSIBLE', 'R-22', because('refused-without-wsib-account'))]),
    ...sameDayObjections(withIt),
    ...auditObjections(proposed),
    ...objectionsTo(facts, withIt),
  ]);
}

/** nothing is issued while a revocation stands, nor dated so that it would not count. */
export function whileRevoked({ revocations }: AccountFacts, issuedOn: Day, today: Day): readonly Objection[] {
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

/** G-2.4.h, G-3.4.b, X-4: the audit that a certificate follows is an external one, reported, passed, and made with the tool of its standard. */
function auditObjections({ audit, standard, issuedOn }: ProposedCertificate): readonly Objection[] {
  if (audit === null) return [];
  const against = (clause: 'G-2.4.h' | 'G-3.4.b' | 'X-4', why: ReturnType<typeof because>) =>
    objection('AUDIT_DOES_NOT_SUPPORT', clause, why);
  const { tool, completedOn, reportedOn, passed } = audit;
  if (audit.type !== 'EXTERNAL' && audit.type !== 'RE_AUDIT') return [against('G-2.4.h', because('refused-audit-not-external'))];
  const objections: Objection[] = [];
  if (tool !== standard) objections.push(against('G-2.4.h', because('refused-audit-tool', { tool, standard })));
  if (completedOn && !usesToolInForce(audit)) objections.push(against('X-4', because('audit-tool-outdated', { day: completedOn })));
  if (reportedOn === null || reportedOn > issuedOn) objections.push(against('G-3.4.b', because('refused-audit-unreported', { issuedOn })));
  else if (passed === null) objections.push(against('G-2.4.h', because('refused-audit-unscored', { reportedOn })));
  else if (!passed) objections.push(against('G-2.4.h', because('external-audit-failed', { reportedOn })));
  return objections;
}

/** Why a letter may not be issued; null if it may. The facts must hold its certificate. */
export function refuseLetter(facts: AccountFacts, proposed: ProposedLetter, today: Day): Refusal | null {
  const { year, issuedOn } = proposed;
  const revoked = whileRevoked(facts, issuedOn, today);
  if (revoked.length > 0) return refusalOf(revoked);
  const letter: LetterFact = { number: noNumber, year, issuedOn };
  const certificates = facts.certificates.map((certificate) =>
    certificate.number === proposed.certificate ? { ...certificate, letters: [...certificate.letters, letter] } : certificate,
  );
  return refusalOf([...letterObjections(facts, proposed), ...objectionsTo(facts, { ...facts, certificates })]);
}

/** one letter a year counts, and R-29: a certificate that does not count has no letters. */
export function letterObjections(
  facts: AccountFacts,
  { certificate: number, year }: { readonly certificate: string; readonly year: 2 | 3 },
): readonly Objection[] {
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

/** what of the account's file speaks against a confirmation. */
export const registrationObjections = (facts: AccountFacts, confirmedOn: Day, today: Day): readonly Objection[] => [
  ...whileRevoked(facts, confirmedOn, today),
  ...registeredAlready(facts, confirmedOn),
];

/** What a confirmation of a registration is judged by: the account's facts and WSIB's reports. */
export type RegistrationFacts = AccountFacts & WsibReports;

interface WsibReports {
  readonly wsibStatements: readonly DatedStatement[];
}

/** G-1.2.a, R-1: WSIB's last report that covers the day does not say that the account is not valid; its silence is no refusal. */
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

/** R-31, G-2.5.a: a registration that stands is not confirmed again, but for the next cycle, once a certificate followed it. */
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
