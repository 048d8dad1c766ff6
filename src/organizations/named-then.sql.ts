import type { Instant } from '../contract/scalars.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import {
  type AskedKeys,
  columnsOfWords,
  hasWordsAsked,
  type NamedOrganization,
  spelledAsked,
  spelling,
  wordsAsked,
  writtenAsked,
} from './named.sql.ts';

/** An organization with its names as recorded at an instant; `at` is null where it was asked about by its id. */
export interface NamedThen extends Omit<NamedOrganization, 'at'> {
  readonly at: number | null;
}

/**
 * R-46: of the organizations whose record was replaced since the instant, those of some ids, and those whose legal or operating name of then is like one
 * of the names asked about: by its words or by its letters. Each with the accounts that it has or had: those of a firm that was merged are another's now.
 */
export function organizationsNamedThen(keys: readonly AskedKeys[], ids: readonly string[], knownAt: Instant): Statement {
  const params = new SqlParameters();
  const instant = params.add(knownAt);
  const places = [
    `${params.add(keys.map(({ at }) => at))}::integer[]`,
    ...wordsAsked(keys).map((words) => `${params.add(words)}::text[]`),
    `${params.add(writtenAsked(keys))}::text[]`,
    `${params.add(spelledAsked(keys))}::text[]`,
    `${params.add(keys.map(({ key, areCommon }) => (areCommon ? null : key)))}::text[]`,
  ];
  const since = (history: string): string => `coalesce(ended.recorded_at, ${history}.replaced_at) > ${instant}::timestamptz`;
  const text = `
    with known as materialized (
      select distinct on (replaced.fact_id) replaced.fact_id as id, replaced.was->>'legal_name' as "legalName",
        replaced.was->>'operating_name' as "operatingName"
      from fact_history as replaced left join recording as ended on ended.id = replaced.recording_id
      where replaced.fact = 'organization' and ${since('replaced')}
      order by replaced.fact_id, replaced.version
    ), held as materialized (
      select distinct on (moved.fact_id) moved.fact_id as id, (moved.was->>'organization_id')::uuid as "organizationId"
      from fact_history as moved left join recording as ended on ended.id = moved.recording_id
      where moved.fact = 'account' and ${since('moved')}
      order by moved.fact_id, moved.version
    ), named as (
      select null::integer as at, known.* from known where known.id = any(${params.add(ids)}::uuid[])
      union all
      select n.at, known.* from unnest(${places.join(', ')}) as n(at, ${columnsOfWords}, written, spelled, key) join known on
        ${hasWordsAsked(`name_words(known."legalName" || ' / ' || coalesce(known."operatingName", ''))`)}
        or name_words(known."legalName" || ' / ' || coalesce(known."operatingName", '')) @> string_to_array(n.written, ' ')
        or ${spelling('known."legalName"')} = any(string_to_array(n.spelled, chr(10)))
        or folded(known."legalName" || ' ' || coalesce(known."operatingName", '')) %> n.key
    )
    select named.at, named.id as "organizationId", named."legalName", named."operatingName", '{}'::text[] as "formerNames",
      array(
        select a.id::text from account a where a.organization_id = named.id
        union select held.id::text from held where held."organizationId" = named.id order by 1
      ) as accounts
    from named order by named.id`;
  return { text, values: params.values };
}
