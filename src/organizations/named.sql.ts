import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import type { Audience } from '../disclosure/audience.ts';
import { MOST_GROUPS, type NameKeys } from '../names/name-keys.ts';
import { placeOf, standingConditions } from '../standing/criteria.sql.ts';
import type { Criteria } from '../standing/criteria.ts';

/** An organization found for one of many names, and its accounts that are visible to the audience on the day. */
export interface NamedOrganization {
  /** Position of the name among those asked, from 0. */
  readonly at: number;
  readonly organizationId: string;
  readonly legalName: string;
  readonly operatingName: string | null;
  /** Empty if they are not visible to the caller. */
  readonly formerNames: readonly string[];
  readonly accounts: readonly string[];
}

/** Whose organizations are searched, and for which day. */
export interface NamesAsked {
  readonly audience: Audience;
  readonly criteria: Criteria;
  readonly amongFormerNames: boolean;
}

/** The keys of a part of a name, and the position of its name; a name may have several parts. */
export type AskedKeys = NameKeys & { readonly at: number };

/** The most organizations that are compared for one part of a name: more would be too many to choose from. */
const MOST_BY_WORDS = 40;
const MOST_BY_LETTERS = 15;

const names = `folded(o.legal_name || ' ' || coalesce(o.operating_name, ''))`;
const nameWords = `name_words(o.legal_name || ' / ' || coalesce(o.operating_name, ''))`;
const formerNames = 'folded(o.former_names)';

/** No name has it: what to search for if there is nothing to search for. */
const NO_WORD = '-';

/**
 * The organizations whose name has all the words of a name as written, or that are spelled like it where no word distinguishes it, for all names in one
 * statement: an exact legal name is among them.
 */
export function organizationsByName(asked: NamesAsked, keys: readonly AskedKeys[]): Statement {
  const params = new SqlParameters();
  const texts = [writtenAsked(keys), spelledAsked(keys), keys.map(({ words }) => words)];
  const arrays = texts.map((each) => `${params.add(each)}::text[]`);
  const spelled = `${spelling('o.legal_name')} = any(string_to_array(n.spelled, chr(10)))`;
  // As one condition with the index's own, PostgreSQL would compare the words of each organization found once more.
  const order = `(n.spelled <> '' and ${spelled}) desc, similarity(${names}, n.words) desc, o.id limit ${params.add(MOST_BY_WORDS)}`;
  const condition = `(${nameWords} @> string_to_array(n.written, ' ') or ${spelled})`;
  return statement(asked, keys, { arrays, columns: 'written, spelled, words', condition, order }, params);
}

/** SQL: a name as it is compared with the spellings of a legal name. An index has it. */
export const spelling = (name: string): string => `folded(${name}) collate "C"`;

/** The spellings of each legal name, as the statements take them. */
export const spelledAsked = (keys: readonly AskedKeys[]): readonly string[] => keys.map(({ spelled }) => spelled.join('\n'));

/** The words of each name as written, as the statements take them. */
export const writtenAsked = (keys: readonly AskedKeys[]): readonly string[] => keys.map(({ written }) => written.join(' ') || NO_WORD);

/**
 * The organizations with one of the distinguishing words of a name, or with all of its words if none distinguishes: for all names in one statement.
 */
export function organizationsByWords(asked: NamesAsked, keys: readonly AskedKeys[]): Statement {
  const params = new SqlParameters();
  const texts = [...wordsAsked(keys), keys.map(({ words }) => words)];
  const arrays = texts.map((each) => `${params.add(each)}::text[]`);
  const found = `(${hasWordsAsked(nameWords)})`;
  // As one condition PostgreSQL would compare the words of every organization found once more, which takes ten times as long as to find them.
  const former = `o.former_names <> '{}' and ${formerNames} %> n.words`;
  const either = `o.id in (select o.id from organization o where ${found} union all select o.id from organization o where ${former})`;
  const nearest = asked.amongFormerNames
    ? `greatest(similarity(${names}, n.words), similarity(${formerNames}, n.words))`
    : `similarity(${names}, n.words)`;
  const order = `${nearest} desc, o.id limit ${params.add(MOST_BY_WORDS)}`;
  const columns = `${columnsOfWords}, words`;
  return statement(asked, keys, { arrays, columns, condition: asked.amongFormerNames ? either : found, order }, params);
}

/** The words of each name as the statements take them: those of which one is enough, and the groups of which each must have one. */
export function wordsAsked(keys: readonly AskedKeys[]): readonly (readonly string[])[] {
  const groups = Array.from({ length: MOST_GROUPS }, (_, at) => keys.map(({ allOf }) => (allOf[at] ?? allOf[0] ?? [NO_WORD]).join(' ')));
  return [keys.map(({ anyOf }) => anyOf.join(' ')), ...groups];
}

const groupColumns = Array.from({ length: MOST_GROUPS }, (_, at) => `all_of_${at + 1}`);

/** The columns of these words. */
export const columnsOfWords = ['any_of', ...groupColumns].join(', ');

/** SQL: whether the words of a name are among those asked for. */
export const hasWordsAsked = (words: string): string =>
  `${words} && string_to_array(n.any_of, ' ') or ${groupColumns.map((group) => `${words} && string_to_array(n.${group}, ' ')`).join(' and ')}`;

/** The organizations with a name of similar letters, as far as pg_trgm.word_similarity_threshold requires: for all names in one statement. */
export function organizationsByLetters(asked: NamesAsked, keys: readonly AskedKeys[]): Statement {
  const params = new SqlParameters();
  const telling = keys.filter(({ areCommon }) => !areCommon);
  const arrays = [telling.map(({ key }) => key), telling.map(({ words }) => words)].map((each) => `${params.add(each)}::text[]`);
  const order = `word_similarity(n.key, ${names}) desc, similarity(${names}, n.words) desc, o.id limit ${params.add(MOST_BY_LETTERS)}`;
  return statement(asked, telling, { arrays, columns: 'key, words', condition: `${names} %> n.key`, order }, params);
}

interface Look {
  readonly arrays: readonly string[];
  readonly columns: string;
  readonly condition: string;
  readonly order: string;
}

/** The mask is applied inside, before the limit: a hidden organization never takes the place of a visible one. */
function statement(
  { audience, criteria, amongFormerNames }: NamesAsked,
  keys: readonly AskedKeys[],
  look: Look,
  params: SqlParameters,
): Statement {
  const { joins, where } = standingConditions(audience, criteria, placeOf(criteria.on, params), params);
  const visible = ['a.organization_id = o.id', ...where].join(' and ');
  const text = `
    select n.at, found.* from unnest(${params.add(keys.map(({ at }) => at))}::integer[], ${look.arrays.join(', ')}) as n(at, ${look.columns})
    cross join lateral (
      select o.id as "organizationId", o.legal_name as "legalName", o.operating_name as "operatingName",
        ${amongFormerNames ? 'o.former_names' : `'{}'::text[]`} as "formerNames", visible.accounts
      from organization o
      cross join lateral (select array_agg(a.id::text order by a.id) as accounts from account a ${joins.join(' ')} where ${visible}) as visible
      where visible.accounts is not null and ${look.condition}
      order by ${look.order}
    ) as found`;
  return { text, values: params.values };
}
