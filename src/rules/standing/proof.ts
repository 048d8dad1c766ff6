import type { Day } from '../calendar.ts';
import type { AccountFacts, LetterFact } from '../facts.ts';
import { revocationStands } from './certificate-life.ts';
import { type CertificateView, isHeld, viewCertificates } from './certificate-state.ts';
import { type AccountHistory, isBiddingDocumentInForce, readHistory, registrationStands } from './history.ts';
import { turningDays } from './turning-days.ts';

/** The documents that anyone can check by their number. A letter of equivalency and a letter of intent are not recorded. */
export type DocumentKind = 'CONFIRMATION_OF_REGISTRATION' | 'CERTIFICATE' | 'LETTER_OF_GOOD_STANDING' | 'BIDDING_DOCUMENT';

/** A document of an account: by its number, or, for a confirmation, by the id of the registration it confirms. */
export interface DocumentReference {
  readonly kind: DocumentKind;
  readonly key: string;
}

/** Whether a document is in effect on a day, and the first day on which it would not be, if nothing further is recorded. */
export interface DocumentEffect {
  readonly inEffect: boolean;
  readonly until: Day | null;
}

/** a document is in effect while the law supports what it says; a document that is not among the facts is not. */
export function documentEffect(facts: AccountFacts, document: DocumentReference, on: Day): DocumentEffect {
  const history = readHistory(facts);
  if (!hasEffect(history, document, on)) return { inEffect: false, until: null };
  const until = turningDays(facts, history).find((day) => day > on && !hasEffect(history, document, day));
  return { inEffect: true, until: until ?? null };
}

/** nothing is in effect during a revocation, not even the confirmation of a registration. */
function hasEffect(history: AccountHistory, { kind, key }: DocumentReference, on: Day): boolean {
  if (history.revocations.some((revocation) => revocationStands(revocation, on))) return false;
  return effects[kind](history, key, on);
}

const effects: Readonly<Record<DocumentKind, (history: AccountHistory, key: string, on: Day) => boolean>> = {
  /** G-2.1.b, R-31: while the registration is in effect. */
  CONFIRMATION_OF_REGISTRATION: ({ registrations }, key, on) =>
    registrations.some((each) => each.registration.id === key && each.registration.confirmedOn <= on && registrationStands(each, on)),
  /** G-2.4.n: while certified or pending. */
  CERTIFICATE: (history, key, on) => certificatesInEffect(history, on).some(({ life }) => life.certificate.number === key),
  /** G-2.0: the last letter that counts, for a certificate in effect. */
  LETTER_OF_GOOD_STANDING: (history, key, on) => certificatesInEffect(history, on).some((view) => lastLetter(view, on)?.number === key),
  /** to its last day, unless a loss ended it. */
  BIDDING_DOCUMENT: ({ biddingDocuments }, key, on) =>
    biddingDocuments.some((each) => each.document.number === key && each.document.issuedOn <= on && isBiddingDocumentInForce(each, on)),
};

const certificatesInEffect = (history: AccountHistory, on: Day): readonly CertificateView[] =>
  viewCertificates(history, on).filter(({ state }) => state === 'CERTIFIED' || state === 'PENDING');

/** an equivalency certificate has no letters, so one recorded for it does not count. */
function lastLetter({ life }: CertificateView, on: Day): LetterFact | undefined {
  if (life.isEquivalency) return undefined;
  const held = (letter: LetterFact | null): letter is LetterFact => isHeld(letter, life, on);
  return life.letterTerms
    .map(({ letter }) => letter)
    .filter(held)
    .at(-1);
}
