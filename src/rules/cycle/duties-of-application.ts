import type { Day } from '../calendar.ts';
import { type Because, because } from '../decision.ts';
import type { ApplicationInCycle } from './facts.ts';
import type { Duty } from './obligation.ts';

/** G-2.1.a: IHSA acknowledges an open application, verifies its numbers, and confirms or rejects it; no source names a day. */
export function applicationDuties(applications: readonly ApplicationInCycle[], on: Day): readonly Duty[] {
  const byNow = (day: Day | null): boolean => day !== null && day <= on;
  return applications
    .filter(({ appliedOn, endedOn }) => appliedOn <= on && !byNow(endedOn))
    .map((application) => ({
      kind: 'REGISTRATION_APPLICATION',
      of: [application.id],
      by: 'IHSA',
      clauses: ['G-2.1.a'],
      arisesOn: application.appliedOn,
      dueOn: null,
      lastDay: null,
      doneOn: null,
      because: nextStep(application, byNow),
    }));
}

function nextStep({ appliedOn, acknowledgedOn, verifiedOn }: ApplicationInCycle, byNow: (day: Day | null) => boolean): Because {
  if (byNow(verifiedOn)) return because('owe-application-decision', { appliedOn });
  return byNow(acknowledgedOn)
    ? because('owe-application-verification', { appliedOn })
    : because('owe-application-acknowledgement', { appliedOn });
}
