import type { Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { AccountFacts, CertificateFact, LetterFact, SpotCheckFact } from '../facts.ts';
import type { ClauseId } from '../guideline.ts';
import { cor2020ForExternalAudits, olderCorOutOfReach, valueOn } from '../parameters.ts';
import { datedInRevocation, isEquivalency, type LetterTerm } from './certificate-life.ts';
import { type AccountHistory, type CertificateHistory, readHistory } from './history.ts';

/** A recorded fact that the law would not have allowed: kept, and reported with its clause. */
export interface Anomaly {
  readonly clause: ClauseId;
  readonly fact: 'registration' | 'certificate' | 'letter' | 'bidding_document' | 'spot_check';
  /** The fact's document number, or its id if it has none. */
  readonly key: string;
  readonly because: Because;
  /** Whether the fact affects the standing anyway. */
  readonly counts: boolean;
}

/** Everything recorded about an account that the law would have refused, in the order of the facts. */
export function anomalies(facts: AccountFacts): readonly Anomaly[] {
  const history = readHistory(facts);
  return [
    ...facts.certificates.flatMap((certificate) => [
      ...certificateAnomalies(certificate, facts, history),
      ...certificate.letters.flatMap((letter) => letterAnomalies(letter, certificate, facts, history)),
    ]),
    ...biddingDocumentAnomalies(facts),
    ...facts.spotChecks.flatMap((check) => spotCheckAnomalies(check, history)),
  ];
}

function certificateAnomalies(certificate: CertificateFact, facts: AccountFacts, history: AccountHistory): readonly Anomaly[] {
  const { number: key, issuedOn } = certificate;
  const report = (clause: ClauseId, why: Because, counts: boolean): Anomaly => ({ clause, fact: 'certificate', key, because: why, counts });
  if (datedInRevocation(facts, issuedOn)) return [report('R-29', because('dated-in-revocation', { issuedOn }), false)];
  if (isEquivalency(certificate)) return [];
  const lostOn = history.certificates.find((life) => life.certificate === certificate)?.unregisteredSince ?? null;
  return [
    ...(lostOn ? [report('R-13', because('certificate-without-registration', { issuedOn, lostOn }), true)] : []),
    ...olderCorTooLate(certificate).map((why) => report('X-21', why, true)),
    ...(returnsToCor(certificate, history) ? [report('F-12', because('returned-to-cor', { issuedOn }), true)] : []),
  ];
}

/** a certificate of the older COR rests on an audit completed when COR 2020 was compulsory, or was issued too late to rest on another. */
function olderCorTooLate({ standard, issuedOn, externalAuditOn: completedOn }: CertificateFact): readonly Because[] {
  if (standard !== 'COR') return [];
  if (completedOn)
    return valueOn(cor2020ForExternalAudits, completedOn) ? [because('older-cor-audited-late', { issuedOn, completedOn })] : [];
  return valueOn(olderCorOutOfReach, issuedOn) ? [because('older-cor-issued-late', { issuedOn })] : [];
}

/** F-12: after the move to COR 2020, by a certificate or by a transition letter, there is no way back. */
const returnsToCor = ({ standard, issuedOn }: CertificateFact, { certificates }: AccountHistory): boolean =>
  standard === 'COR' && certificates.some((life) => movedBefore(life, issuedOn));

const movedBefore = ({ certificate, isEquivalency: equivalency, transitionLetter }: CertificateHistory, day: Day): boolean =>
  !equivalency &&
  ((certificate.standard === 'COR_2020' && certificate.issuedOn < day) || (transitionLetter !== null && transitionLetter.issuedOn < day));

function letterAnomalies(
  letter: LetterFact,
  certificate: CertificateFact,
  facts: AccountFacts,
  history: AccountHistory,
): readonly Anomaly[] {
  const [clause, why] = whyNotCounted(letter, certificate, facts, history) ?? [];
  return clause && why ? [{ clause, fact: 'letter', key: letter.number, because: why, counts: false }] : [];
}

type Objection = readonly [ClauseId, Because];

/** The values of every message about a letter. */
type LetterValues = Readonly<Record<'year' | 'issuedOn', string>>;

/** why a letter does not count; null if it does, or if its certificate does not count either. */
function whyNotCounted(
  { year, issuedOn }: LetterFact,
  certificate: CertificateFact,
  facts: AccountFacts,
  history: AccountHistory,
): Objection | null {
  const values = { year: String(year), issuedOn };
  if (year === 1) return ['X-25', because('letter-of-year-1', { issuedOn })];
  if (isEquivalency(certificate)) return ['R-20', because('letter-for-equivalency', values)];
  if (datedInRevocation(facts, issuedOn)) return ['R-29', because('dated-in-revocation', { issuedOn })];
  const life = history.certificates.find((candidate) => candidate.certificate.number === certificate.number);
  if (!life) return null;
  const [second, third] = life.letterTerms;
  return outsideWindow(issuedOn, year === 2 ? second : third, life, values) ?? afterTheEnd(issuedOn, life, values);
}

function outsideWindow(issuedOn: Day, term: LetterTerm, life: CertificateHistory, values: LetterValues): Objection | null {
  const [second] = life.letterTerms;
  const tooEarly = term.year === 2 ? issuedOn < life.certificate.issuedOn : issuedOn <= second.due;
  if (issuedOn >= term.lostFrom) return ['R-8', because('letter-after-day-90', { ...values, due: term.due })];
  if (tooEarly) return ['R-9', because('letter-before-its-window', { ...values, due: term.due })];
  const beforeYear2 = term.year === 3 && (second.letter === null || issuedOn < second.letter.issuedOn);
  return beforeYear2 ? ['R-9', because('letter-before-year-2', values)] : null;
}

/** A superseded certificate needs no letters, and a lost one gets none (R-8, G-4.4.b). */
function afterTheEnd(issuedOn: Day, { supersededOn, loss }: CertificateHistory, values: LetterValues): Objection | null {
  if (loss !== null && issuedOn >= loss.on) return [loss.clause, because('letter-after-loss', { ...values, lostOn: loss.on })];
  if (supersededOn !== null && issuedOn > supersededOn) return ['R-10', because('letter-after-supersession', { ...values, supersededOn })];
  return null;
}

function biddingDocumentAnomalies(facts: AccountFacts): readonly Anomaly[] {
  return facts.biddingDocuments.flatMap(({ number: key, issuedOn, hostExpiresOn }) => {
    const report = (clause: ClauseId, why: Because): Anomaly => ({ clause, fact: 'bidding_document', key, because: why, counts: false });
    if (datedInRevocation(facts, issuedOn)) return [report('R-29', because('dated-in-revocation', { issuedOn }))];
    if (hostExpiresOn === null) return [report('R-21', because('no-stated-end', { issuedOn }))];
    return hostExpiresOn < issuedOn ? [report('R-21', because('ended-before-issue', { issuedOn, hostExpiresOn }))] : [];
  });
}

function spotCheckAnomalies(check: SpotCheckFact, { checks }: AccountHistory): readonly Anomaly[] {
  const report = (clause: ClauseId, why: Because, counts: boolean): Anomaly => ({
    clause,
    fact: 'spot_check',
    key: check.id,
    because: why,
    counts,
  });
  const { receivedOn, events } = check;
  if (!check.correctiveAction) return [];
  if (!checks.some((binding) => binding.check.id === check.id))
    return [report('R-16', because('spot-check-binds-nothing', { receivedOn }), false)];
  const early = events.find(({ on }) => on < receivedOn);
  return early ? [report('R-15', because('event-before-receipt', { receivedOn, on: early.on }), true)] : [];
}
