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

/** why a letter cannot have been issued on a day; null if what it rests on supported it then. */
export function refuseLetterOn(facts: AccountFacts, letter: RestingOn, on: Day): Refusal | null {
  if (letter.kind === 'LETTER_OF_EQUIVALENCY') return refuseLetterOfEquivalency(facts, letter.restsOn, on);
  const { state } = documentState(facts, { kind: 'LETTER_OF_INTENT', key: letter.restsOn }, on);
  return state === 'IN_EFFECT' ? null : refused('X-8', 'refused-intent-unregistered', on);
}

/** A letter and what it rests on: the id of a registration, or the number of a certificate. */
interface RestingOn {
  readonly kind: 'LETTER_OF_INTENT' | 'LETTER_OF_EQUIVALENCY';
  readonly restsOn: string;
}

type Words = 'refused-intent-unregistered' | 'refused-not-equivalency' | 'refused-equivalency-not-in-effect';

function refused(clause: 'X-8' | 'R-38' | 'R-20', words: Words, on: Day): Refusal {
  const refusal = refusalOf([objection('LETTER_NOT_POSSIBLE', clause, because(words, { on }))]);
  if (refusal === null) throw new Error('One objection makes a refusal.');
  return refusal;
}
