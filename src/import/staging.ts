import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ReadCell, readCell } from './cell-text.ts';
import type { Column, ImportFile } from './column.ts';
import type { ImportFolder } from './folder.ts';
import { type FoundFile, isStray, passedOver } from './headers.ts';
import type { OnProgress } from './progress.ts';
import type { OnBytes, ReadRow, Row } from './row.ts';
import { isBlank } from './tables.ts';

/** The temporary table of a file's rows, each with its line, whether it is bad, and its values as read. */
export const stagingTable = ({ table }: ImportFile): string => `staged_${table}`;

/** A name of the format as an SQL identifier; some (`on`, `from`) are SQL keywords. */
export const quoted = (name: string): string => `"${name}"`;

/** Creates the temporary tables of an import; they end with the transaction. `file` in `problem` is the position in the order of the files. */
export async function createStaging(client: PoolClient, files: readonly ImportFile[]): Promise<void> {
  const tables = files.map(
    (file) => `create temp table ${stagingTable(file)} (line integer not null, bad boolean not null, problems json,
      ${file.columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')}) on commit drop`,
  );
  await client.query(`
    ${tables.join(';')};
    create temp table problem (file smallint not null, line integer, column_name text not null, severity text not null,
      clause text, reason text not null) on commit drop;
    create temp table affected_account (account_id uuid primary key, is_new boolean not null) on commit drop;
  `);
}

/** Reads every file of a folder into its staging table, row by row, as fast as the database takes them. */
export async function stageFolder(client: PoolClient, { found }: ImportFolder, onProgress: OnProgress): Promise<void> {
  const total = found.reduce((sum, { table }) => sum + table.bytes, 0);
  let done = 0;
  let rows = 0;
  const onRead: OnRead = (moreBytes, moreRows) => {
    done += moreBytes;
    rows += moreRows;
    // A row that cannot be parsed is read twice.
    onProgress({ phase: 'reading', done: Math.min(done, total), total, rows });
  };
  for (const each of found) await stageFile(client, each, onRead);
}

/** Called while a file is read, with the bytes and rows since the last call. */
type OnRead = (bytes: number, rows: number) => void;

async function stageFile(client: PoolClient, found: FoundFile, onRead: OnRead): Promise<void> {
  const { file } = found;
  const columns = ['line', 'bad', 'problems', ...file.columns.map(({ name }) => quoted(name))];
  const copy = client.query(copyFrom(`copy ${stagingTable(file)} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(copyChunks(found, onRead), { objectMode: false }), copy);
  await client.query(`analyze ${stagingTable(file)}`);
}

/** Characters sent to the database at once; fewer cost a system call each, more only memory. */
const CHUNK = 65_536;

async function* copyChunks(found: FoundFile, onRead: OnRead): AsyncGenerator<string> {
  const toStaged = stagedRow(found.file, found.header);
  let chunk = '';
  let rows = 0;
  for await (const row of rowsBelowHeader(found, (bytes) => onRead(bytes, 0))) {
    chunk += toStaged(row);
    rows++;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    onRead(0, rows);
    chunk = '';
    rows = 0;
  }
  onRead(0, rows);
  if (chunk) yield chunk;
}

/** The non-empty rows of a file, without its header. */
export async function* rowsBelowHeader({ table, headerLine }: FoundFile, onBytes: OnBytes = () => {}): AsyncGenerator<Row> {
  for await (const row of table.rows(onBytes)) {
    if (row.line > headerLine && ('unreadable' in row || !isBlank(row.values) || row.notes)) yield row;
  }
}

/** Column name, reason, and whether it is only a warning. */
type Problem = readonly [column: string, reason: string, severity: 'error' | 'warning'];

/** Creates the function that turns a row into a line of COPY's text format. */
function stagedRow(file: ImportFile, header: readonly string[]): (row: Row) => string {
  const columns = file.columns.map((column) => ({ column, at: header.indexOf(column.name) }));
  const nothing = columns.map(() => NULL);
  return (row) => {
    if ('unreadable' in row) return stagedLine(row.line, [['', row.unreadable, 'error']], nothing);
    if (isNoteOnly(row, header)) return stagedLine(row.line, [['', noteOnly, 'error']], nothing);
    const problems: Problem[] = [];
    if (hasMore(row.values, header))
      problems.push(['', 'has a value in a column without a name: name the column, or clear the value', 'error']);
    const fields = columns.map(({ column, at }) => readField(column, readCell(column, row.values[at] ?? '', row.notes?.get(at)), problems));
    return stagedLine(row.line, problems, fields);
  };
}

function stagedLine(line: number, problems: readonly Problem[], fields: readonly string[]): string {
  if (problems.length === 0) return `${line}\tf\t${NULL}\t${fields.join('\t')}\n`;
  const isBad = problems.some(([, , severity]) => severity === 'error');
  return `${line}\t${isBad ? 't' : 'f'}\t${field(JSON.stringify(problems))}\t${fields.join('\t')}\n`;
}

const hasMore = (values: readonly string[], header: readonly string[]): boolean => values.some((value, at) => isStray(value, at, header));

const noteOnly = 'says only what to mend: type the values of that row here, or delete this row';

/** Whether a row of a workbook of bad rows has nothing but what to mend: the row itself could not be read. */
const isNoteOnly = ({ values, notes }: ReadRow, header: readonly string[]): boolean =>
  notes === undefined && values.every((value, at) => value.trim() === '' || passedOver.includes(header[at] ?? ''));

/** COPY's notation for null. */
const NULL = '\\N';

function readField(column: Column, { value, warnings }: ReadCell, problems: Problem[]): string {
  for (const warning of warnings) problems.push([column.name, warning, 'warning']);
  if (typeof value === 'string') return field(value);
  if (value !== null) problems.push([column.name, value.reason, 'error']);
  else if (column.required) problems.push([column.name, 'must not be empty', 'error']);
  return value === null ? (column.empty ?? NULL) : NULL;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const field = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : text;
