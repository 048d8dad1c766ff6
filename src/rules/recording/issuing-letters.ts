import type { Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import type { AccountFacts } from '../facts.ts';
import { isEquivalency } from '../standing/certificate-life.ts';
import { readHistory, registrationStands } from '../standing/history.ts';
import { documentState } from '../standing/proof.ts';
import { objection, refusalOf } from './objections.ts';

/** the id of the registration that a letter of intent of a day rests on, the last one confirmed; or why none may be issued. */
export function registrationOfIntent(facts: AccountFacts, on: Day): string | Refusal {
  const { registrations } = readHistory(facts);
  const standing = registrations.filter((each) => each.registration.confirmedOn <= on && registrationStands(each, on)).at(-1);
  const id = standing?.registration.id;
  if (id !== undefined && documentState(facts, { kind: 'LETTER_OF_INTENT', key: id }, on).state === 'IN_EFFECT') return id;
  return refused('X-8', 'refused-intent-unregistered', on);
}

/** why no letter of equivalency may be issued for a certificate on a day; null if one may. It repeats the certificate. */
export function refuseLetterOfEquivalency(facts: AccountFacts, number: string, on: Day): Refusal | null {
  const certificate = facts.certificates.find((each) => each.number === number);
  if (!certificate || !isEquivalency(certificate)) return refused('R-38', 'refused-not-equivalency', on);
  const { state } = documentState(facts, { kind: 'LETTER_OF_EQUIVALENCY', key: number }, on);
  return state === 'IN_EFFECT' ? null : refused('R-20', 'refused-equivalency-not-in-effect', on);
}

/** why IHSA, as the home association, may not confirm a certificate to another association on a day; null if it may. */
export function refuseConfirmationOfCor(facts: AccountFacts, number: string, on: Day): Refusal | null {
  const certificate = facts.certificates.find((each) => each.number === number);
  if (!certificate || isEquivalency(certificate)) return refused('X-26', 'refused-confirmation-of-equivalency', on);
  const { state } = documentState(facts, { kind: 'CONFIRMATION_OF_COR', key: number }, on);
  if (state === 'PENDING') return refused('G-2.4.n', 'refused-confirmation-pending', on);
  return state === 'IN_EFFECT' ? null : refused('X-26', 'refused-confirmation-not-in-effect', on);
}

/** why a letter cannot have been issued on a day; null if what it rests on supported it then. */
export function refuseLetterOn(facts: AccountFacts, letter: RestingOn, on: Day): Refusal | null {
  if (letter.kind === 'CONFIRMATION_OF_COR') return refuseConfirmationOfCor(facts, letter.restsOn, on);
  if (letter.kind === 'LETTER_OF_EQUIVALENCY') return refuseLetterOfEquivalency(facts, letter.restsOn, on);
  const { state } = documentState(facts, { kind: 'LETTER_OF_INTENT', key: letter.restsOn }, on);
  return state === 'IN_EFFECT' ? null : refused('X-8', 'refused-intent-unregistered', on);
}

/** A letter that rests on another document. */
export type RestingKind = 'LETTER_OF_INTENT' | 'LETTER_OF_EQUIVALENCY' | 'CONFIRMATION_OF_COR';

/** A letter and what it rests on: the id of a registration, or the number of a certificate. */
interface RestingOn {
  readonly kind: RestingKind;
  readonly restsOn: string;
}

type Words =
  | 'refused-intent-unregistered'
  | 'refused-not-equivalency'
  | 'refused-equivalency-not-in-effect'
  | 'refused-confirmation-of-equivalency'
  | 'refused-confirmation-pending'
  | 'refused-confirmation-not-in-effect';

function refused(clause: 'X-8' | 'R-38' | 'R-20' | 'X-26' | 'G-2.4.n', words: Words, on: Day): Refusal {
  const refusal = refusalOf([objection('LETTER_NOT_POSSIBLE', clause, because(words, { on }))]);
  if (refusal === null) throw new Error('One objection makes a refusal.');
  return refusal;
}
