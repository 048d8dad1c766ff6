import type { DataSource } from 'typeorm';
import { identityColumns } from '../accounts/account.loader.ts';
import { poolOf } from '../database/data-source.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import { audienceOf, isKnown } from '../disclosure/audience.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import { consentColumns } from '../disclosure/viewer-of.ts';
import { associationOf } from '../equivalency/visibility.ts';
import type { Day } from '../rules/calendar.ts';
import { type ChangeRecord, type ChangeSource, shownChange } from './change.source.ts';
import { type ChangeCriteria, criteriaConditions, meetsStandings } from './change-criteria.ts';
import { watchedUntil } from './watched.sql.ts';

/** Which part of the feed to read. */
export interface FeedPart {
  /** The position after which to begin. */
  readonly after: string;
  /** How many changes at most. */
  readonly first: number;
  readonly criteria: ChangeCriteria;
}

/** A part of the feed as visible to a caller. */
export interface FeedPage {
  readonly changes: readonly ChangeSource[];
  /** How far the feed was read, visible to the caller or not: continue after it. */
  readonly position: string;
  /** The last position. */
  readonly latest: string;
  /** Whether there are more changes for the caller. */
  readonly hasMore: boolean;
}

/** The minimum number of rows a statement reads: changes whose two sides look the same to the caller are dropped only afterwards. */
const LEAST_ROWS = 50;

/** Positions a statement covers: one that finds almost nothing in millions must stay within the time limit of a statement. */
const MOST_POSITIONS = 50_000;

/**
 * Reads the changes after a position that are visible to the caller today, in order. Every position up to `position` was stamped and
 * committed when it was read, so no change can appear before it later.
 */
export async function readChanges(source: DataSource, asking: Asking, { after, first, criteria }: FeedPart): Promise<FeedPage> {
  const changes: ChangeSource[] = [];
  const size = Math.max(first + 1, LEAST_ROWS);
  for (let from = after; ; ) {
    const { records, latest, upTo } = await readRecords(source, asking, criteria, { after: from, size });
    changes.push(...records.flatMap((record) => shownIf(asking, criteria, record)));
    const hasMore = changes.length > first;
    if (hasMore) return { changes: changes.slice(0, first), position: changes[first - 1]?.position ?? after, latest, hasMore };
    if (BigInt(upTo) >= BigInt(latest)) return { changes, position: upTo, latest, hasMore };
    from = upTo;
  }
}

/** The last position; every change up to it can be read. */
export async function latestPosition(source: DataSource): Promise<string> {
  const { rows } = await poolOf(source).query<{ latest: string }>(`select ${latestSql} as latest`);
  return rows[0]?.latest ?? '0';
}

const latestSql = 'coalesce((select max(position) from change), 0)';

function shownIf(asking: Asking, criteria: ChangeCriteria, record: FoundRecord): ChangeSource[] {
  const shown = shownChange(asking, record);
  return shown && meetsStandings(criteria, shown) && isInTime(record, shown) ? [shown] : [];
}

/** Tests the day that is shown: the day of the change itself may be one on which a hidden standing changed. */
const isInTime = ({ watchedUntil }: FoundRecord, { effectiveOn }: ChangeSource): boolean =>
  watchedUntil === null || effectiveOn <= watchedUntil;

interface FoundRecord extends ChangeRecord {
  /** The last day of the contract of the watch list asked for, if it has one. */
  readonly watchedUntil: Day | null;
}

interface Records {
  readonly records: readonly FoundRecord[];
  readonly latest: string;
  /** How far the statement looked. */
  readonly upTo: string;
}

/** The positions that one statement reads: so many after the one given. */
interface Batch {
  readonly after: string;
  readonly size: number;
}

type Row = Pick<Records, 'latest' | 'upTo'> & (FoundRecord | { readonly position: null });

async function readRecords(source: DataSource, asking: Asking, criteria: ChangeCriteria, batch: Batch): Promise<Records> {
  const { text, values } = recordsSql(asking, criteria, batch);
  const { rows } = await poolOf(source).query<Row>(text, [...values]);
  const [first] = rows;
  if (!first) throw new Error('The statement always returns the last position.');
  const records = rows.flatMap((row) => (row.position === null ? [] : [row]));
  const isFull = records.length === batch.size;
  return { latest: first.latest, upTo: (isFull ? records.at(-1)?.position : null) ?? first.upTo, records };
}

// One statement, so that the changes and the last position are of the same moment.
function recordsSql(asking: Asking, criteria: ChangeCriteria, { after, size }: Batch): Statement {
  const params = new SqlParameters();
  const consents = consentColumns(asking, 'a.id', 1);
  for (const value of consents.values) params.add(value);
  const from = params.add(after);
  const conditions = [
    `c.position > ${from}::bigint and c.position <= ${from}::bigint + ${MOST_POSITIONS}`,
    ...criteriaConditions(criteria, params),
    ...knownConditions(asking, params),
  ];
  const until = criteria.watched ? watchedUntil(criteria.watched, params) : 'null';
  const text = `
    select head.latest, greatest(${from}::bigint, least(${from}::bigint + ${MOST_POSITIONS}, head.latest)) as "upTo", found.*
    from (select ${latestSql} as latest) as head left join (
      select ${columns}, ${identityColumns}${consents.sql}, ${until} as "watchedUntil"
      from change c join account named on named.id = c.account_id join account a on a.id = coalesce(named.merged_into_id, named.id) left join recording r on r.id = c.recording_id
      where ${conditions.join(' and ')} order by c.position limit ${params.add(size)}
    ) as found on true order by found.position`;
  return { text, values: params.values };
}

const columns = `
  c.position, c.kind, c.effective_on as "effectiveOn", c.before_period as "beforePeriod", c.after_period as "afterPeriod",
  coalesce(r.recorded_at, date_trunc('milliseconds', c.recorded_at + interval '999 microseconds')) as "recordedAt",
  c.notice_days as "noticeDays", c.request_id as "requestId", c.before_status as "beforeStatus", c.after_status as "afterStatus",
  c.audit_id as "auditId", c.audit_step as "auditStep", c.audit_step_undone as "auditStepUndone", c.audit_event as "auditEvent"`;

/**
 * SQL: whether either side is visible to the caller; no condition for a caller who sees everything. The mask decides whether the sides then
 * differ.
 */
function knownConditions(asking: Asking, params: SqlParameters): string[] {
  const side = isKnown(audienceOf(asking), 'a', 'side', params);
  if (side === null) return [];
  const ways = [`exists (select from (values (c.before_standing), (c.after_standing)) as side (standing) where ${side})`];
  const association = associationOf(asking.caller);
  if (association !== null) ways.push(isConfirmedBy(params.add(association)));
  return [`(${ways.join(' or ')})`];
}

/** SQL: an association sees the requests that name it, once they are submitted. */
const isConfirmedBy = (association: string): string =>
  `exists (select from equivalency_request as q where q.id = c.request_id and q.host_association = ${association} and q.submitted_on is not null)`;
