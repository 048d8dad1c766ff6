import { constants, createWriteStream } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CannotImport } from './cannot-import.ts';
import { type ImportFile, labelOf } from './columns.ts';
import type { HeaderProblem } from './headers.ts';

/** A line of the report: a bad row's error, or the warning of a row that is kept. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: string;
  readonly severity: 'error' | 'warning';
  readonly clause: string | null;
  readonly reason: string;
}

/** Throws CannotImport when a report could not be written there: better before the import than after it. */
export async function checkReportPlace(path: string): Promise<void> {
  await access(dirname(resolve(path)), constants.W_OK).catch(() => {
    throw new CannotImport('The report cannot be written: its folder does not exist or is not writable. Name another file with --report.');
  });
}

/** Writes every problem of the import into a CSV file, by file and line. */
export async function writeReport(client: PoolClient, files: readonly ImportFile[], path: string): Promise<void> {
  const rows = client.query(copyTo(`copy (${problemsSql(files)}) to stdout (format csv, header)`));
  await pipeline(rows, createWriteStream(path));
}

/** The first problems, errors before warnings. */
export async function firstProblems(client: PoolClient, files: readonly ImportFile[], count: number): Promise<readonly ReportedProblem[]> {
  const { rows } = await client.query<ReportedProblem>(problemsSql(files, `p.severity, ${byPlace} limit ${count}`));
  return rows;
}

const byPlace = 'p.file, p.line, p.severity, p.column_name';

const problemsSql = (files: readonly ImportFile[], order = byPlace): string => `
  select f.name as file, p.line, p.column_name as "column", p.severity, p.clause, p.reason
  from problem p join (values ${files.map((file, at) => `(${at}, '${labelOf(file)}')`).join(', ')}) as f (place, name) on f.place = p.file
  order by ${order}`;

/** Writes what is wrong with the headers, which no database has seen. */
export async function writeHeaderReport(problems: readonly HeaderProblem[], path: string): Promise<void> {
  const lines = problems.map(({ file, line, column, reason }) => [file, line, column, 'error', '', reason].map(csvField).join(','));
  await writeFile(path, `file,line,column,severity,clause,reason\n${lines.join('\n')}\n`);
}

const csvField = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
