import { addDays, type Day } from '../calendar.ts';
import type { AccountFacts, LetterFact } from '../facts.ts';
import type { Term } from './certificate-life.ts';
import type { AccountHistory, CertificateHistory } from './history.ts';

/** First day of every timeline, long before the program: on it nothing is recorded about anyone. */
export const BEGINNING: Day = '0001-01-01';

/** Every day on which anything may change; an unnecessary day costs a comparison, a missing one would give a wrong answer. */
export function turningDays(facts: AccountFacts, history: AccountHistory): readonly Day[] {
  const days = new Set<Day>([BEGINNING]);
  const add = (...found: readonly (Day | null)[]) => {
    for (const day of found) if (day !== null) days.add(day);
  };
  for (const { from, liftedOn } of facts.revocations) add(from, liftedOn);
  for (const { registration, endedByLossOn } of history.registrations)
    add(registration.confirmedOn, registration.withdrawnOn, endedByLossOn);
  for (const { document, lastDay, endedByLossOn } of history.biddingDocuments) add(document.issuedOn, addDays(lastDay, 1), endedByLossOn);
  for (const life of history.certificates) {
    add(life.certificate.issuedOn, life.loss?.on ?? null);
    if (life.isEquivalency) add(addDays(life.lastDay, 1));
    else add(...clockDays(life));
    for (const { letter } of life.letterTerms) add(letter?.issuedOn ?? null);
  }
  for (const { check, deadline, lostOn } of history.checks)
    add(check.receivedOn, ...check.events.map(({ on }) => on), addDays(deadline, 1), lostOn);
  return [...days].sort();
}

/** The days on which the clocks of a COR certificate change its state: none after what stops them, a letter in time, a new certificate or a loss. */
function clockDays({ letterTerms, renewal, supersededOn, loss }: CertificateHistory): readonly Day[] {
  const end = earlier(supersededOn, loss?.on ?? null);
  const terms: readonly (Term & { readonly letter?: LetterFact | null })[] = [...letterTerms, renewal];
  return terms.flatMap(({ pendingFrom, lostFrom, letter }) => {
    const stopped = earlier(end, letter?.issuedOn ?? null);
    return [pendingFrom, lostFrom].filter((day) => stopped === null || day < stopped);
  });
}

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);
