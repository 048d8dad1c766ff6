import { addYears, type Day } from '../calendar.ts';
import { nameRetentionYears, valueOn } from '../parameters.ts';

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
