import type { Day } from '../calendar.ts';
import type { AccountFacts } from '../facts.ts';
import { revocationStands } from './certificate-life.ts';
import { isHeld, viewCertificates } from './certificate-state.ts';
import {
  type AccountHistory,
  type BiddingDocumentHistory,
  type CertificateHistory,
  type RegistrationHistory,
  readHistory,
  registrationStands,
} from './history.ts';
import { turningDays } from './turning-days.ts';

/** The documents that anyone can check by their number. */
export type DocumentKind =
  | 'CONFIRMATION_OF_REGISTRATION'
  | 'CERTIFICATE'
  | 'LETTER_OF_GOOD_STANDING'
  | 'BIDDING_DOCUMENT'
  | 'LETTER_OF_EQUIVALENCY'
  | 'LETTER_OF_INTENT'
  | 'CONFIRMATION_OF_COR';

/**
 * A document of an account: by its number, or, for a confirmation, by the id of the registration it confirms. A letter of equivalency and a
 * confirmation of COR go by the number of their certificate, a letter of intent by the id of its registration, each with its own day of issue.
 */
export interface DocumentReference {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly issuedOn?: Day;
}

/** What a document is on a day. */
export type DocumentState = 'NOT_YET' | 'IN_EFFECT' | 'PENDING' | 'LOST' | 'EXPIRED' | 'SUPERSEDED' | 'WITHDRAWN' | 'NEVER_IN_EFFECT';

/** The state of a document, and the number of the one that superseded it. */
export interface FoundState {
  readonly state: DocumentState;
  readonly supersededBy: string | null;
}

/** Whether a document has effect on a day. */
export interface DocumentEffect {
  readonly inEffect: boolean;
  /** The first day on which it would have none, if nothing further is recorded. It is reckoned when it is read: that takes longer than all else of a document. */
  readonly until: Day | null;
}

/** a document has effect while the law supports what it says; a document that the facts do not know has none. `found` is its state on the day. */
export function documentEffect(
  facts: AccountFacts,
  document: DocumentReference,
  on: Day,
  found: FoundState = documentState(facts, document, on),
): DocumentEffect {
  if (!hasEffect(found)) return { inEffect: false, until: null };
  return {
    inEffect: true,
    get until() {
      return endOfEffect(facts, document, on);
    },
  };
}

function endOfEffect(facts: AccountFacts, document: DocumentReference, on: Day): Day | null {
  const days = turningDays(facts, readHistory(facts));
  return days.find((day) => day > on && !hasEffect(documentState(facts, document, day))) ?? null;
}

const hasEffect = ({ state }: FoundState): boolean => state === 'IN_EFFECT' || state === 'PENDING';

/** what a document is on a day. It says nothing that is beyond the document: an end by a loss, a withdrawal or a revocation looks the same. */
export function documentState(facts: AccountFacts, { kind, key, issuedOn }: DocumentReference, on: Day): FoundState {
  if (issuedOn !== undefined && issuedOn > on) return plain('NOT_YET');
  const history = readHistory(facts);
  const found = states[kind](history, key, on);
  // nothing has effect while a revocation stands, not even the confirmation of a registration that stands beneath it.
  const isRevoked = history.revocations.some((revocation) => revocationStands(revocation, on));
  return isRevoked && hasEffect(found) ? plain('WITHDRAWN') : found;
}

const plain = (state: DocumentState): FoundState => ({ state, supersededBy: null });
const supersededBy = (number: string | null): FoundState => ({ state: 'SUPERSEDED', supersededBy: number });

type StateOf = (history: AccountHistory, key: string, on: Day) => FoundState;

const registrationState: StateOf = ({ registrations }, key, on) => {
  const found = registrations.find(({ registration }) => registration.id === key);
  return found ? plain(stateOfRegistration(found, on)) : plain('NEVER_IN_EFFECT');
};

/** G-2.1.b, R-31: while the registration stands. */
function stateOfRegistration(found: RegistrationHistory, on: Day): DocumentState {
  if (found.registration.confirmedOn > on) return 'NOT_YET';
  return registrationStands(found, on) ? 'IN_EFFECT' : 'WITHDRAWN';
}

const certificateState: StateOf = (history, key, on) => {
  const life = history.certificates.find(({ certificate }) => certificate.number === key);
  return life ? stateOfCertificate(history, life, on) : plain('NEVER_IN_EFFECT');
};

/** G-2.4.n: in effect while certified or pending. */
function stateOfCertificate(history: AccountHistory, life: CertificateHistory, on: Day): FoundState {
  const { certificate, supersededOn, loss } = life;
  if (certificate.issuedOn > on) return plain('NOT_YET');
  if (supersededOn !== null && supersededOn <= on)
    return loss !== null && loss.on < supersededOn ? plain('LOST') : supersededBy(numberAfter(history, life, supersededOn));
  const view = viewCertificates(history, on).find((each) => each.life.certificate.number === certificate.number);
  if (view?.state === 'CERTIFIED') return plain('IN_EFFECT');
  return plain(view?.state ?? 'NEVER_IN_EFFECT');
}

/** the certificate of the day of supersession; of a day with two, the COR certificate. */
function numberAfter({ certificates }: AccountHistory, { isEquivalency }: CertificateHistory, supersededOn: Day): string | null {
  const ofDay = certificates.filter((each) => each.certificate.issuedOn === supersededOn && (isEquivalency || !each.isEquivalency));
  return ofDay.toSorted((a, b) => Number(a.isEquivalency) - Number(b.isEquivalency))[0]?.certificate.number ?? null;
}

/** G-2.0: the last letter that counts, of a certificate that has effect; an earlier one was replaced, whatever became of the certificate. R-20: a certificate of equivalency has no letters. */
const letterState: StateOf = (history, key, on) => {
  const life = history.certificates.find(({ certificate }) => certificate.letters.some(({ number }) => number === key));
  const letter = life?.certificate.letters.find(({ number }) => number === key);
  if (!life || !letter || life.isEquivalency) return plain('NEVER_IN_EFFECT');
  if (letter.issuedOn > on) return plain('NOT_YET');
  const counting = life.letterTerms.flatMap((term) => (isHeld(term.letter, life, on) ? [term.letter] : []));
  if (!counting.some(({ number }) => number === key)) return plain('NEVER_IN_EFFECT');
  const ofCertificate = stateOfCertificate(history, life, on);
  const last = counting.at(-1)?.number ?? null;
  return last === key || ofCertificate.state === 'SUPERSEDED' ? ofCertificate : supersededBy(last);
};

const biddingDocumentState: StateOf = ({ biddingDocuments }, key, on) => {
  const found = biddingDocuments.find(({ document }) => document.number === key);
  return plain(found ? stateOfBiddingDocument(found, on) : 'NEVER_IN_EFFECT');
};

/** to its last day, unless a loss ended it. */
function stateOfBiddingDocument({ document, lastDay, endedByLossOn }: BiddingDocumentHistory, on: Day): DocumentState {
  if (document.issuedOn > on) return 'NOT_YET';
  if (endedByLossOn !== null && endedByLossOn <= on && endedByLossOn <= lastDay) return 'WITHDRAWN';
  return on <= lastDay ? 'IN_EFFECT' : 'EXPIRED';
}

const states: Readonly<Record<DocumentKind, StateOf>> = {
  CONFIRMATION_OF_REGISTRATION: registrationState,
  CERTIFICATE: certificateState,
  LETTER_OF_GOOD_STANDING: letterState,
  BIDDING_DOCUMENT: biddingDocumentState,
  /** It says what its certificate says. */
  LETTER_OF_EQUIVALENCY: certificateState,
  /** what it confirms is its certificate. */
  CONFIRMATION_OF_COR: certificateState,
  /** registered and pursuing, while the registration stands. */
  LETTER_OF_INTENT: registrationState,
};
