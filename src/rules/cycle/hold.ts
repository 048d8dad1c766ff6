import type { Day } from '../calendar.ts';
import { because, found, type Reason } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';

/** A time for which a submission was held because its fee was unpaid. */
export interface Hold {
  readonly heldOn: Day;
  /** Day of the payment; null while it is awaited, and where the submission was returned first. */
  readonly paidOn: Day | null;
  /** Day on which it ended, by payment or by a return; null while it is held. */
  readonly endedOn: Day | null;
}

/** A recorded step of an audit. */
interface Step {
  readonly kind: string;
  readonly on: Day;
}

/** when a submission was held, by its steps in the order of their recording. A return ends a hold (G-2.4.c). */
export const holdsOf = (steps: readonly Step[]): readonly Hold[] =>
  steps.flatMap(({ kind, on: heldOn }, at) => {
    if (kind !== 'HELD_UNPAID') return [];
    const end = steps.slice(at + 1).find((step) => step.kind === 'PAYMENT_RECEIVED' || step.kind === 'RETURNED');
    return [{ heldOn, paidOn: end?.kind === 'PAYMENT_RECEIVED' ? end.on : null, endedOn: end?.on ?? null }];
  });

/** the last hold as known on a day, with its payment if that came; null without one, and once the submission was returned. */
export function lastHold(steps: readonly Step[], on: Day): Hold | null {
  const last = holdsOf(steps.filter((step) => step.on <= on)).at(-1);
  return last && last.paidOn === last.endedOn ? last : null;
}

/** the first day of the hold that stands on a day; null if none does. */
export function heldSince(steps: readonly Step[], on: Day): Day | null {
  const last = lastHold(steps, on);
  return last?.endedOn === null ? last.heldOn : null;
}

/** the reason that an audit under review waits for its payment. */
export const heldReason = (hold: Hold | null): readonly Reason[] =>
  hold?.endedOn === null ? [found('X-22', because('audit-held-unpaid', { heldOn: hold.heldOn }))] : [];

/** the clauses of what waits for the payment, beside its own. */
export const heldClauses = (hold: Hold | null): readonly ClauseId[] => (hold?.endedOn === null ? ['X-22', 'R-50'] : []);
