import { addYears, type Day } from '../calendar.ts';
import { because, type Refusal } from '../decision.ts';
import { nameRetentionYears, valueOn } from '../parameters.ts';
import type { Span } from './issuing-facts.ts';
import { objection, refusalOf } from './objections.ts';

/** The facts that decide how long the name of a person is kept. */
export interface KeptPerson {
  /** Day on which the person was entered. */
  readonly enteredOn: Day;
  /** The last days of the person's roles; null for a current one. */
  readonly rolesEndedOn: readonly (Day | null)[];
}

/** the last day on which the name of a person is kept; null while a role lasts. For a person without a role the day of entry counts. */
export function nameKeptUntil({ enteredOn, rolesEndedOn }: KeptPerson): Day | null {
  if (rolesEndedOn.includes(null)) return null;
  const last = [enteredOn, ...rolesEndedOn.filter((day) => day !== null)].toSorted().at(-1) ?? enteredOn;
  return addYears(last, valueOn(nameRetentionYears, last));
}

/** The facts that decide whether the name of an external auditor may be erased. */
export interface NamedAuditor {
  /** Periods on the approved list, both days included. */
  readonly listed: readonly Span[];
  /** Whether an external audit or re-audit by the auditor has no report yet. */
  readonly awaitsReport: boolean;
  readonly erasedOn: Day | null;
}

/** why the name of an external auditor may not be erased; null if it may. The approved list is public, and a report that is awaited is asked of its author. */
export function refuseErasingAuditor({ listed, awaitsReport, erasedOn }: NamedAuditor, today: Day): Refusal | null {
  const onList = listed.find(({ to }) => to === null || to >= today);
  return refusalOf([
    ...(erasedOn === null ? [] : [objection('ALREADY_RECORDED', 'R-63', because('auditor-erased-already', { erasedOn }))]),
    ...(onList ? [objection('STILL_NEEDED', 'R-63', because('refused-erasing-listed', { from: onList.from }))] : []),
    ...(awaitsReport ? [objection('STILL_NEEDED', 'R-63', because('refused-erasing-unreported'))] : []),
  ]);
}
