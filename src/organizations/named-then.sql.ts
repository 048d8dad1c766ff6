import type { Instant } from '../contract/scalars.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import { type AskedKeys, type NamedOrganization, wordsAsked } from './named.sql.ts';

/** An organization with its names as recorded at an instant; `at` is null where it was asked about by its id. */
export interface NamedThen extends Omit<NamedOrganization, 'at'> {
  readonly at: number | null;
}

/**
 * of the organizations whose record was replaced since the instant, those of some ids, and those whose legal or operating name of then is like one
 * of the names asked about: by its words or by its letters.
 */
export function organizationsNamedThen(keys: readonly AskedKeys[], ids: readonly string[], knownAt: Instant): Statement {
  const params = new SqlParameters();
  const { anyOf, allOf } = wordsAsked(keys);
  const places = [
    `${params.add(keys.map(({ at }) => at))}::integer[]`,
    `${params.add(anyOf)}::text[]`,
    `${params.add(allOf)}::text[]`,
    `${params.add(keys.map(({ key, areCommon }) => (areCommon ? null : key)))}::text[]`,
  ];
  const text = `
    with known as materialized (
      select distinct on (replaced.fact_id) replaced.fact_id as id, replaced.was->>'legal_name' as "legalName",
        replaced.was->>'operating_name' as "operatingName"
      from fact_history as replaced left join recording as ended on ended.id = replaced.recording_id
      where replaced.fact = 'organization' and coalesce(ended.recorded_at, replaced.replaced_at) > ${params.add(knownAt)}::timestamptz
      order by replaced.fact_id, replaced.version
    ), named as (
      select null::integer as at, known.* from known where known.id = any(${params.add(ids)}::uuid[])
      union all
      select n.at, known.* from unnest(${places.join(', ')}) as n(at, any_of, all_of, key) join known on
        name_words(known."legalName" || ' / ' || coalesce(known."operatingName", '')) && string_to_array(n.any_of, ' ')
        or name_words(known."legalName" || ' / ' || coalesce(known."operatingName", '')) @> string_to_array(n.all_of, ' ')
        or folded(known."legalName" || ' ' || coalesce(known."operatingName", '')) %> n.key
    )
    select named.at, named.id as "organizationId", named."legalName", named."operatingName", '{}'::text[] as "formerNames",
      array(select a.id::text from account a where a.organization_id = named.id order by a.id) as accounts
    from named order by named.id`;
  return { text, values: params.values };
}
