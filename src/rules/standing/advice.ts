import type { Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { MessageWith } from '../messages/messages.ts';
import type { ShownPeriod, ShownStanding } from './disclosure.ts';

const consequences: Readonly<Record<ShownStanding, MessageWith<'on'>>> = {
  CERTIFIED: 'consequence-certified',
  PENDING: 'consequence-pending',
  BIDDING_ONLY: 'consequence-bidding-only',
  REGISTERED: 'consequence-registered',
  CERTIFICATION_LOST: 'consequence-lost',
  EXPIRED: 'consequence-expired',
  REVOKED: 'consequence-revoked',
  NOT_REGISTERED: 'consequence-not-registered',
  NO_CURRENT_CERTIFICATION: 'consequence-none',
};

/** Why an answer is about no account: the number is malformed or none, looks like another kind and nothing visible has it, or several accounts have it. */
export type Unasked = 'malformed' | 'none' | 'another' | 'several';

/** What is said instead of a standing's meaning and advice (G-1.2.b). */
export const saidOfUnasked: Readonly<Record<Unasked, { readonly consequence: Because; readonly advice: Because }>> = {
  malformed: { consequence: because('consequence-malformed'), advice: because('advice-correct-number') },
  none: { consequence: because('consequence-no-number'), advice: because('advice-ask-for-number') },
  another: { consequence: because('consequence-another'), advice: because('advice-give-as-it-is') },
  several: { consequence: because('consequence-several'), advice: because('advice-choose') },
};

/** The meaning of a standing for anyone who relies on it, in one sentence (G-2.4.n, G-5.a, F-16.a, G-2.1.b, R-29). */
export const consequenceOf = (standing: ShownStanding, on: Day): Because => because(consequences[standing], { on });

/**
 * What to do about a standing and by when, for every caller it is visible to; null if there is nothing to do. No standing that is certified, pending
 * or for bidding only lasts for good, so those always have a day.
 */
export function adviceOn({ standing, holdsUntil, then }: Pick<ShownPeriod, 'standing' | 'holdsUntil' | 'then'>): Because | null {
  if (holdsUntil !== null && then !== null) return because(beforeChange(standing, then), { holdsUntil, then });
  const id = whileItLasts[standing];
  return id ? because(id) : null;
}

const whileItLasts: Readonly<Partial<Record<ShownStanding, MessageWith<never>>>> = {
  /** G-2.1.b: a confirmation may be shown when bidding; whether that is enough depends on the tender. */
  REGISTERED: 'advice-registered',
  /** G-2.4.m, G-2.5.c, R-13. */
  CERTIFICATION_LOST: 'advice-start-over',
  /** a renewal is a new request. */
  EXPIRED: 'advice-expired',
  REVOKED: 'advice-revoked',
  NOT_REGISTERED: 'advice-not-registered',
  /** anyone who has the number of a document may check it. */
  NO_CURRENT_CERTIFICATION: 'advice-ask-ihsa',
};

function beforeChange(standing: ShownStanding, then: ShownStanding): MessageWith<'holdsUntil' | 'then'> {
  if (standing === 'CERTIFIED' && then === 'PENDING') return 'advice-before-pending';
  if (standing === 'CERTIFIED' && then === 'EXPIRED') return 'advice-before-expiry';
  if (standing === 'CERTIFIED') return 'advice-before-the-end';
  if (then === 'CERTIFIED') return 'advice-check-again';
  if (standing === 'PENDING') return 'advice-pending';
  return standing === 'BIDDING_ONLY' ? 'advice-bidding-only' : 'advice-check-again';
}
