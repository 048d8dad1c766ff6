import type { Day } from '../../rules/calendar.ts';
import type { AccountAnswer, TimelinePeriod } from '../operations.ts';

/** A firm that is watched, as its reader may see it. */
export interface Subject {
  /** The number that was asked about, which is in the address of its calendar. */
  readonly number: string;
  /** Its name; its number where it is hidden or does not exist. */
  readonly firm: string;
  readonly standing: string;
  readonly label: string;
  readonly timeline: readonly TimelinePeriod[];
  readonly today: Day;
  /** Address of its page. */
  readonly page: string;
}

/** The firm of an answer as the one to watch. */
export function subjectOf(
  { address, today }: { readonly address: string; readonly today: Day },
  number: string,
  { found, organizationName, standing, standingLabel, account }: AccountAnswer['verify'],
): Subject {
  return {
    number,
    firm: (found ? organizationName : null) ?? number,
    standing: standing ?? '',
    label: standingLabel ?? '',
    timeline: account?.timeline ?? [],
    today,
    page: `${address}/accounts/${encodeURIComponent(number)}`,
  };
}
