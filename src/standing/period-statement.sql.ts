import { type PreparedStatement, preparedOnce } from '../database/prepared.ts';
import type { SqlParameters } from '../database/sql-parameters.ts';
import { type Audience, audienceName, isKnown } from '../disclosure/audience.ts';
import { isConsented } from '../disclosure/consent.sql.ts';
import { camelCase, milliseconds, presentInstant } from './answered-columns.sql.ts';
import { identityKnownThen, recordsKnownThen, waysKnownThen } from './known-then.sql.ts';
import { maskOfNumbers, numberedSql } from './numbered-periods.sql.ts';
import { accountsOfOrganizations, isNoOther, otherAccountFor, otherAccounts } from './other-accounts.sql.ts';
import { idColumns, periodColumns } from './standing-period.row.ts';
import { type SubjectKind, type Ways, waysToAnAccount } from './subject.sql.ts';

// The text of the statement by which standing-period.sql.ts finds the periods of subjects.

/**
 * Which columns are read: what nearly every answer shows, with the ids of its documents (i), with its reasons (w), or all that is known of the account.
 * Each is part of a statement's name.
 */
export type Extent = '' | '_i' | '_w' | '_iw' | '_all';

/** The columns of a period that are read. */
export function columnsIn(extent: Extent): readonly string[] {
  if (extent === '_all') return periodColumns;
  const left = new Set([
    'valid_from',
    'valid_to',
    ...(extent.includes('i') ? [] : idColumns),
    ...(extent.includes('w') ? [] : ['reasons']),
  ]);
  return periodColumns.filter((column) => !left.has(column));
}

/**
 * A statement contains only the ways asked for, and consents only if they count: each costs the start of its plan on every call. What is not visible
 * to the audience is left out here and not afterwards: rows that are read and thrown away take time, and time reveals them.
 */
export function statementFor(
  kinds: readonly SubjectKind[],
  known: 'now' | 'then',
  { audience, extent }: { readonly audience: Audience | null; readonly extent: Extent },
  params: SqlParameters,
): PreparedStatement {
  if (known === 'now' && extent !== '_all' && kinds.every((kind) => kind === 'wsibAccount')) {
    const mask = maskOfNumbers(audience, params);
    if (audience && mask)
      return preparedOnce(`numbered_periods${audienceName(audience)}${extent}`, () => numberedSql(mask, columnsIn(extent)));
  }
  const name = `periods_${known}_${kinds.map((kind) => kind.slice(0, 8)).join('_')}${audience ? audienceName(audience) : ''}${extent}`;
  const shown = shownTo(audience, params);
  return preparedOnce(name, () => (known === 'now' ? nowSql(kinds, shown, extent) : thenSql(kinds, shown, extent)));
}

/** What a statement adds for its audience: a column for what consents allow, where it comes from, and a condition; each may be empty. */
interface ShownTo {
  readonly isMasked: boolean;
  readonly columns: readonly string[];
  readonly joins: string;
  /** Whether the account's period may be read whole. */
  readonly gate: string;
}

function shownTo(audience: Audience | null, params: SqlParameters): ShownTo {
  let allow: string | null = null;
  const consents: typeof isConsented = (...consent) => {
    allow = isConsented(...consent);
    return 'consents.allow';
  };
  const condition = audience && isKnown(audience, 'account', 'held', params, consents);
  if (condition === null) return { isMasked: false, columns: [], joins: '', gate: 'true' };
  return {
    isMasked: true,
    columns: allow === null ? [] : ['consents.allow as "hasRegisteredConsent"'],
    // Once for each account named, whatever its standing. Without the offset, PostgreSQL would look only where the standing calls for it; without the
    // subject, it would remember the consents of an account that two subjects share.
    joins: allow === null ? '' : `cross join lateral (select ${allow} as allow where asked.at > 0 offset 0) as consents`,
    // In one condition over both: PostgreSQL would drop an account that merely stands in before it has read its period.
    gate: `case when ${condition} then ${isNoOther} else false end`,
  };
}

/** SQL: the positions of the subjects that are given as accounts and are the number of a document, whoever's (R-38: `proof` hides none). One look-up each, found or not. */
const numbersOfDocuments = (kinds: readonly SubjectKind[]): string => `(
    select array_agg(given.at::integer - 1)
    from unnest((select $${kinds.indexOf('wsibAccount') + 2}::text[])) with ordinality as given(number, at)
    cross join lateral (select from document_number where number = given.number limit 1) as document)`;

/** The columns that each row repeats. */
const repeated = (kinds: readonly SubjectKind[]): string =>
  kinds.includes('wsibAccount') ? `${numbersOfDocuments(kinds)} as documents, ` : '';

// The instant is reckoned once: without the offset, PostgreSQL would do so for every row, which took a seventh of its time for a list of a hundred.
const nowSql = (kinds: readonly SubjectKind[], shown: ShownTo, extent: Extent): string => `
  select once."presentAt", ${repeated(kinds)}answer.*
  from (select ${presentInstant} as "presentAt" offset 0) as once
  left join (
    select ${[...columns(identity, extent), ...shown.columns].join(', ')}
    ${accountsNamed(kinds, waysToAnAccount, shown.isMasked)}
    ${periodShown(currentPeriod, shown)}
  ) as answer on true
  order by answer.subject, answer."accountId"`;

const currentPeriod: PeriodOf = (columns, gate) => `
      select ${columns} from standing_period
      where account_id = account.id and valid_from <= (select $1::date) and asked.at > 0 and ${gate}
      order by valid_from desc limit 1`;

// What was known about an account at an instant is one whole timeline: the current one, or one that a later recording replaced.
const periodThen =
  (instant: string): PeriodOf =>
  (columns, gate) =>
    `
      (select ${columns} from standing_period join recording on recording.id = recording_id
      where account_id = account.id and valid_from <= (select $1::date) and asked.at > 0 and recorded_at <= ${instant} and ${gate}
      order by valid_from desc limit 1)
      union all
      (select ${columns} from standing_period_history
      join recording on recording.id = recording_id
      join recording as ending on ending.id = ended_by_recording_id
      where account_id = account.id and valid_from <= (select $1::date) and asked.at > 0 and ${gate}
        and recording.recorded_at <= ${instant} and ending.recorded_at > ${instant}
      order by valid_from desc limit 1)`;

function thenSql(kinds: readonly SubjectKind[], shown: ShownTo, extent: Extent): string {
  const instant = `(select $${kinds.length + 2}::timestamptz)`;
  return `
  select once.*, ${repeated(kinds)}answer.*
  from (
    select ${milliseconds('registry_now()')} as "presentAt", ${milliseconds('min(recorded_at)')} as "firstRecordedAt" from recording
  ) as once
  left join (
    select ${[...columns(identityKnownThen, extent), ...shown.columns].join(', ')}
    ${accountsNamed(kinds, waysKnownThen(instant), shown.isMasked)}
    ${recordsKnownThen(instant)}
    ${periodShown(periodThen(instant), shown)}
  ) as answer on true
  order by answer.subject, answer."accountId"`;
}

/** SQL: the period of `account` that holds on the day, by some of its columns, if a condition holds. */
type PeriodOf = (columns: string, gate: string) => string;

/**
 * The period of each account, as `p`, and then its organization. Where accounts may be hidden, only its standing is read first, and the rest of one that is visible: rows of visible
 * accounts are longer, so that one that stands in would take longer to copy than a hidden one.
 */
const periodShown = (periodOf: PeriodOf, { isMasked, joins, gate }: ShownTo): string => `
    ${isMasked ? `cross join lateral (${periodOf('standing', 'true')}) as held` : ''}
    ${joins}
    cross join lateral (${periodOf(periodColumns.join(', '), gate)}) as p
    ${byId('organization', 'account.organization_id', 'p.valid_from is not null')}`;

const columns = (identity: readonly string[], extent: Extent): readonly string[] => [
  'asked.at::integer - 1 as subject',
  'account.id as "accountId"',
  'organization.id as "organizationId"',
  ...identity,
  ...(extent === '_all' ? reference : []),
  ...columnsIn(extent).map((column) => `p.${column} as "${camelCase(column)}"`),
];

const reference = [
  'account.reference as "accountReference"',
  'named.kind as "documentKind"',
  'named.id as "documentId"',
  'named.number as "documentNumber"',
  'named.issued_on as "documentIssuedOn"',
];

const identity = ['account.wsib_account as "wsibAccount"', 'organization.legal_name as "organizationName"', 'organization.city'];

/**
 * The accounts named: `asked` is a subject, `named` an account it names, and the document by which it did. Where accounts may be hidden, another one is
 * read in place of an account that a number does not find: the gate drops it as it drops a hidden one.
 */
function accountsNamed(kinds: readonly SubjectKind[], ways: Ways, isMasked: boolean): string {
  const arrays = kinds.map((kind, index) => `(select $${index + 2}::${arrayType(kind)})`);
  const used = isMasked ? { ...ways, businessNumber: accountsOfOrganizations('asked."businessNumber"') } : ways;
  const numbers = isMasked ? guessable.filter((kind) => kinds.includes(kind)) : [];
  const otherOne = otherAccountFor('asked.at', numbers.length < kinds.length ? `coalesce(${quoted(numbers)})` : null);
  const asked = `unnest(${arrays.join(', ')}) with ordinality as asked(${quoted(kinds)}, at)`;
  // Which one stands in is found for every number, before it is known whether that finds one.
  const [from, join, id] =
    numbers.length > 0
      ? [
          `(select asked.*, ${otherOne} as other from ${asked} ${otherAccounts('(select cardinality($2))')} offset 0) as asked`,
          'left join',
          'coalesce(named.account_id, asked.other)',
        ]
      : [asked, 'join', 'named.account_id'];
  return `
  from ${from}
  ${join} lateral (${kinds.map((kind) => used[kind]).join(' union all ')}) as named (account_id, kind, id, number, issued_on) on true
  ${byId('account', id)}`;
}

/** Numbers that can be tried one after the other. An account's id cannot be guessed, and `proof` hides no document. */
const guessable: readonly SubjectKind[] = ['wsibAccount', 'businessNumber'];

const quoted = (kinds: readonly SubjectKind[]): string => kinds.map((kind) => `"${kind}"`).join(', ');

/**
 * A row by its id. The limit keeps the planner from joining whole tables: it takes the numbers asked for a few rows, and read every account for each
 * one that exists, so that the time revealed which do. Nor does it remember rows: that would reveal which numbers find the same one.
 */
const byId = (table: string, id: string, gate = 'asked.at > 0'): string =>
  `cross join lateral (select * from ${table} where id = ${id} and ${gate} limit 1) as ${table}`;

const arrayType = (kind: SubjectKind): string => (kind === 'account' ? 'uuid[]' : 'text[]');
