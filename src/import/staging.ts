import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Column, ImportFile } from './columns.ts';
import type { FoundFile, ImportFolder } from './folder.ts';
import type { OnProgress } from './progress.ts';
import { type CsvRow, csvRows } from './read-csv.ts';
import { Unreadable, whyNotText } from './values.ts';

/** The temporary table that holds the rows of a file, each with its line, whether it is bad, and its values as they were read. */
export const stagingTable = ({ table }: ImportFile): string => `staged_${table}`;

/** A name of the format as an SQL identifier; some (`on`, `from`) are words of SQL. */
export const quoted = (name: string): string => `"${name}"`;

/** Makes the tables an import works in; they end with the transaction. `file` in `problem` is the place in the order of the files. */
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

/** Reads every file of a folder into its staging table, row by row, at the pace of the database. */
export async function stageFolder(client: PoolClient, { found }: ImportFolder, onProgress: OnProgress): Promise<void> {
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
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

/** Told as a file is read: bytes and rows since the last time. */
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

async function* copyChunks({ file, path, header }: FoundFile, onRead: OnRead): AsyncGenerator<string> {
  const toStaged = stagedRow(file, header);
  let chunk = '';
  let rows = 0;
  let isHeader = true;
  for await (const row of csvRows(path, (bytes) => onRead(bytes, 0))) {
    if (!isHeader) chunk += toStaged(row);
    if (!isHeader) rows++;
    isHeader = false;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    onRead(0, rows);
    chunk = '';
    rows = 0;
  }
  onRead(0, rows);
  if (chunk) yield chunk;
}

/** Column name and reason. */
type Problem = readonly [string, string];

/** Makes the function that turns a row into a line of COPY's text format. */
function stagedRow(file: ImportFile, header: readonly string[]): (row: CsvRow) => string {
  const columns = file.columns.map((column) => ({ column, at: header.indexOf(column.name) }));
  const nothing = columns.map(() => NULL);
  const badRow = (line: number, problems: readonly Problem[], fields: readonly string[]): string =>
    `${line}\tt\t${field(JSON.stringify(problems))}\t${fields.join('\t')}\n`;
  return (row) => {
    if ('unreadable' in row) return badRow(row.line, [['', row.unreadable]], nothing);
    const { line, values } = row;
    if (values.length !== header.length) return badRow(line, [['', wrongCount(values.length, header.length)]], nothing);
    const problems: Problem[] = [];
    const fields = columns.map(({ column, at }) => readField(column, values[at]?.trim() ?? '', problems));
    return problems.length > 0 ? badRow(line, problems, fields) : `${line}\tf\t${NULL}\t${fields.join('\t')}\n`;
  };
}

const wrongCount = (values: number, columns: number): string => `the row has ${values} values where the header has ${columns} columns`;

/** COPY's way of writing null. */
const NULL = '\\N';

function readField(column: Column, text: string, problems: Problem[]): string {
  if (text === '') {
    if (column.required) problems.push([column.name, 'must not be empty']);
    return column.empty ?? NULL;
  }
  const read = readText(column, text);
  if (typeof read === 'string') return field(read);
  problems.push([column.name, read.reason]);
  return NULL;
}

function readText(column: Column, text: string): string | Unreadable {
  const reason = whyNotText(text);
  return reason ? new Unreadable(reason) : column.read(text);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const field = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : text;
