import type { Day } from '../calendar.ts';
import { because, found, notFound, type Reason } from '../decision.ts';
import type { ExceptionFact, LetterFact } from '../facts.ts';
import type { ClauseId } from '../guideline.ts';
import type { LetterTerm, Term } from './certificate-life.ts';
import type { AccountHistory, CertificateHistory } from './history.ts';
import { spotCheckReasons } from './spot-check-state.ts';

/** The state of one certificate on a day. */
export type CertificateState = 'CERTIFIED' | 'PENDING' | 'LOST' | 'EXPIRED';

/** A certificate not superseded by the day, its state, every clause consulted, and the clauses that determined the state. */
export interface CertificateView {
  readonly life: CertificateHistory;
  readonly state: CertificateState;
  readonly reasons: readonly Reason[];
  readonly decidedBy: readonly ClauseId[];
}

type Finding = Pick<CertificateView, 'state' | 'reasons' | 'decidedBy'>;

/** The certificates in play on the day, the COR certificate before the equivalency certificate. */
export function viewCertificates(history: AccountHistory, on: Day): readonly CertificateView[] {
  const inPlay = history.certificates.filter(
    ({ certificate, supersededOn }) => certificate.issuedOn <= on && (supersededOn === null || on < supersededOn),
  );
  return inPlay
    .map((life) => ({ life, ...(life.isEquivalency ? equivalencyState : corState)(life, history, untilLoss(life, on)) }))
    .sort((a, b) => Number(a.life.isEquivalency) - Number(b.life.isEquivalency));
}

/** A loss stops the clocks of its certificate: the reasons stay what was found on the day of the loss. */
const untilLoss = ({ loss }: CertificateHistory, on: Day): Day => (loss !== null && loss.on < on ? loss.on : on);

/** G-2.4.h: a Certificate of Recognition is issued; it is in force until superseded or lost. */
function corState(life: CertificateHistory, history: AccountHistory, on: Day): Finding {
  const issued = found(
    'G-2.4.h',
    because('certificate-issued', { certificate: life.certificate.number, issuedOn: life.certificate.issuedOn }),
  );
  const clocks = clockState(life, on);
  const checks = spotCheckReasons(history, life, on);
  const reasons = [
    ...[issued, ...unregisteredReasons(life), ...exceptionReasons(life, on)],
    ...[...transitionReasons(life, on), ...clocks.reasons, ...checks],
  ];
  if (life.loss?.clause === 'G-4.4.b' && life.loss.on <= on) {
    // A certificate that a spot check ended while pending no longer counts as certified.
    return { state: 'LOST', reasons: reasons.filter(({ clause }) => clause !== 'G-2.4.n'), decidedBy: ['G-4.4.b'] };
  }
  return { state: clocks.state, reasons, decidedBy: clocks.state === 'CERTIFIED' ? ['G-2.4.h'] : clocks.decidedBy };
}

/** a certificate after a loss without a new registration counts; to a caller who sees the whole file the answer says so. */
function unregisteredReasons({ certificate: { number, issuedOn }, unregisteredSince: lostOn }: CertificateHistory): readonly Reason[] {
  return lostOn === null ? [] : [found('R-13', because('certificate-unregistered', { certificate: number, issuedOn, lostOn }))];
}

/** to a caller who sees the whole file the answer names each exception that the certificate or a letter of it rests on. */
function exceptionReasons(life: CertificateHistory, on: Day): readonly Reason[] {
  const { number: certificate, exceptions = [] } = life.certificate;
  const reasons = exceptions.map((each) => found('R-44', because('certificate-excepted', { certificate, ...exceptionValues(each) })));
  for (const { letter } of life.letterTerms) {
    if (!letter?.exceptions || !isHeld(letter, life, on)) continue;
    for (const each of letter.exceptions)
      reasons.push(found('R-44', because('letter-excepted', { certificate, letter: letter.number, ...exceptionValues(each) })));
  }
  return reasons;
}

const exceptionValues = ({ decidedOn, clauses }: ExceptionFact) => ({ decidedOn, clauses: clauses.join(',') });

/** The clocks of a COR certificate in order: the letter for year 2, the letter for year 3, the new certificate. */
function clockState(life: CertificateHistory, on: Day): Finding {
  const reasons: Reason[] = [];
  for (const term of life.letterTerms) {
    const step = letterState(life, term, on);
    reasons.push(...step.reasons);
    if (!isHeld(term.letter, life, on)) return { ...step, reasons };
  }
  const renewal = renewalState(life, life.renewal, on);
  return { ...renewal, reasons: [...reasons, ...renewal.reasons] };
}

/** Whether a letter that counts was issued by the day and before the loss of its certificate: a later one restores nothing. */
export const isHeld = (letter: LetterFact | null, { loss }: CertificateHistory, on: Day): letter is LetterFact =>
  letter !== null && letter.issuedOn <= on && (loss === null || letter.issuedOn < loss.on);

/** G-2.4.l, G-2.4.m: without the letter, pending from day 31 after the anniversary and lost from day 91. */
function letterState(life: CertificateHistory, term: LetterTerm, on: Day): Finding {
  if (isHeld(term.letter, life, on)) {
    const { number, issuedOn } = term.letter;
    const held = because('letter-held', { certificate: life.certificate.number, issuedOn, year: String(term.year), letter: number });
    return { state: 'CERTIFIED', reasons: [notFound('G-2.4.l', held)], decidedBy: [] };
  }
  const due = dueValues(life, term);
  const loss = lossValues(life, term);
  if (on < term.pendingFrom) return { state: 'CERTIFIED', reasons: [notFound('G-2.4.l', because('letter-awaited', due))], decidedBy: [] };
  const missing = found('G-2.4.l', because('letter-missing', due));
  if (on >= term.lostFrom)
    return { state: 'LOST', reasons: [missing, found('G-2.4.m', because('letter-missed', loss))], decidedBy: ['G-2.4.m'] };
  const notYet = notFound('G-2.4.m', because('letter-not-yet-missed', loss));
  const reasons = [missing, found('G-2.4.n', because('pending-counts', loss)), notYet];
  return { state: 'PENDING', reasons, decidedBy: ['G-2.4.l', 'G-2.4.n'] };
}

/** G-2.5.c: without a new certificate, pending from day 31 after the third anniversary and lost from day 91. */
function renewalState(life: CertificateHistory, term: Term, on: Day): Finding {
  const { certificate } = life;
  const due = { certificate: certificate.number, due: term.due, pendingFrom: term.pendingFrom };
  const loss = { certificate: certificate.number, lostFrom: term.lostFrom };
  if (on < term.pendingFrom) return { state: 'CERTIFIED', reasons: [notFound('G-2.5.c', because('renewal-awaited', due))], decidedBy: [] };
  if (on >= term.lostFrom) return { state: 'LOST', reasons: [found('G-2.5.c', because('renewal-missed', loss))], decidedBy: ['G-2.5.c'] };
  const reasons = [found('G-2.5.c', because('renewal-missing', due)), found('G-2.4.n', because('pending-counts', loss))];
  return { state: 'PENDING', reasons, decidedBy: ['G-2.5.c', 'G-2.4.n'] };
}

/** G-6.1.a, G-6.2.a: an equivalency certificate is valid for one year, without grace and without letters. */
function equivalencyState(life: CertificateHistory, history: AccountHistory, on: Day): Finding {
  const clause: ClauseId = life.certificate.basis === 'ISO_45001_EQUIVALENCY' ? 'G-6.1.a' : 'G-6.2.a';
  const checks = spotCheckReasons(history, life, on);
  const expired = on > life.lastDay;
  const { number, issuedOn } = life.certificate;
  const runs = because(expired ? 'equivalency-ended' : 'equivalency-runs', { certificate: number, issuedOn, lastDay: life.lastDay });
  const reasons = expired ? [notFound(clause, runs), found('R-20', runs)] : [found(clause, runs), notFound('R-20', runs)];
  const all = [...reasons, ...checks];
  if (life.loss !== null && life.loss.on <= on) return { state: 'LOST', reasons: all, decidedBy: [life.loss.clause] };
  return expired ? { state: 'EXPIRED', reasons: all, decidedBy: ['R-20'] } : { state: 'CERTIFIED', reasons: all, decidedBy: [clause] };
}

/** the standard becomes COR 2020 from the letter earned by a transition audit. */
function transitionReasons(life: CertificateHistory, on: Day): readonly Reason[] {
  const letter = life.transitionLetter;
  if (!isHeld(letter, life, on)) return [];
  const { number, issuedOn } = letter;
  return [found('R-14', because('standard-changed', { certificate: life.certificate.number, issuedOn, letter: number }))];
}

// Every reason about a certificate names it, so that a caller who may see the certificate sees its reasons and no others. Field by field: with object
// spreads here a whole timeline takes twice the time. Without values that the sentence does not take: reasons fill most of the store.

const dueValues = ({ certificate }: CertificateHistory, { year, due, pendingFrom }: LetterTerm) => ({
  certificate: certificate.number,
  year: String(year),
  due,
  pendingFrom,
});

const lossValues = ({ certificate }: CertificateHistory, { year, lostFrom }: LetterTerm) => ({
  certificate: certificate.number,
  year: String(year),
  lostFrom,
});
