import { inOrder, isWithin, type KeyRange, type OrderKey } from '../connection/key-range.ts';
import { countingSql } from '../connection/total.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import { type Audience, isKnown } from '../disclosure/audience.ts';
import { earliestIssueInForce } from '../rules/standing/lookback.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { cityConditions, fewAccounts, periodOn, standingsToRead } from '../standing/criteria.sql.ts';
import type { Criteria } from '../standing/criteria.ts';

/** A kind of document with its certificate as `c`: the tables, its alias, and the column of a period that names it. */
interface DocumentKind {
  readonly from: string;
  readonly alias: 'c' | 'l';
  readonly shownAs: 'certificate_id' | 'letter_id';
}

/** The kinds of documents that can be listed. */
export const documentKinds = {
  certificate: { from: 'certificate c', alias: 'c', shownAs: 'certificate_id' },
  letter: { from: 'letter_of_good_standing l join certificate c on c.id = l.certificate_id', alias: 'l', shownAs: 'letter_id' },
} as const satisfies Readonly<Record<string, DocumentKind>>;

/** A list of documents, ready to be read or counted. */
export interface DocumentList {
  readonly kind: DocumentKind;
  readonly audience: Audience;
  readonly criteria: Criteria;
  /** Further conditions of this kind, on `c` or `l`. */
  readonly further: (params: SqlParameters) => string[];
}

/** SQL: the standard of a certificate `c` on the day of the list: that of its last period until then, else the one it was issued to. */
const standardOnDay = 'coalesce(p.standard, c.standard)';

/** SQL: the same on another day. */
export const standardOn = (day: string): string => `coalesce((
    select held.standard from standing_period as held where held.account_id = c.account_id and held.certificate_id = c.id
      and held.valid_from <= ${day}::date order by held.valid_from desc limit 1), c.standard)`;

/** The documents of a range of a list, with `position` in its order; `columns` are of `c`, `l`, the account `a` and the period `p`. */
export function documentsOf(list: DocumentList, range: KeyRange, columns: (params: SqlParameters) => string): Statement {
  const params = new SqlParameters();
  const { alias } = list.kind;
  const key: OrderKey = { value: `${alias}.issued_on`, type: 'date', id: `${alias}.id` };
  const selected = columns(params);
  const conditions = [...conditionsOf(list, params), ...isWithin(range, key, params)];
  const text = `select ${key.value}::text as position, ${selected} ${fromSql(list, params)} ${whereSql(conditions)} ${inOrder(range, key, params)}`;
  return { text, values: params.values };
}

/** How many documents a list has. */
export function numberOfDocuments(list: DocumentList): Statement {
  const params = new SqlParameters();
  return { text: countingSql(`select ${fromSql(list, params)} ${whereSql(conditionsOf(list, params))}`, params), values: params.values };
}

/** Whether to list only documents that a standing of the day rests on: for a caller who may not see all, or if a standing is asked for. */
const areShown = ({ audience, criteria }: DocumentList): boolean => audience.known !== null || criteria.standings !== null;

function fromSql(list: DocumentList, params: SqlParameters): string {
  const { kind, criteria } = list;
  const day = params.add(criteria.on);
  const city = criteria.city === null ? '' : 'join organization o on o.id = a.organization_id';
  const period = areShown(list) ? `cross join ${periodOn('a.id', day)}` : `left join ${lastHeldOn(day)} on true`;
  return `from ${kind.from} join account a on a.id = c.account_id ${city} ${period}`;
}

const lastHeldOn = (day: string): string => `lateral (
    select standard from standing_period where account_id = a.id and certificate_id = c.id and valid_from <= ${day}::date
    order by valid_from desc limit 1
  ) as p`;

function conditionsOf(list: DocumentList, params: SqlParameters): string[] {
  const { criteria, further } = list;
  return [
    ...(areShown(list) ? shownConditions(list, params) : []),
    ...(criteria.standard ? [`${standardOnDay} = ${params.add(criteria.standard)}`] : []),
    ...(criteria.basis ? [`c.basis = ${params.add(criteria.basis)}`] : []),
    ...cityConditions(criteria, params),
    ...further(params),
  ];
}

/** A visible standing rests on the document; no older document can be in force. */
function shownConditions({ kind: { alias, shownAs }, audience, criteria }: DocumentList, params: SqlParameters): string[] {
  const { openly, ofSome } = standingsToRead(audience, criteria);
  const standings = [...openly, ...ofSome];
  const known = isKnown(audience, 'a', 'p', params);
  const day = params.add(criteria.on);
  return [
    `p.${shownAs} = ${alias}.id`,
    ...(known ? [known] : []),
    `p.standing = any(${params.add(standings)}::text[])`,
    `${alias}.issued_on <= ${day}::date`,
    ...(standings.every(isConsideredCertified) ? [`${alias}.issued_on >= ${params.add(earliestIssueInForce(criteria.on))}::date`] : []),
    ...fewAccounts('a.id', criteria, standings, params),
  ];
}

const whereSql = (conditions: readonly string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
