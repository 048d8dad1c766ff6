import type { Day } from '../calendar.ts';
import { type Because, because, type Decision, deciding, found, notFound, type Reason } from '../decision.ts';
import type { AccountFacts, BiddingDocumentKind, CertificateBasis, LetterFact, Standard } from '../facts.ts';
import { revocationStands } from './certificate-life.ts';
import { type CertificateState, type CertificateView, isHeld, viewCertificates } from './certificate-state.ts';
import {
  type AccountHistory,
  type BiddingDocumentHistory,
  isBiddingDocumentInForce,
  type RegistrationHistory,
  readHistory,
  registrationStands,
} from './history.ts';

/** The standing of an account on a day, in the order in which they decide. */
export type Standing =
  | 'REVOKED'
  | 'CERTIFIED'
  | 'PENDING'
  | 'BIDDING_ONLY'
  | 'REGISTERED'
  | 'CERTIFICATION_LOST'
  | 'EXPIRED'
  | 'NOT_REGISTERED';

/** What a standing rests on: how its certificate was earned, or which bidding-only document is in force. */
export type Basis = CertificateBasis | BiddingDocumentKind;

/** The documents that a standing is shown with. */
export interface ShownDocuments {
  readonly basis: Basis | null;
  /** The standard the account is certified to; a transition letter changes it. */
  readonly standard: Standard | null;
  /** Number of the certificate that decided. */
  readonly certificate: string | null;
  /** Number of the last letter of that certificate that counts. */
  readonly letter: string | null;
  /** Number of the bidding-only document in force. */
  readonly biddingDocument: string | null;
  readonly biddingLastDay: Day | null;
}

export type StandingDecision = Decision<Standing> & ShownDocuments;

/** "Considered certified" (G-2.4.n): certified, or pending. */
export const isConsideredCertified = (standing: Standing): boolean => standing === 'CERTIFIED' || standing === 'PENDING';

/** The standing of an account on one day, from the facts effective by that day. */
export const decideStanding = (facts: AccountFacts, on: Day): StandingDecision => standingOn(readHistory(facts), on);

/** What each row of the table judges: the history, the certificates in play, and the day. */
interface Question {
  readonly history: AccountHistory;
  readonly certificates: readonly CertificateView[];
  readonly on: Day;
}

/** One row's answer: its standing if it holds, every clause it consulted, and which of all the reasons decided. */
interface Row {
  readonly standing: Standing | null;
  readonly reasons: readonly Reason[];
  readonly decides?: (reason: Reason) => boolean;
  readonly shown?: ShownDocuments;
}

const nothingShown: ShownDocuments = {
  basis: null,
  standard: null,
  certificate: null,
  letter: null,
  biddingDocument: null,
  biddingLastDay: null,
};

/** the first row that holds decides; the rows after it are not consulted. */
const table: readonly ((question: Question) => Row)[] = [
  revoked,
  certified,
  pending,
  biddingOnly,
  registered,
  certificationLost,
  expired,
  notRegistered,
];

/** The table for one day of a history already read; a timeline uses it for many days. */
export function standingOn(history: AccountHistory, on: Day): StandingDecision {
  const question = { history, certificates: viewCertificates(history, on), on };
  const consulted: Reason[] = [];
  for (const row of table) {
    const { standing, reasons, decides, shown } = row(question);
    consulted.push(...reasons);
    if (standing === null) continue;
    const marked = consulted.map((reason) => (decides?.(reason) ? deciding(reason) : reason));
    return decisionOf(standing, on, marked, shown ?? nothingShown);
  }
  throw new Error('the last row of the table always holds');
}

const decisionOf = (outcome: Standing, on: Day, reasons: readonly Reason[], shown: ShownDocuments): StandingDecision => ({
  outcome,
  on,
  reasons,
  basis: shown.basis,
  standard: shown.standard,
  certificate: shown.certificate,
  letter: shown.letter,
  biddingDocument: shown.biddingDocument,
  biddingLastDay: shown.biddingLastDay,
});

/** IHSA recorded a revocation, effective on or before the day and not lifted by it. */
function revoked({ history, on }: Question): Row {
  const byDay = history.revocations.filter(({ from }) => from <= on);
  const standing = byDay.find((revocation) => revocationStands(revocation, on));
  if (standing) {
    return {
      standing: 'REVOKED',
      reasons: [found('R-29', because('revoked', { from: standing.from }))],
      decides: ({ clause }) => clause === 'R-29',
    };
  }
  const lifted = byDay
    .map(({ liftedOn }) => liftedOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  const why = lifted ? because('revocation-lifted', { liftedOn: lifted }) : because('not-revoked');
  return { standing: null, reasons: [notFound('R-29', why)] };
}

/** a certificate's state is certified; of a COR and an equivalency certificate the COR is shown. */
function certified(question: Question): Row {
  const { certificates } = question;
  const reasons = certificates.length > 0 ? certificates.flatMap((view) => view.reasons) : [notFound('G-2.4.h', because('no-certificate'))];
  return inState('CERTIFIED', 'CERTIFIED', question, reasons);
}

/** G-2.4.l, G-2.5.c: a certificate's state is pending. */
function pending(question: Question): Row {
  return inState('PENDING', 'PENDING', question);
}

/** a certificate not superseded is lost, by its clocks or by a spot check. */
function certificationLost(question: Question): Row {
  return inState('LOST', 'CERTIFICATION_LOST', question);
}

/** an equivalency certificate has expired. */
function expired(question: Question): Row {
  return inState('EXPIRED', 'EXPIRED', question);
}

function inState(state: CertificateState, standing: Standing, { certificates, on }: Question, reasons: readonly Reason[] = []): Row {
  const view = certificates.find((candidate) => candidate.state === state);
  if (!view) return { standing: null, reasons };
  const { number } = view.life.certificate;
  const decides = ({ clause, holds, because: { values } }: Reason) =>
    holds && values.certificate === number && view.decidedBy.includes(clause);
  return { standing, reasons, decides, shown: shownWith(view, on) };
}

function shownWith({ life }: CertificateView, on: Day): ShownDocuments {
  const { certificate, letterTerms, transitionLetter } = life;
  const held = (letter: LetterFact | null): letter is LetterFact => isHeld(letter, life, on);
  const letters = letterTerms.map(({ letter }) => letter).filter(held);
  return {
    ...nothingShown,
    basis: certificate.basis,
    standard: held(transitionLetter) ? 'COR_2020' : certificate.standard,
    certificate: certificate.number,
    letter: life.isEquivalency ? null : (letters.at(-1)?.number ?? null),
  };
}

/** G-5.a, F-16.a, R-21: a bidding-only document is in force, and no loss since its issue has ended it. */
function biddingOnly({ history, on }: Question): Row {
  const issued = history.biddingDocuments.filter(({ document }) => document.issuedOn <= on);
  const current = issued.find((candidate) => isBiddingDocumentInForce(candidate, on));
  if (!current) return { standing: null, reasons: [notFound('R-21', whyNotBidding(issued, on))] };
  const { document, lastDay } = current;
  const clause = document.kind === 'LETTER_OF_RECIPROCITY' ? 'G-5.a' : 'F-16.a';
  const why = because('bidding-document-held', { document: document.number, issuedOn: document.issuedOn, lastDay });
  return {
    standing: 'BIDDING_ONLY',
    reasons: [found(clause, why), found('R-21', why)],
    decides: (reason) => reason.clause === clause,
    shown: { ...nothingShown, basis: document.kind, biddingDocument: document.number, biddingLastDay: lastDay },
  };
}

function whyNotBidding(issued: readonly BiddingDocumentHistory[], on: Day): Because {
  const last = issued[0];
  if (!last) return because('no-bidding-document');
  const document = last.document.number;
  if (last.endedByLossOn !== null && last.endedByLossOn <= on)
    return because('bidding-document-ended-by-loss', { document, lostOn: last.endedByLossOn });
  return because('bidding-document-ended', { document, lastDay: last.lastDay });
}

/** G-2.1.b: a registration is in effect from its confirmation until it is withdrawn or a certification is lost. */
function registered({ history, on }: Question): Row {
  const confirmed = history.registrations.filter(({ registration }) => registration.confirmedOn <= on);
  const standing = confirmed.find((candidate) => registrationStands(candidate, on));
  if (!standing) return { standing: null, reasons: [notFound('G-2.1.b', whyNotRegistered(confirmed, on))] };
  const why = because('registered', { confirmedOn: standing.registration.confirmedOn });
  return { standing: 'REGISTERED', reasons: [found('G-2.1.b', why)], decides: ({ clause }) => clause === 'G-2.1.b' };
}

function whyNotRegistered(confirmed: readonly RegistrationHistory[], on: Day): Because {
  const last = confirmed.at(-1);
  if (!last) return because('not-registered');
  const { confirmedOn, withdrawnOn } = last.registration;
  const lostOn = last.endedByLossOn;
  if (lostOn !== null && lostOn <= on && (withdrawnOn === null || lostOn <= withdrawnOn)) {
    return because('registration-ended-by-loss', { confirmedOn, lostOn });
  }
  return because('registration-withdrawn', { confirmedOn, withdrawnOn: withdrawnOn ?? on });
}

/** nothing. The missing registration decides. */
function notRegistered(): Row {
  return { standing: 'NOT_REGISTERED', reasons: [], decides: ({ clause }) => clause === 'G-2.1.b' };
}
