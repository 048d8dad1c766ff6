import type { SqlParameters } from '../database/sql-parameters.ts';
import { type Audience, isKnown } from '../disclosure/audience.ts';
import { earliestIssueInForce } from '../rules/standing/lookback.ts';
import { isConsideredCertified, type Standing } from '../rules/standing/standing.ts';
import { type Criteria, everyStanding } from './criteria.ts';

/**
 * SQL: whether a row of standing_period begins the run of equal standing that lasts on a day. An account has one such row, which says from
 * when to when its standing of the day lasts; the conditions are those of standing_period_run_idx.
 */
export const isRunOn = (run: string, day: string): string =>
  `${run}.valid_from - ${run}.since = 0 and ${run}.since <= ${day}::date and (${run}.holds_until is null or ${run}.holds_until > ${day}::date)`;

/** SQL: the criteria on the days of a run. */
export const runConditions = (run: string, { endingBefore, pendingSince }: Criteria, params: SqlParameters): string[] => [
  ...(endingBefore ? [`${run}.holds_until <= ${params.add(endingBefore)}::date`] : []),
  ...(pendingSince ? [`${run}.since <= ${params.add(pendingSince)}::date`] : []),
];

/** SQL: the period of an account on a day, to be joined as `p`; only starts decide. */
export const periodOn = (account: string, day: string): string => `lateral (
    select * from standing_period where account_id = ${account} and valid_from <= ${day}::date order by valid_from desc limit 1
  ) as p`;

/** SQL: the criteria on a period `p`. */
export const periodConditions = ({ standard, basis }: Criteria, params: SqlParameters): string[] => [
  ...(standard ? [`p.standard = ${params.add(standard)}`] : []),
  ...(basis ? [`p.basis = ${params.add(basis)}`] : []),
];

/**
 * SQL: where PostgreSQL finds the accounts for rare criteria, so that it need not examine every account: those whose standing ever rested on
 * something other than an external audit, and those with a certificate of the older COR, by its age if only those in force are asked for.
 */
export function fewAccounts(
  account: string,
  { on, standard, basis }: Criteria,
  standings: readonly Standing[],
  params: SqlParameters,
): string[] {
  const isFew = basis !== null && basis !== 'EXTERNAL_AUDIT';
  const ofBasis = () => `select account_id from standing_period where basis <> 'EXTERNAL_AUDIT' and basis = ${params.add(basis)}`;
  const areInForce = standings.every(isConsideredCertified);
  const since = () => (areInForce ? `and issued_on >= ${params.add(earliestIssueInForce(on))}::date` : '');
  const ofCor = () => `select account_id from certificate where standard = 'COR' and issued_on <= ${params.add(on)}::date ${since()}`;
  return [...(isFew ? [`${account} in (${ofBasis()})`] : []), ...(standard === 'COR' ? [`${account} in (${ofCor()})`] : [])];
}

/** SQL: whether an organization `o` is in the city asked, as organization_city_idx has it. */
export const cityConditions = ({ city }: Criteria, params: SqlParameters): string[] =>
  city === null ? [] : [`folded(o.city) collate "C" = folded(${params.add(city)})`];

/**
 * The standings to look for: those visible to the audience for every account, and those visible for some only: its own, and those that
 * consent.
 */
export function standingsToRead({ known, organizationId, recipients }: Audience, { standings }: Criteria) {
  const asked = standings ?? everyStanding;
  const openly = asked.filter((standing) => known?.includes(standing) ?? true);
  const knowsMore = organizationId !== null || recipients !== null;
  return { openly, ofSome: knowsMore ? asked.filter((standing) => !openly.includes(standing)) : [] };
}

/** The placeholder of a value, assigned when it is first needed: PostgreSQL accepts none that a statement does not mention. */
export function placeOf(value: unknown, params: SqlParameters): () => string {
  let placeholder: string | null = null;
  return () => {
    placeholder ??= params.add(value);
    return placeholder;
  };
}

/** SQL: the tables and conditions that select an account `a` whose standing on the day is asked for and visible; both empty if all are. */
export function standingConditions(
  audience: Audience,
  criteria: Criteria,
  day: () => string,
  params: SqlParameters,
): { joins: string[]; where: string[] } {
  const known = isKnown(audience, 'a', 'r', params);
  const asked = criteria.standings ? [`r.standing = any(${params.add(criteria.standings)}::text[])`] : [];
  const ofRun = [...(known ? [known] : []), ...asked, ...runConditions('r', criteria, params)];
  const { openly, ofSome } = standingsToRead(audience, criteria);
  const ofPeriod = [...periodConditions(criteria, params), ...fewAccounts('a.id', criteria, [...openly, ...ofSome], params)];
  return {
    joins: [
      ...(ofRun.length > 0 ? [`join standing_period r on r.account_id = a.id and ${isRunOn('r', day())}`] : []),
      ...(ofPeriod.length > 0 ? [`cross join ${periodOn('a.id', day())}`] : []),
    ],
    where: [...ofRun, ...ofPeriod],
  };
}
