import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import { connectionOf, noteRecorded, type Unit } from '../database/unit-of-work.ts';
import { type PeriodRow, periodColumns } from './standing-period.row.ts';

/** The timeline of each account, by account id. */
export type Timelines = ReadonlyMap<string, readonly PeriodRow[]>;

/** The timelines as stored; an account without one has an empty list. */
export async function storedTimelines(tx: EntityManager, accountIds: readonly string[]): Promise<Timelines> {
  const connection = await connectionOf(tx);
  const { rows } = await connection.query<[account: string, ...PeriodRow]>({
    name: 'stored_timelines',
    text: `select account_id, ${periodColumns.join(', ')} from standing_period
      where account_id = any(${givenIds}) order by account_id, valid_from`,
    values: [idArray(accountIds)],
    rowMode: 'array',
  });
  const timelines = new Map<string, PeriodRow[]>(accountIds.map((id) => [id, []]));
  for (const [account, ...row] of rows) timelines.get(account)?.push(row);
  return timelines;
}

/** Moves the whole timelines of the accounts to the history, as known until this unit. What the unit itself wrote was never known. */
export async function endTimelines({ tx, recordingId }: Unit, accountIds: readonly string[]): Promise<void> {
  const columns = ['account_id', ...periodColumns, 'recording_id'].join(', ');
  await tx.query(
    `with ended as (delete from standing_period where account_id = any(${givenIds}) returning *)
     insert into standing_period_history (${columns}, ended_by_recording_id)
     select ${columns}, $2::bigint from ended where recording_id <> $2::bigint`,
    [idArray(accountIds), recordingId],
  );
}

/**
 * Stores timelines of accounts that have none. They may be computed on demand: PostgreSQL then stores the first while the next is computed. By COPY,
 * because an INSERT from arrays took two to three times as long.
 */
export async function insertTimelines(
  unit: Unit,
  timelines: Iterable<readonly [accountId: string, rows: readonly PeriodRow[]]>,
): Promise<void> {
  const connection = await connectionOf(unit.tx);
  const copy = connection.query(copyFrom(`copy standing_period (account_id, ${periodColumns.join(', ')}, recording_id) from stdin`));
  await pipeline(Readable.from(chunksOf(timelines, unit.recordingId)), copy);
  if (copy.rowCount > 0) await noteRecorded(unit);
}

/** A chunk is a message to PostgreSQL and a write to its socket: smaller ones need more of them, larger ones keep PostgreSQL waiting. */
const CHUNK = 32_768;

function* chunksOf(timelines: Iterable<readonly [string, readonly PeriodRow[]]>, recordingId: string): Iterable<string> {
  let lines = '';
  for (const [account, rows] of timelines) {
    for (const row of rows) lines += `${account}\t${row.map(copyField).join('\t')}\t${recordingId}\n`;
    if (lines.length < CHUNK) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

const copyField = (value: string | number | null, at: number): string => {
  if (value === null) return '\\N';
  return typeof value === 'string' && isFreeText[at] && special.test(value) ? escaped(value) : `${value}`;
};

/** By the column's position: whether the value contains outside text. The others are days, ids and words of this registry. */
const isFreeText = periodColumns.map((column) => column.endsWith('_number') || column === 'reasons');

// Characters with a meaning in COPY's text format.
const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (value: string): string => value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '');
