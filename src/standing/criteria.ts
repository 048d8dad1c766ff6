import type { Day } from '../rules/calendar.ts';
import type { Standard } from '../rules/facts.ts';
import type { Basis, Standing } from '../rules/standing/standing.ts';
import type { AccountCriteria } from './account-filter.input.ts';
import { Standing as Standings } from './standing.type.ts';

/** The criteria of a list on its accounts; null means no condition. */
export interface Criteria {
  readonly on: Day;
  readonly standings: readonly Standing[] | null;
  readonly standard: Standard | null;
  readonly basis: Basis | null;
  readonly city: string | null;
  readonly endingBefore: Day | null;
  readonly pendingSince: Day | null;
}

/** The criteria of a filter. Default: every account, today. */
export const criteriaOf = (filter: AccountCriteria | null | undefined, today: Day): Criteria => ({
  on: filter?.on ?? today,
  standings: standingsAsked(filter ?? {}),
  standard: filter?.standard ?? null,
  basis: filter?.basis ?? null,
  city: filter?.city?.trim() ?? null,
  endingBefore: filter?.endingBefore ?? null,
  pendingSince: filter?.pendingSince ?? null,
});

/** What an account can have on a day: no account has the standing that replaces hidden ones. */
export const everyStanding: readonly Standing[] = Object.values(Standings).filter((each) => each !== 'NO_CURRENT_CERTIFICATION');

function standingsAsked({ standing, pendingSince }: AccountCriteria): readonly Standing[] | null {
  const asked = standing ? everyStanding.filter((each) => standing.includes(each)) : null;
  return pendingSince ? (asked ?? everyStanding).filter((each) => each === 'PENDING') : asked;
}
