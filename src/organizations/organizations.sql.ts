import { inOrder, isWithin, type KeyRange, type OrderKey } from '../connection/key-range.ts';
import { countingSql } from '../connection/total.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import type { Audience } from '../disclosure/audience.ts';
import type { NameKeys } from '../names/name-keys.ts';
import { cityConditions, placeOf, standingConditions } from '../standing/criteria.sql.ts';
import type { Criteria } from '../standing/criteria.ts';

/** What to search for in the names of organizations: one of the parts of what was typed is enough. */
export interface NameSearch {
  readonly parts: readonly NameKeys[];
  readonly amongFormerNames: boolean;
}

/** A list of organizations, ready to be read or counted. */
export interface OrganizationList {
  readonly audience: Audience;
  /** What one account of an organization must meet. */
  readonly criteria: Criteria;
  readonly search: NameSearch | null;
}

const publicColumns = 'o.id as "organizationId", o.legal_name as "legalName", o.operating_name as "operatingName", o.city';
const wholeColumns = `${publicColumns}, o.business_number as "businessNumber", o.former_names as "formerNames"`;

/** SQL: the select list; what belongs to the file is read only where the audience may see a whole one. */
const columnsFor = ({ known, organizationId }: Audience): string =>
  known === null || organizationId !== null ? wholeColumns : publicColumns;

// Each is the expression of an index; "C" is its collation.
const sortName = 'folded(o.legal_name) collate "C"';
const names = `folded(o.legal_name || ' ' || coalesce(o.operating_name, ''))`;
const formerNames = 'folded(o.former_names)';
const nameWords = `name_words(o.legal_name || ' / ' || coalesce(o.operating_name, ''))`;

const byName: OrderKey = { value: sortName, type: 'text', id: 'o.id' };

/** The organizations that some ids resolve to and that have an account visible to the audience, in no order, each with the id as `askedId`. */
export function organizationsById(audience: Audience, criteria: Criteria, ids: readonly string[]): Statement {
  const params = new SqlParameters();
  const conditions = [`named.id = any(${params.add(ids)}::uuid[])`, ...conditionsOf({ audience, criteria, search: null }, params)];
  const from = 'organization named join organization o on o.id = coalesce(named.merged_into_id, named.id)';
  return { text: `select named.id as "askedId", ${columnsFor(audience)} from ${from} ${whereSql(conditions)}`, values: params.values };
}

/** The organizations of a range of a list in the order of their names, with `position` in it. */
export function organizationsOf(list: OrganizationList, range: KeyRange): Statement {
  const params = new SqlParameters();
  const conditions = [...conditionsOf(list, params), ...isWithin(range, byName, params)];
  const text = `select ${sortName} as position, ${columnsFor(list.audience)} from organization o ${whereSql(conditions)} ${inOrder(range, byName, params)}`;
  return { text, values: params.values };
}

/** How many organizations a list has. */
export function numberOfOrganizations(list: OrganizationList): Statement {
  const params = new SqlParameters();
  return { text: countingSql(`select from organization o ${whereSql(conditionsOf(list, params))}`, params), values: params.values };
}

/** So many found by their words are enough: names that are only spelled like the one searched for would hardly come before them. */
const ENOUGH = 20;

/**
 * At most so many of the organizations that a search finds by all their words, by any distinguishing one, and, where these are few, by a rough
 * similarity of letters, with their names as sorted.
 * Separate, because the words of a name take long to compute: an index has them.
 */
export function candidatesOf(list: OrganizationList & { readonly search: NameSearch }, most: number): Statement {
  const params = new SqlParameters();
  const limit = params.add(most);
  const { parts, amongFormerNames } = list.search;
  const branch = (ways: typeof byWritten, also: readonly string[] = []) => {
    const found = [
      isFound(parts, (part) => ways(part, amongFormerNames, params)),
      ...conditionsOf({ ...list, search: null }, params),
      ...also,
    ];
    const order = ways === byLetters && parts.length > 0 ? `order by ${roughLikeness(list.search, params)}, o.id` : '';
    return `(select ${sortName} as "sortName", ${columnsFor(list.audience)} from organization o ${whereSql(found)} ${order} limit ${limit})`;
  };
  const isFew = `(select count(*) from by_words) < ${params.add(ENOUGH)}`;
  const text = `with by_words as materialized (${branch(byWritten)} union ${branch(byWords)})
    select * from by_words union ${branch(byLetters, [isFew])}`;
  return { text, values: params.values };
}

/** SQL: the most similar first. */
function roughLikeness({ parts, amongFormerNames }: NameSearch, params: SqlParameters): string {
  const best = (of: (part: NameKeys) => string) => `greatest(${parts.map(of).join(', ')}) desc`;
  const like = (measure: string, text: string) => {
    const now = `${measure}(${params.add(text)}, ${names})`;
    return amongFormerNames ? `greatest(${now}, ${measure}(${params.add(text)}, ${formerNames}))` : now;
  };
  return `${best(({ key }) => like('word_similarity', key))}, ${best(({ words }) => like('similarity', words))}`;
}

const conditionsOf = ({ audience, criteria, search }: OrganizationList, params: SqlParameters): string[] => [
  ...cityConditions(criteria, params),
  ...(search
    ? [
        isFound(search.parts, (part) => [
          ...byWritten(part, search.amongFormerNames, params),
          ...byWords(part, search.amongFormerNames, params),
          ...byLetters(part, search.amongFormerNames, params),
        ]),
      ]
    : []),
  ...hasAccount(audience, criteria, params),
];

/** Whether an account of the organization whose standing is visible to the audience meets the criteria. One that was merged into another has none. */
function hasAccount(audience: Audience, criteria: Criteria, params: SqlParameters): string[] {
  const { joins, where } = standingConditions(audience, criteria, placeOf(criteria.on, params), params);
  if (where.length === 0) return ['o.merged_into_id is null'];
  return [`exists (select from account a ${joins.join(' ')} where a.organization_id = o.id and ${where.join(' and ')})`];
}

/** SQL: whether any of the parts is found in any way. */
function isFound(parts: readonly NameKeys[], ways: (part: NameKeys) => readonly string[]): string {
  const found = parts.flatMap(ways);
  return found.length === 0 ? 'false' : `(${found.join(' or ')})`;
}

const byWritten = ({ written, spelled }: NameKeys, _amongFormerNames: boolean, params: SqlParameters): readonly string[] => [
  ...(written.length > 0 ? [`${nameWords} @> ${params.add(written)}::text[]`] : []),
  ...(spelled.length > 0 ? [`${sortName} = any(${params.add(spelled)}::text[])`] : []),
];

const byWords = ({ anyOf, allOf }: NameKeys, _amongFormerNames: boolean, params: SqlParameters): readonly string[] => [
  ...(anyOf.length > 0 ? [`${nameWords} && ${params.add(anyOf)}::text[]`] : []),
  ...(allOf.length > 0 ? [`(${allOf.map((group) => `${nameWords} && ${params.add(group)}::text[]`).join(' and ')})`] : []),
];

/** `%>` holds if the words resemble a part of the name as far as pg_trgm.word_similarity_threshold requires. */
function byLetters({ key, areCommon }: NameKeys, amongFormerNames: boolean, params: SqlParameters): readonly string[] {
  if (key === '') return [];
  if (areCommon) return [`${sortName} like ${params.add(`${key}%`)}`];
  const now = `${names} %> ${params.add(key)}`;
  return amongFormerNames ? [now, `o.former_names <> '{}' and ${formerNames} %> ${params.add(key)}`] : [now];
}

const whereSql = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
