import type { Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import { either, type Finding, missed, objectionsAmong } from './finding.ts';
import { type RegistrationFacts, registrationObjections, wsibFinding } from './issuing.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** What was found to be incorrect in an application. */
export type RejectedFor = 'WSIB_ACCOUNT_NUMBER' | 'FIRM_NUMBER' | 'OTHER';

/** The state of an application (G-2.1.a). */
export type ApplicationStatus = 'APPLIED' | 'ACKNOWLEDGED' | 'VERIFIED' | 'REJECTED' | 'CONFIRMED';

/** An application for registration, with the days of its steps. */
export interface ApplicationFact {
  readonly appliedOn: Day;
  readonly acknowledgedOn: Day | null;
  /** Day on which IHSA verified the account and firm numbers. */
  readonly verifiedOn: Day | null;
  readonly rejectedOn: Day | null;
  readonly confirmedOn: Day | null;
}

/** G-2.1.a: the last step that an application has taken. */
export function applicationStatus({ acknowledgedOn, verifiedOn, rejectedOn, confirmedOn }: ApplicationFact): ApplicationStatus {
  if (confirmedOn !== null) return 'CONFIRMED';
  if (rejectedOn !== null) return 'REJECTED';
  if (verifiedOn !== null) return 'VERIFIED';
  return acknowledgedOn === null ? 'APPLIED' : 'ACKNOWLEDGED';
}

/** The conditions for the confirmation of an application, each with what was found. */
export function confirmationFindings(application: ApplicationFact, facts: RegistrationFacts, on: Day, today: Day): readonly Finding[] {
  const { acknowledgedOn, verifiedOn } = application;
  return [
    ...closed(application).map(missed),
    step(acknowledgedOn, on, 'application-acknowledged', 'application-not-acknowledged'),
    step(verifiedOn, on, 'application-verified', 'application-not-verified'),
    ...registrationObjections(facts, on, today).map(missed),
    wsibFinding(facts, on),
  ];
}

/** Why an application may not be confirmed; null if it may. */
export const refuseConfirmation = (application: ApplicationFact, facts: RegistrationFacts, on: Day, today: Day): Refusal | null =>
  refusalOf(objectionsAmong(confirmationFindings(application, facts, on, today)));

/** Why an application may not be acknowledged or rejected; null if it may. */
export const refuseApplicationStep = (application: ApplicationFact): Refusal | null => refusalOf(closed(application));

/** Why the numbers of an application may not be recorded as verified; null if they may. */
export const refuseVerification = (application: ApplicationFact): Refusal | null =>
  refusalOf([...closed(application), ...(application.acknowledgedOn === null ? [notYet('application-not-acknowledged')] : [])]);

/** G-2.1.a: while an application is open, there is no second one, and no confirmation without it. */
export const refuseBesideApplication = (appliedOn: Day | null): Refusal | null =>
  refusalOf(appliedOn === null ? [] : [objection('ALREADY_RECORDED', 'G-2.1.a', because('application-open', { appliedOn }))]);

/** G-2.1.a: a rejected application is not reopened (the organization registers again), and neither is a confirmed one. */
function closed({ rejectedOn, confirmedOn }: ApplicationFact): readonly Objection[] {
  if (rejectedOn !== null) return [objection('REQUEST_CLOSED', 'G-2.1.a', because('application-rejected', { rejectedOn }))];
  return confirmedOn === null ? [] : [objection('REQUEST_CLOSED', 'G-2.1.a', because('application-confirmed', { confirmedOn }))];
}

type Missing = 'application-not-acknowledged' | 'application-not-verified';

const notYet = (id: Missing): Objection => objection('REQUEST_NOT_READY', 'G-2.1.a', because(id));

const step = (day: Day | null, by: Day, yes: 'application-acknowledged' | 'application-verified', no: Missing): Finding =>
  day !== null && day <= by ? either(true, 'G-2.1.a', because(yes, { day }), because(no)) : missed(notYet(no));
