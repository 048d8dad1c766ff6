import type { Day } from '../calendar.ts';
import { because } from '../decision.ts';
import type { CertificateView } from '../standing/certificate-state.ts';
import { type AccountHistory, registrationStands } from '../standing/history.ts';
import { lastLapse } from '../statement.ts';
import type { CycleFacts } from './facts.ts';
import type { Duty } from './obligation.ts';

/**
 * G-1.2.a, R-1: an account in the program is active with WSIB and in good standing. If it is stated not to be, its standing stays and the
 * organization has to correct that; once it is stated to be valid again, the obligation stays listed as done until the next certificate.
 */
export function goodStandingDuties(
  { wsibStatements }: CycleFacts,
  history: AccountHistory,
  views: readonly CertificateView[],
  on: Day,
): readonly Duty[] {
  const lapse = lastLapse(wsibStatements, on);
  if (lapse === null || !(lapse.to === null ? takesPart(history, views, on) : isOfPresentCycle(views, lapse.to))) return [];
  const { from, to } = lapse;
  return [
    {
      kind: 'WSIB_GOOD_STANDING',
      of: [from],
      by: 'ORGANIZATION',
      clauses: ['G-1.2.a', 'R-1'],
      arisesOn: from,
      dueOn: null,
      lastDay: null,
      doneOn: to,
      because: because('owe-wsib-good-standing', { from }),
    },
  ];
}

/** A certificate is certified or pending, or a registration is in effect: after a loss, or without either, nothing is at risk. */
export const takesPart = ({ registrations }: AccountHistory, views: readonly CertificateView[], on: Day): boolean =>
  views.some(({ state }) => state === 'CERTIFIED' || state === 'PENDING') ||
  registrations.some((each) => each.registration.confirmedOn <= on && registrationStands(each, on));

const isOfPresentCycle = (views: readonly CertificateView[], day: Day): boolean =>
  views.length === 0 || views.some(({ life }) => life.certificate.issuedOn <= day);
