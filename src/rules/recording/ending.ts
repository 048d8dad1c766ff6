import type { Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import type { AccountFacts, RevocationFact } from '../facts.ts';
import { readHistory } from '../standing/history.ts';
import { type Objection, objection, objectionsTo, refusalOf } from './objections.ts';

/** Why a registration may not be withdrawn from a day on; null if it may. The facts must contain it. */
export function refuseWithdrawal(facts: AccountFacts, id: string, withdrawnOn: Day): Refusal | null {
  const registrations = facts.registrations.map((each) => (each.id === id ? { ...each, withdrawnOn } : each));
  return refusalOf([...notStanding(facts, id, withdrawnOn), ...objectionsTo(facts, { ...facts, registrations })]);
}

/** G-2.1.b, R-31: only a registration in effect can be withdrawn. */
function notStanding(facts: AccountFacts, id: string, on: Day): readonly Objection[] {
  const history = readHistory(facts).registrations.find(({ registration }) => registration.id === id);
  if (!history) return [];
  const { confirmedOn, withdrawnOn } = history.registration;
  const lostOn = history.endedByLossOn;
  if (withdrawnOn !== null) {
    return [objection('NOT_STANDING', 'G-2.1.b', because('registration-withdrawn', { confirmedOn, withdrawnOn }))];
  }
  if (lostOn === null || lostOn > on) return [];
  return [objection('NOT_STANDING', 'R-31', because('registration-ended-by-loss', { confirmedOn, lostOn }))];
}

/** Why a revocation may not be recorded; null if it may. */
export const refuseRevocation = (facts: AccountFacts, from: Day): Refusal | null =>
  refusalOf(overlapObjections([...facts.revocations, { id: '', from, liftedOn: null }]));

/** two revocations of one account are never in effect on the same day. One lifted on its first day never was. */
export function overlapObjections(revocations: readonly RevocationFact[]): readonly Objection[] {
  return revocations.flatMap((revocation, at) => {
    const other = revocations.slice(0, at).find((earlier) => overlap(earlier, revocation));
    return other ? [objection('REVOCATION_STANDS', 'R-29', because('refused-revoked-already', { from: other.from }))] : [];
  });
}

const overlap = (a: RevocationFact, b: RevocationFact): boolean => {
  const start = a.from > b.from ? a.from : b.from;
  return standsFrom(a, start) && standsFrom(b, start);
};

const standsFrom = ({ liftedOn }: RevocationFact, day: Day): boolean => liftedOn === null || day < liftedOn;

/** Why a revocation may not be lifted; null if it may. */
export function refuseLifting({ revocations }: AccountFacts, id: string): Refusal | null {
  const liftedOn = revocations.find((revocation) => revocation.id === id)?.liftedOn ?? null;
  return liftedOn === null ? null : refusalOf([objection('NOT_STANDING', 'R-29', because('refused-lifted-already', { liftedOn }))]);
}
